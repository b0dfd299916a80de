// @ts-check
// Predict first: what the picture's own data say of a guess, asked and shown by the one form.

import { beside, hazardList } from "../explorer/hazard.js";
import { CHAIN } from "../explorer/selection.js";
import { nameOf } from "../explorer/sentence.js";
import { filled } from "../explorer/state.js";
import { keep } from "../prediction/book.js";
import { FRESH, stepped } from "../prediction/commitment.js";
import { bookOf, form, labelOf } from "../prediction/form.js";
import { button, html } from "../shared/dom.js";
import { list } from "../shared/svg.js";
import { foldedList, lineList, sourceList } from "./rows.js";

/** @import { Act, Picture, Shown, State } from "../shared/types.js" */
/** @import { Commitment } from "../prediction/commitment.js" */
/** @import { Desk } from "../prediction/form.js" */
/** What a reader has guessed in one Explorer: by pair, and where the article's receptor was put.
 * @typedef {{pairs: Record<string, Commitment>, placed: {socket: string, guess: string}}} Guesses
 */

/** @returns {Guesses} */
export const freshGuesses = () => ({ pairs: {}, placed: { socket: "", guess: "" } });

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

/** What is asked: of a receptor and a domain, each the first where the other alone is chosen; of
 * none where neither is, as then the article's own receptor is to be put somewhere.
 * @param {Picture} picture @param {State} state */
export function questionOf({ nodes }, { focus, also, domain }) {
  const ofKind = (/** @type {string} */ kind) =>
    nodes.filter((node) => node[2] === kind).map((node) => [node[0], nameOf(node)]);
  const [receptors, domains] = [ofKind("receptor"), ofKind("domain")];
  const among = (/** @type {string[][]} */ all) =>
    [focus, ...also, domain].find((id) => all.some(([one]) => one === id)) ?? "";
  const [receptor, side] = [among(receptors), among(domains)];
  const isPair = Boolean(receptor || side);
  return {
    receptors,
    domains,
    receptor: isPair ? receptor || (receptors[0]?.[0] ?? "") : "",
    domain: isPair ? side || (domains[0]?.[0] ?? "") : "",
  };
}

/** Whether nothing that was found may be seen yet.
 * @param {Picture} picture @param {State} state @param {Guesses} guesses */
export function isSealed(picture, state, { pairs, placed }) {
  if (state.panel !== "predict") return false;
  const { receptor, domain } = questionOf(picture, state);
  return receptor && domain ? !pairs[`${receptor}>${domain}`]?.isSeen : !placed.guess;
}

/** Whether a guess has opened the first view: no receptor and no domain is asked of.
 * @param {Picture} picture @param {State} state @param {Guesses} guesses */
export const isOpened = (picture, state, guesses) =>
  state.panel === "predict" &&
  !questionOf(picture, state).receptor &&
  !isSealed(picture, state, guesses);

/** @param {Picture} picture
 * @param {State} state
 * @param {Shown} _shown
 * @param {Act} act
 * @returns {Node[]} */
export function predict(picture, state, _shown, act) {
  const asked = questionOf(picture, state);
  if (!asked.receptors.length || !asked.domains.length)
    return [html("p", { class: "hint" }, picture.words.no_rows)];
  const guesses = act.memory("predict", freshGuesses());
  const { receptor, domain } = asked;
  const desk = deskOf(picture, act);
  const parts = receptor
    ? [lists(picture, asked, act), pair(picture, receptor, domain, guesses, desk, act)]
    : [...placing(picture, guesses, act), lists(picture, asked, act)];
  return [...parts, ...bookOf(desk)];
}

/** Of which receptor and domain is asked. @param {Picture} picture
 * @param {ReturnType<typeof questionOf>} asked @param {Act} act */
function lists({ words }, { receptors, domains, receptor, domain }, act) {
  const { choose, ...told } = words.predict;
  const all = (/** @type {string[][]} */ some) => (receptor ? some : [["", choose], ...some]);
  const ask = (/** @type {string} */ focus, /** @type {string} */ id) =>
    act.set({ focus, also: [], domain: id });
  return html(
    "div",
    { class: "lists" },
    ...(receptor ? [] : [html("p", {}, told.or)]),
    list(told.receptor, all(receptors), receptor, (id) => ask(id, domain)),
    list(told.domain, all(domains), domain, (id) => ask(receptor, id)),
  );
}

