import { el } from "./dom.js";

/** A button that opens a list of entries {text, choose}; arrows walk through it, Escape puts it away. */
export function menuButton(attributes, face, entries) {
  const items = entries.map(({ text, choose }) =>
    el("button", { type: "button", role: "menuitem", onclick: () => { menu.hidePopover(); choose(opener); } }, text),
  );
  const menu = el("div", { class: "menu", popover: "auto", role: "menu", onkeydown: walk }, items);
  const opener = el("button", { type: "button", "aria-haspopup": "menu", ...attributes, onclick: open }, face);

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
  return { opener, menu };
}
