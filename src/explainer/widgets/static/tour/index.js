// @ts-check
// A tour: scenes told beside the Explorer's picture, for a lecture or for oneself. Python wrote
// every word.

import { complete, explore } from "../explorer/index.js";
import { taken } from "../explorer/keys.js";
import { onState, readModel, writeModel } from "../explorer/model.js";
import { prepare, show, soleEnd } from "../explorer/selection.js";
import { filled } from "../explorer/state.js";
import { followTheme, html, NO_SHORTCUTS } from "../shared/dom.js";
import { contentOf } from "../shared/parcel.js";
import { unpack } from "../shared/unpack.js";
import { drawScene, drawSigns } from "./draw.js";
import { buttonsOf, drawDangers, drawNotes, hazardsOf } from "./frame.js";
import { diminish, enlarge, widen } from "./lecture.js";
import { isAway, moveOf, sceneAfter, signsIn } from "./scene.js";

/** @import { Context, Model, Picture } from "../shared/types.js" */

const SPOKEN = { role: "status", "aria-live": "polite" }; // read out when it changes

const turn = (/** @type {Element} */ one, /** @type {boolean} */ isOpen) =>
  one.setAttribute("aria-expanded", String(isOpen));

class Tour {
  #at = 0;
  #isAsked = 0;
  #place = html("span", { class: "tour-place" });
  #heard = html("p", { class: "tour-heard", ...SPOKEN });
  #model;
  #picture;
  #scenes;
  #words;
  #buttons;
  #told;
  #aside;
  #message;
  #danger;
  #signs;
  #beside;
  #seen;

