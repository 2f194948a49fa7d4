import { acting } from "./actions.js";
import { api } from "./api.js";
import { avatar } from "./avatar.js";
import { renderBlocks } from "./blocks.js";
import { busyWhile, el } from "./dom.js";
import { menuButton } from "./menu.js";
import { mrkdwn } from "./mrkdwn.js";
import { replaceKeeping } from "./preserve.js";
import { dayKey, dayName, instantOf, timeOfDay } from "./time.js";
import { orToast } from "./toast.js";
import { bot, botName, nameOf, now, world, zone } from "./world.js";

/** Messages of one author within this time stand under one name. */
const TOGETHER_SECONDS = 300;

/**
 * Brings a list up to date with the messages, rebuilding only what changed, so that focus, drafts and scrolled
 * carousels stay. `openThread(ts)` shows a thread; without it the messages have no thread links.
 */
export function drawMessages(list, messages, refresh, { replies, openThread } = {}) {
  const rows = [];
  let previous = null;
  for (const message of messages) {
    const day = dayKey(instantOf(message.ts), zone());
    const newDay = !previous || dayKey(instantOf(previous.ts), zone()) !== day;
    if (newDay) rows.push(dayRow(message, day));
    rows.push(messageRow(message, !newDay && belongsTo(previous, message), replies?.get(message.ts) ?? [], refresh, openThread));
    previous = message;
  }
  sync(list, rows);
}

export const authorOf = (message) => (message.bot_id ? bot().id : message.user);

export const authorName = (message) => (message.bot_id ? (message.username ?? botName()) : nameOf(message.user));

const belongsTo = (previous, message) =>
  authorOf(previous) === authorOf(message) &&
  !previous.ephemeral &&
  !message.ephemeral &&
  !message.blocks?.length &&
  Number(message.ts) - Number(previous.ts) < TOGETHER_SECONDS;

/** Makes the list's children the rows, in their order; a row is {key, look, build}, rebuilt when its look differs. */
function sync(list, rows) {
  const old = new Map([...list.children].map((node) => [node.dataset.key, node]));
  let place = null;
  for (const row of rows) {
    let node = old.get(row.key);
    old.delete(row.key);
    if (node?.look !== row.look) {
      const built = row.build();
      built.dataset.key = row.key;
      built.look = row.look;
      if (node) replaceKeeping(node, built);
      node = built;
    }
    const next = place ? place.nextSibling : list.firstChild;
    if (next !== node) list.insertBefore(node, next);
    place = node;
  }
  old.forEach((node) => node.remove());
}

function dayRow(message, day) {
  const name = dayName(instantOf(message.ts), now(), zone());
  return {
    key: `day ${day}`,
    look: name,
    build: () => el("li", { class: "day" }, el("h2", {}, name)),
  };
}

function messageRow(message, together, replies, refresh, openThread) {
  const repliers = [...new Set(replies.map(authorOf))];
  return {
    key: `${message.channel} ${message.ts} ${message.ephemeral ? message.to : ""}`,
    look: JSON.stringify([message, together, replies.length, repliers, world.member, zone()]),
    build: () => messageNode(message, together, replies.length, repliers, refresh, openThread),
  };
}

function messageNode(message, together, replyCount, repliers, refresh, openThread) {
  const at = instantOf(message.ts);
  const time = el("time", { class: "time", datetime: at.toISOString() }, timeOfDay(at, zone()));
  const head = !together && el(
    "p",
    { class: "message-head" },
    el("strong", { class: "author" }, authorName(message)),
    message.bot_id && el("span", { class: "badge" }, "App"),
    time,
  );
  const canReply = openThread && !message.ephemeral;
  return el(
    "li",
    { class: `message${together ? " together" : ""}${message.ephemeral ? " ephemeral" : ""}`, "data-ts": message.ts },
    el("div", { class: "gutter" }, together ? time.cloneNode(true) : avatar(authorOf(message))),
    el(
      "div",
      { class: "content" },
      message.ephemeral && el("p", { class: "only-you" }, el("span", { "aria-hidden": "true" }, "👁 "), "Only visible to you"),
      head,
      bodyOf(message, refresh),
      message.files?.map(fileOf),
      message.attachments?.map((attachment) => unfurlOf(message, attachment, refresh)),
      canReply && replyCount > 0 && threadLink(message, replyCount, repliers, openThread),
    ),
    !message.ephemeral && shortcuts(message, refresh),
    canReply && el("button", { type: "button", class: "icon reply", title: "Reply in thread", "aria-label": `Reply to ${authorName(message)} in a thread`, onclick: () => openThread(message.ts) }, "💬"),
  );
}

function bodyOf(message, refresh) {
  const edited = message.edited && el("span", { class: "edited" }, " (edited)");
  if (!message.blocks?.length) return el("div", { class: "text" }, mrkdwn(message.text ?? ""), edited);
  return el("div", { class: "blocks" }, renderBlocks(message.blocks, acting({ channel: message.channel, ts: message.ts }, refresh)), edited);
}

/** A file that came with the message, to be downloaded from the sandbox. */
function fileOf(file) {
  const at = new URL(file.url_private, location.href);
  return el(
    "p",
    { class: "file" },
    el("a", { href: at.pathname, download: file.name }, el("span", { "aria-hidden": "true" }, "📄 "), file.title),
    el("small", {}, `${file.name}, ${file.size.toLocaleString("en")} bytes`),
  );
}

/** What the app shows below a link, with its name, as Slack shows it. */
function unfurlOf(message, attachment, refresh) {
  const act = acting({ channel: message.channel, ts: message.ts }, refresh);
  return el(
    "aside",
    { class: "unfurl", "aria-label": `${botName()} about ${attachment.app_unfurl_url}` },
    el("p", { class: "unfurl-app" }, avatar(bot().id), el("strong", {}, botName()), el("span", { class: "badge" }, "App")),
    el("div", { class: "blocks" }, renderBlocks(attachment.blocks, act)),
  );
}

/** The app's entries in a message's menu; what they answer shows as any other message. */
function shortcuts(message, refresh) {
  const entries = (world.workspace.shortcuts ?? []).map(({ callback_id, name }) => ({
    text: name,
    choose: (opener) =>
      busyWhile(opener, () =>
        orToast(async () => {
          await api.shortcut({ user: world.member, callback_id, channel: message.channel, ts: message.ts });
          await refresh();
        }),
      ),
  }));
  if (entries.length === 0) return null;
  const { opener, menu } = menuButton({ class: "icon reply shortcuts", title: "More actions", "aria-label": `More actions on the message of ${authorName(message)}` }, "⋯", entries);
  return [opener, menu];
}

function threadLink(message, count, repliers, openThread) {
  return el(
    "button",
    { type: "button", class: "replies", onclick: () => openThread(message.ts) },
    repliers.slice(0, 4).map(avatar),
    el("span", {}, count === 1 ? "1 reply" : `${count} replies`),
  );
}
