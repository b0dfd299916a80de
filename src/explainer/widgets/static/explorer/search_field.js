// @ts-check
// A field that finds a node by any of its names, with suggestions that arrow keys walk.

import { html, labelled, unique } from "../shared/dom.js";
import { taken } from "./keys.js";
import { suggestions } from "./search.js";
import { nameOf } from "./sentence.js";

/** @import { Picture } from "../shared/types.js" */

/** The suggestion that an arrow leads to; none leads nowhere.
 * @param {string} key @param {number} at @param {number} count */
export function suggestionAfter(key, at, count) {
  if (!count) return at;
  return (at + (key === "ArrowDown" ? 1 : count - 1)) % count;
}

/** @param {string} id @param {Picture} picture */
const fieldOf = (id, { words }) =>
  html("input", {
    id: `${id}-field`,
    type: "text",
    role: "combobox",
    "aria-expanded": "false",
    "aria-controls": id,
    "aria-autocomplete": "list",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: words.search_hint,
  });

class SearchField {
  /** @type {{node: number, name: string}[]} */
  #found = [];
  #at = -1;
  #id = unique();
  #picture;
  #choose;
  #box;

  /** @param {Picture} picture @param {(id: string) => void} choose */
  constructor(picture, choose) {
    const { words } = picture;
    const looks = { id: this.#id, role: "listbox", "aria-label": words.search, hidden: true };
    this.#picture = picture;
    this.#choose = choose;
    this.#box = html("ul", looks);
    this.field = fieldOf(this.#id, picture);
    this.field.addEventListener("input", () => this.#suggest());
    this.field.addEventListener("blur", () => this.#close());
    this.field.addEventListener("keydown", (event) => this.#press(event));
    // The list stands beside the label, not in it: else its words would be the field's name.
    this.element = labelled(words.search, this.field, { class: "search" });
    this.element.append(this.#box);
  }

  #close() {
    this.#box.hidden = true;
    this.#at = -1;
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
  }

  #mark() {
    for (const [i, item] of [...this.#box.children].entries())
      item.setAttribute("aria-selected", String(i === this.#at));
    if (this.#at < 0) return this.field.removeAttribute("aria-activedescendant");
    this.field.setAttribute("aria-activedescendant", `${this.#id}-${this.#at}`);
  }

  #take(/** @type {number} */ i) {
    const { node } = this.#found[i];
    this.field.value = "";
    this.#close();
    this.#choose(this.#picture.nodes[node][0]);
  }

  #suggest() {
    const typed = this.field.value;
    this.#found = suggestions(this.#picture, typed);
    this.#at = this.#found.length ? 0 : -1;
    const items = this.#found.map((_, i) => this.#item(i));
    this.#box.replaceChildren(...(items.length || !typed.trim() ? items : [this.#nothing(typed)]));
    this.#box.hidden = !this.#box.children.length;
    this.field.setAttribute("aria-expanded", String(!this.#box.hidden));
    this.#mark();
  }

  #nothing(/** @type {string} */ typed) {
    const words = this.#picture.words.not_found.replace("{typed}", typed.trim());
    return html("li", { role: "option", "aria-disabled": "true" }, words);
  }

  /** A suggestion, with the name that was met where that is another. @param {number} i */
  #item(i) {
    const { node, name } = this.#found[i];
    const item = this.#picture.nodes[node];
    const full = nameOf(item);
    const met = name === full || name === item[0] ? "" : `${name} · `;
    const small = html("small", {}, ` ${met}${this.#picture.looks.kind[item[2]][0]}`);
    const press = (/** @type {Event} */ event) => {
      event.preventDefault();
      this.#take(i);
    };
    const looks = { id: `${this.#id}-${i}`, role: "option", onpointerdown: press };
    return html("li", looks, full, small);
  }

  #walk(/** @type {string} */ key) {
    if (this.#box.hidden) this.#suggest();
    else this.#at = suggestionAfter(key, this.#at, this.#found.length);
    this.#mark();
    this.#box.children[this.#at]?.scrollIntoView({ block: "nearest" });
  }

  #press(/** @type {KeyboardEvent} */ event) {
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") this.#walk(key);
    else if (key === "Enter" && this.#at >= 0) this.#take(this.#at);
    else if (key === "Escape" && !this.#box.hidden) this.#close();
    else return;
    taken(event);
  }
}

/** @param {Picture} picture @param {(id: string) => void} choose */
export function searchField(picture, choose) {
  const { field, element } = new SearchField(picture, choose);
  return { field, element };
}
