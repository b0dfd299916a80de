// @ts-check
// What the drawing decides: where a label is cut, where an arrow key leads.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { nearestBox } from "../../../src/explainer/widgets/static/explorer/draw/boxes.js";
import { cut, fold, named } from "../../../src/explainer/widgets/static/explorer/draw/labels.js";
import { rowsOf } from "../../../src/explainer/widgets/static/explorer/draw/pills.js";
import {
  inLooks,
  inOne,
  sidesOf,
  tellings,
} from "../../../src/explainer/widgets/static/explorer/draw/said.js";
import { prepare } from "../../../src/explainer/widgets/static/explorer/selection.js";
import { colour } from "../../../src/explainer/widgets/static/shared/svg.js";
import { pictureOf } from "../asked.js";
import { stateOf } from "./made.js";

/** @import { Form, Said } from "../../../src/explainer/widgets/static/shared/types.js" */

const picture = prepare(pictureOf("real"));
/** @type {Record<string, Form>} */
const forms = picture.forms;

describe("fold", () => {
  for (const [label, width, lines] of /** @type {[string, number, string[]][]} */ ([
    ["Mood", 70, ["Mood"]],
    ["Suicidal thoughts", 70, ["Suicidal", "thoughts"]],
    ["Suicidal thoughts", 200, ["Suicidal thoughts"]],
    ["Opioid drugs, as a group", 96, ["Opioid drugs,", "as a group"]],
    ["Unbreakablelongword", 40, ["Unbrea…"]],
    ["a bbbbbbbbbb", 40, ["a", "bbbbbb…"]],
    ["two 🧪🧪🧪🧪🧪🧪", 40, ["two", "🧪🧪🧪🧪🧪🧪…"]],
    ["", 10, [""]],
  ])) {
    test(`cuts “${label}” for ${width} into ${lines.length}`, () =>
      assert.deepEqual(fold(label, width), lines));
  }

  test("cuts no label of the real tables in the box that it has", () => {
    for (const form of Object.values(forms)) {
      picture.nodes.forEach(([, label, kind], i) => {
        if (kind === "domain" || kind === "group")
          assert.equal(fold(label, form.boxes[i][2]).join(" "), label);
      });
    }
  });
});

/** All that is reached from one by steps. @param {number[][]} next @param {number} from */
function reached(next, from) {
  const seen = new Set([from]);
  for (const node of seen) for (const one of next[node]) seen.add(one);
  return seen;
}

describe("nearestBox", () => {
  // a b c
  // d e f
  const grid = [0, 1].flatMap((row) => [0, 1, 2].map((column) => [column * 50, row * 30, 40, 20]));
  const [a, b, c, d, e, f] = [0, 1, 2, 3, 4, 5];

  test("is the next box in the direction of the key", () => {
    assert.equal(nearestBox(grid, a, 1, 0), b);
    assert.equal(nearestBox(grid, b, -1, 0), a);
    assert.equal(nearestBox(grid, a, 0, 1), d);
    assert.equal(nearestBox(grid, e, 0, -1), b);
  });

  test("is the same box where there is no other", () => {
    assert.equal(nearestBox(grid, c, 1, 0), c);
    assert.equal(nearestBox(grid, a, 0, -1), a);
    assert.equal(nearestBox([[0, 0, 10, 10]], 0, 1, 0), 0);
  });

  test("prefers what stands straight ahead to what is near but aside", () => {
    assert.equal(
      nearestBox(
        [
          [0, 0, 10, 10],
          [60, 0, 10, 10],
          [20, 40, 10, 10],
        ],
        0,
        1,
        0,
      ),
      1,
    );
  });

  test("passes over what is not drawn", () => {
    assert.equal(
      nearestBox(grid, a, 1, 0, (i) => i !== b),
      c,
    );
    assert.equal(
      nearestBox(grid, d, 1, 0, (i) => i !== e),
      f,
    );
  });

  test("leads from any node to any other, in both forms of the picture", () => {
    for (const [form, { boxes }] of Object.entries(forms)) {
      const ways = [1, -1].flatMap((step) => [
        [step, 0],
        [0, step],
      ]);
      const next = boxes.map((_, i) => ways.map(([dx, dy]) => nearestBox(boxes, i, dx, dy)));
      for (const from of boxes.keys()) {
        const seen = reached(next, from);
        const missed = picture.nodes.filter((_, i) => !seen.has(i)).map(([id]) => id);
        assert.deepEqual(missed, [], `${form}, from ${picture.nodes[from][0]}`);
      }
    }
  });
});

