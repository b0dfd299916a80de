// @ts-check
// Predict first: say what you expect, see what is said and found, write one line. Kept in this
// browser alone.

import { beside, hazardList } from "../explorer/hazard.js";
import { CHAIN } from "../explorer/selection.js";
import { nameOf } from "../explorer/sentence.js";
import { filled } from "../explorer/state.js";
import { html, labelled } from "../shared/dom.js";
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

/** @param {Picture} picture
 * @param {State} state
 * @param {Shown} _shown
 * @param {Act} act
 * @returns {Node[]} */
export function predict(picture, state, _shown, act) {
  const { words, nodes, place } = picture;
  const told = words.predict;
  const ofKind = (/** @type {string} */ kind) =>
    nodes.flatMap((node) => (node[2] === kind ? [[node[0], nameOf(node)]] : []));
  const receptors = ofKind("receptor");
  const domains = ofKind("domain");
  if (!receptors.length || !domains.length) return [html("p", { class: "hint" }, words.no_rows)];
  const isReceptor = receptors.some((/** @type {string[]} */ [id]) => id === state.focus);
  const memory = act.memory("predict", { guess: "", isShown: false, line: "", of: "" });
  const receptor = isReceptor ? state.focus : receptors[0][0];
  const domain = state.domain || domains[0][0];
  if (memory.of !== `${receptor} ${domain}`)
    Object.assign(memory, { guess: "", isShown: false, line: "", of: `${receptor} ${domain}` });
  const question = filled(told.question, {
    receptor: nameOf(nodes[place.get(receptor)]),
    domain: nameOf(nodes[place.get(domain)]),
  });
  const choose = html(
    "div",
    { class: "lists" },
    list(told.receptor, receptors, receptor, (id) => act.set({ focus: id, also: [], domain })),
    list(told.domain, domains, domain, (id) => act.set({ focus: receptor, also: [], domain: id })),
  );
  const guesses = guessesOn(picture, place.get(domain));
  const change = (/** @type {object} */ part, /** @type {string} */ key) => {
    Object.assign(memory, part);
    act.redraw(key);
  };
  const options = guesses.map(([word, name]) =>
    html(
      "label",
      {},
      html("input", {
        type: "radio",
        name: act.name,
        value: word,
        checked: memory.guess === word,
        onchange: () => change({ guess: word }, `guess ${word}`),
        "data-key": `guess ${word}`,
      }),
      " ",
      name,
    ),
  );
  const show = html(
    "button",
    {
      type: "button",
      class: "main",
      disabled: !memory.guess,
      "data-key": "reveal",
      onclick: () => change({ isShown: true }, "reveal"),
    },
    told.show,
  );
  const head = [
    choose,
    html("fieldset", { class: "guesses" }, html("legend", {}, question), ...options),
    show,
  ];
  return [
    ...head,
    ...(memory.isShown
      ? revealed(picture, place.get(receptor), place.get(domain), question, memory, act)
      : []),
    ...history(picture, act),
  ];
}

/** @param {Picture} picture
 * @param {number} receptor
 * @param {number} domain
 * @param {string} question
 * @param {any} memory
 * @param {Act} act
 * @returns {Node[]} */
function revealed(picture, receptor, domain, question, memory, act) {
  const told = picture.words.predict;
  const guesses = guessesOn(picture, domain);
  const [found, replies, apart, rest, others] = answerFor(picture, receptor, domain);
  const at = guesses.findIndex(([word]) => word === memory.guess);
  const guess = `${told.guessed} ${guesses[at][1]}.`;
  const claims = claimsOn(picture, domain);
  /** @type {Set<number>} */
  const cited = new Set();
  const folded = (
    /** @type {string} */ heading,
    /** @type {number[]} */ lines,
    /** @type {string} */ voice,
  ) =>
    lines.length
      ? [
          html(
            "details",
            { class: voice },
            html("summary", {}, heading),
            lineList(picture, lines, cited),
          ),
        ]
      : [];
  const line = html("input", {
    type: "text",
    maxlength: 300,
    value: memory.line,
    oninput: (/** @type {any} */ event) => (memory.line = event.target.value),
  });
  const save = () => {
    keep([...kept(), { question, guess, found: `${told.found} ${found}`, line: memory.line }]);
    memory.line = "";
    act.redraw("kept");
    act.say(told.kept);
  };
  const rows = [
    ...apart,
    ...rest,
    ...others.flatMap((/** @type {[string, number[]]} */ [, lines]) => lines),
  ];
  return [
    html(
      "p",
      { class: "outcome", role: "status" },
      `${guess} ${picture.predictions.replies[replies[at]]} ${found}`,
    ),
    ...hazardList(picture, hazardsOf(picture, rows), cited),
    ...(apart.length
      ? [
          html(
            "section",
            { class: "pharmacology apart" },
            html("h3", {}, apart.length > 1 ? told.apart : told.one),
            lineList(picture, apart, cited),
          ),
        ]
      : []),
    ...folded(filled(told.rest, { n: rest.length }), rest, "pharmacology"),
    ...others.flatMap((/** @type {[string, number[]]} */ [done, lines]) =>
      folded(filled(told.others, { done, n: lines.length }), lines, "pharmacology"),
    ),
    ...folded(filled(told.article, { n: claims.length }), claims, "article"),
    ...sourceList(picture, cited),
    labelled(told.explain, line, { class: "wide" }),
    html("button", { type: "button", "data-key": "kept", onclick: save }, told.keep),
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
