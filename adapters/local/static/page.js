// The page: a clock that can be moved on, and one or two chats.
import { Chat } from "./chat.js";
import { clockOf, live, skip } from "./wire.js";
import { element } from "./draw.js";

const people = JSON.parse(document.querySelector('meta[name="handrail-people"]').content);
const first = people.find(({ role }) => role === "client") ?? people[0];
const notice = document.getElementById("notice");
const time = document.getElementById("now");
const clock = { ahead: 0, zone: Intl.DateTimeFormat().resolvedOptions().timeZone };

const say = (text) => { notice.textContent = text; };
const chats = people.map((person) => new Chat(person, () => clock.zone, say));

async function setClock() {
  const { now, zone } = await clockOf(first.user);
  const moved = zone && zone !== clock.zone;
  clock.ahead = new Date(now) - Date.now();
  clock.zone = zone ?? clock.zone;
  showClock();
  if (moved) await Promise.all(chats.map((chat) => chat.load()));
}

function showClock() {
  const now = new Date(Date.now() + clock.ahead);
  const shape = { timeZone: clock.zone, weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" };
  time.textContent = new Intl.DateTimeFormat("en-GB", shape).format(now);
  time.dateTime = now.toISOString();
  document.getElementById("zone").textContent = clock.zone.replaceAll("_", " ");
}

async function move(event) {
  const button = event.currentTarget;
  button.disabled = true;
  try {
    const { moved } = await skip();
    say(moved ? "" : "Nothing is planned. Nobody will be written to.");
    await setClock();
  } catch (problem) {
    say(problem.name === "TypeError" ? "Handrail is not answering just now." : problem.message);
  }
  button.disabled = false;
  button.focus();
}

function tabs() {
  const bar = document.getElementById("tabs");
  bar.classList.toggle("alone", chats.length === 1);
  for (const chat of chats) {
    bar.append(element("button", { type: "button", onclick: () => chat.root.scrollIntoView({ inline: "start", block: "nearest" }) }, chat.person.label));
  }
  const seen = new IntersectionObserver((views) => {
    for (const { target, isIntersecting } of views) {
      bar.children[chats.findIndex(({ root }) => root === target)].setAttribute("aria-current", isIntersecting);
    }
  }, { threshold: 0.6 });
  for (const chat of chats) seen.observe(chat.root);
}

const place = document.getElementById("chats");
place.classList.toggle("alone", chats.length === 1);
place.append(...chats.map(({ root }) => root));
document.getElementById("skip").addEventListener("click", move);
document.getElementById("another").addEventListener("submit", (event) => {
  event.preventDefault();
  const who = event.currentTarget.elements.who.value.trim().toLowerCase();
  if (who) window.open(`/?person=${encodeURIComponent(who)}`, "_blank", "noopener");
});
tabs();
showClock();
setInterval(showClock, 1000);
live(
  (change) => {
    for (const chat of chats) if (chat.person.user === change.person) chat.change(change);
    setClock().catch(() => {});
  },
  async (connected) => {
    if (!connected) return say("Trying to reconnect …");
    await setClock();
    await Promise.all(chats.map((chat) => chat.load()));
    if (notice.textContent.startsWith("Trying")) say("");
  },
);
