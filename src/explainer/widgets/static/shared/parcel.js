// @ts-check
// Parcels: bytes that many widgets share and each of them names, such as a script or a picture.

/** @import { Model } from "./types.js" */

const NAMED = "IPY_MODEL_"; // before the name, as ipywidgets writes it

/** Whether a word of a model names a parcel. @param {unknown} word */
export const isNamed = (word) => typeof word === "string" && word.startsWith(NAMED);

/** What is in a parcel that a model names, as soon as it is there.
 * @param {Model} model @param {string} name @returns {Promise<DataView>} */
export async function contentOf(model, name) {
  const parcel = await model.widget_manager.get_model(model.get(name).slice(NAMED.length));
  const content = () => parcel.get("content");
  if (!content()?.byteLength)
    await new Promise((/** @type {(value?: unknown) => void} */ arrived) => {
      const hear = () => {
        if (!content()?.byteLength) return;
        parcel.off("change:content", hear);
        arrived();
      };
      parcel.on("change:content", hear);
    });
  return content();
}