  /** @param {Model} model @param {Picture} picture */
  constructor(model, picture) {
    const { name, scenes, words } = picture.tour;
    this.#model = model;
    this.#picture = picture;
    this.#scenes = scenes;
    this.#words = words;
    this.#buttons = buttonsOf(words, {
      step: (move) => this.#step(move),
      home: () => this.#goHome(),
      explore: () => this.#turnControls(),
      notes: () => this.#turnNotes(),
      fill: () => this.#fill(),
    });
    const drawn = scenes.map((/** @type {any} */ one) =>
      drawScene(one, words, () => this.#notice()),
    );
    this.#told = html("div", { class: "tour-scenes" }, ...drawn);
    this.#aside = drawNotes(picture);
    const refused = { class: "tour-refused", role: "status", hidden: true };
    this.#message = html("p", refused, words.refused);
    const { now, dangers } = drawDangers(picture);
    this.#danger = now;
    this.#signs = html("ul", { class: "tour-signs", "aria-label": words.signs });
    this.#seen = html("div", { class: "tour-picture" }, this.#buttons.home);
    this.#beside = html("div", { class: "tour-words" }, this.#head(name), this.#told, dangers);
    this.#beside.append(this.#message, this.#heard);
    this.root = this.#frame(words.name.replace("{tour}", name));
  }

  /** The bar, beside the tour's name. @param {string} name */
  #head(name) {
    const { back, next, controls, notes, full } = this.#buttons;
    const label = this.#words.name.replace("{tour}", name);
    const looks = {
      class: "tour-bar",
      role: "group",
      "aria-label": label,
      title: this.#words.keys,
    };
    const bar = html("div", looks, back, this.#place, next, controls, notes, full);
    return html("header", {}, html("h3", { class: "name" }, name), bar);
  }

  /** @param {string} title */
  #frame(title) {
    const looks = { class: "explainer-tour", "aria-label": title, tabindex: -1 };
    const parts = [this.#beside, this.#aside, this.#seen, this.#signs];
    const frame = html("div", { class: "tour-frame" }, ...parts);
    return html("section", { ...looks, [NO_SHORTCUTS]: "true" }, frame);
  }

  /** Draw the Explorer, and listen. @returns {Promise<() => void>} how to end it */
  async start() {
    const { root } = this;
    const end = await explore({ model: this.#model, el: this.#seen });
    const stop = new AbortController();
    const { signal } = stop;
    root.addEventListener("keydown", (event) => this.#press(event));
    root.addEventListener("click", () => this.#takeKeyboard());
    document.addEventListener("fullscreenchange", () => this.#fit(), { signal });
    document.addEventListener("keydown", (event) => this.#pressAnywhere(event), { signal });
    const watcher = new ResizeObserver(() => this.#resize());
    watcher.observe(this.#seen);
    const hear = () => this.#hear();
    this.#model.on("change:scene", hear);
    const unlook = onState(this.#model, () => this.#look());
    if (this.#scenes.length) this.#tell(this.#wanted);
    return () => {
      watcher.disconnect();
      stop.abort();
      this.#model.off("change:scene", hear);
      unlook();
      end();
    };
  }

  get #isLarge() {
    return this.root.classList.contains("large");
  }

  /** The scene that the kernel has chosen. */
  get #wanted() {
    return sceneAfter(0, (this.#model.get("scene") ?? 1) - 1, this.#scenes.length);
  }

  /** The kernel, or a link to another widget, has chosen a scene. */
  #hear() {
    if (this.#wanted !== this.#at) this.#go(this.#wanted);
  }

  #turnControls() {
    turn(this.#buttons.controls, this.root.classList.toggle("exploring"));
  }

  #turnNotes() {
    this.#aside.hidden = !this.#aside.hidden;
    turn(this.#buttons.notes, !this.#aside.hidden);
  }

  /** Open what is to be noticed at this scene, or close it. */
  #notice() {
    const scene = this.#told.children[this.#at];
    const isOpen = scene.classList.toggle("noticed");
    const opener = scene.querySelector(".tour-open");
    if (opener) turn(opener, isOpen);
    const { notice } = this.#scenes[this.#at];
    if (isOpen) this.#heard.textContent = this.#words.noticed.replace("{notice}", notice);
  }

  #goHome() {
    this.#go(this.#at);
    this.root.focus({ preventScroll: true });
  }

  /** @param {number} move */
  #step(move) {
    const to = sceneAfter(this.#at, move, this.#scenes.length);
    if (to !== this.#at) this.#go(to);
  }

  /** Go to a scene and show its view, in one message to the kernel. @param {number} to */
  #go(to) {
    this.#at = to; // before the model tells of it
    writeModel(this.#model, this.#scenes[to].view, { scene: to + 1 });
    this.#tell(to);
  }

  /** Tell a scene's words. @param {number} to */
  #tell(to) {
    this.#at = to;
    const words = this.#words;
    const number = { number: to + 1, all: this.#scenes.length };
    this.#place.textContent = filled(words.place, number);
    const scene = { ...number, ...this.#scenes[to], asked: words.asked };
    this.#heard.textContent = filled(words.heard, scene);
    for (const stack of [this.#told, this.#aside])
      [...stack.children].forEach((one, i) => void one.classList.toggle("now", i === to));
    this.#buttons.back.setAttribute("aria-disabled", String(to === 0));
    this.#buttons.next.setAttribute("aria-disabled", String(to === this.#scenes.length - 1));
    this.#look();
  }

  /** Once the picture has changed: its signs, its type, and the way back to the scene. */
  #look() {
    cancelAnimationFrame(this.#isAsked);
    this.#isAsked = requestAnimationFrame(() => this.#update());
  }

  #update() {
    const picture = this.#picture;
    const state = readModel(this.#model, picture);
    const shown = show(picture, state);
    const { view } = this.#scenes[this.#at];
    this.#buttons.home.classList.toggle("away", isAway(state, view));
    this.#danger.replaceChildren(...hazardsOf(picture, state));
    const end = soleEnd(picture, shown.rows);
    const groups = signsIn(picture, state, shown);
    this.#signs.replaceChildren(...groups.map((signs) => drawSigns(picture, signs, end)));
    this.#scale();
  }

  /** Type for a room where the tour fills the screen. */
  #scale() {
    const drawn = this.#seen.querySelector(".stage .map > svg");
    if (!drawn) return;
    const form = this.#picture.forms[drawn.classList.contains("narrow") ? "narrow" : "wide"];
    (this.#isLarge ? enlarge : diminish)(drawn, form);
  }

  #resize() {
    if (this.#isLarge) widen(this.#told, this.#beside);
    this.#look();
  }

  /** What a letter does. @param {string} letter @returns {(() => void) | undefined} */
  #letter(letter) {
    if (letter === "n") return () => this.#notice();
    if (letter === "p") return () => this.#buttons.notes.click();
    return letter === "f" ? () => this.#fill() : undefined;
  }

  /** Keys are the tour's own but in the picture, its panels or fields.
   * @param {KeyboardEvent} event */
  #press(event) {
    if (this.#seen.contains(/** @type {Node} */ (event.target))) return;
    const move = moveOf(event);
    const isPlain = !(event.ctrlKey || event.metaKey || event.altKey);
    const run = isPlain ? this.#letter(event.key.toLowerCase()) : undefined;
    if (move !== undefined) this.#step(move);
    else if (run) run();
    else return;
    taken(event);
  }

  /** While the tour fills the screen, keys that reach nothing else are its own.
   * @param {KeyboardEvent} event */
  #pressAnywhere(event) {
    const isOurs = document.fullscreenElement === this.root && event.target === document.body;
    if (isOurs) this.#press(event);
  }

  #takeKeyboard() {
    if (!this.root.contains(document.activeElement)) this.root.focus({ preventScroll: true });
  }

  /** Fill the screen, or leave it. */
  async #fill() {
    this.#message.hidden = true;
    if (document.fullscreenElement === this.root) return void document.exitFullscreen();
    try {
      await this.root.requestFullscreen();
    } catch {
      this.#message.hidden = false;
    }
  }

  #fit() {
    const isLarge = document.fullscreenElement === this.root;
    if (isLarge === this.#isLarge) return;
    const { full } = this.#buttons;
    this.root.classList.toggle("large", isLarge);
    full.textContent = isLarge ? this.#words.small : this.#words.large;
    this.#told.style.fontSize = "";
    if (isLarge) widen(this.#told, this.#beside);
    (isLarge ? this.root : full).focus({ preventScroll: true });
    this.#look();
  }
}

/** @param {Context} context */
async function guide({ model, el }) {
  const [first, rest, words] = await Promise.all(
    ["data", "rest", "words"].map((name) => contentOf(model, name).then(unpack)),
  );
  const tour = new Tour(model, prepare(complete({ ...first, tour: words }, rest)));
  const unfollow = followTheme(tour.root);
  el.append(tour.root);
  const end = await tour.start();
  return () => {
    unfollow();
    end();
  };
}

export default { render: guide };
