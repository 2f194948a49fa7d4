import { el, freshId } from "./dom.js";
import { plain } from "./mrkdwn.js";

/** Whoever types on is not asked for in between. */
const PAUSE_MS = 200;
/** What Slack waits for where the element does not say. */
const FEWEST_CHARACTERS = 3;

/**
 * A field that asks the app for its options while one types: arrows walk through them, Enter takes one, Escape puts
 * the list away. `suggest(text)` answers the options.
 */
export function typeahead(element, act, suggest) {
  const fewest = element.min_query_length ?? FEWEST_CHARACTERS;
  const list = el("ul", { class: "offers", id: freshId("offers"), role: "listbox", popover: "manual", "aria-label": "Suggestions" });
  const prompt = element.placeholder?.text ?? "Type to choose…";
  const initial = element.initial_option;
  const field = el("input", {
    type: "text", class: "entry", role: "combobox", autocomplete: "off", placeholder: prompt, "aria-label": prompt,
    value: initial ? plain(initial.text.text) : "", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false",
    oninput: typed, onfocus: begin, onclick: begin, onblur: leave, onkeydown: onKey,
  });
  const node = el("div", { class: "typeahead" }, field, list);
  if (initial) field.dataset.option = JSON.stringify(initial);
  let offers = [];
  let active = -1;
  let asked = 0;
  let pause = null;

  // In the field itself, so that it outlives a redraw; see preserve.js.
  const chosen = () => (field.dataset.option ? JSON.parse(field.dataset.option) : null);
  const chosenText = () => (chosen() ? plain(chosen().text.text) : "");
  const isOpen = () => list.matches(":popover-open");

  function begin() {
    field.select();
    if (!isOpen() && fewest === 0) ask("");
  }
  function typed() {
    clearTimeout(pause);
    const text = field.value.trim();
    if (text === "") delete field.dataset.option;
    if ([...text].length < fewest) close();
    else pause = setTimeout(() => ask(text), PAUSE_MS);
  }
  async function ask(text) {
    const turn = ++asked;
    if (!isOpen()) show([el("li", { class: "offers-note" }, "Looking…")]);
    const found = await suggest(text).catch((error) => error);
    if (turn !== asked || !node.isConnected || document.activeElement !== field) return;
    offers = Array.isArray(found) ? found : [];
    active = -1;
    field.removeAttribute("aria-activedescendant");
    if (offers.length > 0) show(offers.map(offerNode));
    else show([el("li", { class: "offers-note", role: "status" }, Array.isArray(found) ? "Nothing matches." : found.message)]);
  }
  function offerNode(option) {
    return el(
      "li",
      { role: "option", id: freshId("offer"), "aria-selected": "false", onmousedown: (event) => event.preventDefault(), onclick: () => take(option) },
      plain(option.text.text),
      option.description && el("small", {}, plain(option.description.text)),
    );
  }
  function show(rows) {
    list.replaceChildren(...rows);
    if (!isOpen()) list.showPopover();
    field.setAttribute("aria-expanded", "true");
    place();
    addEventListener("scroll", place, true);
  }
  function place() {
    if (!isOpen()) return removeEventListener("scroll", place, true);
    const { top, bottom, left, width } = field.getBoundingClientRect();
    list.style.width = `${width}px`;
    list.style.left = `${left}px`;
    const below = innerHeight - bottom - 12;
    const above = below < 160 && top > below;
    list.style.maxHeight = `${Math.min(320, above ? top - 12 : below)}px`;
    list.style.top = above ? `${top - list.offsetHeight - 4}px` : `${bottom + 4}px`;
  }
  function close() {
    asked++;
    clearTimeout(pause);
    active = -1;
    if (isOpen()) list.hidePopover();
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
    removeEventListener("scroll", place, true);
  }
  function leave() {
    close();
    field.value = chosenText();
  }
  function take(option) {
    field.dataset.option = JSON.stringify(option);
    field.value = chosenText();
    close();
    act(field, { selected: option.value });
  }
  function point(step) {
    active = (active + step + offers.length + (active < 0 && step < 0 ? 1 : 0)) % offers.length;
    [...list.children].forEach((row, i) => row.setAttribute("aria-selected", i === active));
    list.children[active].scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", list.children[active].id);
  }
  function onKey(event) {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && isOpen() && offers.length > 0) point(step);
    else if (step && !isOpen() && [...field.value.trim()].length >= fewest) ask(field.value.trim());
    else if (event.key === "Enter" && isOpen()) {
      if (active >= 0) take(offers[active]);
    } else if (event.key === "Escape" && isOpen()) {
      event.stopPropagation(); // puts the list away alone, not the dialog around it
      close();
    } else return;
    event.preventDefault();
  }

  return { node, control: field, read: () => ({ type: element.type, selected_option: chosen() }) };
}
