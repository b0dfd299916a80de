// @ts-check
// The article's side of what is looked at from near: its claims, and how each stands, in the seam.

import { opener } from "../odds/pair.js";
import { html } from "../shared/dom.js";

/** @import { Picture, State } from "../shared/types.js" */

const FEW = 4; // claims shown before the rest is opened

/** @param {Picture} picture @param {number} place of a claim's line
 * @param {Map<number, string>} verdicts */
function claimOf(picture, place, verdicts) {
  const [text, , badge, , , row] = picture.lines[place];
  const word = verdicts.get(place);
  return html(
    "li",
    {},
    html("span", { class: "claim" }, text),
    html("span", { class: "badge" }, badge),
    word ? html("strong", { class: "verdict" }, opener(row, word, `${word}: ${text}`)) : "",
  );
}

/** What the article says of it. @param {Picture} picture @param {State} state @returns {Node[]} */
export function articleSide(picture, state) {
  const at = picture.place.get(state.focus || state.domain || state.receptor);
  if (at === undefined || state.lens === "pharmacology" || state.panel === "predict") return [];
  const verdicts = new Map(
    picture.weighed.map((/** @type {[number, number, string]} */ [claim, , word]) => [claim, word]),
  );
  const lines = picture.cards[at][1]
    .filter(([, voice]) => voice === "article")
    .flatMap(([, , places]) => places)
    .filter((place) => picture.lines[place][1] === "article");
  const list = (/** @type {number[]} */ some) =>
    html("ul", {}, ...some.map((place) => claimOf(picture, place, verdicts)));
  const { words } = picture;
  const rest = lines.slice(FEW);
  const more = words.more.replace("{n}", String(rest.length));
  return [
    html("h3", {}, words.article, " ", html("small", {}, picture.sockets.article[at] ?? "")),
    list(lines.slice(0, FEW)),
    ...(rest.length ? [html("details", {}, html("summary", {}, more), list(rest))] : []),
  ];
}
