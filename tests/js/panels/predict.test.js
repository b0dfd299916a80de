// @ts-check
// Predictions: what is asked, what guesses are held against, what is sealed until then.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as view from "../../../src/explainer/widgets/static/explorer/selection.js";
import * as predict from "../../../src/explainer/widgets/static/panels/predict.js";
import { pictureOf } from "../asked.js";

const picture = view.prepare(pictureOf("real"));
const small = view.prepare(pictureOf("small"));

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
});

describe("a question", () => {
  const [first, other] = small.nodes.filter((node) => node[2] === "receptor");
  const [domain] = small.nodes.filter((node) => node[2] === "domain");
  const stateOf = (/** @type {object} */ part) =>
    /** @type {any} */ ({ focus: "", also: [], domain: "", panel: "predict", ...part });
  const asked = (/** @type {object} */ part) => {
    const { receptor, domain } = predict.questionOf(small, stateOf(part));
    return [receptor, domain];
  };

  test("is where the article's receptor belongs, as long as nothing is chosen", () => {
    assert.deepEqual(asked({}), ["", ""]);
    assert.deepEqual(asked({ focus: "morphine" }), ["", ""]);
  });

  test("is on the pair that is chosen, and on the first of what is not", () => {
    assert.deepEqual(asked({ focus: other[0] }), [other[0], domain[0]]);
    assert.deepEqual(asked({ domain: "pain" }), [first[0], "pain"]);
    assert.deepEqual(asked({ focus: other[0], domain: "pain" }), [other[0], "pain"]);
    assert.deepEqual(asked({ focus: other[0], also: ["pain"] }), [other[0], "pain"]);
    assert.deepEqual(asked({ focus: "pain", also: [other[0]] }), [other[0], "pain"]);
  });

  test("seals the picture until it is answered, each for itself", () => {
    const guesses = predict.freshGuesses();
    const pair = stateOf({ focus: other[0], domain: "pain" });
    const isSealed = (/** @type {any} */ state) => predict.isSealed(small, state, guesses);
    assert.deepEqual([pair, stateOf({}), stateOf({ panel: "card" })].map(isSealed), [
      true,
      true,
      false,
    ]);
    guesses.pairs[`${other[0]}>pain`] = { answer: "x", sure: "y", line: "", isSeen: true };
    assert.deepEqual([pair, stateOf({}), stateOf({ domain: "pain" })].map(isSealed), [
      false,
      true,
      true,
    ]);
    guesses.placed.guess = other[0];
    assert.deepEqual([pair, stateOf({}), stateOf({ domain: "pain" })].map(isSealed), [
      false,
      false,
      true,
    ]);
  });
});
