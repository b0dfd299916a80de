// @ts-check
// What is at odds, side by side: one finding and those that contradict it; a claim of the article
// and the findings that weigh on it, with the verdict in the seam.

import { marksIn } from "../explorer/frames.js";
import { filled } from "../explorer/state.js";
import { html } from "../shared/dom.js";
import { againstOf, areAllOpen, findingOf, pairsIn } from "./odds.js";

/** @import { Picture, State } from "../shared/types.js" */
/** @typedef {(place: number) => HTMLElement} ItemOf a row in words, by the place of its line */

const FEW = 2; // findings of a side that are seen before the rest is opened
const PAIRS = 6; // pairs of a view that are seen before the rest is opened

/** The button that opens a finding or a claim beside what stands against it.
 * @param {string} row @param {string} words @param {string} [told] in full, to be spoken */
export const opener = (row, words, told) =>
  html(
    "button",
    {
      type: "button",
      class: "odds-sign",
      "data-row": row,
      ...(told ? { "aria-label": told } : {}),
    },
    words,
  );

/** The sign at a finding's words, where others are at odds with it and it is not open yet.
 * @param {Picture} picture @param {string} row @returns {Node[]} */
export function signOf(picture, row) {
  const at = findingOf(picture, row);
  if (at < 0 || !againstOf(picture, at).length) return [];
  const { open } = picture.words.odds;
  const gap = document.createTextNode(" ");
  return [gap, opener(row, `⇄ ${open}`, `${open}: ${picture.sockets.tell[at]}`)];
}

/** Who says it, as a voice of its own: the source, and what it found in whom.
 * @param {Picture} picture @param {number} finding @param {ItemOf} itemOf */
function voiceOf(picture, finding, itemOf) {
  const { findings, tell } = picture.sockets;
  const place = picture.lines.findIndex((line) => line[5] === findings[finding].id);
  const [source] = picture.lines[place]?.[4] ?? [];
  const name = picture.sources[source]?.[0] ?? findings[finding].id;
  return html(
    "div",
    { class: "voice" },
    html("h5", {}, name, " ", html("small", {}, tell[finding].split("; ")[0])),
    html("ul", {}, place < 0 ? "" : itemOf(place)),
  );
}

/** Some of them, and the rest folded with its number.
 * @param {Picture} picture @param {Node[]} all @param {number} few */
function fewOf(picture, all, few) {
  if (all.length <= few + 1) return all;
  const more = html("summary", {}, picture.words.more.replace("{n}", String(all.length - few)));
  return [...all.slice(0, few), html("details", {}, more, ...all.slice(few))];
}

/** Two sides with what stands between them.
 * @param {string} title @param {Node[]} one @param {Node[]} seam @param {Node[]} other */
const sides = (title, one, seam, other) =>
  html(
    "div",
    { class: "odds", role: "group", "aria-label": title },
    html("h4", { tabindex: "-1" }, title),
    html(
      "div",
      { class: "sides" },
      html("div", { class: "one" }, ...one),
      html("div", { class: "seam" }, ...seam),
      html("div", { class: "other" }, ...other),
    ),
  );

/** One finding beside those at odds with it.
 * @param {Picture} picture @param {number} at @param {number[]} against @param {ItemOf} itemOf */
function findingSides(picture, at, against, itemOf) {
  const others = against.map((one) => voiceOf(picture, one, itemOf));
  const { title } = picture.words.odds;
  return sides(title, [voiceOf(picture, at, itemOf)], ["⇄"].map(text), fewOf(picture, others, FEW));
}

/** @param {string} words @returns {Node} */
const text = (words) => html("span", { "aria-hidden": "true" }, words);

/** A claim beside the findings that weigh on it, with the verdict in the seam.
 * @param {Picture} picture @param {string} claim @param {ItemOf} itemOf */
function claimSides(picture, claim, itemOf) {
  const { odds } = picture.words;
  const weighed = /** @type {[number, number, string][]} */ (picture.weighed);
  const found = weighed.find(([line]) => picture.lines[line][5] === claim);
  if (!found) return [];
  const [line, verdict, word] = found;
  const others = picture.sockets.claims[claim].flatMap(({ head, findings = [] }) => [
    html("h5", {}, filled(odds.weighed, { n: findings.length, head })),
    ...fewOf(
      picture,
      findings.map((one) => voiceOf(picture, one, itemOf)),
      FEW,
    ),
  ]);
  const seam = [html("h5", {}, odds.verdict), html("strong", { class: "verdict" }, word)];
  const claimed = [html("h5", {}, odds.claim), html("ul", {}, itemOf(line))];
  const judged = html("ul", {}, itemOf(verdict));
  return [
    sides(odds.weight, claimed, seam, others.length ? others : [judged]),
    ...(others.length ? [judged] : []),
  ];
}

/** All that are at odds in the view that is open, pair by pair.
 * @param {Picture} picture @param {State} state @param {ItemOf} itemOf @returns {Node[]} */
function allSides(picture, state, itemOf) {
  const pairs = pairsIn(picture, marksIn(picture, state));
  const shown = pairs.map(([one, other]) => findingSides(picture, one, [other], itemOf));
  const title = filled(picture.words.odds.all, { n: pairs.length });
  return [html("h3", {}, title), ...fewOf(picture, shown, PAIRS)];
}

/** What a state opens side by side, if it opens anything.
 * @param {Picture} picture @param {State} state @param {ItemOf} itemOf @returns {Node[]} */
export function sideBySide(picture, state, itemOf) {
  if (areAllOpen(state)) return allSides(picture, state, itemOf);
  if (!state.row) return [];
  if (picture.sockets.claims[state.row]) return claimSides(picture, state.row, itemOf);
  const at = picture.sockets.findings.findIndex(({ id }) => id === state.row);
  const against = at < 0 ? [] : againstOf(picture, at);
  return against.length ? [findingSides(picture, at, against, itemOf)] : [];
}
