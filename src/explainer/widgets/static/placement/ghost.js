// @ts-check
// A socket off its place: drawn where it is held, hovering below a receptor, sliding back.

import { hexagon } from "../explorer/sockets.js";
import { svg } from "../shared/svg.js";

/** @import { Frame, Shape } from "../shared/sockets.js" */
/** @typedef {{root: SVGSVGElement, front: SVGElement, frame?: Frame}} Board the picture */

const GAP = 40; // units between a receptor and what hovers below it
const SLIDE = { duration: 450, easing: "cubic-bezier(.4, 0, .3, 1)" };
const SPREAD = [-0.25, 0, 0.25]; // of a socket's width, where dashes begin

/** @param {Shape} shape @returns {[number, number]} */
const middleOf = ({ x, y, w, h }) => [x + w / 2, y + h / 2];

/** Where a socket hovers. @param {Shape} home @param {Shape} target @returns {[number, number]} */
const hoverAt = (home, target) => [target.x + target.w / 2, target.y + target.h + GAP + home.h / 2];

const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

export class Ghost {
  #board;
  #place = svg("g", { class: "held" });
  /** @type {SVGElement | undefined} */
  #body;
  /** @type {Shape} */
  #home;
  /** @type {[number, number]} */
  #at;
  /** @type {Animation | undefined} */
  #slide;

  /** @param {Board} board @param {Shape} home where it is lifted from */
  constructor(board, home) {
    this.#board = board;
    this.#home = home;
    this.#at = middleOf(home);
    const outline = hexagon({ ...home, x: -home.w / 2, y: -home.h / 2 });
    this.#body = svg(
      "g",
      { class: "lifted" },
      svg("path", { d: outline }),
      svg("text", { y: 8, "font-size": 22, "text-anchor": "middle", class: "on-socket" }, "?"),
    );
    this.#place.append(this.#body);
    board.front.append(this.#place);
    board.root.classList.add("guessing");
    this.#source?.classList.add("away");
    this.stand(this.#at);
  }

  /** The socket in the picture, which is left behind. */
  get #source() {
    const all = this.#board.root.querySelectorAll(".shape.socket");
    return [...all].find((one) => /** @type {SVGElement} */ (one).dataset.id === this.#home.id);
  }

  /** @param {[number, number]} at */
  stand(at) {
    this.#at = at;
    this.#place.querySelector(".reach")?.remove();
    if (this.#body) this.#body.style.transform = `translate(${at[0]}px, ${at[1]}px)`;
  }

  /** Hover below a receptor; dashes reach out, and none arrives. @param {Shape} target */
  hover(target) {
    const { w, h } = this.#home;
    const at = hoverAt(this.#home, target);
    this.stand(at);
    const [x, y] = at;
    const [low, high] = [y - h / 2 - 4, target.y + target.h + GAP * 0.4];
    const lines = SPREAD.map((part) => `M${x + part * w},${low}L${x + part * w * 0.8},${high}`);
    this.#place.prepend(svg("path", { class: "reach", d: lines.join("") }));
  }

  /** Slide back to where it was lifted from. @param {() => void} done */
  slideBack(done) {
    const [from, to] = [this.#at, middleOf(this.#home)];
    this.stand(to);
    if (isStill() || !this.#body) return done();
    const frames = [from, to].map(([x, y]) => ({ transform: `translate(${x}px, ${y}px)` }));
    this.#slide = this.#body.animate(frames, SLIDE);
    this.#slide.onfinish = done;
  }

  /** Nothing of it is left. */
  end() {
    if (this.#slide) this.#slide.onfinish = null;
    this.#slide?.cancel();
    this.#place.remove();
    this.#board.root.classList.remove("guessing");
    this.#source?.classList.remove("away");
  }
}
