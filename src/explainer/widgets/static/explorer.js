// @ts-check
// The Explorer: the picture with its controls, sentence and panels. Python decided every position, word, colour
// and sign and sent it as `data`; here are only shapes, classes and events. It knows no pharmacology.

import { codeOfAddress } from "./address.js";
import { card } from "./card.js";
import { compare } from "./compare.js";
import { controls } from "./controls.js";
import { hazardList, hazards } from "./hazard.js";
import { outline } from "./outline.js";
import { NO_SHORTCUTS, download, followTheme, html, lossOf, unique } from "./page.js";
import { drawPicture, nearestBox } from "./picture.js";
import { predict } from "./predict.js";
import { sentence } from "./sentence.js";
import { share } from "./share.js";
import { FIELDS, OVERVIEW, codeOf, readCode } from "./state.js";
import { steady } from "./steady.js";
import { table } from "./table.js";
import { trace } from "./trace.js";
import { unpack } from "./unpack.js";
import { prepare, show } from "./view.js";

const NARROW = 860; // pixels; below this the words of the wide form would be too small, and the stacked form is drawn
const MOST_STEPS = 100; // of undo
const PANELS = /** @type {Record<string, any>} */ ({ card, table, outline, trace, compare, predict });
const STEPS = /** @type {Record<string, [number, number]>} */ ({ ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] });

