import { acting } from "./actions.js";
import { renderBlocks } from "./blocks.js";
import { el } from "./dom.js";
import { replaceKeeping } from "./preserve.js";
import { world } from "./world.js";

/** Shows the member's App Home in the slot, or that the app has not made one. */
export function drawHome(slot, refresh) {
  const view = world.views.home;
  const look = JSON.stringify([world.member, view?.blocks ?? null]);
  if (slot.look === look) return;
  slot.look = look;
  const page = view
    ? el("div", { class: "blocks" }, renderBlocks(view.blocks, acting({ view_id: view.id }, refresh)))
    : el("p", { class: "nothing" }, "Lectern has nothing to show here yet.");
  if (slot.firstElementChild) replaceKeeping(slot.firstElementChild, page);
  else slot.append(page);
}
