// @ts-check
// The glossary: a folded list, and the meaning of a word beside each link to it. It knows no
// pharmacology.

import { followTheme, html, sourceLink } from "../shared/dom.js";
import { Popover } from "./popover.js";

/** @import { Context, Source } from "../shared/types.js" */
/** @typedef {{id: string, name: string, definition: string, also: string, sources: Source[]}} Term
 */
/** @typedef {{mark: string, terms: Term[], words: Record<string, string>}} Data */

/** A term with its meaning. @param {Term} term */
function entry({ name, definition, also, sources }) {
  const links = sources.flatMap((source, i) => [i ? ", " : "", sourceLink(source)]);
  const others = html("span", { class: "also" }, also);
  const cited = html("span", { class: "sources" }, ...links);
  return [html("dt", {}, name), html("dd", {}, definition, " ", others, " ", cited)];
}

/** @param {Context} context */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  const { words, terms } = data;
  const details = html(
    "details",
    {},
    html("summary", {}, words.title),
    html("p", { class: "hint" }, words.hint),
    html("dl", {}, ...terms.flatMap(entry)),
  );
  const root = html("section", { class: "explainer-glossary" }, details);
  el.append(root);
  const popover = new Popover(data);
  const unfollow = [followTheme(root), followTheme(popover.element)];
  return () => {
    popover.end();
    for (const stop of unfollow) stop();
  };
}

export default { render };
