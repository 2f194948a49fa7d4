import { el } from "./dom.js";

// Elements into which a value is typed. Each answers {node, control, read}; see elements.js.

/** How long a date or time must rest before it counts as chosen: each typed digit is a change of its own. */
const REST_MS = 900;

export function textField(element, act) {
  const look = {
    class: "entry",
    placeholder: element.placeholder?.text,
    minlength: element.min_length,
    maxlength: element.max_length,
    autocomplete: "off",
    onkeydown: (event) => event.key === "Enter" && !element.multiline && tellOnEnter(event),
  };
  const node = element.multiline
    ? el("textarea", { ...look, rows: 4 }, element.initial_value ?? "")
    : el("input", { ...look, type: "text", value: element.initial_value ?? "" });
  function tellOnEnter(event) {
    if (!element.dispatches) return;
    event.preventDefault();
    act(node, { value: node.value });
  }
  return { node, control: node, read: () => ({ type: element.type, value: node.value === "" ? null : node.value }) };
}

export function dateField(element, act) {
  const node = picker("date", element.initial_date, act);
  return { node, control: node, read: () => ({ type: element.type, selected_date: node.value || null }) };
}

export function timeField(element, act) {
  const node = picker("time", element.initial_time, act);
  return { node, control: node, read: () => ({ type: element.type, selected_time: node.value || null }) };
}

function picker(type, initial, act) {
  let told = initial ?? "";
  let resting;
  const tell = () => {
    clearTimeout(resting);
    if (!node.value || node.value === told) return;
    told = node.value;
    act(node, { selected: node.value });
  };
  const rest = () => {
    clearTimeout(resting);
    resting = setTimeout(tell, REST_MS);
  };
  const node = el("input", { type, class: "entry", value: initial ?? "", onchange: rest, onblur: tell });
  return node;
}
