// @ts-check
// The picture in its place: drawn for the room there is, walked with arrow keys, chosen from.

import { nodeChosen, pairChosen, standingChosen } from "./choice.js";
import { nearestBox } from "./draw/boxes.js";
import { Drawing } from "./draw/index.js";
import { isPress, taken, wayOf } from "./keys.js";

/** @import { Picture, Shown, State } from "../shared/types.js" */
/** @typedef {{place: number, pair?: number} & Element} Mark an element of the picture that stands
 *   for something */

// pixels; below this the words of the wide form would be too small, and the stacked form is drawn
const NARROW = 860;

/** @param {Event} event @param {string} selector @returns {Mark | null} */
const markOf = (event, selector) => /** @type {Element} */ (event.target).closest(selector);

export class Stage {
  #stage;
  #picture;
  #session;
  #walking = 0;

  /** @param {HTMLElement} stage in the page, so that its room is known
   * @param {Picture} picture
   * @param {{state: State, set: (part: Partial<State>) => void}} session */
  constructor(stage, picture, session) {
    this.#stage = stage;
    this.#picture = picture;
    this.#session = session;
    this.drawing = this.#draw();
    stage.addEventListener("click", (event) => this.#click(event));
    stage.addEventListener("focusin", (event) => this.#meet(event));
    stage.addEventListener("keydown", (event) => this.#press(event));
  }

  /** The form that there is room for. */
  get #formName() {
    const room = this.#stage.clientWidth;
    return room && room < NARROW ? "narrow" : "wide";
  }

  /** @returns {Drawing} */
  #draw() {
    this.drawing = new Drawing(this.#picture, this.#formName);
    this.#stage.replaceChildren(this.drawing.root);
    if (this.#picture.nodes.length) this.#stand(this.#walking);
    return this.drawing;
  }

  /** Draw another form, if the room has changed so. @returns {boolean} whether it has */
  fit() {
    if (this.drawing.formName === this.#formName) return false;
    this.#draw();
    return true;
  }

  /** @param {State} state @param {Shown} shown */
  update(state, shown) {
    this.drawing.update(state, shown);
    if (!state.focus || this.#stage.contains(document.activeElement)) return;
    this.#stand(this.#picture.place.get(state.focus));
    if (this.drawing.formName === "narrow") this.#bringIntoSight();
  }

  /** Too many nodes to draw at once, so that only what stands out is drawn. @param {Shown} shown */
  isTooLarge = (shown) => !this.drawing.isSmall && shown.isOverview;

  /** On a phone the picture scrolls in its own frame. */
  #bringIntoSight() {
    const frame = this.#stage.getBoundingClientRect();
    const box = this.drawing.node(this.#walking).getBoundingClientRect();
    this.#stage.scrollTop += box.top - frame.top - frame.height / 2;
  }

  /** The keyboard enters the picture at one node. @param {number} place */
  #stand(place) {
    const { drawing } = this;
    if (drawing.isThere(this.#walking)) drawing.node(this.#walking).setAttribute("tabindex", "-1");
    this.#walking = place;
    drawing.node(place).setAttribute("tabindex", "0");
  }

  /** @param {number} place @param {boolean} isBeside */
  #choose(place, isBeside) {
    this.#session.set(nodeChosen(this.#session.state, this.#picture.nodes[place][0], isBeside));
  }

  /** @param {number} pair */
  #choosePair(pair) {
    const [start, end] = this.#picture.pairs[pair];
    const { nodes } = this.#picture;
    this.#session.set(pairChosen(this.#session.state, nodes[start][0], nodes[end][0]));
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const joined = markOf(event, ".pill") ?? markOf(event, ".lines path");
    if (joined?.pair !== undefined) return this.#choosePair(joined.pair);
    if (joined) return this.#choose(joined.place, true);
    const stamp = markOf(event, ".stamps > g");
    if (stamp) return this.#open(stamp.place);
    const node = markOf(event, ".node");
    if (node) return this.#clickNode(node.place, event.shiftKey);
    if (this.#session.state.focus) this.#session.set({ focus: "", also: [] });
  }

  /** @param {number} place @param {boolean} isBeside */
  #clickNode(place, isBeside) {
    this.#stand(place);
    this.drawing.node(place).focus();
    this.#choose(place, isBeside);
  }

  /** @param {number} place of what a stamp speaks of */
  #open(place) {
    this.#session.set(standingChosen(this.#picture, this.#session.state, place));
  }

  /** @param {FocusEvent} event */
  #meet(event) {
    const node = markOf(event, ".node");
    if (node) this.#stand(node.place);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const way = wayOf(event.key);
    if (way) {
      const { form, isThere } = this.drawing;
      this.#stand(nearestBox(form.boxes, this.#walking, ...way, isThere));
      this.drawing.node(this.#walking).focus();
    } else if (isPress(event.key)) this.#choose(this.#walking, event.shiftKey);
    else return;
    taken(event);
  }
}
