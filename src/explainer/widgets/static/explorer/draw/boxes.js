// @ts-check
// Where boxes lie to each other.

const FAR = 1e6; // further than anything in a picture

/** The box of least cost that lies in a direction from one of them, or that one itself.
 * @param {number[][]} boxes @param {number} from @param {number} dx @param {number} dy
 * @param {(along: number, aside: number, place: number) => number} costOf
 * @returns {number} */
function nearest(boxes, from, dx, dy, costOf) {
  const middle = (/** @type {number[]} */ [x, y, w, h]) => [x + w / 2, y + h / 2];
  const [x0, y0] = middle(boxes[from]);
  let best = from;
  let least = Infinity;
  boxes.forEach((box, i) => {
    const [x, y] = middle(box);
    const along = (x - x0) * dx + (y - y0) * dy;
    const aside = Math.abs((x - x0) * dy) + Math.abs((y - y0) * dx);
    const cost = i === from ? Infinity : costOf(along, aside, i);
    if (cost < least) [best, least] = [i, cost];
  });
  return best;
}

/** The nearest node from one node in a direction, for the arrow keys.
 * @param {number[][]} boxes
 * @param {number} from
 * @param {number} dx
 * @param {number} dy
 * @param {(place: number) => boolean} [isThere]
 * @returns {number} */
export const nearestBox = (boxes, from, dx, dy, isThere = () => true) =>
  nearest(boxes, from, dx, dy, (along, aside, i) =>
    along > 4 && isThere(i) ? along + 3 * aside : Infinity,
  );

/** The same among many small boxes: in the quarter that lies that way, by the way along and aside.
 * So from each box some step leads nearer to any other, and all are reached; where that quarter is
 * empty, what lies that way at all.
 * @param {number[][]} boxes @param {number} from @param {number} dx @param {number} dy */
export const nearestMark = (boxes, from, dx, dy) =>
  nearest(boxes, from, dx, dy, (along, aside) => {
    if (along <= 0) return Infinity;
    const isAhead = dx ? aside < along : aside <= along;
    return isAhead ? along + aside : FAR + along + 3 * aside;
  });
