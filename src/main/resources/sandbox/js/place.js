import { byId, el } from "./dom.js";
import { drawHome } from "./home.js";
import { authorName, authorOf, drawMessages } from "./messages.js";
import { hashOf, placeKey } from "./route.js";
import { isAtEnd, toEnd } from "./scrolling.js";
import { markRead } from "./unread.js";
import { bot, botName, channel, nameOf, user, world } from "./world.js";

const SPOKEN_LENGTH = 200;

let shown = null;
let newest = 0;

/** The messages of a channel, or between the member and the bot, thread replies included; oldest first. */
export const messagesAt = (route) =>
  (route.channel ? world.channels.get(route.channel) : world.direct.get(route.member)) ?? [];

export const isReply = (message) => message.thread_ts !== undefined && message.thread_ts !== message.ts;

/** Draws the middle of the page: the channel, or Lectern's messages or Home. */
export function drawPlace(route, refresh, openThread) {
  drawHead(route);
  const atHome = route.tab === "home";
  byId("scroller").hidden = atHome;
  byId("composer-slot").hidden = atHome;
  byId("home").hidden = !atHome;
  if (atHome) {
    drawHome(byId("home"), refresh);
    byId("newer").hidden = true;
    shown = null;
  } else {
    drawConversation(route, refresh, openThread);
  }
}

function drawConversation(route, refresh, openThread) {
  const scroller = byId("scroller");
  const messages = messagesAt(route);
  const arrived = shown !== placeKey(route);
  const follow = arrived || isAtEnd(scroller);
  if (arrived) byId("messages").replaceChildren();
  drawMessages(byId("messages"), messages.filter((m) => !isReply(m)), refresh, { replies: repliesIn(messages), openThread });
  drawEmpty(route, messages);
  shown = placeKey(route);
  if (follow) toEnd(scroller);
  const fresh = messages.filter((m) => Number(m.ts) > newest && authorOf(m) !== world.member);
  if (!arrived && fresh.length > 0) {
    announce(fresh.at(-1));
    byId("newer").hidden = follow;
  }
  newest = Number(messages.at(-1)?.ts ?? 0);
  noteRead(route);
}

function repliesIn(messages) {
  const replies = new Map();
  messages.filter(isReply).forEach((m) => replies.set(m.thread_ts, [...(replies.get(m.thread_ts) ?? []), m]));
  return replies;
}

function noteRead(route) {
  if (document.hidden || route.tab === "home" || !isAtEnd(byId("scroller"))) return;
  byId("newer").hidden = true;
  markRead(route.member, route.channel ?? "direct", messagesAt(route));
}

function announce(message) {
  byId("announcer").textContent = `${authorName(message)}: ${(message.text ?? "").slice(0, SPOKEN_LENGTH)}`;
}

function drawHead(route) {
  const here = route.channel && channel(route.channel);
  const name = here ? `# ${here.name}` : botName();
  byId("place-name").textContent = name;
  document.title = `${name} · ${world.workspace.team_name}`;
  byId("place-topic").textContent = here ? here.topic : "App";
  const members = here ? here.members.filter(user).map(nameOf) : [];
  byId("place-members").textContent = here ? `${members.length} members` : "";
  byId("place-members").title = members.join(", ");
  byId("place-tabs").hidden = Boolean(here);
  byId("place-tabs").replaceChildren(tab(route, "home", "Home"), tab(route, "messages", "Messages"));
}

const tab = (route, to, name) =>
  el("a", { href: hashOf({ member: route.member, tab: to }), "aria-current": route.tab === to ? "page" : null }, name);

function drawEmpty(route, messages) {
  const empty = byId("empty");
  empty.hidden = messages.length > 0;
  const here = route.channel && channel(route.channel);
  empty.replaceChildren(
    el("h2", {}, here ? `Welcome to #${here.name}` : `This is between you and ${botName()}`),
    here
      ? el("p", {}, "Nothing was said here yet. Type ", hintsFor(here), " below to make this channel a reading group.")
      : el("p", {}, `When ${botName()} has something to ask of you alone, it writes here.`),
  );
}

function hintsFor(here) {
  const setup = el("code", {}, `${world.workspace.command} setup`);
  return here.members.includes(bot().id) ? [setup] : [el("code", {}, `/invite @${bot().name}`), " and then ", setup];
}

/** Shows the newest, as after one's own message. */
export const showNewest = () => toEnd(byId("scroller"));

/** `read()` is called when the reader has come to see what was unread. */
export function wirePlace(currentRoute, read) {
  const onSeen = () => {
    noteRead(currentRoute());
    read();
  };
  byId("scroller").addEventListener("scrollend", onSeen);
  document.addEventListener("visibilitychange", onSeen);
  byId("newer").addEventListener("click", () => {
    showNewest();
    byId("composer").focus();
    onSeen();
  });
}
