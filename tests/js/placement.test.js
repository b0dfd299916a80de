// @ts-check
// The gesture: whatever a hand or a keyboard does, a socket ends empty where it was.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { nextTarget, REST, stepped } from "../../src/explainer/widgets/static/placement/machine.js";

/** @import { Hold, Step } from "../../src/explainer/widgets/static/placement/machine.js" */

/** @type {Step[]} */
const STEPS = [
  { lift: "socket" },
  { lift: "other" },
  { lift: "" },
  { over: "mu" },
  { over: "nop" },
  { over: "" },
  { drop: true },
  { end: true },
];
const after = (/** @type {Step[]} */ ...steps) => steps.reduce(stepped, REST);

describe("a socket", () => {
  test("is lifted, held over a receptor, let go, and is back", () => {
    assert.equal(after({ lift: "socket" }).phase, "held");
    assert.deepEqual(after({ lift: "socket" }, { over: "mu" }, { drop: true }), {
      phase: "back",
      socket: "socket",
      over: "mu",
    });
    assert.deepEqual(
      after({ lift: "socket" }, { over: "mu" }, { drop: true }, { end: true }),
      REST,
    );
  });

  test("that is let go anywhere else is where it was, and nothing is told", () => {
    assert.deepEqual(after({ lift: "socket" }, { drop: true }), REST);
    assert.deepEqual(after({ lift: "socket" }, { over: "mu" }, { over: "" }, { drop: true }), REST);
  });

  test("is alone in the hand", () => {
    assert.equal(after({ lift: "socket" }, { lift: "other" }).socket, "socket");
    const back = after({ lift: "socket" }, { over: "mu" }, { drop: true });
    assert.deepEqual(stepped(back, { lift: "other" }), back);
    assert.deepEqual(stepped(back, { over: "nop" }), back); // no second thoughts on the way
  });

  test("ends in a true state after any steps whatever", () => {
    /** @type {Hold[]} */
    let all = [REST];
    for (let depth = 0; depth < 5; depth++)
      all = all.flatMap((hold) => STEPS.map((step) => stepped(hold, step)));
    for (const hold of all) {
      assert.equal(hold.phase === "rest", hold.socket === "");
      if (hold.phase === "back") assert.notEqual(hold.over, "");
      assert.deepEqual(stepped(hold, { end: true }), REST);
    }
  });
});

test("arrow keys lead from receptor to receptor, all round", () => {
  const all = ["mu", "delta", "nop"];
  assert.deepEqual(
    ["", "mu", "nop"].map((over) => nextTarget(all, over, 1)),
    ["mu", "delta", "mu"],
  );
  assert.deepEqual(
    ["", "mu", "nop"].map((over) => nextTarget(all, over, -1)),
    ["nop", "nop", "delta"],
  );
});
