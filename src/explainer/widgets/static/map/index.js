// @ts-check
// Build the map: the reader draws by lists or by pointing, then two maps are laid over it. What is
// laid over comes packed, and nothing of it is made before the reader asks for it.

import { EDGES, edges, MAP } from "../casebook/book.js";
import { fill } from "../quiz/answers.js";
import { button, folded, followTheme, html } from "../shared/dom.js";
import { drawLines } from "../shared/lines.js";
import { contentOf } from "../shared/parcel.js";
import { heed, store, stored } from "../shared/storage.js";
import { list } from "../shared/svg.js";
import { unpack } from "../shared/unpack.js";
import { picture } from "./drawing.js";

/** @import { Context, Model } from "../shared/types.js" */
/** @import { Line } from "../shared/lines.js" */
/** @import { Edge } from "../casebook/book.js" */
/** @import { Counts, Form } from "./drawing.js" */
/** @typedef {{words: Record<string, string>, signs: Record<string, string>,
 *   says: [string, string][], from: [string, string][], to: [string, string][],
 *   picture: Form}} Data
 * @typedef {{from: string, to: string, counts: Counts, told: string,
 *   replies: Record<string, string>}} Pair
 * @typedef {{pairs: Pair[], fans: Form[], dangers: Line[], article: {words: string, fans: Form[],
 *   told: Line[], lines: [string, string, Counts][]}}} Answer */

const LAID = `${MAP}.laid`;

/** The name of a word among choices. @param {[string, string][]} choices @param {string} word */
const nameIn = (choices, word) => choices.find(([one]) => one === word)?.[1] ?? word;

class View {
  #model;
  /** @type {Data} */
  #data;
  /** @type {Answer | undefined} */
  #answer;
  /** @type {Record<string, string>} */
  #chosen = { from: "", says: "", to: "" };
  #said = html("p", { class: "said", role: "status", "aria-live": "polite" });
  #box = html("div");

  /** @param {Model} model */
  constructor(model) {
    this.#model = model;
    this.#data = model.get("data");
    const { title } = this.#data.words;
    this.root = html(
      "section",
      { class: "explainer-map", "aria-label": title },
      this.#box,
      this.#said,
    );
    this.end = heed(() => void this.show());
  }

