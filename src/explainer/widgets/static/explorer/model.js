// @ts-check
// The state as the widget's model holds it: one trait for each part, and one message for each
// change.

import { codeOf, FIELDS, OVERVIEW, readCode } from "./state.js";

/** @import { Model, Picture, State } from "../shared/types.js" */

/** The model's words; a word that is not known shows everything.
 * @param {Model} model @param {Picture} picture @returns {State} */
export function readModel(model, picture) {
  const words = FIELDS.map((field) => [field, model.get(field) ?? OVERVIEW[field]]);
  return readCode(codeOf(Object.fromEntries(words)), picture)[0];
}

/** Tell the kernel of a state, in one message: of what has changed, and of nothing else.
 * @param {Model} model @param {State} state @param {Record<string, unknown>} [more] */
export function writeModel(model, state, more = {}) {
  for (const field of FIELDS) {
    if (String(model.get(field)) !== String(state[field])) model.set(field, state[field]);
  }
  for (const [name, value] of Object.entries(more)) model.set(name, value);
  model.save_changes();
}

/** Hear of each change of the state, whoever made it.
 * @param {Model} model
 * @param {() => void} hear */
export function onState(model, hear) {
  for (const field of FIELDS) model.on(`change:${field}`, hear);
  return () => {
    for (const field of FIELDS) model.off(`change:${field}`, hear);
  };
}

/** The model, heard of when its state was changed elsewhere: once, however many parts of it were.
 */
export class LinkedModel {
  #isWriting = false; // what the model tells back is what was just written
  #isAsked = false;
  #model;
  #changed;

  /** @param {Model} model @param {() => void} changed */
  constructor(model, changed) {
    this.#model = model;
    this.#changed = changed;
    this.end = onState(model, () => this.#hear());
  }

  #hear() {
    if (this.#isWriting || this.#isAsked) return;
    this.#isAsked = true;
    queueMicrotask(() => {
      this.#isAsked = false;
      this.#changed();
    });
  }

  /** @param {State} state */
  write(state) {
    this.#isWriting = true;
    writeModel(this.#model, state);
    this.#isWriting = false;
  }
}
