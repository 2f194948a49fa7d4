import { acting } from "./actions.js";
import { api } from "./api.js";
import { renderBlocks } from "./blocks.js";
import { busyWhile, byId, el, freshId } from "./dom.js";
import { plain } from "./mrkdwn.js";
import { replaceKeeping } from "./preserve.js";
import { orToast } from "./toast.js";
import { world } from "./world.js";

/** The open dialogs by their view's id, in the order of the stack. */
const open = new Map();

/** Shows the member's stack of modals: opens what is new, redraws what was updated, closes what is gone. */
export function drawModals(refresh) {
  const stack = world.views.modals;
  const wanted = new Set(stack.map((view) => view.id));
  open.get(stack.at(-1)?.id)?.dialog.classList.remove("under"); // visible first, to take the focus back
  [...open].filter(([id]) => !wanted.has(id)).forEach(([id, modal]) => {
    open.delete(id);
    modal.dialog.close();
    modal.dialog.remove();
    // The focus goes back to what opened the dialog; that may have been redrawn meanwhile.
    if (document.activeElement === document.body) byId("composer").focus();
  });
  stack.forEach((view) => {
    const modal = open.get(view.id) ?? openModal(view, refresh);
    if (modal.look !== lookOf(view)) redraw(modal, view, refresh);
  });
  stack.forEach((view, i) => open.get(view.id).dialog.classList.toggle("under", i < stack.length - 1));
}

const lookOf = (view) => JSON.stringify([view.title, view.submit, view.close, view.blocks]);

function openModal(view, refresh) {
  const title = freshId("modal");
  const form = el("form", { novalidate: true });
  const dialog = el("dialog", { class: "modal", "aria-labelledby": title, oncancel: (event) => { event.preventDefault(); dismiss(view, refresh); } }, form);
  const modal = { dialog, title, form, fields: [], look: null, nested: open.size > 0 };
  open.set(view.id, modal);
  redraw(modal, view, refresh);
  document.body.append(dialog);
  dialog.showModal();
  modal.fields[0]?.control.focus();
  return modal;
}

function redraw(modal, view, refresh) {
  modal.look = lookOf(view);
  modal.fields = [];
  const blocks = renderBlocks(view.blocks, acting({ view_id: view.id }, refresh), modal.fields);
  const leave = () => dismiss(view, refresh);
  const submit = view.submit && el("button", { type: "submit", class: "button primary" }, plain(view.submit.text));
  const close = el("button", { type: "button", class: "button", onclick: leave }, plain(view.close?.text ?? (modal.nested ? "Back" : "Cancel")));
  const form = el(
    "form",
    { class: "modal-form", novalidate: true, onsubmit: (event) => { event.preventDefault(); send(modal, view, submit, refresh); } },
    el(
      "header",
      { class: "modal-head" },
      el("h2", { id: modal.title }, plain(view.title.text)),
      el("button", { type: "button", class: "icon", "aria-label": "Close", onclick: leave }, "✕"),
    ),
    el("div", { class: "modal-body" }, blocks),
    el("footer", { class: "modal-foot" }, close, submit),
  );
  replaceKeeping(modal.form, form);
  modal.form = form;
}

async function dismiss(view, refresh) {
  await orToast(() => api.close(view.id, world.member));
  await refresh();
}

async function send(modal, view, button, refresh) {
  if (!button) return;
  const missing = modal.fields.filter((field) => field.required && isEmpty(field.read()));
  if (missing.length > 0) {
    showErrors(modal, Object.fromEntries(missing.map((field) => [field.blockId, "Please fill in this field."])));
    return;
  }
  await busyWhile(button, () =>
    orToast(async () => {
      const answer = await api.submit(view.id, world.member, valuesOf(modal.fields));
      if (answer.result === "errors") showErrors(modal, answer.errors);
      else await refresh();
    }),
  );
}

/** The form as Slack's view.state.values: block to action to what it holds. */
function valuesOf(fields) {
  const values = {};
  fields.forEach(({ blockId, actionId, read }) => {
    values[blockId] = { ...values[blockId], [actionId]: read() };
  });
  return values;
}

const isEmpty = ({ type, ...held }) => Object.values(held).every((value) => value === null || value.length === 0);

function showErrors(modal, errors) {
  const labelled = modal.fields.filter((field) => field.showError);
  labelled.forEach((field) => field.showError(errors[field.blockId]));
  labelled.find((field) => errors[field.blockId])?.control.focus();
}
