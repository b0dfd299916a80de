// @ts-check
// What a class's case books hold, counted by what the tables know.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { whole } from "../../src/explainer/widgets/static/casebook/book.js";
import {
  beliefs,
  counted,
  guesses,
  tries,
} from "../../src/explainer/widgets/static/teacher/count.js";

const option = { prompt: "Q?", lesson: "l", options: { qa: "A", qb: "B", qc: "C" } };
const data = /** @type {any} */ ({
  casebook: { questions: { q: option, r: option } },
  shows: { qb: "m1", qc: "m2" },
  predictions: { p: { question: "P?", guesses: ["G", "H"], answer: "H" } },
  sureness: ["low", "high"],
});
const guess = (/** @type {string} */ said, /** @type {string} */ sure) => ({
  question: "P?",
  guess: said,
  sure,
  line: "",
  found: "F",
  of: "p",
});
const books = [
  { tries: { q: "qb", r: "qb" }, guesses: [guess("G", "low"), guess("H", "high")] },
  { tries: { q: "qb", r: "qc" }, guesses: [guess("G", "high")] },
  { tries: { q: "constructor", valueOf: "toString" }, guesses: [guess("<b>", "high")] },
  { tries: { q: "qa" } },
].map(whole);

describe("a class", () => {
  test("holds a misconception as many times as there are case books that show it", () => {
    assert.deepEqual(beliefs(data, books), [
      ["m1", 2],
      ["m2", 1],
    ]);
  });

  test("guessed what it guessed first, and was as sure as it said", () => {
    assert.deepEqual(guesses(data, books, "p"), [
      { guess: "G", counts: [1, 1], all: 2 },
      { guess: "H", counts: [0, 0], all: 0 },
    ]);
  });

  test("chose options that there are, and no other counts", () => {
    assert.deepEqual(tries(data, books, "q"), [
      ["qa", 1],
      ["qb", 2],
      ["qc", 0],
    ]);
  });

  test("is counted with what is most first", () => {
    assert.deepEqual(counted(["a", "b", "b"]), [
      ["b", 2],
      ["a", 1],
    ]);
  });
});
