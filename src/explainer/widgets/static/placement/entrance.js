// @ts-check
// How findings come into a picture that was sealed: a group at a time, in the order that Python
// gives. Nothing of it is left behind: the end is the still picture.

/** @import { Mark } from "../shared/sockets.js" */

const STAGE = 380; // milliseconds from one group to the next
const DROP = { duration: 300, easing: "cubic-bezier(.2, .7, .3, 1)", fill: "backwards" };
const FALL = [
  { opacity: 0, translate: "0 -18px" },
  { opacity: 1, translate: "0 0" },
];

/** When each mark begins to fall, in milliseconds. @param {Mark["who"][]} order
 * @param {Mark} mark */
export const delayOf = (order, { who }) => STAGE * order.indexOf(who);

/** @param {Map<number, SVGElement>} marks @param {Mark[]} findings @param {Mark["who"][]} order
 * @param {SVGElement} labels which count what has come */
export function enter(marks, findings, order, labels) {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  for (const [i, mark] of marks) {
    const timing = { ...DROP, delay: delayOf(order, findings[i]) };
    mark.animate(FALL, /** @type {KeyframeAnimationOptions} */ (timing));
  }
  const last = { duration: 200, delay: STAGE * order.length, fill: "backwards" };
  labels.animate([{ opacity: 0 }, { opacity: 1 }], /** @type {KeyframeAnimationOptions} */ (last));
}
