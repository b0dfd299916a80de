// @ts-check
// Which term a link means, and where its meaning is put.

/** @typedef {{left: number, right: number, top: number, bottom: number}} Box */

const GAP = 6; // pixels between a word and its meaning

/** The term that a link leads to, whatever the page put before its fragment.
 * @param {string | null | undefined} href @param {string} mark @returns {string} */
export function termOf(href, mark) {
  const place = href ? href.lastIndexOf(mark) : -1;
  const word = place < 0 ? "" : (href ?? "").slice(place + mark.length);
  return /^\w+$/.test(word) ? word : "";
}

/** Where a box of this size goes: under the word, or above it where there is no room; never off the
 * page.
 * @param {Box} word
 * @param {{width: number, height: number}} size
 * @param {{width: number, height: number}} page
 * @returns {{left: number, top: number}} */
export function beside(word, size, page) {
  const below = word.bottom + GAP;
  const above = word.top - GAP - size.height;
  const top = below + size.height <= page.height || above < 0 ? below : above;
  return { left: Math.max(GAP, Math.min(word.left, page.width - size.width - GAP)), top };
}
