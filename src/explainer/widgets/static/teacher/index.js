// @ts-check
// The teacher's page: opens case books on this machine, counts, shows people's own words last, and
// keeps nothing. It begins with what to do when a line is about someone.

import { edgeOf, read, sentenceOf, titleOf } from "../casebook/file.js";
import { fill } from "../quiz/answers.js";
import { button, download, folded, followTheme, html } from "../shared/dom.js";
import { beliefs, counted, guesses, tries } from "./count.js";

/** @import { Context } from "../shared/types.js" */
/** @import { Book } from "../casebook/book.js" */
/** @import { Data } from "./count.js" */

class Page {
  /** @type {Data} */
  #data;
  /** @type {Map<string, Book>} case books by their text: the same file twice is one */
  #books = new Map();
  #status = html("div", { role: "status", "aria-live": "polite" });
  #class = html("div");

  /** @param {Data} data @param {HTMLElement} root */
  constructor(data, root) {
    this.#data = data;
    root.classList.add("explainer-teacher");
    followTheme(root);
    root.append(
      html("p", {}, data.words.intro),
      this.#help(),
      this.#opener(),
      this.#status,
      this.#class,
      this.#take(),
    );
    this.#draw();
  }

  #help() {
    const { words, about, help } = this.#data;
    const lines = help.map(([heading, rows]) =>
      folded(
        heading,
        html(
          "ul",
          {},
          ...rows.map(([number, where, told]) =>
            html("li", {}, html("b", {}, number), ` (${where}) `, told),
          ),
        ),
      ),
    );
    return html(
      "section",
      { class: "help", "aria-labelledby": "help" },
      html("h2", { id: "help" }, words.help),
      html("ol", {}, ...about.map((one) => html("li", {}, one))),
      html("h3", {}, words.numbers),
      html("p", {}, html("b", {}, this.#data.reach)),
      ...lines,
    );
  }

  #opener() {
    const { words } = this.#data;
    const field = html("input", { type: "file", id: "files", multiple: true, accept: ".txt,.csv" });
    field.addEventListener("change", async () => {
      await this.#open([...(field.files ?? [])]);
      field.value = "";
    });
    const acts = html(
      "p",
      { class: "acts" },
      button(words.forget, () => this.#forget()),
      button(words.print, () => print()),
    );
    return html(
      "section",
      { class: "open" },
      html("h2", {}, words.open),
      html("label", { for: "files" }, words.files),
      field,
      acts,
    );
  }

  /** @param {File[]} files */
  async #open(files) {
    const { words, most } = this.#data;
    /** @type {string[]} */
    const faults = [];
    for (const file of files.slice(0, most)) faults.push(...(await this.#read(file)));
    const more = files.length > most ? [html("p", {}, fill(words.many, { most }))] : [];
    const told = faults.length
      ? [
          html("p", {}, fill(words.trouble, { n: faults.length })),
          html("ul", { class: "faults" }, ...faults.map((one) => html("li", {}, one))),
        ]
      : [];
    this.#status.replaceChildren(
      html("p", {}, fill(words.status, { n: this.#books.size })),
      ...more,
      ...told,
    );
    this.#draw();
  }

  /** Read one file; whatever is wrong with it is said, and the others are read.
   * @param {File} file @returns {Promise<string[]>} */
  async #read(file) {
    const { words, casebook } = this.#data;
    const text = await file.text();
    const { book, fault, version } = read(text, casebook);
    if (!book) {
      const told = fill(casebook.faults[fault ?? "strange"], { version, own: casebook.version });
      return [`${file.name}: ${told}`];
    }
    if (this.#books.has(text)) return [`${file.name}: ${words.twice}`];
    this.#books.set(text, book);
    return [];
  }

  #forget() {
    this.#books.clear();
    this.#status.replaceChildren(html("p", {}, this.#data.words.empty));
    this.#draw();
  }

  #draw() {
    const books = [...this.#books.values()];
    this.#class.replaceChildren(
      ...(books.length
        ? [
            this.#beliefs(books),
            this.#guesses(books),
            this.#case(books),
            this.#maps(books),
            this.#tries(books),
            this.#free(books),
          ]
        : []),
    );
  }

  /** @param {string} heading @param {...Node} parts */
  #part(heading, ...parts) {
    const none = html("p", { class: "hint" }, this.#data.words.none);
    return html("section", {}, html("h2", {}, heading), ...(parts.length ? parts : [none]));
  }

  /** @param {Book[]} books */
  #beliefs(books) {
    const { words, beliefs: all } = this.#data;
    const rows = beliefs(this.#data, books).map(([id, n]) => [all[id][0], n, all[id][2]]);
    if (!rows.length) return this.#part(words.beliefs);
    const hint = html("p", { class: "hint" }, fill(words.beliefs_hint, { n: books.length }));
    const heads = [words.belief, words.books, words.instead];
    return this.#part(words.beliefs, hint, table(words.beliefs, heads, rows, true));
  }

  /** @param {Book[]} books */
  #guesses(books) {
    const { words, predictions, sureness } = this.#data;
    const heads = [words.guess, ...sureness, words.all];
    const parts = Object.entries(predictions).flatMap(([id, { question, answer }]) => {
      const found = guesses(this.#data, books, id);
      if (!found.some(({ all }) => all)) return [];
      const rows = found.map(({ guess, counts, all }) => [
        guess === answer ? `${guess} (${words.is_so})` : guess,
        ...counts,
        all,
      ]);
      return [table(question, heads, rows)];
    });
    return this.#part(words.guesses, ...parts);
  }

  /** @param {Book[]} books */
  #case(books) {
    const { words, casebook } = this.#data;
    const chosen = books.filter(({ sentence }) => sentence.receptor || sentence.who);
    const rows = counted(chosen.map(({ sentence }) => sentenceOf(casebook, sentence)));
    return this.#counts(words.case, words.case, rows);
  }

  /** @param {Book[]} books */
  #maps(books) {
    const { words, casebook } = this.#data;
    const rows = counted(books.flatMap(({ map }) => map.map((edge) => edgeOf(casebook, edge))));
    return this.#counts(words.map, words.edge, rows);
  }

