// @ts-check
// A tour: scenes told beside the Explorer's picture, for a lecture or for oneself. Python wrote
// every word.

import { hazardList, hazards } from "../explorer/hazard.js";
import { explore } from "../explorer/index.js";
import { onState, readModel, writeModel } from "../explorer/model.js";
import { prepare, show, soleEnd, wordOf } from "../explorer/selection.js";
import { codeOf, filled, readCode } from "../explorer/state.js";
import { followTheme, html, NO_SHORTCUTS } from "../shared/dom.js";
import { inlineSign } from "../shared/svg.js";
import { unpack } from "../shared/unpack.js";
import { diminish, enlarge, widen } from "./lecture.js";
import { isAway, moveOf, sceneAfter, signsIn } from "./scene.js";

/** @import { Context, Said, State } from "../shared/types.js" */

/** @param {Context} context */
async function guide({ model, el }) {
  const picture = prepare(await unpack(model.get("data")));
  const { name, scenes, words } = picture.tour;
  const title = words.name.replace("{tour}", name);
  const root = html("section", {
    class: "explainer-tour",
    "aria-label": title,
    tabindex: -1,
    [NO_SHORTCUTS]: "true",
  });
  const unfollow = followTheme(root);
  let at = 0;

  // Above the picture: the bar, the scene's words, the presenter's note

  const button = (/** @type {string} */ word, /** @type {() => void} */ run, more = {}) =>
    html("button", { type: "button", onclick: run, ...more }, word);
  const place = html("span", { class: "tour-place" });
  const back = button(`‹ ${words.back}`, () => step(-1), { class: "step" });
  const next = button(`${words.next} ›`, () => step(1), { class: "step tour-next" });
  const home = button(words.home, () => returnHome(), { class: "tour-home" });
  const controls = button(words.explore, () => turn(controls, root.classList.toggle("exploring")), {
    "aria-expanded": "false",
    class: "tour-explore",
  });
  const notes = button(words.notes, () => turnNotes(), {
    "aria-expanded": "false",
    "aria-label": words.notes_name,
    class: "tour-note",
  });
  const full = button(words.large, fill, { class: "tour-full" });
  const bar = html(
    "div",
    { class: "tour-bar", role: "group", "aria-label": title, title: words.keys },
    back,
    place,
    next,
    controls,
    notes,
    full,
  );
  const told = html("div", { class: "tour-scenes" }, ...scenes.map(draw));
  const aside = html(
    "aside",
    { class: "tour-notes", hidden: true, "aria-label": words.notes_name },
    ...scenes.map((/** @type {any} */ scene) => html("p", {}, scene.presenter || words.no_notes)),
  );
  const heard = html("p", { class: "tour-heard", role: "status", "aria-live": "polite" });
  const message = html("p", { class: "tour-refused", role: "status", hidden: true }, words.refused);
  const danger = html("div", { class: "now" });
  // Those of every scene keep room for the longest, so that nothing moves from scene to scene.
  const dangers = html(
    "div",
    { class: "tour-dangers" },
    danger,
    ...scenes.map((/** @type {any} */ scene) =>
      html(
        "div",
        { "aria-hidden": "true" },
        ...hazardsOf(readCode(codeOf(scene.view), picture)[0]),
      ),
    ),
  );
  const signs = html("ul", { class: "tour-signs", "aria-label": words.signs });
  const seen = html("div", { class: "tour-picture" }, home);
  const head = html("header", {}, html("h3", { class: "name" }, name), bar);
  const beside = html("div", { class: "tour-words" }, head, told, dangers, message, heard);
  root.append(html("div", { class: "tour-frame" }, beside, aside, seen, signs));
  el.append(root);
  const end = await explore({ model, el: seen });

  /** @param {State} state @returns {Node[]} */
  function hazardsOf(state) {
    return hazardList(picture, hazards(picture, state, show(picture, state)));
  }

  /** All that is said at a scene; the answer keeps its place while it is hidden, so that nothing
   * moves.
   * @param {any} scene */
  function draw(scene) {
    const answer = html("p", { class: "tour-answer" }, scene.notice);
    const rests = html(
      "details",
      {},
      html("summary", {}, words.because.replace("{n}", scene.because.length)),
    );
    rests.addEventListener(
      "toggle",
      () => rests.children.length > 1 || rests.append(html("ul", {}, ...scene.because.map(row))),
      { once: true },
    );
    return html(
      "div",
      { class: "tour-scene" },
      html(
        "div",
        { class: "story" },
        html("h4", {}, scene.title),
        html("p", { class: "tour-narration" }, scene.narration),
      ),
      html(
        "div",
        { class: "asked" },
        html(
          "p",
          { class: "tour-question" },
          html("strong", {}, `${words.asked}. `),
          scene.question,
        ),
        html(
          "div",
          { class: "tour-notice" },
          button(words.notice, notice, { "aria-expanded": "false", class: "tour-open" }),
          answer,
          rests,
        ),
      ),
    );
  }

  /** A row that the scene rests on. @param {any[]} line */
  function row([text, voice, whose, badge, caveat, sources]) {
    const cited = sources.map((/** @type {string[]} */ [short, citation, link]) =>
      link
        ? html(
            "a",
            { href: link, title: citation, target: "_blank", rel: "noopener noreferrer" },
            short,
          )
        : html("span", { title: citation }, short),
    );
    return html(
      "li",
      { class: voice },
      html("span", { class: "tour-whose" }, whose),
      text,
      ...(badge ? [" ", html("span", { class: "tour-badge" }, badge)] : []),
      ...(caveat ? [" ", html("em", {}, caveat)] : []),
      ...cited.flatMap((/** @type {Node} */ one) => [" ", one]),
    );
  }

  const turn = (/** @type {Element} */ one, /** @type {boolean} */ isOpen) =>
    one.setAttribute("aria-expanded", String(isOpen));

  function turnNotes() {
    aside.hidden = !aside.hidden;
    turn(notes, !aside.hidden);
  }

  /** Open what is to be noticed at this scene, or close it. */
  function notice() {
    const isOpen = told.children[at].classList.toggle("noticed");
    told.children[at].querySelector(".tour-open")?.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) heard.textContent = words.noticed.replace("{notice}", scenes[at].notice);
  }

  // From scene to scene

  function returnHome() {
    go(at);
    root.focus({ preventScroll: true });
  }

  const step = (/** @type {number} */ move) => {
    const to = sceneAfter(at, move, scenes.length);
    if (to !== at) go(to);
  };

  /** Go to a scene and show its view, in one message to the kernel. @param {number} to */
  function go(to) {
    at = to; // before the model tells of it
    writeModel(model, scenes[to].view, { scene: to + 1 });
    tell(to);
  }

  /** Tell a scene's words. @param {number} to */
  function tell(to) {
    at = to;
    const number = { number: at + 1, all: scenes.length };
    place.textContent = filled(words.place, number);
    heard.textContent = filled(words.heard, { ...number, ...scenes[at], asked: words.asked });
    for (const stack of [told, aside])
      [...stack.children].forEach((one, i) => void one.classList.toggle("now", i === at));
    back.setAttribute("aria-disabled", String(at === 0));
    next.setAttribute("aria-disabled", String(at === scenes.length - 1));
    look();
  }

  /** Signs in words: what was found after one thing was done, or each for itself.
   * @param {Said[]} signs @param {number} [end] */
  function group(signs, end) {
    const [, , done] = signs[0];
    const told = signs.flatMap(([table, look, , count], i) => [
      i ? ", " : "",
      inlineSign(picture, table, look),
      `${wordOf(picture, table, look, end)}${count ? ` ${count}` : ""}`,
    ]);
    return html(
      "li",
      {},
      ...(done ? [inlineSign(picture, "done", done), `${picture.looks.done[done][0]}: `] : []),
      ...told,
    );
  }

  let isAsked = 0;
  /** After the picture has changed: its signs, its type, and the way back to the scene. */
  function look() {
    cancelAnimationFrame(isAsked);
    isAsked = requestAnimationFrame(() => {
      const state = readModel(model, picture);
      home.classList.toggle("away", isAway(state, scenes[at].view));
      const shown = show(picture, state);
      danger.replaceChildren(...hazardsOf(state));
      signs.replaceChildren(
        ...signsIn(picture, state, shown).map((one) => group(one, soleEnd(picture, shown.rows))),
      );
      const drawn = seen.querySelector(".stage svg");
      const form = drawn && picture.forms[drawn.classList.contains("narrow") ? "narrow" : "wide"];
      if (drawn) (root.classList.contains("large") ? enlarge : diminish)(drawn, form);
    });
  }

  // Keys

  /** Whether a key is the tour's: not in the picture, its panels or fields.
   * @param {Element} target */
  const isOurs = (target) => !seen.contains(target);
  const KEYS = new Map([
    ["n", notice],
    ["p", () => notes.click()],
    ["f", () => void fill()],
  ]);

  /** @param {KeyboardEvent} event */
  function press(event) {
    if (!isOurs(/** @type {Element} */ (event.target))) return;
    const move = moveOf(event);
    const run =
      event.ctrlKey || event.metaKey || event.altKey
        ? undefined
        : KEYS.get(event.key.toLowerCase());
    if (move !== undefined) step(move);
    else if (run) run();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  root.addEventListener("keydown", press);
  root.addEventListener(
    "click",
    () => root.contains(document.activeElement) || root.focus({ preventScroll: true }),
  );

  // The whole screen

  async function fill() {
    message.hidden = true;
    if (document.fullscreenElement === root) return void document.exitFullscreen();
    try {
      await root.requestFullscreen();
    } catch {
      message.hidden = false;
    }
  }

  function fit() {
    const isLarge = document.fullscreenElement === root;
    if (isLarge === root.classList.contains("large")) return;
    root.classList.toggle("large", isLarge);
    full.textContent = isLarge ? words.small : words.large;
    told.style.fontSize = "";
    if (isLarge) widen(told, beside);
    (isLarge ? root : full).focus({ preventScroll: true });
    look();
  }
  /** While the tour fills the screen, keys that reach nothing else are its own.
   * @param {KeyboardEvent} event */
  const pressAnywhere = (event) =>
    document.fullscreenElement === root && event.target === document.body && press(event);
  document.addEventListener("fullscreenchange", fit);
  document.addEventListener("keydown", pressAnywhere);

  const watcher = new ResizeObserver(() => {
    if (root.classList.contains("large")) widen(told, beside);
    look();
  });
  watcher.observe(seen);
  const wanted = () => sceneAfter(0, (model.get("scene") ?? 1) - 1, scenes.length);
  // the kernel, or a link to another widget, has chosen a scene
  const hear = () => wanted() === at || go(wanted());
  model.on("change:scene", hear);
  const unlook = onState(model, look);
  if (scenes.length) tell(wanted());
  return () => {
    watcher.disconnect();
    unfollow();
    document.removeEventListener("fullscreenchange", fit);
    document.removeEventListener("keydown", pressAnywhere);
    model.off("change:scene", hear);
    unlook();
    end();
  };
}

export default { render: guide };
