// @ts-check
// Above the picture: find a thing, whose voice, filters, back and forth, hand on.

import { html, labelled, unique } from "../shared/dom.js";
import { list } from "../shared/svg.js";
import { suggestions } from "./search.js";
import { nameOf } from "./sentence.js";
import { FILTERS } from "./state.js";

/** @import { Act, Picture } from "../shared/types.js" */

/** A field that finds a node by any of its names, with suggestions that arrow keys walk.
 * @param {Picture} picture @param {(id: string) => void} choose */
function searchField(picture, choose) {
  const id = unique();
  const { words } = picture;
  const field = html("input", {
    id: `${id}-field`,
    type: "text",
    role: "combobox",
    "aria-expanded": "false",
    "aria-controls": id,
    "aria-autocomplete": "list",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: words.search_hint,
  });
  const box = html("ul", { id, role: "listbox", "aria-label": words.search, hidden: true });
  /** @type {{node: number, name: string}[]} */
  let found = [];
  let at = -1;
  const close = () => {
    box.hidden = true;
    at = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const mark = () => {
    [...box.children].forEach(
      (item, i) => void item.setAttribute("aria-selected", String(i === at)),
    );
    if (at >= 0) field.setAttribute("aria-activedescendant", `${id}-${at}`);
    else field.removeAttribute("aria-activedescendant");
    box.children[at]?.scrollIntoView({ block: "nearest" });
  };
  const take = (/** @type {number} */ i) => {
    const { node } = found[i];
    field.value = "";
    close();
    choose(picture.nodes[node][0]);
  };
  const press = (/** @type {Event} */ event, /** @type {number} */ i) => {
    event.preventDefault();
    take(i);
  };
  const suggest = () => {
    found = suggestions(picture, field.value);
    at = found.length ? 0 : -1;
    box.replaceChildren(
      ...found.map(({ node, name }, i) => {
        const full = nameOf(picture.nodes[node]);
        const kind = picture.looks.kind[picture.nodes[node][2]][0];
        return html(
          "li",
          {
            id: `${id}-${i}`,
            role: "option",
            onpointerdown: (/** @type {Event} */ event) => press(event, i),
          },
          full,
          html(
            "small",
            {},
            ` ${name === full || name === picture.nodes[node][0] ? "" : `${name} · `}${kind}`,
          ),
        );
      }),
    );
    if (!found.length && field.value.trim())
      box.replaceChildren(
        html(
          "li",
          { role: "option", "aria-disabled": "true" },
          words.not_found.replace("{typed}", field.value.trim()),
        ),
      );
    box.hidden = !box.children.length;
    field.setAttribute("aria-expanded", String(!box.hidden));
    mark();
  };
  field.addEventListener("input", suggest);
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (box.hidden) suggest();
      else if (found.length)
        at = (at + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length;
      mark();
    } else if (event.key === "Enter" && at >= 0) take(at);
    else if (event.key === "Escape" && !box.hidden) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  // The list stands beside the label, not in it: else its words would be the field's name.
  const element = labelled(words.search, field, { class: "search" });
  element.append(box);
  return { field, element };
}

/** @param {Picture} picture @param {Act} act @param {() => void} toggleShare */
export function controls(picture, act, toggleShare) {
  const { words, choices } = picture;
  const search = searchField(picture, (focus) => act.set({ focus, also: [] }));
  const lens = list(words.lens, choices.lens, "", (word) => act.set({ lens: word }));
  const lists = FILTERS.filter((name) => choices[name].length > 1).map((name) => ({
    name,
    element: list(words.filters[name], choices[name], "", (word) => act.set({ [name]: word })),
  }));
  const grid = html(
    "div",
    { class: "lists", hidden: true },
    ...lists.map(({ element }) => element),
  );
  const button = (/** @type {string} */ name, /** @type {() => void} */ run, more = {}) =>
    html("button", { type: "button", onclick: run, ...more }, name);
  const filters = button(
    words.filter,
    () => {
      grid.hidden = !grid.hidden;
      filters.setAttribute("aria-expanded", String(!grid.hidden));
    },
    { "aria-expanded": "false" },
  );
  const undo = button(words.undo, act.undo);
  const redo = button(words.redo, act.redo);
  const reset = button(words.reset, act.reset);
  const sharing = button(
    words.share.name,
    () => {
      toggleShare();
      sharing.setAttribute(
        "aria-expanded",
        String(sharing.getAttribute("aria-expanded") !== "true"),
      );
    },
    { "aria-expanded": "false" },
  );
  const bar = html(
    "div",
    { class: "bar", role: "group", "aria-label": words.controls },
    search.element,
    lens,
    html("span", { class: "buttons" }, filters, undo, redo, reset, sharing),
  );

  /** @param {any} state @param {{canUndo: boolean, canRedo: boolean, isOverview: boolean}} can */
  function update(state, can) {
    const select = (/** @type {any} */ label, /** @type {string} */ word) =>
      (label.querySelector("select").value = word);
    select(lens, state.lens);
    for (const { name, element } of lists) {
      select(element, state[name]);
      element.classList.toggle("set", Boolean(state[name]));
    }
    const set = FILTERS.filter((name) => state[name]).length;
    filters.textContent = set ? `${words.filter} (${set})` : words.filter;
    const was = document.activeElement; // a button that can do no more hands the keyboard on
    undo.disabled = !can.canUndo;
    redo.disabled = !can.canRedo;
    reset.disabled = can.isOverview;
    const spent = [undo, redo, reset].find((one) => one === was && one.disabled);
    if (spent) [undo, redo, filters].find((one) => !one.disabled)?.focus();
  }
  return { bar, grid, update, search: search.field };
}
