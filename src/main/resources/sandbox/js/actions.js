import { api } from "./api.js";
import { busyWhile } from "./dom.js";
import { orToast } from "./toast.js";
import { world } from "./world.js";

/**
 * What the use of an element in a message or view does: it tells the sandbox, says so when the app failed, and has the
 * page fetched anew. `where` is {channel, ts} or {view_id}.
 */
export function acting(where, refresh) {
  return (control, element, block, answer) =>
    busyWhile(control, () =>
      orToast(async () => {
        try {
          await api.act({ user: world.member, ...where, block_id: block.block_id, action_id: element.action_id, ...answer });
        } finally {
          await refresh();
        }
      }),
    );
}
