// A phrase goes to the end of the text that its button then saves, as if it had been typed there.
addEventListener("click", ({ target }) => {
  const phrase = target.closest("button[name=phrase]")?.parentElement.querySelector(".phrase"), text = document.getElementById("id_presentation");
  if (phrase && text) text.value = [text.value.trimEnd(), phrase.textContent].filter(Boolean).join("\n");
});
