// @ts-check
// The quiz: asks, compares with what Python sent, and says what Python wrote. It knows no
// pharmacology.

import { download, followTheme, html, lossOf, unique } from "../shared/dom.js";
import { stored } from "../shared/storage.js";
import { asText, chosen, fill, known, merged, onward, tally } from "./answers.js";
import { answersOf, firstKey, firstOf, forget, keep } from "./kept.js";
import {
  button,
  drawEnd,
  drawHint,
  drawQuestion,
  drawRows,
  drawVerdict,
  markOptions,
  markPick,
} from "./sheet.js";

/** @import { Context, Model } from "../shared/types.js" */
/** @import { Data, Option } from "./answers.js" */

class View {
  #view = unique(); // two views of one quiz must not share the names of their radio buttons
  #place = 0;
  #counts = html("p", { class: "counts" });
  #box = html("div"); // no form: where a page may hold none, its button would be dead
  #said = html("div", { class: "said", role: "status", "aria-live": "polite" });
  #more = html("div", { class: "more" });
  #model;
  #data;
  #answers;
  #first;
  #buttons;
  #picks;

  /** @param {Model} model */
  constructor(model) {
    /** @type {Data} */
    const data = model.get("data");
    const { words, questions } = data;
    this.#model = model;
    this.#data = data;
    this.#answers = known(data, answersOf(data) ?? model.get("answers"));
    this.#first = known(data, firstOf(data) ?? model.get("first"));
    this.#buttons = {
      check: button(words.check, "main", () => this.#answer()),
      hint: button(words.hint, "quiet", () => this.#nudge()),
      again: button(words.again, "", () => this.#retry()),
      back: button(words.back, "", () => this.#go(this.#place - 1)),
      next: button(words.next, "", () => this.#go(onward(data, this.#answers, this.#place))),
    };
    this.#picks = questions.map((_, i) => button(String(i + 1), "pick", () => this.#go(i)));
    this.#box.addEventListener("keydown", (event) => this.#press(event));
    this.#box.addEventListener("change", () => this.#clear());
    this.root = this.#draw();
    this.#ask();
    this.end = this.#listen();
  }

  #draw() {
    const { title, words } = this.#data;
    const id = `${this.#view}-title`;
    const name = html("h3", { id }, html("small", {}, words.title), " ", title);
    const steps = this.#picks.map((pick) => html("li", {}, pick));
    const save = button(words.save, "quiet", () => this.#save());
    const clear = button(words.forget, "quiet", () => this.#forget());
    return html(
      "section",
      { class: "explainer-quiz", "aria-labelledby": id },
      html("div", { class: "head" }, name, this.#counts),
      html("ol", { class: "steps" }, ...steps),
      this.#box,
      this.#said,
      this.#more,
      html(
        "div",
        { class: "foot" },
        html("div", { class: "keep" }, save, clear),
        html("p", { class: "private" }, words.private),
      ),
    );
  }

  /** Follow another page of the same quiz, another view, and Python. */
  #listen() {
    const model = this.#model;
    const stop = new AbortController();
    addEventListener("storage", (event) => this.#hear(event), { signal: stop.signal });
    const told = JSON.stringify(model.get("answers") ?? {});
    if (JSON.stringify(this.#answers) !== told) this.#hand();
    const update = () => this.#update();
    model.on("change:answers", update);
    return () => {
      stop.abort();
      model.off("change:answers", update);
    };
  }

  get #question() {
    return this.#data.questions[this.#place];
  }

  /** The option that was chosen for a question. @param {number} [place] */
  #chosen(place = this.#place) {
    const question = this.#data.questions[place];
    return question && chosen(question, this.#answers);
  }

  /** Tell Python of the answers. */
  #tell() {
    this.#model.set("answers", { ...this.#answers });
    this.#model.set("first", { ...this.#first });
    this.#model.save_changes();
  }

  /** Keep the answers in this browser. */
  #keep() {
    keep(this.#data, this.#answers, this.#first);
  }

  #hand() {
    this.#keep();
    this.#tell();
  }

  #note = (/** @type {string} */ words) =>
    this.#said.replaceChildren(html("p", { class: "note" }, words));

  /** Show a question, and put the keyboard on it. @param {number} to */
  #go(to) {
    this.#place = Math.min(Math.max(to, 0), this.#data.questions.length - 1);
    this.#ask();
    this.#box.querySelector("legend")?.focus();
  }

  #ask() {
    const data = this.#data;
    const question = this.#question;
    if (!question) {
      this.#box.replaceChildren(html("p", { class: "note" }, data.words.none));
      return;
    }
    const { check, hint, again, back, next } = this.#buttons;
    const gap = html("span", { class: "gap" });
    this.#box.replaceChildren(
      drawQuestion(data, question, this.#place, this.#view),
      html("div", { class: "acts" }, check, again, hint, gap, back, next),
    );
    back.hidden = this.#place === 0;
    next.hidden = data.questions.length < 2;
    this.#clear();
    this.#recall(this.#chosen());
    this.#count();
  }

  /** Show what was answered before. @param {Option | undefined} option */
  #recall(option) {
    if (!option) return;
    for (const radio of this.#radios) if (radio.value === option.id) radio.checked = true;
    this.#say(option);
  }

  get #radios() {
    return [...this.#box.querySelectorAll("input")];
  }

  #clear() {
    this.#said.replaceChildren();
    this.#more.replaceChildren();
    this.#mark(undefined);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const target = /** @type {Element} */ (event.target);
    if (event.key !== "Enter" || !target.matches("input")) return;
    event.preventDefault();
    this.#answer();
  }

  #answer() {
    const data = this.#data;
    const radio = this.#radios.find(({ checked }) => checked);
    const { id, options } = this.#question;
    const option = options.find((one) => one.id === radio?.value);
    if (!option) {
      this.#note(data.words.choose);
      this.#radios[0]?.focus();
      return;
    }
    const first = merged(data, stored(firstKey(data)), this.#first, {});
    this.#answers = merged(data, stored(data.key), this.#answers, {});
    // An answer kept from before has a first try of its own, which is not known.
    const isFirst = !chosen(this.#question, this.#answers) && !chosen(this.#question, first);
    this.#first = isFirst ? { ...first, [id]: option.id } : first;
    this.#answers = { ...this.#answers, [id]: option.id };
    this.#hand();
    this.#say(option);
    this.#count();
    this.#said.scrollIntoView({ block: "nearest" });
  }

  #nudge() {
    this.#said.replaceChildren(drawHint(this.#data, this.#question));
  }

  /** Say what is to be said of an answer: the words at once, the rows behind them folded until it
   * is right.
   * @param {Option} option */
  #say(option) {
    const data = this.#data;
    const end = drawEnd(data, this.#answers, this.#first);
    const isFirst = this.#first[this.#question.id] === option.id;
    this.#said.replaceChildren(drawVerdict(data, this.#question, option, isFirst), ...end);
    this.#more.replaceChildren(drawRows(data, this.#question.because, option.right));
    this.#mark(option);
  }

  /** @param {Option | undefined} option */
  #mark(option) {
    markOptions(this.#box, this.#data, option);
    this.#buttons.again.hidden = option === undefined;
    this.#buttons.hint.hidden = option !== undefined;
  }

  #retry() {
    for (const radio of this.#radios) radio.checked = false;
    this.#clear();
    this.#radios[0]?.focus();
  }

  #save() {
    const { words } = this.#data;
    const text = asText(this.#data, this.#answers, this.#first);
    if (download(words.file, text, "text/plain")) this.#note(words.no_file);
  }

  #forget() {
    this.#answers = {};
    this.#first = {};
    forget(this.#data);
    this.#hand();
    this.#place = 0;
    this.#ask();
    this.#note(this.#data.words.forgotten);
  }

  #count() {
    const data = this.#data;
    this.#counts.textContent = fill(data.words.progress, tally(data, this.#answers));
    for (const [i, pick] of this.#picks.entries())
      markPick(pick, data, i + 1, this.#chosen(i), i === this.#place);
  }

  /** Another view, or Python, has changed the answers. */
  #update() {
    const now = known(this.#data, this.#model.get("answers"));
    if (JSON.stringify(now) === JSON.stringify(known(this.#data, this.#answers))) return;
    this.#answers = now;
    this.#keep();
    this.#ask();
  }

  /** Another page of the same quiz has answered, or forgotten; a choice that is being made here is
   * left alone.
   * @param {StorageEvent} event */
  #hear(event) {
    if (![this.#data.key, null].includes(event.key)) return;
    const was = this.#chosen()?.id;
    this.#answers = known(this.#data, stored(this.#data.key));
    this.#first = known(this.#data, stored(firstKey(this.#data)));
    this.#tell();
    if (this.#chosen()?.id === was) this.#count();
    else this.#ask();
  }
}

/** @param {Context} context */
function render({ model, el }) {
  const quiz = new View(model);
  const [lost, unheed] = lossOf(model, model.get("data").words.lost);
  const unfollow = followTheme(quiz.root);
  quiz.root.append(lost);
  el.append(quiz.root);
  return () => {
    unfollow();
    unheed();
    quiz.end();
  };
}

export default { render };
