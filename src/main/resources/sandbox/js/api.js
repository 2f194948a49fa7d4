/** The sandbox said no, or did not answer; the message is a sentence for the person. */
export class Refused extends Error {}

/** No answer at all: the sandbox is gone, or not there yet. */
export class Unreachable extends Error {}

async function call(path, body) {
  const request = body === undefined
    ? { headers: { accept: "application/json" } }
    : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(`/sandbox/${path}`, request).catch(() => {
    throw new Unreachable("The sandbox does not answer. Is it still running?");
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok || answer.ok === false) {
    throw new Refused(answer.text || answer.error || `The sandbox answered ${response.status}.`);
  }
  return answer;
}

const id = encodeURIComponent;

export const api = {
  workspace: () => call("workspace"),
  channelMessages: (channel, user) => call(`channels/${id(channel)}/messages?user=${id(user)}`),
  directMessages: (user) => call(`users/${id(user)}/messages`),
  views: (user) => call(`users/${id(user)}/views`),
  command: (user, channel, text) => call("commands", { user, channel, text }),
  say: (message) => call("messages", message),
  act: (action) => call("actions", action),
  suggest: (typed) => call("suggestions", typed),
  submit: (view, user, values) => call(`views/${id(view)}/submit`, { user, values }),
  close: (view, user) => call(`views/${id(view)}/close`, { user }),
  openHome: (user) => call("home", { user }),
  moveClock: (move) => call("clock", move),
  extras: () => call("extras"),
  letOthersAct: (user) => call("extras", { user }),
};
