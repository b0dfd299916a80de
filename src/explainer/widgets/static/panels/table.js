// @ts-check
// What stands out, as a table that can be sorted.

import { CHAIN, END, KIND, NODES, SAYS, TOLD, wordOf } from "../explorer/selection.js";
import { nameOf } from "../explorer/sentence.js";
import { button, html, scrolling, sourceLink } from "../shared/dom.js";
import { inlineSign } from "../shared/svg.js";

/** @import { Act, Picture, Shown, State } from "../shared/types.js" */

const FIRST = 60; // rows shown before the reader asks for all

/** All that stands out as cells of words, each row once: what is drawn as a line, then what cannot
 * be.
 * @param {Picture} picture
 * @param {{rows: number[], listed: number[]}} shown */
export const cellsOf = (picture, { rows, listed }) => [
  ...drawnCells(picture, rows),
  ...listedCells(picture, listed),
];

/** @param {Picture} picture @param {number[]} listed */
function listedCells(picture, listed) {
  return listed.map((u) => {
    const row = picture.undrawn[u];
    const isSigned = CHAIN.includes(row[KIND]);
    const says = isSigned
      ? wordOf(picture, "direction", row[SAYS], row[KIND] === CHAIN[1] ? row[NODES][0] : undefined)
      : picture.words.from_where;
    const from = row[NODES].map((/** @type {number} */ n) => nameOf(picture.nodes[n])).join(", ");
    return {
      line: row[TOLD],
      table: "direction",
      look: row[SAYS],
      isSigned,
      cells: [from, says, row[END], ...toldCells(picture, row[TOLD])],
    };
  });
}

/** In words, evidence, who says it, sources.
 * @param {Picture} picture
 * @param {number} line
 * @returns {string[]} */
function toldCells(picture, line) {
  const [text, voice, badge] = picture.lines[line];
  return [
    text,
    badge || "",
    picture.looks.voice[voice][0],
    sourcesOf(picture, line)
      .map((s) => picture.sources[s][0])
      .join("; "),
  ];
}

/** @param {Picture} picture @param {number[]} rows */
function drawnCells(picture, rows) {
  const seen = new Set();
  return rows.flatMap((r) => {
    const [pair, look, done, line] = picture.rows[r];
    const [start, end, kind] = picture.pairs[pair];
    const table = kind === CHAIN[0] ? "family" : "direction";
    const key = `${line} ${start} ${end}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const says = CHAIN.includes(kind) ? wordOf(picture, table, look, end) : kind;
    return [
      {
        line,
        table,
        look,
        isSigned: CHAIN.includes(kind),
        cells: [
          nameOf(picture.nodes[start]),
          `${done ? `${picture.looks.done[done][0]}: ` : ""}${says}`,
          nameOf(picture.nodes[end]),
          ...toldCells(picture, line),
        ],
      },
    ];
  });
}

/** @param {Picture} picture @param {number} line @returns {number[]} */
const sourcesOf = (picture, line) => picture.lines[line][4];

/** @typedef {ReturnType<typeof cellsOf>[0]} Told a row in words */
/** @typedef {{sorted: number, isDown: boolean, isAll: boolean}} Memory */

/** Rows in the order that the reader chose. @param {Told[]} rows @param {Memory} memory */
export function inOrder(rows, { sorted, isDown }) {
  if (sorted < 0) return rows;
  const way = isDown ? -1 : 1;
  const numeric = { numeric: true };
  return [...rows].sort(
    (a, b) => way * a.cells[sorted].localeCompare(b.cells[sorted], undefined, numeric),
  );
}

/** The head of a column, which sorts by it. @param {string} name @param {number} column
 * @param {Memory} memory @param {Act} act */
function head(name, column, memory, act) {
  const isSorted = memory.sorted === column;
  const [way, sign] = memory.isDown ? ["descending", " ▾"] : ["ascending", " ▴"];
  const sort = () => {
    Object.assign(memory, { sorted: column, isDown: isSorted && !memory.isDown });
    act.redraw(`sort-${column}`);
  };
  const made = button(name, sort, { "data-key": `sort-${column}` });
  made.append(html("span", { "aria-hidden": "true" }, isSorted ? sign : ""));
  return html("th", { scope: "col", "aria-sort": isSorted ? way : "none" }, made);
}

/** @param {Picture} picture @param {Told} told */
function drawRow(picture, { cells, line, table: looks, look, isSigned }) {
  const mark = isSigned && look ? [inlineSign(picture, looks, look)] : [];
  const [from, says, ...rest] = cells;
  const middle = rest.slice(0, 4).map((cell) => html("td", {}, cell));
  return html(
    "tr",
    {},
    html("th", { scope: "row" }, from),
    html("td", {}, ...mark, says),
    ...middle,
    html("td", {}, ...links(picture, line)),
  );
}

/** @param {Picture} picture
 * @param {State} _state
 * @param {Shown} shown
 * @param {Act} act
 * @returns {Node[]} */
export function table(picture, _state, shown, act) {
  const { words } = picture;
  const memory = act.memory("table", { sorted: -1, isDown: false, isAll: false });
  const rows = inOrder(cellsOf(picture, shown), memory);
  if (!rows.length) return [html("p", { class: "hint" }, words.no_rows)];
  /** @type {string[]} */
  const columns = words.columns;
  const heads = columns.map((name, column) => head(name, column, memory, act));
  const most = memory.isAll ? rows.length : FIRST;
  const body = rows.slice(0, most).map((told) => drawRow(picture, told));
  const drawn = html(
    "table",
    {},
    html("thead", {}, html("tr", {}, ...heads)),
    html("tbody", {}, ...body),
  );
  const showAll = () => {
    memory.isAll = true;
    act.redraw("all");
  };
  const all = words.all.replace("{n}", rows.length);
  return [
    html("p", { class: "hint" }, words.table.replace("{n}", rows.length)),
    scrolling(words.panels.table, drawn),
    ...(rows.length > most ? [button(all, showAll, { "data-key": "all" })] : []),
  ];
}

/** @param {Picture} picture @param {number} line @returns {(Node | string)[]} */
function links(picture, line) {
  return sourcesOf(picture, line).flatMap((s, i) => [
    i ? "; " : "",
    sourceLink(picture.sources[s]),
  ]);
}
