/**
 * Where the reader is, kept in the address: #/channels/C0READING?as=U0ADA&thread=1774854000.000100, #/app/home or
 * #/app/messages; a message's permalink leads to #C0READING/1774854000.000100. What is not there, or not for this
 * member, becomes the first channel.
 */
export function readRoute(workspace) {
  const [path, query = ""] = location.hash.replace(/^#\/?/, "").split("?");
  const asked = new URLSearchParams(query);
  const member = (find(workspace.users, asked.get("as")) ?? workspace.users[0]).id;
  const thread = asked.get("thread");
  const [kind, name] = path.split("/");
  if (kind === "app") return name === "messages" ? { member, tab: "messages", thread } : { member, tab: "home" };
  if (kind === "channels") return { member, channel: openTo(member, workspace, name), thread };
  if (kind.startsWith("D")) return { member, tab: "messages", thread: name };
  return { member, channel: openTo(member, workspace, kind), thread: name };
}

/** The channels that a member is in. */
export const channelsOf = (member, workspace) => workspace.channels.filter((channel) => channel.members.includes(member));

function openTo(member, workspace, id) {
  const channels = channelsOf(member, workspace);
  return (find(channels, id) ?? channels[0]).id;
}

const find = (things, id) => things.find((thing) => thing.id === id);

export function hashOf(route) {
  const query = new URLSearchParams({ as: route.member });
  if (route.thread) query.set("thread", route.thread);
  const path = route.channel ? `channels/${route.channel}` : `app/${route.tab}`;
  return `#/${path}?${query}`;
}

/** The same place for each address that shows the same list of messages. */
export const placeKey = (route) => `${route.member}/${route.channel ?? "direct"}`;
