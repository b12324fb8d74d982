// Keys of the indicator page, outside the fields where one types. They can be turned off, and stay so.
(() => {
  const OFF = "auditblanc sans raccourcis";
  const first = (...selectors) => selectors.map((each) => document.querySelector(each)).find(Boolean);
  const follow = { n: "[data-key=n]", s: "[rel=next]", p: "[rel=prev]", "?": "[data-opens=raccourcis]" };

  function choose(value) {
    const group = document.activeElement.closest("#niveau fieldset") || document.getElementById("niveau");
    const radio = [...(group?.querySelectorAll("input[type=radio]") || [])].find((each) => each.value === value);
    if (!radio) return;
    radio.focus();
    radio.click();
  }

  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (target.matches("textarea, select, input:not([type=radio], [type=checkbox])")) {
      if (key === "Escape") target.blur();
      return;
    }
    if (localStorage[OFF] && key !== "?") return;
    if ("0123".includes(key)) choose(key === "0" ? "" : key);
    else if (key === "t") first("#presentation textarea")?.focus();
    else if (follow[key]) first(follow[key])?.click();
    else return;
    event.preventDefault();
  });

  document.querySelectorAll("[data-shortcuts]").forEach((box) => {
    box.closest("label").hidden = false;
    box.checked = !localStorage[OFF];
    box.addEventListener("change", () => (box.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1")));
  });
})();
