// @ts-check
// What may go wrong, in sight beside whatever sounds like help: the same as
// explainer.view.selection.hazards in Python.

import { lineItem } from "../panels/rows.js";
import { html } from "../shared/dom.js";

/** @import { Picture, Shown, State } from "../shared/types.js" */

/** Places of the lines on hazards of a view. @param {Picture} picture @param {State} state
 * @param {Shown} shown @returns {number[]} */
export function hazards(picture, state, shown) {
  if (state.panel === "predict") return []; // it would tell what is still to be guessed
  const { agents } = picture.hazards;
  const chosen = [state.focus, ...state.also].filter(Boolean).map((id) => picture.place.get(id));
  const own = chosen
    .filter((n) => picture.agentAt.has(n))
    .map((n) => agents[picture.agentAt.get(n)]);
  if (!own.length) return beside(picture, shown.rows, shown.listed);
  return lines([...own.map(([line]) => line), ...briefs(own)]);
}

/** Each line once; those told in brief have none. @param {number[]} places @returns {number[]} */
const lines = (places) => [...new Set(places)].filter((line) => line >= 0);

/** Lines of the groups of these agents, in brief. @param {any[][]} agents @returns {number[]} */
const briefs = (agents) => agents.flatMap(([, , , brief]) => brief);

/** Those that belong beside rows, drawn as lines or not.
 * @param {Picture} picture
 * @param {number[]} rows
 * @param {number[]} [listed]
 * @returns {number[]} */
export function beside(picture, rows, listed = []) {
  const acting = [
    ...rows.flatMap((r) => picture.actingIn.get(r) ?? []),
    ...listed.flatMap((u) => picture.actingListed.get(u) ?? []),
  ];
  const found = [...new Set(acting)].map((at) => picture.hazards.agents[at]);
  /** @type {Map<number, number>} */
  const kinds = new Map();
  for (const [, kind, line] of found.length > 1 ? found : [])
    if (kind >= 0 && !kinds.has(kind)) kinds.set(kind, line); // none where it is told in brief
  const classes = [...kinds.keys()]
    .sort((a, b) => a - b)
    .map((kind) => /** @type {number} */ (kinds.get(kind)));
  const lone = kinds.size ? [] : found.slice(0, 1).map(([line]) => line);
  return lines([...lone, ...briefs(found), ...classes]);
}

/** @param {Picture} picture
 * @param {number[]} lines
 * @param {Set<number>} [cited]
 * @returns {Node[]} */
export function hazardList(picture, lines, cited = new Set()) {
  const brief = new Set(briefs(picture.hazards.agents));
  const items = lines.map((line) => {
    const item = lineItem(picture, line, cited);
    item.classList.toggle("brief", brief.has(line)); // a lecture's back row needs it, too
    return item;
  });
  return items.length ? [html("ul", { class: "hazards" }, ...items)] : [];
}

/** What stands above the picture: in the first view each hazard with its first source alone, since
 * it stands below the picture with all of them.
 * @param {Node[]} lists @param {HTMLElement} root */
export function inBrief(lists, root) {
  if (root.dataset.depth !== "first") return lists;
  for (const list of /** @type {Element[]} */ (lists)) list.querySelectorAll(".cited").forEach(cut);
  return lists;
}

/** Keep the first of what is cited, and nothing after it. @param {Element} cited */
function cut(cited) {
  for (const one of [cited.firstElementChild, cited])
    while (one?.nextSibling) one.nextSibling.remove();
}
