const CONTROLS = "button, a[href], input, select, textarea, summary, [tabindex]";
const FIELDS = "input, select, textarea";

/**
 * Replaces a rendered node by its newer version without losing what the reader was doing in it: the focus, what was
 * typed or chosen but not sent, and how far a carousel was scrolled.
 */
export function replaceKeeping(older, newer) {
  const focused = keyed(older, CONTROLS, actionOf).find(([, control]) => control === document.activeElement);
  const selection = focused && selectionOf(focused[1]);
  const drafts = keyed(older, FIELDS, blockAndActionOf).filter(([, field]) => isTouched(field));
  const unfolded = keyed(older, "summary", actionOf).filter(([, summary]) => summary.parentElement.open);
  const scrolled = [...older.querySelectorAll(".carousel-track")].map((track) => track.scrollLeft);

  older.replaceWith(newer);

  const fields = new Map(keyed(newer, FIELDS, blockAndActionOf));
  drafts.forEach(([key, field]) => fields.has(key) && copyDraft(field, fields.get(key)));
  const summaries = new Map(keyed(newer, "summary", actionOf));
  unfolded.forEach(([key]) => summaries.has(key) && (summaries.get(key).parentElement.open = true));
  newer.querySelectorAll(".carousel-track").forEach((track, i) => track.scrollTo({ left: scrolled[i] ?? 0, behavior: "instant" }));
  const next = focused && new Map(keyed(newer, CONTROLS, actionOf)).get(focused[0]);
  if (next) {
    next.focus({ preventScroll: true });
    if (selection) next.setSelectionRange(...selection);
  }
}

const actionOf = (control) => control.closest("[data-action]")?.dataset.action ?? control.tagName;

/** As in Slack, a new block_id makes a new field: what was typed stays only where block and action are the same. */
const blockAndActionOf = (control) => `${control.closest("[data-block]")?.dataset.block}/${actionOf(control)}`;

/** The controls inside with keys that their successors have too: what they do, and which of those they are. */
function keyed(root, selector, nameOf) {
  const seen = new Map();
  return [...root.querySelectorAll(selector)].map((control) => {
    const name = nameOf(control);
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    return [`${name}/${nth}`, control];
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
  if (from.dataset.option) to.dataset.option = from.dataset.option;
  to.dispatchEvent(new CustomEvent("restored", { bubbles: true }));
}

const selectionOf = (field) =>
  field.tagName === "TEXTAREA" || field.type === "text" ? [field.selectionStart, field.selectionEnd] : null;
