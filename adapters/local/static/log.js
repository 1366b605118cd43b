// What was said in one chat, drawn: days, bubbles, times, and what was chosen.
import { drawBlocks, element } from "./draw.js";

const TOGETHER = 5 * 60 * 1000;
const NEAR = 80;
// Milliseconds between two answers, and pixels that stay free above an answer.
const APART = 1500;
const ABOVE = 12;

export class Log {
  constructor(chat) {
    this.chat = chat;
    this.root = chat.root.querySelector(".log");
    this.newer = chat.root.querySelector(".newer");
    this.shown = [];
    this.stuck = true;
    this.root.addEventListener("scroll", () => this.look());
    this.newer.addEventListener("click", () => this.toEnd());
    new ResizeObserver(() => { if (this.stuck) this.toEnd(); }).observe(this.root);
  }

  // Draws only what is new where it can: a form that is half filled in stays as it is, and what
  // is being read stays in sight.
  load(entries) {
    this.look();
    const { stuck, root: { scrollTop } } = this;
    const zone = this.chat.zone();
    const same = zone === this.zone && this.shown.length <= entries.length &&
      this.shown.every(({ entry }, at) => JSON.stringify(entry) === JSON.stringify(entries[at]));
    if (!same || !entries.length) this.clear();
    this.zone = zone;
    for (const entry of entries.slice(this.shown.length)) this.add(entry);
    if (stuck) return this.toStart(this.shown.at(-1));
    this.root.scrollTop = scrollTop;
    this.look();
  }

  clear() {
    this.shown = [];
    this.root.replaceChildren(this.chat.welcome());
  }

  // The scroll event comes a frame after the scrolling: what arrives in between must not pull back.
  look() {
    this.stuck = this.root.scrollHeight - this.root.scrollTop - this.root.clientHeight < NEAR;
    if (this.stuck) this.newer.hidden = true;
  }

  add(entry) {
    if (this.shown.some((one) => one.entry.id === entry.id)) return;
    this.look();
    const last = this.shown.at(-1);
    if (!last) this.root.replaceChildren();
    const one = { entry, day: this.dayOf(entry), drawn: this.draw(entry) };
    if (last?.day !== one.day) this.root.append(element("p", { class: "day" }, one.day));
    last?.drawn.classList.toggle("joined", together(last, one));
    this.root.append(one.drawn);
    this.shown.push(one);
    this.choose(entry.tapped);
    if (entry.from === "person") {
      this.answer = null;
      return this.toEnd();
    }
    // Messages that come together are one answer: it is read from its beginning.
    const now = performance.now();
    if (!this.answer || now - this.answer.at > APART) this.answer = { one, follows: this.stuck };
    this.answer.at = now;
    if (this.answer.follows) this.toStart(this.answer.one);
    else this.newer.hidden = false;
  }

  // Shows the beginning of an answer; all of it where it fits.
  toStart(one) {
    if (!one) return this.toEnd();
    const end = this.root.scrollHeight - this.root.clientHeight;
    const top = one.drawn.getBoundingClientRect().top - this.root.getBoundingClientRect().top;
    this.root.scrollTop = Math.min(end, Math.max(0, this.root.scrollTop + top - ABOVE));
    this.look();
    this.newer.hidden = this.stuck;
  }

  change(entry) {
    const one = this.known(entry.id);
    if (!one) return;
    const drawn = this.draw(entry);
    drawn.classList.toggle("joined", one.drawn.classList.contains("joined"));
    for (const { dataset } of one.drawn.querySelectorAll(".chosen")) this.choose(dataset.action, drawn);
    const focused = one.drawn.contains(document.activeElement);
    one.drawn.replaceWith(drawn);
    Object.assign(one, { entry, drawn });
    this.settle(focused);
  }

  remove(ids) {
    const going = ids.map((id) => this.known(id)).filter(Boolean);
    const focused = going.some(({ drawn }) => drawn.contains(document.activeElement));
    for (const one of going) this.take(one);
    this.settle(focused);
  }

  // What had the keyboard's focus may be gone; the newest stays in sight where it was.
  settle(focused) {
    if (focused) this.root.focus({ preventScroll: true });
    if (this.stuck) this.toEnd();
  }

  take(one) {
    const at = this.shown.indexOf(one);
    const [before, after] = [this.shown[at - 1], this.shown[at + 1]];
    if (one.day !== before?.day && one.day !== after?.day) one.drawn.previousElementSibling.remove();
    one.drawn.remove();
    this.shown.splice(at, 1);
    before?.drawn.classList.toggle("joined", Boolean(after) && together(before, after));
    if (!this.shown.length) this.clear();
  }

  known(id) {
    return this.shown.find(({ entry }) => entry.id === id);
  }

  dayOf(entry) {
    const shape = { timeZone: this.chat.zone(), weekday: "long", day: "numeric", month: "long", year: "numeric" };
    return new Date(entry.at).toLocaleDateString(this.chat.words.locale, shape);
  }

  draw(entry) {
    const mine = entry.from === "person";
    const bubble = element("div", { class: "bubble" });
    if (mine) bubble.append(element("span", { dir: "auto" }, entry.text));
    else bubble.append(...drawBlocks(entry.blocks, this.chat));
    const kind = ["entry", entry.from, entry.tapped && "tapped", entry.edited && "edited"].filter(Boolean);
    const label = this.chat.words[mine ? "said-self" : "said-bot"];
    const beside = mine ? this.tools(entry) : element("img", { class: "mark", src: "/static/mark.svg", alt: "" });
    return element("article", { class: kind.join(" "), "aria-label": label }, beside, bubble, this.meta(entry));
  }

  tools(entry) {
    if (!entry.message) return element("div", { class: "tools" });
    const { words } = this.chat;
    const tool = (name, does) =>
      element("button", { type: "button", class: "plain", "aria-label": words[`${name}-this`], onclick: does }, words[name]);
    return element("div", { class: "tools" },
      tool("edit", () => this.chat.edit(entry)), tool("delete", () => this.chat.unsay(entry)));
  }

  meta(entry) {
    const shape = { timeZone: this.chat.zone(), hour: "2-digit", minute: "2-digit" };
    const time = new Date(entry.at).toLocaleTimeString(this.chat.words.locale, shape);
    return element("p", { class: "meta" }, element("time", { datetime: entry.at }, entry.edited ? `${time} · ${this.chat.words.edited}` : time));
  }

  // Marks the last button that carried this action; it can be pressed again all the same.
  choose(action, within = this.root) {
    if (typeof action !== "string") return;
    const button = [...within.querySelectorAll("[data-action]")].findLast((one) => one.dataset.action === action);
    for (const other of button?.parentElement.querySelectorAll("[data-action]") ?? []) mark(other, other === button);
  }

  toEnd() {
    this.stuck = true;
    this.newer.hidden = true;
    this.root.scrollTop = this.root.scrollHeight;
  }
}

function mark(button, chosen) {
  button.classList.toggle("chosen", chosen);
  if (button.type === "button") button.setAttribute("aria-pressed", chosen);
}

function together(one, next) {
  const close = new Date(next.entry.at) - new Date(one.entry.at) < TOGETHER;
  return one.entry.from === next.entry.from && one.day === next.day && close;
}
