// @ts-check
// "Put the article's receptor where you think it belongs": a socket is lifted by mouse, finger, pen
// or key, hovers below a receptor, and slides back. Whatever breaks off ends where it began.

import { Ghost } from "./ghost.js";
import { nextTarget, REST, stepped } from "./machine.js";

/** @import { Shape } from "../shared/sockets.js" */
/** @import { Board } from "./ghost.js" */
/** @import { Hold, Step } from "./machine.js" */
/** What may be lifted now, and who hears of it. In a guess a tap and Enter lift, too; elsewhere
 * they choose.
 * @typedef {{isOpen: () => boolean, isGuess: () => boolean, targets: string[],
 *   told: (socket: string, target: string) => void, moved: (hold: Hold) => void}} Rules */

const START = 6; // pixels that a pointer moves before it lifts anything
const REACH = 44; // units around a receptor from which it is meant
const WAYS = /** @type {Record<string, number>} */ ({
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
});

export class Gesture {
  #board;
  #rules;
  /** @type {Readonly<Hold>} */
  #hold = REST;
  /** @type {Ghost | undefined} */
  #ghost;
  /** @type {{id: number, x: number, y: number, socket: string} | undefined} */
  #pointer;
  #isDragged = false;
  #isKeyed = false; // held by the keyboard, and let go when that goes elsewhere

