// @ts-check
// What the drawing decides: where a label is cut, where an arrow key leads.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as drawing from "../../../src/explainer/widgets/static/explorer/draw.js";
import { colour } from "../../../src/explainer/widgets/static/shared/svg.js";
import { answers } from "../asked.js";

const { picture } = answers("real");
/** @type {Record<string, import("../../../src/explainer/widgets/static/shared/types.js").Form>} */
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
      assert.deepEqual(drawing.fold(label, width), lines));
  }

  test("cuts no label of the real tables in the box that it has", () => {
    for (const form of Object.values(forms)) {
      picture.nodes.forEach(([, label, kind], i) => {
        if (kind === "domain" || kind === "group")
          assert.equal(drawing.fold(label, form.boxes[i][2]).join(" "), label);
      });
    }
  });
});

describe("nearestBox", () => {
  // a b c
  // d e f
  const grid = [0, 1].flatMap((row) => [0, 1, 2].map((column) => [column * 50, row * 30, 40, 20]));
  const [a, b, c, d, e, f] = [0, 1, 2, 3, 4, 5];

  test("is the next box in the direction of the key", () => {
    assert.equal(drawing.nearestBox(grid, a, 1, 0), b);
    assert.equal(drawing.nearestBox(grid, b, -1, 0), a);
    assert.equal(drawing.nearestBox(grid, a, 0, 1), d);
    assert.equal(drawing.nearestBox(grid, e, 0, -1), b);
  });

  test("is the same box where there is no other", () => {
    assert.equal(drawing.nearestBox(grid, c, 1, 0), c);
    assert.equal(drawing.nearestBox(grid, a, 0, -1), a);
    assert.equal(drawing.nearestBox([[0, 0, 10, 10]], 0, 1, 0), 0);
  });

  test("prefers what stands straight ahead to what is near but aside", () => {
    assert.equal(
      drawing.nearestBox(
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
      drawing.nearestBox(grid, a, 1, 0, (i) => i !== b),
      c,
    );
    assert.equal(
      drawing.nearestBox(grid, d, 1, 0, (i) => i !== e),
      f,
    );
  });

  test("leads from any node to any other, in both forms of the picture", () => {
    for (const [form, { boxes }] of Object.entries(forms)) {
      const next = boxes.map((_, i) =>
        [
          [1, 0],
          [-1, 0],
          [0, 1],
          [0, -1],
        ].map(([dx, dy]) => drawing.nearestBox(boxes, i, dx, dy)),
      );
      for (const from of boxes.keys()) {
        const seen = new Set([from]);
        for (const node of seen) for (const one of next[node]) seen.add(one);
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
