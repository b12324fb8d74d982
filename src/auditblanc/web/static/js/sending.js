// A form whose answer takes a moment says so, and is sent once. Without this script the browser shows that it waits.
document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-sending]");
  if (!form) return;
  if (form.getAttribute("aria-busy")) {
    event.preventDefault();
    return;
  }
  form.setAttribute("aria-busy", "true");
  form.querySelector("[role=status]").textContent = form.dataset.sending;
});
// Gone back to, the page is as it was left: it may be sent again.
addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sending]").forEach((form) => {
    form.removeAttribute("aria-busy");
    form.querySelector("[role=status]").textContent = "";
  });
});