  /** @param {string} heading @param {string} head @param {[string, number][]} rows */
  #counts(heading, head, rows) {
    const heads = [head, this.#data.words.books];
    return this.#part(heading, ...(rows.length ? [table(heading, heads, rows, true)] : []));
  }

  /** @param {Book[]} books */
  #tries(books) {
    const { words, casebook, right } = this.#data;
    const heads = [words.option, words.books];
    const parts = Object.entries(casebook.questions).flatMap(([id, { prompt, options }]) => {
      const rows = tries(this.#data, books, id);
      if (!rows.some(([, n]) => n)) return [];
      const named = rows.map(([option, n]) => [
        right.includes(option) ? `${options[option]} (${words.right})` : options[option],
        n,
      ]);
      return [table(prompt, heads, named)];
    });
    const all = parts.length ? [folded(words.tries, html("div", {}, ...parts))] : [];
    return this.#part(words.tries, ...all);
  }

  /** What people wrote themselves: folded, and last. @param {Book[]} books */
  #free(books) {
    const { words, casebook } = this.#data;
    const parts = books.map((book) => {
      const { sentence, lines, guesses: made } = book;
      const own = [sentence.words, sentence.pro, sentence.con, ...Object.values(lines)];
      const all = [...own, ...made.map(({ line }) => line)].filter((text) => text.trim());
      const items = all.map((text) => html("li", {}, html("q", {}, text)));
      return html("div", {}, html("h3", {}, titleOf(casebook, book)), html("ul", {}, ...items));
    });
    const hint = html("p", { class: "hint" }, words.free_hint);
    return this.#part(words.free, hint, folded(words.free, html("div", {}, ...parts)));
  }

  /** Questions as files for other programs. */
  #take() {
    const { words, files } = this.#data;
    const note = html("p", { role: "status", class: "hint" });
    const buttons = Object.entries(files).map(([name, text]) =>
      button(fill(words.save, { name }), () => {
        if (download(name, text, name.endsWith("xml") ? "text/xml" : "application/octet-stream"))
          note.textContent = words.no_file;
      }),
    );
    return html(
      "section",
      { class: "take" },
      html("h2", {}, words.take),
      html("p", { class: "hint" }, words.take_hint),
      html("p", { class: "acts" }, ...buttons),
      note,
    );
  }
}

/** @param {string} caption @param {string[]} heads @param {(string | number)[][]} rows
 * @param {boolean} [isTold] whether the heading above says it already */
function table(caption, heads, rows, isTold = false) {
  // On a phone the parts are blocks, and what they are is said here.
  const head = heads.map((one) => html("th", { scope: "col", role: "columnheader" }, one));
  const body = rows.map(([first, ...cells]) =>
    html(
      "tr",
      { role: "row" },
      html("th", { scope: "row", role: "rowheader" }, String(first)),
      ...cells.map((one, i) =>
        html("td", { "data-head": heads[i + 1], role: "cell" }, String(one)),
      ),
    ),
  );
  return html(
    "table",
    { role: "table" },
    html("caption", { class: isTold ? "unseen" : "" }, caption),
    html("thead", { role: "rowgroup" }, html("tr", { role: "row" }, ...head)),
    html("tbody", { role: "rowgroup" }, ...body),
  );
}

/** @param {Context} context */
function render({ model, el }) {
  new Page(model.get("data"), el);
}

export default { render };
