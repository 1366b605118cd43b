// Everything that goes to the server and comes back: one token, one gesture id per gesture.
const token = document.querySelector('meta[name="handrail-token"]').content;
const headers = { "X-Handrail-Token": token };

async function call(path, method = "GET", body = undefined) {
  const sent = body === undefined ? headers : { ...headers, "Content-Type": "application/json" };
  const answer = await fetch(path, { method, headers: sent, body: body && JSON.stringify(body) });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}

export const history = (person) => call(`/api/chat/${person}`);
export const clockOf = (person) => call(`/api/clock/${person}`);
export const skip = () => call("/api/skip", "POST");
export const clear = (person) => call(`/api/clear/${person}`, "POST");

export function act(person, gesture) {
  return call("/api/do", "POST", {
    person,
    id: crypto.randomUUID(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    language: navigator.language,
    ...gesture,
  });
}

// Live changes, for as long as the page is open. `onState(true|false)`: connected or not.
export function live(onChange, onState) {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  let wait = 500;
  const open = () => {
    const socket = new WebSocket(`${scheme}://${location.host}/api/live?token=${token}`);
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
