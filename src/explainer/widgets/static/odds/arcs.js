// @ts-check
// An arc between two marks: of a few curves that meet no box and no words, the one that passes over
// the fewest other marks and their labels, and of those the least bent. Where every curve meets a
// box there is none: a line through it would say untrue things.

import { placeOf, placesOf } from "../explorer/frames.js";

/** @import { Frame } from "../shared/sockets.js" */
/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */
/** @typedef {{x: number, y: number, size: number}} Place */
/** @typedef {[x: number, y: number]} Point */

const BENDS = [0.1, -0.1, 0.22, -0.22, 0.4, -0.4, 0.65, -0.65, 1, -1, 1.5, -1.5];
const STEP = 2.5; // between points of a curve that are tried: no mark slips through
const LETTER = 0.66; // of the type's size, at most, how wide a letter is as a rule
const GAP = 1.5; // between a curve and whatever it passes
const UNDER = /^(paper|band|rule)\b/; // shapes that lie under everything

/** Where every finding of a frame stands that is let through; what is counted stands in its stack.
 * @param {Frame} frame @param {(finding: number) => boolean} isIn @returns {Map<number, Place>} */
export function wholePlaces(frame, isIn) {
  const places = new Map();
  for (const field of frame.fields ?? [])
    field.marks.filter(isIn).forEach((mark, i) => {
      const [x, y] = placeOf(field, i);
      places.set(mark, { x, y, size: field.size });
    });
  for (const { marks, x, y, size } of frame.stacks ?? [])
    for (const mark of marks.filter(isIn)) places.set(mark, { x, y, size });
  return places;
}

/** @param {number} left @param {number} top @param {number} w @param {number} h @returns {Box} */
const box = (left, top, w, h) => ({ left, top, right: left + w, bottom: top + h });

/** What an arc meets in a frame: boxes that it must not, and what it should rather not.
 * @typedef {{boxes: Box[], faint: Box[]}} Ground */

/** Shapes that are no ground, words, and labels of what stands out must not be met; other labels
 * should rather not.
 * @param {Frame} frame @param {(finding: number) => boolean} isIn which are let through
 * @param {(finding: number) => boolean} isLit and which of them stand out @returns {Ground} */
export function onWay(frame, isIn, isLit) {
  const { shapes = [], words = [] } = frame;
  const solid = shapes.filter(({ look }) => !UNDER.test(look));
  const typed = words.map(({ x, y, text, size = 12, anchor = "start" }) => {
    const w = LETTER * size * text.length;
    const left = x - { start: 0, middle: w / 2, end: w }[anchor];
    return box(left, y - 0.74 * size, w, 0.76 * size);
  });
  const labels = [...placesOf(frame, isIn)].map(([mark, { x, y, size, label }]) => ({
    isBold: isLit(mark),
    at: box(x + size / 2 + 4, y - 5, LETTER * 12 * label.length, 10),
  }));
  const of = (/** @type {boolean} */ isBold) =>
    labels.filter((label) => label.isBold === isBold).map(({ at }) => at);
  const drawn = solid.map(({ x, y, w, h }) => box(x, y, w, h));
  return { boxes: [...drawn, ...typed, ...of(true)], faint: of(false) };
}

/** A mark as a box. @param {Place} place @returns {Box} */
const boxOf = ({ x, y, size }) => box(x - size / 2, y - size / 2, size, size);

/** A point of a quadratic curve. @param {Point[]} curve @param {number} t @returns {Point} */
function pointAt([from, over, to], t) {
  const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t * t];
  return [a * from[0] + b * over[0] + c * to[0], a * from[1] + b * over[1] + c * to[1]];
}

/** Points along a curve. @param {Point[]} curve */
function pointsOf(curve) {
  const [from, over, to] = curve;
  const far = Math.hypot(over[0] - from[0], over[1] - from[1], to[0] - over[0], to[1] - over[1]);
  const steps = Math.ceil((1.5 * far) / STEP) + 1; // a curve is no longer than its two tangents
  return Array.from({ length: steps + 1 }, (_, i) => pointAt(curve, i / steps));
}

/** Whether a point lies in a box, or nearly. @param {Point} point @param {Box} at */
const isIn = ([x, y], { left, top, right, bottom }) =>
  x > left - GAP && x < right + GAP && y > top - GAP && y < bottom + GAP;

/** Whether a curve may pass a box: it stays among its three points. @param {Point[]} curve
 * @param {Box} at */
const mayMeet = (curve, { left, top, right, bottom }) =>
  curve.some(([x]) => x > left - GAP) &&
  curve.some(([x]) => x < right + GAP) &&
  curve.some(([, y]) => y > top - GAP) &&
  curve.some(([, y]) => y < bottom + GAP);

/** A point at a mark's edge, on the way to another point.
 * @param {Place} place @param {Point} to @returns {Point} */
function edge({ x, y, size }, [tx, ty]) {
  const far = Math.hypot(tx - x, ty - y) || 1;
  const out = (size / 2 + 1.5) / far;
  return [x + (tx - x) * out, y + (ty - y) * out];
}

/** A curve from mark to mark that is bent so much. @param {Place} one @param {Place} other
 * @param {number} bend @returns {Point[]} */
function curveOf(one, other, bend) {
  const [dx, dy] = [other.x - one.x, other.y - one.y];
  /** @type {Point} */
  const over = [(one.x + other.x) / 2 - dy * bend, (one.y + other.y) / 2 + dx * bend];
  return [edge(one, over), over, edge(other, over)];
}

/** The arc between two marks as an SVG path; empty where every one would meet a box.
 * @param {Place} one @param {Place} other
 * @param {Iterable<Place>} marks of the frame, these two among them
 * @param {Frame} frame @param {Ground} ground of the frame */
export function arcOf(one, other, marks, { width, height = 0 }, { boxes, faint }) {
  if (isSame(one, other)) return ""; // both are counted in one stack
  const others = [...marks].filter((mark) => !isSame(mark, one) && !isSame(mark, other));
  const passed = [...others.map(boxOf), ...faint];
  let [least, best] = [Number.POSITIVE_INFINITY, ""];
  for (const bend of BENDS) {
    const curve = curveOf(one, other, bend);
    const points = pointsOf(curve);
    const isInside = points.every(([x, y]) => x > 0 && y > 0 && x < width && y < height);
    const meets = (/** @type {Box} */ at) =>
      mayMeet(curve, at) && points.some((point) => isIn(point, at));
    if (!isInside || boxes.some(meets)) continue;
    const met = passed.filter(meets).length;
    if (met < least) [least, best] = [met, pathOf(curve)];
    if (!met) break;
  }
  return best;
}

/** @param {Point[]} curve */
function pathOf(curve) {
  const [from, over, to] = curve.map((point) => point.map((n) => n.toFixed(1)).join(","));
  return `M${from}Q${over} ${to}`;
}

/** @param {Place} one @param {Place} other */
const isSame = (one, other) => one.x === other.x && one.y === other.y;
