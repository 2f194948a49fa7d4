import { api } from "./api.js";
import { busyWhile } from "./dom.js";
import { orToast } from "./toast.js";
import { world } from "./world.js";

/**
 * What the use of an element in a message or view does: it tells the sandbox, says so when the app failed, and has the
 * page fetched anew. Its `suggest` asks the app for the options of an element. `where` is {channel, ts} or {view_id}.
 */
export function acting(where, refresh) {
  const named = (element, block) => ({ user: world.member, ...where, block_id: block.block_id, action_id: element.action_id });
  const act = (control, element, block, answer) =>
    busyWhile(control, () =>
      orToast(async () => {
        try {
          await api.act({ ...named(element, block), ...answer });
        } finally {
          await refresh();
        }
      }),
    );
  act.suggest = async (element, block, text) => (await api.suggest({ ...named(element, block), value: text })).options;
  return act;
}
