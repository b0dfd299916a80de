// @ts-check
// What stands out, as a table that can be sorted.

import { CHAIN, END, KIND, NODES, SAYS, TOLD, wordOf } from "../explorer/selection.js";
import { nameOf } from "../explorer/sentence.js";
import { html, sourceLink } from "../shared/dom.js";
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

/** @param {Picture} picture
 * @param {State} _state
 * @param {Shown} shown
 * @param {Act} act
 * @returns {Node[]} */
export function table(picture, _state, shown, act) {
  const { words } = picture;
  const memory = act.memory("table", { sorted: -1, isDown: false, isAll: false });
  const rows = cellsOf(picture, shown);
  if (memory.sorted >= 0) {
    const way = memory.isDown ? -1 : 1;
    rows.sort(
      (a, b) =>
        way *
        a.cells[memory.sorted].localeCompare(b.cells[memory.sorted], undefined, { numeric: true }),
    );
  }
  const heads = words.columns.map((/** @type {string} */ name, /** @type {number} */ column) => {
    const isSorted = memory.sorted === column;
    const sort = () => {
      Object.assign(memory, { sorted: column, isDown: isSorted && !memory.isDown });
      act.redraw(`sort-${column}`);
    };
    return html(
      "th",
      {
        scope: "col",
        "aria-sort": isSorted ? (memory.isDown ? "descending" : "ascending") : "none",
      },
      html(
        "button",
        { type: "button", onclick: sort, "data-key": `sort-${column}` },
        name,
        html("span", { "aria-hidden": "true" }, isSorted ? (memory.isDown ? " ▾" : " ▴") : ""),
      ),
    );
  });
  const most = memory.isAll ? rows.length : FIRST;
  const body = rows.slice(0, most).map(({ cells, line, table: looks, look, isSigned }) =>
    html(
      "tr",
      {},
      ...cells.map((cell, column) => {
        if (column === 6) return html("td", {}, ...links(picture, line));
        const mark = column === 1 && isSigned && look ? [inlineSign(picture, looks, look)] : [];
        return html(column ? "td" : "th", column ? {} : { scope: "row" }, ...mark, cell);
      }),
    ),
  );
  const all = () => {
    memory.isAll = true;
    act.redraw("all");
  };
  return [
    html(
      "p",
      { class: "hint" },
      rows.length ? words.table.replace("{n}", rows.length) : words.no_rows,
    ),
    ...(rows.length
      ? [
          html(
            "div",
            { class: "scroll", tabindex: "0", role: "region", "aria-label": words.panels.table },
            html(
              "table",
              {},
              html("thead", {}, html("tr", {}, ...heads)),
              html("tbody", {}, ...body),
            ),
          ),
        ]
      : []),
    ...(rows.length > most
      ? [
          html(
            "button",
            { type: "button", onclick: all, "data-key": "all" },
            words.all.replace("{n}", rows.length),
          ),
        ]
      : []),
  ];
}

/** @param {Picture} picture @param {number} line @returns {(Node | string)[]} */
function links(picture, line) {
  return sourcesOf(picture, line).flatMap((s, i) => [
    i ? "; " : "",
    sourceLink(picture.sources[s]),
  ]);
}
