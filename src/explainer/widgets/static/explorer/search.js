// @ts-check
// Finding a node by any of its names.

/** @import { Picture } from "../shared/types.js" */

/** Lower case, without accents and punctuation. @param {string} text @returns {string} */
const plain = (text) =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "");

/** The nodes whose names hold what was typed, the best first; with the name that was met.
 * @param {Picture} picture
 * @param {string} typed
 * @param {number} [most]
 * @returns {{node: number, name: string}[]} */
export function suggestions(picture, typed, most = 8) {
  const wanted = plain(typed);
  if (!wanted) return [];
  const found = [];
  for (let node = 0; node < picture.nodes.length; node++) {
    let best = 9;
    let met = "";
    for (const name of picture.nodes[node][6]) {
      const has = plain(name);
      const rank = has === wanted ? 0 : has.startsWith(wanted) ? 1 : has.includes(wanted) ? 2 : 9;
      if (rank < best) [best, met] = [rank, name];
    }
    if (best < 9) found.push({ node, name: met, rank: best });
  }
  // Receptors come before what carries a like name; else the picture's own order.
  const kinds = (/** @type {number} */ node) => (picture.nodes[node][2] === "receptor" ? 0 : 1);
  found.sort((a, b) => a.rank - b.rank || kinds(a.node) - kinds(b.node) || a.node - b.node);
  return found.slice(0, most).map(({ node, name }) => ({ node, name }));
}
