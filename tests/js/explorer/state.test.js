// @ts-check
// Codes and templates; that codes mean the same in Python is tried in twin.test.js.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as state from "../../../src/explainer/widgets/static/explorer/state.js";
import { OVERVIEW, pictureOf } from "../asked.js";

const picture = pictureOf("small");

describe("codeOf", () => {
  test("holds only what differs from the overview", () => {
    assert.equal(state.codeOf(OVERVIEW), "");
    assert.equal(
      state.codeOf({
        ...OVERVIEW,
        focus: "kappa",
        also: ["mood", "pain"],
        origin: "made by the body",
      }),
      "focus=kappa&also=mood,pain&origin=made+by+the+body",
    );
  });
  test("is read whole from an address, and as versions before wrote it", () => {
    for (const code of [
      "focus=kappa&also=mood,pain&origin=made+by+the+body",
      "#explorer:focus=kappa&also=mood%2Cpain&origin=made%20by%20the%20body",
      "focus=kappa;also=mood,pain;origin=made+by+the+body",
    ]) {
      const [read, messages] = state.readCode(code, picture);
      assert.deepEqual(messages, []);
      assert.equal(state.codeOf(read), "focus=kappa&also=mood,pain&origin=made+by+the+body");
    }
  });
  test("is not changed by what it reads", () => {
    const before = JSON.stringify(state.OVERVIEW);
    const [read] = state.readCode("focus=mu&also=mood", picture);
    read.also.push("pain");
    assert.equal(JSON.stringify(state.OVERVIEW), before);
    assert.deepEqual(state.OVERVIEW, OVERVIEW);
  });
});

describe("filled", () => {
  for (const [template, words, text] of /** @type {[string, Record<string, any>, string][]} */ ([
    ["{n} {n|row|rows}", { n: 0 }, "0 rows"],
    ["{n} {n|row|rows}", { n: 1 }, "1 row"],
    ["{n} {n|row|rows}", { n: 2 }, "2 rows"],
    ["{a} and {b}", { a: "{b}", b: "$&" }, "{b} and $&"],
    ["{a}{a}", { a: "x" }, "xx"],
    ["nothing to fill", {}, "nothing to fill"],
  ])) {
    test(`makes “${text}”`, () => assert.equal(state.filled(template, words), text));
  }
});

describe("nearest", () => {
  test("is at most a third of the letters away", () => {
    for (const [word, near] of [
      ["kapa", "kappa"],
      ["KAPPA", "kappa"],
      ["kaba", ""],
      ["morfine", "morphine"],
      ["", ""],
      ["m", "mu"],
    ]) {
      assert.equal(state.nearest(word, ["", "mu", "kappa", "morphine"]), near, word);
    }
  });
  test("counts letters, not the pieces of which they are made", () =>
    assert.equal(state.nearest("mu😀", ["mu"]), "mu"));
});

describe("known", () => {
  test("are the words of each list; a focus may be any node or none", () => {
    const ids = ["", ...picture.nodes.map(([id]) => id)];
    assert.deepEqual(state.known(picture, "focus"), ids);
    assert.deepEqual(state.known(picture, "also"), ids);
    assert.deepEqual(state.known(picture, "lens"), ["both", "article", "pharmacology"]);
  });
});
