// @ts-check
// Predict first: say what you expect, see what is said and found, write one line. Kept in this browser alone.

import { lineList, saidInSigns, sourceList } from "./card.js";
import { beside, hazardList } from "./hazard.js";
import { html, labelled } from "./page.js";
import { list } from "./parts.js";
import { nameOf } from "./sentence.js";
import { filled } from "./state.js";
import { CHAIN, saidBy } from "./view.js";

const KEY = "explainer.predictions";

/** @returns {any[]} */
function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "[]");
  } catch {
    return [];
  }
}

/** @param {any[]} predictions */
function keep(predictions) {
  try {
    localStorage.setItem(KEY, JSON.stringify(predictions));
  } catch {
    // A page that may keep nothing still lets its reader predict.
  }
}

/** All that was kept, as text. @param {any[]} predictions @returns {string} */
export const asText = (predictions) =>
  predictions.map(({ question, guess, found, line }) => `${question}\n  ${guess}\n  ${found}\n  ${line}`).join("\n\n") + "\n";

/** Rows of a receptor and a domain by what was done, and the claims on the domain.
 * @param {any} picture @param {number} receptor @param {number} domain */
export function evidence(picture, receptor, domain) {
  /** @type {Map<string, number[]>} */
  const found = new Map();
  const claims = new Set();
  picture.rows.forEach((/** @type {any} */ row, /** @type {number} */ r) => {
    const [start, end, kind] = picture.pairs[row[0]];
    if (end !== domain) return;
    if (kind === CHAIN[2]) claims.add(row[3]);
    else if (kind === CHAIN[1] && start === receptor) found.set(row[2], [...(found.get(row[2]) ?? []), r]);
  });
  return { found, claims: [...claims] };
}

/** What sources found when the receptor was activated, in the words of the guesses.
 * @param {any} picture @param {number[]} rows @returns {string} */
export function outcome(picture, rows) {
  const looks = new Set(rows.map((r) => picture.rows[r][1]).filter((look) => look !== "not known"));
  if (!looks.size) return "nobody";
  return looks.size > 1 ? "mixed" : [...looks][0];
}

/** @param {any} picture @param {import("./state.js").State} state @param {import("./view.js").Shown} _shown @param {any} act @returns {Node[]} */
export function predict(picture, state, _shown, act) {
  const { words, nodes, place } = picture;
  const told = words.predict;
  const ofKind = (/** @type {string} */ kind) => nodes.flatMap((/** @type {any} */ node) => (node[2] === kind ? [[node[0], nameOf(node)]] : []));
  const receptors = ofKind("receptor");
  const domains = ofKind("domain");
  if (!receptors.length || !domains.length) return [html("p", { class: "hint" }, words.no_rows)];
  const isReceptor = receptors.some((/** @type {string[]} */ [id]) => id === state.focus);
  const memory = act.memory("predict", { guess: "", isShown: false, line: "", of: "" });
  const receptor = isReceptor ? state.focus : receptors[0][0];
  const domain = state.domain || domains[0][0];
  if (memory.of !== `${receptor} ${domain}`) Object.assign(memory, { guess: "", isShown: false, line: "", of: `${receptor} ${domain}` });
  const question = filled(told.question, { receptor: nameOf(nodes[place.get(receptor)]), domain: nameOf(nodes[place.get(domain)]) });
  const choose = html("div", { class: "lists" },
    list(told.receptor, receptors, receptor, (id) => act.set({ focus: id, also: [], domain })),
    list(told.domain, domains, domain, (id) => act.set({ focus: receptor, also: [], domain: id })));
  const options = Object.entries(told.guesses).map(([word, name]) => html("label", {}, html("input", { type: "radio", name: act.name, value: word, checked: memory.guess === word, onchange: () => ((memory.guess = word), act.redraw(`guess ${word}`)), "data-key": `guess ${word}` }), " ", name));
  const show = html("button", { type: "button", class: "main", disabled: !memory.guess, "data-key": "reveal", onclick: () => ((memory.isShown = true), act.redraw("reveal")) }, told.show);
  const head = [choose, html("fieldset", {}, html("legend", {}, question), ...options), show];
  return [...head, ...(memory.isShown ? revealed(picture, receptor, domain, question, memory, act) : []), ...history(picture, act)];
}

/** @param {any} picture @param {string} receptor @param {string} domain @param {string} question @param {any} memory @param {any} act @returns {Node[]} */
function revealed(picture, receptor, domain, question, memory, act) {
  const told = picture.words.predict;
  const { found, claims } = evidence(picture, picture.place.get(receptor), picture.place.get(domain));
  const activated = found.get("+") ?? [];
  const result = outcome(picture, activated);
  /** @type {Set<number>} */
  const cited = new Set();
  const groups = [...found].map(([done, rows]) => html("div", { class: "pharmacology" }, html("h4", {}, picture.looks.done[done][0]), saidInSigns(picture, saidBy(picture, rows)), lineList(picture, [...new Set(rows.map((r) => picture.rows[r][3]))], cited)));
  const line = html("input", { type: "text", maxlength: 300, value: memory.line, oninput: (/** @type {any} */ event) => (memory.line = event.target.value) });
  const save = () => {
    keep([...kept(), { question, guess: `${told.guessed} ${told.guesses[memory.guess]}`, found: `${told.found} ${told.guesses[result]}`, line: memory.line }]);
    memory.line = "";
    act.redraw("kept");
    act.say(told.kept);
  };
  return [
    html("p", { class: "outcome", role: "status" }, `${told.guessed} ${told.guesses[memory.guess]}. ${told.found} ${told.guesses[result]}. ${memory.guess === result ? told.same : told.other}`),
    ...hazardList(picture, beside(picture, [...found.values()].flat()), cited),
    html("div", { class: "voices" },
      html("section", { class: "pharmacology" }, html("h3", {}, picture.looks.voice.pharmacology[0]), ...(groups.length ? groups : [html("p", { class: "silence" }, told.nobody)])),
      html("section", { class: "article" }, html("h3", {}, picture.looks.voice.article[0]), html("p", {}, told.article), html("details", {}, html("summary", {}, filled(told.claims, { n: claims.length })), lineList(picture, claims, cited)))),
    labelled(told.explain, line, { class: "wide" }),
    html("button", { type: "button", "data-key": "kept", onclick: save }, told.keep),
    ...sourceList(picture, cited),
  ];
}

/** @param {any} picture @param {any} act @returns {Node[]} */
function history(picture, act) {
  const told = picture.words.predict;
  const predictions = kept();
  if (!predictions.length) return [];
  const forget = () => (keep([]), act.redraw("reveal"));
  return [html("details", { class: "kept" }, html("summary", {}, filled(told.history, { n: predictions.length })), html("pre", {}, asText(predictions)),
    html("button", { type: "button", onclick: () => act.download("predictions.txt", asText(predictions), "text/plain") }, told.export), " ",
    html("button", { type: "button", onclick: forget }, told.forget))];
}
