// @ts-check
// A guess, step by step: choose an answer, say how sure, write a line; then it is settled and seen.

/** @typedef {{answer: string, sure: string, line: string, isSeen: boolean}} Commitment */
/** A step; `isOpen` where there was nothing to choose from.
 * @typedef {{choose: string} | {rate: string} | {write: string} |
 *   {commit: true, isOpen?: boolean} | {anew: true}} Step */

/** @type {Readonly<Commitment>} */
export const FRESH = { answer: "", sure: "", line: "", isSeen: false };

/** Whether enough is said for it to be settled; where there is nothing to choose from, the line is
 * the guess.
 * @param {Commitment} made @param {boolean} [isOpen] whether there is nothing to choose from */
export const isReady = ({ answer, sure, line, isSeen }, isOpen = false) =>
  !isSeen && Boolean((isOpen ? line.trim() : answer) && sure);

/** A commitment after one step of the reader's; what is settled no step changes but a new start.
 * @param {Commitment} made @param {Step} step @returns {Commitment} */
export function stepped(made, step) {
  if ("anew" in step) return { ...FRESH };
  if (made.isSeen) return made;
  if ("choose" in step) return { ...made, answer: step.choose };
  if ("rate" in step) return { ...made, sure: step.rate };
  if ("write" in step) return { ...made, line: step.write };
  return "commit" in step && isReady(made, step.isOpen) ? { ...made, isSeen: true } : made;
}