/** Where the article's receptor belongs, by name instead of by hand.
 * @param {Picture} picture @param {Guesses} guesses @param {Act} act */
function placing({ sockets }, { placed }, act) {
  const { sockets: own, targets, choose, hint, again } = sockets.placement;
  const [socket, question] = own.find(([id]) => id === placed.socket) ?? own[0] ?? ["", ""];
  if (!socket) return [];
  const buttons = targets.map(([id, name]) =>
    button(name, () => act.place(socket, id), {
      "aria-pressed": String(placed.guess === id),
      "data-key": `place ${id}`,
    }),
  );
  const anew = placed.guess
    ? [button(again, () => act.place("", ""), { "data-key": "place anew" })]
    : [];
  return [
    html("p", { class: "question" }, question),
    ...(placed.guess ? [] : [html("p", { class: "hint" }, hint)]),
    html(
      "div",
      { class: "targets", role: "group", "aria-label": question },
      choose,
      ...buttons,
      ...anew,
    ),
  ];
}

/** What the form asks of the Explorer. @param {Picture} picture @param {Act} act */
const deskOf = ({ words }, act) => ({
  words: words.predict,
  name: act.name,
  redraw: act.redraw,
  download: act.download,
});

/** @param {Picture} picture @param {string} receptor @param {string} domain
 * @param {Guesses} guesses @param {Omit<Desk, "step" | "reveal">} desk @param {Act} act */
function pair(picture, receptor, domain, { pairs }, desk, act) {
  const { nodes, place, words } = picture;
  const of = `${receptor}>${domain}`;
  const [at, end] = [place.get(receptor), place.get(domain)];
  const names = { receptor: nameOf(nodes[at]), domain: nameOf(nodes[end]) };
  const question = filled(words.predict.question, names);
  const answers = guessesOn(picture, end);
  return form({ of, question, answers }, pairs[of] ?? FRESH, {
    ...desk,
    reveal: (guess) => revealed(picture, at, end, guess),
    step(step, key) {
      const made = stepped(pairs[of] ?? FRESH, step);
      pairs[of] = made;
      if ("write" in step) return;
      if (!("commit" in step || "anew" in step)) return act.redraw(key);
      const { answer, line } = made;
      const sure = labelOf(words.predict.sureness, made.sure);
      const guess = labelOf(answers, answer);
      const [found] = answerFor(picture, at, end);
      if (made.isSeen) keep({ question, guess, sure, line, found });
      act.refresh(key);
    },
  });
}

/** What else was found, folded.
 * @param {Picture} picture @param {number[]} rest
 * @param {[string, number[]][]} others @param {number[]} claims @param {Set<number>} cited */
function findings(picture, rest, others, claims, cited) {
  const told = picture.words.predict;
  const fold = (
    /** @type {string} */ heading,
    /** @type {number[]} */ lines,
    /** @type {string} */ voice,
  ) => (lines.length ? [foldedList(picture, heading, lines, cited, { class: voice })] : []);
  return [
    ...fold(filled(told.rest, { n: rest.length }), rest, "pharmacology"),
    ...others.flatMap(([done, lines]) =>
      fold(filled(told.others, { done, n: lines.length }), lines, "pharmacology"),
    ),
    ...fold(filled(told.article, { n: claims.length }), claims, "article"),
  ];
}

/** @param {Picture} picture
 * @param {number} receptor
 * @param {number} domain
 * @param {string} guess */
function revealed(picture, receptor, domain, guess) {
  const told = picture.words.predict;
  const [sentence, replies, apart, rest, others] = answerFor(picture, receptor, domain);
  const at = guessesOn(picture, domain).findIndex(([word]) => word === guess);
  /** @type {Set<number>} */
  const cited = new Set();
  const lines = others.flatMap((/** @type {[string, number[]]} */ [, some]) => some);
  const heading = html("h3", {}, apart.length > 1 ? told.apart : told.one);
  const cards = html("section", { class: "pharmacology apart" }, heading);
  cards.append(lineList(picture, apart, cited));
  const dangers = hazardList(picture, hazardsOf(picture, [...apart, ...rest, ...lines]), cited);
  const folds = findings(picture, rest, others, claimsOn(picture, domain), cited);
  const parts = [
    ...(apart.length ? [cards] : []),
    ...dangers,
    html("div", { class: "folds" }, ...folds, ...sourceList(picture, cited)),
  ];
  return { sentence, reply: picture.predictions.replies[replies[at]], parts };
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
