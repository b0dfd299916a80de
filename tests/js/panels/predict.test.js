// @ts-check
// Predictions: what they are held against, what is kept of them.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as view from "../../../src/explainer/widgets/static/explorer/selection.js";
import * as predict from "../../../src/explainer/widgets/static/panels/predict.js";
import { answers } from "../asked.js";

const picture = view.prepare(answers("real").picture);
const small = view.prepare(answers("small").picture);

describe("a prediction", () => {
  const place = (/** @type {string} */ id) => small.place.get(id);
  const ids = (/** @type {number[]} */ lines) => lines.map((line) => small.lines[line][5]);

  test("is held against what Python says of that receptor and that domain", () => {
    const [told, replies, apart, rest, others] = predict.answerFor(
      small,
      place("mu"),
      place("mood"),
    );
    assert.equal(told, "Better mood: in people, better mood (1).");
    assert.equal(replies.length, predict.guessesOn(small, place("mood")).length);
    assert.deepEqual(
      [
        ids(apart),
        ids(rest),
        others.map((/** @type {[string, number[]]} */ [done, lines]) => [done, ids(lines)]),
      ],
      [["e1"], [], [["absent", ["e2"]]]],
    );
    assert.deepEqual(ids(predict.claimsOn(small, place("mood"))), ["c1", "c4"]);
  });

  test("meets silence where nobody has said anything", () => {
    const [told, replies, ...rows] = predict.answerFor(small, place("kappa"), place("addiction"));
    assert.equal(told, "No finding here tells which way it goes.");
    assert.deepEqual(rows, [[], [], []]);
    assert.equal(replies.length, predict.guessesOn(small, place("addiction")).length);
  });

  test("has an answer, and a reply to each guess, for every receptor and domain", () => {
    const at = (/** @type {string} */ kind) =>
      picture.nodes.flatMap((node, i) => (node[2] === kind ? [i] : []));
    for (const receptor of at("receptor")) {
      for (const domain of at("domain")) {
        const [told, replies] = predict.answerFor(picture, receptor, domain);
        assert.match(told, /^[A-Z].*\.$/);
        assert.deepEqual(
          replies.filter((/** @type {number} */ at) => !picture.predictions.replies[at]),
          [],
        );
        assert.equal(replies.length, predict.guessesOn(picture, domain).length);
      }
    }
  });

  const one = { question: "Q?", guess: "G", found: "F", line: "L" };
  for (const [stored, kept] of [
    ["x", []],
    [5, []],
    [null, []],
    [true, []],
    [{}, []],
    [{ length: 3 }, []],
    [[null, 5, "x", [], {}], []],
    [[{ ...one, line: 5 }, one, { ...one, found: { toString: 1 } }], [one]],
    [[{ ...one, more: "x", __proto__: null }], [one]],
    [[{ ...one, line: "x".repeat(100_000) }], [{ ...one, line: "x".repeat(600) }]],
  ]) {
    const name = JSON.stringify(stored).slice(0, 60);
    test(`that was kept as ${name} is read as far as it is one`, () =>
      assert.deepEqual(predict.known(stored), kept));
  }

  test("is one of two hundred that are kept", () =>
    assert.equal(predict.known(new Array(5000).fill(one)).length, 200));

  test("is written down as text", () => {
    const one = {
      question: "Q?",
      guess: "You expected: it improves",
      found: "F: it worsens",
      line: "A {line} of <mine>",
    };
    assert.equal(
      predict.asText([one]),
      "Q?\n  You expected: it improves\n  F: it worsens\n  A {line} of <mine>\n",
    );
    assert.equal(predict.asText([one, one]).split("\n\n").length, 2);
    assert.equal(predict.asText([]), "\n");
  });
});

describe("a question", () => {
  test("is on what is chosen, else on the first receptor and the first domain", () => {
    const asked = (/** @type {object} */ part) => {
      const state = /** @type {any} */ ({ focus: "", domain: "", ...part });
      const { receptor, domain } = predict.questionOf(small, state);
      return [receptor, domain];
    };
    const [first, other] = small.nodes.filter((node) => node[2] === "receptor");
    const [domain] = small.nodes.filter((node) => node[2] === "domain");
    assert.deepEqual(asked({}), [first[0], domain[0]]);
    assert.deepEqual(asked({ focus: "morphine" }), [first[0], domain[0]]);
    assert.deepEqual(asked({ focus: other[0], domain: "pain" }), [other[0], "pain"]);
  });

  test("forgets the guess at another one", () => {
    const memory = { guess: "improves", isShown: true, line: "so", of: "mu mood" };
    assert.equal(predict.remembered(memory, "mu mood").guess, "improves");
    const fresh = { guess: "", isShown: false, line: "", of: "mu pain" };
    assert.deepEqual(predict.remembered(memory, "mu pain"), fresh);
  });
});
