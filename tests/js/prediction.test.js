// @ts-check
// One guess from the first word to what is seen, and what a browser keeps of it.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as book from "../../src/explainer/widgets/static/prediction/book.js";
import {
  FRESH,
  isReady,
  stepped,
} from "../../src/explainer/widgets/static/prediction/commitment.js";

/** @import { Step } from "../../src/explainer/widgets/static/prediction/commitment.js" */

const after = (/** @type {Step[]} */ ...steps) =>
  steps.reduce(
    stepped,
    /** @type {import("../../src/explainer/widgets/static/prediction/commitment.js").Commitment} */ (
      FRESH
    ),
  );

describe("a commitment", () => {
  test("is made with an answer and how sure, and a line if one likes", () => {
    const made = after(
      { choose: "worsens" },
      { rate: "fairly" },
      { write: "So." },
      { commit: true },
    );
    assert.deepEqual(made, { answer: "worsens", sure: "fairly", line: "So.", isSeen: true });
    assert.equal(after({ choose: "worsens" }, { rate: "fairly" }, { commit: true }).isSeen, true);
  });

  for (const steps of [[], [{ choose: "a" }], [{ rate: "b" }], [{ write: "c" }]])
    test(`is not made with no more than ${JSON.stringify(steps)}`, () => {
      const made = after(.../** @type {Step[]} */ (steps), { commit: true });
      assert.equal(made.isSeen, false);
      assert.equal(isReady(made), false);
    });

  test("is a line where there is nothing to choose from", () => {
    const steps = /** @type {Step[]} */ ([{ rate: "b" }, { commit: true, isOpen: true }]);
    assert.equal(after(...steps).isSeen, false);
    assert.equal(after({ write: "  " }, ...steps).isSeen, false);
    assert.equal(after({ write: "None of them." }, ...steps).isSeen, true);
    assert.equal(after({ write: "None of them." }, { rate: "b" }, { commit: true }).isSeen, false);
  });

  test("may be changed until it is made, and by nothing after", () => {
    const made = after({ choose: "a" }, { choose: "b" }, { rate: "x" }, { rate: "y" });
    assert.deepEqual([made.answer, made.sure], ["b", "y"]);
    const seen = stepped(made, { commit: true });
    for (const step of [{ choose: "a" }, { rate: "x" }, { write: "z" }, { commit: true }])
      assert.deepEqual(stepped(seen, /** @type {Step} */ (step)), seen);
  });

  test("begins anew when the reader wants to", () => {
    const seen = after({ choose: "a" }, { rate: "x" }, { commit: true });
    assert.deepEqual(stepped(seen, { anew: true }), FRESH);
  });
});

describe("what is kept", () => {
  const one = { question: "Q?", guess: "G", sure: "S", line: "L", found: "F" };
  for (const [stored, kept] of [
    ["x", []],
    [5, []],
    [null, []],
    [true, []],
    [{}, []],
    [{ length: 3 }, []],
    [[null, 5, "x", [], {}], []],
    [[{ ...one, guess: 5 }, one, { ...one, found: { toString: 1 } }], [one]],
    [[{ ...one, more: "x", __proto__: null }], [one]],
    [[{ question: "Q?", guess: "G", found: "F", line: "L" }], [{ ...one, sure: "" }]],
    [[{ ...one, sure: { x: 1 } }], [{ ...one, sure: "" }]],
    [[{ ...one, line: "x".repeat(100_000) }], [{ ...one, line: "x".repeat(600) }]],
  ]) {
    const name = JSON.stringify(stored).slice(0, 60);
    test(`as ${name} is read as far as it is a guess`, () =>
      assert.deepEqual(book.known(stored), kept));
  }

  test("is the last two hundred", () =>
    assert.equal(book.known(new Array(5000).fill(one)).length, 200));

  test("is written down as text", () => {
    const line = "A {line} of <mine>";
    assert.equal(book.asText([{ ...one, line }]), `Q?\n  G\n  S\n  ${line}\n  F\n`);
    assert.equal(book.asText([{ ...one, sure: "", line: "" }]), "Q?\n  G\n  F\n");
    assert.equal(book.asText([one, one]).split("\n\n").length, 2);
    assert.equal(book.asText([]), "\n");
  });
});
