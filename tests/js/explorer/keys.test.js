// @ts-check
// What keys mean.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as keys from "../../../src/explainer/widgets/static/explorer/keys.js";

/** @param {string} key @param {Partial<keys.Key>} [more] @returns {keys.Key} */
const pressed = (key, more) => ({ key, ctrlKey: false, metaKey: false, shiftKey: false, ...more });
const control = { ctrlKey: true };
const command = { metaKey: true };

describe("a command", () => {
  for (const [name, event, meant] of /** @type {[string, keys.Key, string][]} */ ([
    ["Escape", pressed("Escape"), "reset"],
    ["Ctrl Z", pressed("z", control), "undo"],
    ["Command Z", pressed("z", command), "undo"],
    ["Ctrl Shift Z", pressed("Z", { ...control, shiftKey: true }), "redo"],
    ["Command Shift Z", pressed("Z", { ...command, shiftKey: true }), "redo"],
    ["Ctrl Y", pressed("y", control), "redo"],
    ["Ctrl Y with capitals on", pressed("Y", control), "redo"],
  ])) {
    test(`${name} is ${meant}`, () => assert.equal(keys.commandOf(event, false), meant));
  }

  test("in a text is the text's own, but for Escape", () => {
    for (const key of ["z", "y"])
      assert.equal(keys.commandOf(pressed(key, control), true), undefined);
    assert.equal(keys.commandOf(pressed("Escape"), true), "reset");
  });

  test("is no letter alone, and no other letter", () => {
    for (const event of [pressed("z"), pressed("y"), pressed("x", control), pressed("a", command)])
      assert.equal(keys.commandOf(event, false), undefined, event.key);
  });
});

describe("in the picture", () => {
  test("arrows lead right, left, down and up", () => {
    const ways = ["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"].map(keys.wayOf);
    assert.deepEqual(ways, [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ]);
  });

  test("other keys lead nowhere", () => {
    for (const key of ["a", "Home", "constructor", ""]) assert.equal(keys.wayOf(key), undefined);
  });

  test("Enter and the space bar click", () => {
    assert.deepEqual(["Enter", " ", "Escape", "a"].map(keys.isPress), [true, true, false, false]);
  });
});

describe("on the tabs", () => {
  test("arrows go to the next, and round at both ends", () => {
    assert.deepEqual(
      [0, 1, 2].map((at) => keys.tabAfter("ArrowRight", at, 3)),
      [1, 2, 0],
    );
    assert.deepEqual(
      [0, 1, 2].map((at) => keys.tabAfter("ArrowLeft", at, 3)),
      [2, 0, 1],
    );
  });

  test("Home and End go to the first and the last", () => {
    assert.deepEqual([keys.tabAfter("Home", 2, 6), keys.tabAfter("End", 2, 6)], [0, 5]);
  });

  test("other keys, and keys that are pressed elsewhere, do nothing", () => {
    assert.equal(keys.tabAfter("ArrowDown", 1, 6), undefined);
    assert.equal(keys.tabAfter("ArrowRight", -1, 6), undefined);
  });
});

test("a key that is taken is kept from the page", () => {
  const event = new Event("keydown", { cancelable: true, bubbles: true });
  let isStopped = false;
  event.stopPropagation = () => (isStopped = true);
  keys.taken(event);
  assert.deepEqual([event.defaultPrevented, isStopped], [true, true]);
});
