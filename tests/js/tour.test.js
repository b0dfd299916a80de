// @ts-check
// The tour's decisions, without a page: where a key leads, when the reader has left the scene. Run by tests/widgets/test_tour.py, which makes the picture from the real
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

describe("a step", () => {
  const steps = [3, 1, 2];
  const after = (/** @type {[number, number]} */ [at, step], /** @type {number} */ move) => {
    const { scene: to, step: shown } = scene.standAfter({ scene: at, step }, move, steps);
    return [to, shown];
  };

  test("shows the next thing of a scene, then the next scene from its beginning", () => {
    assert.deepEqual(after([0, 0], 1), [0, 1]);
    assert.deepEqual(after([0, 2], 1), [1, 0]);
    assert.deepEqual(after([1, 0], 1), [2, 0]);
  });

  test("goes back the way it came, so that nothing is shown twice or left out", () => {
    assert.deepEqual(after([2, 0], -1), [1, 0]);
    assert.deepEqual(after([1, 0], -1), [0, 2]);
    assert.deepEqual(after([0, 1], -1), [0, 0]);
  });

  test("is never outside the tour", () => {
    assert.deepEqual(after([2, 1], 1), [2, 1]);
    assert.deepEqual(after([0, 0], -1), [0, 0]);
    assert.deepEqual(after([1, 0], Infinity), [2, 0]);
    assert.deepEqual(after([1, 0], -Infinity), [0, 0]);
  });

  test("leads to a scene that is there, whatever the kernel asks for", () => {
    assert.deepEqual(
      [-4, 0, 2, 9].map((wanted) => scene.sceneNear(wanted, 3)),
      [0, 0, 2, 2],
    );
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
