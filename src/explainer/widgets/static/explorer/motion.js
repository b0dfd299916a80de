// @ts-check
// Motion with a meaning: the same mark goes to its new place, the camera goes with what all marks
// do together, what is not meant leaves. The picture itself is the still one from the first moment;
// what moves is laid over it by the browser alone, and may be cut off at any time.

import { svg } from "../shared/svg.js";

/** @typedef {{x: number, y: number, scale: number}} Spot where something stands, and how large */
/** @typedef {{a: number, e: number, f: number}} Lens how units become pixels of the window */
/** @typedef {Map<number, SVGElement>} Marks by finding */
/** @typedef {Map<number, Spot>} Spots by finding */
/** What a change leaves: parts that were taken away, and new ones that come in after the marks.
 * What lies under the marks is there at once: to fade all of it takes longer than a frame.
 * @typedef {{left: Element[], over: Element[]}} Parts */

/** What whoever needs the still picture sends to it. */
export const STILL = "still";

const LONG = 300; // milliseconds
const FLIGHT = { duration: LONG, easing: "ease-in-out" };
const LEAVE = { duration: LONG / 2, easing: "ease-out" };
const ENTER = { duration: LONG / 2, delay: LONG / 2 };
const NAMES = ["role", "tabindex", "aria-label", "data-id", "data-finding"];

/** Nobody would see it move, or somebody would rather not. */
const isStill = () => document.hidden || matchMedia("(prefers-reduced-motion: reduce)").matches;

/** @param {number[]} all */
const mean = (all) => all.reduce((sum, one) => sum + one, 0) / all.length;

/** The camera: how all marks together move. It does not zoom: letters would be drawn anew at each
 * size, which takes longer than a frame.
 * @param {[from: Spot, to: Spot][]} pairs @returns {[x: number, y: number]} */
export function cameraOf(pairs) {
  if (!pairs.length) return [0, 0];
  const far = pairs.map(([from, to]) => [to.x - from.x, to.y - from.y]);
  return [mean(far.map(([x]) => x)), mean(far.map(([, y]) => y))];
}

/** @param {Spot} spot */
const transformOf = ({ x, y, scale }) => `translate(${x}px, ${y}px) scale(${scale})`;

/** Units as pixels of the window. @param {Spot} spot @param {Lens} lens @returns {Spot} */
export const inWindow = ({ x, y, scale }, { a, e, f }) => ({
  x: x * a + e,
  y: y * a + f,
  scale: scale * a,
});

/** Pixels of the window as units. @param {Spot} spot @param {Lens} lens @returns {Spot} */
export const inUnits = ({ x, y, scale }, { a, e, f }) => ({
  x: (x - e) / a,
  y: (y - f) / a,
  scale: scale / a,
});

/** Whether it would be seen that something goes there. @param {Spot} from @param {Spot} to */
const isFar = (from, to) =>
  Math.hypot(from.x - to.x, from.y - to.y) > 1 || Math.abs(from.scale - to.scale) > 0.01;

/** Parts that are to be seen and no more: nothing of them can be chosen, read out or found.
 * @param {string} name @param {string} transform @param {Element[]} parts */
function shadow(name, transform, parts) {
  const inner = svg("g", { transform }, ...parts);
  for (const one of inner.querySelectorAll("[role=button]")) {
    for (const word of NAMES) one.removeAttribute(word);
    one.classList.replace("mark", "gone");
  }
  return svg("g", { class: name, "aria-hidden": "true" }, inner);
}

export class Motion {
  #root;
  /** @type {Animation[]} */
  #running = [];
  /** What is there as long as something moves. @type {SVGElement[]} */
  #shadows = [];
  /** Marks for which a shadow stands. @type {SVGElement[]} */
  #coming = [];
  /** What was seen before a change. @type {{spots: Spots, lens: Lens} | undefined} */
  #seen;
  /** The change that waits for the rest of the page. @type {(() => void) | undefined} */
  #waiting;

  /** @param {SVGSVGElement} root */
  constructor(root) {
    this.#root = root;
    root.addEventListener(STILL, () => this.end());
  }

  /** Whether the next change is to be seen as a movement. */
  get isOn() {
    return this.#seen !== undefined;
  }

