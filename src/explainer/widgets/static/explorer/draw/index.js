// @ts-check
// The picture as SVG: bands, lines, nodes, signs. Drawn once; a change of state changes classes and
// signs.

import { colour, svg } from "../../shared/svg.js";
import { byPair, saidBy, standings } from "../selection.js";
import { drawBands, drawBundles, drawLegend, drawSilence } from "./ground.js";
import { drawNode } from "./nodes.js";
import { Pills } from "./pills.js";
import { SIGNED } from "./said.js";
import { drawStamp } from "./stamps.js";

/** @import { Form, Picture, Shown, State } from "../../shared/types.js" */

const MOST_NODES = 1500; // above this, only what stands out is drawn

/** One form of the picture. Nodes and lines are made when first needed; in a small system that is
 * at once. */
export class Drawing {
  #picture;
  #lines = svg("g", { class: "lines", "aria-hidden": "true" });
  #nodes = svg("g", { class: "nodes" });
  #stamps = svg("g", { class: "stamps", "aria-hidden": "true" });
  #pills;
  /** @type {ReturnType<typeof drawNode>[]} */
  #made = [];
  /** @type {(SVGPathElement & {pair: number})[]} */
  #drawn = [];
  /** @type {Set<Element>} */
  #lit = new Set();
  /** @type {Element | undefined} */
  #pressed;

  /** @param {Picture} picture @param {string} formName */
  constructor(picture, formName) {
    this.#picture = picture;
    this.formName = formName;
    /** @type {Form} */
    this.form = picture.forms[formName];
    this.isSmall = picture.nodes.length <= MOST_NODES;
    this.#pills = new Pills(picture, this.form, formName === "wide");
    this.root = this.#draw();
  }

  #draw() {
    const { form } = this;
    const picture = this.#picture;
    const [width, height] = form.size;
    if (this.isSmall) {
      for (let n = 0; n < picture.nodes.length; n++) this.node(n);
      for (let p = 0; p < picture.pairs.length; p++) this.#line(p);
    }
    return svg(
      "svg",
      {
        viewBox: `-6 -2 ${width + 10} ${height + 4}`,
        role: "group",
        "aria-label": picture.words.picture,
        class: this.formName,
      },
      drawBands(picture, form),
      drawLegend(picture, form),
      drawBundles(form),
      this.#lines,
      this.#nodes,
      this.#stamps,
      drawSilence(picture, form),
      this.#pills.element,
    );
  }

  /** Whether a node has been drawn. @param {number} place */
  isThere = (place) => Boolean(this.#made[place]);

  /** A node, drawn at the latest now. @param {number} place */
  node(place) {
    if (!this.#made[place]) {
      this.#made[place] = drawNode(this.#picture, place, this.form.boxes[place]);
      this.#nodes.append(this.#made[place]);
    }
    return this.#made[place];
  }

  /** @param {number} pair */
  #line(pair) {
    if (!this.#drawn[pair]) {
      const [start, , kind, voice] = this.#picture.pairs[pair];
      const looks = `${kind.replace(" ", "-")} ${voice} from-${this.#picture.nodes[start][2]}`;
      const path = svg("path", { d: this.form.lines[pair], class: looks });
      this.#drawn[pair] = Object.assign(path, { pair });
      this.#lines.append(path);
    }
    return this.#drawn[pair];
  }

  /** Bring forward what a state shows. @param {State} state @param {Shown} shown */
  update(state, shown) {
    const { dataset } = this.root;
    dataset.mode = shown.isOverview ? "overview" : "chosen";
    dataset.lens = state.lens;
    const isTooLarge = !this.isSmall && shown.isOverview;
    const groups = byPair(this.#picture, isTooLarge ? [] : shown.rows);
    this.#light(groups, shown);
    this.#press(state.focus);
    this.#pills.update(state, groups);
    const stamps = [...standings(this.#picture, state)].filter(([n]) => this.isThere(n));
    this.#stamps.replaceChildren(
      ...stamps.map(([n, told]) => drawStamp(this.#picture, n, this.form.boxes[n], told)),
    );
  }

  /** @param {Map<number, number[]>} groups of rows, by pair @param {Shown} shown */
  #light(groups, shown) {
    const next = new Set();
    for (const [pair, rows] of groups) {
      const path = this.#line(pair);
      path.style.stroke = shown.isOverview ? "" : this.#colour(pair, rows);
      next.add(path);
    }
    for (const n of shown.nodes.slice(0, this.isSmall ? undefined : MOST_NODES))
      next.add(this.node(n));
    this.#change(next);
  }

  /** Touch only what is lit anew, or no more. @param {Set<Element>} next */
  #change(next) {
    for (const element of this.#lit) if (!next.has(element)) element.classList.remove("lit");
    for (const element of next) if (!this.#lit.has(element)) element.classList.add("lit");
    this.#lit = next;
  }

  /** A line has the colour of what it says, if that is one thing. @param {number} pair
   * @param {number[]} rows */
  #colour(pair, rows) {
    const [, , kind, voice] = this.#picture.pairs[pair];
    const [[table, look], ...others] = saidBy(this.#picture, rows);
    const isPlain = voice === "article" || others.length || !SIGNED.includes(kind);
    return isPlain ? "" : colour(table, look);
  }

  /** @param {string} focus */
  #press(focus) {
    this.#pressed?.setAttribute("aria-pressed", "false");
    this.#pressed = focus ? this.node(this.#picture.place.get(focus)) : undefined;
    this.#pressed?.setAttribute("aria-pressed", "true");
  }
}
