// @ts-check
// What stands around a tour's scenes: its buttons, the presenter's notes, what may go wrong.

import { hazardList, hazards } from "../explorer/hazard.js";
import { show } from "../explorer/selection.js";
import { codeOf, readCode } from "../explorer/state.js";
import { button, html } from "../shared/dom.js";

/** @import { Picture, State } from "../shared/types.js" */

/** Say of a button whether what it folds is open. @param {Element} one @param {boolean} isOpen */
export const turn = (one, isOpen) => one.setAttribute("aria-expanded", String(isOpen));

/** What may go wrong in a state. @param {Picture} picture @param {State} state */
export const hazardsOf = (picture, state) =>
  hazardList(picture, hazards(picture, state, show(picture, state)));

/** What may go wrong at a scene; those of every scene keep room for the longest, so that nothing
 * moves from scene to scene.
 * @param {Picture} picture */
export function drawDangers(picture) {
  const now = html("div", { class: "now" });
  const room = picture.tour.scenes.map((/** @type {any} */ scene) => {
    const [state] = readCode(codeOf(scene.view), picture);
    return html("div", { "aria-hidden": "true" }, ...hazardsOf(picture, state));
  });
  return { now, dangers: html("div", { class: "tour-dangers" }, now, ...room) };
}

/** The presenter's notes. @param {Picture} picture */
export function drawNotes({ tour: { scenes, words } }) {
  const notes = scenes.map((/** @type {any} */ scene) =>
    html("p", {}, scene.presenter || words.no_notes),
  );
  const looks = { class: "tour-notes", hidden: true, "aria-label": words.notes_name };
  return html("aside", looks, ...notes);
}

/** Buttons, each with what it does.
 * @param {Record<string, string>} words
 * @param {{step: (move: number) => void, home: () => void, explore: () => void, notes: () => void,
 *   fill: () => void}} act */
export function buttonsOf(words, act) {
  const shut = { "aria-expanded": "false" };
  return {
    back: button(`‹ ${words.back}`, () => act.step(-1), { class: "step" }),
    next: button(`${words.next} ›`, () => act.step(1), { class: "step tour-next" }),
    home: button(words.home, act.home, { class: "tour-home" }),
    controls: button(words.explore, act.explore, { ...shut, class: "tour-explore" }),
    notes: button(words.notes, act.notes, {
      ...shut,
      "aria-label": words.notes_name,
      class: "tour-note",
    }),
    full: button(words.large, act.fill, { class: "tour-full" }),
  };
}
