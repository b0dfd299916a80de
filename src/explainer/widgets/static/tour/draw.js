// @ts-check
// What a tour draws: a scene's words, the rows that it rests on, signs in words.

import { wordOf } from "../explorer/selection.js";
import { button, html } from "../shared/dom.js";
import { inlineSign } from "../shared/svg.js";

/** @import { Picture, Said } from "../shared/types.js" */

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
function drawRows(scene, words) {
  const summary = html("summary", {}, words.because.replace("{n}", scene.because.length));
  const rests = html("details", {}, summary);
  const open = () => {
    if (rests.children.length === 1) rests.append(html("ul", {}, ...scene.because.map(drawRow)));
  };
  rests.addEventListener("toggle", open, { once: true });
  return rests;
}

/** All that is said at a scene; the answer keeps its place while it is hidden, so that nothing
 * moves.
 * @param {any} scene @param {Record<string, string>} words @param {() => void} notice */
export function drawScene(scene, words, notice) {
  const narration = html("p", { class: "tour-narration" }, scene.narration);
  const asked = html("strong", {}, `${words.asked}. `);
  const open = { "aria-expanded": "false", class: "tour-open" };
  const answer = html(
    "div",
    { class: "tour-notice" },
    button(words.notice, notice, open),
    html("p", { class: "tour-answer" }, scene.notice),
    drawRows(scene, words),
  );
  return html(
    "div",
    { class: "tour-scene" },
    html("div", { class: "story" }, html("h4", {}, scene.title), narration),
    html(
      "div",
      { class: "asked" },
      html("p", { class: "tour-question" }, asked, scene.question),
      answer,
    ),
  );
}

/** Signs in words: what was found after one thing was done, or each for itself.
 * @param {Picture} picture @param {Said[]} signs @param {number} [end] */
export function drawSigns(picture, signs, end) {
  const [, , done] = signs[0];
  const before = done
    ? [inlineSign(picture, "done", done), `${picture.looks.done[done][0]}: `]
    : [];
  const told = signs.flatMap(([table, look, , count], i) => [
    i ? ", " : "",
    inlineSign(picture, table, look),
    `${wordOf(picture, table, look, end)}${count ? ` ${count}` : ""}`,
  ]);
  return html("li", {}, ...before, ...told);
}
