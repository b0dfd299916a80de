// @ts-check
// The picture of findings in its place: it takes the frame for the room there is, is walked with
// arrow keys, chosen from.

import { areAllOpen, opened, VIEW } from "../odds/odds.js";
import { oddsSign, told } from "../odds/sign.js";
import { freshGuesses } from "../panels/predict.js";
import { Placing } from "../placement/index.js";
import { sightOf } from "../placement/sight.js";
import { html } from "../shared/dom.js";
import { nodeChosen } from "./choice.js";
import { nearestMark } from "./draw/boxes.js";
import { keysOf } from "./frames.js";
import { isPress, taken, wayOf } from "./keys.js";
import { linesOf } from "./selection.js";
import { nameOf } from "./sentence.js";
import { Painter } from "./sockets.js";

/** @import { Mark } from "../shared/sockets.js" */
/** @import { Act, Picture, Shown, State } from "../shared/types.js" */

// The frame of the first view that tells nothing.
const SEALED = { key: "?", headline: "", isLit: () => true };
const LONG = 80; // letters of a headline; what is longer is set smaller

/** Whether a finding is told of another, and was made with what is looked at.
 * @param {Mark} finding @param {State} state */
const isBorrowed = ({ through = [], domain }, { focus, also }) =>
  through.includes(focus) && (!also.length || also.includes(domain));

export class SocketStage {
  #place;
  #picture;
  #session;
  #headline = html("h3", { class: "headline" });
  #numbers = html("p", { class: "numbers" });
  /** @type {SVGElement | undefined} */
  #walking;
  #width = 0;
  /** Widths that were measured, by the room and what shares it: to ask costs a layout.
   * @type {Map<string, number>} */
  #widths = new Map();
  #key = html("ul", { class: "key" });
  #list = html("div", { class: "members" });
  #placing;
  /** What is opened side by side, for whoever does not see the arcs. */
  #spoken = html("p", { class: "odds-told", role: "status", "aria-live": "polite" });

  /** @param {HTMLElement} place @param {Picture} picture
   * @param {{state: State, set: (part: Partial<State>) => void}} session
   * @param {HTMLElement} head where the answer stands @param {Act} act */
  constructor(place, picture, session, head, act) {
    this.#place = place;
    this.#picture = picture;
    this.#session = session;
    this.drawing = new Painter(picture.sockets, picture.words.name, picture.words.silent);
    const spoken = html("div", { role: "status", "aria-live": "polite" }, this.#headline);
    head.append(spoken, this.#numbers);
    const guesses = act.memory("predict", freshGuesses());
    this.#placing = new Placing(picture, session, this.drawing, guesses, act);
    place.append(this.#key, this.#list, this.#spoken, this.drawing.root, this.#placing.spoken);
    this.drawing.root.addEventListener("click", (/** @type {MouseEvent} */ event) =>
      this.#click(event),
    );
    // Not heard by the picture itself: Chromium takes an svg that hears of the keyboard for a thing
    // to stop at.
    place.addEventListener("focusin", (/** @type {FocusEvent} */ event) =>
      this.#stand(/** @type {Element} */ (event.target)),
    );
    this.drawing.root.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) =>
      this.#press(event),
    );
  }

  /** What a chip opens into: names to choose from, above the picture. @param {string} view */
  #fillList(view) {
    const [title, members] = this.#picture.sockets.lists[view] ?? ["", []];
    const names = members.map((/** @type {number} */ at) => {
      const node = this.#picture.nodes[at];
      const choose = () => this.#session.set(nodeChosen(this.#session.state, node[0], false));
      return html("li", {}, html("button", { type: "button", onclick: choose }, nameOf(node)));
    });
    this.#list.hidden = !names.length;
    this.#list.replaceChildren(html("h4", {}, title), html("ul", {}, ...names));
  }

