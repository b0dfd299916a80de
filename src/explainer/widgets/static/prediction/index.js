// @ts-check
// One prediction by itself: the form, what is seen after it, and the folds of the page that it
// opens. The answer comes packed, and nothing of it is made before the reader has settled.

import { fill } from "../quiz/answers.js";
import { download, folded, followTheme, html, lossOf, unique } from "../shared/dom.js";
import { drawLines } from "../shared/lines.js";
import { contentOf } from "../shared/parcel.js";
import { unpack } from "../shared/unpack.js";
import { keep, kept, lastOf, outdated, watch } from "./book.js";
import { drawCircuit } from "./circuit.js";
import { FRESH, stepped } from "./commitment.js";
import { Folds } from "./folds.js";
import { bookOf, form, labelOf } from "./form.js";

/** @import { Context, Model } from "../shared/types.js" */
/** @import { Line } from "../shared/lines.js" */
/** @import { Circuit } from "./circuit.js" */
/** @import { Commitment, Step } from "./commitment.js" */
/** @typedef {{id: string, opens: string, question: string, answers: [string, string][],
 *   words: Record<string, any>}} Data
 * @typedef {{reveal: string, replies: Record<string, string>, apart: Line[], rest: Line[],
 *   dangers: Line[], circuit: Circuit | {}, figure: string[]}} Answer the figure in words, then as
 *   SVG in the order of PICTURES */

const IMAGE = { type: "image/svg+xml" };
const PICTURES = ["light wide", "dark wide", "light narrow", "dark narrow"];

class View {
  #model;
  /** @type {Data} */
  #data;
  /** @type {Commitment} */
  #made = { ...FRESH };
  /** @type {Answer | undefined} */
  #answer;
  #name = unique(); // two views of one prediction must not share the names of their radio buttons
  #earlier = html("p", { class: "earlier" });
  #box = html("div");
  #book = html("div");
  #folds;
  /** @type {string[]} addresses of pictures */
  #pictures = [];

  /** @param {Model} model */
  constructor(model) {
    this.#model = model;
    this.#data = model.get("data");
    this.#folds = new Folds(this.#data.opens);
    this.root = html("section", { class: "explainer-prediction" });
    this.root.append(this.#earlier, this.#box, this.#book);
    const { words, question } = this.#data; // a page may ask several
    this.root.setAttribute("aria-label", `${words.title}: ${question}`);
    this.#unwatch = watch(() => this.#recall());
  }

  #unwatch;

  /** Draw, with what this browser kept. */
  async start() {
    this.#draw();
    await this.#recall();
  }

  end() {
    this.#unwatch();
    this.#folds.end();
    for (const address of this.#pictures) URL.revokeObjectURL(address);
  }

  /** What was settled here or on another page, or forgotten. */
  async #recall() {
    const { id, answers, words } = this.#data;
    const last = lastOf(id, kept());
    const wordOf = (/** @type {[string, string][]} */ choices, /** @type {string} */ name) =>
      choices.find(([, label]) => label === name)?.[0] ?? "";
    const answer = wordOf(answers, last?.guess ?? "");
    const sure = wordOf(words.sureness, last?.sure ?? "");
    if (answer && sure && !this.#made.isSeen) {
      this.#made = { answer, sure, line: last?.line ?? "", isSeen: true };
      await this.#settle("");
    } else if (!last && this.#made.isSeen) {
      this.#made = { ...FRESH };
      this.#tell();
      this.#draw();
    } else this.#drawBook();
  }

  /** Tell Python of what was settled. */
  #tell() {
    const { answer, sure, line, isSeen } = this.#made;
    this.#model.set("commitment", isSeen ? { answer, sure, line } : {});
    this.#model.save_changes();
    this.#folds.set(isSeen);
  }

  /** @param {Step} step @param {string} key where the keyboard goes */
  #step(step, key) {
    this.#made = stepped(this.#made, step);
    if ("write" in step) return;
    if ("commit" in step && this.#made.isSeen) void this.#settle(key, true);
    else {
      if ("anew" in step) this.#tell();
      this.#draw(key);
    }
  }

