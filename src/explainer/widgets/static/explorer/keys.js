// @ts-check
// What a key means: to the whole Explorer, to the picture, to the tabs.

/** @typedef {Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey">} Key */

const WAYS = /** @type {Record<string, [number, number]>} */ ({
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
});

/** What a key does, wherever it is pressed; in a text, letters belong to the text.
 * @param {Key} event @param {boolean} isText @returns {"reset" | "undo" | "redo" | undefined} */
export function commandOf(event, isText) {
  if (event.key === "Escape") return "reset";
  if (isText || !(event.ctrlKey || event.metaKey)) return undefined;
  const letter = event.key.toLowerCase();
  if (letter === "z") return event.shiftKey ? "redo" : "undo";
  return letter === "y" ? "redo" : undefined;
}

/** Whither a key leads in the picture.
 * @param {string} key
 * @returns {[number, number] | undefined} */
export const wayOf = (key) => (Object.hasOwn(WAYS, key) ? WAYS[key] : undefined);

/** Whether a key does what a click does. @param {string} key */
export const isPress = (key) => key === "Enter" || key === " ";

/** The tab that a key leads to; beyond the last comes the first.
 * @param {string} key @param {number} at @param {number} count @returns {number | undefined} */
export function tabAfter(key, at, count) {
  if (at < 0) return undefined;
  switch (key) {
    case "ArrowRight":
      return (at + 1) % count;
    case "ArrowLeft":
      return (at + count - 1) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}

/** Keep a key from the page. @param {Event} event */
export function taken(event) {
  event.preventDefault();
  event.stopPropagation();
}
