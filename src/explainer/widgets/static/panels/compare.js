// @ts-check
// Compare: two or three molecules side by side, receptor by receptor. Not a ranking.

import { CHAIN, saidBy } from "../explorer/selection.js";
import { nameOf } from "../explorer/sentence.js";
import { html, scrolling } from "../shared/dom.js";
import { list, svg } from "../shared/svg.js";
import { saidInSigns } from "./card.js";
import { foldedList, sourceList } from "./rows.js";
import { starts } from "./trace.js";

/** @import { Act, Pair, Picture, Shown, State } from "../shared/types.js" */

const LOW = 4; // ends of the scale, -log10 of a molar concentration
const HIGH = 12;
const WIDTH = 150;

/** Lists of which each chooses one molecule.
 * @param {Picture} picture
 * @param {string[]} chosen
 * @param {string[][]} molecules
 * @param {Act} act */
function lists({ words }, chosen, molecules, act) {
  const choose = (/** @type {number} */ at, /** @type {string} */ id) => {
    const next = [...chosen];
    next[at] = id;
    const [focus = "", ...also] = [...new Set(next.filter(Boolean))];
    act.set({ focus, also });
  };
  const all = [0, 1, 2].map((at) => {
    const none = at < chosen.length && at ? words.none_of_them : words.choose;
    const offered = [["", none], ...molecules];
    return list(words.molecules[at], offered, chosen[at] ?? "", (id) => choose(at, id));
  });
  return html("div", { class: "lists" }, ...all);
}

/** What rows say of one molecule at one receptor.
 * @param {Picture} picture @param {number[]} here @param {Set<number>} cited */
function cell(picture, here, cited) {
  const { words, rows } = picture;
  if (!here.length) return html("td", {}, html("span", { class: "silence" }, words.no_row));
  const lines = [...new Set(here.map((r) => rows[r][3]))];
  const caveats = [...new Set(lines.map((line) => picture.lines[line][3]).filter(Boolean))];
  return html(
    "td",
    {},
    saidInSigns(picture, saidBy(picture, here)),
    ranges(picture, here),
    ...caveats.map((caveat) => html("p", { class: "caveat" }, caveat)),
    foldedList(picture, words.rows.replace("{n}", lines.length), lines, cited),
  );
}

/** A row for each receptor, a column for each molecule.
 * @param {Picture} picture
 * @param {string[]} chosen
 * @param {Shown} shown
 * @param {Set<number>} cited */
function sideBySide(picture, chosen, shown, cited) {
  const { words, nodes, place, pairs, rows } = picture;
  const receptors = nodes.flatMap((node, i) => (node[2] === "receptor" ? [i] : []));
  const body = receptors.map((receptor) => {
    const cells = chosen.map((id) => {
      const isHere = (/** @type {Pair} */ [start, end]) =>
        start === place.get(id) && end === receptor;
      const here = shown.rows.filter((r) => isHere(pairs[rows[r][0]]));
      return cell(picture, here, cited);
    });
    return html("tr", {}, html("th", { scope: "row" }, nameOf(nodes[receptor])), ...cells);
  });
  const heads = chosen.map((id) => html("th", { scope: "col" }, nameOf(nodes[place.get(id)])));
  return html(
    "table",
    { class: "compare" },
    html("caption", {}, words.scale),
    html("thead", {}, html("tr", {}, html("td", {}), ...heads)),
    html("tbody", {}, ...body),
  );
}

/** @param {Picture} picture
 * @param {State} state
 * @param {Shown} shown
 * @param {Act} act
 * @returns {Node[]} */
export function compare(picture, state, shown, act) {
  const { words } = picture;
  const molecules = starts(picture, [CHAIN[0]]);
  const chosen = [state.focus, ...state.also].filter((id) => molecules.some(([one]) => one === id));
  const warning = html("p", { class: "warning" }, words.compare);
  const head = [warning, lists(picture, chosen, molecules, act)];
  if (!chosen.length) return head;
  /** @type {Set<number>} */
  const cited = new Set();
  const table = sideBySide(picture, chosen, shown, cited);
  return [...head, scrolling(words.panels.compare, table), ...sourceList(picture, cited)];
}

/** Each measured row as a bar of its own on one scale; what would mislead is not drawn.
 * @param {Picture} picture @param {number[]} rows @returns {any} */
function ranges(picture, rows) {
  const measured = rows
    .flatMap((r) => (picture.measures.has(r) ? [picture.measures.get(r)] : []))
    .filter((one) => one[5]);
  if (!measured.length) return "";
  const x = (/** @type {number} */ value) =>
    ((Math.max(LOW, Math.min(HIGH, value)) - LOW) / (HIGH - LOW)) * WIDTH;
  const height = measured.length * 7 + 18;
  const bars = measured.map(([, , low, high], i) =>
    svg("line", { class: "range", x1: x(low) - 2, x2: x(high) + 2, y1: 5 + i * 7, y2: 5 + i * 7 }),
  );
  const ticks = [4, 6, 8, 10, 12].map((value) =>
    svg(
      "g",
      { class: "tick" },
      svg("line", { x1: x(value), x2: x(value), y1: 0, y2: height - 14 }),
      svg("text", { x: x(value), y: height - 2, "text-anchor": "middle" }, `${value}`),
    ),
  );
  const told = measured.map(([measure, relation, low, high, species]) => {
    const range = low === high ? `${low}` : `${low}–${high}`;
    return [measure, relation === "=" ? "" : relation, range, species].filter(Boolean).join(" ");
  });
  return svg(
    "svg",
    {
      class: "ranges",
      viewBox: `-8 0 ${WIDTH + 16} ${height}`,
      width: WIDTH + 16,
      height,
      role: "img",
      "aria-label": told.join("; "),
    },
    ...ticks,
    ...bars,
  );
}
