// @ts-check
// Predict first: say what you expect, see what is said and found, write one line. Kept in this
// browser alone.

import { beside, hazardList } from "../explorer/hazard.js";
import { CHAIN } from "../explorer/selection.js";
import { nameOf } from "../explorer/sentence.js";
import { filled } from "../explorer/state.js";
import { button, folded, html, labelled } from "../shared/dom.js";
import { store, stored } from "../shared/storage.js";
import { list } from "../shared/svg.js";
import { lineList, sourceList } from "./card.js";

/** @import { Act, Picture, Shown, State } from "../shared/types.js" */

const KEY = "explainer.predictions";

const PARTS = ["question", "guess", "found", "line"];
const LONGEST = 600; // letters of a part; what is longer was not written here
const MOST = 200; // predictions that are kept

/** What this browser kept, as far as it has the shape of predictions: another page or version may
 * have written there.
 * @param {any} held
 * @returns {Record<string, string>[]} */
export function known(held) {
  if (!Array.isArray(held)) return [];
  const isOne = (/** @type {any} */ one) =>
    typeof one === "object" && one !== null && PARTS.every((part) => typeof one[part] === "string");
  return held
    .filter(isOne)
    .slice(-MOST)
    .map((one) => Object.fromEntries(PARTS.map((part) => [part, one[part].slice(0, LONGEST)])));
}

const kept = () => known(stored(KEY));
/** @param {any[]} predictions */
const keep = (predictions) => store(KEY, predictions.length ? predictions.slice(-MOST) : null);

/** All that was kept, as text. @param {any[]} predictions @returns {string} */
export const asText = (predictions) =>
  `${predictions.map((one) => PARTS.map((part) => one[part]).join("\n  ")).join("\n\n")}\n`;

/** The claims on a domain. @param {Picture} picture @param {number} domain @returns {number[]} */
export function claimsOn(picture, domain) {
  const { pairs, rows } = picture;
  const claims = rows.filter((row) => pairs[row[0]][1] === domain && pairs[row[0]][2] === CHAIN[2]);
  return [...new Set(/** @type {number[]} */ (claims.map((row) => row[3])))];
}

/** What Python says of a pair: told, what is said to each guess, rows that point apart, the rest,
 * other things done.
 * @param {Picture} picture
 * @param {number} receptor
 * @param {number} domain */
export const answerFor = (picture, receptor, domain) =>
  picture.predictions.answers
    .find((/** @type {number[]} */ [start, end]) => start === receptor && end === domain)
    ?.slice(2) ?? [...picture.predictions.silence, [], [], []];

/** The guesses in the words of a domain.
 * @param {Picture} picture
 * @param {number} domain
 * @returns {[string, string][]} */
export const guessesOn = (picture, domain) =>
  picture.predictions.guesses.find((/** @type {number[]} */ [at]) => at === domain)[1];

/** @typedef {{guess: string, isShown: boolean, line: string, of: string}} Memory of one question */

/** What is asked: a receptor and a domain, each the first where none is chosen.
 * @param {Picture} picture @param {State} state */
export function questionOf({ nodes }, { focus, domain }) {
  const ofKind = (/** @type {string} */ kind) =>
    nodes.filter((node) => node[2] === kind).map((node) => [node[0], nameOf(node)]);
  const [receptors, domains] = [ofKind("receptor"), ofKind("domain")];
  const isReceptor = receptors.some(([id]) => id === focus);
  return {
    receptors,
    domains,
    receptor: isReceptor ? focus : (receptors[0]?.[0] ?? ""),
    domain: domain || (domains[0]?.[0] ?? ""),
  };
}

/** What the reader did at this question; at another one nothing yet.
 * @param {Memory} memory @param {string} question */
export function remembered(memory, question) {
  if (memory.of !== question)
    Object.assign(memory, { guess: "", isShown: false, line: "", of: question });
  return memory;
}

/** The guesses to choose from, and the button that shows what was found once there is one.
 * @param {[string, string][]} guesses @param {string} question @param {Picture} picture
 * @param {Memory} memory @param {Act} act */
function guessing(guesses, question, { words }, memory, act) {
  const change = (/** @type {Partial<Memory>} */ part, /** @type {string} */ key) => {
    Object.assign(memory, part);
    act.redraw(key);
  };
  const options = guesses.map(([word, name]) => {
    const key = `guess ${word}`;
    const radio = html("input", {
      type: "radio",
      name: act.name,
      value: word,
      checked: memory.guess === word,
      onchange: () => change({ guess: word }, key),
      "data-key": key,
    });
    return html("label", {}, radio, " ", name);
  });
  const reveal = button(words.predict.show, () => change({ isShown: true }, "reveal"), {
    class: "main",
    disabled: !memory.guess,
    "data-key": "reveal",
  });
  const legend = html("legend", {}, question);
  return [html("fieldset", { class: "guesses" }, legend, ...options), reveal];
}

/** @param {Picture} picture
 * @param {State} state
 * @param {Shown} _shown
 * @param {Act} act
 * @returns {Node[]} */
