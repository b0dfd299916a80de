// @ts-check
// Stamps: who speaks of what a node stands for.

import { sign, svg } from "../../shared/svg.js";

/** @import { Measures, Picture } from "../../shared/types.js" */

/** Where a node's stamp of standings is put: under a domain's words, over a receptor's, beside a
 * question mark.
 * @param {string} kind
 * @param {number[]} box */
function stampPlace(kind, [, , w, h]) {
  if (kind === "domain") return [w / 2, h - (h > 50 ? 13 : 9)];
  if (h > 50) return [w / 2, 9];
  return kind === "unnamed" ? [w / 2 - 18, 12] : [w / 2, 7];
}

/** @param {Picture} picture @param {number} place @param {Measures} box @param {string} standing */
export function drawStamp(picture, place, box, standing) {
  const [dx, dy] = stampPlace(picture.nodes[place][2], box);
  const stamp = svg(
    "g",
    {
      transform: `translate(${box[0] + dx},${box[1] + dy}) scale(.8)`,
      class: standing === "nobody" ? "nobody" : "",
    },
    svg("title", {}, picture.looks.standing[standing][0]),
    sign(picture, "standing", standing),
  );
  return Object.assign(stamp, { place });
}
