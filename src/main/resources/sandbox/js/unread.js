import { authorOf } from "./messages.js";
import { world } from "./world.js";

const STORE = "lectern.read";

/** Up to which ts each member has read each place; kept for as long as the browser's tab is open. */
const marks = new Map(JSON.parse(sessionStorage.getItem(STORE) ?? "[]"));

const keyOf = (member, place) => `${member}/${place}`;

export function markRead(member, place, messages) {
  const newest = messages.at(-1)?.ts;
  if (!newest || marks.get(keyOf(member, place)) === newest) return;
  marks.set(keyOf(member, place), newest);
  sessionStorage.setItem(STORE, JSON.stringify([...marks]));
}

/** How many messages of others a member has not seen in a channel. */
export const unreadIn = (channel) => unread(world.member, channel, world.channels.get(channel) ?? []);

/** How many direct messages of the bot a member has not seen. */
export const unreadDirect = (member) => unread(member, "direct", world.direct.get(member) ?? []);

function unread(member, place, messages) {
  const mark = Number(marks.get(keyOf(member, place)) ?? 0);
  return messages.filter((m) => Number(m.ts) > mark && authorOf(m) !== member).length;
}
