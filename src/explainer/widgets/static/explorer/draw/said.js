// @ts-check
// What is said at the far ends of what is lit: gathered by side, told as finely as there is room.

import { differs, saidBy } from "../selection.js";

/** @import { Form, Picture, Said, State } from "../../shared/types.js" */
/** @typedef {{far: number, isBelow: boolean, voice: string, rows: number[], pairs: number[]}} End
 *   what one voice says on one side of a node */

export const SIGNED = ["acts on", "effect", "claim"];

/** Nodes from which it is looked. @param {Picture} picture @param {State} state */
const looking = (picture, state) =>
  new Set(
    [state.focus || state.domain || state.receptor, ...state.also]
      .filter(Boolean)
      .map((id) => picture.place.get(id)),
  );

/** Where what is lit ends; lines that meet on one side of a node share their signs.
 * @param {Picture} picture @param {Form} form @param {State} state
 * @param {Map<number, number[]>} groups of rows, by pair @returns {End[]} */
function endsOf(picture, { boxes }, state, groups) {
  const near = looking(picture, state);
  /** @type {Map<string, End>} */
  const ends = new Map();
  for (const [p, rows] of near.size ? groups : []) {
    const [start, end, kind, voice] = picture.pairs[p];
    if (!SIGNED.includes(kind)) continue;
    const [far, other] = near.has(end) && !near.has(start) ? [start, end] : [end, start];
    const isBelow = boxes[other][1] > boxes[far][1];
    const key = `${far} ${voice} ${isBelow}`;
    const one = ends.get(key) ?? { far, isBelow, voice, rows: [], pairs: [] };
    one.rows.push(...rows);
    one.pairs.push(p);
    ends.set(key, one);
  }
  return [...ends.values()];
}

/** The same by side: what both voices say there stands in the same rows of signs.
 * @param {Picture} picture @param {Form} form @param {State} state
 * @param {Map<number, number[]>} groups @returns {End[][]} */
export function sidesOf(picture, form, state, groups) {
  /** @type {Map<string, End[]>} */
  const sides = new Map();
  for (const end of endsOf(picture, form, state, groups)) {
    const key = `${end.far} ${end.isBelow}`;
    sides.set(key, [...(sides.get(key) ?? []), end]);
  }
  return [...sides.values()];
}

/** By what is said alone, whatever was done. @param {Said[]} said @returns {Said[]} */
export function inLooks(said) {
  /** @type {Map<string, Said>} */
  const looks = new Map();
  for (const [table, look, , count] of said)
    looks.set(look, [table, look, "", (looks.get(look)?.[3] ?? 0) + count]);
  return [...looks.values()];
}

/** One sign for all: a fork where, of the same thing done, more than one thing is said.
 * @param {Picture} picture @param {Said[]} said @returns {Said[]} */
export function inOne(picture, said) {
  const [[table, look]] = said;
  return [differs(picture, said) ? ["differs", "fork", "", 1] : [table, look, "", 1]];
}

/** Ways to tell rows, the finest first. @param {Picture} picture @param {boolean} isTight */
export function tellings(picture, isTight) {
  const said = (/** @type {number[]} */ rows) => saidBy(picture, rows);
  const one = (/** @type {number[]} */ rows) => inOne(picture, said(rows));
  return isTight ? [one] : [said, (/** @type {number[]} */ rows) => inLooks(said(rows)), one];
}
