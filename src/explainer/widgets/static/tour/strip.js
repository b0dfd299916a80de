// @ts-check
// All scenes of a tour one below the other, each at its last step: to scroll through, and to print.

import { button, followTheme, html } from "../shared/dom.js";
import { drawScene } from "./draw.js";
import { hazardsOf } from "./frame.js";
import { ScenePicture } from "./picture.js";

/** @import { Picture } from "../shared/types.js" */

export class Strip {
  #picture;
  #button;
  #root = html("div", { class: "tour-strip", hidden: true });
  /** @type {(() => void)[]} */
  #ends = [];

  /** @param {Picture} picture @param {Element} tour whose scenes they are */
  constructor(picture, tour) {
    this.#picture = picture;
    const looks = { class: "tour-all", "aria-expanded": "false" };
    this.#button = button(picture.tour.words.all, () => this.#turn(this.#isShut), looks);
    tour.querySelector(".tour-bar")?.append(this.#button);
    tour.append(this.#root);
    // Paper has room for all scenes, and nothing to press.
    let wasShut = true;
    const print = () => {
      wasShut = this.#isShut;
      tour.classList.add("printed");
      this.#turn(true);
    };
    const back = () => {
      tour.classList.remove("printed");
      this.#turn(!wasShut);
    };
    addEventListener("beforeprint", print);
    addEventListener("afterprint", back);
    this.#ends.push(() => removeEventListener("beforeprint", print));
    this.#ends.push(() => removeEventListener("afterprint", back));
  }

  get #isShut() {
    return this.#root.hidden === true;
  }

  /** @param {boolean} isOpen */
  #turn(isOpen) {
    this.#root.hidden = !isOpen;
    this.#button.setAttribute("aria-expanded", String(isOpen));
    const { scenes } = this.#picture.tour;
    if (isOpen && !this.#root.childElementCount) for (const scene of scenes) this.#draw(scene);
  }

  /** One scene with all that is told of it; a picture is drawn once it has a place.
   * @param {any} scene */
  #draw(scene) {
    const { words } = this.#picture.tour;
    const still = new ScenePicture(this.#picture);
    this.#ends.push(followTheme(still.root));
    const now = html("div", { class: "now" }, ...hazardsOf(this.#picture, scene.view));
    const dangers = html("div", { class: "tour-dangers" }, now);
    const parts = [drawScene(scene, words), still.root, dangers];
    this.#root.append(html("section", { class: "tour-still" }, ...parts));
    still.draw(scene, scene.steps.length - 1, false);
  }

  end() {
    for (const end of this.#ends) end();
  }
}
