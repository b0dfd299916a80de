// @ts-check
// What a reader has guessed, kept in this browser alone: read in whatever shape it is found there,
// written as text, forgotten with one press.

import { store, stored } from "../shared/storage.js";

/** A guess in words; `of` says what was asked, where it may be asked again.
 * @typedef {{question: string, guess: string, sure: string, line: string, found: string,
 *   of?: string}} Entry */

const KEY = "explainer.predictions";
const NEEDED = ["question", "guess", "found"];
/** @type {(keyof Entry)[]} */
const PARTS = ["question", "guess", "sure", "line", "found"];
const CHANGED = "explainer predictions"; // what all forms of a page hear of
const LONGEST = 600; // letters of a part; what is longer was not written here
const MOST = 200; // guesses that are kept

/** What this browser kept, as far as it has the shape of guesses: another page or version may have
 * written there.
 * @param {any} held
 * @returns {Entry[]} */
export function known(held) {
  if (!Array.isArray(held)) return [];
  const isText = (/** @type {any} */ one) => typeof one === "string";
  const isOne = (/** @type {any} */ one) =>
    typeof one === "object" && one !== null && NEEDED.every((part) => isText(one[part]));
  const cut = (/** @type {any} */ text) => (isText(text) ? text.slice(0, LONGEST) : "");
  return held
    .filter(isOne)
    .slice(-MOST)
    .map((one) => {
      const parts = Object.fromEntries(PARTS.map((p) => [p, cut(one[p])]));
      return /** @type {Entry} */ (isText(one.of) ? { ...parts, of: cut(one.of) } : parts);
    });
}

export const kept = () => known(stored(KEY));

/** Keep one more; the same once more is not kept twice. @param {Entry} entry */
export function keep(entry) {
  const others = kept();
  const isSame = PARTS.every((part) => others.at(-1)?.[part] === entry[part]);
  if (!isSame) store(KEY, [...others, entry].slice(-MOST));
  dispatchEvent(new Event(CHANGED));
}

/** What was last guessed of something. @param {string} of @param {Entry[]} entries */
export const lastOf = (of, entries) => entries.findLast((one) => one.of === of);

/** The last guess, where it cannot stand any longer: its answer or how sure is no choice here, as
 * after a new edition. @param {string} of @param {Entry[]} entries @param {string[]} answers
 * @param {string[]} sureness */
export function outdated(of, entries, answers, sureness) {
  const last = lastOf(of, entries);
  return last && answers.includes(last.guess) && sureness.includes(last.sure) ? undefined : last;
}

export function forget() {
  store(KEY, null);
  dispatchEvent(new Event(CHANGED));
}

/** Hear of each change, in this page or another. @param {() => void} hear @returns {() => void}
 *   how to end it */
export function watch(hear) {
  const stop = new AbortController();
  const isOurs = (/** @type {StorageEvent} */ { key }) => key === KEY || key === null;
  addEventListener(CHANGED, hear, { signal: stop.signal });
  addEventListener("storage", (event) => isOurs(event) && hear(), { signal: stop.signal });
  return () => stop.abort();
}

/** All that was kept, as text. @param {Entry[]} entries @returns {string} */
export const asText = (entries) =>
  `${entries.map((one) => PARTS.flatMap((part) => one[part] || []).join("\n  ")).join("\n\n")}\n`;
