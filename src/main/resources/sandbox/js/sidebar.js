import { avatar } from "./avatar.js";
import { byId, el } from "./dom.js";
import { channelsOf, hashOf } from "./route.js";
import { unreadDirect, unreadIn } from "./unread.js";
import { bot, botName, world } from "./world.js";

const phone = matchMedia("(max-width: 760px)");

/** Draws the list of places; a drawer on a phone. */
export function drawSidebar(route) {
  const sidebar = byId("sidebar");
  const focused = sidebar.contains(document.activeElement) && document.activeElement.getAttribute("href");
  const inChannel = (channel) => ({ member: route.member, channel });
  const inApp = (tab) => ({ member: route.member, tab });
  sidebar.replaceChildren(
    el("p", { class: "team" }, world.workspace.team_name),
    group("Channels", channelsOf(route.member, world.workspace).map((c) => entry(inChannel(c.id), route, hash(), c.name, unreadIn(c.id)))),
    group("Direct messages", [entry(inApp("messages"), route, avatar(bot().id), botName(), unreadDirect(route.member))]),
    group("Apps", [entry(inApp("home"), route, avatar(bot().id), `${botName()} Home`, 0)]),
  );
  if (focused) sidebar.querySelector(`[href="${CSS.escape(focused)}"]`)?.focus();
}

const hash = () => el("span", { class: "hash", "aria-hidden": "true" }, "#");

function group(name, entries) {
  return el("section", { "aria-label": name }, el("h2", {}, name), el("ul", {}, entries.map((e) => el("li", {}, e))));
}

function entry(target, route, sign, name, unread) {
  const current = target.channel ? target.channel === route.channel : target.tab === route.tab;
  return el(
    "a",
    { href: hashOf(target), class: unread > 0 && !current ? "entry-link unread" : "entry-link", "aria-current": current ? "page" : null },
    sign,
    el("span", { class: "entry-name" }, name),
    unread > 0 && !current && el("span", { class: "dot" }, el("span", { class: "unseen" }, `, ${unread} new`)),
  );
}

/** Makes the drawer open, and close again by Escape, by the veil, by a choice, or by a wider window. */
export function wireDrawer() {
  const opener = byId("drawer-open");
  const show = (open) => {
    document.body.classList.toggle("drawer", open);
    byId("scrim").hidden = !open;
    byId("sidebar").inert = phone.matches && !open;
    opener.setAttribute("aria-expanded", open);
  };
  const leave = () => {
    if (!document.body.classList.contains("drawer")) return;
    show(false);
    opener.focus();
  };
  opener.addEventListener("click", () => {
    show(true);
    byId("sidebar").querySelector("[aria-current]")?.focus();
  });
  byId("scrim").addEventListener("click", leave);
  addEventListener("hashchange", leave);
  byId("sidebar").addEventListener("keydown", (event) => event.key === "Escape" && leave());
  phone.addEventListener("change", () => show(false));
  show(false);
}
