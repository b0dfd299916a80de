// @ts-check
// What somebody looks at who has guessed: the picture that was sealed, now open.

import { questionOf } from "../panels/predict.js";

/** @import { Picture, State } from "../shared/types.js" */

/** The frame, the key of its headline, and which findings stand out; nothing where no receptor and
 * domain were asked of.
 * @param {Picture} picture @param {State} state
 * @returns {{key: string, headline: string, isLit: (finding: number) => boolean} | undefined} */
export function sightOf(picture, state) {
  if (state.panel !== "predict") return undefined;
  const { receptor, domain } = questionOf(picture, state);
  const { findings, frames, headlines } = picture.sockets;
  if (!receptor) return { key: "", headline: "", isLit: () => true };
  const isLit = (/** @type {number} */ i) =>
    findings[i].agent === receptor && findings[i].domain === domain;
  // The first view holds some domains alone; the others stand where the receptor is near.
  const isIn = (/** @type {{domain: string}} */ one) => one.domain === domain;
  const drawn = frames[""][0]?.fields?.flatMap(({ marks }) => marks) ?? [];
  const isFirst = drawn.some((i) => isIn(findings[i])) || !frames[receptor];
  const pair = `${receptor}>${domain}`;
  return {
    key: isFirst ? "" : receptor,
    headline: headlines[pair] ? pair : isFirst ? "" : receptor,
    isLit,
  };
}