/** @param {{model: any, el: HTMLElement}} context */
export async function explore({ model, el }) {
  const root = html("section", { class: "explainer" });
  el.append(root);
  const unfollow = followTheme(root);
  const picture = prepare(await unpack(model.get("data")));
  const { words } = picture;
  const [lost, unheed] = lossOf(model, words.lost);
  root.setAttribute("aria-label", words.name);
  const said = html("p", { class: "sentence", role: "status", "aria-live": "polite" });
  const message = html("p", { class: "message", role: "status", "aria-live": "polite" });
  const told = html("div", { class: "told" }, message, said);
  const dangers = html("div", { class: "dangers", role: "status", "aria-live": "polite" });
  const stage = html("div", { class: "stage" });
  const tabs = html("div", { class: "tabs", role: "tablist", "aria-label": words.panels_name });
  const name = unique();
  const panel = html("div", { class: "panel", role: "tabpanel", id: `${name}-panel`, tabindex: "-1" });
  const side = html("div", { class: "side" }, tabs, panel);
  const body = html("div", { class: "body" }, stage, side);
  const hold = steady(root, new Map([[stage, stage], [side, tabs]]));
  /** @type {any} */
  let drawing;
  let formName = "";
  let walking = 0;
  let isWaiting = false;
  /** @type {import("./state.js").State} */
  let state = readModel();
  let shown = show(picture, state);
  /** @type {string[]} */
  const past = [];
  /** @type {string[]} */
  let future = [];
  /** @type {Record<string, any>} */
  const memories = {};

  /** The model's words; a word that is not known shows everything. @returns {import("./state.js").State} */
  function readModel() {
    const words = Object.fromEntries(FIELDS.map((field) => [field, model.get(field) ?? /** @type {any} */ (OVERVIEW)[field]]));
    return readCode(codeOf(/** @type {any} */ (words)), picture)[0];
  }

  const act = {
    name,
    /** Change some of the state, as a step that can be undone. @param {Partial<import("./state.js").State>} part */
    set(part) {
      const next = { ...state, ...part };
      if (part.focus !== undefined && part.also === undefined) next.also = [];
      if (codeOf(next) === codeOf(state)) return update();
      step(codeOf(next));
    },
    undo: () => past.length && (future.push(codeOf(state)), write(String(past.pop()))),
    redo: () => future.length && (past.push(codeOf(state)), write(String(future.pop()))),
    reset: () => act.set({ ...OVERVIEW, panel: ["trace", "compare"].includes(state.panel) ? "card" : state.panel }),
    say: (/** @type {string} */ text) => hold(() => (message.textContent = text)),
    download: (/** @type {string} */ name, /** @type {BlobPart} */ content, /** @type {string} */ type) => act.say(download(name, content, type) ? words.share.no_file : ""),
    memory: (/** @type {string} */ key, /** @type {any} */ fresh) => (memories[key] ??= fresh),
    redraw: (/** @type {string} */ key) => drawPanel(key),
  };

  /** @param {string} code */
  function step(code) {
    past.push(codeOf(state));
    past.splice(0, past.length - MOST_STEPS);
    future = [];
    write(code);
  }

  /** Show a state and tell the kernel, in one message. @param {string} code */
  function write(code) {
    state = readCode(code, picture)[0];
    isWaiting = true; // what the model tells back is what was just written
    for (const field of FIELDS) {
      const value = /** @type {any} */ (state)[field];
      if (String(model.get(field)) !== String(value)) model.set(field, value);
    }
    isWaiting = false;
    model.save_changes();
    hold(() => {
      message.textContent = "";
      update();
    });
  }

  function update() {
    shown = show(picture, state);
    drawing.update(state, shown);
    if (state.focus && !stage.contains(document.activeElement)) {
      stand(picture.place.get(state.focus));
      if (formName === "narrow") bringIntoStage(drawing.node(walking));
    }
    const isTooLarge = !drawing.isSmall && shown.isOverview;
    said.textContent = isTooLarge ? words.too_large.replace("{n}", picture.nodes.length) : sentence(picture, state, shown);
    dangers.replaceChildren(...hazardList(picture, hazards(picture, state, shown)));
    bar.update(state, { canUndo: past.length > 0, canRedo: future.length > 0, isOverview: codeOf({ ...state, panel: "card" }) === "" });
    sharing.update();
    for (const tab of tabs.children) {
      const isChosen = /** @type {any} */ (tab).dataset.panel === state.panel;
      tab.setAttribute("aria-selected", String(isChosen));
      tab.setAttribute("tabindex", isChosen ? "0" : "-1");
      if (isChosen) panel.setAttribute("aria-labelledby", tab.id);
    }
    root.dataset.panel = state.panel;
    drawPanel();
    order();
  }

  /** Whoever is still guessing has the question before the picture; what holds the keyboard stays, else it would lose it. */
  function order() {
    const isGuessing = state.panel === "predict";
    if ((body.lastChild === stage) === isGuessing) return;
    if (stage.contains(document.activeElement)) body[isGuessing ? "prepend" : "append"](side);
    else body[isGuessing ? "append" : "prepend"](stage);
    if (tabs.contains(document.activeElement)) tabs.scrollIntoView({ block: "nearest" });
  }

  /** What the open panel holds; a fault in one panel leaves the picture and the other panels as they are. @returns {Node[]} */
  function parts() {
    try {
      return PANELS[state.panel](picture, state, shown, act);
    } catch (fault) {
      console.error(fault);
      return [html("p", { class: "warning", role: "alert" }, words.faulty)];
    }
  }

  /** Draw the open panel; the keyboard stays on the element with the same key. @param {string} [key] */
  function drawPanel(key) {
    const active = panel.contains(document.activeElement) ? /** @type {any} */ (document.activeElement) : null;
    const wanted = key ?? active?.dataset?.key;
    panel.replaceChildren(...parts());
    const again = wanted && /** @type {any} */ ([...panel.querySelectorAll("[data-key]")].find((one) => /** @type {any} */ (one).dataset.key === wanted));
    if (key === "reveal") panel.querySelector(".outcome")?.scrollIntoView({ block: "nearest" });
    if (again) again.focus({ preventScroll: key === "reveal" });
    else if (active) panel.focus();
  }

  /** On a phone the picture scrolls in its own frame. @param {Element} node */
  function bringIntoStage(node) {
    const [frame, box] = [stage.getBoundingClientRect(), node.getBoundingClientRect()];
    stage.scrollTop += box.top - frame.top - frame.height / 2;
  }

  const stand = (/** @type {number} */ place) => {
    if (drawing.isThere(walking)) drawing.node(walking).setAttribute("tabindex", "-1");
    walking = place;
    drawing.node(walking).setAttribute("tabindex", "0");
  };

  function fit() {
    const wanted = stage.clientWidth && stage.clientWidth < NARROW ? "narrow" : "wide";
    if (wanted === formName) return;
    formName = wanted;
    drawing = drawPicture(picture, formName);
    stage.replaceChildren(drawing.root);
    if (picture.nodes.length) stand(walking);
    update();
  }

  stage.addEventListener("click", (/** @type {MouseEvent} */ event) => {
    const target = /** @type {any} */ (event.target);
    const joined = target.closest(".pill") ?? target.closest(".lines path");
    const node = target.closest(".node");
    if (joined?.pair !== undefined) return chooseAlso(joined.pair);
    if (joined) return choose(joined.place, true);
    const stamp = target.closest(".stamps > g");
    if (stamp) return openStanding(stamp.place);
    if (!node) return state.focus ? act.set({ focus: "", also: [] }) : undefined;
    stand(node.place);
    node.focus();
    choose(node.place, event.shiftKey);
  });
  /** Choose a node; with Shift, what joins it to the one that is chosen. @param {number} place @param {boolean} isBeside */
  function choose(place, isBeside) {
    const id = picture.nodes[place][0];
    if (isBeside && state.focus && id !== state.focus) act.set({ also: [id] });
    else act.set({ focus: state.focus === id && !state.also.length ? "" : id, also: [] });
  }
  /** Open what a stamp speaks of: with a focus the pair, else a domain, or its claims that sources speak against. @param {number} place */
  function openStanding(place) {
    const against = picture.against.find((/** @type {any} */ [domain]) => domain === place);
    if (state.focus || !against) choose(place, true);
    else act.set({ ...OVERVIEW, lens: "article", domain: picture.nodes[place][0], verdict: against[1] });
  }
  /** Choose what joins two nodes. @param {number} pair */
  function chooseAlso(pair) {
    const [start, end] = picture.pairs[pair].slice(0, 2).map((/** @type {number} */ n) => picture.nodes[n][0]);
    const isFromEnd = state.focus === end || (!state.focus && state.domain === end);
    act.set({ focus: isFromEnd ? end : start, also: [isFromEnd ? start : end], panel: "card" });
  }
  stage.addEventListener("focusin", (/** @type {FocusEvent} */ event) => {
    const node = /** @type {any} */ (event.target).closest(".node");
    if (node) stand(node.place);
  });
  stage.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (STEPS[event.key]) {
      stand(nearestBox(drawing.form.boxes, walking, ...STEPS[event.key], drawing.isThere));
      drawing.node(walking).focus();
    } else if (event.key === "Enter" || event.key === " ") choose(walking, event.shiftKey);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  root.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    const isText = /** @type {any} */ (event.target).matches("input[type=text], textarea");
    const isCommand = (event.ctrlKey || event.metaKey) && !isText;
    if (event.key === "Escape") act.reset();
    else if (isCommand && event.key.toLowerCase() === "z") event.shiftKey ? act.redo() : act.undo();
    else if (isCommand && event.key.toLowerCase() === "y") act.redo();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  for (const [word, told] of picture.choices.panel) {
    tabs.append(html("button", { type: "button", role: "tab", id: `${name}-${word}`, "aria-controls": `${name}-panel`, "data-panel": word, onclick: () => act.set({ panel: word, also: state.also }) }, told));
  }
  tabs.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    const all = [...tabs.children];
    const at = all.indexOf(/** @type {any} */ (event.target));
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (at < 0 || to === undefined) return;
    const next = /** @type {any} */ (all[(to + all.length) % all.length]);
    next.focus();
    next.click();
    event.preventDefault();
    event.stopPropagation();
  });

  const sharing = share(picture, () => ({ state, shown, root: drawing.root, said: said.textContent ?? "" }), act);
  const bar = controls(picture, act, () => (sharing.form.hidden = !sharing.form.hidden));
  root.append(
    html("p", { class: "descriptive" }, words.descriptive), lost, bar.bar, bar.grid, sharing.form, told, dangers,
    body,
    html("p", { class: "foot" }, words.trail));
  const watcher = new ResizeObserver(fit);
  watcher.observe(stage);
  fit();
  takeFragment();

  /** A view in the page's own address is shown by the first Explorer that meets it. */
  function takeFragment() {
    const code = codeOfAddress();
    if (!code) return;
    const [wanted, messages] = readCode(code, picture);
    act.set(wanted);
    act.say(messages.join(" "));
  }

  let isAsked = false;
  const hear = () => {
    if (isWaiting || isAsked) return;
    isAsked = true;
    queueMicrotask(() => {
      isAsked = false;
      const next = codeOf(readModel());
      if (next === codeOf(state)) return;
      past.push(codeOf(state));
      future = [];
      state = readCode(next, picture)[0];
      update();
    });
  };
  for (const field of FIELDS) model.on(`change:${field}`, hear);
  return () => {
    watcher.disconnect();
    unfollow();
    unheed();
    for (const field of FIELDS) model.off(`change:${field}`, hear);
  };
}

export default { render: explore };

