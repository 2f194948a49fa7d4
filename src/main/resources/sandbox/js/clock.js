import { api } from "./api.js";
import { byId, el } from "./dom.js";
import { hashOf } from "./route.js";
import { clockFace } from "./time.js";
import { orToast, showNote } from "./toast.js";
import { unreadDirect } from "./unread.js";
import { welcome } from "./welcome.js";
import { now, world, zone } from "./world.js";

const buttons = () => [...document.querySelectorAll("[data-clock], #others")];

/** Draws who the visitor is and what time it is in the sandbox, in that member's zone. */
export function drawDemoBar(route) {
  byId("clock-now").replaceChildren(...clockFace(now(), zone()).map((part) => el("span", {}, part)));
  byId("clock-now").dateTime = world.workspace.now;
  const options = world.workspace.users.map((person) => {
    const unread = person.id === route.member ? 0 : unreadDirect(person.id);
    const note = unread > 0 ? ` · ${unread} new` : "";
    return { value: person.id, text: person.real_name + note };
  });
  const select = byId("member");
  const look = JSON.stringify(options);
  if (select.look !== look) {
    select.look = look;
    select.replaceChildren(...options.map((o) => el("option", { value: o.value }, o.text)));
  }
  select.value = route.member;
}

export function wireDemoBar(currentRoute, refresh) {
  byId("member").addEventListener("change", (event) => {
    location.hash = hashOf({ ...currentRoute(), member: event.target.value });
  });
  document.querySelectorAll("[data-clock]").forEach((button) => {
    button.addEventListener("click", () => move(button, refresh));
  });
  const others = byId("others");
  others.addEventListener("click", () => letOthersAct(others, currentRoute().member, refresh));
  api.extras().then(
    ({ there }) => {
      others.hidden = !there;
      if (there) welcome();
    },
    () => (others.hidden = true),
  );
}

/** The members whom nobody plays nominate, vote and answer, as the visitor could for each of them. */
async function letOthersAct(button, visitor, refresh) {
  setBusy(button, true);
  await orToast(async () => {
    const { did } = await api.letOthersAct(visitor);
    showNote(did.length > 0 ? did.join(" ") : "The others have nothing to do just now. Try “Next event”.");
    await refresh();
  });
  setBusy(button, false);
  button.focus();
}

async function move(button, refresh) {
  setBusy(button, true);
  await orToast(async () => {
    const next = button.dataset.clock === "next";
    const { ran } = await api.moveClock(next ? { next: true } : { advance: button.dataset.clock });
    if (next && ran?.length === 0) showNote(`Nothing is planned yet. Type ${world.workspace.command} setup in a channel to begin.`);
    await refresh();
  });
  setBusy(button, false);
  button.focus();
}

function setBusy(pressed, busy) {
  buttons().forEach((button) => (button.disabled = busy));
  if (busy) pressed.setAttribute("aria-busy", "true");
  else pressed.removeAttribute("aria-busy");
}
