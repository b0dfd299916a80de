// @ts-check
// What is kept in this browser alone. A browser that keeps nothing, or holds what is no JSON, is no
// fault.

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
    return parsed(localStorage.getItem(key));
  } catch {
    return null;
  }
}

/** Keep something, or, where there is nothing, forget it.
 * @param {string} key
 * @param {object | null} value */
export function store(key, value) {
  try {
    if (value) localStorage.setItem(key, JSON.stringify(value));
    else localStorage.removeItem(key);
  } catch {
    // A page that may keep nothing still works.
  }
}

/** The names under which something is kept that begin alike.
 * @param {string} start
 * @returns {string[]} */
export function keptUnder(start) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(start));
  } catch {
    return [];
  }
}
