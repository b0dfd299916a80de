// @ts-check
// Which rows and nodes stand out in a state: the same as explainer.view.selection in Python, in the
// browser.

import { FILTERS } from "./state.js";

/** @import { Pair, Picture, Said, Shown, State } from "../shared/types.js" */

export const CHAIN = ["acts on", "effect", "claim"]; // the steps of a trace
// where the filters begin in a row: pair, look, sign, line, then one place for each filter
const FACETS = 4;
// Of a row that no line draws:
export const KIND = 0;
export const NODES = 1;
export const END = 2;
export const SAYS = 3;
export const TOLD = 4;
const PLACES = 5;
const ALONE = ["trace", "compare", "predict"]; // panels with a story of their own

/** Add what is looked up often. @param {Picture} picture @returns {Picture} */
export function prepare(picture) {
  picture.place = new Map(picture.nodes.map((node, i) => [node[0], i]));
  picture.words = { ...picture.words };
  picture.measures = new Map(
    picture.measured.map((/** @type {any[]} */ [row, ...rest]) => [row, rest]),
  );
  picture.verdictOf = new Map(picture.weighed);
  picture.outcomeOf = new Map(picture.outcomes);
  picture.agentAt = new Map(picture.hazards.nodes);
  picture.actingIn = new Map(picture.hazards.rows);
  picture.actingListed = new Map(picture.hazards.listed);
  picture.standingOf = new Map(
    picture.standings.map(([start, end, told]) => [`${start}>${end}`, told]),
  );
  return picture;
}

/** @typedef {[filter: number, word: number][]} Wanted filters that are set, and to what */

/** @param {Picture} picture @param {State} state @returns {Wanted} */
const wantedBy = (picture, state) =>
  FILTERS.flatMap((name, i) => {
    const at = picture.choices[name].findIndex(([word]) => word === state[name]);
    return state[name] ? [[i, at]] : [];
  });

/** Whether a row, whose places of filters begin there, is one of those that are wanted; a filter
 * that has nothing to do with it lets it by. @param {any[]} row @param {number} first
 * @param {Wanted} wanted */
const fits = (row, first, wanted) =>
  wanted.every(([i, word]) => row[first + i] === 0 || row[first + i] === word);

/** Rows that a lens and filters let by: those that lines draw.
 * @param {Picture} picture @param {State} state @param {Wanted} wanted @returns {number[]} */
function openedBy({ pairs, rows, voices }, state, wanted) {
  const heard = pairs.map((pair) => voices[state.lens].includes(pair[3])); // they are fewer
  /** @type {number[]} */
  const opened = [];
  for (let r = 0; r < rows.length; r++)
    if (heard[rows[r][0]] && fits(rows[r], FACETS, wanted)) opened.push(r);
  return opened;
}

/** The same of rows that no line draws.
 * @param {Picture} picture @param {State} state @param {Wanted} wanted @returns {number[]} */
function listedBy({ undrawn, lines, voices }, state, wanted) {
  if (ALONE.includes(state.panel)) return [];
  return undrawn.flatMap((row, u) =>
    voices[state.lens].includes(lines[row[TOLD]][1]) && fits(row, PLACES, wanted) ? [u] : [],
  );
}

/** Of what is let by, what stands out for a choice, or for filters alone.
 * @param {Picture} picture @param {State} state @param {number[]} opened @param {number[]} listed
 * @param {number[]} chosen @param {Wanted} wanted @returns {[lit: number[], listed: number[]]} */
function standingOut(picture, state, opened, listed, chosen, wanted) {
  if (state.panel === "predict") return [[], []]; // whoever is still guessing is shown no answer
  if (!chosen.length) {
    const filters = wanted.map(([i]) => i);
    return best(picture, opened, listed, filters);
  }
  const own = listed.filter((u) => picture.undrawn[u][NODES].includes(chosen[0]));
  return [litFor(picture, state, opened, chosen), state.also.length ? [] : own];
}

/** Decide which rows and nodes stand out.
 * @param {Picture} picture
 * @param {State} state
 * @returns {Shown} */
