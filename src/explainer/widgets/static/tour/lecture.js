// @ts-check
// Large type for a room: words that matter grow until the back row reads them, and are narrowed to
// fit where they stand.

/** @import { Form } from "../shared/types.js" */

const MOST = 1.35; // times the column's own type; larger words would leave too few in a line
const MOST_PIXELS = 25; // of a word that stands alone in its box
const LEAST = 19; // pixels on the screen; more than 18, so that no rounding falls below
// Left and right of a label, by kind: what its box needs for a sign, a quotation mark or an edge.
const EDGES = /** @type {Record<string, number>} */ ({
  peptide: 18,
  ligand: 18,
  subject: 27,
  unnamed: 16,
  receptor: 30,
});

/** Labels that the back row must read: all receptors and domains, and whatever stands out.
 * @param {Element} root
 * @returns {any[]} */
const labels = (root) => [
  ...root.querySelectorAll(
    ":is(.node.receptor, .node.unnamed, .node.domain) text, .node.lit text, .band.main text",
  ),
];

/** Show the whole picture but its legend, as large as it goes, with labels that can be read from
 * afar.
 * @param {any} root the drawn picture
 * @param {Form} form */
export function enlarge(root, form) {
  const tall = Math.max(...form.boxes.map((/** @type {number[]} */ [, y, , h]) => y + h)) + 16;
  root.setAttribute("viewBox", `-6 -2 ${form.size[0] + 10} ${tall}`);
  const scale = root.getScreenCTM()?.a ?? 1;
  root.querySelectorAll("[data-fitted]").forEach(restore);
  for (const label of labels(root)) fit(label, scale, form);
}

/** Let a label grow as far as its box has room, and narrow it where even the least is too wide.
 * @param {any} label @param {number} scale pixels for a unit of the picture @param {Form} form */
function fit(label, scale, form) {
  label.setAttribute("data-fitted", "");
  const node = label.closest(".node");
  const drawn = parseFloat(getComputedStyle(label).fontSize) * scale;
  if (!node || label.matches(".quote, .hero")) {
    if (drawn < LEAST) label.style.fontSize = `${LEAST / scale}px`;
    return;
  }
  const kind = Object.keys(EDGES).find((one) => node.classList.contains(one)) ?? "";
  const room = form.boxes[node.place][2] - (EDGES[kind] ?? 6);
  const isAlone =
    node.matches(".domain.lit, .subject.lit") &&
    node.querySelectorAll("text:not(.quote)").length === 1;
  const widest = (drawn * room) / label.getComputedTextLength();
  const size = Math.max(LEAST, Math.min(widest, isAlone ? MOST_PIXELS : drawn));
  label.style.fontSize = `${size / scale}px`;
  // larger lines stand further apart
  if (label.previousElementSibling?.matches(".second")) label.setAttribute("dy", "0.22em");
  if (label.getComputedTextLength() <= room) return;
  label.setAttribute("textLength", room);
  label.setAttribute("lengthAdjust", "spacingAndGlyphs");
}

/** Show the picture as it was drawn. @param {any} root @param {Form} form */
export function diminish(root, form) {
  root.setAttribute("viewBox", `-6 -2 ${form.size[0] + 10} ${form.size[1] + 4}`);
  root.querySelectorAll("[data-fitted]").forEach(restore);
}

/** Make the words as large as their column allows, no smaller than its own type.
 * @param {HTMLElement} words
 * @param {HTMLElement} column */
export function widen(words, column) {
  words.style.fontSize = "";
  const least = parseFloat(getComputedStyle(column).fontSize);
  for (let size = MOST * least; size >= least; size -= 1) {
    words.style.fontSize = `${size}px`;
    if (column.scrollHeight <= column.clientHeight) return;
  }
  words.style.fontSize = "";
}

/** @param {any} label */
function restore(label) {
  label.removeAttribute("data-fitted");
  label.style.fontSize = "";
  label.removeAttribute("dy");
  label.removeAttribute("textLength");
  label.removeAttribute("lengthAdjust");
}
