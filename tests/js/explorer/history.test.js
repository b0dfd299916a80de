// @ts-check
// Back and forth: which view comes next, and which are gone.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { History } from "../../../src/explainer/widgets/static/explorer/history.js";

/** A reader who went through views and is at the last of them. @param {...string} views */
function wentThrough(...views) {
  const steps = new History();
  for (const view of views.slice(0, -1)) steps.step(view);
  return steps;
}

describe("at the start", () => {
  test("there is nothing to undo or redo, and asking changes nothing", () => {
    const steps = new History();
    assert.deepEqual([steps.undo("a"), steps.redo("a")], [undefined, undefined]);
    assert.deepEqual([steps.canUndo, steps.canRedo], [false, false]);
  });
});

describe("undo", () => {
  test("goes back through the views in their order", () => {
    const steps = wentThrough("a", "b", "c");
    assert.equal(steps.undo("c"), "b");
    assert.equal(steps.undo("b"), "a");
    assert.equal(steps.canUndo, false);
  });

  test("at its end keeps what can be redone", () => {
    const steps = wentThrough("a", "b");
    steps.undo("b");
    assert.equal(steps.undo("a"), undefined);
    assert.equal(steps.redo("a"), "b");
    assert.equal(steps.canRedo, false);
  });
});

describe("redo", () => {
  test("goes forth through the views in their order", () => {
    const steps = wentThrough("a", "b", "c");
    steps.undo("c");
    steps.undo("b");
    assert.deepEqual([steps.redo("a"), steps.redo("b")], ["b", "c"]);
    assert.deepEqual([steps.canUndo, steps.canRedo], [true, false]);
  });

  test("can be undone again, and at its end adds nothing to undo", () => {
    const steps = wentThrough("a", "b");
    steps.undo("b");
    steps.redo("a");
    assert.equal(steps.redo("b"), undefined);
    assert.equal(steps.undo("b"), "a");
    assert.equal(steps.canUndo, false);
  });
});

describe("a new step", () => {
  test("clears what could be redone", () => {
    const steps = wentThrough("a", "b", "c");
    steps.undo("c");
    assert.equal(steps.canRedo, true);
    steps.step("b");
    assert.equal(steps.canRedo, false);
    assert.equal(steps.redo("d"), undefined);
    assert.equal(steps.undo("d"), "b");
  });
});

describe("of many steps", () => {
  test("the last hundred can be undone", () => {
    const steps = wentThrough(...Array.from({ length: 151 }, (_, at) => `${at}`));
    const undone = [];
    for (let at = "150"; steps.canUndo; undone.push(at)) at = String(steps.undo(at));
    assert.deepEqual([undone.length, undone[0], undone.at(-1)], [100, "149", "50"]);
  });
});
