// @ts-check
// Where a mark was in the window is found again in the units of another picture.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  cameraOf,
  inUnits,
  inWindow,
} from "../../../src/explainer/widgets/static/explorer/motion.js";

const spot = (/** @type {number} */ x, /** @type {number} */ y, scale = 1) => ({ x, y, scale });

test("what is in the window is in units again, through whichever lens", () => {
  const lens = { a: 1.5, e: 40, f: -300 };
  const there = inWindow(spot(100, 20, 0.8), lens);
  assert.deepEqual(there, spot(190, -270, 1.2000000000000002));
  assert.deepEqual(inUnits(there, { a: 0.5, e: 0, f: 0 }), spot(380, -540, 2.4000000000000004));
});

test("the camera goes with what all marks do together, and stays where they do not agree", () => {
  assert.deepEqual(
    cameraOf([
      [spot(0, 0), spot(10, -4)],
      [spot(5, 5), spot(15, 1)],
    ]),
    [10, -4],
  );
  assert.deepEqual(
    cameraOf([
      [spot(0, 0), spot(8, 0)],
      [spot(8, 0), spot(0, 0)],
    ]),
    [0, 0],
  );
  assert.deepEqual(cameraOf([]), [0, 0]);
});
