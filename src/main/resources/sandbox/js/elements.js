import { chooseMany, chooseOne, choosePeople, choosePerson, tickBoxes, pickRadio } from "./choices.js";
import { confirmed } from "./confirm.js";
import { el } from "./dom.js";
import { dateField, textField, timeField } from "./entries.js";
import { isSafe, plain } from "./mrkdwn.js";
import { typeahead } from "./typeahead.js";

/**
 * An interactive element as {node, control, read}: the node to show, the control that a label names, and, where it
 * holds a value, read() for its part of a view's state. `act` is told what the person did: {value} or {selected};
 * `suggest(text)` answers the options that the app offers for a text.
 */
export function renderElement(element, act, suggest) {
  const kind = KINDS[element.type];
  if (!kind) return unknown(element);
  const rendered = kind(element, confirming(element, act), suggest);
  rendered.node.dataset.action = element.action_id ?? "";
  return rendered;
}

const KINDS = {
  button,
  overflow,
  static_select: chooseOne,
  external_select: typeahead,
  multi_static_select: chooseMany,
  users_select: choosePerson,
  multi_users_select: choosePeople,
  checkboxes: tickBoxes,
  radio_buttons: pickRadio,
  datepicker: dateField,
  timepicker: timeField,
  plain_text_input: textField,
};

export function unknown(thing) {
  const node = el("p", { class: "unknown" }, `The sandbox cannot show “${thing.type}” yet.`);
  return { node, control: node };
}

const confirming = (element, act) => async (control, answer) => {
  if (element.confirm && !(await confirmed(element.confirm))) return;
  await act(control, answer);
};

function button(element, act) {
  const look = {
    class: `button ${element.style ?? ""}`,
    "aria-label": element.accessibility_label,
    onclick: () => act(node, { value: element.value }),
  };
  const link = element.url && isSafe(element.url);
  const node = link
    ? el("a", { ...look, href: element.url, target: "_blank", rel: "noopener noreferrer" }, plain(element.text.text), el("span", { "aria-hidden": "true" }, " ↗"))
    : el("button", { ...look, type: "button" }, plain(element.text.text));
  return { node, control: node };
}

function overflow(element, act) {
  const items = element.options.map((option) =>
    el("button", { type: "button", role: "menuitem", onclick: () => choose(option) }, plain(option.text.text)),
  );
  const menu = el("div", { class: "menu", popover: "auto", role: "menu", onkeydown: walk }, items);
  const opener = el("button", { type: "button", class: "button more", "aria-label": "More choices", "aria-haspopup": "menu", onclick: open }, "⋯");

  function open() {
    menu.showPopover();
    const { bottom, right } = opener.getBoundingClientRect();
    menu.style.top = `${Math.min(bottom + 4, innerHeight - menu.offsetHeight - 8)}px`;
    menu.style.left = `${Math.max(8, right - menu.offsetWidth)}px`;
    items[0].focus();
  }
  function walk(event) {
    if (event.key === "Escape") event.stopPropagation(); // closes the menu alone, not the thread around it
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = items.indexOf(document.activeElement);
    items[(at + step + items.length) % items.length].focus();
  }
  async function choose(option) {
    menu.hidePopover();
    if (option.url && isSafe(option.url)) window.open(option.url, "_blank", "noopener,noreferrer");
    await act(opener, { selected: option.value });
  }
  return { node: el("span", { class: "overflow" }, opener, menu), control: opener };
}
