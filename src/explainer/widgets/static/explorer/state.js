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
  "people",
];
/** @type {(keyof State)[]} */
export const FIELDS = ["lens", "focus", "also", ...FILTERS, "panel", "row", "view"];
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
  people: "",
  panel: "card",
  row: "",
  view: "",
};

/** @param {State} state @returns {string} only what differs from the overview */
export function codeOf(state) {
  const parts = FIELDS.filter((name) => String(state[name]) !== String(OVERVIEW[name]));
  const words = new URLSearchParams(parts.map((name) => [name, String(state[name])]));
  return words.toString().replace(/%(?:2C|3A)/g, decodeURIComponent); // as one types them
}

/** Claims that can be opened beside what weighs on them. @param {Picture} picture */
const claimsOf = ({ sockets }) => Object.keys(sockets.claims);

/** Words that a part of a state may take.
 * @param {Picture} picture
 * @param {string} name
 * @returns {string[]} */
export function known(picture, name) {
  if (name === "focus" || name === "also") return ["", ...picture.nodes.map((node) => node[0])];
  if (name === "row")
    return ["", ...picture.sockets.findings.map(({ id }) => id), ...claimsOf(picture)];
  return picture.choices[name].map((choice) => choice[0]);
}

/** Read a code: the nearest state that can be shown, and a message for all that was not.
 * @param {string} code @param {Picture} picture @returns {[State, string[]]} */
export function readCode(code, picture) {
  const reader = new Reader(picture);
  for (const [name, words] of reader.partsOf(code)) {
    if (reader.isEnough()) break;
    reader.read(name, words);
  }
  return [reader.settled(), reader.messages];
}

/** What has been read of a code, and what is to be said of it. */
class Reader {
  /** @type {string[]} */
  messages = [];
  /** @type {State} */
  #state = { ...OVERVIEW, also: [] };
  #picture;

  /** @param {Picture} picture */
  constructor(picture) {
    this.#picture = picture;
  }

  /** @param {string} name @param {object} [words] */
  #say(name, words = {}) {
    this.messages.push(filled(this.#picture.messages[name], words));
  }

  /** Whether so much could not be read that no more is tried; then it says so. */
  isEnough() {
    const { limits, messages } = this.#picture;
    if (this.messages.length < limits.faults) return false;
    if (!this.messages.includes(messages.rest)) this.messages.push(messages.rest);
    return true;
  }

  /** Names and words of a code, of as much of it as is read; a blank part is none. Codes of earlier
   * versions are parted by semicolons.
   * @param {string} code */
  partsOf(code) {
    const most = this.#picture.limits.code;
    const mark = code.lastIndexOf(MARK);
    const whole = code.slice(mark < 0 ? 0 : mark + MARK.length).replace(/^[#?]+/, "");
    const letters = [...whole.slice(0, 2 * most + 2)]; // as Python counts them: one may be two here
    if (letters.length > most) this.#say("long", { most });
    const text = letters.slice(0, most).join("").replaceAll(";", "&");
    const parts = [...new URLSearchParams(text)].map(([name, words]) => [stripped(name), words]);
    return parts.filter(([name, words]) => name || words);
  }

  /** Read one part: a name and its words. @param {string} given @param {string} text */
  read(given, text) {
    const name = /** @type {keyof State} */ (given);
    if (!text) this.#say("form", { part: cut(this.#picture, name) });
    else if (!FIELDS.includes(name)) this.#say("name", { part: cut(this.#picture, name) });
    else this.#set(name, this.#words(name, text));
  }

  /** @param {keyof State} name @param {string[]} words */
  #set(name, words) {
    if (name === "also" && words.length > MOST_BESIDE) this.#say("many", { most: MOST_BESIDE });
    if (!words.length) return;
    if (name === "also") this.#state.also = words.slice(0, MOST_BESIDE);
    else this.#state[name] = words[0];
  }

  /** The known words that are nearest to those of a text.
   * @param {string} name
   * @param {string} text */
  #words(name, text) {
    const words = known(this.#picture, name);
    /** @type {Set<string>} */
    const found = new Set();
    const given = text.split(",").map(stripped);
    for (const word of given.filter(Boolean)) {
      if (this.isEnough()) break;
      const near = this.#near(name, word, words);
      if (near) found.add(near);
    }
    return [...found];
  }

  /** @param {string} name @param {string} word @param {string[]} words that are known */
  #near(name, word, words) {
    if (words.includes(word)) return word;
    const near = nearest(word, words);
    this.#say(near ? "near" : "none", { part: name, word: cut(this.#picture, word), near });
    return near;
  }

  /** Nothing stands beside nothing, nor beside itself. */
  settled() {
    const state = this.#state;
    if (state.also.length && !state.focus) {
      this.#say("alone");
      state.also = [];
    }
    state.also = state.also.filter((word) => word !== state.focus);
    return state;
  }
}

/** Without blanks around it; what counts as one is said here, since each language has more of its
 * own.
 * @param {string} text
 * @returns {string} */
const stripped = (text) => text.replace(/^[ \t\n\r\v\f]+/, "").replace(/[ \t\n\r\v\f]+$/, "");

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

/** Whether a state is the first view, which needs no more than comes first.
 * @param {State} state */
export const isFirst = (state) => codeOf(state) === "";
