// @ts-check
// A case book on paper: drawn into a frame of its own, so that it alone is printed.

import { html } from "../shared/dom.js";
import { sections, titleOf } from "./file.js";

/** @import { Book, Data } from "./book.js" */

const LOOKS =
  "body { font: 12pt/1.4 system-ui, sans-serif; margin: 18mm; overflow-wrap: anywhere; }" +
  "h1 { font-size: 18pt; } h2 { font-size: 13pt; margin: 14pt 0 4pt; }" +
  "li { white-space: pre-line; break-inside: avoid; margin: 3pt 0; }";

/** @type {HTMLIFrameElement | undefined} the last one, where a browser never told of its end */
let frame;

/** @param {Data} data @param {Book} book */
export function print(data, book) {
  frame?.remove();
  const made = html("iframe", { title: data.words.title, hidden: true });
  frame = made;
  document.body.append(made);
  const page = made.contentWindow;
  if (!page) return;
  const parts = sections(data, book).flatMap(([heading, lines]) => [
    html("h2", {}, heading),
    html("ul", {}, ...lines.map((line) => html("li", {}, line))),
  ]);
  page.document.title = titleOf(data, book);
  page.document.documentElement.lang = "en";
  page.document.head.append(html("style", {}, LOOKS));
  page.document.body.append(html("h1", {}, titleOf(data, book)), ...parts);
  page.addEventListener("afterprint", () => made.remove());
  page.print();
}
