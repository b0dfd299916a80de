// @ts-check
// The case book: shows what this browser keeps, takes a few lines, and hands all of it over as one
// file. It tells the kernel nothing, so that no notebook keeps what somebody wrote.

import { fill } from "../quiz/answers.js";
import { button, download, folded, followTheme, html, labelled } from "../shared/dom.js";
import { heed, isLasting } from "../shared/storage.js";
import { list } from "../shared/svg.js";
import { broughtBack, cleared, gathered, hasOthers, keepOwn, LONGEST } from "./book.js";
import { asCsv, asText, edgeOf, isEarlier, sentenceOf, tryOf } from "./file.js";
import { print } from "./paper.js";

/** @import { Context } from "../shared/types.js" */
/** @import { Book, Data } from "./book.js" */

class View {
  /** @type {Data} */
  #data;
  /** @type {Book} */
  #book;
  #box = html("div");
  #kept = html("div", { class: "gathered" });
  #said = html("div", { class: "said", role: "status", "aria-live": "polite" });
  #sentence = html("p", { class: "sentence" });
  #isOwn = false; // whether a change comes from here

  /** @param {Data} data */
  constructor(data) {
    this.#data = data;
    this.#book = gathered(data);
    this.root = html(
      "section",
      { class: "explainer-casebook", "aria-label": data.words.title },
      this.#box,
      this.#said,
    );
    this.#draw();
    this.end = heed(() => this.#hear());
  }

  /** Something was kept, here or elsewhere; what is being written here is left alone. */
  #hear() {
    if (this.#isOwn) return;
    this.#book = gathered(this.#data);
    if (this.root.contains(document.activeElement)) this.#show();
    else this.#draw();
  }

  /** Keep what the reader wrote. @param {(book: Book) => unknown} change */
  #write(change) {
    change(this.#book);
    this.#isOwn = true;
    keepOwn(this.#data, this.#book);
    this.#isOwn = false;
    this.#show();
  }

  /** A field of one line or several. @param {string} label @param {string} value
   * @param {(book: Book, text: string) => unknown} put @param {object} [more] */
  #field(label, value, put, more = {}) {
    const field = html("textarea", {
      rows: 2,
      maxlength: LONGEST,
      oninput: () => this.#write((book) => put(book, field.value)),
      ...more,
    });
    field.value = value;
    return labelled(label, field, { class: "field" });
  }

  /** A field for a reason, which says what belongs there and what does not.
   * @param {string} label @param {string} value
   * @param {(book: Book, text: string) => unknown} put */
  #reason(label, value, put) {
    return this.#field(label, value, put, { placeholder: this.#data.words.limit });
  }

  #draw() {
    const { words, lesson, lessons } = this.#data;
    const title = lesson ? [html("small", {}, words.title), " ", lessons[lesson]] : [words.title];
    const rest = html("div", {}, ...(lesson ? this.#case() : this.#lines()), this.#kept);
    const others = hasOthers(this.#data) ? [html("p", { class: "note" }, words.others)] : [];
    const fleeting = isLasting() ? words.kept : words.fleeting;
    this.#box.replaceChildren(
      html("h3", {}, ...title),
      html("p", { class: "private" }, fleeting),
      ...others,
      html("p", { class: "limit" }, words.limit),
      ...(lesson ? [this.#line(lesson)] : this.#case()),
      lesson ? folded(words.title, rest) : rest,
      this.#foot(),
    );
    this.#show();
  }

  /** The sentence with its blanks, and what the reader makes of it. */
  #case() {
    const { words, receptors, who } = this.#data;
    const { sentence } = this.#book;
    const blank = /** @type {[string, string]} */ (["", words.choose]);
    const choose = (/** @type {"receptor" | "who"} */ part) => (/** @type {string} */ word) =>
      this.#write((book) => Object.assign(book.sentence, { [part]: word }));
    const put = (/** @type {"words" | "pro" | "con"} */ part) =>
      this.#reason(words[part], sentence[part], (book, text) =>
        Object.assign(book.sentence, { [part]: text }),
      );
    return [
      html("h4", {}, words.case),
      this.#sentence,
      html(
        "div",
        { class: "blanks" },
        list(words.receptor, [blank, ...receptors], sentence.receptor, choose("receptor")),
        list(words.who, [blank, ...who], sentence.who, choose("who")),
      ),
      put("words"),
      put("pro"),
      put("con"),
    ];
  }

  /** @param {string} lesson */
  #line(lesson) {
    const { words } = this.#data;
    const put = (/** @type {Book} */ book, /** @type {string} */ text) =>
      Object.assign(book.lines, { [lesson]: text });
    return this.#reason(words.line, this.#book.lines[lesson] ?? "", put);
  }

