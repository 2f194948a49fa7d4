import { el } from "./dom.js";

/**
 * A chart as Slack shows it, roughly: whatever its type, as bars that lie, so that their labels can be read on a phone.
 * Screen readers are told each label with its values.
 */
export function chart(block) {
  const { series, axis_config: axis } = block.chart;
  const most = Math.max(1, ...series.flatMap((one) => one.data.map((point) => point.value)));
  const rows = axis.categories.map((category) =>
    el(
      "div",
      { class: "chart-row", role: "listitem" },
      el("span", { class: "chart-label" }, category),
      series.map((one) => {
        const value = one.data.find((point) => point.label === category)?.value ?? 0;
        const bar = el("span", { class: "chart-bar", "aria-hidden": "true" });
        bar.style.setProperty("--part", value / most);
        return el("span", { class: "chart-track" }, bar, el("span", { class: "chart-value" }, String(value)));
      }),
    ),
  );
  return el(
    "figure",
    { class: "block chart" },
    el("figcaption", {}, block.title),
    el("div", { role: "list", "aria-label": `${block.title}: ${series.map((one) => one.name).join(", ")}` }, rows),
  );
}
