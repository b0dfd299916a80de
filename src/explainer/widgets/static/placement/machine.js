// @ts-check
// The gesture, step by step: a socket is lifted, held over a receptor, let go, slides back. It is
// never put down: the only two ends are a guess that was told, and nothing.

/** @typedef {"rest" | "held" | "back"} Phase */
/** @typedef {{phase: Phase, socket: string, over: string}} Hold */
/** @typedef {{lift: string} | {over: string} | {drop: true} | {end: true}} Step */

/** @type {Readonly<Hold>} */
export const REST = { phase: "rest", socket: "", over: "" };

/** After one step; what makes no sense where things stand changes nothing.
 * @param {Readonly<Hold>} hold @param {Step} step @returns {Readonly<Hold>} */
export function stepped(hold, step) {
  if ("lift" in step) return lifted(hold, step.lift);
  if ("end" in step) return REST;
  if (hold.phase !== "held") return hold;
  if ("over" in step) return step.over === hold.over ? hold : { ...hold, over: step.over };
  return hold.over ? { ...hold, phase: "back" } : REST;
}

/** Nothing else is lifted while one is in the hand. @param {Readonly<Hold>} hold
 * @param {string} socket @returns {Readonly<Hold>} */
const lifted = (hold, socket) =>
  hold.phase === "rest" && socket ? { phase: "held", socket, over: "" } : hold;

/** The target before or after another, all round. @param {string[]} targets @param {string} over
 * @param {number} way */
export function nextTarget(targets, over, way) {
  const at = targets.indexOf(over);
  const from = at < 0 && way < 0 ? 0 : at;
  return targets[(from + way + targets.length) % targets.length];
}
