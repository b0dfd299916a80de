// @ts-check
// What a click chooses.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  nodeChosen,
  pairChosen,
  standingChosen,
} from "../../../src/explainer/widgets/static/explorer/choice.js";
import { picture, stateOf } from "./made.js";

describe("a node", () => {
  test("becomes the focus, alone", () => {
    assert.deepEqual(nodeChosen(stateOf(), "mu", false), { focus: "mu", also: [] });
    const pair = stateOf({ focus: "mu", also: ["mood"] });
    assert.deepEqual(nodeChosen(pair, "kappa", false), { focus: "kappa", also: [] });
  });

  test("that is the focus is let go", () => {
    assert.deepEqual(nodeChosen(stateOf({ focus: "mu" }), "mu", false), { focus: "", also: [] });
    assert.deepEqual(nodeChosen(stateOf({ focus: "mu" }), "mu", true), { focus: "", also: [] });
  });

  test("of a pair is first shown alone", () => {
    const pair = stateOf({ focus: "mu", also: ["mood"] });
    assert.deepEqual(nodeChosen(pair, "mu", false), { focus: "mu", also: [] });
  });

  test("beside the focus joins it", () => {
    assert.deepEqual(nodeChosen(stateOf({ focus: "mu" }), "mood", true), { also: ["mood"] });
    assert.deepEqual(nodeChosen(stateOf(), "mood", true), { focus: "mood", also: [] });
  });
});

describe("a pair", () => {
  test("is seen from its start", () => {
    const chosen = pairChosen(stateOf({ panel: "table" }), "mu", "mood");
    assert.deepEqual(chosen, { focus: "mu", also: ["mood"], panel: "card" });
  });

  test("is seen from the end that is chosen", () => {
    for (const part of [{ focus: "mood" }, { domain: "mood" }])
      assert.equal(pairChosen(stateOf(part), "mu", "mood").focus, "mood");
    const { focus, also } = pairChosen(stateOf({ focus: "mu", domain: "mood" }), "mu", "mood");
    assert.deepEqual([focus, also], ["mu", ["mood"]]);
  });
});

describe("a stamp", () => {
  test("leads to the claims that sources speak against", () => {
    const chosen = standingChosen(picture, stateOf({ panel: "table", origin: "plant" }), 2);
    const against = { lens: "article", domain: "mood", verdict: "contested", view: "map" };
    assert.deepEqual(chosen, stateOf(against));
  });

  test("leads to the domain, where none does", () => {
    assert.deepEqual(standingChosen(picture, stateOf(), 3), { focus: "pain", also: [] });
  });

  test("leads to the pair, where there is a focus", () => {
    assert.deepEqual(standingChosen(picture, stateOf({ focus: "mu" }), 2), { also: ["mood"] });
  });
});
