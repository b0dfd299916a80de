// @ts-check
// Trace: from a molecule to receptors, to findings, to claims, step by step.

import { CHAIN, saidBy, show } from "../explorer/selection.js";
import { nameOf } from "../explorer/sentence.js";
import { html } from "../shared/dom.js";
import { list } from "../shared/svg.js";
import { lineList, saidInSigns, sourceList } from "./card.js";

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

/** @param {Picture} picture
 * @param {State} state
 * @param {Shown} shown
 * @param {Act} act
 * @returns {Node[]} */
export function trace(picture, state, shown, act) {
  const { words, place, nodes, pairs, rows } = picture;
  const offered = starts(picture, [CHAIN[0]]);
  const receptors = nodes.flatMap((node) =>
    node[2] === "receptor" ? [[node[0], nameOf(node)]] : [],
  );
  const choice = list(
    words.trace_from,
    [["", words.choose], ...offered, ...receptors],
    state.focus,
    (focus) => act.set({ focus, also: [] }),
  );
  const head = [
    html("p", { class: "warning" }, words.trail),
    html("div", { class: "lists" }, choice),
  ];
  if (!state.focus) return head;
  if (!shown.rows.length) return [...head, html("p", { class: "hint" }, words.no_trace)];
  /** @type {Set<number>} */
  const cited = new Set();
  // What could be chosen in each step is read off the trace that is not narrowed.
  const whole = show(picture, { ...state, also: [] });
  const steps = CHAIN.flatMap((kind, step) => {
    const here = shown.rows.filter((r) => pairs[rows[r][0]][2] === kind);
    const all = whole.rows.filter((r) => pairs[rows[r][0]][2] === kind);
    if (!all.length) return [];
    const ends = step === 2 ? [] : [...new Set(all.map((r) => pairs[rows[r][0]][1]))];
    const buttons = ends.map((end) => {
      const id = nodes[end][0];
      const isOn = state.also.includes(id);
      const others = state.also.filter((node) => !ends.includes(place.get(node)));
      const said = saidBy(
        picture,
        here.filter((r) => pairs[rows[r][0]][1] === end),
      );
      return html(
        "button",
        {
          type: "button",
          "aria-pressed": String(isOn),
          "data-key": `step ${id}`,
          onclick: () => act.set({ also: isOn ? others : [...others, id].slice(-2) }),
        },
        nameOf(nodes[end]),
        " ",
        saidInSigns(picture, said, end),
      );
    });
    const lines = [...new Set(here.map((r) => rows[r][3]))];
    const more =
      lines.length > FIRST
        ? [
            html(
              "details",
              {},
              html("summary", {}, words.more.replace("{n}", lines.length - FIRST)),
              lineList(picture, lines.slice(FIRST), cited),
            ),
          ]
        : [];
    return [
      html(
        "li",
        { class: kind === CHAIN[2] ? "article" : "pharmacology" },
        html("h3", {}, words.steps[step], ` (${lines.length})`),
        html("div", { class: "joined" }, ...buttons),
        lineList(picture, lines.slice(0, FIRST), cited),
        ...more,
      ),
    ];
  });
  return [...head, html("ol", { class: "steps" }, ...steps), ...sourceList(picture, cited)];
}
