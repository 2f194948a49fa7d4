import { el, freshId } from "./dom.js";
import { plain, textNodes } from "./mrkdwn.js";

/** Asks what an element's confirm object says; answers whether the person went on. */
export function confirmed(confirm) {
  const title = freshId("confirm");
  const accept = el("button", { type: "submit", value: "yes", class: `button ${confirm.style ?? "primary"}` }, plain(confirm.confirm?.text ?? "Yes"));
  const deny = el("button", { type: "submit", value: "no", class: "button" }, plain(confirm.deny?.text ?? "Cancel"));
  const dialog = el(
    "dialog",
    { class: "modal confirm", "aria-labelledby": title },
    el(
      "form",
      { method: "dialog" },
      el("header", { class: "modal-head" }, el("h2", { id: title }, plain(confirm.title.text))),
      el("div", { class: "modal-body" }, textNodes(confirm.text)),
      el("footer", { class: "modal-foot" }, deny, accept),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
  accept.focus();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
  });
}
