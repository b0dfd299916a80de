// @ts-check
// What the tests of the scripts ask of: the picture, and Python's answers. See tests/test_js.py.

import fs from "node:fs";

/** @import { Picture, State } from "../../src/explainer/widgets/static/shared/types.js" */

/** @param {string} of */
const read = (of) => JSON.parse(fs.readFileSync(`${process.env.ANSWERS}/${of}.json`, "utf-8"));

/** What Python made and says of it, of the real tables or of the small ones.
 * @typedef {{state: State, code: string, rows: number[], nodes: number[], isOverview: boolean,
 *   listed: number[], sentence: string, hazards: number[]}} Answer
 * @param {"real" | "small"} of
 * @returns {{picture: Picture, states: Answer[], codes: [code: string, nearest: string, messages:
 *   string[]][]}} */
export const answers = (of) => ({ picture: pictureOf(of), ...read(of) });

/** The picture alone, which is a tenth of it. @param {"real" | "small"} of @returns {Picture} */
export const pictureOf = (of) => read(`${of}.picture`);

/** Places of marks by Python's formula.
 * @returns {{field: import("../../src/explainer/widgets/static/shared/sockets.js").Field, i: number,
 *   place: [number, number]}[]} */
export const placed = () => read("placed");

/** What Python made for a widget, of the small tables. @param {string} of @returns {any} */
export const asked = (of) => read(of);

/** The packed picture of the real tables, as the browser gets it. */
export const packed = () => fs.readFileSync(String(process.env.PICTURE));

/** @type {State} */
export const OVERVIEW = {
  lens: "both",
  focus: "",
  also: [],
  receptor: "",
  action: "",
  domain: "",
  direction: "",
  evidence: "",
  verdict: "",
  origin: "",
  people: "",
  panel: "card",
  row: "",
  view: "",
};

/** A reader of comma-separated values as RFC 4180 has them. @param {string} text */
export function readCsv(text) {
  const rows = [];
  for (const line of text.match(/(?:"(?:[^"]|"")*"|[^\r])*\r\n/g) ?? []) {
    rows.push(
      (line.match(/"(?:[^"]|"")*"/g) ?? []).map((cell) => cell.slice(1, -1).replaceAll('""', '"')),
    );
  }
  return rows;
}