describe("colours", () => {
  test("are names that Python gave", () => {
    assert.equal(colour("family", "activates"), "var(--family-activates)");
    assert.equal(colour("direction", "no difference"), "var(--direction-no-difference)");
    assert.equal(colour("direction", ""), "var(--direction-none)");
  });
});

describe("words", () => {
  test("that are too long are cut to their last letter but one", () => {
    assert.deepEqual([cut("morphine", 8), cut("morphine", 7)], ["morphine", "morphi…"]);
  });

  test("that can be seen are among those that are heard", () => {
    const part = (/** @type {string} */ textContent) => ({ localName: "text", textContent });
    assert.equal(named([part("Mu"), part("·")], "Mu receptor"), "Mu receptor");
    assert.equal(named([part("MOR"), part("OPRM1")], "Mu receptor"), "MOR OPRM1, Mu receptor");
  });
});

describe("signs at the end of a line", () => {
  const [better, worse] = /** @type {Said[]} */ ([
    ["direction", "improves", "+", 2],
    ["direction", "worsens", "+", 1],
  ]);
  const [lost, active] = /** @type {Said[]} */ ([
    ["direction", "worsens", "−", 3],
    ["direction", "improves", "−", 4],
  ]);

  test("are a fork only where the same thing done is told in more than one way", () => {
    assert.deepEqual(inOne(picture, [better, worse]), [["differs", "fork", "", 1]]);
    assert.deepEqual(inOne(picture, [better, lost]), [["direction", "improves", "", 1]]);
    assert.deepEqual(inOne(picture, [better]), [["direction", "improves", "", 1]]);
  });

  test("are added up by what is said, where there is less room", () => {
    assert.deepEqual(inLooks([better, worse, active]), [
      ["direction", "improves", "", 6],
      ["direction", "worsens", "", 1],
    ]);
  });

  test("are told in three ways, the finest first, and in one where it is tight", () => {
    assert.deepEqual([tellings(picture, false).length, tellings(picture, true).length], [3, 1]);
    const rows = picture.rows.flatMap((row, r) => (picture.pairs[row[0]][2] === "effect" ? r : []));
    const counts = tellings(picture, false).map((tell) => tell(rows).length);
    assert.deepEqual(
      [...counts].sort((a, b) => b - a),
      counts,
    );
    assert.equal(counts[2], 1);
  });

  test("stand in rows that are no wider than their node, and no fewer than fit", () => {
    const pills = [20, 20, 20, 50].map((width) => ({ width }));
    const long = (/** @type {number} */ room) => rowsOf(pills, room).map((row) => row.length);
    assert.deepEqual(long(64), [3, 1]);
    assert.deepEqual(long(63), [2, 1, 1]);
    assert.deepEqual(long(116), [4]);
    assert.deepEqual(long(10), [1, 1, 1, 1]); // what is wider than its room has a row of its own
  });
});

describe("sides", () => {
  const boxes = [0, 100, 200].map((y) => [0, y, 10, 10]);
  const form = /** @type {any} */ ({ boxes });
  const made = /** @type {any} */ ({
    pairs: [
      [0, 1, "effect", "pharmacology"],
      [0, 1, "claim", "article"],
      [2, 1, "effect", "pharmacology"],
      [0, 2, "yields", "pharmacology"],
    ],
    place: new Map(["a", "b", "c"].map((id, n) => [id, n])),
  });
  const groups = new Map([0, 1, 2, 3].map((pair) => [pair, [pair]]));
  const told = (/** @type {object} */ part) =>
    sidesOf(made, form, stateOf(part), groups).map((side) =>
      side.map(({ far, isBelow, voice, pairs }) => [far, isBelow, voice, pairs]),
    );

  test("are those of the far end, each voice for itself", () => {
    assert.deepEqual(told({ focus: "a" }), [
      [
        [1, false, "pharmacology", [0]],
        [1, false, "article", [1]],
      ],
      [[1, true, "pharmacology", [2]]],
    ]);
    assert.deepEqual(told({ domain: "b" }), [
      [
        [0, true, "pharmacology", [0]],
        [0, true, "article", [1]],
      ],
      [[2, false, "pharmacology", [2]]],
    ]);
  });

  test("are none where nothing is chosen", () => assert.deepEqual(told({}), []));
});
