// @ts-check
// What a click in the picture chooses, as a change of the state.

import { OVERVIEW } from "./state.js";

/** @import { Picture, State } from "../shared/types.js" */

/** A node; beside the one that is chosen, what joins the two. What is chosen already is let go.
 * @param {State} state @param {string} id @param {boolean} isBeside @returns {Partial<State>} */
export function nodeChosen({ focus, also }, id, isBeside) {
  if (isBeside && focus && id !== focus) return { also: [id] };
  return { focus: focus === id && !also.length ? "" : id, also: [] };
}

/** What joins two nodes, seen from the one that is chosen.
 * @param {State} state @param {string} start @param {string} end @returns {Partial<State>} */
export function pairChosen({ focus, domain }, start, end) {
  const isFromEnd = focus === end || (!focus && domain === end);
  const [one, other] = isFromEnd ? [end, start] : [start, end];
  return { focus: one, also: [other], panel: "card" };
}

/** What a stamp speaks of: with a focus the pair, else a domain, or its claims that sources speak
 * against.
 * @param {Picture} picture
 * @param {State} state
 * @param {number} place
 * @returns {Partial<State>} */
export function standingChosen(picture, state, place) {
  const id = picture.nodes[place][0];
  const against = picture.against.find(([domain]) => domain === place);
  if (state.focus || !against) return nodeChosen(state, id, true);
  // A stamp stands on the whole map, and there its reader stays.
  return { ...OVERVIEW, lens: "article", domain: id, verdict: against[1], view: "map" };
}
