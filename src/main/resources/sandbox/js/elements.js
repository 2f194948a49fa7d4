import { chooseMany, chooseOne, choosePeople, choosePerson, tickBoxes, pickRadio } from "./choices.js";
import { confirmed } from "./confirm.js";
import { el } from "./dom.js";
import { dateField, textField, timeField } from "./entries.js";
import { menuButton } from "./menu.js";
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
  const entries = element.options.map((option) => ({ text: plain(option.text.text), choose: (opener) => choose(opener, option) }));
  const { opener, menu } = menuButton({ class: "button more", "aria-label": "More choices" }, "⋯", entries);

  async function choose(control, option) {
    if (option.url && isSafe(option.url)) window.open(option.url, "_blank", "noopener,noreferrer");
    await act(control, { selected: option.value });
  }
  return { node: el("span", { class: "overflow" }, opener, menu), control: opener };
}