  /** Lines that were written with lessons. */
  #lines() {
    const { words, lessons } = this.#data;
    const fields = Object.keys(lessons)
      .filter((lesson) => this.#book.lines[lesson])
      .map((lesson) =>
        this.#field(lessons[lesson], this.#book.lines[lesson], (book, text) => {
          book.lines[lesson] = text;
        }),
      );
    return fields.length ? [html("h4", {}, words.lines), ...fields] : [];
  }

  /** What came by itself: guesses, first tries, map. */
  #show() {
    const data = this.#data;
    const { guesses, tries, map, sentence } = this.#book;
    const part = (/** @type {string} */ word, /** @type {Node[]} */ all) =>
      all.length ? [folded(fill(data.words[word], { n: all.length }), html("ul", {}, ...all))] : [];
    const parts = [
      ...part(
        "guesses",
        guesses.map((one) => this.#guess(one)),
      ),
      ...part(
        "tries",
        Object.entries(tries).map((one) => {
          const [prompt, option] = tryOf(data, ...one);
          return html("li", {}, prompt, " ", html("b", {}, option));
        }),
      ),
      ...part(
        "map",
        map.map((edge) => html("li", {}, edgeOf(data, edge))),
      ),
    ];
    const open = [...this.#kept.children].map(
      (one) => one instanceof HTMLDetailsElement && one.open,
    );
    this.#sentence.textContent = sentenceOf(data, sentence);
    const nothing = html("p", { class: "hint" }, data.words.nothing);
    this.#kept.replaceChildren(...(parts.length ? parts : [nothing]));
    for (const [i, one] of parts.entries()) one.open = open[i] ?? false;
  }

  /** @param {Book["guesses"][number]} one */
  #guess(one) {
    const { words } = this.#data;
    const { question, guess, sure, line, found } = one;
    const more = line ? [html("span", {}, `${words.reason}: ${line}`)] : [];
    const told = found ? [html("span", { class: "found" }, `${words.found}: ${found}`)] : [];
    if (isEarlier(this.#data, one)) told.push(html("span", { class: "earlier" }, words.earlier));
    return html("li", {}, question, " ", html("b", {}, guess), ` (${sure})`, ...more, ...told);
  }

  /** Name, date, and the ways to hand it in. */
  #foot() {
    const { words } = this.#data;
    const { name, date } = this.#book;
    const named = html("input", {
      type: "text",
      maxlength: 80,
      value: name,
      placeholder: words.name_hint,
      autocomplete: "off",
      oninput: () => this.#write((book) => Object.assign(book, { name: named.value })),
    });
    const dated = html("input", {
      type: "date",
      value: date || today(),
      oninput: () => this.#write((book) => Object.assign(book, { date: dated.value })),
    });
    const ways = [
      button(words.print, () => print(this.#data, this.#whole())),
      button(words.text, () => this.#save("txt", "text/plain", asText)),
      button(words.table, () => this.#save("csv", "text/csv", asCsv)),
      button(words.clear, () => this.#clear(), { class: "clear" }),
    ];
    return html(
      "div",
      { class: "foot" },
      html("h4", {}, words.hand),
      html("div", { class: "who" }, labelled(words.name, named), labelled(words.date, dated)),
      html("div", { class: "ways" }, ...ways),
    );
  }

  /** All of it as it is now, with a day. @returns {Book} */
  #whole() {
    const book = gathered(this.#data);
    return { ...book, date: book.date || today() };
  }

  /** @param {string} ending @param {string} type
   * @param {(data: Data, book: Book) => string} write */
  #save(ending, type, write) {
    const { words } = this.#data;
    const book = this.#whole();
    const name = `${words.file}-${book.name.replace(/[^\p{L}\p{N}]+/gu, "-") || book.date}`;
    if (download(`${name}.${ending}`, write(this.#data, book), type)) this.#note(words.no_file);
  }

  #clear() {
    const { words } = this.#data;
    const before = cleared(this.#data);
    this.#fresh();
    const back = button(words.back, () => {
      broughtBack(before);
      this.#fresh();
      this.#said.replaceChildren();
    });
    this.#note(words.cleared, back);
    back.focus();
  }

  #fresh() {
    this.#book = gathered(this.#data);
    this.#draw();
  }

  /** @param {string} words @param {...Node} more */
  #note(words, ...more) {
    this.#said.replaceChildren(html("p", { class: "note" }, words, " ", ...more));
  }
}

/** Today, where the reader is. */
function today() {
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join("-");
}

/** @param {Context} context */
function render({ model, el }) {
  const view = new View(model.get("data"));
  const unfollow = followTheme(view.root);
  el.append(view.root);
  return () => {
    unfollow();
    view.end();
  };
}

export default { render };
