import { api } from "./api.js";
import { busyWhile, el, freshId } from "./dom.js";
import { escape } from "./mrkdwn.js";
import { showError } from "./toast.js";
import { bot, botName, channel, world } from "./world.js";

/** What the hint offers in a channel; the app's own help tells the rest. */
function offersIn(place) {
  const { command } = world.workspace;
  const invite = { text: `/invite @${bot().name}`, says: `bring ${botName()} into this channel` };
  const known = [
    { text: `${command} help`, says: `what ${botName()} can do here` },
    { text: `${command} setup`, says: "make this channel a reading group" },
  ];
  return channel(place)?.members.includes(bot().id) === false ? [invite, ...known] : known;
}

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
      const from = key;
      field.value = "";
      hideHints();
      try {
        await deliver(text);
      } catch (error) {
        giveBack(text, from);
        showError(error);
      }
      await sent();
    });
  }

  /** Puts a text that could not be sent back where it was written, unless something else was begun there. */
  function giveBack(text, from) {
    if (from !== key) drafts.set(from, text);
    else if (field.value === "") field.value = text;
  }

  async function deliver(text) {
    const { channel: place, thread } = target();
    if (!text.startsWith("/")) return api.say({ user: world.member, channel: place, text: escape(text), ...(thread && { thread_ts: thread }) });
    if (thread) throw new Error(`${text.split(/\s/)[0]} does not work in threads. Type it in the channel.`);
    return api.command(world.member, place, text);
  }

  function hint() {
    const typed = field.value.toLowerCase().trimEnd();
    const { channel: place, thread } = target();
    const offers = typed.startsWith("/") && !thread
      ? offersIn(place).filter(({ text }) => text.startsWith(typed) && text !== typed)
      : [];
    active = -1;
    hints.hidden = offers.length === 0;
    hints.replaceChildren(...offers.map(offerNode));
    field.removeAttribute("aria-activedescendant");
  }

  function offerNode({ text, says }) {
    const onmousedown = (event) => {
      event.preventDefault();
      take(text);
    };
    return el("li", { role: "option", id: freshId("hint"), "aria-selected": "false", "data-text": text, onmousedown }, el("strong", {}, text), ` ${says}`);
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
    const chosen = hinting && active >= 0 && hints.children[active].dataset.text;
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
