import { el } from "./dom.js";

/**
 * Cards in a row that scrolls sideways and rests at a card: by finger, by the buttons, and, with the focus on the row,
 * by the arrow keys, Home and End.
 */
export function carousel(cards) {
  const track = el(
    "div",
    { class: "carousel-track", tabindex: "0", role: "group", "aria-label": "Cards: use the arrow keys", onkeydown: walk, onscroll: redraw },
    cards.map((card, i) => el("div", { class: "slide", role: "group", "aria-roledescription": "card", "aria-label": `${i + 1} of ${cards.length}` }, card)),
  );
  const previous = arrow("Previous cards", "‹", -1);
  const next = arrow("Next cards", "›", 1);
  const count = el("span", { class: "carousel-count", "aria-live": "off" });
  new ResizeObserver(redraw).observe(track);

  function arrow(label, sign, step) {
    return el("button", { type: "button", class: "icon arrow", "aria-label": label, onclick: () => move(step) }, sign);
  }
  function pace() {
    return cards.length > 1 ? track.children[1].offsetLeft - track.children[0].offsetLeft : track.clientWidth;
  }
  const first = () => Math.round(track.scrollLeft / pace());
  function move(step) {
    track.scrollTo({ left: (first() + step) * pace() });
  }
  function walk(event) {
    if (event.target !== track) return;
    const ways = { ArrowRight: () => move(1), ArrowLeft: () => move(-1), Home: () => move(-cards.length), End: () => move(cards.length) };
    if (!ways[event.key]) return;
    event.preventDefault();
    ways[event.key]();
  }
  function redraw() {
    if (track.clientWidth === 0) return;
    const atStart = track.scrollLeft <= 1;
    const atEnd = track.scrollLeft + track.clientWidth >= track.scrollWidth - 1;
    previous.setAttribute("aria-disabled", atStart);
    next.setAttribute("aria-disabled", atEnd);
    const shown = Math.max(1, Math.floor((track.clientWidth + 12) / pace()));
    const from = atEnd ? cards.length - shown + 1 : first() + 1;
    const to = Math.min(cards.length, from + shown - 1);
    count.textContent = from === to ? `${to} of ${cards.length}` : `${from}–${to} of ${cards.length}`;
  }

  return el(
    "div",
    { class: "carousel", role: "region", "aria-roledescription": "carousel", "aria-label": `${cards.length} cards` },
    el("div", { class: "carousel-bar" }, count, previous, next),
    track,
  );
}
