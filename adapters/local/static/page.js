// The page: a clock that can be moved on, and one or two chats.
import { Chat } from "./chat.js";
import { clockOf, isOver, live, people, sentence, skip, words } from "./wire.js";
import { element } from "./draw.js";

const first = people.find(({ role }) => role === "client") ?? people[0];
const notice = document.getElementById("notice");
const time = document.getElementById("now");
const clock = { ahead: 0, zone: Intl.DateTimeFormat().resolvedOptions().timeZone, asking: false };

function say(text) {
  const said = isOver() ? words.stopped : text;
  if (notice.textContent !== said) notice.textContent = said;
}

const chats = people.map((person) => new Chat(person, () => clock.zone, say));
const loadAll = () => Promise.all(chats.map((chat) => chat.load()));

async function setClock() {
  const { now, zone } = await clockOf(first.user);
  const moved = zone && zone !== clock.zone;
  clock.ahead = new Date(now) - Date.now();
  clock.zone = zone ?? clock.zone;
  showClock();
  return moved;
}

// After a change: at most one question to the server at a time.
async function followClock() {
  if (clock.asking) return;
  clock.asking = true;
  try {
    if (await setClock()) await loadAll();
  } catch {
    // The live connection notices it too, and says so.
  } finally {
    clock.asking = false;
  }
}

// What is half typed stays to be read and copied, and nothing can be sent.
function end() {
  say(words.stopped);
  for (const box of document.querySelectorAll("input, textarea")) box.readOnly = true;
  for (const one of document.querySelectorAll("button, select, input[type=radio], input[type=checkbox]")) one.disabled = true;
}

function showClock() {
  const now = new Date(Date.now() + clock.ahead);
  const shown = (shape) => new Intl.DateTimeFormat(words.locale, { timeZone: clock.zone, ...shape }).format(now);
  time.querySelector(".day-of").textContent = shown({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
  time.querySelector(".hour").textContent = shown({ hour: "2-digit", minute: "2-digit" });
  time.dateTime = now.toISOString();
  document.getElementById("zone").textContent = clock.zone.replaceAll("_", " ");
}

async function move(event) {
  const button = event.currentTarget;
  button.disabled = true;
  try {
    const { moved } = await skip();
    say(moved ? "" : words["skip-nothing"]);
    if (await setClock()) await loadAll();
  } catch (problem) {
    say(sentence(problem));
  }
  button.disabled = isOver();
  button.focus();
}

function tabs() {
  const bar = document.getElementById("tabs");
  bar.classList.toggle("alone", chats.length === 1);
  for (const chat of chats) {
    const show = () => chat.root.scrollIntoView({ inline: "start", block: "nearest" });
    bar.append(element("button", { type: "button", onclick: show }, chat.person.label));
  }
  const seen = new IntersectionObserver((views) => {
    for (const { target, isIntersecting } of views) {
      bar.children[chats.findIndex(({ root }) => root === target)].setAttribute("aria-current", isIntersecting);
    }
  }, { threshold: 0.6 });
  for (const chat of chats) seen.observe(chat.root);
}

function openAnother() {
  const another = document.getElementById("another");
  another.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    const typed = document.getElementById("who").value.normalize("NFD").toLowerCase();
    const who = typed.trim().replace(/\s+/g, "-").replace(/[^a-z0-9-]/g, "").replace(/^-+/, "").slice(0, 32);
    if (!who) return;
    window.open(`/?person=${who}`, "_blank", "noopener");
    another.open = false;
  });
  another.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    another.open = false;
    another.querySelector("summary").focus();
  });
  document.addEventListener("click", ({ target }) => { if (!another.contains(target)) another.open = false; });
}

const place = document.getElementById("chats");
place.classList.toggle("alone", chats.length === 1);
place.append(...chats.map(({ root }) => root));
document.getElementById("skip").addEventListener("click", move);
openAnother();
tabs();
showClock();
setInterval(showClock, 1000);
live(people.map(({ user }) => user), {
  onOpen: () => setClock().then(loadAll).catch(() => {}),
  onChange(change) {
    if (change.change === "missed") loadAll().catch((problem) => say(sentence(problem)));
    for (const chat of chats) if (chat.person.user === change.person) chat.change(change);
    followClock();
  },
  onOver: end,
});
