// @ts-check
// The meaning of a word, beside each link to it, wherever in the page the link stands.

import { html, NO_SHORTCUTS } from "../shared/dom.js";
import { beside, termOf } from "./place.js";

/** @import { Data, Term } from "./index.js" */

// One page may hold two glossaries, each a module of its own: the first to know a word takes the
// event.
const TAKEN = Symbol.for("explainer.glossary.taken");
const PATIENCE = 250; // milliseconds for the mouse to go from a word to its meaning

const targetOf = (/** @type {Event} */ event) => /** @type {Element} */ (event.target);

/** Parts of the box. @param {string} id @param {Record<string, string>} words */
function partsOf(id, words) {
  const [name, meaning, also] = [html("b"), html("p"), html("p", { class: "also" })];
  const body = html("div", { id, role: "tooltip" }, name, meaning, also);
  const close = html("button", { type: "button", "aria-label": words.close }, "×");
  return { name, meaning, also, body, close };
}

export class Popover {
  #id = `explainer-term-${Math.random().toString(36).slice(2, 8)}`;
  /** @type {HTMLAnchorElement | null} */
  #word = null;
  #isPinned = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #mark;
  #terms;
  #parts;

  /** @param {Data} data */
  constructor({ mark, terms, words }) {
    this.#mark = mark;
    this.#terms = new Map(terms.map((term) => [term.id, term]));
    this.#parts = partsOf(this.#id, words);
    const { body, close } = this.#parts;
    this.element = html("aside", { class: "explainer-glossary popover" }, body, close);
    close.addEventListener("click", () => this.#leaveTo(this.#word));
    document.body.append(this.element);
    this.#hide();
    this.end = this.#listen();
  }

  /** Before the page's own ears: Lab would follow the link. */
  #listen() {
    const stop = new AbortController();
    const early = { capture: true, signal: stop.signal };
    for (const kind of ["mouseover", "focusin"])
      document.addEventListener(kind, (event) => this.#enter(event), early);
    for (const kind of ["mouseout", "focusout"])
      document.addEventListener(kind, (event) => this.#leave(event), early);
    document.addEventListener("click", (event) => this.#press(event), early);
    document.addEventListener("keydown", (event) => this.#key(event), early);
    addEventListener("scroll", () => this.#put(), early);
    addEventListener("resize", () => this.#put(), { signal: stop.signal });
    return () => {
      stop.abort();
      this.element.remove();
    };
  }

  /** The term that a link means, if it is one of ours.
   * @param {Element} link
   * @returns {Term | undefined} */
  #termOf(link) {
    return this.#terms.get(termOf(link.getAttribute("href"), this.#mark));
  }

  /** The link to one of our terms that an event is about. @param {Event} event */
  #linkOf(event) {
    /** @type {HTMLAnchorElement | null} */
    const link = targetOf(event)?.closest?.("a[href]") ?? null;
    return link && this.#termOf(link) ? link : null;
  }

  /** Whether this glossary is the one to answer. @param {any} event */
  #take(event) {
    event[TAKEN] ??= this.#id;
    return event[TAKEN] === this.#id;
  }

  /** @param {HTMLAnchorElement} link */
  #show(link) {
    clearTimeout(this.#timer);
    const term = this.#termOf(link);
    if (!term || (link === this.#word && !this.element.hidden)) return;
    this.#hide();
    const { name, meaning, also } = this.#parts;
    this.#word = link;
    name.textContent = term.name;
    meaning.textContent = term.definition;
    also.textContent = term.also;
    this.element.hidden = false;
    link.setAttribute("aria-describedby", this.#id);
    link.setAttribute(NO_SHORTCUTS, "true"); // else Enter would open Lab's editor
    this.#put();
  }

  /** Put the box beside its word, wherever the page has been scrolled to; away with the word, away
   * with the box. */
  #put() {
    if (!this.#word) return;
    const box = this.#word.getClientRects()[0];
    if (!box || box.bottom < 0 || box.top > innerHeight) return this.#hide();
    const size = this.element.getBoundingClientRect();
    const { left, top } = beside(box, size, { width: innerWidth, height: innerHeight });
    this.element.style.left = `${left}px`;
    this.element.style.top = `${top}px`;
  }

  #hide() {
    clearTimeout(this.#timer);
    this.#word?.removeAttribute("aria-describedby");
    this.#word = null;
    this.#isPinned = false;
    this.#parts.close.hidden = true;
    this.element.hidden = true;
  }

  /** Close the box and put the keyboard on its word, which does not open it again.
   * @param {HTMLAnchorElement | null} word */
  #leaveTo(word) {
    this.#hide();
    word?.focus();
    this.#hide();
  }

  #isInside(/** @type {Event} */ event) {
    return this.element.contains(targetOf(event));
  }

  /** @param {Event} event */
  #enter(event) {
    const link = this.#linkOf(event);
    const isFocus = event.type === "focusin";
    if (link && this.#take(event)) {
      if (!this.#isPinned || isFocus) this.#show(link);
    } else if (this.#isInside(event)) clearTimeout(this.#timer);
    else if (this.#word && isFocus) this.#hide();
  }

  /** @param {Event} event */
  #leave(event) {
    const isOurs = this.#linkOf(event) === this.#word || this.#isInside(event);
    if (!this.#word || !isOurs || document.activeElement === this.#word) return;
    clearTimeout(this.#timer);
    if (!this.#isPinned) this.#timer = setTimeout(() => this.#hide(), PATIENCE);
  }

  /** @param {Event} event */
  #press(event) {
    const link = this.#linkOf(event);
    if (link) this.#pin(event, link);
    else if (this.#word && !this.#isInside(event)) this.#hide();
  }

  /** A word's link leads nowhere: the page stays where it is.
   * @param {Event} event @param {HTMLAnchorElement} link */
  #pin(event, link) {
    event.preventDefault();
    event.stopPropagation();
    if (!this.#take(event)) return;
    this.#show(link);
    this.#isPinned = true;
    this.#parts.close.hidden = false;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === "Enter" && this.#linkOf(event)) return this.#press(event);
    if (event.key !== "Escape" || !this.#word) return;
    event.stopPropagation();
    event.preventDefault();
    if (this.element.contains(document.activeElement)) this.#leaveTo(this.#word);
    else this.#hide();
  }
}
