// Saves while one types. Each save carries the version it started from and the name of the request; what the server has
// not acknowledged stays in this browser and is sent again, under the same name, until it is. Nothing typed is lost.
//   form[data-saves]: saved 1.5 s after the last letter, on leaving a text, at once for a choice. After a save only its
//     .save-line is exchanged: the fields stay the person's. A conflict takes the place of the whole part.
//   form[data-sends]: saved when its button is pressed; its part is shown anew.
(() => {
  const IDLE = 1500, RETRY = 5000, SLOW_RETRY = 30000, KEEPALIVE_LIMIT = 60000, ANSWERS = [200, 409, 422];
  const tab = (sessionStorage.tab ||= crypto.randomUUID());
  const banner = document.getElementById("hors-connexion");
  const savers = new Map();
  const saverOf = (form) => savers.get(form) || savers.set(form, new Saver(form)).get(form);
  const pending = () => [...savers.values()].filter((saver) => saver.waiting && saver.form.isConnected);
  const sendAll = (but) => Promise.all(pending().map((saver) => saver !== but && saver.send()));
  const isAnswer = ([name]) => name !== "csrfmiddlewaretoken";

  class Saver {
    sent = null; // what is on its way, or will be again
    typed = false; // something was typed since

    constructor(form) {
      this.form = form;
      this.action = form.getAttribute("action");
      this.key = `auditblanc ${this.action} ${tab}`;
      this.shownAnew = "sends" in form.dataset;
    }

    get fields() { return [...new FormData(this.form)].filter(isAnswer); }
    get waiting() { return Boolean(this.sent || this.typed); }

    say(state, words) {
      const output = this.form.closest("section, #revue")?.querySelector(".saving");
      if (output) [output.dataset.state, output.textContent] = [state, words];
    }

    keep(fields = this.typed ? this.fields : null) {
      if (this.sent || fields) localStorage.setItem(this.key, JSON.stringify({ sent: this.sent, fields }));
      else localStorage.removeItem(this.key);
    }

    change(delay) {
      this.typed = true;
      this.delay = delay;
      this.keep();
      this.say("unsaved", "Pas encore enregistré");
      this.later(delay);
    }

    later(delay) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.send(), delay);
    }

    // One at a time: what is typed meanwhile starts from the version that the answer gives.
    send() {
      clearTimeout(this.timer);
      if (this.waiting) this.turn ||= this.post().finally(() => { this.turn = null; });
      return this.turn;
    }

    async post() {
      if (!this.sent) {
        [this.sent, this.typed] = [{ id: crypto.randomUUID(), fields: this.fields }, false];
        this.keep();
      }
      this.say("saving", "Enregistrement…");
      const body = new URLSearchParams([...this.sent.fields, ["request", this.sent.id]]).toString();
      const headers = { "HX-Request": "true", "X-CSRFToken": this.form.elements.csrfmiddlewaretoken.value };
      headers["Content-Type"] = "application/x-www-form-urlencoded";
      try {
        const answer = await fetch(this.action, { method: "POST", headers, body, keepalive: body.length < KEEPALIVE_LIMIT });
        const html = await answer.text();
        banner.hidden = true;
        if (ANSWERS.includes(answer.status)) this.answered(answer.status, html);
        else this.failed("Non enregistré : votre réponse est gardée ici", SLOW_RETRY);
      } catch {
        banner.hidden = false;
        this.failed("Pas de connexion : votre réponse est gardée ici", RETRY);
      }
    }

    failed(words, delay) {
      this.say("failed", words);
      this.later(delay);
    }

    answered(status, html) {
      const { fields } = this.sent;
      this.sent = null;
      if (status === 409 && this.typed) return this.later(0); // the newest text is the one to show
      const settles = status === 200 || "sends" in this.form.dataset;
      const anew = status === 409 || (this.shownAnew && settles && !this.typed);
      this.keep(status === 409 ? fields : undefined);
      show(html, this.form, anew);
      if (!this.form.isConnected) return;
      const text = this.form.querySelector("textarea");
      if (text) text.ariaInvalid = status === 422 ? "true" : null;
      this.shownAnew = "sends" in this.form.dataset;
      if (status === 422) [this.typed, this.shownAnew] = [true, false];
      this.keep();
      if (status === 200 && this.typed) this.later(this.delay);
    }
  }

  // Each part of the answer takes the place of the one of its name; where something is being typed, only its state does.
  function show(html, form, anew) {
    for (const fresh of [...new DOMParser().parseFromString(html, "text/html").body.children]) {
      const old = document.getElementById(fresh.id);
      const state = !anew && old.contains(form) && old.querySelector(".save-line");
      if (state) state.replaceChildren(...fresh.querySelector(".save-line").childNodes);
      else if (!pending().some((saver) => old.contains(saver.form))) replace(old, fresh);
    }
  }

  function replace(old, fresh) {
    const focused = old.contains(document.activeElement) && document.activeElement;
    old.replaceWith(fresh);
    start(fresh);
    if (!focused) return;
    const next = fresh.querySelector("[role=alert]") || (focused.id && document.getElementById(focused.id)) || fresh;
    if (next.tabIndex < 0) next.tabIndex = -1;
    next.focus({ preventScroll: true });
  }

  // What an earlier page, or one that was closed, could not send.
  function recover(form) {
    const saver = saverOf(form);
    const keys = [saver.key, ...Object.keys(localStorage)];
    const key = keys.find((each) => each.startsWith(`auditblanc ${saver.action} `) && localStorage[each]);
    const { sent, fields } = key ? JSON.parse(localStorage[key]) : {};
    if (!sent && !(fields && "saves" in form.dataset)) return;
    localStorage.removeItem(key);
    Object.assign(saver, { sent, typed: Boolean(fields), delay: 0, shownAnew: true });
    if ("saves" in form.dataset) fill(form, fields || sent.fields);
    saver.keep();
    saver.send();
  }

  function fill(form, fields) {
    for (const field of form.elements) {
      const values = fields.filter(([name]) => name === field.name).map(([, value]) => value);
      if (field.matches("[type=checkbox], [type=radio]")) field.checked = values.includes(field.value);
      else if (values.length) [field.value] = values;
    }
  }

  function start(root) {
    root.querySelectorAll("[data-scriptless]").forEach((each) => { each.hidden = true; });
    root.querySelectorAll("form[data-saves], form[data-sends]").forEach(recover);
  }

  document.addEventListener("input", ({ target }) => {
    if (target.form && "saves" in target.form.dataset) saverOf(target.form).change(target.matches("textarea") ? IDLE : 0);
  });
  document.addEventListener("focusout", ({ target }) => {
    if (target.form && savers.get(target.form)?.typed) savers.get(target.form).send();
  });
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!("saves" in form.dataset || "sends" in form.dataset)) {
      if (form.method !== "post" || !pending().length) return;
      event.preventDefault();
      await sendAll();
      form.submit();
      return;
    }
    event.preventDefault();
    const saver = saverOf(form);
    await sendAll(saver);
    if (!saver.sent || "saves" in form.dataset) saver.typed = true;
    saver.send();
  });
  // Going elsewhere waits for what is on its way; a conflict keeps the person here; what cannot be sent, the browser asks.
  document.addEventListener("click", async (event) => {
    const link = event.target.closest("a[href]");
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
    if (!link || link.dataset.opens || elsewhere || !pending().length) return;
    event.preventDefault();
    await sendAll();
    if (!document.querySelector(".versions")) location.href = link.href;
  });
  addEventListener("beforeunload", (event) => { if (pending().length) event.preventDefault(); });
  addEventListener("online", () => sendAll());
  addEventListener("offline", () => { banner.hidden = false; });
  start(document);
})();
