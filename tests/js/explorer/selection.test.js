// @ts-check
// What stands out, tried on the picture of the real tables.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as view from "../../../src/explainer/widgets/static/explorer/selection.js";
import { unpack } from "../../../src/explainer/widgets/static/shared/unpack.js";
import { answers, OVERVIEW, packed, pictureOf } from "../asked.js";

const told = answers("real");
const picture = view.prepare(told.picture);
const states = told.states.map(({ state }) => state);

/** @import { State } from "../../../src/explainer/widgets/static/shared/types.js" */

const place = (/** @type {string} */ id) => {
  assert.ok(picture.place.has(id), `${id} is not in the picture`);
  return picture.place.get(id);
};
const look = (/** @type {Partial<State>} */ state) => view.show(picture, { ...OVERVIEW, ...state });
const pairOf = (/** @type {number} */ r) => picture.pairs[picture.rows[r][0]];
const all = () => picture.rows.map((_, r) => r);
const kindOf = (/** @type {number} */ n) => picture.nodes[n][2];
const sorted = (/** @type {Iterable<number>} */ some) => [...some].sort((a, b) => a - b);

describe("unpack", () => {
  test("reads a view into the middle of a buffer, as the browser gets it", async () => {
    const bytes = packed();
    const padded = new Uint8Array(bytes.length + 20);
    padded.set(bytes, 7);
    assert.deepEqual(await unpack(new DataView(padded.buffer, 7, bytes.length)), pictureOf("real"));
    assert.deepEqual(await unpack(new Uint8Array(bytes)), pictureOf("real"));
  });

  test("refuses bytes that were not packed", async () => {
    await assert.rejects(unpack(new Uint8Array([1, 2, 3])));
  });
});

describe("prepare", () => {
  test("finds a node, a measured row, a verdict and a standing by what names them", () => {
    for (const [i, [id]] of picture.nodes.entries()) assert.equal(picture.place.get(id), i);
    assert.equal(picture.measures.size, picture.measured.length);
    const [claim, verdict] = picture.weighed[0];
    assert.equal(picture.verdictOf.get(claim), verdict);
    const [start, end, told] = picture.standings[0];
    assert.equal(picture.standingOf.get(`${start}>${end}`), told);
  });
});

describe("the overview", () => {
  test("shows every row of both voices and puts no node before others", () => {
    assert.deepEqual(look({}), {
      rows: all(),
      nodes: [],
      isOverview: true,
      listed: picture.undrawn.map((_, u) => u),
    });
  });

  test("of one lens shows the rows of that voice alone", () => {
    for (const lens of ["article", "pharmacology"]) {
      const { rows, isOverview } = look({ lens });
      assert.ok(isOverview && rows.length > 0);
      assert.deepEqual(
        rows,
        all().filter((r) => pairOf(r)[3] === lens),
      );
    }
  });
});

describe("every state", () => {
  test("shows no row of a voice outside the lens, and none twice", () => {
    for (const state of states) {
      const { rows } = view.show(picture, state);
      assert.ok(
        rows.every((r) => picture.voices[state.lens].includes(pairOf(r)[3])),
        JSON.stringify(state),
      );
      assert.equal(new Set(rows).size, rows.length, JSON.stringify(state));
    }
  });

  test("shows no row of the article that begins or ends at a named receptor", () => {
    for (const state of states) {
      for (const r of view.show(picture, state).rows) {
        const [start, end, , voice] = pairOf(r);
        if (voice === "article")
          assert.ok(![kindOf(start), kindOf(end)].includes("receptor"), JSON.stringify(state));
      }
    }
  });

  test("lights both ends of each row, and what was chosen", () => {
    for (const state of states) {
      const { nodes, rows, isOverview } = view.show(picture, state);
      if (isOverview) continue;
      const lit = new Set(nodes);
      assert.equal(lit.size, nodes.length, JSON.stringify(state));
      const ends = rows.flatMap((r) => pairOf(r).slice(0, 2));
      const chosen = [state.focus, ...state.also].filter(Boolean).map(place);
      const missed = [...ends, ...chosen].filter((node) => !lit.has(Number(node)));
      assert.deepEqual(missed, [], JSON.stringify(state));
    }
  });

  test("tells no answer to whoever is still guessing", () => {
    const guessing = states.filter(({ panel }) => panel === "predict");
    assert.ok(guessing.length > 400);
    for (const state of guessing) {
      const { rows, isOverview } = view.show(picture, state);
      assert.ok(isOverview || !rows.length, JSON.stringify(state));
    }
  });

  test("shows in both voices what it shows in the one and in the other", () => {
    for (const state of states) {
      // From a precursor, or along a trace, the way leads on over rows of the other voice.
      if (
        state.lens !== "both" ||
        state.panel === "trace" ||
        (state.focus && kindOf(place(state.focus)) === "precursor")
      )
        continue;
      const parts = ["article", "pharmacology"].flatMap(
        (lens) => view.show(picture, { ...state, lens }).rows,
      );
      assert.deepEqual(
        sorted(parts),
        sorted(view.show(picture, state).rows),
        JSON.stringify(state),
      );
      const loose = ["article", "pharmacology"].flatMap(
        (lens) => view.show(picture, { ...state, lens }).listed,
      );
      assert.deepEqual(
        sorted(loose),
        sorted(view.show(picture, state).listed),
        JSON.stringify(state),
      );
    }
  });
});

describe("byPair", () => {
  test("gathers rows by the line they are drawn as, and loses none", () => {
    const groups = view.byPair(picture, all());
    assert.equal(groups.size, picture.pairs.length);
    for (const [pair, rows] of groups) assert.ok(rows.every((r) => picture.rows[r][0] === pair));
    assert.deepEqual(sorted([...groups.values()].flat()), all());
    assert.equal(view.byPair(picture, []).size, 0);
  });
});

describe("standings", () => {
  const stamps = (/** @type {Partial<State>} */ state) =>
    view.standings(picture, { ...OVERVIEW, ...state });

  test("of the overview stand on each domain", () => {
    assert.deepEqual(stamps({}), new Map(picture.domains));
    assert.equal(
      picture.domains.length,
      picture.nodes.filter((node) => node[2] === "domain").length,
    );
  });

  test("of a receptor or a subject stand on every domain, a silence too", () => {
    for (const id of ["mu", "said_opioids"]) {
      const of = stamps({ focus: id });
      assert.equal(of.size, picture.domains.length);
      for (const [domain, told] of of) {
        const known = picture.standings.find(
          ([start, end]) => start === place(id) && end === domain,
        );
        assert.equal(told, known ? known[2] : "nobody");
      }
      assert.ok([...of.values()].includes("nobody"));
    }
  });

  test("of a domain stand on receptors, named and unnamed", () => {
    for (const state of [{ focus: "mood" }, { domain: "mood" }]) {
      const of = stamps(state);
      const wanted = picture.nodes.flatMap((node, i) =>
        ["receptor", "unnamed"].includes(node[2]) ? [i] : [],
      );
      assert.deepEqual(sorted(of.keys()), sorted(wanted));
      assert.equal(of.get(place("mu")), picture.standingOf.get(`${place("mu")}>${place("mood")}`));
    }
  });

  test("are for both voices, and not for panels with a story of their own", () => {
    for (const state of [
      { lens: "article" },
      { lens: "pharmacology" },
      { panel: "trace" },
      { panel: "compare" },
      { panel: "predict" },
    ]) {
      assert.equal(stamps({ focus: "mood", ...state }).size, 0);
    }
  });
});
