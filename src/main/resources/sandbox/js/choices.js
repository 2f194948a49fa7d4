import { el, freshId } from "./dom.js";
import { plain, textNodes } from "./mrkdwn.js";
import { nameOf, world } from "./world.js";

// Elements that choose among options. Each answers {node, control, read}; see elements.js.

export function chooseOne(element, act) {
  const options = allOptions(element);
  const node = select(element, grouped(element), element.initial_option?.value, act);
  return {
    node,
    control: node,
    read: () => ({ type: element.type, selected_option: options.find((o) => o.value === node.value) ?? null }),
  };
}

export function choosePerson(element, act) {
  const node = select(element, people().map(optionNode), element.initial_user, act);
  return { node, control: node, read: () => ({ type: element.type, selected_user: node.value || null }) };
}

export function chooseMany(element, act) {
  const options = allOptions(element);
  const many = multiple(element, options, (element.initial_options ?? []).map((o) => o.value), act);
  return {
    ...many,
    read: () => ({ type: element.type, selected_options: options.filter((o) => many.values().includes(o.value)) }),
  };
}

export function choosePeople(element, act) {
  const many = multiple(element, people(), element.initial_users ?? [], act);
  return { ...many, read: () => ({ type: element.type, selected_users: many.values() }) };
}

export function tickBoxes(element, act) {
  const initial = (element.initial_options ?? []).map((o) => o.value);
  const boxes = element.options.map((option) => tick("checkbox", option, initial.includes(option.value)));
  const chosen = () => element.options.filter((_, i) => boxes[i].input.checked);
  const node = el("div", { class: "ticks", onchange: () => act(node, { selected: chosen().map((o) => o.value) }) }, boxes.map((b) => b.node));
  return { node, control: node, read: () => ({ type: element.type, selected_options: chosen() }) };
}

export function pickRadio(element, act) {
  const name = freshId("radio");
  const radios = element.options.map((option) => tick("radio", option, option.value === element.initial_option?.value, name));
  const chosen = () => element.options.find((_, i) => radios[i].input.checked) ?? null;
  const node = el("div", { class: "ticks", role: "radiogroup", onchange: () => act(node, { selected: chosen().value }) }, radios.map((r) => r.node));
  return { node, control: node, read: () => ({ type: element.type, selected_option: chosen() }) };
}

const people = () => world.workspace.users.map((u) => ({ value: u.id, text: { type: "plain_text", text: nameOf(u.id) } }));

const allOptions = (element) => element.options ?? element.option_groups.flatMap((group) => group.options);

const optionNode = (option) => el("option", { value: option.value }, plain(option.text.text));

const grouped = (element) =>
  element.options?.map(optionNode) ??
  element.option_groups.map((group) => el("optgroup", { label: group.label.text }, group.options.map(optionNode)));

function select(element, options, initial, act) {
  const prompt = el("option", { value: "" }, element.placeholder?.text ?? "Choose…");
  const node = el("select", { class: "choice", onchange: () => node.value && act(node, { selected: node.value }) }, prompt, options);
  node.value = initial ?? "";
  node.dataset.initial = node.value;
  if (element.placeholder) node.setAttribute("aria-label", element.placeholder.text);
  return node;
}

/** A list of boxes that folds away behind the names of what is chosen; tells once, when it is folded again. */
function multiple(element, options, initial, act) {
  const boxes = options.map((option) => tick("checkbox", option, initial.includes(option.value)));
  const values = () => options.filter((_, i) => boxes[i].input.checked).map((o) => o.value);
  const summary = el("summary", { class: "choice" });
  let told = values().join();
  const node = el(
    "details",
    { class: "multiple", onchange: redraw, onrestored: redraw, ontoggle: tell, onkeydown: foldOnEscape, onfocusout: foldWhenLeft },
    summary,
    el("div", { class: "ticks", role: "group", tabindex: "-1", "aria-label": element.placeholder?.text ?? "Choices" }, boxes.map((b) => b.node)),
  );

  function redraw() {
    const limit = element.max_selected_items ?? Infinity;
    const full = values().length >= limit;
    boxes.forEach(({ input }) => (input.disabled = full && !input.checked));
    const names = options.filter((o) => values().includes(o.value)).map((o) => el("span", { class: "token" }, plain(o.text.text)));
    summary.replaceChildren(...(names.length ? names : [element.placeholder?.text ?? "Choose…"]));
  }
  function tell() {
    if (node.open || values().join() === told) return;
    told = values().join();
    act(summary, { selected: values() });
  }
  function foldOnEscape(event) {
    if (event.key !== "Escape" || !node.open) return;
    event.preventDefault();
    event.stopPropagation();
    node.open = false;
    summary.focus();
  }
  function foldWhenLeft() {
    // Later, for the focus is nowhere yet; and Chromium crashes when a pressed part folds away at once.
    setTimeout(() => node.isConnected && (node.open &&= node.contains(document.activeElement)));
  }

  redraw();
  return { node, control: summary, values };
}

function tick(type, option, checked, name) {
  const input = el("input", { type, name, checked });
  const note = option.description && el("small", {}, textNodes(option.description));
  return { input, node: el("label", { class: "tick" }, input, el("span", {}, textNodes(option.text), note)) };
}
