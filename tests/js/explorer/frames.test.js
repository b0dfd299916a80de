// @ts-check
// Where marks stand: the same place in both languages, a frame for each width, no gap under a filter.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { nearestMark } from "../../../src/explainer/widgets/static/explorer/draw/boxes.js";
import {
  frameFor,
  placeOf,
  placesOf,
} from "../../../src/explainer/widgets/static/explorer/frames.js";
import { pictureOf, placed } from "../asked.js";

/** @import { Frame } from "../../../src/explainer/widgets/static/shared/sockets.js" */

const { findings, frames } = pictureOf("real").sockets;
const all = Object.values(frames).flat();
/** @type {Record<string, (finding: number) => boolean>} */
const FILTERS = {
  "all findings": () => true,
  "people only": (i) => findings[i].who === "people",
  "no people": (i) => findings[i].who !== "people",
  "each third": (i) => i % 3 === 0,
  "what is better": (i) => findings[i].level === "better",
  nothing: () => false,
};

test("the place of a mark is the same in Python", () => {
  const told = placed();
  assert.equal(told.length, 1000);
  for (const { field, i, place } of told)
    assert.deepEqual(placeOf(field, i), place, JSON.stringify({ field, i }));
});

describe("the frame of a width", () => {
  const some = /** @type {Frame[]} */ ([1180, 800, 320].map((width) => ({ width, height: 1 })));
  for (const [width, chosen] of [
    [5000, 1180],
    [1180, 1180],
    [1179.9, 800],
    [800, 800],
    [799, 320],
    [320, 320],
    [319, 320],
    [1, 320],
  ])
    test(`of ${width} is that of ${chosen}`, () =>
      assert.equal(frameFor(some, width).width, chosen));

  test("does not hang on the order of the frames", () => {
    for (const width of [100, 320, 900, 2000])
      assert.equal(frameFor([...some].reverse(), width), frameFor(some, width));
  });
});

/** Marks of a field stand one after the other, those of a stack behind its first.
 * @param {Frame} frame @param {(finding: number) => boolean} isIn */
function wantedIn({ fields = [], stacks = [] }, isIn) {
  const single = fields.flatMap((field) =>
    field.marks.filter(isIn).map((mark, i) => [mark, ...placeOf(field, i), field.size, ""]),
  );
  const counted = stacks
    .map(({ marks, ...stack }) => ({ ...stack, left: marks.filter(isIn) }))
    .filter(({ left }) => left.length)
    .map(({ x, y, size, left }) => [left[0], x, y, size, String(left.length)]);
  return [...single, ...counted];
}

/** @param {Frame} frame @param {(finding: number) => boolean} isIn */
function givenIn(frame, isIn) {
  const stacked = new Set((frame.stacks ?? []).flatMap(({ marks }) => marks));
  return [...placesOf(frame, isIn)].map(([mark, { x, y, size, label }]) => [
    mark,
    x,
    y,
    size,
    stacked.has(mark) ? label : "",
  ]);
}

describe("the places of marks", () => {
  for (const [name, isIn] of Object.entries(FILTERS))
    test(`with ${name}: none is left out, none stands twice, no gap is left`, () => {
      for (const frame of all) assert.deepEqual(givenIn(frame, isIn), wantedIn(frame, isIn));
    });

  test("keep the label of each mark with it", () => {
    const labelled = all.flatMap(({ fields = [] }) => fields.filter(({ labels }) => labels));
    assert.ok(labelled.length > 100);
    for (const field of labelled) {
      const places = placesOf({ width: 1, height: 1, fields: [field] }, FILTERS["each third"]);
      for (const [mark, { label }] of places)
        assert.equal(label, field.labels?.[field.marks.indexOf(mark)]);
    }
  });
});

const WAYS = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
];

/** Boxes of all that can be chosen in a frame. @param {Frame} frame */
function boxesOf(frame) {
  const shapes = (frame.shapes ?? []).filter(({ id }) => id);
  const marks = [...placesOf(frame, () => true).values()];
  return [
    ...shapes.map(({ x, y, w, h }) => [x, y, w, h]),
    ...marks.map(({ x, y, size }) => [x - size / 2, y - size / 2, size, size]),
  ];
}

/** How many can be reached from the first by these steps. @param {number[][]} steps */
function reach(steps) {
  const seen = new Set(steps.length ? [0] : []);
  for (const one of seen) for (const other of steps[one]) seen.add(other);
  return seen.size;
}

test("arrow keys lead from any mark or shape of a frame to any other", () => {
  for (const frame of all) {
    const boxes = boxesOf(frame);
    const next = boxes.map((_, i) => WAYS.map(([dx, dy]) => nearestMark(boxes, i, dx, dy)));
    const back = boxes.map((_, i) => [...next.keys()].filter((j) => next[j].includes(i)));
    assert.deepEqual([reach(next), reach(back)], [boxes.length, boxes.length], `${frame.width}`);
  }
});
