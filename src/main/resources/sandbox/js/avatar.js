import { el } from "./dom.js";
import { bot, nameOf, user } from "./world.js";

const FALLBACK = "5f6b73";

/** A person's or the bot's square: initials on their colour. The name stands beside it, so readers skip it. */
export function avatar(id) {
  const node = el("span", { class: "avatar", "aria-hidden": "true" }, initials(nameOf(id)));
  const colour = id === bot().id ? "14342b" : colourOf(user(id));
  node.style.backgroundColor = `#${colour}`;
  node.style.color = isLight(colour) ? "#1b2127" : "#ffffff";
  return node;
}

const initials = (name) => name.split(/\s+/).slice(0, 2).map((word) => [...word][0]).join("").toUpperCase();

function colourOf(person) {
  const hex = /^#?([0-9a-f]{6})$/i.exec(person?.color ?? "");
  return hex ? hex[1] : FALLBACK;
}

/** Whether dark text reads better on a colour, by WCAG's relative luminance. */
function isLight(hex) {
  const [r, g, b] = [0, 2, 4].map((i) => {
    const part = parseInt(hex.slice(i, i + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.18;
}
