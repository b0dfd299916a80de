// @ts-check
// What is at odds: which findings a state lights, and arcs that meet no box on their way.

import assert from "node:assert/strict";
import test from "node:test";
import { arcOf, onWay, wholePlaces } from "../../src/explainer/widgets/static/odds/arcs.js";
import { opened, pairsIn } from "../../src/explainer/widgets/static/odds/odds.js";
import { pictureOf } from "./asked.js";
import { stateOf } from "./explorer/made.js";

/** @import { Frame } from "../../src/explainer/widgets/static/shared/sockets.js" */
/** @typedef {{x: number, y: number, size: number}} Place */

const picture = pictureOf("real");
const { findings, frames, odds, claims } = picture.sockets;
const LEAST = 0.92; // of all pairs, how many are joined where one is opened
const LEAST_AT_ONCE = 0.75; // where all are, and all labels stand out

/** Points of a path as it is drawn, closer than those that were tried. @param {string} path */
function pointsOf(path) {
  const [x0, y0, x1, y1, x2, y2] = (path.match(/-?[\d.]+/g) ?? []).map(Number);
  return Array.from({ length: 401 }, (_, i) => {
    const t = i / 400;
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t * t];
    return { x: a * x0 + b * x1 + c * x2, y: a * y0 + b * y1 + c * y2 };
  });
}

/** @param {string} path @param {Frame} frame
 * @param {{left: number, top: number, right: number, bottom: number}[]} boxes */
function meets(path, frame, boxes) {
  return pointsOf(path).some(
    ({ x, y }) =>
      x < 0 ||
      y < 0 ||
      x > frame.width ||
      y > (frame.height ?? 0) ||
      boxes.some((box) => x > box.left && x < box.right && y > box.top && y < box.bottom),
  );
}

/** @param {string} path @param {Place[]} others */
const isClear = (path, others) =>
  pointsOf(path).every(({ x, y }) =>
    others.every((o) => Math.abs(x - o.x) > o.size / 2 || Math.abs(y - o.y) > o.size / 2),
  );

/** Pairs of a frame whose marks stand apart, each opened alone or all at once.
 * @param {string} key @param {Frame} frame @param {(finding: number) => boolean} isIn
 * @param {boolean} isAlone */
function pairsOf(key, frame, isIn, isAlone) {
  const places = wholePlaces(frame, isIn);
  const at = (/** @type {Place} */ { x, y }, /** @type {Place} */ end) =>
    x === end.x && y === end.y;
  return pairsIn(picture, places.keys()).flatMap(([one, other]) => {
    const [a, b] = /** @type {[Place, Place]} */ ([places.get(one), places.get(other)]);
    if (at(a, b)) return [];
    const others = [...places.values()].filter((p) => !at(p, a) && !at(p, b));
    const name = `${key} ${frame.width}: ${findings[one].id} and ${findings[other].id}`;
    const way = onWay(frame, isIn, (i) => !isAlone || i === one || i === other);
    const path = arcOf(a, b, places.values(), frame, way);
    return [{ name, frame, others, path, boxes: way.boxes }];
  });
}

/** Whom findings that are let through are on. */
const LET_IN = [() => true, (/** @type {number} */ i) => findings[i].who === "people"];

/** Every pair of every frame, of all findings and of those in people. @param {boolean} isAlone */
const pairs = (isAlone) =>
  Object.entries(frames).flatMap(([key, some]) =>
    some.flatMap((frame) => LET_IN.flatMap((isIn) => pairsOf(key, frame, isIn, isAlone))),
  );

for (const [isAlone, least] of /** @type {[boolean, number][]} */ ([
  [true, LEAST],
  [false, LEAST_AT_ONCE],
]))
  test(`no arc meets a box or words, in any frame, ${isAlone ? "alone" : "or all at once"}`, () => {
    const all = pairs(isAlone);
    const drawn = all.filter(({ path }) => path);
    const faults = drawn.filter(({ path, frame, boxes }) => meets(path, frame, boxes));
    assert.deepEqual(
      faults.map(({ name }) => name),
      [],
    );
    assert.ok(drawn.length > least * all.length, `${drawn.length} of ${all.length}`);
    const clear = drawn.filter(({ path, others }) => isClear(path, others)).length;
    assert.ok(clear > drawn.length / 2, `${clear} of ${drawn.length}`);
  });

test("an arc that would meet a box in every bend is not drawn", () => {
  const [a, b] = [10, 90].map((x) => ({ x, y: 50, size: 10 }));
  const wall = { x: 45, y: 0, w: 10, h: 100, look: "chip", id: "", name: "" };
  /** @type {Frame} */
  const frame = { width: 100, height: 100, shapes: [wall] };
  const arc = (/** @type {string} */ look) => {
    const there = { ...frame, shapes: [{ ...wall, look }] };
    return arcOf(
      a,
      b,
      [a, b],
      there,
      onWay(
        there,
        () => true,
        () => true,
      ),
    );
  };
  assert.equal(arc("chip"), "");
  assert.notEqual(arc("band"), "");
  assert.equal(arcOf(a, a, [a], frame, { boxes: [], faint: [] }), "");
});

test("a finding lights with those at odds with it, in any view, and arcs join it to each", () => {
  for (const [at, { id }] of findings.entries()) {
    const found = opened(picture, stateOf({ row: id }));
    const against = odds.filter((pair) => pair.includes(at));
    assert.deepEqual(found, { lit: new Set([at, ...against.flat()]), pairs: against });
  }
});

test("a claim lights what weighs on it, and arcs join what of it is at odds", () => {
  for (const [claim, weights] of Object.entries(claims)) {
    const { lit, pairs: joined } = /** @type {NonNullable<ReturnType<typeof opened>>} */ (
      opened(picture, stateOf({ row: claim }))
    );
    assert.deepEqual(lit, new Set(weights.flatMap(({ findings: some = [] }) => some)));
    assert.ok(joined.every((pair) => pair.every((one) => lit.has(one))));
  }
});

test("all that is at odds is lit at once; without a sign nothing is opened", () => {
  assert.deepEqual(opened(picture, stateOf({ view: "odds" }))?.pairs, odds);
  assert.equal(opened(picture, stateOf({ focus: "mood" })), undefined);
});
