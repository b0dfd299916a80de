// @ts-check
// What stays of a guess: a faint outline around the receptor that was meant.

import { hexagon } from "../explorer/sockets.js";
import { svg } from "../shared/svg.js";

/** @import { Frame } from "../shared/sockets.js" */

const ROOM = 4; // units between a receptor and the outline around it

/** @param {Frame | undefined} frame @param {string} target @returns {SVGElement[]} none where the
 *   guess is no receptor of this frame */
export function outlines(frame, target) {
  const found = frame?.shapes?.find(({ id, look }) => id === target && look === "receptor");
  if (!found) return [];
  const { x, y, w, h } = found;
  const box = { ...found, x: x - ROOM, y: y - ROOM, w: w + 2 * ROOM, h: h + 2 * ROOM };
  return [svg("path", { class: "guess", d: hexagon(box) })];
}