export function predict(picture, state, _shown, act) {
  const { words, nodes, place } = picture;
  const told = words.predict;
  const { receptors, domains, receptor, domain } = questionOf(picture, state);
  if (!receptor || !domains.length) return [html("p", { class: "hint" }, words.no_rows)];
  const fresh = { guess: "", isShown: false, line: "", of: "" };
  const memory = remembered(act.memory("predict", fresh), `${receptor} ${domain}`);
  const [at, end] = [place.get(receptor), place.get(domain)];
  const names = { receptor: nameOf(nodes[at]), domain: nameOf(nodes[end]) };
  const question = filled(told.question, names);
  const choose = html(
    "div",
    { class: "lists" },
    list(told.receptor, receptors, receptor, (id) => act.set({ focus: id, also: [], domain })),
    list(told.domain, domains, domain, (id) => act.set({ focus: receptor, also: [], domain: id })),
  );
  return [
    choose,
    ...guessing(guessesOn(picture, end), question, picture, memory, act),
    ...(memory.isShown ? revealed(picture, at, end, question, memory, act) : []),
    ...history(picture, act),
  ];
}

/** What was found: what points apart at once, the rest folded.
 * @param {Picture} picture @param {number[]} apart @param {number[]} rest
 * @param {[string, number[]][]} others @param {number[]} claims @param {Set<number>} cited */
function findings(picture, apart, rest, others, claims, cited) {
  const told = picture.words.predict;
  const fold = (
    /** @type {string} */ heading,
    /** @type {number[]} */ lines,
    /** @type {string} */ voice,
  ) => (lines.length ? [folded(heading, lineList(picture, lines, cited), { class: voice })] : []);
  const heading = html("h3", {}, apart.length > 1 ? told.apart : told.one);
  const look = { class: "pharmacology apart" };
  return [
    ...(apart.length ? [html("section", look, heading, lineList(picture, apart, cited))] : []),
    ...fold(filled(told.rest, { n: rest.length }), rest, "pharmacology"),
    ...others.flatMap(([done, lines]) =>
      fold(filled(told.others, { done, n: lines.length }), lines, "pharmacology"),
    ),
    ...fold(filled(told.article, { n: claims.length }), claims, "article"),
  ];
}

/** A line of one's own, kept with the question, the guess and what was found.
 * @param {Picture} picture @param {{question: string, guess: string, found: string}} answer
 * @param {Memory} memory @param {Act} act */
function ownLine(picture, answer, memory, act) {
  const told = picture.words.predict;
  const field = html("input", { type: "text", maxlength: 300, value: memory.line });
  field.addEventListener("input", () => {
    memory.line = field.value;
  });
  const save = () => {
    keep([...kept(), { ...answer, line: memory.line }]);
    memory.line = "";
    act.redraw("kept");
    act.say(told.kept);
  };
  return [
    labelled(told.explain, field, { class: "wide" }),
    button(told.keep, save, { "data-key": "kept" }),
  ];
}

/** @param {Picture} picture
 * @param {number} receptor
 * @param {number} domain
 * @param {string} question
 * @param {Memory} memory
 * @param {Act} act
 * @returns {Node[]} */
function revealed(picture, receptor, domain, question, memory, act) {
  const told = picture.words.predict;
  const guesses = guessesOn(picture, domain);
  const [found, replies, apart, rest, others] = answerFor(picture, receptor, domain);
  const at = guesses.findIndex(([word]) => word === memory.guess);
  const guess = `${told.guessed} ${guesses[at][1]}.`;
  const reply = picture.predictions.replies[replies[at]];
  /** @type {Set<number>} */
  const cited = new Set();
  const lines = others.flatMap((/** @type {[string, number[]]} */ [, some]) => some);
  const answer = { question, guess, found: `${told.found} ${found}` };
  return [
    html("p", { class: "outcome", role: "status" }, `${guess} ${reply} ${found}`),
    ...hazardList(picture, hazardsOf(picture, [...apart, ...rest, ...lines]), cited),
    ...findings(picture, apart, rest, others, claimsOn(picture, domain), cited),
    ...sourceList(picture, cited),
    ...ownLine(picture, answer, memory, act),
  ];
}

/** Hazards of findings, by their lines.
 * @param {Picture} picture
 * @param {number[]} lines
 * @returns {number[]} */
function hazardsOf(picture, lines) {
  const told = new Set(lines);
  return beside(
    picture,
    picture.rows.flatMap((row, r) => (told.has(row[3]) ? [r] : [])),
  );
}

/** @param {Picture} picture @param {Act} act @returns {Node[]} */
function history(picture, act) {
  const told = picture.words.predict;
  const predictions = kept();
  if (!predictions.length) return [];
  const forget = () => {
    keep([]);
    act.redraw("reveal");
  };
  return [
    html(
      "details",
      { class: "kept" },
      html("summary", {}, filled(told.history, { n: predictions.length })),
      html("pre", {}, asText(predictions)),
      html(
        "button",
        {
          type: "button",
          onclick: () => act.download("predictions.txt", asText(predictions), "text/plain"),
        },
        told.export,
      ),
      " ",
      html("button", { type: "button", onclick: forget }, told.forget),
    ),
  ];
}
