// @ts-check
// Frames come as columns and are made of them when they are first wanted.

import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import {
  addFrames,
  frameOf,
  rowsOf,
} from "../../../src/explainer/widgets/static/explorer/columns.js";

test("a row has what its columns have, and no name for what they have not", () => {
  deepEqual(rowsOf({ x: [1, 0], id: [null, "mu"] }), [{ x: 1 }, { x: 0, id: "mu" }]);
});

test("a frame keeps its numbers and has its rows", () => {
  const packed = { width: 640, words: { x: [2], text: ["Mood"] }, fields: { marks: [[3, 4]] } };
  deepEqual(frameOf(packed), {
    width: 640,
    words: [{ x: 2, text: "Mood" }],
    fields: [{ marks: [3, 4] }],
  });
});

test("frames are there by name at once, made once, and stand beside the first", () => {
  const frames = /** @type {Record<string, any>} */ ({ "": [{ width: 1 }] });
  addFrames(frames, { mu: [{ width: 640, height: 3 }] });
  deepEqual(Object.keys(frames), ["", "mu"]);
  deepEqual(frames.mu, [{ width: 640, height: 3 }]);
  equal(frames.mu, frames.mu);
});
