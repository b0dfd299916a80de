// @ts-check
// What this browser keeps of a quiz, under its lesson's name. A question may move to another
// lesson: its answer is taken along, and what waits under a name for another lesson is left there.

import { keptUnder, store, stored } from "../shared/storage.js";
import { known, others } from "./answers.js";

/** @import { Answers, Data } from "./answers.js" */

/** The name of the first tries. @param {Data} data */
export const firstKey = ({ key }) => `${key}first`;

/** The names that an earlier edition used, which went on with a mark of its words.
 * @param {Data} data */
const longer = (data) =>
  keptUnder(data.key).filter((name) => name !== data.key && name !== firstKey(data));

/** What is held, with answers that stand under the name of a lesson that asked these before.
 * @param {Data} data @param {string} which @param {any} held */
function taken(data, which, held) {
  const older = data.older.map((name) => known(data, stored(`${name}${which}`)));
  const moved = Object.assign({}, ...older);
  return Object.keys(moved).length ? { ...moved, ...held } : held;
}

/** The answers. @param {Data} data */
export const answersOf = (data) =>
  taken(data, "", stored(data.key) ?? stored(longer(data)[0] ?? data.key));

/** The first tries. @param {Data} data */
export const firstOf = (data) => taken(data, "first", stored(firstKey(data)));

/** @param {Data} data @param {Answers} answers @param {Answers} first */
export function keep(data, answers, first) {
  for (const [name, mine] of /** @type {[string, Answers][]} */ ([
    [data.key, answers],
    [firstKey(data), first],
  ])) {
    const all = { ...others(data, stored(name)), ...mine };
    store(name, Object.keys(all).length ? all : null);
  }
}

/** Forget every answer to these questions, wherever it is kept. @param {Data} data */
export function forget(data) {
  for (const name of longer(data)) store(name, null);
  const names = [data.key, ...data.older].flatMap((name) => [name, `${name}first`]);
  for (const name of names) store(name, others(data, stored(name)));
}
