// @ts-check
// A tour's decisions, without a page: where a key leads, and whether the reader has left a scene.

import { codeOf } from "../explorer/state.js";

/** @typedef {{scene: number, step: number}} Stand where a tour has come */

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

/** The number of a scene that is there; a tour has two ends.
 * @param {number} wanted
 * @param {number} count
 * @returns {number} */
export const sceneNear = (wanted, count) => Math.max(0, Math.min(count - 1, wanted));

/** Where a move leads: to the next thing of a scene, then to the next scene; back in the same
 * order; from end to end.
 * @param {Stand} at
 * @param {number} move
 * @param {number[]} steps how many things each scene shows, one after the other
 * @returns {Stand} */
export function standAfter({ scene, step }, move, steps) {
  if (!Number.isFinite(move)) return { scene: sceneNear(move, steps.length), step: 0 };
  const to = step + move;
  if (to >= 0 && to < steps[scene]) return { scene, step: to };
  const other = sceneNear(scene + move, steps.length);
  if (other === scene) return { scene, step };
  return { scene: other, step: move > 0 ? 0 : steps[other] - 1 };
}

/** Whether the picture shows something else than the scene's view.
 * @param {any} state
 * @param {any} view
 * @returns {boolean} */
export const isAway = (state, view) => codeOf(state) !== codeOf(view);

/** Whether a key belongs to a field. @param {Event} event */
export const isTyped = ({ target }) => /** @type {Element} */ (target).matches("input");
