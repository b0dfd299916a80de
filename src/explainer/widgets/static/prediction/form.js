// @ts-check
// The one way to guess first: an answer, how sure, a line if one likes; then one sentence and the
// findings that point apart. Until then nothing of the answer is made.

import { button, html, labelled } from "../shared/dom.js";
import { asText, forget, kept } from "./book.js";
import { isReady } from "./commitment.js";

/** @typedef {{of: string, question: string, answers: [word: string, name: string][]}} Prompt */
/** @typedef {{sentence: string, reply: string, parts: Node[]}} Reveal */
/** @import { Commitment, Step } from "./commitment.js" */
/** What a form asks of where it stands: words, the steps that are made, and what there is to see.
 * @typedef {{words: Record<string, any>, name: string, step: (step: Step, key: string) => void,
 *   reveal: (answer: string) => Reveal, redraw: (key: string) => void,
 *   download: (name: string, content: string, type: string) => void}} Desk */

/** A row of choices, one of which is taken.
 * @param {string} legend @param {[string, string][]} choices @param {string} taken
 * @param {string} group @param {(word: string, key: string) => void} take
 * @param {string} look */
function choice(legend, choices, taken, group, take, look) {
  const options = choices.map(([word, name]) => {
    const key = `${look} ${word}`;
    const radio = html("input", {
      type: "radio",
      name: `${group}-${look}`,
      value: word,
      checked: taken === word,
      onchange: () => take(word, key),
      "data-key": key,
    });
    return html("label", { class: taken === word ? "taken" : "" }, radio, html("span", {}, name));
  });
  return html("fieldset", { class: look }, html("legend", {}, legend), ...options);
}

/** Before the reader has settled on a guess. Where there is nothing to choose from, the question
 * stands above the form, and a line is the guess.
 * @param {Prompt} prompt @param {Commitment} made @param {Desk} desk @returns {Node[]} */
function guessing(prompt, made, { words, name, step }) {
  const isOpen = !prompt.answers.length;
  const write = (/** @type {string} */ line) => {
    see.disabled = !isReady({ ...made, line }, isOpen);
    step({ write: line }, "");
  };
  const field = html("input", {
    type: "text",
    maxlength: 300,
    value: made.line,
    placeholder: words.line_hint,
    "data-key": "line",
    oninput: (/** @type {any} */ event) => write(event.target.value),
  });
  const see = button(words.show, () => step({ commit: true, isOpen }, "reveal"), {
    class: "main",
    disabled: !isReady(made, isOpen),
    "data-key": "see",
  });
  const choose = (/** @type {string} */ word, /** @type {string} */ key) =>
    step({ choose: word }, key);
  const rate = (/** @type {string} */ word, /** @type {string} */ key) => step({ rate: word }, key);
  const line = labelled(isOpen ? words.guess : words.line, field, { class: "line" });
  const sure = choice(words.sure, words.sureness, made.sure, name, rate, "sure");
  return [
    ...(isOpen
      ? []
      : [choice(prompt.question, prompt.answers, made.answer, name, choose, "answers")]),
    html("div", { class: "settle" }, ...(isOpen ? [line, sure] : [sure, line]), see),
  ];
}

/** The name of a word among choices. @param {[string, string][]} choices @param {string} word */
export const labelOf = (choices, word) => choices.find(([one]) => one === word)?.[1] ?? "";

/** After it: what was guessed, the answer in one sentence, what it rests on.
 * @param {Prompt} prompt @param {Commitment} made @param {Desk} desk @returns {Node[]} */
function seen(prompt, made, { words, step, reveal }) {
  const { sentence, reply, parts } = reveal(made.answer);
  const guess = html("strong", {}, labelOf(prompt.answers, made.answer).replace(/\.$/, ""));
  const sure = labelOf(words.sureness, made.sure);
  const line = made.line ? [html("q", {}, made.line)] : [];
  return [
    html("p", { class: "question" }, prompt.question),
    html("p", { class: "outcome", tabindex: "-1", "data-key": "reveal" }, sentence),
    html("p", { class: "yours" }, words.guessed, " ", guess, `, ${sure}. `, ...line, " ", reply),
    ...parts,
    button(words.anew, () => step({ anew: true }, `answers ${prompt.answers[0]?.[0]}`), {
      "data-key": "anew",
    }),
  ];
}

/** What was kept, to be read, saved and forgotten.
 * @param {Omit<Desk, "step" | "reveal">} desk @returns {Node[]} */
export function bookOf({ words, download, redraw }) {
  const entries = kept();
  if (!entries.length) return [];
  const clear = () => {
    forget();
    redraw("see");
  };
  const save = () => download("predictions.txt", asText(kept()), "text/plain");
  return [
    html(
      "details",
      { class: "kept" },
      html("summary", {}, words.history.replace("{n}", String(entries.length))),
      html("p", { class: "hint" }, words.kept),
      html("pre", {}, asText(entries)),
      button(words.export, save),
      " ",
      button(words.forget, clear),
    ),
  ];
}

/** A question, from the guess to what is seen.
 * @param {Prompt} prompt @param {Commitment} made @param {Desk} desk @returns {HTMLElement} */
export const form = (prompt, made, desk) =>
  html(
    "section",
    { class: `prediction ${made.isSeen ? "seen" : "guessing"}` },
    ...(made.isSeen ? seen(prompt, made, desk) : guessing(prompt, made, desk)),
  );
