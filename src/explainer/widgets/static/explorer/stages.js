// @ts-check
// Which picture stands in the stage: the findings, or the whole map with all names and lines.

import { html } from "../shared/dom.js";
import { SocketStage } from "./socket_stage.js";
import { Stage } from "./stage.js";

/** @import { Act, Picture, Shown, State } from "../shared/types.js" */

const MAPPED = ["trace", "compare"]; // panels that tell of lines

/** Whether a state is told on the whole map. @param {State} state */
export const isMapped = ({ view, panel }) => view === "map" || MAPPED.includes(panel);

export class Stages {
  #picture;
  #session;
  #places;
  #head;
  /** @type {Stage | undefined} */
  #map;
  #sockets;

  /** @param {HTMLElement} stage @param {Picture} picture
   * @param {{state: State, set: (part: Partial<State>) => void}} session
   * @param {HTMLElement} head where the answer stands @param {Act} act */
  constructor(stage, picture, session, head, act) {
    this.#picture = picture;
    this.#session = session;
    this.#places = {
      map: html("div", { class: "map" }),
      sockets: html("div", { class: "findings" }),
    };
    this.#head = head;
    stage.append(this.#places.sockets, this.#places.map);
    this.#sockets = new SocketStage(this.#places.sockets, picture, session, head, act);
  }

  get #isMap() {
    return isMapped(this.#session.state);
  }

  get #current() {
    if (!this.#isMap) return this.#sockets;
    this.#map ??= new Stage(this.#places.map, this.#picture, this.#session);
    return this.#map;
  }

  get drawing() {
    return this.#current.drawing;
  }

  /** The answer above the picture; above the map none stands. */
  get headline() {
    return this.#isMap ? "" : this.#sockets.headline;
  }

  /** Draw another form, if the room has changed so. @returns {boolean} whether it has */
  fit() {
    return this.#current.fit();
  }

  /** A step follows: what moves is to be seen moving. */
  look() {
    this.#sockets.look();
  }

  /** Put one of the article's receptors somewhere, as with the hand.
   * @param {string} socket @param {string} target */
  put(socket, target) {
    this.#sockets.put(socket, target);
  }

  /** @param {State} state @param {Shown} shown @param {boolean} isSealed whether no finding may be
   *   seen yet @param {string} room what the picture's width depends on */
  update(state, shown, isSealed, room) {
    this.#places.map.hidden = !this.#isMap;
    this.#places.sockets.hidden = this.#isMap;
    this.#head.classList.toggle("mapped", this.#isMap); // the answer goes, the warning stays
    if (this.#isMap) this.#current.fit();
    this.#current.update(state, shown, isSealed, room);
  }

  /** Too many nodes to draw at once. @param {Shown} shown */
  isTooLarge(shown) {
    return this.#current.isTooLarge(shown);
  }
}
