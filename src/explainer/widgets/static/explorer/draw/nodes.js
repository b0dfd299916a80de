// @ts-check
// Nodes: a shape with its words for each kind, and a group that can be chosen.

import { NO_SHORTCUTS } from "../../shared/dom.js";
import { sign, svg } from "../../shared/svg.js";
import { cut, fold, named } from "./labels.js";

/** @import { Item, Measures, Picture } from "../../shared/types.js" */
/** @typedef {(item: Item, box: Measures, picture: Picture) => SVGElement[]} Shape */

/** @param {number} w @param {number} h @returns {string} a hexagon that fills a box */
function hexagon(w, h) {
  const c = Math.min(18, w * 0.14);
  return `M0,${h / 2}L${c},0H${w - c}L${w},${h / 2}L${w - c},${h}H${c}z`;
}

const middle = (/** @type {number} */ w) => ({ x: w / 2, "text-anchor": "middle" });
const ringOf = (/** @type {Measures} */ [, , w, h]) =>
  svg("rect", { class: "ring", x: -3, y: -3, width: w + 6, height: h + 6, rx: 6 });

/** @type {Shape} */
function receptor([, label, , , second], box) {
  const [, , w, h] = box;
  const words = w > 100 ? second : second.split(" ")[0];
  const [top, bottom] = h > 50 ? [0.48, 0.78] : [0.57, 0.86];
  const name = cut(label.replace(/ receptor$/, ""), w / 11);
  return [
    ringOf(box),
    svg("path", { class: "shape", d: hexagon(w, h) }),
    svg("text", { ...middle(w), class: "hero", y: h * top }, name),
    svg("text", { ...middle(w), class: "second", y: h * bottom }, cut(words, w / 6)),
  ];
}

/** @type {Shape} */
function unnamed([, , , , second], box) {
  const [, , w, h] = box;
  const lines = fold(second, w - 30);
  const top = h * (lines.length > 1 ? 0.66 : 0.76);
  return [
    ringOf(box),
    svg("path", { class: "shape", d: hexagon(w, h) }),
    svg("text", { ...middle(w), class: "hero", y: h * 0.42 }, "?"),
    ...lines.map((line, i) =>
      svg("text", { ...middle(w), class: "second", y: top + i * 13 }, line),
    ),
  ];
}

/** A name in a list, after its mark. @type {Shape} */
function listed([, label, kind], [, , w, h], picture) {
  const place = { class: "mark", transform: `translate(7,${h / 2})` };
  return [
    svg("rect", { class: "ring", width: w, height: h, rx: 4 }),
    svg("g", place, sign(picture, "kind", kind)),
    svg("text", { x: 17, y: h / 2 + 4.5 }, label),
  ];
}

/** A box with its words in as many lines as they need.
 * @param {Measures} box
 * @param {string[]} lines
 * @param {{rx: number, up?: number, x?: object}} looks */
function boxed(box, lines, { rx, up = 0, x }) {
  const [, , w, h] = box;
  const top = h / 2 - up + 4.5 - (lines.length - 1) * 7.5;
  return [
    ringOf(box),
    svg("rect", { class: "shape", width: w, height: h, rx }),
    ...lines.map((line, i) => svg("text", { ...(x ?? middle(w)), y: top + i * 15 }, line)),
  ];
}

const folded = (/** @type {string} */ label, /** @type {number} */ w) =>
  fold(label, w).map((line) => cut(line, Math.max(12, w / 7)));

/** @type {Shape} */
const domain = ([, label], box) => boxed(box, folded(label, box[2]), { rx: 10, up: 7 });

/** Several at once, so there is a box behind the box. @type {Shape} */
function group([, label], box) {
  const [, , width, height] = box;
  const behind = svg("rect", { class: "shape", x: 4, y: -4, width, height });
  const [ring, ...rest] = boxed(box, folded(label, width), { rx: 2 });
  return [ring, behind, ...rest];
}

/** @type {Shape} */
const precursor = ([, label], box) => boxed(box, [cut(label, box[2] / 8.5)], { rx: 3 });

const long = (/** @type {string} */ label, /** @type {number} */ w) => [cut(label, (w - 26) / 6.8)];

/** Before the words stands the article's sign. @type {Shape} */
function subject([, label], box) {
  const [, , w, h] = box;
  const [ring, shape, ...words] = boxed(box, long(label, w), { rx: 2, x: { x: 22 } });
  return [ring, shape, svg("text", { class: "quote", x: 7, y: h / 2 + 9 }, "\u201c"), ...words];
}

/** @type {Shape} */
const other = ([, label], box) => boxed(box, long(label, box[2]), { rx: 2 });

/** @type {Record<string, Shape>} */
const SHAPES = {
  receptor,
  unnamed,
  peptide: listed,
  ligand: listed,
  domain,
  group,
  precursor,
  subject,
};

/** A node as a group that can be chosen. @param {Picture} picture @param {number} place
 * @param {Measures} box @returns {SVGGElement & {place: number}} */
export function drawNode(picture, place, box) {
  const item = picture.nodes[place];
  const [id, label, kind, voice, , full] = item;
  // What is seen is also said.
  const spoken = full.toLowerCase().includes(label.toLowerCase()) ? full : `${label}: ${full}`;
  const parts = (SHAPES[kind] ?? other)(item, box, picture);
  const attributes = {
    class: `node ${kind} ${voice}`,
    transform: `translate(${box[0]},${box[1]})`,
    role: "button",
    tabindex: -1,
    "aria-label": named(parts, spoken),
    "aria-pressed": "false",
    "data-id": id,
    [NO_SHORTCUTS]: "true",
  };
  const spaced = parts.flatMap((part) => [part, " "]);
  return Object.assign(svg("g", attributes, svg("title", {}, spoken), ...spaced), { place });
}
