// @ts-check
// Where boxes lie to each other.

/** The nearest node from one node in a direction, for the arrow keys.
 * @param {number[][]} boxes
 * @param {number} from
 * @param {number} dx
 * @param {number} dy
 * @param {(place: number) => boolean} [isThere]
 * @returns {number} */
export function nearestBox(boxes, from, dx, dy, isThere = () => true) {
  const middle = (/** @type {number[]} */ [x, y, w, h]) => [x + w / 2, y + h / 2];
  const [x0, y0] = middle(boxes[from]);
  let best = from;
  let least = Infinity;
  boxes.forEach((box, i) => {
    const [x, y] = middle(box);
    const along = (x - x0) * dx + (y - y0) * dy;
    const aside = Math.abs((x - x0) * dy) + Math.abs((y - y0) * dx);
    const cost = along + 3 * aside;
    if (i !== from && along > 4 && cost < least && isThere(i)) [best, least] = [i, cost];
  });
  return best;
}
