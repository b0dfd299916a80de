// @ts-check
// Cards: all there is to say of a node, or of what joins two of them.

import { differs, linesOf, saidBy, soleEnd, wordOf } from "../explorer/selection.js";
import { nameOf } from "../explorer/sentence.js";
import { FILTERS } from "../explorer/state.js";
import { areAllOpen } from "../odds/odds.js";
import { sideBySide } from "../odds/pair.js";
import { foldedLate, html, sourceLink } from "../shared/dom.js";
import { inlineSign } from "../shared/svg.js";
import { foldedList, lateLines, lineItem, lineList, rowItem, sourceList } from "./rows.js";

/** @import { Act, Card, Item, Picture, Said, Shown, State } from "../shared/types.js" */

/** @type {("domain" | "receptor")[]} */
const SUBJECTS = ["domain", "receptor"];
const PAIRS = 4; // of claims and how each stands: no pair is parted
const FEW = 3; // rows of a section shown before the rest is opened
const FIRST = 60; // rows shown before the rest is opened

/** What the lit rows say, as signs and words; in those of one domain where all end there.
 * @param {Picture} picture @param {Said[]} said @param {number} [end] @returns {Node} */
export function saidInSigns(picture, said, end) {
  const parts = said
    .filter(([, look]) => look)
    .map(([table, look, done, count]) =>
      html(
        "span",
        { class: "said" },
        done ? `${picture.looks.done[done][0]}: ` : "",
        inlineSign(picture, table, look),
        `${wordOf(picture, table, look, end)} ${count}`,
      ),
    );
  if (differs(picture, said))
    parts.push(
      html(
        "span",
        { class: "said differs" },
        inlineSign(picture, "differs", "fork"),
        picture.looks.differs.fork[0],
      ),
    );
  return html("span", { class: "saids" }, ...parts);
}

/** The card of what is chosen.
 * @param {Picture} picture
 * @param {State} state
 * @param {Shown} shown
 * @param {Act} act
 * @returns {Node[]} */
export function card(picture, state, shown, act) {
  const { place, nodes, words } = picture;
  if (state.also.length) return pairCard(picture, state, shown, act);
  const at = place.get(state.focus || state.domain || state.receptor);
  const subject = state.focus
    ? ""
    : // a filter whose word has this card
      SUBJECTS.find((name) => state[name]);
  const isFiltered = FILTERS.some((name) => state[name] && name !== subject);
  if (at === undefined && shown.isOverview && !areAllOpen(state))
    return [html("p", { class: "hint" }, words.nothing)];
  /** @type {Card} */
  const nothing = [[], [], [], {}, [], []];
  const [facts, sections, own, , dangers, elsewhere] =
    at === undefined ? nothing : picture.cards[at];
  /** @type {Set<number>} */
  const cited = new Set(own);
  const fitting = isFiltered ? fittingRows(picture, shown, cited) : [];
  const voices = picture.voices[state.lens];
  const parts = sections
    .filter(([, said]) => voices.includes(said))
    .map(([heading, said, lines], i) => {
      const few = said === "article" ? PAIRS : FEW;
      const make = () => firstLines(picture, lines, cited, few);
      return lateLines(picture, heading, lines, cited, make, {
        class: said,
        open: !isFiltered && i === 0,
      });
    });
  return [
    ...(at === undefined ? [] : [headOf(picture, nodes[at])]),
    ...chosenRow(picture, state, cited),
    ...(at === undefined ? [] : helpLine(words)),
    ...(dangers.length
      ? [html("ul", { class: "hazards" }, ...dangers.map((line) => lineItem(picture, line, cited)))]
      : []),
    ...fitting,
    html("div", { class: "sections" }, ...parts, ...factList(picture, facts, elsewhere)),
    ...sourceList(picture, cited),
  ];
}

/** The finding whose mark is chosen, before all others; with those at odds with it, side by side.
 * @param {Picture} picture @param {State} state @param {Set<number>} cited @returns {Node[]} */
function chosenRow(picture, state, cited) {
  const beside = sideBySide(picture, state, (line) => rowItem(picture, line, cited));
  if (beside.length) return beside;
  const at = state.row ? picture.lines.findIndex((line) => line[5] === state.row) : -1;
  return at < 0 ? [] : [html("ul", { class: "chosen" }, lineItem(picture, at, cited))];
}

/** A few rows, and the rest folded with its number.
 * @param {Picture} picture @param {number[]} lines @param {Set<number>} cited
 * @param {number} few @returns {Node[]} */
