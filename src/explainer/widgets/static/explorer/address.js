// @ts-check
// A view in the page's own address.

import { MARK } from "./state.js";

/** A part of an address as it was before it was written for one. @param {string} part */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a stray % is no reason to show nothing
  }
}

/** The code that the reader opened the page with, for the first Explorer that asks; else nothing.
 * @returns {string} */
export function codeOfAddress() {
  // Lab rewrites its address while it starts, so what the reader opened is asked for as well.
  const opened = /** @type {any} */ (performance.getEntriesByType("navigation")[0])?.name ?? "";
  const code =
    [location.hash, opened.slice(opened.indexOf("#"))]
      .map(decoded)
      .find((part) => part.includes(MARK)) ?? "";
  if (document.documentElement.dataset.explainerCode === code) return "";
  if (code) document.documentElement.dataset.explainerCode = code;
  return code;
}
