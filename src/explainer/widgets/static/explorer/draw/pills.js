// @ts-check
// Signs in pills at the far end of what is lit: what is said there, and how often.

import { sign, svg } from "../../shared/svg.js";
import { sidesOf, tellings } from "./said.js";

/** @import { Form, Measures, Picture, Said, State } from "../../shared/types.js" */
/** @import { End } from "./said.js" */
/** @typedef {SVGGElement & {width: number, pair?: number, place?: number}} Pill */

const MOST_ROWS = 4; // of signs: more would reach the nodes beyond
const IN_LISTS = ["precursor", "peptide", "ligand", "subject"]; // room for one sign beside a name
const GAP = 2;

/** Rows of pills, none wider than its room. @template {{width: number}} P @param {P[]} pills
 * @param {number} room @returns {P[][]} */
export function rowsOf(pills, room) {
  /** @type {P[][]} */
  const rows = [];
  let left = 0;
  for (const pill of pills) {
    const isFirst = !rows.length || left < pill.width;
    if (isFirst) rows.push([]);
    left = (isFirst ? room : left) - pill.width - GAP;
    rows[rows.length - 1].push(pill);
  }
  return rows;
}

const wide = (/** @type {Pill[]} */ row) => row.reduce((sum, { width }) => sum + width + GAP, -GAP);

/** @param {Pill} pill @param {number} x @param {number} y */
const put = (pill, x, y) => pill.setAttribute("transform", `translate(${x.toFixed(1)},${y})`);

/** Where a row begins; in the narrow form signs below one node and above the next share a row, and
 * keep left and right. @param {Pill[]} row @param {Measures} box @param {boolean} isWide
 * @param {boolean} isBelow */
function startOf(row, [x, , w], isWide, isBelow) {
  if (isWide) return x + (w - wide(row)) / 2;
  return isBelow ? x + w - wide(row) : x;
}

/** One sign with its number. @param {Picture} picture @param {Said} said @param {End} end
 * @returns {Pill} */
function drawPill(picture, [table, look, done, count], { far, voice, pairs }) {
  const left = done ? 10 : 0;
  const number = count > 1 ? `${count}` : "";
  const width = left + 18 + (number ? 3 + 8 * number.length : 0);
  const about = pairs.length === 1 ? { pair: pairs[0] } : { place: far };
  const transform = `translate(${left + 9},0) scale(.85)`;
  const pill = svg(
    "g",
    { class: "pill" },
    svg("rect", { x: 0, y: -8, width, height: 16, rx: 8, class: voice }),
    ...(done ? [svg("text", { x: 9, y: 4.5, class: "done", "text-anchor": "middle" }, done)] : []),
    svg("g", { transform }, sign(picture, table, look)),
    ...(number ? [svg("text", { x: left + 17, y: 4.5 }, number)] : []),
  );
  return Object.assign(pill, { width, ...about });
}

export class Pills {
  element = svg("g", { class: "pills", "aria-hidden": "true" });
  #picture;
  #form;
  #isWide;

  /** @param {Picture} picture @param {Form} form @param {boolean} isWide */
  constructor(picture, form, isWide) {
    this.#picture = picture;
    this.#form = form;
    this.#isWide = isWide;
  }

  /** @param {State} state @param {Map<number, number[]>} groups of rows, by pair */
  update(state, groups) {
    const sides = sidesOf(this.#picture, this.#form, state, groups);
    this.element.replaceChildren(...sides.flatMap((side) => this.#signs(side)));
  }

  #isInList(/** @type {number} */ place) {
    return IN_LISTS.includes(this.#picture.nodes[place][2]);
  }

  /** The signs on one side of a node, told as finely as there is room. @param {End[]} side */
  #signs(side) {
    const [{ far, isBelow }] = side;
    /** @type {Pill[]} */
    let pills = [];
    for (const tell of tellings(this.#picture, this.#isInList(far) || !this.#isWide)) {
      pills = side.flatMap((end) =>
        tell(end.rows).map((said) => drawPill(this.#picture, said, end)),
      );
      if (this.#place(pills, far, isBelow) <= MOST_ROWS) break;
    }
    return pills;
  }

  /** Stand signs on one side of their node. @param {Pill[]} pills @param {number} far
   * @param {boolean} isBelow @returns {number} of rows */
  #place(pills, far, isBelow) {
    const box = this.#form.boxes[far];
    if (this.#isInList(far)) return this.#placeBeside(pills, far, box);
    const [, y, w, h] = box;
    const first = this.#isWide ? 11 : 9;
    const rows = rowsOf(pills, w + 1);
    rows.forEach((row, at) => {
      let x = startOf(row, box, this.#isWide, isBelow);
      const away = first + 18 * at;
      for (const pill of row) {
        put(pill, x, Number((isBelow ? y + h + away : y - away).toFixed(1)));
        x += pill.width + GAP;
      }
    });
    return rows.length;
  }

  /** @param {Pill[]} pills @param {number} far @param {Measures} box */
  #placeBeside(pills, far, [x, y, , h]) {
    const start = x + (this.#picture.nodes[far][2] === "subject" ? 2 : -2);
    for (const [i, pill] of pills.entries()) put(pill, start + 18 * i, y + h / 2);
    return 1;
  }
}
