import { api } from "./api.js";

/** What the page last heard from the sandbox, as the current member sees it. */
export const world = {
  workspace: null,
  member: null,
  /** Channel id to its messages, oldest first. */
  channels: new Map(),
  /** User id to the messages between that user and the bot, oldest first. */
  direct: new Map(),
  views: { modals: [], home: null },
};

export async function loadWorkspace() {
  world.workspace = await api.workspace();
}

/** Fetches everything anew for a member; what was there stays until all of it has come. */
export async function loadFor(member) {
  const { channels, users } = world.workspace;
  const [workspace, views, inChannels, direct] = await Promise.all([
    api.workspace(),
    api.views(member),
    Promise.all(channels.map((c) => api.channelMessages(c.id, member))),
    Promise.all(users.map((u) => api.directMessages(u.id))),
  ]);
  world.workspace = workspace;
  world.member = member;
  world.views = views;
  world.channels = new Map(channels.map((c, i) => [c.id, inChannels[i].messages.filter((m) => visibleTo(member, m))]));
  world.direct = new Map(users.map((u, i) => [u.id, direct[i].messages.filter((m) => !world.channels.has(m.channel))]));
}

const visibleTo = (member, message) => !message.ephemeral || message.to === member;

export const now = () => new Date(world.workspace.now);
export const bot = () => world.workspace.bot;
export const user = (id) => world.workspace.users.find((u) => u.id === id);
export const channel = (id) => world.workspace.channels.find((c) => c.id === id);
export const me = () => user(world.member);
export const zone = () => me()?.tz ?? "UTC";

/** The name that people read: the bot's with a capital, a member's in full. */
export function nameOf(id) {
  if (id === bot().id) return botName();
  const person = user(id);
  return person ? person.real_name || person.name : id;
}

export const botName = () => bot().name.charAt(0).toUpperCase() + bot().name.slice(1);
