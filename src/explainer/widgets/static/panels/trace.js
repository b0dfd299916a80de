// @ts-check
// Trace: from a molecule to receptors, to findings, to claims, step by step.

import { CHAIN, saidBy, show } from "../explorer/selection.js";
import { nameOf } from "../explorer/sentence.js";
import { button, html } from "../shared/dom.js";
import { list } from "../shared/svg.js";
import { saidInSigns } from "./card.js";
import { foldedList, lineList, sourceList } from "./rows.js";

/** @import { Act, Picture, Shown, State } from "../shared/types.js" */

const FIRST = 4; // rows shown in a step before the rest is opened

/** Nodes from which a trace can start.
 * @param {Picture} picture
 * @param {string[]} kinds of rows
 * @returns {string[][]} word and name */
export function starts(picture, kinds) {
  const found = new Set(
    picture.pairs.filter((pair) => kinds.includes(pair[2])).map((pair) => pair[0]),
  );
  return picture.nodes.flatMap((node, i) => (found.has(i) ? [[node[0], nameOf(node)]] : []));
}

/** The list of nodes from which a trace begins.
 * @param {Picture} picture
 * @param {State} state
 * @param {Act} act */
function beginning(picture, state, act) {
  const { words, nodes } = picture;
  const receptors = nodes.filter((node) => node[2] === "receptor");
  const named = receptors.map((node) => [node[0], nameOf(node)]);
  const offered = [["", words.choose], ...starts(picture, [CHAIN[0]]), ...named];
  const choose = (/** @type {string} */ focus) => act.set({ focus, also: [] });
  return html("div", { class: "lists" }, list(words.trace_from, offered, state.focus, choose));
}

/** Buttons that narrow a step to one of its ends.
 * @param {Picture} picture
 * @param {State} state
 * @param {number[]} ends of the step that is not narrowed
 * @param {number[]} here rows that are lit
 * @param {Act} act */
function narrowing(picture, state, ends, here, act) {
  const { place, nodes, pairs, rows } = picture;
  const others = state.also.filter((node) => !ends.includes(place.get(node)));
  return ends.map((end) => {
    const id = nodes[end][0];
    const isOn = state.also.includes(id);
    const turn = () => act.set({ also: isOn ? others : [...others, id].slice(-2) });
    const made = button(nameOf(nodes[end]), turn, {
      "aria-pressed": String(isOn),
      "data-key": `step ${id}`,
    });
    const own = here.filter((r) => pairs[rows[r][0]][1] === end);
    made.append(" ", saidInSigns(picture, saidBy(picture, own), end));
    return made;
  });
}

/** One step of a trace: where it may lead, and what rows say.
 * @param {Picture} picture @param {number} step @param {number[]} here @param {Node[]} buttons
 * @param {Set<number>} cited */
function drawStep(picture, step, here, buttons, cited) {
  const { words } = picture;
  const lines = [...new Set(here.map((r) => picture.rows[r][3]))];
  const rest = lines.slice(FIRST);
  const more = words.more.replace("{n}", rest.length);
  const folds = rest.length ? [foldedList(picture, more, rest, cited)] : [];
  return html(
    "li",
    { class: CHAIN[step] === CHAIN[2] ? "article" : "pharmacology" },
    html("h3", {}, words.steps[step], ` (${lines.length})`),
    html("div", { class: "joined" }, ...buttons),
    lineList(picture, lines.slice(0, FIRST), cited),
    ...folds,
  );
}

/** @param {Picture} picture
 * @param {State} state
 * @param {Shown} shown
 * @param {Act} act
 * @returns {Node[]} */
export function trace(picture, state, shown, act) {
  const { words, pairs, rows } = picture;
  const head = [html("p", { class: "warning" }, words.trail), beginning(picture, state, act)];
  if (!state.focus) return head;
  if (!shown.rows.length) return [...head, html("p", { class: "hint" }, words.no_trace)];
  /** @type {Set<number>} */
  const cited = new Set();
  // What could be chosen in each step is read off the trace that is not narrowed.
  const whole = show(picture, { ...state, also: [] });
  const steps = CHAIN.flatMap((kind, step) => {
    const isOf = (/** @type {number} */ r) => pairs[rows[r][0]][2] === kind;
    const [here, all] = [shown.rows.filter(isOf), whole.rows.filter(isOf)];
    if (!all.length) return [];
    const ends = step === 2 ? [] : [...new Set(all.map((r) => pairs[rows[r][0]][1]))];
    const buttons = narrowing(picture, state, ends, here, act);
    return [drawStep(picture, step, here, buttons, cited)];
  });
  return [...head, html("ol", { class: "steps" }, ...steps), ...sourceList(picture, cited)];
}