  /** Show what is so. @param {string} key @param {boolean} [isNew] whether it is to be kept */
  async #settle(key, isNew = false) {
    this.#answer ??= await contentOf(this.#model, "late").then(unpack);
    if (!this.#made.isSeen) return; // forgotten on another page while the answer was on its way
    const { id, question, answers, words } = this.#data;
    const { answer, sure, line } = this.#made;
    this.#tell();
    this.#draw(key);
    if (!isNew) return;
    keep({
      question,
      guess: labelOf(answers, answer),
      sure: labelOf(words.sureness, sure),
      line,
      found: this.#answer?.reveal ?? "",
      of: id,
    });
  }

  /** @param {string} guess */
  #reveal(guess) {
    const { words } = this.#data;
    const { reveal, replies, apart, rest, dangers, circuit } = /** @type {Answer} */ (this.#answer);
    const heading = html("h3", {}, apart.length > 1 ? words.apart : words.one);
    const cards = html("section", { class: "apart" }, heading, drawLines(apart));
    const more = words.rest.replace("{n}", String(rest.length));
    const parts = [
      ...(apart.length ? [cards] : []),
      ...(dangers.length ? [drawLines(dangers, { class: "hazards" })] : []),
      ...this.#figure(),
      ...("steps" in circuit ? [drawCircuit(circuit)] : []),
      ...(rest.length ? [folded(more, drawLines(rest), { class: "rest" })] : []),
    ];
    return { sentence: reveal, reply: replies[guess] ?? "", parts };
  }

  /** The figure that answers, on light ground and on dark, wide and for a phone. */
  #figure() {
    const [words, ...drawn] = this.#answer?.figure ?? [];
    if (!drawn.length) return [];
    if (!this.#pictures.length)
      this.#pictures = drawn.map((text) => URL.createObjectURL(new Blob([text], IMAGE)));
    const images = this.#pictures.map((src, place) =>
      html("img", { class: PICTURES[place] ?? "", src, alt: words ?? "" }),
    );
    return [html("p", { class: "figure" }, ...images)];
  }

  #draw(key = "") {
    if (this.#made.isSeen && !this.#answer) return; // on its way; it is drawn once it is here
    const { id, question, answers } = this.#data;
    const drawn = form({ of: id, question, answers }, this.#made, {
      ...this.#desk,
      step: (step, at) => this.#step(step, at),
      reveal: (guess) => this.#reveal(guess),
    });
    this.#box.replaceChildren(drawn);
    this.#drawBook();
    if (!key) return;
    const place = /** @type {HTMLElement | null} */ (
      this.root.querySelector(`[data-key="${key}"]`)
    );
    place?.focus({ preventScroll: true });
    drawn.scrollIntoView({ block: "nearest" });
  }

  /** Say of a guess that was kept and is no choice any longer that it is not lost. */
  #tellEarlier() {
    const { id, answers, words } = this.#data;
    const names = (/** @type {[string, string][]} */ choices) => choices.map(([, name]) => name);
    const last = outdated(id, kept(), names(answers), names(words.sureness));
    const told = last && !this.#made.isSeen;
    this.#earlier.textContent = told ? fill(words.earlier, last) : "";
    this.#earlier.hidden = !told;
  }

  #drawBook() {
    this.#tellEarlier();
    const wasOpen = this.#book.querySelector("details")?.open ?? false;
    this.#book.replaceChildren(...bookOf(this.#desk));
    const now = this.#book.querySelector("details");
    if (now) now.open = wasOpen;
  }

  get #desk() {
    return {
      words: this.#data.words,
      name: this.#name,
      redraw: (/** @type {string} */ key) => this.#draw(key),
      download,
    };
  }
}

/** @param {Context} context */
async function render({ model, el }) {
  const view = new View(model);
  const [lost, unheed] = lossOf(model, model.get("data").words.lost);
  const unfollow = followTheme(view.root);
  view.root.append(lost);
  el.append(view.root);
  await view.start();
  return () => {
    unfollow();
    unheed();
    view.end();
  };
}

export default { render };
