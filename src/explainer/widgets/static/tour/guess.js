// @ts-check
// A guess at a stop of a tour, made in the one form and kept in the one book: a line, and how sure.

import { keep } from "../prediction/book.js";
import { FRESH, stepped } from "../prediction/commitment.js";
import { form, labelOf } from "../prediction/form.js";
import { folded, html, unique } from "../shared/dom.js";

/** @import { Commitment, Step } from "../prediction/commitment.js" */

export class Guessing {
  #scene;
  #predict;
  #onward;
  /** @type {Commitment} */
  #made = { ...FRESH };
  #name = unique();
  #form = html("div");
  /** Where it is asked. */
  asked;
  /** What stands of it beside the answer. */
  told = html("p", { class: "tour-guessed", hidden: true });

  /** @param {any} scene @param {Record<string, any>} predict words of guesses
   * @param {() => void} onward what follows once it is settled */
  constructor(scene, predict, onward) {
    this.#scene = scene;
    this.#predict = predict;
    this.#onward = onward;
    this.asked = folded(predict.guess, this.#form, {
      class: "tour-guess",
      "data-part": "question",
    });
    this.#draw();
  }

  /** @param {Step} step @param {string} key where the keyboard goes */
  #step(step, key) {
    const made = stepped(this.#made, step);
    if (made.isSeen) return this.#settle();
    this.#made = made;
    if (!("write" in step)) this.#draw(key);
  }

  /** Keep it, and go on; whoever comes back may guess anew. */
  #settle() {
    const { question, notice, id } = this.#scene;
    const { line } = this.#made;
    const sure = labelOf(this.#predict.sureness, this.#made.sure);
    keep({ question, guess: line, sure, line: "", found: notice, of: id });
    this.told.textContent = `${this.#predict.guessed} ${line} (${sure})`;
    this.told.hidden = false;
    this.#onward();
    const tour = /** @type {HTMLElement | null} */ (this.asked.closest(".explainer-tour"));
    tour?.focus({ preventScroll: true }); // so that its keys go on
  }

  /** @param {string} [key] */
  #draw(key) {
    const { id, question } = this.#scene;
    const drawn = form({ of: id, question, answers: [] }, this.#made, {
      words: this.#predict,
      name: this.#name,
      step: (step, at) => this.#step(step, at),
      reveal: () => ({ sentence: "", reply: "", parts: [] }),
      redraw: () => this.#draw(),
      download: () => undefined,
    });
    this.#form.replaceChildren(drawn);
    const place = /** @type {HTMLElement | null} */ (drawn.querySelector(`[data-key="${key}"]`));
    place?.focus({ preventScroll: true });
  }
}
