// @ts-check
// What the Explorer shows, and every way in which that changes: a step, back and forth, the kernel.

import { History } from "./history.js";
import { LinkedModel, readModel } from "./model.js";
import { codeOf, OVERVIEW, readCode } from "./state.js";

/** @import { Model, Picture, State } from "../shared/types.js" */

const STORIES = ["trace", "compare"]; // panels that tell nothing without a focus

/** The picture that is open, without what is opened in it. @param {string} view */
const mapOf = (view) => (view === "map" ? view : "");

/** Everything, in the panel that is open, where that panel can show everything.
 * @param {State} state @returns {State} */
export const overviewFrom = ({ panel, view }) => ({
  ...OVERVIEW,
  view: mapOf(view),
  panel: STORIES.includes(panel) ? OVERVIEW.panel : panel,
});

/** Whether nothing is chosen and nothing filtered, whichever panel or picture is open.
 * @param {State} state */
export const isOverview = (state) =>
  codeOf({ ...state, panel: OVERVIEW.panel, view: mapOf(state.view) ? "" : state.view }) === "";

/** A state with a part of it changed: what is looked at from near does not outlive what it
 * belongs to.
 * @param {State} state @param {Partial<State>} part @returns {State} */
export function changed(state, part) {
  const moves = "focus" in part || "also" in part;
  const near = moves ? { row: "", view: mapOf(state.view) } : {};
  return { ...state, ...near, ...part };
}

export class Session {
  #picture;
  #changed;
  #kernel;
  #history = new History();

  /** @param {Model} model
   * @param {Picture} picture
   * @param {(isStep: boolean) => void} changed draws what is shown, after a step that was made here
   *   or otherwise */
  constructor(model, picture, changed) {
    this.#picture = picture;
    this.#changed = changed;
    this.state = readModel(model, picture);
    this.#kernel = new LinkedModel(model, () => this.#follow(readModel(model, picture)));
    this.end = this.#kernel.end;
  }

  get can() {
    const { canUndo, canRedo } = this.#history;
    return { canUndo, canRedo, isOverview: isOverview(this.state) };
  }

  /** Change some of the state, as a step that can be undone. @param {Partial<State>} part */
  set(part) {
    const [before, after] = [codeOf(this.state), codeOf(changed(this.state, part))];
    if (after === before) return this.#changed(false);
    this.#history.step(before);
    this.#write(after);
  }

  undo() {
    this.#write(this.#history.undo(codeOf(this.state)));
  }

  redo() {
    this.#write(this.#history.redo(codeOf(this.state)));
  }

  /** Show what the kernel, or another view of this widget, has chosen. @param {State} told */
  #follow(told) {
    const before = codeOf(this.state);
    if (codeOf(told) === before) return;
    this.#history.step(before);
    this.state = told;
    this.#changed(false);
  }

  /** Show a state, if there is one, and tell the kernel. @param {string | undefined} code */
  #write(code) {
    if (code === undefined) return;
    [this.state] = readCode(code, this.#picture);
    this.#kernel.write(this.state);
    this.#changed(true);
  }
}
