// @ts-check
// A tour: scenes told one after the other, each with its own picture, for a lecture or for oneself.
// Python wrote every word, and drew every frame.

import { complete, explore } from "../explorer/index.js";
import { taken } from "../explorer/keys.js";
import { onState, readModel, writeModel } from "../explorer/model.js";
import { prepare } from "../explorer/selection.js";
import { filled } from "../explorer/state.js";
import { followTheme, html, NO_SHORTCUTS } from "../shared/dom.js";
import { contentOf } from "../shared/parcel.js";
import { unpack } from "../shared/unpack.js";
import { drawRows, drawScene, spokenAt } from "./draw.js";
import { buttonsOf, drawDangers, drawNotes, hazardsOf, turn } from "./frame.js";
import { Guessing } from "./guess.js";
import { ScenePicture } from "./picture.js";
import { isAway, isTyped, moveOf, sceneNear, standAfter } from "./scene.js";
import { Strip } from "./strip.js";

/** @import { Context, Model, Picture } from "../shared/types.js" */
/** @import { Stand } from "./scene.js" */

const SPOKEN = { role: "status", "aria-live": "polite" }; // read out when it changes

class Tour {
  /** @type {Stand} */
  #at = { scene: 0, step: 0 };
  #isAsked = 0;
  #place = html("span", { class: "tour-place" });
  #dots = html("span", { class: "tour-dots", "aria-hidden": "true" });
  #heard = html("p", { class: "tour-heard", ...SPOKEN });
  #model;
  #picture;
  #scenes;
  #words;
  #buttons;
  #told;
  #rests;
  #aside;
  #message;
  #danger;
  #drawn;
  #explorer;

