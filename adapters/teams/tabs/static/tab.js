// Signs the person in by Teams' own token, and shows what the server has drawn. It keeps nothing.
"use strict";

const main = document.querySelector("main");
const state = document.getElementById("status");
const { base, language, failed, answered, send } = main.dataset;

async function ask(path, body) {
  const token = await microsoftTeams.authentication.getAuthToken();
  return fetch(base + path, {
    method: "POST",
    cache: "no-store",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

async function show() {
  const answer = await ask("/teams/tab/page", { language });
  if (!answer.ok) throw new Error("refused");
  const drawn = new DOMParser().parseFromString(await answer.text(), "text/html");
  main.replaceChildren(...drawn.body.childNodes);
}

async function act(action, values) {
  for (const button of main.querySelectorAll("button")) button.disabled = true;
  const answer = await ask("/teams/tab/do", { id: crypto.randomUUID(), action, values, language });
  if (answer.status === 409) {
    const { chat } = await answer.json();
    state.textContent = send;
    await microsoftTeams.app.openLink(chat);
  } else {
    state.textContent = answer.ok ? answered : failed;
  }
  await show();
}

function tell() {
  state.textContent = failed;
}

// A form's fields by their names. Several ticked boxes of one name are joined by commas.
function valuesOf(form) {
  const given = new FormData(form);
  const fields = [...new Set(given.keys())].filter((name) => name.startsWith("field-"));
  return Object.fromEntries(fields.map((name) =>
    [name.slice("field-".length), given.getAll(name).filter(Boolean).join(",")]));
}

async function begin() {
  await microsoftTeams.app.initialize();
  if (!language) return;
  main.addEventListener("submit", (event) => {
    event.preventDefault();
    act(event.submitter.value, valuesOf(event.target)).catch(tell);
  });
  // What was erased meanwhile must not stand here when somebody looks again.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) main.replaceChildren();
    else show().catch(tell);
  });
  await show();
}

begin().catch(() => language && tell());
