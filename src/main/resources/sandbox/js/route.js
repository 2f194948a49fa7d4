/** Where the reader is, kept in the address: #/channels/C0READING?as=U0ADA&thread=1774854000.000100 */
export function readRoute(workspace) {
  const [path, query = ""] = location.hash.replace(/^#\/?/, "").split("?");
  const asked = new URLSearchParams(query);
  const member = known(workspace.users, asked.get("as")) ?? workspace.users[0].id;
  const [kind, name] = path.split("/");
  if (kind === "app" && name !== "messages") return { member, tab: "home" };
  if (kind === "app") return { member, tab: "messages", thread: asked.get("thread") };
  return {
    member,
    channel: known(workspace.channels, name) ?? workspace.channels[0].id,
    thread: asked.get("thread"),
  };
}

const known = (things, id) => things.find((thing) => thing.id === id)?.id;

export function hashOf(route) {
  const query = new URLSearchParams({ as: route.member });
  if (route.thread) query.set("thread", route.thread);
  const path = route.channel ? `channels/${route.channel}` : `app/${route.tab}`;
  return `#/${path}?${query}`;
}

/** The same place for each address that shows the same list of messages. */
export const placeKey = (route) => `${route.member}/${route.channel ?? "direct"}`;
