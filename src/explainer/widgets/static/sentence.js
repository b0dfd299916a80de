// @ts-check
// The sentence that goes with a state: the same words as explainer.shown makes in Python.

import { FILTERS, filled } from "./state.js";
import { CHAIN, show } from "./view.js";

/** @param {any} picture @param {import("./state.js").State} state @param {import("./view.js").Shown} [shown] @returns {string} */
export function sentence(picture, state, shown = show(picture, state)) {
  const { templates } = picture;
  if (state.panel === "predict") return templates.predicted;
  const filters = FILTERS.filter((name) => /** @type {any} */ (state)[name]);
  const parts = said(picture, state, shown, filters.length > 0);
  if (filters.length) {
    const told = filters.map((name) => label(picture, name, /** @type {any} */ (state)[name])).join(", ");
    if (shown.rows.length) {
      const left = Object.entries(counts(picture, shown.rows)).filter(([, n]) => n).map(([kind, n]) => filled(templates[kind], { n }));
      parts.push(filled(templates.filtered, { filters: told, left: left.join(", ") }));
    } else parts.push(filled(templates.nothing, { filters: told }), ...waysOut(picture, state, filters));
  }
  return parts.filter(Boolean).join(" ");
}

/** @param {any} picture @param {string} name @param {string} word @returns {string} */
export const label = (picture, name, word) => picture.choices[name].find((/** @type {any} */ choice) => choice[0] === word)?.[1] ?? word;

/** The name of a node without its kind. @param {any} node @returns {string} */
export const nameOf = (node) => node[5].slice(0, node[5].lastIndexOf(", ") < 0 ? undefined : node[5].lastIndexOf(", "));

/** @param {any} picture @param {import("./state.js").State} state @param {import("./view.js").Shown} shown @param {boolean} isFiltered @returns {string[]} */
function said(picture, state, shown, isFiltered) {
  const { templates, nodes, place, pairs } = picture;
  const ids = [state.focus, ...state.also].filter(Boolean);
  if (state.focus && state.panel === "compare") {
    const acts = (/** @type {number} */ at) => pairs.some((/** @type {any} */ pair) => pair[2] === CHAIN[0] && pair[0] === at);
    const names = ids.filter((id) => acts(place.get(id))).map((id) => nameOf(nodes[place.get(id)])).join(", ");
    return [filled(templates[names ? "compared" : "not_compared"], { names })];
  }
  const chosen = ids.map((id) => nameOf(nodes[place.get(id)]));
  if (state.focus && state.panel === "trace") return [filled(templates[shown.rows.length ? "traced" : "not_traced"], { name: chosen[0], ...path(picture, shown.rows) })];
  if (state.also.length) {
    const rows = new Set(shown.rows.map((r) => picture.rows[r][3])).size;
    return [filled(templates.between, { one: chosen[0], other: chosen[1], rows })];
  }
  const subject = state.focus || state.domain || state.receptor;
  const about = subject ? picture.cards[place.get(subject)][3] : isFiltered ? {} : picture.overview;
  const parts = picture.voices[state.lens].map((/** @type {string} */ voice) => about[voice] ?? "");
  if (subject && !parts.some(Boolean)) return [filled(templates.silent, { lens: label(picture, "lens", state.lens), name: nameOf(nodes[place.get(subject)]) })];
  return parts;
}

/** What a trace holds: its rows by kind, the receptors and the domains they lead to.
 * @param {any} picture @param {number[]} rows @returns {Record<string, number>} */
function path(picture, rows) {
  const ends = (/** @type {string} */ kind) => new Set(rows.map((r) => picture.pairs[picture.rows[r][0]]).filter((pair) => pair[2] === kind).map((pair) => pair[1])).size;
  return { ...counts(picture, rows), receptors: ends(CHAIN[0]), domains: ends(CHAIN[1]) };
}

/** Rows that differ in what they say, by kind; a claim on two domains is one claim.
 * @param {any} picture @param {number[]} rows @returns {Record<string, number>} */
export function counts(picture, rows) {
  /** @type {Record<string, Set<number>>} */
  const told = { acts: new Set(), findings: new Set(), claims: new Set(), others: new Set() };
  for (const r of rows) {
    const kind = CHAIN.indexOf(picture.pairs[picture.rows[r][0]][2]);
    told[kind < 0 ? "others" : ["acts", "findings", "claims"][kind]].add(picture.rows[r][3]);
  }
  return Object.fromEntries(Object.entries(told).map(([kind, lines]) => [kind, lines.size]));
}

/** @param {any} picture @param {import("./state.js").State} state @param {string[]} filters @returns {string[]} */
function waysOut(picture, state, filters) {
  const out = [];
  for (const name of filters) {
    const { rows } = show(picture, { ...state, [name]: "" });
    const number = new Set(rows.map((r) => picture.rows[r][3])).size;
    const filter = label(picture, name, /** @type {any} */ (state)[name]);
    if (number) out.push(filled(picture.templates.without, { filter, rows: number }));
  }
  return [...out, picture.templates.reset];
}
