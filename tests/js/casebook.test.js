// @ts-check
// A case book: what a browser keeps of it, and the two files that it leaves as and comes back from.

import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import * as book from "../../src/explainer/widgets/static/casebook/book.js";
import * as file from "../../src/explainer/widgets/static/casebook/file.js";
import { stored } from "../../src/explainer/widgets/static/shared/storage.js";
import { asked } from "./asked.js";

/** @import { Book, Data } from "../../src/explainer/widgets/static/casebook/book.js" */

/** @type {Data} */
const data = asked("casebook");
const own = {
  name: "Kim, “the second”",
  date: "2026-11-28",
  sentence: { receptor: "mu", who: "animals", words: "W", pro: "a, b", con: '=HYPERLINK("x")' },
  lines: { "01_the_bodys_own_opioids": "'-1" },
};
const guess = { question: "Q?", guess: "G", sure: "S", line: "+L\n2", found: "F", of: "p1" };
const full = /** @type {Book} */ ({
  version: 1,
  ...own,
  guesses: [guess],
  tries: { q1: "q1a" },
  map: [["mu", "improves", "mood"]],
});
/** @type {[string, (data: Data, book: Book) => string][]} */
const forms = [
  ["text", file.asText],
  ["table", file.asCsv],
];
const kept = { ...full, guesses: [{ ...guess, line: "+L 2" }] };

for (const [name, write] of forms)
  describe(`a case book as ${name}`, () => {
    const written = write(data, kept);

    test("comes back as it was", () => {
      assert.deepEqual(file.read(written, data).book, kept);
      assert.deepEqual(file.read(`\ufeff${written}`, data).book, kept);
      assert.deepEqual(file.read(written.replaceAll(/\r?\n/g, "\r\n"), data).book, kept);
    });

    test("that is cut anywhere says so, and nothing is taken from it", () => {
      const whole = written.trimEnd().length;
      for (let at = 20; at < whole; at += 7) {
        const { book: taken, fault } = file.read(written.slice(0, at), data);
        assert.equal(taken, undefined, `cut at ${at}`);
        assert.ok(fault === "cut" || (at < 60 && fault === "strange"), `${fault} at ${at}`);
      }
    });

    test("of another version names it, and nothing is taken from it", () => {
      const later = write({ ...data, version: 7 }, kept);
      assert.deepEqual(file.read(later, data), { fault: "version", version: "7" });
    });

    test("holds names that mean something to programs as words", () => {
      const odd = book.whole({
        ...kept,
        tries: { constructor: "toString" },
        lines: JSON.parse('{"__proto__": "<img onerror=x>"}'),
        map: [["constructor", "valueOf", "__proto__"]],
      });
      assert.deepEqual(file.read(write(data, odd), data).book, odd);
      assert.match(write(data, odd), /<img onerror=x>/);
    });
  });

describe("what a spreadsheet would reckon with", () => {
  for (const text of ["=1+1", "+1", "-1", "@A1", "'=1", "＝1", '=HYPERLINK("x")'])
    test(`stands in the table as words: ${text}`, () => {
      const { pro } = own.sentence;
      const table = file.asCsv(data, { ...kept, sentence: { ...own.sentence, con: text, pro } });
      const cell = table.split("\r\n").find((line) => line.includes("sentence,con"));
      assert.match(cell ?? "", /,"?'/);
      assert.doesNotMatch(table, /(^|,|")[=+\-@＝]/m);
      assert.equal(file.read(table, data).book?.sentence.con, text);
    });
});

describe("a file that is none", () => {
  for (const text of ["", "Dear teacher", "<script>alert(1)</script>", "a,b\n1,2", "{}"])
    test(`is strange: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(file.read(text, data), { fault: "strange" });
    });

  test("or is far too large is not read", () => {
    assert.deepEqual(file.read("x".repeat(2_000_000), data), { fault: "large" });
  });

  for (const json of ["[]", "null", "5", '{"guesses":5,"map":[[1,2,3],["a"]],"lines":[7]}'])
    test(`or holds ${json} is an empty case book`, () => {
      const read = file.read(`case-book 1 ${json}`, data).book;
      assert.deepEqual([read?.guesses, read?.map, read?.lines], [[], [], {}]);
    });
});

describe("what is kept", () => {
  beforeEach(() => void book.cleared(data));

  test("is gathered from guesses, first tries, map and own words, and cleared at once", async () => {
    const { store } = await import("../../src/explainer/widgets/static/shared/storage.js");
    book.keepOwn(data, own);
    store("explainer.predictions", [guess]);
    store("opioid-system-explainer/01_the_bodys_own_opioids/", { q1: "q1b" });
    store("opioid-system-explainer/01_the_bodys_own_opioids/first", { q1: "q1a" });
    store("explainer.map", [["mu", "improves", "mood"]]);
    assert.deepEqual(book.gathered(data), kept);
    const before = book.cleared(data);
    assert.deepEqual(book.gathered(data), book.whole({ version: 1 }));
    assert.equal(stored("opioid-system-explainer/01_the_bodys_own_opioids/"), null);
    book.broughtBack(before);
    assert.deepEqual(book.gathered(data), kept);
  });

  test("of another version stays as it is", async () => {
    const { store } = await import("../../src/explainer/widgets/static/shared/storage.js");
    store("explainer.casebook.9", { odd: true });
    assert.equal(book.hasOthers(data), true);
    book.keepOwn(data, own);
    assert.deepEqual(stored("explainer.casebook.9"), { odd: true });
  });

  test("is one line each, of a certain length, with nothing unseen that turns it around", () => {
    const { lines, name } = book.ownWords({
      name: "a\u202eb\u0000c",
      lines: { x: "y".repeat(9999) },
    });
    assert.equal(name, "a b c");
    assert.equal(lines.x.length, book.LONGEST);
  });

  test("of a map is at most eight lines, each pair once", () => {
    const many = Array.from({ length: 20 }, (_, i) => ["mu", "improves", `d${i}`]);
    assert.equal(book.edges(many).length, book.EDGES);
    assert.deepEqual(
      book.edges([
        ["a", "x", "b"],
        ["a", "y", "b"],
      ]),
      [["a", "y", "b"]],
    );
  });
});
