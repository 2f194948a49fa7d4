import { el } from "./dom.js";
import { emojiFor, withEmoji } from "./emoji.js";
import { fillDate } from "./time.js";
import { bot, channel, nameOf, now, user, world, zone } from "./world.js";

// Slack's text markup: https://docs.slack.dev/messaging/formatting-message-text
// Everything becomes nodes; text from outside is never parsed as HTML.
const TOKENS = new RegExp(
  [
    "<[^<>\\n]+>", // link, mention or date
    "`[^`\\n]+`",
    ":[a-z0-9_+-]+:",
    "https?://[^\\s<>`]*[^\\s<>`.,;:!?)*_~'\"]",
    "[*_~]",
    "[^<`:h*_~]+",
    "[\\s\\S]",
  ].join("|"),
  "g",
);
const MARKS = { "*": "strong", _: "em", "~": "s" };
const BULLET = /^\s*(•|◦|-|\d+\.)\s+(.*)$/;

/** A mrkdwn text as nodes. */
export function mrkdwn(text) {
  const fragment = document.createDocumentFragment();
  text.split(/```\n?([\s\S]*?)\n?```\n?/).forEach((part, i) => {
    if (i % 2 === 1) fragment.append(el("pre", {}, el("code", {}, unescape(part))));
    else if (part !== "") fragment.append(...lines(part));
  });
  return fragment;
}

/** A text object of either kind as nodes. */
export function textNodes(object) {
  if (!object) return "";
  return object.type === "mrkdwn" ? mrkdwn(object.text) : plain(object.text);
}

/** A plain text with its emoji: no markup, as typed. */
export const plain = (text) => withEmoji(text);

/** What a person typed, as Slack's clients send it: the three control characters escaped. */
export const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const unescape = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

function lines(text) {
  const nodes = [];
  let quote = null;
  for (const line of text.replace(/\n$/, "").split("\n")) {
    const quoted = /^(?:>|&gt;)\s?(.*)$/.exec(line);
    if (quoted) {
      if (!quote) nodes.push((quote = el("blockquote")));
      quote.append(el("span", { class: "line" }, inline(quoted[1])));
    } else {
      quote = null;
      nodes.push(lineNode(line));
    }
  }
  return nodes;
}

function lineNode(line) {
  const bullet = BULLET.exec(line);
  if (bullet) {
    const mark = bullet[1] === "-" ? "•" : bullet[1];
    return el("span", { class: "line bullet" }, el("span", { class: "bullet-mark" }, mark), el("span", {}, inline(bullet[2])));
  }
  return el("span", { class: line.trim() === "" ? "line gap" : "line" }, inline(line));
}

const inline = (text) => spans(text.match(TOKENS) ?? []);

function spans(tokens) {
  const nodes = [];
  for (let i = 0; i < tokens.length; i++) {
    const end = closingMark(tokens, i);
    if (end > 0) {
      nodes.push(el(MARKS[tokens[i]], {}, spans(tokens.slice(i + 1, end))));
      i = end;
    } else {
      nodes.push(tokenNode(tokens[i]));
    }
  }
  return nodes;
}

/** Where the emphasis that opens at i closes, or -1: marks hug their words and stand outside of words. */
function closingMark(tokens, i) {
  const mark = tokens[i];
  if (!MARKS[mark] || endsInWord(tokens[i - 1]) || !tokens[i + 1] || /^\s/.test(tokens[i + 1])) return -1;
  for (let j = i + 2; j < tokens.length; j++) {
    if (tokens[j] === mark && !/\s$/.test(tokens[j - 1]) && !startsInWord(tokens[j + 1])) return j;
  }
  return -1;
}

const endsInWord = (token) => token !== undefined && /[\p{L}\p{N}]$/u.test(token);
const startsInWord = (token) => token !== undefined && /^[\p{L}\p{N}]/u.test(token);

function tokenNode(token) {
  if (token.length > 2 && token.startsWith("<")) return reference(token.slice(1, -1));
  if (token.length > 2 && token.startsWith("`")) return el("code", {}, unescape(token.slice(1, -1)));
  if (/^https?:\/\//.test(token)) return link(unescape(token), unescape(token));
  if (/^:[^:]+:$/.test(token)) return emojiFor(token.slice(1, -1)) ?? token;
  return unescape(token);
}

/** What stands between < and >: a person, a channel, a special mention, a date, or a link. */
function reference(body) {
  const cut = body.indexOf("|");
  const target = cut < 0 ? body : body.slice(0, cut);
  const label = cut < 0 ? "" : unescape(body.slice(cut + 1));
  if (target.startsWith("@")) return person(target.slice(1), label);
  if (target.startsWith("#")) return place(target.slice(1), label);
  if (target.startsWith("!date^")) return date(target, label);
  if (target.startsWith("!")) return el("span", { class: "mention" }, label || `@${target.slice(1)}`);
  return link(unescape(target), withEmoji(label) || unescape(target).replace(/^mailto:/, ""));
}

function person(id, label) {
  const known = id === bot().id || user(id);
  const mine = id === world.member ? " me" : "";
  return el("span", { class: `mention${mine}` }, `@${known ? nameOf(id) : label || id}`);
}

function place(id, label) {
  const name = `#${channel(id)?.name ?? (label || id)}`;
  if (!channel(id)) return el("span", { class: "mention" }, name);
  return el("a", { class: "mention", href: `#/channels/${id}?as=${world.member}` }, name);
}

function date(target, fallback) {
  const [, seconds, pattern, url] = target.split("^");
  const instant = new Date(Number(seconds) * 1000);
  if (!pattern || Number.isNaN(instant.getTime())) return fallback || target;
  const text = fillDate(pattern, instant, now(), zone());
  return url ? link(url, text) : el("time", { datetime: instant.toISOString() }, text);
}

/** A link that opens beside the page; any address that is not the web's or mail's is shown as text. */
function link(url, text) {
  return isSafe(url) ? el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, text) : text;
}

export const isSafe = (url) => /^(https?:\/\/|mailto:)/i.test(url);
