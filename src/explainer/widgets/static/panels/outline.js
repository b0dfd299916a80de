// @ts-check
// What stands out, as an outline that arrow keys walk: kinds, then nodes, then rows.

import { taken } from "../explorer/keys.js";
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

/** @typedef {{branch: Branch, parent: Branch | null, item: HTMLElement}} Walked a branch in sight
 */
/** @typedef {"up" | "down" | "first" | "last" | "parent" | "open" | "shut" | "choose"} Move */

const FEW = 12; // children of a kind that stand open from the start
const MOVES = /** @type {Record<string, Move>} */ ({
  ArrowDown: "down",
  ArrowUp: "up",
  Home: "first",
  End: "last",
  Enter: "choose",
  " ": "choose",
});

/** What a key does at a branch, as in every tree: right opens or goes in, left shuts or goes out.
 * @param {string} key @param {{isParent: boolean, isOpen: boolean, isRoot: boolean}} at
 * @returns {Move | undefined} */
export function treeMove(key, { isParent, isOpen, isRoot }) {
  if (key === "ArrowRight" && isParent) return isOpen ? "down" : "open";
  if (key === "ArrowLeft" && isParent && isOpen) return "shut";
  if (key === "ArrowLeft" && !isRoot) return "parent";
  return Object.hasOwn(MOVES, key) ? MOVES[key] : undefined;
}

/** An outline that remembers what is open and where the keyboard stands. */
class Tree {
  /** @type {Walked[]} */
  #walked = [];
  #memory;
  #act;

  /** @param {{open: Set<string>, at: string}} memory @param {Act} act */
  constructor(memory, act) {
    this.#memory = memory;
    this.#act = act;
  }

  /** @param {Branch[]} roots @param {string} label @returns {HTMLElement | undefined} */
  draw(roots, label) {
    const items = roots.map((root) => this.#draw(root, null, 1));
    const tree = html("ul", { role: "tree", class: "outline", "aria-label": label }, ...items);
    if (!items.length) return undefined;
    this.#walked[this.#current()].item.setAttribute("tabindex", "0");
    tree.addEventListener("keydown", (event) => this.#press(event));
    tree.addEventListener("click", (event) => this.#click(event));
    return tree;
  }

  /** @param {Branch} branch @param {Branch | null} parent @param {number} level */
  #draw(branch, parent, level) {
    const isOpen = this.#memory.open.has(branch.key);
    const name = html("span", { class: "name" }, ...branch.words);
    const key = `tree ${branch.key}`;
    const looks = { role: "treeitem", tabindex: -1, "aria-level": level, "data-key": key };
    const item = html("li", looks, name);
    this.#walked.push({ branch, parent, item });
    if (!branch.children.length) return item;
    item.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) return item;
    const inner = branch.children.map((child) => this.#draw(child, branch, level + 1));
    item.append(html("ul", { role: "group" }, ...inner));
    return item;
  }

  #current() {
    const at = this.#walked.findIndex(({ branch }) => branch.key === this.#memory.at);
    return Math.max(0, at);
  }

  /** @param {number} at */
  #go(at) {
    this.#walked[this.#current()].item.setAttribute("tabindex", "-1");
    const next = this.#walked[Math.max(0, Math.min(this.#walked.length - 1, at))];
    this.#memory.at = next.branch.key;
    next.item.setAttribute("tabindex", "0");
    next.item.focus();
  }

  /** @param {Branch} branch @param {boolean} isOpen */
  #turn(branch, isOpen) {
    this.#memory.open[isOpen ? "add" : "delete"](branch.key);
    this.#memory.open[isOpen ? "delete" : "add"](`shut ${branch.key}`);
    this.#act.redraw(`tree ${branch.key}`);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const at = this.#current();
    const { branch, parent } = this.#walked[at];
    const isParent = branch.children.length > 0;
    const isOpen = this.#memory.open.has(branch.key);
    const move = treeMove(event.key, { isParent, isOpen, isRoot: !parent });
    if (!move || (move === "choose" && !branch.node)) return;
    this.#move(move, at);
    taken(event);
  }

  /** @param {Move} move @param {number} at */
  #move(move, at) {
    const { branch, parent } = this.#walked[at];
    const out = () => this.#walked.findIndex((one) => one.branch === parent);
    ({
      up: () => this.#go(at - 1),
      down: () => this.#go(at + 1),
      first: () => this.#go(0),
      last: () => this.#go(this.#walked.length - 1),
      parent: () => this.#go(out()),
      open: () => this.#turn(branch, true),
      shut: () => this.#turn(branch, false),
      choose: () => this.#act.set({ focus: branch.node, also: [] }),
    })[move]();
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const item = /** @type {Element} */ (event.target).closest("[role=treeitem]");
    const at = this.#walked.findIndex((one) => one.item === item);
    if (at < 0) return;
    const { branch } = this.#walked[at];
    this.#memory.at = branch.key;
    if (branch.children.length) this.#turn(branch, !this.#memory.open.has(branch.key));
    else if (branch.node) this.#move("choose", at);
    else this.#go(at);
  }
}

/** Open short kinds, but for those that the reader has shut.
 * @param {Branch[]} roots
 * @param {Set<string>} open */
export function openFew(roots, open) {
  for (const { key, children } of roots)
    if (children.length <= FEW && !open.has(`shut ${key}`)) open.add(key);
}

/** @param {Picture} picture
 * @param {State} state
 * @param {Shown} shown
 * @param {Act} act
 * @returns {Node[]} */
export function outline(picture, state, shown, act) {
  const { words } = picture;
  const memory = act.memory("outline", { open: /** @type {Set<string>} */ (new Set()), at: "" });
  const roots = branches(picture, state, shown);
  if (!shown.isOverview) openFew(roots, memory.open);
  const tree = new Tree(memory, act).draw(roots, words.panels.outline);
  if (!tree) return [html("p", { class: "hint" }, words.no_rows)];
  return [html("p", { class: "hint" }, words.outline), tree];
}
