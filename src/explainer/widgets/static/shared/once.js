// @ts-check
// What a page imports anew for each run of a cell and never lets go of, so it is short: the
// widget's whole script comes with its model and is imported once. What a view has drawn goes with
// it, as the page may hold on to its element for long.

import { contentOf, isNamed } from "./parcel.js";
import { unpacked } from "./unpack.js";

/** @import { Context } from "./types.js" */

const PLACE = Symbol.for("explainer scripts");
const page = /** @type {any} */ (globalThis);
page[PLACE] ??= new Map();
/** Scripts that the page has imported.
 * @type {Map<string, Promise<{render: (context: Context) => any}>>} */
const known = page[PLACE];

/** Import a script and its style sheet.
 * @param {string} text @returns {Promise<{render: (context: Context) => any}>} */
async function load(text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  try {
    const module = await import(address);
    const sheet = document.createElement("style");
    sheet.textContent = module.styles;
    document.head.append(sheet);
    return module.default;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The widget that a script exports, the same for all who bring the same script.
 * @param {string} text */
function widgetOf(text) {
  const found = known.get(text) ?? load(text);
  known.set(text, found);
  return found;
}

/** @param {Context} context */
async function render({ model, el }) {
  const script = model.get("_script"); // in a parcel, packed, where it is long
  const text = isNamed(script) ? await unpacked(await contentOf(model, "_script")).text() : script;
  const widget = await widgetOf(text);
  let end = await widget.render({ model, el });
  return () => {
    end?.();
    end = undefined; // and all that it holds
    el.replaceChildren();
  };
}

export default { render };
