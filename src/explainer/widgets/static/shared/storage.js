// @ts-check
// What is kept in this browser alone. A browser that keeps nothing, or holds what is no JSON, is no
// fault: what all parts of a page keep then lives as long as the page.

const PLACE = Symbol.for("explainer kept");
const CHANGED = "explainer kept";
const page = /** @type {any} */ (globalThis);
page[PLACE] ??= new Map();
/** What is kept where the browser keeps nothing, such as in a frame without storage.
 * @type {Map<string, string>} */
const fallen = page[PLACE];

/** What a text that was kept says; nothing where it says nothing.
 * @param {string | null} text
 * @returns {any} */
export function parsed(text) {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}

/** @param {string} key @returns {any} */
export function stored(key) {
  try {
    return parsed(localStorage.getItem(key) ?? fallen.get(key) ?? null);
  } catch {
    return parsed(fallen.get(key) ?? null);
  }
}

/** Keep something, or, where there is nothing, forget it; all parts of the page hear of it.
 * @param {string} key
 * @param {object | null} value */
export function store(key, value) {
  fallen.delete(key);
  try {
    if (value) localStorage.setItem(key, JSON.stringify(value));
    else localStorage.removeItem(key);
  } catch {
    if (value) fallen.set(key, JSON.stringify(value));
  }
  globalThis.dispatchEvent?.(new Event(CHANGED));
}

/** The names under which something is kept that begin alike.
 * @param {string} start
 * @returns {string[]} */
export function keptUnder(start) {
  const begins = (/** @type {string} */ key) => key.startsWith(start);
  const here = [...fallen.keys()].filter(begins);
  try {
    return [...new Set([...Object.keys(localStorage).filter(begins), ...here])];
  } catch {
    return here;
  }
}

/** Whether what is kept outlives the page. */
export function isLasting() {
  try {
    localStorage.setItem(CHANGED, "");
    localStorage.removeItem(CHANGED);
    return true;
  } catch {
    return false;
  }
}

/** Hear of each change, in this page or another. @param {() => void} hear @returns {() => void}
 *   how to end it */
export function heed(hear) {
  const stop = new AbortController();
  for (const event of [CHANGED, "storage"]) addEventListener(event, hear, { signal: stop.signal });
  return () => stop.abort();
}