export function show(picture, state) {
  const { pairs, rows, place } = picture;
  const wanted = wantedBy(picture, state);
  const opened = openedBy(picture, state, wanted);
  const open = listedBy(picture, state, wanted);
  const chosen = [state.focus, ...state.also].filter(Boolean).map((id) => place.get(id));
  if (!chosen.length && !wanted.length)
    return { rows: opened, nodes: [], isOverview: true, listed: open };
  const [lit, listed] = standingOut(picture, state, opened, open, chosen, wanted);
  // Of rows without a line, all nodes that can be drawn.
  const met = chosen.length ? [] : listed.flatMap((u) => picture.undrawn[u][NODES]);
  const named = [state.receptor, state.domain].filter(Boolean).map((id) => place.get(id));
  const ends = lit.flatMap((r) => pairs[rows[r][0]].slice(0, 2));
  const nodes = /** @type {Set<number>} */ (new Set([...chosen, ...named, ...ends, ...met]));
  return { rows: lit, nodes: [...nodes], isOverview: false, listed };
}

/** In each voice the rows that most filters have to do with: so each filter narrows.
 * @param {Picture} picture
 * @param {number[]} opened
 * @param {number[]} listed
 * @param {number[]} filters
 * @returns {[number[], number[]]} */
function best(picture, opened, listed, filters) {
  const { pairs, rows, undrawn } = picture;
  const met = (/** @type {any[]} */ row, /** @type {number} */ first) =>
    filters.filter((i) => row[first + i] !== 0).length;
  const drawn = opened.map((r) => ({
    at: r,
    voice: pairs[rows[r][0]][3],
    number: met(rows[r], FACETS),
  }));
  const others = listed.map((u) => ({
    at: u,
    voice: picture.lines[undrawn[u][TOLD]][1],
    number: met(undrawn[u], PLACES),
  }));
  /** @type {Record<string, number>} */
  const most = {};
  for (const { voice, number } of [...drawn, ...others])
    most[voice] = Math.max(most[voice] ?? 1, number);
  const those = (/** @type {typeof drawn} */ some) =>
    some.filter(({ voice, number }) => number === most[voice]).map(({ at }) => at);
  return [those(drawn), those(others)];
}

/** The lines of all that stands out, each once.
 * @param {Picture} picture
 * @param {Shown} shown
 * @returns {number[]} */
export const linesOf = (picture, shown) => [
  ...new Set([
    ...shown.rows.map((r) => picture.rows[r][3]),
    ...shown.listed.map((u) => picture.undrawn[u][TOLD]),
  ]),
];

/** Rows that stand out for what is chosen, by the panel in which it is looked at.
 * @param {Picture} picture
 * @param {State} state
 * @param {number[]} opened
 * @param {number[]} chosen
 * @returns {number[]} */
function litFor(picture, state, opened, chosen) {
  const { pairs, rows } = picture;
  const pair = (/** @type {number} */ r) => pairs[rows[r][0]];
  const [focus, ...also] = chosen;
  if (state.panel === "trace") return trace(picture, opened, focus, also);
  if (state.panel === "compare")
    return opened.filter((r) => pair(r)[2] === CHAIN[0] && chosen.includes(pair(r)[0]));
  if (also.length) return opened.filter((r) => between(pair(r), focus, also[0]));
  const own = opened.filter((r) => pair(r)[0] === focus || pair(r)[1] === focus);
  const made = new Set(
    own.filter((r) => pair(r)[2] === "yields" && pair(r)[0] === focus).map((r) => pair(r)[1]),
  );
  const mine = new Set(own);
  return own.concat(
    opened.filter((r) => !mine.has(r) && (made.has(pair(r)[0]) || made.has(pair(r)[1]))),
  );
}

/** @param {Pair} pair @param {number} one @param {number} other */
const between = ([start, end], one, other) =>
  (start === one && end === other) || (start === other && end === one);

/** Follow rows from the focus step by step; what stands beside it narrows a step to itself.
 * @param {Picture} picture
 * @param {number[]} opened
 * @param {number} focus
 * @param {number[]} also
 * @returns {number[]} */
