const CONTROLS = "button, a[href], input, select, textarea, summary, [tabindex]";
const FIELDS = "input, select, textarea";

/**
 * Replaces a rendered node by its newer version without losing what the reader was doing in it: the focus, what was
 * typed or chosen but not sent, and how far a carousel was scrolled.
 */
export function replaceKeeping(older, newer) {
  const focused = keyed(older, CONTROLS).find(([, control]) => control === document.activeElement);
  const selection = focused && selectionOf(focused[1]);
  const drafts = keyed(older, FIELDS).filter(([, field]) => isTouched(field));
  const unfolded = keyed(older, "summary").filter(([, summary]) => summary.parentElement.open);
  const scrolled = [...older.querySelectorAll(".carousel-track")].map((track) => track.scrollLeft);

  older.replaceWith(newer);

  const fields = new Map(keyed(newer, FIELDS));
  drafts.forEach(([key, field]) => fields.has(key) && copyDraft(field, fields.get(key)));
  const summaries = new Map(keyed(newer, "summary"));
  unfolded.forEach(([key]) => summaries.has(key) && (summaries.get(key).parentElement.open = true));
  newer.querySelectorAll(".carousel-track").forEach((track, i) => track.scrollTo({ left: scrolled[i] ?? 0, behavior: "instant" }));
  const next = focused && new Map(keyed(newer, CONTROLS)).get(focused[0]);
  if (next) {
    next.focus({ preventScroll: true });
    if (selection) next.setSelectionRange(...selection);
  }
}

/** The controls inside with keys that their successors have too: block, action, and which of those it is. */
function keyed(root, selector) {
  const seen = new Map();
  return [...root.querySelectorAll(selector)].map((control) => {
    const block = control.closest("[data-block]")?.dataset.block ?? "";
    const action = control.closest("[data-action]")?.dataset.action ?? control.tagName;
    const base = `${block}/${action}`;
    const nth = seen.get(base) ?? 0;
    seen.set(base, nth + 1);
    return [`${base}/${nth}`, control];
  });
}

function isTouched(field) {
  if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
  if (field.tagName === "SELECT") return field.value !== field.dataset.initial;
  return field.value !== field.defaultValue;
}

function copyDraft(from, to) {
  if (to.type === "checkbox" || to.type === "radio") to.checked = from.checked;
  else if (to.tagName !== "SELECT" || [...to.options].some((o) => o.value === from.value)) to.value = from.value;
  to.dispatchEvent(new CustomEvent("restored", { bubbles: true }));
}

const selectionOf = (field) =>
  field.tagName === "TEXTAREA" || field.type === "text" ? [field.selectionStart, field.selectionEnd] : null;
