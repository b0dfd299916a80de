// @ts-check
// Above the picture: find a thing, whose voice, filters, back and forth, hand on.

import { button, html } from "../shared/dom.js";
import { list } from "../shared/svg.js";
import { searchField } from "./search_field.js";
import { FILTERS } from "./state.js";

/** @import { Act, Picture, State } from "../shared/types.js" */

/** A button that opens and closes something. @param {string} name @param {() => void} turn */
function opener(name, turn) {
  const element = button(
    name,
    () => {
      turn();
      const isOpen = element.getAttribute("aria-expanded") === "true";
      element.setAttribute("aria-expanded", String(!isOpen));
    },
    { "aria-expanded": "false" },
  );
  return element;
}

/** A list of words for each filter that there is a choice of.
 * @param {Picture} picture @param {Act} act */
const filterLists = ({ words, choices }, act) =>
  FILTERS.filter((name) => choices[name].length > 1).map((name) => ({
    name,
    element: list(words.filters[name], choices[name], "", (word) => act.set({ [name]: word })),
  }));

const select = (/** @type {Element} */ label, /** @type {string} */ word) => {
  const field = label.querySelector("select");
  if (field) field.value = word;
};

/** @typedef {{canUndo: boolean, canRedo: boolean, isOverview: boolean}} Can */

/** Let buttons do what can be done; one that can do no more hands the keyboard on.
 * @param {{undo: HTMLButtonElement, redo: HTMLButtonElement, reset: HTMLButtonElement}} buttons
 * @param {HTMLButtonElement} next @param {Can} can */
function enable({ undo, redo, reset }, next, can) {
  const was = document.activeElement;
  undo.disabled = !can.canUndo;
  redo.disabled = !can.canRedo;
  reset.disabled = can.isOverview;
  const spent = [undo, redo, reset].find((one) => one === was && one.disabled);
  if (spent) [undo, redo, next].find((one) => !one.disabled)?.focus();
}

/** @param {HTMLElement} one @param {boolean} isOn */
const press = (one, isOn) => one.setAttribute("aria-pressed", String(isOn));

/** A button that stays in when it is pressed. @param {string} name
 * @param {(isOn: boolean) => void} run */
function toggle(name, run) {
  const one = button(name, () => run(one.getAttribute("aria-pressed") !== "true"));
  one.classList.add("toggle");
  press(one, false);
  return one;
}

/** Whose voice, as buttons side by side. @param {Picture} picture @param {Act} act */
function lensSwitch({ words, choices }, act) {
  const lenses = choices.lens.map(([lens, name]) => {
    const one = button(name, () => act.set({ lens }));
    one.dataset.lens = lens;
    return one;
  });
  const looks = { class: "switch", role: "group", "aria-label": words.lens };
  const update = (/** @type {string} */ lens) => {
    for (const one of lenses) press(one, one.dataset.lens === lens);
  };
  return { element: html("span", looks, ...lenses), update };
}

/** @param {Picture} picture @param {Act} act @param {() => void} toggleShare */
export function controls(picture, act, toggleShare) {
  const { words, choices } = picture;
  const search = searchField(picture, (focus) => act.set({ focus, also: [] }));
  const lens = lensSwitch(picture, act);
  const lists = filterLists(picture, act);
  const elements = lists.map(({ element }) => element);
  const grid = html("div", { class: "lists", hidden: true }, ...elements);
  const filters = opener(words.filter, () => {
    grid.hidden = !grid.hidden;
  });
  const [, inPeople] = choices.people;
  const people = toggle(inPeople[1], (isOn) => act.set({ people: isOn ? inPeople[0] : "" }));
  const map = toggle(words.map, (isOn) => act.set({ view: isOn ? "map" : "" }));
  const undo = button(words.undo, act.undo);
  const redo = button(words.redo, act.redo);
  const reset = button(words.reset, act.reset);
  const sharing = opener(words.share.name, toggleShare);
  const buttons = html("span", { class: "buttons" }, filters, map, undo, redo, reset, sharing);
  const looks = { class: "bar", role: "group", "aria-label": words.controls };
  const bar = html("div", looks, search.element, lens.element, people, buttons);

  /** @param {State} state @param {Can} can */
  function update(state, can) {
    lens.update(state.lens);
    press(map, state.view === "map");
    press(people, Boolean(state.people));
    for (const { name, element } of lists) {
      select(element, state[name]);
      element.classList.toggle("set", Boolean(state[name]));
    }
    const set = FILTERS.filter((name) => state[name]).length;
    filters.textContent = set ? `${words.filter} (${set})` : words.filter;
    enable({ undo, redo, reset }, filters, can);
  }
  return { bar, grid, update, search: search.field };
}
