// @ts-check
// The picture painted as SVG: a frame's words, shapes and lines as they are, and one mark for each
// finding. A mark is one element for as long as it is in view: from one frame to the next it moves.

import { arcOf, onWay, wholePlaces } from "../odds/arcs.js";
import { enter } from "../placement/entrance.js";
import { svg } from "../shared/svg.js";
import { frameFor, placesOf } from "./frames.js";
import { Motion } from "./motion.js";

/** @import { Frame, Shape, Sockets } from "../shared/sockets.js" */
/** @typedef {{key: string, width: number, lens: string, isSealed: boolean,
 *   isIn: (finding: number) => boolean, isLit: (finding: number) => boolean,
 *   pairs: [one: number, other: number][]}} Sight what is looked at, which findings are let through
 *   and stand out, and which of them arcs join */

const BEHIND = ["paper", "band"]; // shapes that lie under lines
const MOST = 1.6; // times its width: larger, type would be out of measure
const LETTER = 0.64; // of the type's size, how wide a bold letter is as a rule
const CORNERS = /** @type {Record<string, number>} */ ({ band: 0, rule: 0, chip: 12 });

/** Outline of a receptor's box, pointed at both sides (explainer.drawing.marks).
 * @param {Shape} box */
export function hexagon({ x, y, w, h }) {
  const tip = Math.min(14, h * 0.4);
  const [middle, low, right] = [y + h / 2, y + h, x + w];
  const upper = `M${x},${middle}L${x + tip},${y}H${right - tip}L${right},${middle}`;
  return `${upper}L${right - tip},${low}H${x + tip}z`;
}

/** @param {Shape} shape @returns {SVGElement} */
function shapeOf(shape) {
  const { x, y, w, h, look, id, name } = shape;
  const [kind] = look.split(" ");
  const outline = /^(receptor|socket)$/.test(kind)
    ? svg("path", { d: hexagon(shape) })
    : svg("rect", { x, y, width: w, height: h, rx: CORNERS[kind] ?? 6 });
  const told = id
    ? { "data-id": id, role: "button", "aria-label": name, tabindex: "-1" }
    : { "aria-hidden": "true" };
  return svg("g", { class: `shape ${look}`, ...told }, outline);
}

/** All of a frame but its marks. @param {Frame} frame @returns {SVGElement[]} */
function groundOf({ shapes = [], strokes = [], words = [] }) {
  const isBehind = (/** @type {Shape} */ { look }) => BEHIND.includes(look);
  return [
    ...shapes.filter(isBehind).map(shapeOf),
    ...strokes.map(({ path, look, ends }) =>
      svg("path", { class: `stroke ${look}`, d: path, "data-ends": ends.join(" ") }),
    ),
    ...shapes.filter((shape) => !isBehind(shape)).map(shapeOf),
    ...words.map(({ x, y, text, size = 12, look = "", anchor = "start" }) =>
      svg("text", { x, y, "font-size": size, class: look, "text-anchor": anchor }, text),
    ),
  ];
}

export class Painter {
  #sockets;
  #ground = svg("g", { class: "ground" });
  #labels = svg("g", { class: "labels", "aria-hidden": "true" });
  #arcs = svg("g", { class: "arcs", "aria-hidden": "true" });
  #layer = svg("g", { class: "marks" });
  #silent = svg("text", { class: "silence", "text-anchor": "middle" });
  #silence;
  /** @type {Map<number, SVGElement>} */
  #marks = new Map();
  /** Marks that were taken away, to be put back. @type {Map<number, SVGElement>} */
  #kept = new Map();
  /** What was drawn of a frame, to be put back. @type {Map<Frame, Element[]>} */
  #drawn = new Map();
  /** Where each stands. @type {Map<number, {x: number, y: number, scale: number}>} */
  #spots = new Map();
  /** What the last change took away. @type {Element[]} */
  #left = [];
  #motion;
  /** @type {Frame | undefined} */
  frame;
  /** What is held over the picture. */
  front = svg("g", { class: "placement", "aria-hidden": "true" });
  /** @type {number[]} findings that are let through, counted ones among them */
  inView = [];

  /** @param {Sockets} sockets @param {string} name of the picture, to be spoken
   * @param {string} silence what the article says of the receptors that sources name */
  constructor(sockets, name, silence) {
    this.#sockets = sockets;
    this.#silence = silence;
    const parts = [this.#ground, this.#silent, this.#labels, this.#arcs, this.#layer, this.front];
    this.root = svg("svg", { class: "sockets", role: "group", "aria-label": name }, ...parts);
    this.#motion = new Motion(this.root);
  }

  /** Keep what is seen: the next change is to be a movement from there. */
  look() {
    this.#motion.look(this.#marks, this.#spots);
  }

  /** Nothing moves any more. */
  settle() {
    this.#motion.end();
    this.#left = [];
  }

  /** One sign in a line of words. @param {string} level @param {string} who */
  sign(level, who) {
    const path = svg("path", { d: this.#sockets.marks[level][who] });
    const box = { viewBox: "-8 -8 16 16", width: 16, height: 16, "aria-hidden": "true" };
    const mark = svg("g", { class: `mark ${level} ${who}` }, path);
    return svg("svg", { class: "sockets inline", ...box }, mark);
  }

  /** Whether a place is empty in this way. @param {string} kind */
  isEmpty = (kind) =>
    this.root.dataset.lens !== "article" &&
    Boolean(this.root.querySelector(`.shape.empty.${kind}`));

  /** @param {Sight} sight */
  update(sight) {
    const { frames } = this.#sockets;
    const frame = frameFor(frames[sight.key] ?? frames[""], sight.width);
    const isOther = frame !== this.frame;
    if (isOther) this.#set(frame);
    const { isSealed } = sight;
    this.root.setAttribute("data-lens", sight.lens);
    const before = this.root.classList.contains("sealed");
    this.root.classList.toggle("sealed", isSealed);
    const isHidden = isSealed || sight.lens === "article";
    const isIn = isHidden ? () => false : sight.isIn;
    const all = [...(frame.fields ?? []), ...(frame.stacks ?? [])];
    this.inView = all.flatMap(({ marks }) => marks.filter(isIn));
    // From near, its claims stand beside.
    this.#fallSilent(sight.lens === "article" && !sight.key);
    this.#place(placesOf(frame, isIn), sight.isLit);
    this.#join(frame, isIn, sight);
    if (before && !isSealed) this.#open();
    else this.#move(isOther);
  }

  /** @param {boolean} isSilent what the article names nowhere */
  #fallSilent(isSilent) {
    this.#silent.textContent = isSilent ? this.#silence : "";
    this.#silent.style.display = isSilent ? "" : "none";
  }

  /** @param {boolean} isOther whether all but the marks is new */
  #move(isOther) {
    this.#motion.go(this.#marks, this.#spots, {
      left: this.#left,
      over: isOther ? [this.#labels, this.#arcs] : [],
    });
    this.#left = [];
  }

