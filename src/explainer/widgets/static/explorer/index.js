// @ts-check
// The Explorer: the picture with its controls, sentence and panels. Python decided every position,
// word, colour and sign and sent it as `data`; here are only shapes, classes and events. It knows
// no pharmacology.

import { heedSigns } from "../odds/sign.js";
import { freshGuesses, isOpened, isSealed } from "../panels/predict.js";
import { download, followTheme, html, lossOf, nameAlone, unique } from "../shared/dom.js";
import { contentOf } from "../shared/parcel.js";
import { steady } from "../shared/steady.js";
import { unpack } from "../shared/unpack.js";
import { codeOfAddress } from "./address.js";
import { arrange } from "./arrangement.js";
import { articleSide } from "./article.js";
import { addFrames } from "./columns.js";
import { controls } from "./controls.js";
import { hazardList, hazards, inBrief } from "./hazard.js";
import { commandOf, taken } from "./keys.js";
import { readModel } from "./model.js";
import { drawPanel, panelOf } from "./panel.js";
import { watchRoom } from "./room.js";
import { prepare, show } from "./selection.js";
import { sentence } from "./sentence.js";
import { overviewFrom, Session } from "./session.js";
import { share } from "./share.js";
import { isMapped, Stages } from "./stages.js";
import { isFirst, OVERVIEW, readCode } from "./state.js";
import { tabsOf } from "./tabs.js";

/** @import { Act, Context, Model, Picture, Shown } from "../shared/types.js" */

const SPOKEN = { role: "status", "aria-live": "polite" }; // read out when it changes

/** The places that are filled anew for each state. @param {string} name of the widget */
function placesOf(name) {
  const message = html("p", { class: "message", ...SPOKEN });
  const said = html("p", { class: "sentence", ...SPOKEN });
  return {
    message,
    said,
    told: html("div", { class: "told" }, said),
    dangers: html("div", { class: "dangers", ...SPOKEN }),
    stage: html("div", { class: "stage" }),
    panel: panelOf(name),
  };
}

/** Whether letters that are typed there belong to a text. @param {EventTarget | null} target */
const isText = (target) => /** @type {Element} */ (target).matches("input[type=text], textarea");

/** What stands above the picture, in its order, and what stands below it.
 * @param {Picture} picture
 * @param {HTMLElement} root
 * @param {HTMLElement} body
 * @param {HTMLElement[]} above */
function layOut({ words }, root, body, above) {
  root.setAttribute("aria-label", nameAlone(words.name));
  const foot = html("p", { class: "foot" }, words.trail);
  const help = words.help ? [html("p", { class: "help" }, words.help)] : [];
  root.append(...above, body, foot, ...help);
}

class View {
  #name = unique();
  #places = placesOf(this.#name);
  /** @type {Record<string, object>} */
  #memories = {};
  #root;
  #picture;
  #session;
  #act;
  #tabs;
  #side;
  #body;
  #hold;
  #sharing;
  #bar;
  #stage;
  /** @type {Shown} */
  #shown;
  #isWhole;
  #room;
  #head = html("div", { class: "head" });
  #article = html("aside", { class: "article-side" });
  /** Hazards for which there is no room above the picture; each is in sight once. */
  #below = html("div", { class: "dangers-below" });

