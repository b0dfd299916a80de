// @ts-check
// What a class's case books hold, counted: by ids that the tables know, never by anybody's words.

import { under } from "../casebook/file.js";

/** @import { Book, Data as Asked } from "../casebook/book.js" */
/** @typedef {{question: string, guesses: string[], answer: string}} Prediction
 * @typedef {{casebook: Asked, words: Record<string, string>, most: number, about: string[],
 *   reach: string, help: [string, [string, string, string][]][], beliefs: Record<string, string[]>,
 *   shows: Record<string, string>, right: string[], predictions: Record<string, Prediction>,
 *   sureness: string[], files: Record<string, string>}} Data */

/** How often each is named. @param {string[]} all @returns {[string, number][]} most often first */
export function counted(all) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}

/** The misconceptions that first tries show, and in how many case books each.
 * @param {Data} data @param {Book[]} books @returns {[id: string, books: number][]} */
export function beliefs({ shows }, books) {
  const each = books.map(({ tries }) => [
    ...new Set(Object.values(tries).flatMap((option) => under(shows, option) ?? [])),
  ]);
  return counted(each.flat());
}

/** The first guess of each case book at one prediction, by guess and how sure.
 * @param {Data} data @param {Book[]} books @param {string} id
 * @returns {{guess: string, counts: number[], all: number}[]} */
export function guesses({ predictions, sureness }, books, id) {
  const first = books.flatMap((book) => book.guesses.find((one) => one.of === id) ?? []);
  return predictions[id].guesses.map((guess) => {
    const these = first.filter((one) => one.guess === guess);
    const counts = sureness.map((sure) => these.filter((one) => one.sure === sure).length);
    return { guess, counts, all: these.length };
  });
}

/** How often each option of a question was a first try.
 * @param {Data} data @param {Book[]} books @param {string} id @returns {[string, number][]} */
export function tries({ casebook }, books, id) {
  const options = Object.keys(casebook.questions[id].options);
  return options.map((option) => [
    option,
    books.filter((book) => under(book.tries, id) === option).length,
  ]);
}