  /** The signs, explained where they stand, with how many of each kind are in view.
   * @param {number[]} inView @param {boolean} isSealed a picture that shows nothing has no signs */
  #fillKey(inView, isSealed) {
    if (isSealed) return this.#key.replaceChildren();
    const { findings, key, absences, caution, lanes, rules } = this.#picture.sockets;
    // A picture without marks, such as the article alone, needs no key to them.
    this.#key.hidden = inView.length === 0 && this.#session.state.lens === "article";
    const whose = inView.map((i) => findings[i].who);
    const items = key.map(([level, who, word]) => {
      const number = whose.filter((one) => one === who).length;
      const count = number ? html("strong", {}, ` ${number}`) : "";
      const sign = this.drawing.sign(level, who || "people");
      return html("li", { class: who ? "whose" : "way" }, sign, html("span", {}, word, count));
    });
    const empty = absences
      .filter(([kind]) => this.drawing.isEmpty(kind))
      .map(([kind, sign, word]) =>
        html("li", {}, html("span", { class: `empty ${kind}` }, sign), word),
      );
    this.#key.replaceChildren(
      ...items,
      ...empty,
      ...oddsSign(this.#picture, this.#session.state, inView, () => this.#turnOdds()),
      html("li", {}, caution),
      html("li", { class: "lanes" }, lanes),
      html("li", { class: "rules" }, rules),
    );
  }

  /** Light all that is at odds and open it side by side, or close it. */
  #turnOdds() {
    const view = areAllOpen(this.#session.state) ? "" : VIEW;
    this.#session.set({ view, row: "", panel: "card" });
    this.#key.querySelector("button")?.focus({ preventScroll: true });
  }

  /** What stands above a view: the answer of the sources, or how far the article speaks of it.
   * @param {State} state @param {string} key @returns {[string, string]} */
  #answer(state, key) {
    const { article, headlines } = this.#picture.sockets;
    const found = headlines[key] ?? headlines[""];
    if (state.lens !== "article") return found;
    const at = this.#picture.place.get(state.focus || state.domain || state.receptor);
    return [article[at] ? `${this.#picture.words.article}: ${article[at]}.` : headlines[""][0], ""];
  }

  /** The answer that stands above the picture now. */
  get headline() {
    return this.#headline.textContent ?? "";
  }

  fit() {
    const width = this.#place.clientWidth;
    if (!width || width === this.#width) return false;
    this.#width = width;
    this.#widths.clear();
    this.#placing.cancel();
    return true;
  }

  isTooLarge = () => false;

  /** A step follows: what moves is to be seen moving. */
  look() {
    this.drawing.look();
  }

  /** Put one of the article's receptors somewhere, as with the hand.
   * @param {string} socket @param {string} target */
  put = (socket, target) => this.#placing.put(socket, target);

  /** @param {State} state @param {Shown} shown @returns {(finding: number) => boolean} */
  #litBy(state, shown) {
    const picture = this.#picture;
    const { findings } = picture.sockets;
    const lit = new Set(linesOf(picture, shown).map((line) => picture.lines[line][5]));
    const isAll = shown.isOverview || lit.size === 0;
    const isShown = (/** @type {Mark} */ one) => isAll || lit.has(one.id) || isBorrowed(one, state);
    const open = opened(picture, state);
    return (i) => (open?.lit.size ? open.lit.has(i) : isShown(findings[i]));
  }

  /** How wide the picture is; what was measured in the same room still holds, and if it does not,
   * whoever watches the room tells. @param {string} room */
  #measured(room) {
    const width = this.#widths.get(room) ?? this.#place.clientWidth;
    if (width) this.#widths.set(room, width);
    return width;
  }

  /** @param {State} state @param {Shown} shown @param {boolean} isSealed whether nothing that was
   *   found may be seen yet @param {string} room what the picture's width depends on */
  update(state, shown, isSealed, room) {
    const picture = this.#picture;
    const { findings } = picture.sockets;
    this.#width = this.#measured(room) || this.#width || 1180;
    const held = this.#held;
    this.#placing.cancel();
    const guessed = isSealed ? SEALED : sightOf(picture, state);
    const [key, said] = guessed ? [guessed.key, guessed.headline] : keysOf(picture, state);
    this.drawing.update({
      key,
      width: this.#width,
      lens: state.lens,
      isSealed,
      isIn: (/** @type {number} */ i) => !state.people || findings[i].who === "people",
      isLit: guessed?.isLit ?? this.#litBy(state, shown),
      pairs: (!isSealed && opened(picture, state)?.pairs) || [],
    });
    const [headline, numbers] = this.#placing.words(state, isSealed) ?? this.#answer(state, said);
    this.#headline.textContent = headline;
    this.#headline.classList.toggle("long", headline.length > LONG);
    this.#numbers.textContent = numbers;
    this.#spoken.textContent = isSealed ? "" : told(picture, state);
    this.#placing.draw(!key || isSealed);
    this.#fillList(state.view);
    this.#fillKey(this.drawing.inView, isSealed);
    this.#walk(held);
  }

  /** @returns {{element: Element, box: number[]}[]} what can be walked to, and where it stands */
  #targets() {
    return [...this.drawing.root.querySelectorAll("[role=button]")].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { element, box: [x, y, width, height] };
    });
  }

  /** What has the keyboard, if it is in the picture. */
  get #held() {
    const { activeElement } = document;
    return this.drawing.root.contains(activeElement) ? activeElement : null;
  }

  /** The keyboard enters the picture where it was left, else at its first thing; if what held it
   * was drawn anew, or is gone, it stays in the picture.
   * @param {Element | null} held */
  #walk(held) {
    const { root } = this.drawing;
    const all = /** @type {SVGElement[]} */ ([...root.querySelectorAll("[role=button]")]);
    const left = this.#walking;
    const id = left?.dataset.id;
    const there =
      all.find((one) => one === left) ??
      all.find(({ dataset }) => id && dataset.id === id) ??
      all[0];
    if (!there) return;
    this.#stand(there);
    if (held && !held.isConnected) there.focus({ preventScroll: true });
  }

  /** @param {Element} element */
  #stand(element) {
    const target = /** @type {SVGElement | null} */ (element.closest("[role=button]"));
    if (!target) return;
    this.#walking?.setAttribute("tabindex", "-1");
    this.#walking = target;
    target.setAttribute("tabindex", "0");
  }

  /** @param {Element | null} target @param {boolean} isBeside */
  #choose(target, isBeside) {
    const { finding, id } = /** @type {SVGElement} */ (target ?? this.drawing.root).dataset;
    if (finding !== undefined) this.#chooseFinding(Number(finding));
    else if (id) this.#chooseShape(id, isBeside);
    else if (this.#session.state.focus || this.#session.state.view)
      this.#session.set({ focus: "", also: [], view: "" });
  }

  /** @param {number} place */
  #chooseFinding(place) {
    const { id, agent, domain, through = [] } = this.#picture.sockets.findings[place];
    const { focus } = this.#session.state;
    const isChosen = this.#session.state.row === id;
    const chosen = {
      focus: through.includes(focus) ? focus : agent,
      also: [domain],
      row: id,
      panel: "card",
    };
    this.#session.set(isChosen ? { row: "" } : chosen);
  }

  /** @param {string} id of a node, of the article's ground, or of a list
   * @param {boolean} isBeside */
  #chooseShape(id, isBeside) {
    const { state } = this.#session;
    if (id === "article") this.#session.set({ lens: state.lens === id ? "both" : id });
    else if (this.#picture.place.has(id)) this.#session.set(nodeChosen(state, id, isBeside));
    else this.#session.set({ view: state.view === id ? "" : id });
  }

  /** @param {MouseEvent} event */
  #click(event) {
    this.#choose(/** @type {Element} */ (event.target).closest("[role=button]"), event.shiftKey);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const way = wayOf(event.key);
    const targets = this.#targets();
    const at = targets.findIndex(({ element }) => element === this.#walking);
    if (way && at >= 0) {
      const next = nearestMark(
        targets.map(({ box }) => box),
        at,
        ...way,
      );
      /** @type {SVGElement} */ (targets[next].element).focus();
    } else if (isPress(event.key)) this.#choose(this.#walking ?? null, event.shiftKey);
    else return;
    taken(event);
  }
}
