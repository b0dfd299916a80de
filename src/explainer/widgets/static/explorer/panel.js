// @ts-check
// The panel beside the picture, drawn anew for each state.

import { card } from "../panels/card.js";
import { compare } from "../panels/compare.js";
import { outline } from "../panels/outline.js";
import { predict } from "../panels/predict.js";
import { table } from "../panels/table.js";
import { trace } from "../panels/trace.js";
import { html } from "../shared/dom.js";

/** @import { Act, Panel, Picture, Shown, State } from "../shared/types.js" */

const PANELS = /** @type {Record<string, Panel>} */ ({
  card,
  table,
  outline,
  trace,
  compare,
  predict,
});

/** What the open panel holds; a fault in one leaves the picture and the other panels as they are.
 * @param {Picture} picture
 * @param {State} state
 * @param {Shown} shown
 * @param {Act} act
 * @returns {Node[]} */
function parts(picture, state, shown, act) {
  try {
    return PANELS[state.panel](picture, state, shown, act);
  } catch (fault) {
    console.error(fault);
    return [html("p", { class: "warning", role: "alert" }, picture.words.faulty)];
  }
}

/** The element of a key, if it is there. @param {Element} panel @param {string | undefined} key */
const keyed = (panel, key) =>
  /** @type {HTMLElement[]} */ ([...panel.querySelectorAll("[data-key]")]).find(
    ({ dataset }) => key !== undefined && dataset.key === key,
  );

/** @param {string} name of the widget */
export const panelOf = (name) =>
  html("div", { class: "panel", role: "tabpanel", id: `${name}-panel`, tabindex: "-1" });

/** Draw the open panel; the keyboard stays on the element with the same key.
 * @param {HTMLElement} panel
 * @param {Picture} picture
 * @param {State} state
 * @param {Shown} shown
 * @param {Act} act
 * @param {string} [key] */
export function drawPanel(panel, picture, state, shown, act, key) {
  const active = /** @type {HTMLElement | null} */ (document.activeElement);
  const held = panel.contains(active) ? active : null;
  panel.replaceChildren(...parts(picture, state, shown, act));
  panel.setAttribute("aria-labelledby", `${act.name}-${state.panel}`);
  const isReveal = key === "reveal"; // the answer is brought into sight, not the button
  if (isReveal) panel.querySelector(".outcome")?.scrollIntoView({ block: "nearest" });
  const again = keyed(panel, key ?? held?.dataset.key);
  if (again) again.focus({ preventScroll: isReveal });
  else if (held) panel.focus();
}
