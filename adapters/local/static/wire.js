// Everything that goes to the server and comes back: one token from the way in, one id per gesture.
// `words` are what the page itself says, in the language of its first person.
export const people = JSON.parse(document.querySelector('meta[name="handrail-people"]').content);
export const { words } = people.find(({ role }) => role === "client") ?? people[0];
const token = localStorage.getItem("handrail-token") ?? "";
const headers = { "X-Handrail-Token": token };

// Handrail's end, seen by the one connection that a page makes. Nothing is sent after it: whoever has
// the port next may be another program. Each start has secrets of its own, so this page is over.
let over = false;
export const isOver = () => over;

async function call(path, method = "GET", body = undefined) {
  if (over) throw new Error("stopped");
  const sent = body === undefined ? headers : { ...headers, "Content-Type": "application/json" };
  const answer = await fetch(path, { method, headers: sent, body: body && JSON.stringify(body) });
  if (!answer.ok) throw Object.assign(new Error(await answer.text()), { status: answer.status });
  return answer.json();
}

export const history = (person) => call(`/api/chat/${person}`);
export const clockOf = (person) => call(`/api/clock/${person}`);
export const skip = () => call("/api/skip", "POST");
export const clear = (person) => call(`/api/clear/${person}`, "POST");

export function act(person, id, gesture) {
  return call("/api/do", "POST", {
    person,
    id,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    language: navigator.language,
    ...gesture,
  });
}

// A random UUID. crypto.randomUUID is missing where the page is not served from this machine.
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

// What went wrong, in a sentence. fetch throws a TypeError when nobody answers; the server answers
// with the key of a sentence.
export function sentence(problem, said = words) {
  if (over) return said.stopped;
  if (problem.name === "TypeError") return said.unreached;
  return problem.message === "too-long" ? said["too-long"] : said.failed;
}

// Live changes until Handrail ends, on one connection that is never made again.
export function live(people, { onOpen, onChange, onOver }) {
  const query = new URLSearchParams(people.map((user) => ["person", user]));
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  const socket = new WebSocket(`${scheme}://${location.host}/api/live?${query}`, ["handrail", token]);
  socket.onopen = onOpen;
  socket.onmessage = (event) => onChange(JSON.parse(event.data));
  socket.onclose = () => { over = true; onOver(); };
}