  /** @param {Model} model @param {Picture} picture */
  constructor(model, picture) {
    const { name, scenes, words } = picture.tour;
    this.#model = model;
    this.#picture = picture;
    this.#scenes = scenes;
    this.#words = words;
    this.#buttons = buttonsOf(words, {
      step: (move) => this.#step(move),
      home: () => {
        writeModel(this.#model, this.#scene.view);
        this.root.focus({ preventScroll: true });
      },
      explore: () => this.#turnExplorer(this.#explorer.hidden === true),
      notes: () => this.#turnNotes(),
      fill: () => this.#fill(),
    });
    const drawn = scenes.map((/** @type {any} */ scene) =>
      drawScene(scene, words, new Guessing(scene, picture.words.predict, () => this.#step(1))),
    );
    this.#told = html("div", { class: "tour-scenes" }, ...drawn);
    this.#rests = html("div", { class: "tour-because" });
    this.#aside = drawNotes(picture);
    const refused = { class: "tour-refused", role: "status", hidden: true };
    this.#message = html("p", refused, words.refused);
    const { now, dangers } = drawDangers(picture);
    this.#danger = now;
    this.#drawn = new ScenePicture(picture);
    this.#drawn.onChoice((chosen) => this.#open(chosen));
    this.#explorer = html("div", { class: "tour-picture", hidden: true }, this.#buttons.home);
    const foot = html("p", { class: "tour-foot" }, picture.words.descriptive);
    const parts = [this.#head(name), this.#told, this.#drawn.root, dangers, this.#rests, foot];
    const stop = html("div", { class: "tour-words" }, ...parts, this.#message, this.#heard);
    const label = words.name.replace("{tour}", name);
    const looks = { class: "explainer-tour", "aria-label": label, tabindex: -1 };
    const all = [stop, this.#aside, this.#explorer];
    this.root = html("section", { ...looks, [NO_SHORTCUTS]: "true" }, ...all);
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
    const count = html("span", { class: "tour-count" }, this.#place, this.#dots);
    const bar = html("div", looks, back, count, next, controls, notes, full);
    return html("header", {}, html("h3", { class: "name" }, name), bar);
  }

  /** Draw the Explorer, and listen. @returns {Promise<() => void>} how to end it */
  async start() {
    const { root } = this;
    const end = await explore({ model: this.#model, el: this.#explorer });
    const stop = new AbortController();
    const { signal } = stop;
    root.addEventListener("keydown", (event) => this.#press(event));
    root.addEventListener("click", () => {
      if (!root.contains(document.activeElement)) root.focus({ preventScroll: true });
    });
    document.addEventListener("fullscreenchange", () => this.#fit(), { signal });
    document.addEventListener("keydown", (event) => this.#pressAnywhere(event), { signal });
    const watcher = new ResizeObserver(() => this.#look());
    watcher.observe(this.#drawn.root);
    const hear = () => this.#hear();
    this.#model.on("change:scene", hear);
    const unlook = onState(this.#model, () => this.#look());
    if (this.#scenes.length) this.#tell({ scene: this.#wanted, step: 0 });
    return () => {
      watcher.disconnect();
      stop.abort();
      this.#model.off("change:scene", hear);
      unlook();
      end();
    };
  }

  /** What is dark where the page is dark. */
  get themed() {
    return [this.root, this.#drawn.root];
  }

  get #isLarge() {
    return this.root.classList.contains("large");
  }

  get #scene() {
    return this.#scenes[this.#at.scene];
  }

  /** The scene that the kernel has chosen. */
  get #wanted() {
    return sceneNear((this.#model.get("scene") ?? 1) - 1, this.#scenes.length);
  }

  /** The kernel, or a link to another widget, has chosen a scene. */
  #hear() {
    if (this.#wanted !== this.#at.scene) this.#go({ scene: this.#wanted, step: 0 });
  }

  /** @param {boolean} isOpen */
  #turnExplorer(isOpen) {
    this.#explorer.hidden = !isOpen;
    turn(this.#buttons.controls, isOpen);
  }

  #turnNotes() {
    this.#aside.hidden = !this.#aside.hidden;
    turn(this.#buttons.notes, !this.#aside.hidden);
  }

  /** Look at something of the picture in the Explorer below.
   * @param {{finding?: string, id?: string}} chosen */
  #open({ finding, id }) {
    const state = readModel(this.#model, this.#picture);
    const one = finding === undefined ? undefined : this.#picture.sockets.findings[Number(finding)];
    if (one) {
      const looked = { focus: one.agent, also: [one.domain], row: one.id, panel: "card" };
      writeModel(this.#model, { ...state, ...looked });
    } else if (id && this.#picture.place.has(id)) {
      writeModel(this.#model, { ...state, focus: id, also: [], row: "", panel: "card" });
    } else return;
    this.#turnExplorer(true);
  }

  /** @param {number} move */
  #step(move) {
    const counts = this.#scenes.map((/** @type {any} */ one) => one.steps.length);
    const to = standAfter(this.#at, move, counts);
    if (to.scene !== this.#at.scene) this.#go(to);
    else if (to.step !== this.#at.step) this.#tell(to);
  }

  /** Go to a scene and show its view, in one message to the kernel. @param {Stand} to */
  #go(to) {
    this.#at = to; // before the model tells of it
    writeModel(this.#model, this.#scenes[to.scene].view, { scene: to.scene + 1 });
    this.#tell(to);
  }

  /** Tell one thing of a scene. @param {Stand} to */
  #tell(to) {
    this.#at = to;
    const words = this.#words;
    const count = this.#scenes.length;
    const { scene, step } = to;
    const { steps } = this.#scene;
    this.#place.textContent = filled(words.place, { number: scene + 1, all: count });
    const dots = steps.map((/** @type {unknown} */ _, /** @type {number} */ i) =>
      i <= step ? "●" : "○",
    );
    this.#dots.textContent = dots.join("");
    for (const all of [this.#told, this.#aside])
      for (const [i, one] of [...all.children].entries()) one.classList.toggle("now", i === scene);
    const [part] = steps[step];
    for (const one of this.#told.children[scene].querySelectorAll("[data-part]"))
      one.classList.toggle("now", (one.getAttribute("data-part") ?? "").split(" ").includes(part));
    this.#rests.replaceChildren(...(part === "notice" ? [drawRows(this.#scene, words)] : []));
    const isLast = scene === count - 1 && step === steps.length - 1;
    this.#buttons.back.setAttribute("aria-disabled", String(scene + step === 0));
    this.#buttons.next.setAttribute("aria-disabled", String(isLast));
    this.#update();
    const number = { number: scene + 1, all: count, n: this.#shown };
    this.#heard.textContent = filled(spokenAt(part, words), { ...this.#scene, ...number });
  }

  #shown = 0;

  /** Once the picture or its room has changed. */
  #look() {
    cancelAnimationFrame(this.#isAsked);
    this.#isAsked = requestAnimationFrame(() => this.#update());
  }

  #update() {
    if (!this.#scenes.length) return;
    const state = readModel(this.#model, this.#picture);
    this.#shown = this.#drawn.draw(this.#scene, this.#at.step, this.#isLarge);
    this.#buttons.home.classList.toggle("away", isAway(state, this.#scene.view));
    this.#danger.replaceChildren(...hazardsOf(this.#picture, this.#scene.view));
  }

  /** What a letter does. @param {string} letter @returns {(() => void) | undefined} */
  #letter(letter) {
    const last = { ...this.#at, step: this.#scene.steps.length - 1 };
    if (letter === "n") return () => this.#tell(last);
    if (letter === "p") return () => this.#buttons.notes.click();
    return letter === "f" ? () => this.#fill() : undefined;
  }

  /** Keys are the tour's own but in the Explorer, its panels or fields.
   * @param {KeyboardEvent} event */
  #press(event) {
    if (isTyped(event) || this.#explorer.contains(/** @type {Node} */ (event.target))) return;
    const move = moveOf(event);
    const isHeld = event.ctrlKey || event.metaKey || event.altKey;
    const run = isHeld ? undefined : this.#letter(event.key.toLowerCase());
    if (move !== undefined) this.#step(move);
    else if (run) run();
    else return;
    taken(event);
  }

  /** While the tour fills the screen, keys that reach nothing else are its own.
   * @param {KeyboardEvent} event */
  #pressAnywhere(event) {
    if (document.fullscreenElement === this.root && event.target === document.body)
      this.#press(event);
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
    (isLarge ? this.root : full).focus({ preventScroll: true });
    this.#look();
  }
}

/** @param {Context} context */
async function guide({ model, el }) {
  const [first, rest, words] = await Promise.all(
    ["data", "rest", "words"].map((name) => contentOf(model, name).then(unpack)),
  );
  const picture = prepare(complete({ ...first, tour: words }, rest));
  const tour = new Tour(model, picture);
  const themes = tour.themed.map(followTheme);
  const strip = new Strip(picture, tour.root);
  el.append(tour.root);
  const end = await tour.start();
  return () => {
    for (const unfollow of themes) unfollow();
    strip.end();
    end();
  };
}

export default { render: guide };
