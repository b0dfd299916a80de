// @ts-check
// Frames as they travel: rows of one kind as columns (explainer.view.columns in Python).

/** @import { Frame } from "../shared/sockets.js" */

/** Rows out of columns; where a column has nothing, the row has no such name.
 * @param {Record<string, any[]>} columns @returns {Record<string, any>[]} */
export function rowsOf(columns) {
  const parts = Object.entries(columns);
  return parts[0][1].map((_, i) => {
    /** @type {Record<string, any>} */
    const row = {};
    for (const [name, cells] of parts) if (cells[i] !== null) row[name] = cells[i];
    return row;
  });
}

/** A frame as it is painted. @param {Record<string, any>} packed @returns {Frame} */
export function frameOf(packed) {
  const parts = Object.entries(packed).map(([name, part]) => [
    name,
    typeof part === "object" ? rowsOf(part) : part,
  ]);
  return Object.fromEntries(parts);
}

/** Frames by what is looked at, each made of its columns when it is first wanted: nobody looks at
 * all of them. @param {Record<string, any>} frames those that are there, which grow
 * @param {Record<string, Record<string, any>[]>} packed */
export function addFrames(frames, packed) {
  for (const [key, some] of Object.entries(packed)) {
    const make = () => {
      const made = some.map(frameOf);
      Object.defineProperty(frames, key, { value: made, enumerable: true });
      return made;
    };
    Object.defineProperty(frames, key, { get: make, enumerable: true, configurable: true });
  }
}
