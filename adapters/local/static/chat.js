// One person's chat: what arrives, and what the person does.
import { act, clear, history, isOver, newId, sentence } from "./wire.js";
import { element, summaryOf, valuesOf } from "./draw.js";
import { Log } from "./log.js";

export class Chat {
  constructor(person, zone, onProblem) {
    this.person = person;
    this.zone = zone;
    this.onProblem = onProblem;
    this.root = document.getElementById("chat-template").content.firstElementChild.cloneNode(true);
    this.words = person.words;
    this.root.setAttribute("aria-label", person.label);
    this.root.lang = this.words.language;
    this.root.dataset.role = person.role;
    this.part(".log").setAttribute("aria-label", this.words.log);
    this.part("h2").textContent = person.name;
    this.part(".role").textContent = this.words[`role-${person.role || "other"}`];
    this.part(".face").textContent = [...person.name][0] ?? "·";
    this.box = this.part("textarea");
    this.label();
    this.log = new Log(this);
    this.turn = Promise.resolve();
    this.waiting = 0;
    this.loading = 0;
    this.missed = [];
    this.listen();
  }

  part(selector) {
    return this.root.querySelector(selector);
  }

  label() {
    const { words } = this;
    this.part(".clear").textContent = words.clear;
    this.part(".newer").textContent = words.newer;
    this.part(".editing span").textContent = words.editing;
    this.part(".editing button").textContent = words["editing-leave"];
    this.part(".send").textContent = words.send;
    this.box.placeholder = words.message;
    this.box.setAttribute("aria-label", words.message);
  }

  listen() {
    this.part(".composer").addEventListener("submit", (event) => { event.preventDefault(); this.send(); });
    this.box.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.send(); }
      if (event.key === "Escape" && this.editing) this.leave();
    });
    this.box.addEventListener("input", () => this.fit());
    this.part(".editing button").addEventListener("click", () => this.leave());
    this.part(".clear").addEventListener("click", () => this.clear());
  }

  welcome() {
    return element("div", { class: "welcome" },
      element("img", { src: "/static/mark.svg", alt: "", width: 52, height: 52 }),
      element("p", { class: "hello" }, this.words.hello),
      element("p", {}, this.words[`first-${this.person.role || "other"}`]));
  }

  // What changes while the history is under way is not lost: it is applied after it.
  async load() {
    this.loading += 1;
    try {
      const { entries } = await history(this.person.user);
      this.log.load(entries);
    } finally {
      this.loading -= 1;
      if (!this.loading) for (const change of this.missed.splice(0)) this.change(change);
    }
  }

  change(change) {
    if (this.loading) this.missed.push(change);
    else if (change.change === "added") this.log.add(change.entry);
    else if (change.change === "edited") this.log.change(change.entry);
    else if (change.change === "deleted") this.log.remove(change.ids);
    else if (change.change === "cleared") this.log.clear();
  }

  async send() {
    const text = this.box.value;
    if (!text.trim() || isOver()) return;
    const message = this.editing;
    const what = message ? { kind: "edited", message, text } : { kind: "wrote", text };
    this.write(message ? this.draft : "");
    this.editing = null;
    this.part(".editing").hidden = true;
    this.box.focus();
    if (!(await this.does(what)) && !this.box.value) this.write(text);
  }

  edit(entry) {
    if (!this.editing) this.draft = this.box.value;
    this.editing = entry.message;
    this.part(".editing").hidden = false;
    this.write(entry.text);
    this.box.focus();
  }

  leave() {
    this.editing = null;
    this.part(".editing").hidden = true;
    this.write(this.draft);
    this.box.focus();
  }

  async unsay(entry) {
    if (!confirm(this.words["delete-sure"])) return;
    if (this.editing === entry.message) this.leave();
    if (!this.waiting && await this.does({ kind: "deleted", message: entry.message })) this.box.focus();
  }

  write(text) {
    this.box.value = text;
    this.fit();
  }

  fit() {
    this.box.style.height = "auto";
    this.box.style.height = `${this.box.scrollHeight + 2}px`;
  }

  press(button, label, action) {
    if (!this.waiting) this.does({ kind: "pressed", action, label }, button.parentElement);
  }

  submit(drawn, form) {
    if (this.waiting) return;
    const label = summaryOf(drawn, form) || form.submit;
    this.does({ kind: "submitted", action: form.action, values: valuesOf(drawn, form), label }, drawn);
  }

  async clear() {
    if (!confirm(this.words["clear-sure"])) return;
    await clear(this.person.user).catch((problem) => this.onProblem(sentence(problem, this.words)));
  }

  // One gesture after another. True when the server took it. The same gesture, tried again after
  // nobody knew whether it had arrived, keeps its id: the bot then takes it once.
  async does(gesture, part = null) {
    const before = this.turn;
    let over;
    this.turn = new Promise((resolve) => { over = resolve; });
    const release = this.hold(part);
    await before;
    const key = JSON.stringify(gesture);
    const id = this.unsure?.key === key ? this.unsure.id : newId();
    try {
      const { language } = await act(this.person.user, id, gesture);
      if (language && language !== this.words.language) location.reload();
      this.unsure = null;
      this.onProblem("");
      return true;
    } catch (problem) {
      this.unsure = { key, id };
      this.onProblem(sentence(problem, this.words));
      return false;
    } finally {
      release();
      over();
    }
  }

  // Buttons are off while their press is under way; the keyboard finds its place again after it.
  hold(part) {
    const focused = document.activeElement;
    const buttons = [...(part?.querySelectorAll("button") ?? [])];
    for (const button of buttons) button.disabled = true;
    this.waiting += 1;
    this.typing();
    return () => {
      this.waiting -= 1;
      this.typing();
      for (const button of buttons) button.disabled = isOver();
      if (buttons.includes(focused) && document.activeElement === document.body) focused.focus({ preventScroll: true });
    };
  }

  typing() {
    const dots = [1, 2, 3].map(() => element("i", { "aria-hidden": "true" }));
    const shown = this.waiting ? [...dots, element("span", {}, this.words.typing)] : [];
    this.part(".typing").replaceChildren(...shown);
  }
}