  get #lens() {
    return this.#root.clientWidth ? this.#root.getScreenCTM() : null;
  }

  /** Keep what is seen, just before it changes; what is in flight is where it is.
   * @param {Marks} marks @param {Spots} spots of them, in units */
  look(marks, spots) {
    const isSeen = !this.#waiting; // of two changes at once, nobody has seen the first
    this.#seen = undefined;
    const lens = isSeen && !isStill() ? this.#lens : null;
    if (!lens) return;
    const isFlying = this.#running.some(({ playState }) => playState === "running");
    this.#seen = { spots: new Map(), lens };
    for (const [i, mark] of marks) {
      const spot = isFlying ? flying(mark) : spots.get(i);
      if (spot) this.#seen.spots.set(i, inWindow(spot, lens));
    }
  }

  /** All is where it belongs, at once. */
  end() {
    this.#waiting = undefined;
    for (const one of this.#running) one.cancel();
    for (const one of this.#shadows) one.remove();
    for (const one of this.#coming) one.classList.remove("coming");
    this.#running = [];
    this.#shadows = [];
    this.#coming = [];
    this.#seen = undefined;
  }

  /** Move from what was kept to what is drawn now, when the page has its new form.
   * @param {Marks} marks @param {Spots} spots @param {Parts} parts */
  go(marks, spots, parts) {
    const seen = this.#seen;
    this.end();
    if (!seen) return;
    const start = () => {
      if (this.#waiting !== start) return;
      this.#waiting = undefined;
      const lens = this.#lens;
      if (!lens) return;
      const from = new Map([...seen.spots].map(([i, spot]) => [i, inUnits(spot, lens)]));
      const { x, y } = inUnits({ x: seen.lens.e, y: seen.lens.f, scale: 1 }, lens);
      const place = `translate(${x} ${y}) scale(${seen.lens.a / lens.a})`;
      this.#start(marks, from, spots, parts, place);
    };
    this.#waiting = start;
    queueMicrotask(start); // after all that belongs to the change, and before it is painted
  }

  /** @param {Marks} marks @param {Spots} from @param {Spots} to @param {Parts} parts
   * @param {string} place of what was taken away, as it was seen */
  #start(marks, from, to, { left, over }, place) {
    /** @type {[Spot, Spot][]} */
    const pairs = [];
    for (const [i, mark] of marks) {
      const [start, end] = [from.get(i), /** @type {Spot} */ (to.get(i))];
      if (!start) this.#coming.push(mark);
      else if (pairs.push([start, end]) && isFar(start, end))
        this.#run(
          mark,
          [start, end].map((one) => ({ transform: transformOf(one) })),
          FLIGHT,
        );
    }
    const [x, y] = cameraOf(pairs);
    const away = { opacity: 0, transform: `translate(${x}px, ${y}px)` };
    // Below what is there now, and never as strong.
    const here = { opacity: 0.5, transform: "none" };
    if (left.length) this.#leave(shadow("leaving", place, left), [here, away]);
    if (this.#coming.length) this.#come();
    for (const one of over) this.#fade(one);
    this.#finish();
  }

  /** @param {SVGElement} left @param {Keyframe[]} frames */
  #leave(left, frames) {
    this.#root.prepend(left);
    this.#shadows.push(left);
    this.#run(left, frames, { ...LEAVE, fill: "forwards" });
  }

  /** New marks come in as one: each by itself would be a layer of its own for the browser. */
  #come() {
    const copies = this.#coming.map((mark) => /** @type {Element} */ (mark.cloneNode(true)));
    const come = shadow("come", "", copies);
    for (const mark of this.#coming) mark.classList.add("coming");
    this.#root.append(come);
    this.#shadows.push(come);
    this.#fade(come);
  }

  /** @param {Element} element that was not there */
  #fade(element) {
    this.#run(element, [{ opacity: 0 }, { opacity: 1 }], { ...ENTER, fill: "backwards" });
  }

  /** @param {Element} element @param {Keyframe[]} frames
   * @param {KeyframeAnimationOptions} timing */
  #run(element, frames, timing) {
    this.#running.push(element.animate(frames, timing));
  }

  /** Nothing of it stays. */
  #finish() {
    const running = this.#running;
    const end = () => running === this.#running && this.end();
    Promise.all(running.map((one) => one.finished)).then(end, () => {});
  }
}

/** Where a mark in flight is. @param {SVGElement} mark @returns {Spot} */
function flying(mark) {
  const { a, e, f } = new DOMMatrix(getComputedStyle(mark).transform);
  return { x: e, y: f, scale: a };
}
