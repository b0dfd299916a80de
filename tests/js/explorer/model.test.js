// @ts-check
// The state in the widget's model: read as far as it can be shown, written once, heard once.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  LinkedModel,
  onState,
  readModel,
  writeModel,
} from "../../../src/explainer/widgets/static/explorer/model.js";
import { heard, modelOf, picture, stateOf } from "./made.js";

describe("what is read", () => {
  test("is what the kernel chose", () => {
    const chosen = { lens: "article", focus: "mu", also: ["mood"], panel: "table" };
    assert.deepEqual(readModel(modelOf(chosen).model, picture), stateOf(chosen));
  });

  test("is restored as far as it can be shown", () => {
    const { model } = modelOf({ focus: "gone", also: ["pain"], domain: "mood", panel: "x" });
    assert.deepEqual(readModel(model, picture), stateOf({ domain: "mood" }));
  });

  test("of a model that was saved without a part is that of the overview", () => {
    const { model, traits } = modelOf({ focus: "mu" });
    delete traits.panel;
    traits.also = null;
    assert.deepEqual(readModel(model, picture), stateOf({ focus: "mu" }));
  });
});

describe("what is written", () => {
  test("is what has changed, in one message", () => {
    const { model, noted } = modelOf({ focus: "mu", also: ["mood"], panel: "table" });
    writeModel(model, stateOf({ focus: "kappa", also: ["mood"] }));
    assert.deepEqual([noted.set, noted.sent], [["focus", "panel"], 1]);
    assert.deepEqual([model.get("focus"), model.get("panel")], ["kappa", "card"]);
  });

  test("may have more beside it", () => {
    const { model, noted } = modelOf();
    writeModel(model, stateOf(), { scene: 3 });
    assert.deepEqual([noted.set, noted.sent, model.get("scene")], [["scene"], 1, 3]);
  });
});

describe("a change", () => {
  test("made elsewhere is heard once, however many parts it has", async () => {
    const { model } = modelOf();
    let count = 0;
    new LinkedModel(model, () => (count += 1));
    model.set("focus", "mu");
    model.set("panel", "table");
    assert.equal(count, 0); // not between two parts of it
    await heard();
    assert.equal(count, 1);
    model.set("focus", "");
    await heard();
    assert.equal(count, 2);
  });

  test("made here is not heard, and the next one elsewhere is", async () => {
    const { model, noted } = modelOf();
    let count = 0;
    const link = new LinkedModel(model, () => (count += 1));
    link.write(stateOf({ focus: "mu", panel: "table" }));
    await heard();
    assert.deepEqual([count, noted.sent, model.get("focus")], [0, 1, "mu"]);
    model.set("focus", "kappa");
    await heard();
    assert.equal(count, 1);
  });

  test("of any part is heard, and of none after the end", () => {
    const { model, noted } = modelOf();
    let count = 0;
    const end = onState(model, () => (count += 1));
    for (const field of ["lens", "focus", "also", "origin", "panel"]) model.set(field, "");
    assert.equal(count, 5);
    end();
    assert.deepEqual(
      [...noted.ears.values()].filter((ears) => ears.size),
      [],
    );
  });
});
