import { api, Unreachable } from "./api.js";
import { drawDemoBar, wireDemoBar } from "./clock.js";
import { createComposer } from "./composer.js";
import { byId } from "./dom.js";
import { coalesced, listen } from "./live.js";
import { drawModals } from "./modal.js";
import { drawPlace, messagesAt, showNewest, wirePlace } from "./place.js";
import { hashOf, placeKey, readRoute } from "./route.js";
import { drawSidebar, wireDrawer } from "./sidebar.js";
import { drawThread } from "./thread.js";
import { orToast, showError } from "./toast.js";
import { bot, botName, channel, loadFor, loadWorkspace, world } from "./world.js";

let route = null;
const currentRoute = () => route;

/** Fetches what the member sees and draws it; while the sandbox is silent, says so and keeps what is there. */
const refresh = coalesced(async () => {
  try {
    if (!route) await begin();
    await loadFor(route.member);
    byId("offline").hidden = true;
    draw();
  } catch (error) {
    if (error instanceof Unreachable) byId("offline").hidden = false;
    else showError(error);
  }
});

async function begin() {
  await loadWorkspace();
  route = readRoute(world.workspace);
  byId("welcome-help").textContent = `${world.workspace.command} help`;
  byId("help-setup").textContent = `${world.workspace.command} setup`;
  if (route.tab === "home") await api.openHome(route.member);
}

function draw() {
  if (world.member !== route.member) return;
  drawPlace(route, refresh, openThread);
  drawThread(route, refresh);
  composer.draw();
  threadComposer.draw();
  drawSidebar(route);
  drawDemoBar(route);
  drawModals(refresh);
}

async function onMove() {
  if (!route) return;
  const before = route;
  route = readRoute(world.workspace);
  draw();
  const homeOpened = route.tab === "home" && (before.tab !== "home" || before.member !== route.member);
  if (homeOpened) await orToast(() => api.openHome(route.member));
  await refresh();
}

function openThread(ts) {
  location.hash = hashOf({ ...route, thread: ts });
  if (route.thread === ts) threadComposer.focus();
  else addEventListener("hashchange", () => threadComposer.focus(), { once: true });
}

function closeThread() {
  const opener = byId("messages").querySelector(`[data-ts="${CSS.escape(route.thread)}"] .reply`);
  location.hash = hashOf({ ...route, thread: null });
  opener?.focus();
}

/** Where the bot's conversation with the member is; the sandbox takes the bot's id for one that has no message yet. */
const channelHere = () => route.channel ?? messagesAt(route)[0]?.channel ?? bot().id;

const composer = createComposer(
  "composer",
  () => ({
    key: placeKey(route),
    label: `Message ${route.channel ? `#${channel(route.channel).name}` : botName()}`,
    channel: channelHere(),
  }),
  async () => {
    await refresh();
    showNewest();
  },
);
const threadComposer = createComposer(
  "thread-composer",
  () => ({ key: `${placeKey(route)}/${route.thread}`, label: "Reply…", channel: channelHere(), thread: route.thread }),
  refresh,
);

byId("composer-slot").append(composer.node);
byId("thread-composer-slot").append(threadComposer.node);
byId("thread-close").addEventListener("click", closeThread);
byId("thread").addEventListener("keydown", (event) => event.key === "Escape" && !event.defaultPrevented && closeThread());
byId("skip").addEventListener("click", (event) => {
  event.preventDefault(); // the address says where the reader is, not what has the focus
  byId("composer").focus();
});
addEventListener("hashchange", onMove);
wireDrawer();
wirePlace(currentRoute, () => route && world.member === route.member && drawSidebar(route));
wireDemoBar(currentRoute, refresh);
listen(refresh);
refresh();