  /** The lines that are kept, of those that can be drawn here. @returns {Edge[]} */
  get #edges() {
    const { from, to, says } = this.#data;
    const has = (/** @type {[string, string][]} */ all, /** @type {string} */ one) =>
      all.some(([id]) => id === one);
    return edges(stored(MAP)).filter(([a, b, c]) => has(from, a) && has(says, b) && has(to, c));
  }

  /** Draw what is kept; the keyboard stays where it was. @param {string} [key] */
  async show(key = "") {
    const isLaid = Boolean(stored(LAID)) && this.#edges.length > 0;
    if (isLaid) this.#answer ??= await contentOf(this.#model, "late").then(unpack);
    const { words } = this.#data;
    const held = /** @type {HTMLElement | null} */ (document.activeElement);
    const at = key || (this.root.contains(held) ? (held?.dataset.key ?? "") : "");
    this.#box.replaceChildren(
      html("h3", {}, words.title),
      html("p", {}, words.intro),
      html("p", { class: "hint" }, words.kept),
      ...(isLaid ? this.#laid() : this.#drawing()),
    );
    if (at)
      /** @type {HTMLElement | null} */ (this.root.querySelector(`[data-key="${at}"]`))?.focus();
  }

  /** Before anything is laid over it: the picture, the lists, the lines. */
  #drawing() {
    const { words, from, to, says } = this.#data;
    const blank = /** @type {[string, string]} */ (["", words.choose]);
    const choose = (/** @type {string} */ part) => (/** @type {string} */ word) => {
      this.#chosen[part] = word;
      void this.show(`list ${words[part]}`);
    };
    const lists = /** @type {const} */ ([
      ["from", from],
      ["says", says],
      ["to", to],
    ]).map(([part, all]) => list(words[part], [blank, ...all], this.#chosen[part], choose(part)));
    const add = button(words.add, () => this.#add(), { class: "main", "data-key": "add" });
    const lay = button(words.lay, () => this.#lay(), {
      class: "main",
      disabled: this.#edges.length === 0,
      "data-key": "lay",
    });
    return [
      html(
        "div",
        { class: "desk" },
        this.#own(),
        html("div", { class: "lists" }, ...lists, add, this.#list()),
      ),
      lay,
    ];
  }

  #lay() {
    this.#said.textContent = "";
    store(LAID, { isLaid: true });
  }

  /** The reader's own picture, at whose boxes one can point. */
  #own() {
    const { words, signs, picture: form } = this.#data;
    const picked = [this.#chosen.from, this.#chosen.to];
    const pick = (/** @type {string} */ id, /** @type {"from" | "to"} */ side) => {
      this.#chosen[side] = this.#chosen[side] === id ? "" : id;
      const isPair = this.#chosen.from && this.#chosen.to;
      void this.show(isPair ? `list ${words.says}` : `${side} ${id}`);
    };
    return picture(
      form,
      { yours: this.#yours, counts: new Map(), signs, picked, pick },
      words.picture,
    );
  }

  get #yours() {
    return new Map(this.#edges.map(([from, says, to]) => [`${from}>${to}`, says]));
  }

  #add() {
    const { words } = this.#data;
    const { from, says, to } = this.#chosen;
    const missing = ["from", "says", "to"].find((part) => !this.#chosen[part]);
    if (missing) {
      this.#said.textContent = `${words[missing]}: ${words.choose}`;
      void this.show(`list ${words[missing]}`);
      return;
    }
    const others = this.#edges.filter(([a, , b]) => a !== from || b !== to);
    if (others.length >= EDGES) {
      this.#said.textContent = words.full;
      return;
    }
    this.#chosen = { from: "", says: "", to: "" };
    store(MAP, [...others, [from, says, to]]);
    this.#said.textContent = this.#told([from, says, to]);
  }

  /** A line in words. @param {Edge} edge */
  #told([start, said, end]) {
    const { from, to, says } = this.#data;
    return `${nameIn(from, start)} → ${nameIn(to, end)}: ${nameIn(says, said)}`;
  }

  #list() {
    const { words } = this.#data;
    const all = this.#edges;
    if (!all.length) return html("p", { class: "hint" }, words.empty);
    const drop = (/** @type {number} */ place) => {
      store(MAP, all.length > 1 ? all.filter((_, i) => i !== place) : null);
      void this.show("add");
    };
    const items = all.map((edge, i) => {
      const away = button(words.drop, () => drop(i), { "data-key": `drop ${i}` });
      away.setAttribute("aria-label", `${words.drop}: ${this.#told(edge)}`);
      return html("li", {}, html("span", {}, this.#told(edge)), away);
    });
    const counted = html("p", { class: "hint" }, fill(words.line, { n: all.length }));
    return html("div", {}, counted, html("ul", { class: "own" }, ...items));
  }

  /** What sources and article have, over what was drawn. */
  #laid() {
    const { words } = this.#data;
    const { pairs, fans, article, dangers } = /** @type {Answer} */ (this.#answer);
    const yours = this.#yours;
    const counts = new Map(pairs.map((pair) => [`${pair.from}>${pair.to}`, pair.counts]));
    const said = new Map(article.lines.map(([from, to, all]) => [`${from}>${to}`, all]));
    const drawn = pairs.filter(({ from, to }) => yours.has(`${from}>${to}`));
    const others = pairs.filter(({ from, to }) => !yours.has(`${from}>${to}`));
    const found = others.filter((pair) => pair.counts.length);
    const none = others.filter((pair) => !pair.counts.length);
    const anew = () => {
      this.#said.textContent = "";
      store(LAID, null);
      store(MAP, null);
      void this.show("add");
    };
    return [
      html("h4", {}, words.yours),
      html("ul", { class: "found" }, ...drawn.map((pair) => this.#pair(pair, yours))),
      ...(dangers.length ? [drawLines(dangers, { class: "hazards" })] : []),
      html("h4", {}, words.sources),
      html("p", { class: "hint" }, words.key),
      this.#fans(fans, yours, counts, words.sources),
      folded(fill(words.undrawn, { n: found.length }), this.#pairs(found)),
      folded(fill(words.unlooked, { n: none.length }), this.#pairs(none)),
      html("h4", {}, words.article),
      html("p", {}, article.words),
      html("div", { class: "paper" }, this.#fans(article.fans, new Map(), said, words.article)),
      folded(words.claims, drawLines(article.told)),
      button(words.anew, anew, { "data-key": "anew" }),
    ];
  }

  /** One picture for each end, so that no count stands on another.
   * @param {Form[]} forms @param {Map<string, string>} yours @param {Map<string, Counts>} counts
   * @param {string} label */
  #fans(forms, yours, counts, label) {
    const { signs } = this.#data;
    const drawn = { yours, counts, signs };
    const all = forms.map((form) => picture(form, drawn, `${label}: ${form.to[0][4].join(" ")}`));
    return html("div", { class: "fans" }, ...all);
  }

  /** @param {Pair} pair @param {Map<string, string>} yours */
  #pair({ from, to, told, replies }, yours) {
    const says = yours.get(`${from}>${to}`) ?? "";
    const own = html("b", {}, this.#told([from, says, to]));
    return html(
      "li",
      {},
      own,
      html("span", {}, told),
      html("span", { class: "reply" }, replies[says] ?? ""),
    );
  }

  /** @param {Pair[]} pairs */
  #pairs(pairs) {
    const { from, to } = this.#data;
    const items = pairs.map((pair) =>
      html(
        "li",
        {},
        html("b", {}, `${nameIn(from, pair.from)} → ${nameIn(to, pair.to)}`),
        html("span", {}, pair.told),
      ),
    );
    return html("ul", { class: "found" }, ...items);
  }
}

/** @param {Context} context */
async function render({ model, el }) {
  const view = new View(model);
  const unfollow = followTheme(view.root);
  el.append(view.root);
  await view.show();
  return () => {
    unfollow();
    view.end();
  };
}

export default { render };
