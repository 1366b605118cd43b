// One person's chat: its history, what arrives, what the person does.
import { act, clear, history } from "./wire.js";
import { drawBlocks, element, summaryOf, valuesOf } from "./draw.js";

const FIRST = {
  client: ["When your coach has given you a ", "code", ", type it here."],
  coach: ["To begin, type ", "invite", ": you get a code to hand to your client."],
  "": ["Type a ", "code", " from a coach, or “invite” to begin as one."],
};

export class Chat {
  constructor(person, zone, onProblem) {
    this.person = person;
    this.zone = zone;
    this.onProblem = onProblem;
    this.root = document.getElementById("chat-template").content.firstElementChild.cloneNode(true);
    this.root.setAttribute("aria-label", person.label);
    this.root.dataset.role = person.role;
    this.log = this.root.querySelector(".log");
    this.log.setAttribute("aria-label", `Messages with ${person.name}`);
    this.typing = this.root.querySelector(".typing");
    this.box = this.root.querySelector("textarea");
    this.root.querySelector("h2").textContent = person.name;
    this.root.querySelector(".role").textContent = person.role || "in a chat of their own";
    this.root.querySelector(".face").textContent = [...person.name][0] ?? "·";
    this.listen();
  }

  listen() {
    const composer = this.root.querySelector(".composer");
    composer.addEventListener("submit", (event) => { event.preventDefault(); this.send(); });
    this.box.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.send(); }
    });
    this.box.addEventListener("input", () => {
      this.box.style.height = "auto";
      this.box.style.height = `${this.box.scrollHeight + 2}px`;
    });
    this.root.querySelector(".clear").addEventListener("click", () => this.clear());
  }

  async load() {
    const { entries } = await history(this.person.user);
    this.log.replaceChildren();
    this.day = null;
    if (!entries.length) this.invite();
    for (const entry of entries) this.add(entry);
    this.toEnd();
  }

  invite() {
    const [before, word, after] = FIRST[this.person.role];
    this.log.append(element("p", { class: "empty" }, before, element("code", {}, word), after));
  }

  change({ change, entry, message }) {
    if (change === "added") { this.add(entry); this.toEnd(); }
    if (change === "edited") this.own(entry.message)?.replaceWith(this.draw(entry));
    if (change === "deleted") this.own(message)?.remove();
    if (change === "cleared") { this.log.replaceChildren(); this.day = null; this.invite(); }
  }

  own(message) {
    return [...this.log.querySelectorAll("[data-message]")].find((one) => one.dataset.message === message);
  }

  add(entry) {
    this.log.querySelector(".empty")?.remove();
    const day = new Date(entry.at).toLocaleDateString("en-GB", { timeZone: this.zone(), weekday: "long", day: "numeric", month: "long" });
    if (day !== this.day) this.log.append(element("p", { class: "day" }, (this.day = day)));
    this.log.append(this.draw(entry));
  }

  draw(entry) {
    const mine = entry.from === "person";
    const bubble = element("div", { class: "bubble" });
    if (mine) bubble.append(element("span", { dir: "auto" }, entry.text));
    else bubble.append(...drawBlocks(entry.blocks, this));
    const kind = `entry ${entry.from}${entry.tapped ? " tapped" : ""}`;
    const drawn = element("article", { class: kind, "aria-label": mine ? `${this.person.name} said` : "Handrail said" }, bubble, this.meta(entry));
    if (entry.message) drawn.dataset.message = entry.message;
    return drawn;
  }

  meta(entry) {
    const at = new Date(entry.at);
    const time = at.toLocaleTimeString("en-GB", { timeZone: this.zone(), hour: "2-digit", minute: "2-digit" });
    const meta = element("div", { class: "meta" }, element("time", { datetime: entry.at }, entry.edited ? `${time} · edited` : time));
    if (entry.message) {
      meta.prepend(
        element("button", { type: "button", onclick: () => this.edit(entry) }, "Edit"),
        element("button", { type: "button", onclick: () => this.does({ kind: "deleted", message: entry.message }) }, "Delete"));
    }
    return meta;
  }

  async send() {
    const text = this.box.value;
    if (!text.trim() || this.busy) return;
    const editing = this.editing;
    const what = editing ? { kind: "edited", message: editing, text } : { kind: "wrote", text };
    if (await this.does(what)) {
      this.editing = null;
      this.box.value = "";
      this.box.style.height = "auto";
    }
    this.box.focus();
  }

  edit(entry) {
    this.editing = entry.message;
    this.box.value = entry.text;
    this.box.focus();
  }

  async press(button, label, action) {
    if (this.busy) return;
    const group = button.closest(".choices");
    if (await this.does({ kind: "pressed", action, label }, group)) {
      for (const other of group.querySelectorAll("button")) other.removeAttribute("aria-pressed");
      button.setAttribute("aria-pressed", "true");
    }
  }

  async submit(drawn, form) {
    if (this.busy) return;
    await this.does({ kind: "submitted", action: form.action, values: valuesOf(drawn, form), label: summaryOf(drawn, form) || form.submit }, drawn);
  }

  async clear() {
    if (!confirm(`Clear the whole chat of ${this.person.name} from this page?`)) return;
    await clear(this.person.user).catch((problem) => this.onProblem(problem.message));
  }

  // One gesture at a time. True when the server took it.
  async does(gesture, part = null) {
    this.busy = true;
    this.typing.textContent = "Handrail is typing …";
    for (const button of part?.querySelectorAll("button") ?? []) button.disabled = true;
    try {
      await act(this.person.user, gesture);
      this.onProblem("");
      return true;
    } catch (problem) {
      this.onProblem(problem.name === "TypeError" ? "That did not reach Handrail. Please try once more." : problem.message);
      return false;
    } finally {
      this.busy = false;
      this.typing.textContent = "";
      for (const button of part?.querySelectorAll("button") ?? []) button.disabled = false;
    }
  }

  toEnd() {
    const end = () => { this.log.scrollTop = this.log.scrollHeight; };
    end();
    requestAnimationFrame(end);
  }
}
