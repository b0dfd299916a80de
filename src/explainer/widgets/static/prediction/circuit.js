// @ts-check
// What goes on from cell to cell, a card a step, drawn after a guess. No arrow joins them: each
// step was seen in a study of its own.

import { html, sourceLink } from "../shared/dom.js";

/** @import { Line } from "../shared/lines.js" */
/** @typedef {{title: string, note: string, steps: (Line & {label: string})[]}} Circuit */

/** @param {Line & {label: string}} step */
function drawStep({ label, text, badge, caveat, sources }) {
  const cited = sources.flatMap((source, i) => [i ? ", " : " ", sourceLink(source)]);
  return html(
    "li",
    {},
    html("strong", {}, label),
    html("p", {}, text, " ", html("span", { class: "badge" }, badge)),
    html("p", {}, html("em", {}, caveat), ...cited),
  );
}

/** @param {Circuit} circuit */
export const drawCircuit = ({ title, note, steps }) =>
  html(
    "section",
    { class: "circuit" },
    html("h3", {}, title),
    html("p", { class: "hint" }, note),
    html("ol", {}, ...steps.map(drawStep)),
  );
