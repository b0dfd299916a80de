// @ts-check
// Where everything of a view stands: frames made in Python, and the one formula by which a mark
// finds its place.

/** @import { Field, Frame } from "../shared/sockets.js" */
/** @import { Picture, State } from "../shared/types.js" */

/** Centre of the i-th mark of a field: rows of `per` marks, from left to right.
 * @param {Field} field @param {number} i @returns {[number, number]} */
export const placeOf = (field, i) => [
  field.x + field.dx * (i % field.per),
  field.y + field.dy * Math.floor(i / field.per),
];

/** The frame of a view that fits a width: the widest that is no wider, else the narrowest.
 * @param {Frame[]} frames @param {number} width @returns {Frame} */
export function frameFor(frames, width) {
  const fitting = frames.filter((frame) => frame.width <= width);
  const by = (fitting.length ? Math.max : Math.min)(
    ...(fitting.length ? fitting : frames).map((frame) => frame.width),
  );
  return /** @type {Frame} */ (frames.find((frame) => frame.width === by));
}

/** Where each mark stands that is let through; what is kept out leaves no gap.
 * @param {Frame} frame @param {(finding: number) => boolean} isIn
 * @returns {Map<number, {x: number, y: number, size: number, label: string}>} */
export function placesOf(frame, isIn) {
  const places = new Map();
  for (const field of frame.fields ?? []) {
    const labels = new Map(field.marks.map((mark, i) => [mark, field.labels?.[i] ?? ""]));
    field.marks.filter(isIn).forEach((mark, i) => {
      const [x, y] = placeOf(field, i);
      places.set(mark, { x, y, size: field.size, label: labels.get(mark) });
    });
  }
  for (const { marks, ...stack } of frame.stacks ?? []) {
    const [first, ...others] = marks.filter(isIn); // the first stands for all of them
    if (first !== undefined) places.set(first, { ...stack, label: String(others.length + 1) });
  }
  return places;
}

/** Which frame a state is told in, and the key of its headline.
 * @param {Picture} picture @param {State} state @returns {[frame: string, headline: string]} */
export function keysOf(picture, state) {
  const { frames, headlines } = picture.sockets;
  const [focus, other] = [state.focus || state.domain || state.receptor, state.also[0]];
  const pair = [`${focus}>${other}`, `${other}>${focus}`].find((key) => headlines[key]);
  if (pair) return [pair.split(">")[0], pair];
  const key = frames[focus] ? focus : "";
  return [key, key];
}

/** Findings that stand in the view of a state, whatever its width.
 * @param {Picture} picture @param {State} state */
export function marksIn(picture, state) {
  const { frames, findings } = picture.sockets;
  const [{ fields = [], stacks = [] }] = frames[keysOf(picture, state)[0]];
  const marks = [...fields, ...stacks].flatMap((where) => where.marks);
  return state.people ? marks.filter((i) => findings[i].who === "people") : marks;
}
