// @ts-check
// Words in the picture: cut to their boxes, and said in full to who hears them.

const LETTER = 5.4; // pixels, the least that one takes: what is longer than a box is cut

/** Cut a label into at most two lines that its box can hold.
 * @param {string} label
 * @param {number} width
 * @returns {string[]} */
export function fold(label, width) {
  return folded(label, width).map((line) =>
    line.length * LETTER <= width
      ? line
      : `${[...line].slice(0, Math.max(1, Math.floor(width / LETTER) - 1)).join("")}…`,
  );
}

/** @param {string} label @param {number} width @returns {string[]} */
function folded(label, width) {
  if (label.length * 6.6 <= width || !label.includes(" ")) return [label];
  const words = label.split(" ");
  let cut = 1;
  const longer = (/** @type {number} */ at) =>
    Math.max(words.slice(0, at).join(" ").length, words.slice(at).join(" ").length);
  for (let at = 1; at < words.length; at++) if (longer(at) < longer(cut)) cut = at;
  return [words.slice(0, cut).join(" "), words.slice(cut).join(" ")];
}

/** Cut words that no row of ours has, but one could: the whole is read in the card.
 * @param {string} text
 * @param {number} most
 * @returns {string} */
export const cut = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** A node's name for who hears it: whoever says the words that can be seen means this node.
 * @param {any[]} parts @param {string} spoken */
export function named(parts, spoken) {
  const seen = parts
    .filter((part) => part.localName === "text" && /\p{L}/u.test(part.textContent))
    .map((part) => part.textContent)
    .join(" ");
  return spoken.includes(seen) ? spoken : `${seen}, ${spoken}`;
}
