import { el } from "./dom.js";

const LIFETIME_MS = 8000;

/** Shows a sentence for a while, above an open dialog too; errors interrupt a screen reader, others wait. */
function toast(sentence, kind) {
  const node = el(
    "div",
    { class: `toast ${kind}`, role: kind === "error" ? "alert" : "status", popover: "manual" },
    el("p", {}, sentence),
    el("button", { type: "button", class: "icon", "aria-label": "Dismiss", onclick: () => node.remove() }, "✕"),
  );
  document.querySelectorAll(".toast").forEach((older) => older.remove());
  // A dialog makes all outside of itself inert, so the toast lives inside the topmost one.
  const host = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document.body;
  host.append(node);
  node.showPopover();
  setTimeout(() => node.remove(), LIFETIME_MS);
}

export const showError = (error) => toast(error.message, "error");
export const showNote = (sentence) => toast(sentence, "note");

/** Runs the work; when it fails, says so in a toast. */
export async function orToast(work) {
  try {
    return await work();
  } catch (error) {
    showError(error);
    return undefined;
  }
}
