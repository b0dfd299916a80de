// @ts-check
// Finding a node by any of its names.

/** @import { Picture } from "../shared/types.js" */

/** Lower case, without accents and punctuation. @param {string} text @returns {string} */
const plain = (text) =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "");

const NEVER = 3;

/** How well a name fits, from the same name to one that does not.
 * @param {string} name @param {string} wanted */
function rankOf(name, wanted) {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  return name.includes(wanted) ? 2 : NEVER;
}

/** The nodes whose names hold what was typed, the best first; with the name that was met.
 * @param {Picture} picture
 * @param {string} typed
 * @param {number} [most]
 * @returns {{node: number, name: string}[]} */
export function suggestions(picture, typed, most = 8) {
  const wanted = plain(typed);
  if (!wanted) return [];
  const found = picture.nodes.flatMap(([, , , , , , names], node) => {
    const ranked = names.map((name) => ({ node, name, rank: rankOf(plain(name), wanted) }));
    const best = Math.min(...ranked.map(({ rank }) => rank));
    return best < NEVER ? ranked.filter(({ rank }) => rank === best).slice(0, 1) : [];
  });
  // Receptors come before what carries a like name; else the picture's own order.
  const kinds = (/** @type {number} */ node) => (picture.nodes[node][2] === "receptor" ? 0 : 1);
  found.sort((a, b) => a.rank - b.rank || kinds(a.node) - kinds(b.node) || a.node - b.node);
  return found.slice(0, most).map(({ node, name }) => ({ node, name }));
}
