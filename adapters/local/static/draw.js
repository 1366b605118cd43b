// From the server's JSON to elements. People's words only ever become text, never markup.
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "class") made.className = value;
    else if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null) made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

let numbers = 0;

// `chat` hears of presses and submitted forms. A screen reader hears of each row of buttons what
// stands before it, for the same label may stand in several rows.
export function drawBlocks(blocks, chat) {
  const drawn = blocks.map((block) => drawings[block.type](block, chat));
  drawn.forEach((one, at) => {
    const before = drawn[at - 1];
    if (blocks[at].type !== "buttons" || !SAID.has(blocks[at - 1]?.type)) return;
    before.id = `said-${(numbers += 1)}`;
    one.setAttribute("aria-describedby", before.id);
  });
  return drawn;
}

const SAID = new Set(["text", "heading", "quote"]);

const drawings = {
  text: ({ text, quiet }) => element("p", { class: quiet ? "small" : "", dir: "auto" }, text),
  heading: ({ text }) => element("h3", { dir: "auto" }, text),
  quote: ({ text }) => element("blockquote", { dir: "auto" }, text),
  buttons: ({ buttons }, chat) =>
    element("div", { class: "choices", role: "group", "aria-label": chat.words.choices },
      ...buttons.map(({ label, action }) => {
        const button = element("button", { type: "button", "data-action": action }, label);
        button.addEventListener("click", () => chat.press(button, label, action));
        return button;
      })),
  document: (file, chat) =>
    element("button", { type: "button", class: "file", onclick: () => save(file) },
      element("span", { class: "aside" }, `${chat.words.download} `),
      element("span", { dir: "auto" }, file.label), element("small", { dir: "auto" }, ` ${file.name}`)),
  picture: ({ content, alt, width, height }) =>
    element("img", { class: "picture", src: `data:image/png;base64,${content}`, alt, width, height }),
  form: (form, chat) => {
    const drawn = element("form", { class: "asked" }, ...paired(form.fields.map(drawField)),
      element("button", { type: "submit", "data-action": form.action }, form.submit));
    drawn.addEventListener("submit", (event) => {
      event.preventDefault();
      chat.submit(drawn, form);
    });
    return drawn;
  },
};

// A file is only ever saved. As a link it could be opened in a tab, with all that this page may do.
function save({ name, media, content }) {
  const address = URL.createObjectURL(new Blob([content], { type: `${media};charset=utf-8` }));
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

// Two short fields (from, to) stand beside each other.
function paired(fields) {
  const short = fields.filter((field) => field.dataset.short);
  if (short.length !== 2) return fields;
  const pair = element("div", { class: "pair" });
  const at = fields.indexOf(short[0]);
  pair.append(...short);
  return [...fields.slice(0, at), pair, ...fields.slice(at + 2)];
}

function drawField(field) {
  const id = `field-${(numbers += 1)}`;
  if (field.type === "many") return drawMany(field);
  const label = element("label", { for: id }, field.label);
  const drawn = element("div", { class: "field" }, label, drawInput(field, id));
  if (field.name === "from" || field.name === "to") drawn.dataset.short = "yes";
  return drawn;
}

function drawInput(field, id) {
  if (field.type === "choice") {
    const select = element("select", { id, name: field.name },
      ...field.options.map(({ value, label }) => element("option", { value }, label)));
    select.value = field.initial ?? field.options[0]?.value;
    return select;
  }
  const shape = { id, name: field.name, placeholder: field.placeholder, maxlength: field.limit, dir: "auto" };
  const input = element(field.multiline ? "textarea" : "input", field.multiline ? shape : { type: "text", ...shape });
  input.value = field.initial;
  return input;
}

function drawMany(field) {
  const chips = field.options.map(({ value, label }) =>
    element("label", {}, element("input", { type: "checkbox", name: field.name, value, checked: field.initial.includes(value) }),
      element("span", {}, label)));
  return element("fieldset", {}, element("legend", {}, field.label), element("div", { class: "chips" }, ...chips));
}

// A form's values; several ticked boxes of one name are joined by commas.
export function valuesOf(drawn, form) {
  const given = new FormData(drawn);
  return Object.fromEntries(form.fields.map(({ name }) => [name, given.getAll(name).join(",")]));
}

export function summaryOf(drawn, form) {
  const shown = form.fields.map((field) => {
    const given = new FormData(drawn).getAll(field.name);
    const labels = given.map((value) => field.options?.find((option) => option.value === value)?.label ?? value);
    return labels.join(", ");
  });
  return [...shown.filter(Boolean).join(" · ")].slice(0, 200).join("");
}
