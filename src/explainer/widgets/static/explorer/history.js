// @ts-check
// Back and forth between views, which are kept as their codes.

const MOST = 100; // steps that can be undone

export class History {
  /** @type {string[]} */
  #past = [];
  /** @type {string[]} */
  #future = [];
  #most;

  constructor(most = MOST) {
    this.#most = most;
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  /** A new step leaves a view behind, and with it all that had been undone. @param {string} code */
  step(code) {
    this.#past.push(code);
    this.#past.splice(0, this.#past.length - this.#most);
    this.#future = [];
  }

  /** The view before, if there is one; the one that is left can be had again.
   * @param {string} code */
  undo(code) {
    const before = this.#past.pop();
    if (before !== undefined) this.#future.push(code);
    return before;
  }

  /** The view that was undone last, if there is one. @param {string} code */
  redo(code) {
    const after = this.#future.pop();
    if (after !== undefined) this.#past.push(code);
    return after;
  }
}