  /** Draw an arc between both of each pair, where one fits.
   * @param {Frame} frame @param {(finding: number) => boolean} isIn
   * @param {Sight} sight */
  #join(frame, isIn, { pairs, isLit }) {
    const places = wholePlaces(frame, isIn);
    const ground = pairs.length ? onWay(frame, isIn, isLit) : { boxes: [], faint: [] };
    const arcs = pairs.flatMap(([one, other]) => {
      const [a, b] = [places.get(one), places.get(other)];
      const d = a && b ? arcOf(a, b, places.values(), frame, ground) : "";
      // Where it passes over something, an edge of ground says that it does not end there.
      // Files without a style sheet would fill both.
      const looks = { d, fill: "none", "data-ends": `${one} ${other}` };
      return d ? ["arc-edge", "arc"].map((name) => svg("path", { class: name, ...looks })) : [];
    });
    this.#arcs.replaceChildren(...arcs);
  }

  /** What was sealed comes into view. */
  #open() {
    this.settle();
    const { findings, placement } = this.#sockets;
    enter(this.#marks, findings, placement.order, this.#labels);
  }

  /** @param {Frame} frame */
  #set(frame) {
    if (this.#motion.isOn) {
      this.#left.push(...this.#ground.children); // what has left as a shadow does not come back
      if (this.frame) this.#drawn.delete(this.frame);
    }
    this.frame = frame;
    this.root.setAttribute("viewBox", `0 0 ${frame.width} ${frame.height}`);
    this.root.style.maxWidth = `${frame.width * MOST}px`;
    const ground = this.#drawn.get(frame) ?? groundOf(frame);
    this.#drawn.set(frame, ground);
    this.#ground.replaceChildren(...ground);
    const heroes = (frame.shapes ?? []).filter(({ look }) => look === "receptor");
    const [left, right] = [heroes[0], heroes.at(-1)];
    if (!left || !right) return;
    const letters = LETTER * this.#silence.length;
    const size = Math.min(20, frame.width / letters);
    const half = (letters * size) / 2;
    const middle = (left.x + right.x + right.w) / 2;
    const x = Math.min(Math.max(middle, half), frame.width - half); // it never leaves the picture
    for (const [name, value] of Object.entries({ x, y: left.y + left.h + 60, "font-size": size }))
      this.#silent.setAttribute(name, String(value));
  }

  /** @param {ReturnType<typeof placesOf>} places @param {(finding: number) => boolean} isLit */
  #place(places, isLit) {
    const labels = [];
    this.#spots.clear();
    for (const [i, { x, y, size, label }] of places) {
      const mark = this.#marks.get(i) ?? this.#make(i);
      const scale = size / this.#sockets.units;
      this.#spots.set(i, { x, y, scale });
      const place = `translate(${x} ${y}) scale(${scale})`; // for files, unstyled
      if (mark.getAttribute("transform") !== place) {
        mark.setAttribute("transform", place);
        mark.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
        mark.style.setProperty("--scale", String(scale)); // by which its line is kept as thick
      }
      mark.classList.toggle("unlit", !isLit(i));
      if (!label) continue;
      const at = { x: x + size / 2 + 4, y: y + 4, "font-size": 12 };
      labels.push(svg("text", { ...at, class: isLit(i) ? "" : "unlit" }, label));
    }
    this.#labels.replaceChildren(...labels);
    this.#drop(places);
  }

  /** Take away marks that stand nowhere any more. @param {Map<number, unknown>} places */
  #drop(places) {
    for (const [i, mark] of this.#marks) {
      if (places.has(i)) continue;
      mark.remove();
      this.#marks.delete(i);
      if (this.#motion.isOn) this.#left.push(mark);
      else this.#kept.set(i, mark);
    }
  }

  /** A mark comes into view, one that was there before or a new one.
   * @param {number} i @returns {SVGElement} */
  #make(i) {
    const mark = this.#kept.get(i) ?? this.#draw(i);
    this.#kept.delete(i);
    this.#layer.append(mark);
    this.#marks.set(i, mark);
    return mark;
  }

  /** @param {number} i @returns {SVGElement} */
  #draw(i) {
    const { findings, marks, tell, units } = this.#sockets;
    const { level, who } = findings[i];
    const looks = { class: `mark ${level} ${who}`, "data-finding": i, "aria-label": tell[i] };
    return svg(
      "g",
      { ...looks, role: "button", tabindex: "-1" },
      svg("circle", { r: units / 2, class: "target" }),
      svg("path", { d: marks[level][who] }),
    );
  }
}
