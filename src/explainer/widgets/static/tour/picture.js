// @ts-check
// The picture of a scene: a frame of its own for each size of room, and its findings in turn.

import { Painter } from "../explorer/sockets.js";
import { html } from "../shared/dom.js";

/** @import { Picture } from "../shared/types.js" */

/** @import { Frame } from "../shared/sockets.js" */

const TWICE = 2; // as large as its frame, at least: then type of 12 pixels has 24

/** Width of the frame for a lecture: of those that are large enough, the one with most findings,
 * then the largest.
 * @param {Frame[]} frames @param {Element} room */
function largest(frames, { clientWidth, clientHeight }) {
  const ranked = frames.map(({ width, height = 1, fields = [], stacks = [] }) => {
    const scale = Math.min(clientWidth / width, clientHeight / height);
    const count = [...fields, ...stacks].reduce((sum, { marks }) => sum + marks.length, 0);
    return { width, scale, rank: [Number(scale >= TWICE), scale >= TWICE ? count : 0, scale] };
  });
  const isBefore = (/** @type {number[]} */ one, /** @type {number[]} */ other) => {
    const at = one.findIndex((value, i) => value !== other[i]);
    return at >= 0 && one[at] > other[at];
  };
  return ranked.reduce((best, one) => (isBefore(one.rank, best.rank) ? one : best)).width;
}

export class ScenePicture {
  #picture;
  #painter;
  #key = html("ul", { class: "tour-key" });
  #place = html("div", { class: "tour-drawn" });

  /** What is drawn now. @type {any} */
  #scene;
  #step = 0;

  /** @param {Picture} picture */
  constructor(picture) {
    this.#picture = picture;
    const { scenes, words } = picture.tour;
    const frames = Object.fromEntries(
      scenes.map((/** @type {any} */ scene) => [scene.id, scene.frames]),
    );
    const own = { ...picture.sockets, frames };
    this.#painter = new Painter(own, words.picture, picture.words.silent);
    this.#painter.root.setAttribute("preserveAspectRatio", "xMidYMin");
    this.#place.append(this.#painter.root);
    this.root = html("div", { class: "explainer tour-stage" }, this.#key, this.#place);
  }

  /** What has been chosen: a finding, or something with a name.
   * @param {(chosen: {finding?: string, id?: string}) => void} choose */
  onChoice(choose) {
    this.#painter.root.addEventListener("click", (/** @type {MouseEvent} */ event) => {
      const target = /** @type {Element} */ (event.target).closest("[role=button]");
      if (target) choose({ .../** @type {HTMLElement} */ (target).dataset });
    });
  }

  /** Draw a scene at one of its steps. @param {any} scene @param {number} step
   * @param {boolean} isLarge whether it fills the screen
   * @returns {number} how many findings are shown */
  draw(scene, step, isLarge) {
    const { findings } = this.#picture.sockets;
    const [part, who] = scene.steps[step];
    const isTelling = part === "story" || part === "question";
    this.root.classList.toggle("noticed", part === "notice");
    if (scene !== this.#scene || step !== this.#step) this.#painter.look(); // else the room changed
    [this.#scene, this.#step] = [scene, step];
    this.#painter.update({
      key: scene.id,
      width: isLarge ? largest(scene.frames, this.#place) : this.#place.clientWidth || 1,
      lens: scene.view.lens,
      isSealed: isTelling,
      isIn: (/** @type {number} */ i) => who.includes(findings[i].who),
      isLit: () => true,
      pairs: [],
    });
    this.#painter.root.style.maxWidth = "";
    this.#fillKey(scene);
    return this.#painter.inView.length;
  }

  /** The signs that this scene shows sooner or later, in words. @param {any} scene */
  #fillKey(scene) {
    const { findings, key } = this.#picture.sockets;
    const marks = scene.frames[0].fields ?? [];
    const stacks = scene.frames[0].stacks ?? [];
    const drawn = [...marks, ...stacks].flatMap(({ marks: some }) =>
      some.map((/** @type {number} */ i) => findings[i]),
    );
    const isThere = (/** @type {string} */ level, /** @type {string} */ who) =>
      drawn.some((one) => (who ? one.who === who : one.level === level));
    const items = key
      .filter(([level, who]) => isThere(level, who))
      .map(([level, who, word]) =>
        html(
          "li",
          { class: who ? "" : "tour-level" },
          this.#painter.sign(level, who || "people"),
          html("span", {}, word),
        ),
      );
    this.#key.replaceChildren(...items);
  }
}
