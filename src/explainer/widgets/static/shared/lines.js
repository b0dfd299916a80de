// @ts-check
// A row in words, as an item of a list: who says it, its evidence, its caveat, its sources.

import { html, sourceLink } from "./dom.js";

/** @typedef {{text: string, voice: string, whose: string, badge: string, caveat: string, sources:
 *   [string, string, string][]}} Line */

/** @param {Line} line */
export function drawLine(line) {
  const item = html(
    "li",
    { class: line.voice },
    html("span", { class: "whose" }, line.whose),
    " ",
    line.text,
  );
  if (line.badge) item.append(" ", html("span", { class: "badge" }, line.badge));
  if (line.caveat) item.append(" ", html("em", {}, line.caveat));
  line.sources.forEach((source, i) => void item.append(i ? ", " : " ", sourceLink(source)));
  return item;
}

/** @param {Line[]} lines @param {object} [more] */
export const drawLines = (lines, more = {}) => html("ul", more, ...lines.map(drawLine));
