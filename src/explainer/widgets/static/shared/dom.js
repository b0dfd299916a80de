// @ts-check
// What the widgets share: making elements out of words, and following the page's theme.

// Lab asks the focused element itself whether its shortcuts (arrows, letters) are to be left alone.
/** @import { Model } from "./types.js" */

export const NO_SHORTCUTS = "data-lm-suppress-shortcuts";

const FOCUSABLE = ["a", "button", "summary", "select", "input", "textarea"];

/** Give an element what it is to have: `on…` listens, `true` stands without a value, `false` is
 * left out.
 * @template {Element} E
 * @param {E} element
 * @param {Record<string, any>} attributes
 * @param {(Node | string)[]} children
 * @returns {E} */
export function fitted(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value !== false && value !== undefined)
      element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...children);
  return element;
}

/** Make an element; words become text, never markup.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, any>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]} */
export function html(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  if (FOCUSABLE.includes(tag) || "tabindex" in attributes)
    element.setAttribute(NO_SHORTCUTS, "true");
  return fitted(element, attributes, children);
}

/** A button. @param {string} name @param {() => void} run @param {object} [more] */
export const button = (name, run, more = {}) =>
  html("button", { type: "button", onclick: run, ...more }, name);

/** What is folded until the reader opens it.
 * @param {string} summary @param {Node} content @param {object} [more] */
export const folded = (summary, content, more = {}) =>
  html("details", more, html("summary", {}, summary), content);

/** What is folded, and made only when it is first opened: until then it stands there as plain
 * words, by which a search in the page finds and opens it.
 * @param {string} summary @param {() => string} words @param {() => Node[]} make
 * @param {Record<string, any>} [more] */
export function foldedLate(summary, words, make, more = {}) {
  const head = html("summary", {}, summary);
  if (more.open) return html("details", more, head, ...make());
  const plain = document.createTextNode(words());
  const fill = () => plain.parentNode && plain.replaceWith(...make());
  // A search opens without a click; a click comes before what it opens is seen.
  return html("details", { ...more, onclick: fill, ontoggle: fill }, head, plain);
}

/** What is wider than its place scrolls by itself, and the keyboard reaches it.
 * @param {string} label @param {Node} content */
export const scrolling = (label, content) =>
  html("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": label }, content);

/** A name that no other element of the page has, however many widgets it holds.
 * @returns {string} */
export const unique = () => `explainer-${Math.random().toString(36).slice(2, 10)}`;

/** A name that no other part of the page bears: two landmarks of one name cannot be told apart.
 * @param {string} name */
export function nameAlone(name) {
  const parts = [...document.querySelectorAll("section[aria-label]")];
  const taken = new Set(parts.map((part) => part.getAttribute("aria-label")));
  const names = [name, ...parts.map((_, n) => `${name} ${n + 2}`)];
  return names.find((one) => !taken.has(one)) ?? name;
}

/** A field with its label before it.
 * @param {string} label
 * @param {HTMLElement} field
 * @param {Record<string, any>} [attributes] */
export function labelled(label, field, attributes = {}) {
  field.id ||= unique();
  return html("div", attributes, html("label", { for: field.id }, html("span", {}, label)), field);
}

/** Link to a source by its short name; one without an address is named without a link.
 * @param {[short: string, citation: string, address: string]} source @returns {HTMLElement} */
export function sourceLink([short, citation, address]) {
  if (!/^https?:/.test(address)) return html("span", { title: citation }, short);
  return html(
    "a",
    { href: address, title: citation, target: "_blank", rel: "noopener noreferrer" },
    short,
  );
}

/** Hand over a file. Text begins with the mark by which spreadsheets and old editors know UTF-8.
 * @param {string} name
 * @param {BlobPart} content
 * @param {string} type
 * @returns {boolean} whether this page may keep files from being saved, which nothing tells */
export function download(name, content, type) {
  const isText = ["text/csv", "text/plain"].includes(type);
  const address = URL.createObjectURL(new Blob(isText ? ["\ufeff", content] : [content], { type }));
  const link = html("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  return self !== top || (self.origin === "null" && location.protocol !== "file:");
}

/** A place that says when the kernel that made a widget is gone: it lives on, and Python hears of
 * it no more.
 * @param {Model} model
 * @param {string} words
 * @returns {[HTMLElement, () => void]} the place, and how to end it */
export function lossOf(model, words) {
  const note = html("p", { class: "note lost", role: "status", "aria-live": "polite" });
  // it is told of each change, away and back
  const hear = () => (note.textContent = note.textContent ? "" : words);
  model.on("comm_live_update", hear);
  return [note, () => model.off("comm_live_update", hear)];
}

/** Follow the page's own theme: JupyterLab's, else the system's.
 * @param {HTMLElement} root
 * @returns {() => void} */
export function followTheme(root) {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const set = () => {
    const lab = document.body.dataset.jpThemeLight;
    root.classList.toggle("dark", lab ? lab === "false" : system.matches);
  };
  const watcher = new MutationObserver(set);
  watcher.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light"] });
  system.addEventListener("change", set);
  set();
  return () => {
    watcher.disconnect();
    system.removeEventListener("change", set);
  };
}
