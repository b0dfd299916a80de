// @ts-check
// The tabs above the panel.

import { html } from "../shared/dom.js";
import { tabAfter, taken } from "./keys.js";

/** @import { Picture } from "../shared/types.js" */

/** Go to the tab that a key leads to.
 * @param {KeyboardEvent} event
 * @param {HTMLButtonElement[]} tabs */
function press(event, tabs) {
  const at = tabs.indexOf(/** @type {HTMLButtonElement} */ (event.target));
  const to = tabAfter(event.key, at, tabs.length);
  if (to === undefined) return;
  tabs[to].focus();
  tabs[to].click();
  taken(event);
}

/** @param {Picture} picture
 * @param {string} name of the widget
 * @param {(panel: string) => void} choose */
export function tabsOf(picture, name, choose) {
  const tabs = picture.choices.panel.map(([word, told]) =>
    html(
      "button",
      {
        type: "button",
        role: "tab",
        id: `${name}-${word}`,
        "aria-controls": `${name}-panel`,
        "data-panel": word,
        onclick: () => choose(word),
      },
      told,
    ),
  );
  const label = picture.words.panels_name;
  const bar = html("div", { class: "tabs", role: "tablist", "aria-label": label }, ...tabs);
  bar.addEventListener("keydown", (event) => press(event, tabs));

  /** Mark the tab of the open panel; the keyboard reaches it alone. @param {string} panel */
  function update(panel) {
    for (const tab of tabs) {
      const isChosen = tab.dataset.panel === panel;
      tab.setAttribute("aria-selected", String(isChosen));
      tab.setAttribute("tabindex", isChosen ? "0" : "-1");
    }
  }
  return { bar, update };
}
