// @ts-check
// The room that a picture has: on a screen what is there; on paper, as wide as a page's text, since
// what was made for a wide screen would have tiny letters there.

// So wide that letters have nine points when the picture is as wide as the text on an A4 page.
const PAPER = "824px";

/** Tell whenever the room changes.
 * @param {HTMLElement} root @param {HTMLElement} stage @param {() => void} keep takes the room
 * @returns {() => void} what ends this */
export function watchRoom(root, stage, keep) {
  const watcher = new ResizeObserver(keep);
  for (const one of [stage, root]) watcher.observe(one);
  const wide = (/** @type {string} */ width) => () => {
    root.style.width = width;
    keep();
  };
  const [print, back] = [wide(PAPER), wide("")];
  addEventListener("beforeprint", print);
  addEventListener("afterprint", back);
  return () => {
    watcher.disconnect();
    removeEventListener("beforeprint", print);
    removeEventListener("afterprint", back);
  };
}
