import { api } from "./api.js";
import { busyWhile, el, freshId } from "./dom.js";
import { escape } from "./mrkdwn.js";
import { showError } from "./toast.js";
import { world } from "./world.js";

/** What the hint offers; the app's own help tells the rest. */
const HINTS = [
  { verb: "help", says: "what Lectern can do here" },
  { verb: "setup", says: "make this channel a reading group" },
];

/**
 * A field to write in. Drafts are kept for each place. `target()` answers {key, label, channel, thread}: where it
 * writes to now; `sent()` is called after each message.
 */
export function createComposer(id, target, sent) {
  const drafts = new Map();
  const hints = el("ul", { class: "hints", id: freshId("hints"), role: "listbox", "aria-label": "Commands", hidden: true });
  const field = el("textarea", {
    id, rows: 1, autocomplete: "off", "aria-controls": hints.id, "aria-autocomplete": "list", oninput: hint, onkeydown: onKey, onblur: hideHints,
  });
  const send = el("button", { type: "submit", class: "button primary send", "aria-label": "Send" }, "➤");
  const node = el("form", { class: "composer", onsubmit: (event) => { event.preventDefault(); submit(); } }, hints, el("div", { class: "composer-box" }, field, send));
  let key = null;
  let active = -1;

  function draw() {
    const { key: nextKey, label } = target();
    field.placeholder = label;
    field.setAttribute("aria-label", label);
    if (nextKey === key) return;
    if (key !== null) drafts.set(key, field.value);
    key = nextKey;
    field.value = drafts.get(key) ?? "";
    hint();
  }

  async function submit() {
    const text = field.value.trim();
    if (text === "") return;
    await busyWhile(send, async () => {
      try {
        await deliver(text);
        field.value = "";
        hideHints();
      } catch (error) {
        showError(error);
      }
      await sent();
    });
  }

  async function deliver(text) {
    const { channel, thread } = target();
    if (!isCommand(text)) return api.say({ user: world.member, channel, text: escape(text), ...(thread && { thread_ts: thread }) });
    if (thread) throw new Error(`${command()} does not work in threads. Type it in the channel.`);
    return api.command(world.member, channel, text);
  }

  function hint() {
    const typed = field.value.toLowerCase();
    const offers = typed.startsWith("/") && !target().thread
      ? HINTS.filter(({ verb }) => `${command()} ${verb}`.startsWith(typed.trimEnd()) && typed.trimEnd() !== `${command()} ${verb}`)
      : [];
    active = -1;
    hints.hidden = offers.length === 0;
    hints.replaceChildren(...offers.map(({ verb, says }) =>
      el("li", { role: "option", id: freshId("hint"), "aria-selected": "false", onmousedown: (event) => { event.preventDefault(); take(`${command()} ${verb}`); } },
        el("strong", {}, `${command()} ${verb}`), ` ${says}`)));
    field.removeAttribute("aria-activedescendant");
  }

  function take(text) {
    field.value = text;
    hideHints();
    field.focus();
  }

  function hideHints() {
    hints.hidden = true;
    active = -1;
    field.removeAttribute("aria-activedescendant");
  }

  function point(step) {
    const options = [...hints.children];
    active = (active + step + options.length + (active < 0 && step < 0 ? 1 : 0)) % options.length;
    options.forEach((option, i) => option.setAttribute("aria-selected", i === active));
    field.setAttribute("aria-activedescendant", options[active].id);
  }

  function onKey(event) {
    if (event.isComposing) return;
    const hinting = !hints.hidden;
    const chosen = hinting && active >= 0 && hints.children[active].querySelector("strong").textContent;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (hinting && step) point(step);
    else if (hinting && event.key === "Escape") hideHints();
    else if (chosen && (event.key === "Tab" || event.key === "Enter")) take(chosen);
    else if (event.key === "Enter" && !event.shiftKey) submit();
    else return;
    event.preventDefault();
  }

  return { node, draw, focus: () => field.focus() };
}

const command = () => world.workspace.command;

const isCommand = (text) => text === command() || text.startsWith(`${command()} `);
