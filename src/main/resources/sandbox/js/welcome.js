import { byId } from "./dom.js";

const READ = "lectern.welcome.read";

/** Says what to try first, until the visitor has read it; where the browser keeps nothing, at each visit. */
export function welcome() {
  byId("welcome").hidden = isRead();
  byId("welcome-close").addEventListener("click", () => {
    byId("welcome").hidden = true;
    keepRead();
    byId("others").focus();
  });
}

function isRead() {
  try {
    return localStorage.getItem(READ) !== null;
  } catch {
    return false;
  }
}

function keepRead() {
  try {
    localStorage.setItem(READ, "yes");
  } catch {
    // It is said again next time, which does no harm.
  }
}
