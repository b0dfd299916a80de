// @ts-check
// The tour's decisions, without a page: where a key leads, when the reader has left the scene,
// which signs are told. Run by tests/widgets/test_tour.py, which makes the picture from the real
// tables.

import assert from "node:assert/strict";
import fs from "node:fs";
import { describe, test } from "node:test";
import * as view from "../../src/explainer/widgets/static/explorer/selection.js";
import * as scene from "../../src/explainer/widgets/static/tour/scene.js";

const picture = view.prepare(JSON.parse(fs.readFileSync(String(process.env.PICTURE), "utf-8")));
/** @type {{view: import("../../src/explainer/widgets/static/shared/types.js").State}[]} */
const scenes = picture.tour.scenes;

/** @param {string} name @param {object} [more] @returns {any} */
const key = (name, more = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe("a key", () => {
  test("moves one scene, or to either end", () => {
    const moves = ["ArrowLeft", "PageUp", "ArrowRight", "PageDown", "Home", "End"].map((name) =>
      scene.moveOf(key(name)),
    );
    assert.deepEqual(moves, [-1, -1, 1, 1, -Infinity, Infinity]);
  });

  test("that means something else is left alone", () => {
    for (const name of [
      "ArrowUp",
      "ArrowDown",
      "Enter",
      " ",
      "a",
      "Escape",
      "constructor",
      "toString",
    ]) {
      assert.equal(typeof scene.moveOf(key(name)), "undefined", name);
    }
    for (const held of ["ctrlKey", "metaKey", "altKey", "shiftKey"])
      assert.equal(scene.moveOf(key("ArrowRight", { [held]: true })), undefined);
  });
});

describe("the scene after a move", () => {
  test("is never outside the tour", () => {
    assert.deepEqual(
      [-Infinity, -1, 0, 1, Infinity].map((move) => scene.sceneAfter(0, move, 3)),
      [0, 0, 0, 1, 2],
    );
    assert.deepEqual(
      [-Infinity, -1, 1, Infinity].map((move) => scene.sceneAfter(2, move, 3)),
      [0, 1, 2, 2],
    );
    assert.equal(scene.sceneAfter(0, 1, 1), 0);
  });
});

describe("the reader", () => {
  test("is at the scene while the picture shows its view", () => {
    for (const { view: wanted } of scenes)
      assert.equal(scene.isAway({ ...wanted, also: [...wanted.also] }, wanted), false);
  });

  test("is away after any change", () => {
    for (const { view: wanted } of scenes) {
      for (const part of [
        { focus: "delta", also: [] },
        { lens: wanted.lens === "both" ? "article" : "both" },
        { panel: "table" },
      ]) {
        assert.equal(
          scene.isAway({ ...wanted, ...part }, wanted),
          wanted.focus !== "delta" || !("focus" in part) || wanted.also.length > 0,
        );
      }
    }
  });
});

describe("signs", () => {
  const signs = (/** @type {any} */ state) =>
    scene.signsIn(picture, state, view.show(picture, state));

  test("are all in the tables of looks", () => {
    for (const { view: state } of scenes) {
      for (const [table, name, done] of signs(state).flat()) {
        assert.ok(picture.looks[table][name], `${table} ${name}`);
        if (done) assert.ok(picture.looks.done[done], done);
      }
    }
  });

  test("begin with the voices that speak", () => {
    const voices = (/** @type {string} */ lens) =>
      signs({ ...scenes[0].view, lens })
        .flat()
        .filter(([table]) => table === "voice")
        .map(([, name]) => name);
    assert.deepEqual(voices("article"), ["article"]);
    assert.deepEqual(voices("both"), ["pharmacology", "article"]);
  });

  test("count no row in the overview", () => {
    assert.ok(
      signs(scenes[0].view)
        .flat()
        .every(([, , , count]) => count === 0),
    );
  });

  test("count every finding between two things once, by what was done", () => {
    const state = { ...scenes[0].view, focus: "kappa", also: ["mood"] };
    const rows = view.show(picture, state).rows;
    const counted = signs(state).filter(([[table]]) => table === "direction");
    assert.equal(
      counted.flat().reduce((sum, [, , , count]) => sum + count, 0),
      rows.length,
    );
    const dones = counted.map((group) => group[0][2]);
    assert.equal(new Set(dones).size, dones.length);
    assert.ok(dones.length > 1);
  });
});