function firstLines(picture, lines, cited, few) {
  const list = (/** @type {number[]} */ some) =>
    html("ul", {}, ...some.map((line) => lineItem(picture, line, cited)));
  const rest = lines.slice(few);
  if (rest.length < 2) return [list(lines)];
  const more = picture.words.more.replace("{n}", String(rest.length));
  return [list(lines.slice(0, few)), lateLines(picture, more, rest, cited, () => [list(rest)])];
}

/** Where somebody can be reached. @param {any} words @returns {Node[]} */
const helpLine = ({ help }) => (help ? [html("p", { class: "help" }, help)] : []);

/** What a thing is, and what other databases call it, folded.
 * @param {Picture} picture @param {string[]} facts @param {Card[5]} elsewhere @returns {Node[]} */
const factList = (picture, facts, elsewhere) =>
  facts.length || elsewhere.length
    ? [
        foldedLate(
          picture.words.about,
          () => [...facts, ...elsewhere.map(([, identifier]) => identifier)].join("\n"),
          () => [
            ...facts.map((fact) => html("p", { class: "fact" }, fact)),
            ...(elsewhere.length ? [namesElsewhere(picture, elsewhere)] : []),
          ],
          { class: "facts" },
        ),
      ]
    : [];

/** What other databases call a thing, each with a link to its page there.
 * @param {Picture} picture @param {Card[5]} elsewhere @returns {Node} */
const namesElsewhere = (picture, elsewhere) =>
  html(
    "p",
    { class: "fact" },
    `${picture.words.elsewhere}: `,
    ...elsewhere.flatMap(([database, identifier], i) => {
      const [name, page] = picture.databases[database];
      const short = `${name} ${identifier}`;
      return [i ? ", " : "", sourceLink([short, short, page.replace("{}", identifier)])];
    }),
  );

/** @param {Picture} picture @param {Item} node @returns {Node} */
function headOf(picture, node) {
  const [, , kind, voice] = node;
  return html(
    "h3",
    {},
    nameOf(node),
    " ",
    html("small", {}, `${picture.looks.kind[kind][0]} · ${picture.looks.voice[voice]?.[0] ?? ""}`),
  );
}

/** All rows that fit the filters, drawn as lines or not.
 * @param {Picture} picture
 * @param {Shown} shown
 * @param {Set<number>} cited
 * @returns {Node[]} */
function fittingRows(picture, shown, cited) {
  const { words } = picture;
  const lines = linesOf(picture, shown);
  if (!lines.length) return [html("p", { class: "hint" }, words.no_rows)];
  const rest = lines.slice(FIRST);
  const more = words.more.replace("{n}", rest.length);
  return [
    html("h3", { class: "fitting" }, words.filtered.replace("{n}", lines.length)),
    lineList(picture, lines.slice(0, FIRST), cited),
    ...(rest.length ? [foldedList(picture, more, rest, cited)] : []),
  ];
}

/** @param {Picture} picture
 * @param {State} state
 * @param {Shown} shown
 * @param {Act} act
 * @returns {Node[]} */
function pairCard(picture, state, shown, act) {
  const [one, other] = [state.focus, state.also[0]].map(
    (id) => picture.nodes[picture.place.get(id)],
  );
  /** @type {Set<number>} */
  const cited = new Set();
  const lines = linesOf(picture, shown);
  const standing =
    picture.standingOf.get(`${picture.place.get(one[0])}>${picture.place.get(other[0])}`) ??
    picture.standingOf.get(`${picture.place.get(other[0])}>${picture.place.get(one[0])}`);
  const button = (/** @type {Item} */ node) =>
    html(
      "button",
      { type: "button", onclick: () => act.set({ focus: node[0], also: [] }) },
      nameOf(node),
    );
  return [
    html("h3", {}, nameOf(one), " – ", nameOf(other)),
    ...chosenRow(picture, state, cited),
    ...(standing
      ? [
          html(
            "p",
            { class: "fact" },
            inlineSign(picture, "standing", standing),
            picture.looks.standing[standing][0],
          ),
        ]
      : []),
    ...(lines.length
      ? [
          saidInSigns(picture, saidBy(picture, shown.rows), soleEnd(picture, shown.rows)),
          lineList(picture, lines, cited),
        ]
      : [html("p", { class: "hint" }, picture.words.no_pair)]),
    html("p", { class: "joined" }, button(one), button(other)),
    ...sourceList(picture, cited),
  ];
}