  /** @param {Board} board @param {Rules} rules */
  constructor(board, rules) {
    this.#board = board;
    this.#rules = rules;
    const { root } = board;
    const first = { capture: true }; // before the picture takes it for a choice
    root.addEventListener("pointerdown", (event) => this.#down(event), first);
    root.addEventListener("pointermove", (event) => this.#move(event));
    root.addEventListener("pointerup", (event) => this.#up(event));
    root.addEventListener("pointercancel", () => this.#pointer && this.cancel());
    // A finger is first held by what it touched, and is lost there when the picture takes it.
    root.addEventListener("lostpointercapture", ({ target }) => {
      if (target === root && this.#pointer) this.cancel();
    });
    // A finger on a socket moves the socket, not the page, also where styles are not heeded.
    const hold = (/** @type {TouchEvent} */ event) => this.#pointer && event.preventDefault();
    root.addEventListener("touchmove", hold, { passive: false });
    root.addEventListener("click", (event) => this.#click(event), first);
    root.addEventListener("keydown", (event) => this.#press(event), first);
    root.addEventListener("contextmenu", () => this.cancel());
  }

  /** Break off: what was lifted is where it was; what was let go has been told. */
  cancel() {
    this.#pointer = undefined;
    this.#isKeyed = false;
    if (this.#hold.phase === "back") this.#settle();
    else this.#step({ end: true });
  }

  /** Put a socket somewhere without a hand. @param {string} socket @param {string} target */
  put(socket, target) {
    this.cancel();
    this.#step({ lift: socket });
    this.#step({ over: target });
    this.#step({ drop: true });
  }

  /** @param {Step} step */
  #step(step) {
    const before = this.#hold;
    this.#hold = stepped(before, step);
    if (this.#hold === before) return;
    this.#rules.moved(this.#hold);
    this.#draw();
  }

  /** @param {string} id @returns {Shape | undefined} */
  #shape(id) {
    const isPlace = (/** @type {Shape} */ { look }) => look === "socket" || look === "receptor";
    return this.#board.frame?.shapes?.find((shape) => shape.id === id && isPlace(shape));
  }

  #draw() {
    const { phase, socket, over } = this.#hold;
    const [home, target] = [this.#shape(socket), this.#shape(over)];
    if (phase === "rest" || !home) {
      this.#ghost?.end();
      this.#ghost = undefined;
      return;
    }
    this.#ghost ??= new Ghost(this.#board, home);
    if (phase === "back") this.#ghost.slideBack(() => this.#settle());
    else if (target) this.#ghost.hover(target);
  }

  #settle() {
    const { phase, socket, over } = this.#hold;
    if (phase !== "back") return;
    this.#step({ end: true });
    this.#rules.told(socket, over);
  }

  // The hand

  /** @param {PointerEvent} event */
  #down(event) {
    this.#isDragged = false;
    if (!event.isPrimary || this.#pointer) return this.cancel(); // a second finger lets go
    const socket = socketOf(event);
    if (!socket || event.button || !this.#rules.isOpen()) return;
    this.#pointer = { id: event.pointerId, x: event.clientX, y: event.clientY, socket };
  }

  /** @param {PointerEvent} event */
  #move(event) {
    if (event.pointerId !== this.#pointer?.id) return;
    if (!this.#isDragged && !this.#drag(event, this.#pointer)) return;
    const at = this.#pointOf(event);
    const over = this.#meant(at);
    this.#step({ over });
    if (!over) this.#ghost?.stand(at);
  }

  /** Begin to drag, once a pointer has moved enough. @param {PointerEvent} event
   * @param {{id: number, x: number, y: number, socket: string}} pointer */
  #drag({ clientX, clientY }, { id, x, y, socket }) {
    if (Math.hypot(clientX - x, clientY - y) < START) return false;
    if (this.#hold.phase !== "rest") this.cancel();
    this.#pointer = { id, x, y, socket };
    this.#isDragged = true;
    this.#board.root.setPointerCapture(id);
    this.#step({ lift: socket });
    return true;
  }

  /** @param {PointerEvent} event */
  #up(event) {
    if (event.pointerId !== this.#pointer?.id) return;
    this.#pointer = undefined;
    if (this.#isDragged) this.#step({ drop: true });
  }

  /** @param {PointerEvent} event @returns {[number, number]} in units of the frame */
  #pointOf({ clientX, clientY }) {
    const matrix = this.#board.root.getScreenCTM()?.inverse();
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix);
    return [x, y];
  }

  /** The receptor that is meant at a point. @param {[number, number]} point */
  #meant(point) {
    let [meant, least] = ["", REACH];
    for (const id of this.#rules.targets) {
      const shape = this.#shape(id);
      const far = shape ? distance(shape, point) : REACH;
      if (far < least) [meant, least] = [id, far];
    }
    return meant;
  }

  /** A tap lifts a socket, and a second one says where it belongs. @param {MouseEvent} event */
  #click(event) {
    const { phase, socket } = this.#hold;
    const tapped = phase === "rest" && this.#rules.isGuess() ? socketOf(event) : "";
    if (this.#isDragged || phase !== "rest" || tapped) event.stopImmediatePropagation();
    if (this.#isDragged) this.#isDragged = false;
    else if (tapped) this.#step({ lift: tapped });
    else if (phase === "held") this.#tap(socket, event);
  }

  /** @param {string} socket that is held @param {MouseEvent} event */
  #tap(socket, event) {
    const shape = /** @type {Element} */ (event.target).closest("[data-id]");
    const id = /** @type {SVGElement | null} */ (shape)?.dataset.id ?? "";
    if (this.#rules.targets.includes(id)) this.put(socket, id);
    else this.cancel();
  }

  // The keyboard

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (!(this.#hold.phase === "held" ? this.#steer(event) : this.#start(event))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether it was meant for the gesture */
  #start(event) {
    const socket = socketOf(event);
    if (!socket || !isPress(event) || !this.#rules.isGuess()) return false;
    if (!event.repeat) {
      this.cancel();
      this.#isKeyed = true;
      // Not heard by the picture itself: Chromium takes an svg that hears of it for a stop of Tab.
      const leave = () => this.#isKeyed && this.cancel();
      event.target?.addEventListener("focusout", leave, { once: true });
      this.#step({ lift: socket });
      this.#step({ over: this.#rules.targets[0] });
    }
    return true;
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether it was meant for the gesture */
  #steer(event) {
    const way = WAYS[event.key];
    if (way) this.#step({ over: nextTarget(this.#rules.targets, this.#hold.over, way) });
    else if (event.key === "Escape") this.cancel();
    else if (!isPress(event)) return false;
    else if (!event.repeat) this.#step({ drop: true });
    return true;
  }
}

/** @param {KeyboardEvent} event */
const isPress = ({ key }) => key === "Enter" || key === " ";

/** The socket that an event is about. @param {Event} event */
const socketOf = ({ target }) =>
  /** @type {SVGElement | null} */ (
    /** @type {Element} */ (target).closest(".shape.socket[data-id]")
  )?.dataset.id ?? "";

/** How far a point is from a box. @param {Shape} box @param {[number, number]} point */
const distance = ({ x, y, w, h }, [px, py]) =>
  Math.hypot(Math.max(x - px, 0, px - x - w), Math.max(y - py, 0, py - y - h));
