// @ts-check
// What the reader has in hand stays where it is, while words above it take more room or less.

/** The part of the page that scrolls. @param {Element} from @returns {Element} */
function scroller(from) {
  for (let one = from.parentElement; one; one = one.parentElement) {
    if (one.scrollHeight > one.clientHeight && /auto|scroll/.test(getComputedStyle(one).overflowY))
      return one;
  }
  return document.scrollingElement ?? document.documentElement;
}

/** @param {Element} root
 * @param {Map<Element, Element>} parts what may be touched, and what is then to stay in its place
 * @returns {(change: () => void) => void} */
export function steady(root, parts) {
  /** @type {Element | undefined} */
  let held;
  const touch = (/** @type {Event} */ event) => {
    const [, kept] =
      [...parts].find(([part]) => part.contains(/** @type {Node} */ (event.target))) ?? [];
    held = kept;
  };
  root.addEventListener("pointerdown", touch);
  root.addEventListener("focusin", touch);
  return (change) => {
    const before = held?.getBoundingClientRect().top ?? 0;
    change();
    const moved = held?.isConnected ? held.getBoundingClientRect().top - before : 0;
    if (moved) scroller(root).scrollBy({ top: moved, behavior: "instant" });
  };
}
