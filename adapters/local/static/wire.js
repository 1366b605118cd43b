// Everything that goes to the server and comes back: one token from the way in, one id per gesture.
const token = localStorage.getItem("handrail-token") ?? "";
const headers = { "X-Handrail-Token": token };

async function call(path, method = "GET", body = undefined) {
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

// What went wrong, in a sentence. fetch throws a TypeError when nobody answers.
export const sentence = (problem) =>
  problem.name === "TypeError" ? "That did not reach Handrail. Please try once more." : problem.message;

// Live changes, for as long as the page is open. `onState(true|false)`: connected or not.
export function live(people, onChange, onState) {
  const query = new URLSearchParams(people.map((user) => ["person", user]));
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  let wait = 500;
  const open = () => {
    const socket = new WebSocket(`${scheme}://${location.host}/api/live?${query}`, ["handrail", token]);
    socket.onopen = () => { wait = 500; onState(true); };
    socket.onmessage = (event) => onChange(JSON.parse(event.data));
    socket.onclose = () => {
      onState(false);
      setTimeout(open, wait);
      wait = Math.min(wait * 2, 8000);
    };
  };
  open();
}
