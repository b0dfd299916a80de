// @ts-check
// Which findings a state sets against each other: those at odds with the one that is opened, those
// that weigh on a claim, or all that are at odds.

/** @import { Picture, State } from "../shared/types.js" */
/** @typedef {[one: number, other: number]} Pair places of findings */

export const VIEW = "odds"; // the word of a state in which all findings at odds are lit

/** Whether all findings at odds are opened. @param {State} state */
export const areAllOpen = ({ view, row }) => view === VIEW && !row;

/** By what is sent of a picture: a card asks it for each of its rows.
 * @type {WeakMap<object, {places: Map<string, number>, against: Map<number, number[]>}>} */
const KNOWN = new WeakMap();

/** @param {Picture} picture */
function known({ sockets }) {
  let found = KNOWN.get(sockets);
  if (found) return found;
  found = { places: new Map(), against: new Map() };
  for (const [at, { id }] of sockets.findings.entries()) found.places.set(id, at);
  for (const [one, other] of sockets.odds) {
    found.against.set(one, [...(found.against.get(one) ?? []), other]);
    found.against.set(other, [...(found.against.get(other) ?? []), one]);
  }
  KNOWN.set(sockets, found);
  return found;
}

/** Which finding a row is, if it is one. @param {Picture} picture @param {string} row */
export const findingOf = (picture, row) => known(picture).places.get(row) ?? -1;

/** Findings at odds with one. @param {Picture} picture @param {number} finding */
export const againstOf = (picture, finding) => known(picture).against.get(finding) ?? [];

/** Findings that weigh on the claim that is opened, if one is.
 * @param {Picture} picture @param {State} state @returns {number[] | undefined} */
export const weighing = ({ sockets }, { row }) =>
  sockets.claims[row]?.flatMap(({ findings = [] }) => findings);

/** What a state opens: findings that stand out, and the pairs among them that arcs join; nothing,
 * where it opens nothing.
 * @param {Picture} picture @param {State} state
 * @returns {{lit: Set<number>, pairs: Pair[]} | undefined} */
export function opened(picture, state) {
  const { findings, odds } = picture.sockets;
  if (areAllOpen(state)) return { lit: new Set(odds.flat()), pairs: odds };
  if (!state.row) return undefined;
  const weigh = weighing(picture, state);
  if (weigh) {
    const lit = new Set(weigh);
    return { lit, pairs: odds.filter(([one, other]) => lit.has(one) && lit.has(other)) };
  }
  const at = findings.findIndex(({ id }) => id === state.row);
  const pairs = odds.filter((pair) => pair.includes(at));
  return { lit: new Set([at, ...pairs.flat()]), pairs };
}

/** Pairs of which both stand in a view. @param {Picture} picture @param {Iterable<number>} inView
 * @returns {Pair[]} */
export function pairsIn({ sockets }, inView) {
  const there = new Set(inView);
  return sockets.odds.filter(([one, other]) => there.has(one) && there.has(other));
}
