// @ts-check
// A guess on the picture of findings: the gesture, the outline that it leaves, and the words that
// stand above it before and after.

import { questionOf } from "../panels/predict.js";
import { keep } from "../prediction/book.js";
import { html } from "../shared/dom.js";
import { svg } from "../shared/svg.js";
import { Gesture } from "./gesture.js";
import { outlines } from "./outline.js";

/** @import { Guesses } from "../panels/predict.js" */
/** @import { Act, Picture, State } from "../shared/types.js" */
/** @import { Board } from "./ghost.js" */
/** @import { Hold } from "./machine.js" */

/** @param {[string, string][]} all @param {string} id */
const named = (all, id) => all.find(([one]) => one === id)?.[1] ?? "";

export class Placing {
  #picture;
  #session;
  #guesses;
  #act;
  #board;
  #gesture;
  #outline = svg("g", {});
  /** @type {State | undefined} in which a guess was told */
  #toldIn;
  /** What is said to who does not see the gesture. */
  spoken = html("p", { class: "spoken", role: "status", "aria-live": "polite" });

  /** @param {Picture} picture @param {{state: State}} session @param {Board} board
   * @param {Guesses} guesses @param {Act} act */
  constructor(picture, session, board, guesses, act) {
    this.#picture = picture;
    this.#session = session;
    this.#guesses = guesses;
    this.#act = act;
    this.#board = board;
    board.front.append(this.#outline);
    const { targets } = this.#words;
    this.#gesture = new Gesture(board, {
      targets: targets.map(([id]) => id).filter((id) => picture.place.has(id)),
      isOpen: () => session.state.lens !== "pharmacology",
      isGuess: () => session.state.panel === "predict",
      told: (socket, guess) => this.#tell(socket, guess),
      moved: (hold) => this.#speak(hold),
    });
  }

  get #words() {
    return this.#picture.sockets.placement;
  }

  /** What is held is where it was. */
  cancel() {
    this.#gesture.cancel();
  }

  /** Put a socket somewhere without a hand.
   * @param {string} socket @param {string} target empty to take a guess back */
  put(socket, target) {
    const isSeen = this.#board.root.checkVisibility() && this.#picture.place.has(target);
    if (isSeen) this.#gesture.put(socket, target);
    else this.#tell(socket, target);
  }

  /** What was guessed, and that the article does not say. @param {string} socket
   * @param {string} guess */
  #tell(socket, guess) {
    const { answer, sockets, targets } = this.#words;
    this.#guesses.placed = { socket, guess };
    this.#toldIn = this.#session.state;
    const entry = { question: named(sockets, socket), guess: named(targets, guess), found: answer };
    if (guess) keep({ ...entry, sure: "", line: "" });
    this.#act.refresh(`place ${guess || targets[0]?.[0]}`);
  }

  /** @param {Hold} hold */
  #speak({ phase, over }) {
    const { held, over: names, back } = this.#words;
    const ends = { rest: back, held: names[over] ?? held, back: "" };
    this.spoken.textContent = ends[phase];
  }

  /** The headline and the line below it, where they are those of a guess.
   * @param {State} state @param {boolean} isSealed @returns {[string, string] | undefined} */
  words(state, isSealed) {
    const { prompt, answer, guessed } = this.#words;
    const isPair = Boolean(questionOf(this.#picture, state).receptor);
    if (isSealed) return [isPair ? this.#picture.words.sealed : prompt, ""];
    const { guess } = this.#guesses.placed;
    const isTold = guess && !isPair && (state.panel === "predict" || state === this.#toldIn);
    return isTold ? [answer, guessed[guess]] : undefined;
  }

  /** Draw what stays of a guess, where it was made. @param {boolean} isFirst view */
  draw(isFirst) {
    const { guess } = this.#guesses.placed;
    this.#outline.replaceChildren(...(isFirst ? outlines(this.#board.frame, guess) : []));
  }
}
