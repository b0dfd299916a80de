// @ts-check
// What stands out, as an outline that arrow keys walk: kinds, then nodes, then rows.

import { CHAIN, saidBy, soleEnd, TOLD, wordOf } from "../explorer/selection.js";
import { nameOf } from "../explorer/sentence.js";
import { html } from "../shared/dom.js";
import { inlineSign } from "../shared/svg.js";

/** @import { Act, Picture, Shown, State } from "../shared/types.js" */

/**
 * @typedef {{key: string, words: (Node | string)[], node?: string, children: Branch[]}} Branch
 */

/** The branches of a state: what is chosen has its neighbours by kind, each with the rows between
 * them.
 * @param {Picture} picture
 * @param {State} state
 * @param {Shown} shown
 * @returns {Branch[]} */
export function branches(picture, state, shown) {
  const chosen = new Set(
    [state.focus, ...state.also].filter(Boolean).map((id) => picture.place.get(id)),
  );
  const beside = shown.isOverview
    ? picture.nodes.map((_, i) => i)
    : shown.nodes.filter((n) => !chosen.has(n));
  /** @type {Map<string, Branch[]>} */
  const kinds = new Map();
  for (const n of beside) {
    const [id, , kind] = picture.nodes[n];
    const rows = shown.isOverview
      ? []
      : shown.rows.filter((r) => picture.pairs[picture.rows[r][0]].slice(0, 2).includes(n));
    if (!kinds.has(kind)) kinds.set(kind, []);
    kinds.get(kind)?.push({
      key: id,
      node: id,
      words: [nameOf(picture.nodes[n]), ...signsOf(picture, rows)],
      children: rowsOf(picture, rows, id),
    });
  }
  const roots = [...kinds].map(([kind, children]) => ({
    key: `kind ${kind}`,
    words: [`${picture.looks.kind[kind][0]} (${children.length})`],
    children,
  }));
  const loose = [...new Set(shown.listed.map((u) => picture.undrawn[u][TOLD]))].map((line) => ({
    key: `listed ${line}`,
    words: [picture.lines[line][0]],
    children: [],
  }));
  return loose.length
    ? [
        ...roots,
        {
          key: "listed",
          words: [picture.words.undrawn.replace("{n}", loose.length)],
          children: loose,
        },
      ]
    : roots;
}

/** @param {Picture} picture @param {number[]} rows @returns {(Node | string)[]} */
function signsOf(picture, rows) {
  const signed = rows.filter((r) => CHAIN.includes(picture.pairs[picture.rows[r][0]][2]));
  return saidBy(picture, signed)
    .filter(([, look]) => look)
    .flatMap(([table, look, done, count]) => [
      " · ",
      done ? `${picture.looks.done[done][0]}: ` : "",
      ...(typeof document === "undefined" ? [] : [inlineSign(picture, table, look)]),
      `${wordOf(picture, table, look, soleEnd(picture, signed))} ${count}`,
    ]);
}

/** @param {Picture} picture @param {number[]} rows @param {string} key @returns {Branch[]} */
function rowsOf(picture, rows, key) {
  return [...new Set(rows.map((r) => picture.rows[r][3]))].map((line) => ({
    key: `${key} ${line}`,
    words: [picture.lines[line][0]],
    children: [],
  }));
}

/** @param {Picture} picture
 * @param {State} state
 * @param {Shown} shown
 * @param {Act} act
 * @returns {Node[]} */
export function outline(picture, state, shown, act) {
  const memory = act.memory("outline", { open: new Set(), at: "" });
  const roots = branches(picture, state, shown);
  if (!shown.isOverview)
    for (const root of roots)
      if (root.children.length <= 12 && !memory.open.has(`shut ${root.key}`))
        memory.open.add(root.key);
  /** @type {{branch: Branch, parent: Branch | null, item: any}[]} */
  const walked = [];
  const draw = (
    /** @type {Branch} */ branch,
    /** @type {Branch | null} */ parent,
    /** @type {number} */ level,
  ) => {
    const isOpen = memory.open.has(branch.key);
    const name = html("span", { class: "name" }, ...branch.words);
    const item = html(
      "li",
      { role: "treeitem", tabindex: -1, "aria-level": level, "data-key": `tree ${branch.key}` },
      name,
    );
    if (branch.children.length) item.setAttribute("aria-expanded", String(isOpen));
    walked.push({ branch, parent, item });
    if (isOpen && branch.children.length)
      item.append(
        html(
          "ul",
          { role: "group" },
          ...branch.children.map((child) => draw(child, branch, level + 1)),
        ),
      );
    return item;
  };
  const tree = html(
    "ul",
    { role: "tree", class: "outline", "aria-label": picture.words.panels.outline },
    ...roots.map((root) => draw(root, null, 1)),
  );
  if (!walked.length) return [html("p", { class: "hint" }, picture.words.no_rows)];
  const current = () =>
    Math.max(
      0,
      walked.findIndex(({ branch }) => branch.key === memory.at),
    );
  walked[current()].item.setAttribute("tabindex", "0");
  const go = (/** @type {number} */ at) => {
    walked[current()].item.setAttribute("tabindex", "-1");
    const next = walked[Math.max(0, Math.min(walked.length - 1, at))];
    memory.at = next.branch.key;
    next.item.setAttribute("tabindex", "0");
    next.item.focus();
  };
  const turn = (/** @type {Branch} */ branch, /** @type {boolean} */ isOpen) => {
    memory.open[isOpen ? "add" : "delete"](branch.key);
    memory.open[isOpen ? "delete" : "add"](`shut ${branch.key}`);
    act.redraw(`tree ${branch.key}`);
  };
  tree.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    const at = current();
    const { branch, parent } = walked[at];
    const isOpen = memory.open.has(branch.key);
    if (event.key === "ArrowDown") go(at + 1);
    else if (event.key === "ArrowUp") go(at - 1);
    else if (event.key === "Home") go(0);
    else if (event.key === "End") go(walked.length - 1);
    else if (event.key === "ArrowRight" && branch.children.length)
      isOpen ? go(at + 1) : turn(branch, true);
    else if (event.key === "ArrowLeft" && branch.children.length && isOpen) turn(branch, false);
    else if (event.key === "ArrowLeft" && parent)
      go(walked.findIndex((one) => one.branch === parent));
    else if ((event.key === "Enter" || event.key === " ") && branch.node)
      act.set({ focus: branch.node, also: [] });
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  tree.addEventListener("click", (/** @type {MouseEvent} */ event) => {
    const found = walked.find(
      ({ item }) => item === /** @type {Element} */ (event.target).closest("[role=treeitem]"),
    );
    if (!found) return;
    memory.at = found.branch.key;
    if (found.branch.children.length) turn(found.branch, !memory.open.has(found.branch.key));
    else if (found.branch.node) act.set({ focus: found.branch.node, also: [] });
    else go(walked.indexOf(found));
  });
  return [html("p", { class: "hint" }, picture.words.outline), tree];
}
