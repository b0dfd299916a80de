// @ts-check
// What a tour draws: a scene's words, and the rows that it rests on.

import { html } from "../shared/dom.js";

/** @import { Guessing } from "./guess.js" */

/** @param {string[]} source */
function drawSource([short, citation, link]) {
  const title = { title: citation };
  if (!link) return html("span", title, short);
  const away = { href: link, ...title, target: "_blank", rel: "noopener noreferrer" };
  return html("a", away, short);
}

/** A row that the scene rests on. @param {any[]} line */
function drawRow([text, voice, whose, badge, caveat, sources]) {
  const row = html("li", { class: voice }, html("span", { class: "tour-whose" }, whose), text);
  if (badge) row.append(" ", html("span", { class: "tour-badge" }, badge));
  if (caveat) row.append(" ", html("em", {}, caveat));
  for (const source of sources) row.append(" ", drawSource(source));
  return row;
}

/** The rows that a scene rests on, drawn when they are first opened.
 * @param {any} scene @param {Record<string, string>} words */
export function drawRows(scene, words) {
  const summary = html("summary", {}, words.because.replace("{n}", scene.because.length));
  const rests = html("details", { class: "tour-rests" }, summary);
  const open = () => {
    if (rests.children.length === 1) rests.append(html("ul", {}, ...scene.because.map(drawRow)));
  };
  rests.addEventListener("toggle", open, { once: true });
  return rests;
}

/** All that is told at a scene; its parts lie on top of each other, so that nothing moves from one
 * to the next.
 * @param {any} scene @param {Record<string, string>} words @param {Guessing} [guess] of
 *   whoever is asked, where anybody is */
export function drawScene(scene, words, guess) {
  const strong = (/** @type {string} */ word) => html("strong", {}, `${word}. `);
  const { narration, question, notice } = scene;
  return html(
    "div",
    { class: "tour-scene" },
    html("h4", {}, scene.title),
    html(
      "div",
      { class: "tour-parts" },
      html("p", { class: "tour-narration", "data-part": "story" }, narration),
      html(
        "div",
        { class: "tour-question", "data-part": "question marks" },
        html("p", {}, strong(words.asked), question),
        ...(guess ? [guess.asked] : []),
      ),
      html(
        "div",
        { class: "tour-answer", "data-part": "notice" },
        html("p", {}, strong(words.notice), notice),
        ...(guess ? [guess.told] : []),
      ),
    ),
  );
}

/** What a screen reader hears, with places for what is shown.
 * @param {string} part @param {Record<string, string>} words @returns {string} */
export const spokenAt = (part, words) =>
  /** @type {Record<string, string>} */ ({
    story: words.heard,
    question: `${words.asked}: {question}`,
    marks: words.marks,
    notice: words.noticed,
  })[part];
