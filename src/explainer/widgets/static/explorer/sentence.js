// @ts-check
// The sentence that goes with a state: the same words as explainer.view.selection makes in Python.

import { CHAIN, KIND, linesOf, show, TOLD } from "./selection.js";
import { FILTERS, filled } from "./state.js";

/** @import { Filter, Picture, Shown, State } from "../shared/types.js" */

const COUNTED = /** @type {Record<string, string>} */ ({
  "acts on": "acts",
  effect: "findings",
  claim: "claims",
  gap: "claims",
});
const LISTED = /** @type {Record<string, string>} */ ({
  claim: "claims",
  effect: "findings",
  molecule: "molecules",
});

/** @param {Picture} picture @param {State} state @param {Shown} [shown] @returns {string} */
export function sentence(picture, state, shown = show(picture, state)) {
  const { templates } = picture;
  if (state.panel === "predict") return templates.predicted;
  const filters = FILTERS.filter((name) => state[name]);
  const parts = said(picture, state, shown, filters.length > 0);
  if (filters.length) {
    const told = filters.map((name) => label(picture, name, state[name])).join(", ");
    const numbers = counts(picture, shown);
    const left = Object.entries(numbers)
      .filter(([, n]) => n)
      .map(([kind, n]) => filled(templates[kind], { n }));
    if (left.length) {
      parts.push(
        filled(templates.filtered, { filters: told, left: left.join(", ") }),
        withoutLine(picture, shown, numbers),
      );
    } else
      parts.push(filled(templates.nothing, { filters: told }), ...waysOut(picture, state, filters));
  }
  return parts.filter(Boolean).join(" ");
}

/** How many can be drawn, where some cannot; a molecule is drawn as its own box.
 * @param {Picture} picture
 * @param {Shown} shown
 * @param {Record<string, number>} numbers
 * @returns {string} */
function withoutLine(picture, shown, numbers) {
  const { templates } = picture;
  const kinds = shown.listed.map((u) => LISTED[picture.undrawn[u][KIND]]);
  const parts = ["findings", "claims"]
    .filter((kind) => kinds.includes(kind))
    .map((kind) =>
      filled(templates[`drawn_${kind}`], {
        drawn: numbers[kind] - kinds.filter((one) => one === kind).length,
        all: numbers[kind],
      }),
    );
  return parts.length ? filled(templates.undrawn, { parts: parts.join(" and ") }) : "";
}

/** @param {Picture} picture @param {string} name @param {string} word @returns {string} */
export const label = (picture, name, word) =>
  picture.choices[name].find((choice) => choice[0] === word)?.[1] ?? word;

/** The name of a node without its kind. @param {any} node @returns {string} */
export const nameOf = (node) =>
  node[5].slice(0, node[5].lastIndexOf(", ") < 0 ? undefined : node[5].lastIndexOf(", "));

/** Which of the chosen molecules are compared. @param {Picture} picture @param {string[]} ids */
function compared({ templates, nodes, place, pairs }, ids) {
  const acting = new Set(pairs.filter((pair) => pair[2] === CHAIN[0]).map((pair) => pair[0]));
  const chosen = ids.map((id) => place.get(id)).filter((at) => acting.has(at));
  const names = chosen.map((at) => nameOf(nodes[at])).join(", ");
  return filled(templates[names ? "compared" : "not_compared"], { names });
}

/** What is said of the one thing that is chosen, or of all, by each voice of the lens.
 * @param {Picture} picture @param {State} state @param {boolean} isFiltered @returns {string[]} */
function about(picture, state, isFiltered) {
  const { templates, nodes, place } = picture;
  const subject = state.focus || state.domain || state.receptor;
  if (!subject && isFiltered) return [];
  const words = subject ? picture.cards[place.get(subject)][3] : picture.overview;
  const parts = picture.voices[state.lens].map((voice) => words[voice] ?? "");
  if (!subject || parts.some(Boolean)) return parts;
  const [lens, name] = [label(picture, "lens", state.lens), nameOf(nodes[place.get(subject)])];
  return [filled(templates.silent, { lens, name })];
}

/** @param {Picture} picture
 * @param {State} state
 * @param {Shown} shown
 * @param {boolean} isFiltered
 * @returns {string[]} */
function said(picture, state, shown, isFiltered) {
  const { templates, nodes, place } = picture;
  const ids = [state.focus, ...state.also].filter(Boolean);
  if (state.focus && state.panel === "compare") return [compared(picture, ids)];
  const [one, other] = ids.map((id) => nameOf(nodes[place.get(id)]));
  if (state.focus && state.panel === "trace") {
    const template = templates[shown.rows.length ? "traced" : "not_traced"];
    return [filled(template, { name: one, ...path(picture, shown) })];
  }
  if (!state.also.length) return about(picture, state, isFiltered);
  const rows = linesOf(picture, shown).length;
  return [filled(templates.between, { one, other, rows })];
}

/** What a trace holds: its rows by kind, the receptors and the domains they lead to.
 * @param {Picture} picture @param {Shown} shown @returns {Record<string, number>} */
function path(picture, shown) {
  const ends = (/** @type {string} */ kind) =>
    new Set(
      shown.rows
        .map((r) => picture.pairs[picture.rows[r][0]])
        .filter((pair) => pair[2] === kind)
        .map((pair) => pair[1]),
    ).size;
  return { ...counts(picture, shown), receptors: ends(CHAIN[0]), domains: ends(CHAIN[1]) };
}

/** Rows that differ in what they say, by kind; a claim on two domains is one claim.
 * @param {Picture} picture @param {Shown} shown @returns {Record<string, number>} */
function counts(picture, shown) {
  /** @type {Record<string, Set<number>>} */
  const told = {
    acts: new Set(),
    findings: new Set(),
    claims: new Set(),
    others: new Set(),
    molecules: new Set(),
  };
  for (const r of shown.rows) {
    const kind = picture.pairs[picture.rows[r][0]][2];
    told[COUNTED[kind] ?? "others"].add(picture.rows[r][3]);
  }
  for (const u of shown.listed)
    told[LISTED[picture.undrawn[u][KIND]]].add(picture.undrawn[u][TOLD]);
  return Object.fromEntries(Object.entries(told).map(([kind, lines]) => [kind, lines.size]));
}

/** @param {Picture} picture @param {State} state @param {Filter[]} filters @returns {string[]} */
function waysOut(picture, state, filters) {
  const out = [];
  for (const name of filters) {
    const number = Object.values(counts(picture, show(picture, { ...state, [name]: "" }))).reduce(
      (sum, n) => sum + n,
      0,
    );
    const filter = label(picture, name, state[name]);
    if (number) out.push(filled(picture.templates.without, { filter, rows: number }));
  }
  return [...out, picture.templates.reset];
}
