// @ts-check
// A case book: what this browser keeps of guesses, first tries, lines and map, in one shape.

import { kept, known } from "../prediction/book.js";
import { keptUnder, store, stored } from "../shared/storage.js";

/** @import { Entry } from "../prediction/book.js" */
/** @typedef {{receptor: string, who: string, words: string, pro: string, con: string}} Sentence
 * @typedef {[from: string, says: string, to: string]} Edge
 * @typedef {{name: string, date: string, sentence: Sentence, lines: Record<string, string>}} Own
 * @typedef {Own & {version: number, guesses: Entry[], tries: Record<string, string>,
 *   map: Edge[]}} Book
 * @typedef {{prompt: string, lesson: string, options: Record<string, string>}} Question
 * @typedef {{version: number, key: string, lesson: string, lessons: Record<string, string>,
 *   receptors: [string, string][], who: [string, string][], questions: Record<string, Question>,
 *   guesses: Record<string, string[]>,
 *   nodes: Record<string, string>, says: Record<string, string>, words: Record<string, string>,
 *   faults: Record<string, string>}} Data */

const QUIZ = "opioid-system-explainer/";
const GUESSES = "explainer.predictions";
export const MAP = "explainer.map";
export const LONGEST = 600; // letters of one text
export const MOST = 200; // lines, tries
export const EDGES = 8;
/** @type {(keyof Sentence)[]} */
export const PARTS = ["receptor", "who", "words", "pro", "con"];
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu; // would turn a line around

/** A text as it may stand in a case book: one line, of a certain length, nothing unseen in it.
 * @param {any} text @returns {string} */
export const plain = (text) =>
  typeof text === "string" ? text.replace(UNSEEN, " ").slice(0, LONGEST) : "";

/** @param {any} one @returns {Record<string, any>} */
const record = (one) =>
  typeof one === "object" && one !== null && !Array.isArray(one) ? one : Object.create(null);

/** Words by words, no more than there can be.
 * @param {any} held @returns {Record<string, string>} */
function texts(held) {
  const pairs = Object.entries(record(held)).filter(([, text]) => plain(text).trim());
  return Object.fromEntries(pairs.slice(0, MOST).map(([name, text]) => [plain(name), plain(text)]));
}

/** Lines of a map, each once. @param {any} held @returns {Edge[]} */
export function edges(held) {
  if (!Array.isArray(held)) return [];
  const whole = held.filter(
    (one) => Array.isArray(one) && one.length === 3 && one.every((part) => plain(part)),
  );
  const lines = new Map(whole.map(([from, says, to]) => [`${plain(from)}>${plain(to)}`, says]));
  return [...lines].slice(0, EDGES).map(([pair, says]) => {
    const [from, to] = pair.split(">");
    return [from, plain(says), to];
  });
}

/** The reader's own words, in whatever shape they are found. @param {any} held @returns {Own} */
export function ownWords(held) {
  const { name, date, sentence, lines } = record(held);
  const said = record(sentence);
  return {
    name: plain(name),
    date: /^\d{4}-\d\d-\d\d$/.test(date) ? date : "",
    sentence: /** @type {Sentence} */ (
      Object.fromEntries(PARTS.map((part) => [part, plain(said[part])]))
    ),
    lines: texts(lines),
  };
}

/** A whole case book, in whatever shape it is found. @param {any} held @returns {Book} */
export function whole(held) {
  const { version, guesses, tries, map } = record(held);
  const own = known(guesses).map((one) =>
    Object.fromEntries(Object.entries(one).map(([part, text]) => [part, plain(text)])),
  );
  return {
    version,
    ...ownWords(held),
    guesses: /** @type {Entry[]} */ (own),
    tries: texts(tries),
    map: edges(map),
  };
}

/** First tries of all lessons. @returns {Record<string, string>} */
function firstTries() {
  const names = keptUnder(QUIZ).filter((name) => name.endsWith("/first"));
  return Object.assign({}, ...names.map((name) => texts(stored(name))));
}

/** All that this browser keeps, as one case book. @param {Data} data @returns {Book} */
export function gathered({ key, version }) {
  const own = stored(`${key}${version}`);
  return whole({
    ...ownWords(own),
    version,
    guesses: kept(),
    tries: firstTries(),
    map: stored(MAP),
  });
}

/** Keep the reader's own words. @param {Data} data @param {Own} own */
export function keepOwn({ key, version }, { name, date, sentence, lines }) {
  store(`${key}${version}`, ownWords({ name, date, sentence, lines }));
}

/** Whether a case book of another version is kept. @param {Data} data */
export const hasOthers = ({ key, version }) =>
  keptUnder(key).some((name) => name !== `${key}${version}`);

/** Forget all of it, whatever its version. @param {Data} data
 * @returns {[string, any][]} what was kept, to bring it back */
export function cleared({ key }) {
  const names = [...new Set([key, QUIZ, GUESSES, MAP].flatMap(keptUnder))];
  const before = /** @type {[string, any][]} */ (names.map((name) => [name, stored(name)]));
  for (const name of names) store(name, null);
  announce();
  return before;
}

/** @param {[string, any][]} before */
export function broughtBack(before) {
  for (const [name, value] of before) store(name, value);
  announce();
}

/** Tell the page's other widgets, as another page would. */
const announce = () =>
  globalThis.dispatchEvent?.(Object.assign(new Event("storage"), { key: null }));
