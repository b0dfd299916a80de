// @ts-check
// What is shown, as words; as a short code and back. The same codes as explainer.view.state in
// Python.

/** @import { Filter, Picture, State } from "../shared/types.js" */

/** @type {Filter[]} */
export const FILTERS = [
  "receptor",
  "action",
  "domain",
  "direction",
  "evidence",
  "verdict",
  "origin",
];
/** @type {(keyof State)[]} */
export const FIELDS = ["lens", "focus", "also", ...FILTERS, "panel"];
const MOST_BESIDE = 2;
export const MARK = "explorer:";
/** @type {State} */
export const OVERVIEW = {
  lens: "both",
  focus: "",
  also: [],
  receptor: "",
  action: "",
  domain: "",
  direction: "",
  evidence: "",
  verdict: "",
  origin: "",
  panel: "card",
};

/** @param {State} state @returns {string} only what differs from the overview */
export function codeOf(state) {
  const parts = FIELDS.filter((name) => String(state[name]) !== String(OVERVIEW[name]));
  return parts.map((name) => `${name}=${String(state[name]).replaceAll(" ", "+")}`).join(";");
}

/** Words that a part of a state may take.
 * @param {Picture} picture
 * @param {string} name
 * @returns {string[]} */
export function known(picture, name) {
  if (name === "focus" || name === "also") return ["", ...picture.nodes.map((node) => node[0])];
  return picture.choices[name].map((choice) => choice[0]);
}

/** Read a code: the nearest state that can be shown, and a message for all that was not.
 * @param {string} code @param {Picture} picture @returns {[State, string[]]} */
export function readCode(code, picture) {
  /** @type {any} */
  const state = { ...OVERVIEW, also: [] };
  /** @type {string[]} */
  const messages = [];
  const say = (/** @type {string} */ name, words = {}) =>
    messages.push(filled(picture.messages[name], words));
  const { code: most } = picture.limits;
  const whole = code
    .slice(code.lastIndexOf(MARK) < 0 ? 0 : code.lastIndexOf(MARK) + MARK.length)
    .replace(/^#+/, "");
  // letters as Python counts them, of which one may be two units here
  const text = [...whole.slice(0, 2 * most + 2)];
  if (text.length > most) say("long", { most });
  for (const part of text.slice(0, most).join("").split(";").map(stripped).filter(Boolean)) {
    if (isEnough(picture, messages)) break;
    const at = part.indexOf("=");
    const name = /** @type {keyof State} */ (part.slice(0, at));
    if (at < 0) say("form", { part: cut(picture, part) });
    else if (!FIELDS.includes(name)) say("name", { part: cut(picture, name) });
    else {
      const words = readWords(name, part.slice(at + 1), picture, messages, say);
      if (name === "also" && words.length > MOST_BESIDE) say("many", { most: MOST_BESIDE });
      if (words.length) state[name] = name === "also" ? words.slice(0, MOST_BESIDE) : words[0];
    }
  }
  if (state.also.length && !state.focus) {
    say("alone");
    state.also = [];
  }
  state.also = state.also.filter((/** @type {string} */ word) => word !== state.focus);
  return [state, messages];
}

/** @param {string} name
 * @param {string} text
 * @param {Picture} picture
 * @param {string[]} messages
 * @param {(name: string, words: any) => void} say
 * @returns {string[]} */
function readWords(name, text, picture, messages, say) {
  const words = known(picture, name);
  const found = new Set();
  for (const word of text
    .split(",")
    .map((one) => stripped(one.replaceAll("+", " ")))
    .filter(Boolean)) {
    if (isEnough(picture, messages)) break;
    const near = words.includes(word) ? word : nearest(word, words);
    if (!near) say("none", { part: name, word: cut(picture, word) });
    else if (near !== word) say("near", { part: name, word: cut(picture, word), near });
    if (near) found.add(near);
  }
  return [...found];
}

/** Without blanks around it; what counts as one is said here, since each language has more of its
 * own.
 * @param {string} text
 * @returns {string} */
const stripped = (text) => text.replace(/^[ \t\n\r\v\f]+/, "").replace(/[ \t\n\r\v\f]+$/, "");

/** Whether so much could not be read that no more of a code is tried; then it says so.
 * @param {Picture} picture @param {string[]} messages @returns {boolean} */
function isEnough(picture, messages) {
  if (messages.length < picture.limits.faults) return false;
  if (!messages.includes(picture.messages.rest)) messages.push(picture.messages.rest);
  return true;
}

/** Repeat a word of a code apart from the message around it, and not at length.
 * @param {Picture} picture
 * @param {string} word
 * @returns {string} */
function cut(picture, word) {
  const letters = [...word];
  const most = picture.limits.word;
  return isolated(picture, letters.length <= most ? word : `${letters.slice(0, most).join("")}…`);
}

/** Set words that are not ours apart from the sentence around them, whichever way they are written
 * (explainer.model.bidi).
 * @param {Picture} picture
 * @param {string} words
 * @returns {string} */
export function isolated(picture, words) {
  const [turning, marks] = picture.isolates;
  return new RegExp(`[${turning}${marks}]`, "u").test(words)
    ? `\u2068${words.replace(new RegExp(`[${marks}]`, "gu"), "")}\u2069`
    : words;
}

/** Put words into a template; `{n|row|rows}` gives the word that fits the number.
 * @param {string} template @param {Record<string, any>} words @returns {string} */
export function filled(template, words) {
  return template.replace(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (_, name, one, many) =>
    one === undefined ? String(words[name]) : words[name] === 1 ? one : many,
  );
}

/** The known word that takes the fewest changes of a letter, at most a third; else empty.
 * @param {string} word @param {string[]} words @returns {string} */
export function nearest(word, words) {
  const { length } = [...word]; // letters, as Python counts them
  let least = Math.max(1, Math.floor(length / 3)) + 1;
  let best = "";
  for (const other of words) {
    if (!other || Math.abs([...other].length - length) >= least) continue;
    const changed = changes([...word.toLowerCase()], [...other.toLowerCase()]);
    if (changed < least) [least, best] = [changed, other];
  }
  return best;
}

/** Letters to add, drop or swap until one word is the other.
 * @param {string[]} one
 * @param {string[]} other
 * @returns {number} */
function changes(one, other) {
  const row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    let before = row[0];
    row[0] = i;
    for (let j = 1; j <= other.length; j++) {
      const kept = before + (one[i - 1] === other[j - 1] ? 0 : 1);
      before = row[j];
      row[j] = Math.min(row[j] + 1, row[j - 1] + 1, kept);
    }
  }
  return row[other.length];
}
