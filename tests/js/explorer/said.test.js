// @ts-check
// What rows say, in signs, and whether they differ.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as view from "../../../src/explainer/widgets/static/explorer/selection.js";
import { pictureOf } from "../asked.js";

const picture = view.prepare(pictureOf("real"));

const all = () => picture.rows.map((_, r) => r);

// Made-up rows: pair, look, sign of what was done.
/** @param {[look: string, done?: string][]} rows @param {string} [kind] @returns {any} */
const made = (rows, kind = "effect") => ({
  pairs: [[0, 1, kind, "pharmacology"]],
  rows: rows.map(([look, done = ""]) => [0, look, done]),
  bare: ["binds", "doubtful", "none"],
  silent: ["binds", "doubtful"],
  weak: ["not known", ""],
});
/** @param {[look: string, done?: string][]} rows @param {string} [kind] */
const said = (rows, kind) => {
  const of = made(rows, kind);
  return view.saidBy(
    of,
    rows.map((_, r) => r),
  );
};
/** @param {[look: string, done?: string][]} rows @param {string} [kind] */
const differs = (rows, kind) => view.differs(made(rows, kind), said(rows, kind));

describe("saidBy", () => {
  test("counts rows that say the same", () => {
    assert.deepEqual(
      said([
        ["improves", "+"],
        ["worsens", "+"],
        ["improves", "+"],
      ]),
      [
        ["direction", "improves", "+", 2],
        ["direction", "worsens", "+", 1],
      ],
    );
  });

  test("keeps what activating and what losing did apart", () => {
    assert.deepEqual(
      said([
        ["improves", "+"],
        ["improves", "−"],
      ]),
      [
        ["direction", "improves", "+", 1],
        ["direction", "improves", "−", 1],
      ],
    );
  });

  test("tells actions by family", () => {
    assert.deepEqual(said([["blocks"]], "acts on"), [["family", "blocks", "", 1]]);
  });

  test("leaves binding out beside an action, and tells it where it is all", () => {
    assert.deepEqual(said([["binds"], ["blocks"], ["binds"]], "acts on"), [
      ["family", "blocks", "", 1],
    ]);
    assert.deepEqual(said([["binds"], ["binds"]], "acts on"), [["family", "binds", "", 2]]);
    assert.deepEqual(said([["binds"], ["none"]], "acts on"), [
      ["family", "binds", "", 1],
      ["family", "none", "", 1],
    ]);
  });

  test("says nothing of no rows", () => assert.deepEqual(said([]), []));
});

describe("differs", () => {
  test("where the same thing done is told in more than one way", () => {
    assert.equal(
      differs([
        ["improves", "+"],
        ["worsens", "+"],
      ]),
      true,
    );
    assert.equal(differs([["activates"], ["partly"]], "acts on"), true);
    assert.equal(differs([["binds"], ["none"]], "acts on"), true);
  });

  test("not where different things were done", () =>
    assert.equal(
      differs([
        ["improves", "+"],
        ["worsens", "−"],
      ]),
      false,
    ));

  test("not where a row says nothing that could contradict", () => {
    assert.equal(
      differs([
        ["improves", "+"],
        ["not known", "+"],
      ]),
      false,
    );
    assert.equal(differs([["activates"], ["binds"]], "acts on"), false);
    assert.equal(differs([["improves"], [""]], "claim"), false);
  });

  test("not where nothing is said", () => assert.equal(differs([]), false));

  test("in the real tables, exactly where rows of one pair say different things", () => {
    for (const [, rows] of view.byPair(picture, all())) {
      /** @type {Record<string, Set<string>>} */
      const looks = {};
      for (const r of rows) {
        const [, look, done] = picture.rows[r];
        looks[done] ??= new Set();
        if (![...picture.weak, "binds"].includes(look)) looks[done].add(look);
      }
      assert.equal(
        view.differs(picture, view.saidBy(picture, rows)),
        Object.values(looks).some((one) => one.size > 1),
      );
    }
  });
});
