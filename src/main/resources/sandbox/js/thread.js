import { byId } from "./dom.js";
import { drawMessages } from "./messages.js";
import { messagesAt } from "./place.js";
import { placeKey } from "./route.js";
import { isAtEnd, toEnd } from "./scrolling.js";
import { botName, channel } from "./world.js";

let shown = null;

/** Draws the thread that the route names beside the place, or hides the panel. */
export function drawThread(route, refresh) {
  const messages = route.thread ? messagesAt(route).filter((m) => m.ts === route.thread || m.thread_ts === route.thread) : [];
  const panel = byId("thread");
  panel.hidden = messages.length === 0;
  document.body.classList.toggle("threaded", !panel.hidden);
  const key = panel.hidden ? null : `${placeKey(route)}/${route.thread}`;
  const opened = key !== shown;
  shown = key;
  if (opened) byId("thread-messages").replaceChildren();
  if (panel.hidden) return;
  const follow = opened || isAtEnd(byId("thread-scroller"));
  byId("thread-place").textContent = route.channel ? `# ${channel(route.channel).name}` : botName();
  drawMessages(byId("thread-messages"), messages, refresh);
  if (follow) toEnd(byId("thread-scroller"));
}
