// @ts-check
// Rows in words: one, a list of them, a list that is made when it is opened; and their sources.

import { signOf } from "../odds/pair.js";
import { foldedLate, html, sourceLink } from "../shared/dom.js";

/** @import { Picture } from "../shared/types.js" */

/** A row in words, as `rowItem` writes it, with the sign of what is at odds with it.
 * @param {Picture} picture @param {number} place @param {Set<number>} cited */
export function lineItem(picture, place, cited) {
  const item = rowItem(picture, place, cited);
  item.append(...signOf(picture, picture.lines[place][5]));
  return item;
}

/** A row in words, with its evidence, caveat and sources; sources are gathered in `cited`.
 * @param {Picture} picture
 * @param {number} place
 * @param {Set<number>} cited
 * @returns {HTMLElement} */
export function rowItem(picture, place, cited) {
  const [text, voice, badge, caveat, sources] = picture.lines[place];
  const { hazard } = picture.words;
  const item = html(
    "li",
    { class: voice },
    ...(text.startsWith(hazard) ? [html("strong", {}, hazard), text.slice(hazard.length)] : [text]),
  );
  if (badge) item.append(" ", html("span", { class: "badge" }, badge));
  if (caveat) item.append(" ", html("em", {}, caveat));
  const links = sources.flatMap((s, i) => [i ? ", " : "", sourceLink(picture.sources[s])]);
  for (const s of sources) cited.add(s);
  // With what parts them, or not at all.
  item.append(" ", html("span", { class: "cited" }, ...links));
  return item;
}

/** Each claim of some rows followed by how it stands.
 * @param {Picture} picture @param {number[]} lines */
const withVerdicts = (picture, lines) =>
  lines.flatMap((place) => {
    const verdict = picture.verdictOf.get(place);
    return verdict !== undefined && !lines.includes(verdict) ? [place, verdict] : [place];
  });

/** A list of rows; a claim is followed by how it stands.
 * @param {Picture} picture
 * @param {number[]} lines
 * @param {Set<number>} cited */
export const lineList = (picture, lines, cited) =>
  html("ul", {}, ...withVerdicts(picture, lines).map((place) => lineItem(picture, place, cited)));

/** Rows that are folded, and made when they are first opened; their sources are gathered at once.
 * @param {Picture} picture @param {string} heading @param {number[]} lines
 * @param {Set<number>} cited @param {() => Node[]} make @param {Record<string, any>} [more] */
export function lateLines(picture, heading, lines, cited, make, more) {
  for (const place of lines) for (const s of picture.lines[place][4]) cited.add(s);
  return foldedLate(heading, () => plainly(picture, lines), make, more);
}

/** A list of rows under a heading, folded.
 * @param {Picture} picture @param {string} heading @param {number[]} lines
 * @param {Set<number>} cited @param {Record<string, any>} [more] */
export const foldedList = (picture, heading, lines, cited, more) =>
  lateLines(
    picture,
    heading,
    withVerdicts(picture, lines),
    cited,
    () => [lineList(picture, lines, cited)],
    more,
  );

/** Rows as nothing but words. @param {Picture} picture @param {number[]} lines */
const plainly = (picture, lines) =>
  lines
    .map((place) => {
      const [text, , badge, caveat, sources] = picture.lines[place];
      return [text, badge, caveat, ...sources.map((s) => picture.sources[s][0])].join(" ");
    })
    .join("\n");

/** All sources that were cited, in full.
 * @param {Picture} picture
 * @param {Set<number>} cited
 * @returns {Node[]} */
export function sourceList(picture, cited) {
  if (!cited.size) return [];
  const sources = [...cited].map((s) => picture.sources[s]);
  const items = () =>
    sources.map(([, citation, address]) =>
      html("li", {}, citation, " ", address ? sourceLink([address, citation, address]) : ""),
    );
  const heading = `${picture.words.sources} (${sources.length})`;
  const words = () => sources.map(([, citation]) => citation).join("\n");
  return [foldedLate(heading, words, () => [html("ol", {}, ...items())], { class: "sources" })];
}
