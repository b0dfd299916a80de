// @ts-check
// What is shown, by every way in which it changes: a step, undo and redo, reset, the kernel.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  changed,
  isOverview,
  overviewFrom,
  Session,
} from "../../../src/explainer/widgets/static/explorer/session.js";
import { heard, modelOf, picture, stateOf } from "./made.js";

/** @import { State } from "../../../src/explainer/widgets/static/shared/types.js" */

/** A session, and what it noted: each time that it drew, whether that was a step.
 * @param {Partial<State>} [part] */
function opened(part) {
  const made = modelOf(part);
  /** @type {boolean[]} */
  const drawn = [];
  const session = new Session(made.model, picture, (isStep) => void drawn.push(isStep));
  return { ...made, session, drawn };
}

describe("a step", () => {
  test("is shown, told to the kernel in one message, and can be undone", () => {
    const { session, model, noted, drawn } = opened();
    session.set({ focus: "mu" });
    assert.deepEqual(session.state, stateOf({ focus: "mu" }));
    assert.deepEqual([model.get("focus"), noted.sent, drawn], ["mu", 1, [true]]);
    assert.deepEqual(session.can, { canUndo: true, canRedo: false, isOverview: false });
  });

  test("changes what it names and keeps the rest", () => {
    const { session } = opened({ lens: "article", focus: "mu", also: ["mood"], panel: "table" });
    session.set({ panel: "outline" });
    assert.deepEqual(
      session.state,
      stateOf({ lens: "article", focus: "mu", also: ["mood"], panel: "outline" }),
    );
  });

  test("to what is shown already is none, though all is drawn again", () => {
    const { session, noted, drawn } = opened({ focus: "mu" });
    session.set({ focus: "mu" });
    assert.deepEqual([noted.sent, drawn], [0, [false]]);
    assert.equal(session.can.canUndo, false);
  });

  test("to what is not there leads to what can be shown", () => {
    const { session, model } = opened();
    session.set({ focus: "gone", domain: "mood" });
    assert.deepEqual(session.state, stateOf({ domain: "mood" }));
    assert.equal(model.get("focus"), "");
  });

  test("clears what could be redone", () => {
    const { session } = opened();
    session.set({ focus: "mu" });
    session.undo();
    assert.equal(session.can.canRedo, true);
    session.set({ focus: "kappa" });
    assert.equal(session.can.canRedo, false);
    session.redo();
    assert.equal(session.state.focus, "kappa");
  });
});

describe("what is looked at from near", () => {
  const near = stateOf({ focus: "mu", row: "e1", view: "list.opioids" });

  test("is let go by a move to another node, or to one beside it", () => {
    for (const part of [{ focus: "kappa" }, { also: ["mood"] }])
      assert.deepEqual(changed(near, part), { ...near, row: "", view: "", ...part });
  });

  test("stays where nothing moves, and the whole map stays open whatever moves", () => {
    assert.deepEqual(changed(near, { panel: "table" }), { ...near, panel: "table" });
    const map = { ...near, view: "map" };
    assert.deepEqual(changed(map, { focus: "kappa" }), { ...map, row: "", focus: "kappa" });
  });
});

describe("undo and redo", () => {
  test("lead through the same views, back and forth, and tell the kernel", () => {
    const { session, model, drawn } = opened();
    for (const focus of ["mu", "kappa", "mood"]) session.set({ focus });
    const seen = [];
    for (const act of ["undo", "undo", "undo", "redo", "redo", "redo"]) {
      session[/** @type {"undo" | "redo"} */ (act)]();
      seen.push(session.state.focus);
      assert.equal(model.get("focus"), session.state.focus);
    }
    assert.deepEqual(seen, ["kappa", "mu", "", "mu", "kappa", "mood"]);
    assert.ok(drawn.every((isStep) => isStep));
  });

  test("at the end of the way change and draw nothing", () => {
    const { session, noted, drawn } = opened({ focus: "mu" });
    session.undo();
    session.redo();
    assert.deepEqual([session.state.focus, noted.sent, drawn], ["mu", 0, []]);
  });
});

describe("the kernel", () => {
  test("is followed, as a step that can be undone and clears what could be redone", async () => {
    const { session, model, noted, drawn } = opened();
    session.set({ focus: "mu" });
    session.undo();
    model.set("focus", "kappa");
    model.set("panel", "table");
    await heard();
    assert.deepEqual(session.state, stateOf({ focus: "kappa", panel: "table" }));
    assert.deepEqual([drawn, noted.sent], [[true, true, false], 2]); // it is not told what it said
    assert.deepEqual(session.can, { canUndo: true, canRedo: false, isOverview: false });
    session.undo();
    assert.deepEqual(session.state, stateOf());
  });

  test("that says what is shown already makes no step", async () => {
    const { session, model, drawn } = opened({ focus: "mu" });
    model.set("focus", "mu");
    await heard();
    assert.deepEqual([drawn, session.can.canUndo], [[], false]);
  });

  test("is not heard after the end", async () => {
    const { session, model } = opened();
    session.end();
    model.set("focus", "mu");
    await heard();
    assert.equal(session.state.focus, "");
  });
});

describe("everything", () => {
  test("is shown without what was chosen and filtered", () => {
    const state = stateOf({ lens: "article", focus: "mu", also: ["mood"], domain: "pain" });
    assert.deepEqual(overviewFrom(state), stateOf());
  });

  test("is shown in the panel that is open, but for those that need a focus", () => {
    const panels = ["card", "table", "outline", "trace", "compare", "predict"];
    assert.deepEqual(
      panels.map((panel) => overviewFrom(stateOf({ panel })).panel),
      ["card", "table", "outline", "card", "card", "predict"],
    );
  });

  test("is shown on the whole map, where that is open; a list that was opened is closed", () => {
    assert.deepEqual(overviewFrom(stateOf({ view: "map", focus: "mu" })), stateOf({ view: "map" }));
    assert.deepEqual(overviewFrom(stateOf({ view: "of:agonist" })), stateOf());
    assert.ok(isOverview(stateOf({ view: "map" })));
    assert.ok(!isOverview(stateOf({ view: "of:agonist" })));
  });

  test("is what is shown without a choice, whichever panel is open", () => {
    assert.ok(isOverview(stateOf({ panel: "table" })));
    for (const part of [{ lens: "article" }, { focus: "mu" }, { origin: "plant" }])
      assert.ok(!isOverview(stateOf(part)), JSON.stringify(part));
  });
});
