// @ts-check
// A guess, step by step: choose an answer, say how sure, write a line; then it is settled and seen.

/** @typedef {{answer: string, sure: string, line: string, isSeen: boolean}} Commitment */
/** @typedef {{choose: string} | {rate: string} | {write: string} | {commit: true} | {anew: true}}
 *   Step */

/** @type {Readonly<Commitment>} */
export const FRESH = { answer: "", sure: "", line: "", isSeen: false };

/** Whether enough is said for it to be settled. @param {Commitment} made */
export const isReady = ({ answer, sure, isSeen }) => !isSeen && Boolean(answer && sure);

/** A commitment after one step of the reader's; what is settled no step changes but a new start.
 * @param {Commitment} made @param {Step} step @returns {Commitment} */
export function stepped(made, step) {
  if ("anew" in step) return { ...FRESH };
  if (made.isSeen) return made;
  if ("choose" in step) return { ...made, answer: step.choose };
  if ("rate" in step) return { ...made, sure: step.rate };
  if ("write" in step) return { ...made, line: step.write };
  return isReady(made) ? { ...made, isSeen: true } : made;
}
