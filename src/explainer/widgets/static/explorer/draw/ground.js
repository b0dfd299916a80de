// @ts-check
// What never changes: grounds with their titles, the legend, bundles of lines behind the lines.

import { colour, sign, svg } from "../../shared/svg.js";

/** @import { Form, Measures, Picture } from "../../shared/types.js" */

const MAIN = ["body", "outside", "article", "unnamed"]; // bands that hold others

/** Two rows of heads. @param {Measures} box @param {string} title */
function membrane([x, y, w, h], title) {
  const heads = (/** @type {number} */ top) =>
    svg("line", { class: "heads", x1: 2, x2: w - 2, y1: top, y2: top });
  return svg(
    "g",
    { class: "membrane", transform: `translate(${x},${y})` },
    svg("rect", { width: w, height: h }),
    heads(3),
    heads(h - 3),
    svg("title", {}, title),
  );
}

/** @param {Form["bands"][0]} band */
function drawBand([id, title, voice, [x, y, w, h]]) {
  const isMain = MAIN.includes(id);
  const wider = isMain ? 4 : 0;
  return svg(
    "g",
    { class: `band ${voice} ${isMain ? "main" : "sub"}`, transform: `translate(${x},${y})` },
    svg("rect", { x: -wider, width: w + wider, height: h, rx: 8 }),
    svg("text", { x: voice === "article" ? 8 : 4, y: isMain ? 15 : 13 }, title),
  );
}

/** Grounds and titles. @param {Picture} picture @param {Form} form */
export function drawBands(picture, form) {
  const bands = form.bands.map((band) =>
    band[0] === "membrane" ? membrane(band[3], picture.words.membrane) : drawBand(band),
  );
  return svg("g", { class: "bands", "aria-hidden": "true" }, ...bands);
}

/** @param {Picture} picture @param {Form["legend"][0]} entry */
function drawEntry(picture, [table, name, x, y, word]) {
  if (!table) return [svg("text", { class: "title", x: x + 2, y }, word)];
  const smaller = table === "standing" ? " scale(.8)" : "";
  const transform = `translate(${x + 12},${y})${smaller}`;
  return [
    svg("g", { transform }, sign(picture, table, name)),
    svg("text", { x: x + 26, y: y + 4.5 }, word),
  ];
}

/** @param {Picture} picture @param {Form} form */
export function drawLegend(picture, form) {
  const entries = form.legend.flatMap((entry) => drawEntry(picture, entry));
  return svg("g", { class: "legend", "aria-hidden": "true" }, ...entries);
}

/** Lines that run together, the wider the more. @param {Form} form */
export function drawBundles(form) {
  const bundles = form.bundles.map(([line, kind, count]) =>
    svg("path", {
      d: line,
      "stroke-width": (0.8 + Math.sqrt(count)).toFixed(1),
      style: `stroke:${colour("kind", kind)}`,
    }),
  );
  return svg("g", { class: "bundles", "aria-hidden": "true" }, ...bundles);
}

/** What the article leaves out, above the receptors. @param {Picture} picture @param {Form} form */
export function drawSilence(picture, form) {
  const first = picture.nodes.findIndex((node) => node[2] === "receptor");
  const [x, y] = form.boxes[first] ?? [];
  const place = first < 0 ? {} : { transform: `translate(${x},${y - 8})` };
  const attributes = { class: "silent", x: 2, y: 0, "aria-hidden": "true", ...place };
  return svg("text", attributes, picture.words.silent);
}
