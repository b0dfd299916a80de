// @ts-check
// A made-up picture, of as much as states are read against, and a model as anywidget gives one.

import { FIELDS, OVERVIEW } from "../../../src/explainer/widgets/static/explorer/state.js";

/** @import { Model, Picture, State } from "../../../src/explainer/widgets/static/shared/types.js"
 */

const WORDS = {
  lens: ["both", "article", "pharmacology"],
  receptor: ["", "mu"],
  action: ["", "blocks"],
  domain: ["", "mood", "pain"],
  direction: ["", "improves"],
  evidence: ["", "animal"],
  verdict: ["", "contested"],
  origin: ["", "plant"],
  people: ["", "people"],
  view: ["", "map"],
  panel: ["card", "table", "outline", "trace", "compare", "predict"],
};

/** @type {Picture} */
export const picture = {
  nodes: ["mu", "kappa", "mood", "pain", "morphine"].map((id) => [id, id, "", "", "", id, [id]]),
  pairs: [],
  rows: [],
  undrawn: [],
  lines: [],
  sources: [],
  cards: [],
  databases: [],
  standings: [],
  against: [[2, "contested"]],
  voices: {},
  sockets: {
    findings: [],
    frames: { "": [] },
    headlines: {},
    lists: {},
    article: [],
    tell: [],
    marks: {},
    units: 13,
    key: [],
    absences: [],
    caution: "",
    lanes: "",
    rules: "",
    odds: [],
    claims: {},
    placement: {
      sockets: [],
      targets: [],
      order: [],
      prompt: "",
      hint: "",
      choose: "",
      answer: "",
      guessed: {},
      held: "",
      over: {},
      back: "",
      again: "",
    },
  },
  choices: Object.fromEntries(
    Object.entries(WORDS).map(([name, words]) => [name, words.map((word) => [word, word])]),
  ),
  messages: { long: "", form: "", name: "", many: "", alone: "", none: "", near: "", rest: "" },
  limits: { code: 1000, faults: 5, word: 20 },
  isolates: ["\u200f", "\u2066"],
};

/** @param {Partial<State>} [part] @returns {State} */
export const stateOf = (part) => ({ ...OVERVIEW, also: [], ...part });

/** A model that tells of each change, and notes what was set and how often it was sent.
 * @param {Partial<State>} [part] */
export function modelOf(part) {
  /** @type {Record<string, any>} */
  const traits = stateOf(part);
  /** @type {Map<string, Set<() => void>>} */
  const ears = new Map(FIELDS.map((field) => [`change:${field}`, new Set()]));
  const noted = { set: /** @type {string[]} */ ([]), sent: 0, ears };
  /** @type {Model} */
  const model = {
    get: (name) => traits[name],
    set(name, value) {
      traits[name] = value;
      noted.set.push(name);
      for (const hear of ears.get(`change:${name}`) ?? []) hear();
    },
    save_changes() {
      noted.sent += 1;
    },
    on: (event, hear) => void ears.get(event)?.add(hear),
    off: (event, hear) => void ears.get(event)?.delete(hear),
    widget_manager: { get_model: async () => model },
  };
  return { model, noted, traits };
}

/** Wait until what a model told has been heard. */
export const heard = () => new Promise((done) => setTimeout(done, 0));
