import { carousel } from "./carousel.js";
import { chart } from "./chart.js";
import { el, freshId } from "./dom.js";
import { renderElement, unknown } from "./elements.js";
import { plain, textNodes } from "./mrkdwn.js";

/**
 * Slack's blocks as nodes. `act(control, element, block, answer)` is called when a person uses an element, and
 * `act.suggest(element, block, text)` when one types into an element whose options the app has; `fields`,
 * where given, collects the fields of a form: {blockId, actionId, required, read, showError}.
 */
export function renderBlocks(blocks, act, fields = []) {
  const context = { act, fields };
  return blocks.map((block) => {
    const node = BLOCKS[block.type]?.(block, context) ?? unknown(block).node;
    if (block.block_id) node.dataset.block = block.block_id;
    return node;
  });
}

function use(element, block, { act, fields }) {
  const rendered = renderElement(element, (control, answer) => act(control, element, block, answer), (text) => act.suggest(element, block, text));
  if (rendered.read) {
    fields.push({ blockId: block.block_id, actionId: element.action_id, required: false, read: rendered.read, control: rendered.control });
  }
  return rendered.node;
}

function section(block, context) {
  const fields = block.fields && el("div", { class: "fields" }, block.fields.map((f) => el("div", {}, textNodes(f))));
  const accessory = block.accessory && el("div", { class: "accessory" }, elementOrPicture(block.accessory, block, context));
  return el("div", { class: "block section" }, el("div", { class: "section-text" }, textNodes(block.text), fields), accessory);
}

const elementOrPicture = (element, block, context) =>
  element.type === "image" ? picture(element, "thumbnail") : use(element, block, context);

function context(block) {
  const parts = block.elements.map((part) => (part.type === "image" ? picture(part, "tiny") : el("span", {}, textNodes(part))));
  return el("div", { class: "block context" }, parts);
}

function header(block) {
  return el("h3", { class: "block header" }, plain(block.text.text));
}

function divider() {
  return el("hr", { class: "block divider" });
}

function actions(block, context) {
  return el("div", { class: "block actions" }, block.elements.map((e) => use(e, block, context)));
}

function image(block) {
  const title = block.title && el("figcaption", {}, plain(block.title.text));
  return el("figure", { class: "block image" }, title, picture(block, "wide"));
}

/** An image from the sandbox itself; one from elsewhere stays there, and its description stands for it. */
function picture(image, size) {
  const here = new URL(image.image_url ?? "", location.href).origin === location.origin;
  return here && image.image_url
    ? el("img", { class: `picture ${size}`, src: image.image_url, alt: image.alt_text, loading: "lazy" })
    : el("span", { class: `picture elsewhere ${size}`, role: "img", "aria-label": image.alt_text, title: image.alt_text }, size === "wide" || size === "hero" ? image.alt_text : "▧");
}

function card(block, context) {
  const heading = (block.title || block.subtitle || block.icon) && el(
    "div",
    { class: "card-head" },
    block.icon && picture(block.icon, "icon-picture"),
    el(
      "div",
      {},
      block.title && el("h4", { class: "card-title" }, textNodes(block.title)),
      block.subtitle && el("p", { class: "card-subtitle" }, textNodes(block.subtitle)),
    ),
  );
  return el(
    "article",
    { class: "card" },
    block.hero_image && picture(block.hero_image, "hero"),
    heading,
    block.body && el("div", { class: "card-body" }, textNodes(block.body)),
    block.subtext && el("p", { class: "card-subtext" }, textNodes(block.subtext)),
    block.actions && el("div", { class: "card-actions" }, block.actions.map((e) => use(e, block, context))),
  );
}

function cards(block, context) {
  const slides = block.elements.map((one) => {
    const node = card(one, context);
    if (one.block_id) node.dataset.block = one.block_id;
    return node;
  });
  return el("div", { class: "block" }, carousel(slides));
}

/** A labelled field with its hint and, when the app refuses what was given, its error beside it. */
function input(block, { act, fields }) {
  const element = { ...block.element, dispatches: block.dispatch_action };
  const onUse = block.dispatch_action ? (control, answer) => act(control, element, block, answer) : () => {};
  const { node, control, read } = renderElement(element, onUse, (text) => act.suggest(element, block, text));
  const id = freshId("field");
  const optional = block.optional && el("span", { class: "optional" }, " (optional)");
  const label = el("label", { class: "input-label", id: `${id}-label`, for: id }, plain(block.label.text), optional);
  const hint = block.hint && el("p", { class: "hint", id: `${id}-hint` }, plain(block.hint.text));
  const error = el("p", { class: "field-error", id: `${id}-error`, hidden: true });
  control.id = id;
  if (control.matches("input, select, textarea")) control.removeAttribute("aria-label");
  else control.setAttribute("aria-labelledby", control.matches("summary") ? `${id}-label ${id}` : `${id}-label`);
  control.setAttribute("aria-describedby", `${id}-hint ${id}-error`);
  if (control.matches("div:not([role])")) control.setAttribute("role", "group");

  function showError(sentence) {
    error.hidden = !sentence;
    error.textContent = sentence ?? "";
    if (sentence) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  }
  if (read) fields.push({ blockId: block.block_id, actionId: element.action_id, required: !block.optional, read, control, showError });
  return el("div", { class: "block input" }, label, node, hint, error);
}

const BLOCKS = { section, context, header, divider, actions, image, card, carousel: cards, data_visualization: chart, input };