export function trace(picture, opened, focus, also) {
  const pair = (/** @type {number} */ r) => picture.pairs[picture.rows[r][0]];
  let reached = new Set([focus]);
  /** @type {number[]} */
  let out = [];
  for (const kind of CHAIN) {
    const near = kind === CHAIN[2] ? 1 : 0; // claims meet the path at their domain
    let step = opened.filter((r) => pair(r)[2] === kind && reached.has(pair(r)[near]));
    let ends = new Set(step.map((r) => pair(r)[1]));
    const narrowed = also.filter((node) => ends.has(node));
    if (narrowed.length) {
      ends = new Set(narrowed);
      step = step.filter((r) => ends.has(pair(r)[1]));
    }
    if (step.length) [reached, out] = [ends, out.concat(step)];
  }
  return out;
}

/** Who speaks of what, to be stamped on nodes: each domain, or, for a chosen domain, what may be
 * joined to it.
 * @param {Picture} picture
 * @param {State} state
 * @returns {Map<number, string>} */
export function standings(picture, state) {
  const { nodes, place, standingOf } = picture;
  if (state.lens !== "both" || ["trace", "compare", "predict"].includes(state.panel))
    return new Map();
  const at = place.get(state.focus || state.receptor || state.domain);
  if (at === undefined) return new Map(picture.domains);
  const ofDomain = nodes[at][2] === "domain";
  /** @type {[number, string][]} */
  const stamped = [];
  nodes.forEach((node, i) => {
    if (ofDomain ? ["receptor", "unnamed"].includes(node[2]) : node[2] === "domain") {
      stamped.push([i, standingOf.get(ofDomain ? `${i}>${at}` : `${at}>${i}`) ?? "nobody"]);
    }
  });
  return new Map(stamped);
}

/** The one node in which rows end, so that what they say can be said in its own words; else
 * nothing.
 * @param {Picture} picture
 * @param {number[]} rows
 * @returns {number | undefined} */
export function soleEnd(picture, rows) {
  const ends = new Set(rows.map((r) => picture.pairs[picture.rows[r][0]][1]));
  return ends.size === 1 ? [...ends][0] : undefined;
}

/** The word of a look; in one domain that of the domain, which cannot be read both ways: less
 * anxiety.
 * @param {Picture} picture
 * @param {string} table
 * @param {string} look
 * @param {number} [end]
 * @returns {string} */
export const wordOf = (picture, table, look, end) =>
  (table === "direction" && picture.outcomeOf.get(end)?.[look]) || picture.looks[table][look][0];

/** What the rows of one pair say, in signs: table, look, sign of what was done, number of rows.
 * That something binds is left out beside a stated action (explainer.voices.consensus).
 * @param {Picture} picture
 * @param {number[]} rows
 * @returns {Said[]} */
export function saidBy(picture, rows) {
  const told = new Map();
  for (const r of rows) {
    const [pair, look, done] = picture.rows[r];
    const table = picture.pairs[pair][2] === CHAIN[0] ? "family" : "direction";
    const key = `${look}|${done}`;
    if (!told.has(key)) told.set(key, [table, look, done, 0]);
    told.get(key)[3] += 1;
  }
  const said = [...told.values()];
  const isStated = said.some(([table, look]) => table === "family" && !picture.bare.includes(look));
  return isStated ? said.filter(([, look]) => !picture.silent.includes(look)) : said;
}

/** Whether, of the same thing done, more than one thing is said.
 * @param {Picture} picture @param {Said[]} said @returns {boolean} */
export function differs(picture, said) {
  /** @type {Record<string, Set<string>>} */
  const told = {};
  for (const [, look, done] of said) {
    told[done] ??= new Set();
    if (!picture.weak.includes(look)) told[done].add(look);
  }
  return Object.values(told).some((looks) => looks.size > 1);
}

/** The lit rows by pair.
 * @param {Picture} picture
 * @param {number[]} rows
 * @returns {Map<number, number[]>} */
export function byPair(picture, rows) {
  const out = new Map();
  for (const r of rows) {
    const pair = picture.rows[r][0];
    if (!out.has(pair)) out.set(pair, []);
    out.get(pair).push(r);
  }
  return out;
}
