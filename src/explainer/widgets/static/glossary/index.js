// @ts-check
// The glossary: a folded list, and the meaning of a word beside each link to it. It knows no
// pharmacology.

import { followTheme, html, NO_SHORTCUTS, sourceLink } from "../shared/dom.js";

/** @import { Context } from "../shared/types.js" */

/** @typedef {{id: string, name: string, definition: string, also: string, sources: [string, string,
 *   string][]}} Term
 * @typedef {{mark: string, terms: Term[], words: Record<string, string>}} Data
 * @typedef {{left: number, right: number, top: number, bottom: number}} Box */

// One page may hold two glossaries, each a module of its own: the first to know a word takes the
// event.
const TAKEN = Symbol.for("explainer.learning.glossary.taken");
const PATIENCE = 250; // milliseconds for the mouse to go from a word to its meaning
const GAP = 6; // pixels between the two

/** The term that a link leads to, whatever the page put before its fragment.
 * @param {string | null | undefined} href @param {string} mark @returns {string} */
export function termOf(href, mark) {
  const place = href ? href.lastIndexOf(mark) : -1;
  const word = place < 0 ? "" : (href ?? "").slice(place + mark.length);
  return /^\w+$/.test(word) ? word : "";
}

/** Where a box of this size goes: under the word, or above it where there is no room; never off the
 * page.
 * @param {Box} word
 * @param {{width: number, height: number}} size
 * @param {{width: number, height: number}} page
 * @returns {{left: number, top: number}} */
export function beside(word, size, page) {
  const below = word.bottom + GAP;
  const above = word.top - GAP - size.height;
  const top = below + size.height <= page.height || above < 0 ? below : above;
  return { left: Math.max(GAP, Math.min(word.left, page.width - size.width - GAP)), top };
}

/** @param {Context} context */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  const { words } = data;
  const terms = new Map(data.terms.map((term) => [term.id, term]));
  const list = html(
    "dl",
    {},
    ...data.terms.flatMap((term) => [
      html("dt", {}, term.name),
      html(
        "dd",
        {},
        term.definition,
        " ",
        html("span", { class: "also" }, term.also),
        " ",
        html(
          "span",
          { class: "sources" },
          ...term.sources.flatMap((source, i) => [i ? ", " : "", sourceLink(source)]),
        ),
      ),
    ]),
  );
  const root = html(
    "section",
    { class: "explainer-glossary" },
    html(
      "details",
      {},
      html("summary", {}, words.title),
      html("p", { class: "hint" }, words.hint),
      list,
    ),
  );
  el.append(root);

  const id = `explainer-term-${Math.random().toString(36).slice(2, 8)}`;
  const close = html("button", { type: "button", "aria-label": words.close }, "×");
  const name = html("b", {});
  const meaning = html("p", {});
  const also = html("p", { class: "also" });
  const body = html("div", { id, role: "tooltip" }, name, meaning, also);
  const popover = html("aside", { class: "explainer-glossary popover" }, body, close);
  popover.hidden = true;
  document.body.append(popover);
  const unfollow = [followTheme(root), followTheme(popover)];

  /** @type {HTMLAnchorElement | null} */
  let word = null;
  let isPinned = false;
  /** @type {any} */
  let timer = 0;

  /** @param {Event} event
   * @returns {HTMLAnchorElement | null} the link to one of our terms that an event is about */
  function linkOf(event) {
    const target = /** @type {Element | null} */ (event.target);
    const link = /** @type {HTMLAnchorElement | null} */ (target?.closest?.("a[href]") ?? null);
    return link && terms.has(termOf(link.getAttribute("href"), data.mark)) ? link : null;
  }

  /** @param {any} event @returns {boolean} whether this glossary is the one to answer */
  const take = (event) => {
    event[TAKEN] ??= id;
    return event[TAKEN] === id;
  };

  /** @param {HTMLAnchorElement} link */
  function show(link) {
    clearTimeout(timer);
    const term = terms.get(termOf(link.getAttribute("href"), data.mark));
    if (!term || (link === word && !popover.hidden)) return;
    hide();
    word = link;
    name.textContent = term.name;
    meaning.textContent = term.definition;
    also.textContent = term.also;
    popover.hidden = false;
    link.setAttribute("aria-describedby", id);
    link.setAttribute(NO_SHORTCUTS, "true"); // else Enter would open Lab's editor
    put();
  }

  /** Put the box beside its word, wherever the page has been scrolled to; away with the word, away
   * with the box. */
  function put() {
    if (!word) return;
    const box = word.getClientRects()[0];
    if (!box || box.bottom < 0 || box.top > innerHeight) {
      hide();
      return;
    }
    const { left, top } = beside(box, popover.getBoundingClientRect(), {
      width: innerWidth,
      height: innerHeight,
    });
    popover.style.left = `${left}px`;
    popover.style.top = `${top}px`;
  }

  function hide() {
    clearTimeout(timer);
    word?.removeAttribute("aria-describedby");
    word = null;
    isPinned = false;
    close.hidden = true;
    popover.hidden = true;
  }

  const fade = () => {
    clearTimeout(timer);
    if (!isPinned) timer = setTimeout(hide, PATIENCE);
  };

  /** @param {Event} event */
  function enter(event) {
    const link = linkOf(event);
    if (link && take(event)) {
      if (!isPinned || event.type === "focusin") show(link);
    } else if (popover.contains(/** @type {Node} */ (event.target))) clearTimeout(timer);
    else if (word && event.type === "focusin") hide();
  }

  /** @param {Event} event */
  function leave(event) {
    const isOurs = linkOf(event) === word || popover.contains(/** @type {Node} */ (event.target));
    if (word && isOurs && document.activeElement !== word) fade();
  }

  /** @param {Event} event */
  function press(event) {
    const link = linkOf(event);
    if (link) {
      event.preventDefault(); // a word's link leads nowhere: the page stays where it is
      event.stopPropagation();
      if (!take(event)) return;
      show(link);
      isPinned = true;
      close.hidden = false;
    } else if (word && !popover.contains(/** @type {Node} */ (event.target))) hide();
  }

  /** @param {KeyboardEvent} event */
  function key(event) {
    if (event.key === "Escape" && word) {
      event.stopPropagation();
      event.preventDefault();
      const back = popover.contains(document.activeElement) ? word : null;
      hide();
      back?.focus();
      if (back) hide();
    } else if (event.key === "Enter" && linkOf(event)) press(event);
  }

  close.addEventListener("click", () => {
    const back = word;
    hide();
    back?.focus();
    hide();
  });
  /** @type {[string, (event: any) => void][]} */
  const ears = [
    ["mouseover", enter],
    ["focusin", enter],
    ["mouseout", leave],
    ["focusout", leave],
    ["click", press],
    ["keydown", key],
  ];
  // Before the page's own ears: Lab would follow the link.
  for (const [kind, hear] of ears) document.addEventListener(kind, hear, true);
  addEventListener("scroll", put, true);
  addEventListener("resize", put);
  hide();
  return () => {
    for (const [kind, hear] of ears) document.removeEventListener(kind, hear, true);
    removeEventListener("scroll", put, true);
    removeEventListener("resize", put);
    for (const stop of unfollow) stop();
    popover.remove();
  };
}

export default { render };
