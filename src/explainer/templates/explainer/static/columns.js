// @ts-check
// Data that travelled as columns, as it was before (explainer.website.regular in Python).

/** @typedef {any} Json plain lists, objects, words and numbers */

/** Rows out of columns; a cell without anything is none, where rows are not whole.
 * @param {[string[], Json[]]} table @param {boolean} isWhole */
function rowsOf([names, packed], isWhole) {
  const columns = packed.map(plain);
  return columns[0].map((/** @type {Json} */ _, /** @type {number} */ i) => {
    /** @type {Record<string, Json>} */
    const row = {};
    for (const [n, name] of names.entries())
      if (isWhole || columns[n][i] !== null) row[name] = columns[n][i];
    return row;
  });
}

/** @type {Record<string, (packed: any) => Json>} */
const FORMS = {
  "~rows": (table) => rowsOf(table, true),
  "~some": (table) => rowsOf(table, false),
  "~tuples": (packed) => {
    const columns = packed.map(plain);
    return columns[0].map((/** @type {Json} */ _, /** @type {number} */ i) =>
      columns.map((/** @type {Json[]} */ cells) => cells[i]),
    );
  },
  "~ragged": ([lengths, packed]) => {
    const cells = plain(packed);
    let at = 0;
    return lengths.map((/** @type {number} */ length) => {
      at += length;
      return cells.slice(at - length, at);
    });
  },
  "~named": ([names, packed]) => {
    const parts = plain(packed);
    return Object.fromEntries(names.map((/** @type {string} */ name, i = 0) => [name, parts[i]]));
  },
  "~by": (steps) => {
    let tenths = 0;
    return steps.map((/** @type {number} */ step) => {
      tenths += step;
      return tenths / 10;
    });
  },
};

/** @param {Json} packed @returns {Json} */
export function plain(packed) {
  if (Array.isArray(packed)) return packed.map(plain);
  if (packed === null || typeof packed !== "object") return packed;
  const [[name, part] = [""], ...others] = Object.entries(packed);
  if (!others.length && FORMS[name]) return FORMS[name](part);
  return Object.fromEntries(Object.entries(packed).map(([key, one]) => [key, plain(one)]));
}

/** @type {any} */ (globalThis)[Symbol.for("explainer rows")] = plain; // for packed.js
