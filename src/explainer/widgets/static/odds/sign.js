// @ts-check
// The signs by which what is at odds is opened, and what is said once it is.

import { filled } from "../explorer/state.js";
import { button, html } from "../shared/dom.js";
import { againstOf, areAllOpen, pairsIn, weighing } from "./odds.js";

/** @import { Act, Picture, State } from "../shared/types.js" */

/** The sign of all that is at odds in a view, with how many findings these are.
 * @param {Picture} picture @param {State} state @param {number[]} inView @param {() => void} turn
 * @returns {Node[]} */
export function oddsSign(picture, state, inView, turn) {
  const { size } = new Set(pairsIn(picture, inView).flat());
  if (!size) return [];
  const looks = { class: "odds-sign", "aria-pressed": String(areAllOpen(state)) };
  return [html("li", {}, button(`⇄ ${picture.words.odds.sign} ${size}`, turn, looks))];
}

/** What is said of what a state opens, for whoever does not see the arcs.
 * @param {Picture} picture @param {State} state */
export function told(picture, state) {
  const { odds } = picture.words;
  if (!state.row) return "";
  const weigh = weighing(picture, state);
  if (weigh) return filled(odds.beside, { n: weigh.length });
  const at = picture.sockets.findings.findIndex(({ id }) => id === state.row);
  const n = againstOf(picture, at).length;
  return n ? filled(odds.told, { n }) : "";
}

/** A sign in a row opens both sides in the panel, and the keyboard goes there.
 * @param {HTMLElement} body @param {HTMLElement} panel @param {Act["set"]} set */
export function heedSigns(body, panel, set) {
  body.addEventListener("click", ({ target }) => {
    const sign = /** @type {Element} */ (target).closest("button[data-row]");
    if (!sign) return;
    set({ row: /** @type {HTMLElement} */ (sign).dataset.row, panel: "card" });
    /** @type {HTMLElement | null} */ (panel.querySelector(".odds h4"))?.focus();
  });
}
