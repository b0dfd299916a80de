// @ts-check
// The scripts and Python, asked the same: which rows and nodes stand out, what is said, what a code
// means.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as dangers from "../../../src/explainer/widgets/static/explorer/hazard.js";
import * as view from "../../../src/explainer/widgets/static/explorer/selection.js";
import * as words from "../../../src/explainer/widgets/static/explorer/sentence.js";
import * as codes from "../../../src/explainer/widgets/static/explorer/state.js";
import { answers, pictureOf } from "../asked.js";

/** @import { State } from "../../../src/explainer/widgets/static/shared/types.js" */

for (const of of /** @type {const} */ (["real", "small"])) {
  describe(`of the ${of} tables, Python and the script give the same`, () => {
    const told = answers(of);
    const picture = view.prepare(told.picture);

    test("rows and nodes for every state", () => {
      assert.ok(told.states.length > (of === "real" ? 5000 : 600));
      for (const { state, rows, nodes, isOverview, listed } of told.states) {
        assert.deepEqual(
          view.show(picture, state),
          { rows, nodes, isOverview, listed },
          JSON.stringify(state),
        );
      }
    });

    test("hazards for every state", () => {
      assert.ok(
        told.states.filter((/** @type {any} */ one) => one.hazards.length > 1).length >
          (of === "real" ? 100 : -1),
      );
      for (const { state, hazards } of told.states)
        assert.deepEqual(
          dangers.hazards(picture, state, view.show(picture, state)),
          hazards,
          JSON.stringify(state),
        );
    });

    test("sentence for every state", () => {
      for (const { state, sentence } of told.states)
        assert.equal(words.sentence(picture, state), sentence, JSON.stringify(state));
    });

    test("sentence where what stands out is already known", () => {
      for (const { state, sentence } of told.states.slice(0, 300))
        assert.equal(words.sentence(picture, state, view.show(picture, state)), sentence);
    });

    test("code for every state, and the state for every code", () => {
      for (const { state, code } of told.states) {
        assert.equal(codes.codeOf(state), code, JSON.stringify(state));
        const [again, messages] = codes.readCode(code, picture);
        assert.deepEqual(
          again,
          { ...state, also: state.also.filter((id) => id !== state.focus) },
          code,
        );
        assert.deepEqual(messages, [], code);
      }
    });

    test("view and messages for codes that are old, bad or spoilt", () => {
      assert.ok(told.codes.filter(([, , messages]) => messages.length).length > 100);
      for (const [code, nearest, messages] of told.codes) {
        const [state, said] = codes.readCode(code, picture);
        assert.deepEqual([codes.codeOf(state), said], [nearest, messages], JSON.stringify(code));
      }
    });
  });
}

test("there are as many kinds of states as there are controls", () => {
  const { states } = answers("real");
  const values = (/** @type {keyof State} */ name) =>
    new Set(states.map(({ state }) => String(state[name]))).size;
  const picture = pictureOf("real");
  assert.deepEqual([values("lens"), values("panel")], [3, picture.choices.panel.length]);
  for (const name of codes.FILTERS) assert.equal(values(name), picture.choices[name].length, name);
  assert.equal(values("focus"), picture.nodes.length + 1);
  assert.ok(states.filter(({ state }) => state.also.length === 2).length > 200);
});
