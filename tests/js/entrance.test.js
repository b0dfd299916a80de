// @ts-check
// Findings come in groups, in the order that Python gives.

import assert from "node:assert/strict";
import { test } from "node:test";
import { delayOf } from "../../src/explainer/widgets/static/placement/entrance.js";

test("people come last, and all of one group together", () => {
  const delays = (/** @type {any[]} */ order) =>
    ["animals", "word", "people"].map((who) => delayOf(order, /** @type {any} */ ({ who })));
  const [animals, word, people] = delays(["animals", "word", "people"]);
  assert.equal(animals, 0);
  assert.ok(animals < word && word < people);
  assert.deepEqual(delays(["people", "word", "animals"]).reverse(), [animals, word, people]);
});
