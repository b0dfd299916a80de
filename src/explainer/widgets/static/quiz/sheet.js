// @ts-check
// What the quiz draws: a question with its options, and what is said of an answer.

import { folded, html } from "../shared/dom.js";
import { drawLines } from "../shared/lines.js";
import { ending, fill, markOf } from "./answers.js";

/** @import { Line } from "../shared/lines.js" */
/** @import { Answers, Data, Option, Question } from "./answers.js" */

/** A button with its looks. @param {string} text @param {string} looks @param {() => void} act */
export function button(text, looks, act) {
  const made = html("button", { type: "button", class: looks }, text);
  made.addEventListener("click", act);
  return made;
}

/** The invented headline that a question is about, and its figure: each bar with its words.
 * @param {Question} question */
function drawExhibit({ exhibit, bars }) {
  const [headline, ...lines] = exhibit;
  if (headline === undefined) return [];
  const figure = lines.map((line, i) => {
    const bar = html("i", { "aria-hidden": "true" });
    bar.style.width = `${bars[i]}%`;
    return html("li", {}, html("span", {}, line), html("span", { class: "full" }, bar));
  });
  const drawn = figure.length ? [html("ul", {}, ...figure)] : [];
  return [html("div", { class: "exhibit" }, html("p", {}, headline), ...drawn)];
}

/** A question with its options. @param {Data} data @param {Question} question @param {number} place
 * @param {string} view in whose name its options exclude each other */
export function drawQuestion({ words, questions }, question, place, view) {
  const number = { number: place + 1, all: questions.length };
  const legend = html(
    "legend",
    { tabindex: "-1" },
    html("span", { class: "place" }, fill(words.place, number)),
    html("span", { class: "prompt" }, question.prompt),
  );
  const choices = question.options.map(({ id, text }) => {
    const radio = html("input", { type: "radio", name: `${view}-${question.id}`, value: id });
    return html("label", {}, radio, html("span", {}, text), html("b", { class: "sign" }));
  });
  return html("fieldset", {}, legend, ...drawExhibit(question), ...choices);
}

/** A nudge before the answer. @param {Data} data @param {Question} question */
export const drawHint = ({ words }, { hint }) =>
  html("p", { class: "hint" }, html("b", {}, `${words.nudge}.`), " ", hint);

/** What is said of an answer: whether it is right, and why. After a first wrong try comes a hint;
 * what is often believed, and what is so, is said from the second on.
 * @param {Data} data @param {Question} question @param {Option} option @param {boolean} isFirst */
export function drawVerdict(data, question, option, isFirst) {
  const { words, signs } = data;
  const word = markOf(option);
  const sign = html("b", {}, `${signs[word]} ${words[word]}.`);
  const verdict = html("p", { class: "verdict" }, sign, " ", option.feedback);
  const [belief, instead] = option.belief;
  if (belief === undefined) return html("div", { class: word }, verdict);
  if (isFirst) return html("div", { class: word }, verdict, drawHint(data, question));
  const corrected = html(
    "dl",
    {},
    html("dt", {}, words.belief),
    html("dd", {}, belief),
    html("dt", {}, words.instead),
    html("dd", {}, instead),
  );
  return html("div", { class: word }, verdict, corrected);
}

/** What is said at an end, if this is one.
 * @param {Data} data @param {Answers} answers @param {Answers} first */
export function drawEnd(data, answers, first) {
  const said = ending(data, answers, first);
  return said ? [html("p", { class: "note" }, said)] : [];
}

/** Rows behind an answer, folded until it is right.
 * @param {Data} data @param {Line[]} lines @param {boolean} open */
export const drawRows = ({ words }, lines, open) =>
  folded(`${words.because} (${lines.length})`, drawLines(lines), { open });

/** The number of a question, and how its answer stands.
 * @param {HTMLElement} pick
 * @param {Data} data
 * @param {number} number
 * @param {Option | undefined} option
 * @param {boolean} isCurrent */
export function markPick(pick, { words, signs }, number, option, isCurrent) {
  const word = markOf(option);
  const sign = html("span", { "aria-hidden": "true" }, option ? signs[word] : "");
  pick.className = `pick ${word}`;
  pick.replaceChildren(String(number), sign);
  pick.setAttribute("aria-label", `${fill(words.pick, { number })}: ${words[word]}`);
  if (isCurrent) pick.setAttribute("aria-current", "step");
  else pick.removeAttribute("aria-current");
}

/** Mark the chosen option with a sign. @param {HTMLElement} box @param {Data} data
 * @param {Option | undefined} option */
export function markOptions(box, { words, signs }, option) {
  const word = markOf(option);
  for (const label of box.querySelectorAll("label")) {
    const isIt = option !== undefined && label.querySelector("input")?.value === option.id;
    label.className = isIt ? word : "";
    label.querySelector(".sign")?.replaceChildren(isIt ? `${signs[word]} ${words[word]}` : "");
  }
}