  /** @param {Model} model @param {HTMLElement} root @param {Picture} picture
   * @param {boolean} isWhole or the first view alone, until it is completed */
  constructor(model, root, picture, isWhole) {
    const { stage, panel, told, dangers } = this.#places;
    this.#isWhole = isWhole;
    this.#root = root;
    this.#room = root.clientWidth;
    this.#picture = picture;
    this.#session = new Session(model, picture, (isStep) => this.#changed(isStep));
    this.#act = this.#actions();
    this.#tabs = tabsOf(picture, this.#name, (word) => this.#session.set({ panel: word }));
    this.#side = html("div", { class: "side" }, told, this.#tabs.bar, panel);
    this.#body = html("div", { class: "body" }, stage, this.#article, this.#side);
    const kept = new Map([[stage, stage]]).set(this.#side, this.#tabs.bar);
    this.#hold = steady(root, kept);
    this.#sharing = share(picture, () => this.#now(), this.#act);
    this.#bar = controls(picture, this.#act, () => this.#sharing.toggle());
    const [lost, unheed] = lossOf(model, picture.words.lost);
    this.#body.insertBefore(this.#below, this.#article);
    layOut(picture, root, this.#body, [lost, ...this.#controls, this.#head, dangers]);
    root.addEventListener("keydown", (event) => this.#press(event));
    heedSigns(this.#body, panel, this.#act.set);
    this.#stage = new Stages(stage, picture, this.#session, this.#head, this.#act);
    this.#head.append(html("p", { class: "descriptive" }, picture.words.descriptive));
    this.#shown = this.#update();
    const unwatch = this.#watch(stage);
    this.end = () => {
      unwatch();
      unheed();
      this.#session.end();
    };
    this.#takeAddress();
    this.#mark();
  }

  /** All of the picture is there: what was chosen before is shown now. */
  complete() {
    this.#isWhole = true;
    this.#mark();
    this.#update();
  }

  /** Files hold all that stands out, so they wait for it. */
  #mark() {
    this.#root.setAttribute("aria-busy", String(!this.#isWhole));
    this.#sharing.form.inert = !this.#isWhole;
  }

  /** What panels and controls may ask for. @returns {Act} */
  #actions() {
    const say = (/** @type {string} */ text) =>
      this.#hold(() => this.#places.message.replaceChildren(text));
    return {
      name: this.#name,
      set: (part) => this.#session.set(part),
      undo: () => this.#session.undo(),
      redo: () => this.#session.redo(),
      reset: () => this.#session.set(overviewFrom(this.#session.state)),
      say,
      download: (name, content, type) =>
        say(download(name, content, type) ? this.#picture.words.share.no_file : ""),
      memory: (key, fresh) => {
        this.#memories[key] ??= fresh;
        return /** @type {typeof fresh} */ (this.#memories[key]);
      },
      redraw: (key) => this.#drawPanel(key),
      refresh: (key) => this.#update(key),
      place: (socket, target) => this.#stage.put(socket, target),
    };
  }

  /** What stands above the answer, or on a phone below the picture. */
  get #controls() {
    const { bar, grid } = this.#bar;
    return [bar, grid, this.#sharing.form, this.#places.message];
  }

  /** What is shown now, to be handed on. */
  #now() {
    const { state } = this.#session;
    const { headline, drawing } = this.#stage;
    const counted = this.#places.said.textContent ?? "";
    const said = [headline, counted].filter(Boolean).join(" ");
    const title = headline || counted;
    return { state, shown: this.#shown, root: drawing.root, said, title };
  }

  /** @param {boolean} isStep of the reader's, to whom its message belongs and whose place is kept
   */
  #changed(isStep) {
    this.#stage.look();
    if (!isStep) this.#update();
    else
      this.#hold(() => {
        this.#places.message.replaceChildren();
        this.#update();
      });
  }

  /** @param {string} [key] of the element that the keyboard goes to @returns {Shown} */
  #update(key) {
    const picture = this.#picture;
    const { state, can } = this.#session;
    if (!this.#isWhole && !isFirst(state)) return this.#shown;
    const shown = show(picture, state);
    this.#shown = shown;
    const guesses = this.#act.memory("predict", freshGuesses());
    this.#root.dataset.panel = state.panel;
    // The whole map keeps its room and its form: nothing moves in it from state to state.
    // Who guesses has the question above the picture, and the findings come into the picture.
    const isNear = state.panel !== "predict" && (state.focus || state.domain);
    this.#root.dataset.depth = isMapped(state) ? "map" : isNear ? "near" : "first";
    // On the whole map it speaks in the picture and in the card; the picture's width depends on it.
    this.#article.replaceChildren(...(isMapped(state) ? [] : articleSide(picture, state)));
    const { depth, panel } = this.#root.dataset;
    const room = [this.#room, depth, panel, this.#article.childElementCount > 0].join(" ");
    this.#stage.update(state, shown, isSealed(picture, state, guesses), room);
    const isTooLarge = this.#stage.isTooLarge(shown);
    this.#places.said.textContent = isTooLarge
      ? picture.words.too_large.replace("{n}", picture.nodes.length)
      : sentence(picture, state, shown);
    // A first view that a guess has opened warns as any other.
    const open = isOpened(picture, state, guesses) ? { ...state, panel: OVERVIEW.panel } : state;
    const found = hazards(picture, open, show(picture, open));
    this.#places.dangers.replaceChildren(...inBrief(hazardList(picture, found), this.#root));
    this.#below.replaceChildren(...hazardList(picture, found));
    this.#bar.update(state, can);
    this.#sharing.update();
    this.#tabs.update(state.panel);
    this.#drawPanel(key);
    this.#order();
    this.#arrange();
    return shown;
  }

  /** @param {string} [key] of the element that the keyboard goes to */
  #drawPanel(key) {
    const { state } = this.#session;
    drawPanel(this.#places.panel, this.#picture, state, this.#shown, this.#act, key);
  }

  #arrange() {
    arrange(this.#root, this.#room, this.#head, this.#places.stage, this.#controls);
  }

  /** Whoever is still guessing has the question before the picture; what holds the keyboard stays,
   * else it would lose it. */
  #order() {
    const body = this.#body;
    const { stage } = this.#places;
    const { bar } = this.#tabs;
    const isGuessing = this.#session.state.panel === "predict";
    const isAfter = this.#side.compareDocumentPosition(stage) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (Boolean(isAfter) === isGuessing) return;
    if (stage.contains(document.activeElement)) body[isGuessing ? "prepend" : "append"](this.#side);
    else body[isGuessing ? "append" : "prepend"](stage, this.#below);
    if (bar.contains(document.activeElement)) bar.scrollIntoView({ block: "nearest" });
  }

  /** Keep to the room there is. @param {HTMLElement} stage */
  #watch = (stage) =>
    watchRoom(this.#root, stage, () => {
      this.#room = this.#root.clientWidth;
      this.#arrange();
      const isThere = this.#isWhole || isFirst(this.#session.state); // the map comes later
      if (isThere && this.#stage.fit()) this.#update();
    });

  /** @param {KeyboardEvent} event */
  #press(event) {
    const command = commandOf(event, isText(event.target));
    if (!command) return;
    this.#act[command]();
    taken(event);
  }

  /** A view in the page's own address is shown by the first Explorer that meets it. */
  #takeAddress() {
    const code = codeOfAddress();
    if (!code) return;
    const [wanted, messages] = readCode(code, this.#picture);
    this.#session.set(wanted);
    this.#act.say(messages.join(" "));
  }
}

/** Put the rest of a picture to what came first. @param {Picture} picture @param {any} rest */
export function complete(picture, { frames, ...rest }) {
  addFrames(picture.sockets.frames, frames);
  return Object.assign(picture, rest);
}

/** @param {Context} context */
export async function explore({ model, el }) {
  const root = html("section", { class: "explainer" });
  el.append(root);
  const unfollow = followTheme(root);
  const rest = contentOf(model, "rest").then(unpack);
  const picture = prepare(await unpack(await contentOf(model, "data")));
  const isWhole = !isFirst(readModel(model, picture));
  if (isWhole) complete(picture, await rest);
  const view = new View(model, root, picture, isWhole);
  if (!isWhole) {
    complete(picture, await rest);
    view.complete();
  }
  return () => {
    view.end();
    unfollow();
  };
}

export default { render: explore };
