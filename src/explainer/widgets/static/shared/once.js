// @ts-check
// What a page imports anew for each run of a cell and never lets go of, so it is short: the
// widget's whole script comes with its model and is imported once. What a view has drawn goes with
// it, as the page may hold on to its element for long.

import { contentOf, isNamed } from "./parcel.js";
import { unpacked } from "./unpack.js";

/** @import { Context } from "./types.js" */

/** @typedef {{default: {render: (context: Context) => any}, styles: string}} Script */

const PLACE = Symbol.for("explainer modules");
const IMPORT = Symbol.for("explainer importer");
const page = /** @type {any} */ (globalThis);
page[PLACE] ??= new Map();
/** Scripts that the page has imported.
 * @type {Map<string, Promise<Script>>} */
const known = page[PLACE];

/** Import a script and its style sheet; a saved page has a way of its own.
 * @param {string} text @returns {Promise<Script>} */
async function load(text) {
  const module = await (page[IMPORT] ?? imported)(text);
  document.head.append(sheetOf(module));
  return module;
}

/** @param {string} text @returns {Promise<Script>} */
async function imported(text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  try {
    return await import(address);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** A style sheet of its own. @param {Script} script */
function sheetOf({ styles }) {
  const sheet = document.createElement("style");
  sheet.textContent = styles;
  return sheet;
}

/** What a script exports, the same for all who bring the same script.
 * @param {string} text */
function scriptOf(text) {
  const found = known.get(text) ?? load(text);
  known.set(text, found);
  return found;
}

/** @param {Context} context */
async function render({ model, el }) {
  const script = model.get("_script"); // in a parcel, packed, where it is long
  const text = isNamed(script) ? await unpacked(await contentOf(model, "_script")).text() : script;
  const module = await scriptOf(text);
  // Some homes, such as marimo, keep a widget apart from the page's style sheets.
  if (el.getRootNode() instanceof ShadowRoot) el.append(sheetOf(module));
  let end = await module.default.render({ model, el });
  return () => {
    end?.();
    end = undefined; // and all that it holds
    el.replaceChildren();
  };
}

export default { render };
