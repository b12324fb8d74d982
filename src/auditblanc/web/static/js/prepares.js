// A file that takes a moment: the page says that it is being prepared, then hands it over. Without this script the browser does.
document.addEventListener("submit", async (event) => {
  const form = event.target.closest("form[data-prepares]");
  if (!form) return;
  event.preventDefault();
  if (form.getAttribute("aria-busy")) return;
  const path = event.submitter?.getAttribute("formaction") || form.getAttribute("action");
  const address = `${path}?${new URLSearchParams(new FormData(form))}`;
  const state = form.querySelector("[role=status]");
  const say = (words, kind) => {
    state.textContent = words;
    state.dataset.state = kind;
  };
  form.setAttribute("aria-busy", "true");
  say(form.dataset.prepares, "saving");
  try {
    const answer = await fetch(address);
    const name = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") || "")?.[1];
    if (!answer.ok || !name) {
      location.assign(address); // a page that says why
      return;
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await answer.blob());
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    say(`${name} : le fichier est prêt.`, "saved");
  } catch {
    say("Pas de connexion : réessayez dans un instant.", "failed");
  } finally {
    form.removeAttribute("aria-busy");
  }
});
