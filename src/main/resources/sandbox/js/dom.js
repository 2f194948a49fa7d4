/**
 * Builds an element. Strings among the children become text nodes, never markup; attributes that are null, undefined
 * or false are left out; a name such as "onclick" with a function listens.
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export const byId = (id) => document.getElementById(id);

let lastId = 0;

/** An id that no other element of the page has. */
export const freshId = (stem) => `${stem}-${++lastId}`;

/** Runs the work while the control says that it is busy; a second click meanwhile does nothing. */
export async function busyWhile(control, work) {
  if (control.getAttribute("aria-busy") === "true") return;
  control.setAttribute("aria-busy", "true");
  try {
    await work();
  } finally {
    control.removeAttribute("aria-busy");
  }
}
