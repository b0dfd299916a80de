// @ts-check
// A tour's decisions, without a page: which scene a key leads to, whether the reader has left it,
// which signs it shows.

import { CHAIN, saidBy, standings } from "../explorer/selection.js";
import { codeOf } from "../explorer/state.js";

/** @import { Picture, Shown } from "../shared/types.js" */

const MOVES = /** @type {Record<string, number>} */ ({
  ArrowLeft: -1,
  PageUp: -1,
  ArrowRight: 1,
  PageDown: 1,
  Home: -Infinity,
  End: Infinity,
});

/** How far a key goes; nothing where it means something else.
 * @param {KeyboardEvent} event
 * @returns {number | undefined} */
export function moveOf(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return undefined;
  return Object.hasOwn(MOVES, event.key) ? MOVES[event.key] : undefined;
}

/** The scene after a move; a tour has two ends.
 * @param {number} at
 * @param {number} move
 * @param {number} count
 * @returns {number} */
export const sceneAfter = (at, move, count) => Math.max(0, Math.min(count - 1, at + move));

/** Whether the picture shows something else than the scene's view.
 * @param {any} state
 * @param {any} view
 * @returns {boolean} */
export const isAway = (state, view) => codeOf(state) !== codeOf(view);

/** What the picture shows in signs: each voice, what rows say by what was done, and who speaks.
 * @typedef {[table: string, name: string, done: string, count: number]} Sign
 * @param {Picture} picture @param {any} state @param {Shown} shown @returns {Sign[][]} */
export function signsIn(picture, state, shown) {
  const signed = shown.isOverview
    ? []
    : shown.rows.filter((r) => CHAIN.includes(picture.pairs[picture.rows[r][0]][2]));
  /** @type {Map<string, Sign[]>} */
  const said = new Map();
  for (const one of saidBy(picture, signed).filter(([, look]) => look))
    said.set(one[2], [...(said.get(one[2]) ?? []), one]);
  const each = (/** @type {string} */ table, /** @type {any} */ names) =>
    [...new Set(names)].map((name) => /** @type {Sign} */ ([table, String(name), "", 0]));
  return [
    ...each("voice", picture.voices[state.lens]).map((one) => [one]),
    ...said.values(),
    each("standing", standings(picture, state).values()),
  ].filter((group) => group.length);
}
