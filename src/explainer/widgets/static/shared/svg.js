// @ts-check
// Elements and signs: the small pieces of which everything is made. Text is always text, never
// markup.

import { fitted, html, labelled } from "./dom.js";

/** @import { Picture } from "./types.js" */

const SVG = "http://www.w3.org/2000/svg";

/** @template {keyof SVGElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, any>} [attributes]
 * @param {...(Node | string)} children
 * @returns {SVGElementTagNameMap[T]} */
export function svg(tag, attributes = {}, ...children) {
  return fitted(document.createElementNS(SVG, tag), attributes, children);
}

/** A list to choose from.
 * @param {string} label
 * @param {string[][]} options word and name
 * @param {string} chosen
 * @param {(word: string) => void} choose */
export function list(label, options, chosen, choose) {
  const select = html("select", {
    "data-key": `list ${label}`,
    onchange: (/** @type {any} */ event) => choose(event.target.value),
  });
  for (const [word, name] of options)
    select.append(html("option", { value: word, selected: word === chosen }, name));
  select.value = chosen;
  return labelled(label, select, { class: "list" });
}

// Signs, drawn about (0, 0) in a square of 12 units.
/** @type {Record<string, string>} */
const SHAPES = {
  circle: "M-4.5,0a4.5,4.5 0 1,0 9,0a4.5,4.5 0 1,0 -9,0z",
  diamond: "M0,-5.5L5.5,0L0,5.5L-5.5,0z",
  hexagon: "M-6,0L-3,-5.2L3,-5.2L6,0L3,5.2L-3,5.2z",
  "dashed hexagon": "M-6,0L-3,-5.2L3,-5.2L6,0L3,5.2L-3,5.2z",
  "paper slip": "M-6,-4H6V4H-6z",
  "rounded box": "M-4,-5h8q2,0 2,2v6q0,2 -2,2h-8q-2,0 -2,-2v-6q0,-2 2,-2z",
  "solid line": "M-8,0H8",
  "dashed line on paper": "M-8,0H-4M-1,0H3M6,0H9",
  fork: "M0,6V0M0,0L-4.5,-6M0,0L4.5,-6",
  arrow: "M0,-6V2M-4.5,0L0,6L4.5,0z",
  "half arrow": "M0,-6V5M0,6L4.5,0H0",
  bar: "M0,-6V4M-5.5,4.5H5.5",
  "bar with foot": "M0,-6V4M-5.5,4.5H5.5V0",
  wave: "M-6,0q3,-6 6,0t6,0",
  "open circle": "M0,-6V-2M-4,2a4,4 0 1,0 8,0a4,4 0 1,0 -8,0",
  cross: "M-4,-4L4,4M-4,4L4,-4",
  query: "M-3.5,-3a3.5,3 0 1,1 3.5,3.5V2.5M-0.4,5h0.8",
};

/** @param {string} table @param {string} name @returns {string} */
export const colour = (table, name) => `var(--${table}-${name.replaceAll(" ", "-") || "none"})`;

/** The sign of a word of one of the tables of looks.
 * @param {Picture} picture
 * @param {string} table
 * @param {string} name
 * @returns {SVGElement} */
export function sign(picture, table, name) {
  const look = picture.looks[table][name][1];
  if (table === "standing") return standingSign(look);
  if (SHAPES[look]) {
    const isFilled = table === "kind" || look === "arrow";
    const fill = isFilled ? colour(table, name) : "none";
    const stroke = table === "kind" || table === "differs" ? "" : `stroke:${colour(table, name)};`;
    return svg("path", {
      d: SHAPES[look],
      class: `sign ${table} ${look.replaceAll(" ", "-")}`,
      style: `${stroke}fill:${fill}`,
    });
  }
  return svg(
    "text",
    {
      class: `sign ${table}`,
      "text-anchor": "middle",
      y: 5,
      style: table === "done" ? "" : `fill:${colour(table, name)}`,
    },
    look,
  );
}

/** Two cells, the article's and the sources', full where a voice speaks.
 * @param {string} look
 * @returns {SVGGElement} */
export function standingSign(look) {
  const apart = look === "L R" ? 4 : look === "L/R" ? 2 : 0;
  const cell = (
    /** @type {string} */ voice,
    /** @type {boolean} */ isFull,
    /** @type {number} */ x,
    height = 10,
  ) =>
    svg("rect", {
      class: `cell ${voice} ${isFull ? "full" : "empty"}`,
      x,
      y: 5 - height,
      width: 9,
      height,
    });
  /** @type {Element[]} */
  const cells = [
    cell("article", look.includes("L"), -9 - apart),
    cell("pharmacology", look.includes("R"), apart, look.includes("~") ? 5 : 10),
  ];
  if (look.includes("/")) cells.push(svg("path", { class: "clash", d: "M-4,8L4,-8" }));
  return svg("g", { class: "sign standing" }, ...cells);
}

/** A sign as a picture inside a line of text.
 * @param {Picture} picture
 * @param {string} table
 * @param {string} name
 * @returns {SVGElement} */
export function inlineSign(picture, table, name) {
  return svg(
    "svg",
    { class: "inline", viewBox: "-13 -9 26 18", width: 26, height: 18, "aria-hidden": "true" },
    sign(picture, table, name),
  );
}
