// @ts-check
// What the panels decide before they draw: cells, starts of a trace, the outline.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as view from "../../../src/explainer/widgets/static/explorer/selection.js";
import * as sentence from "../../../src/explainer/widgets/static/explorer/sentence.js";
import * as share from "../../../src/explainer/widgets/static/explorer/share.js";
import * as outline from "../../../src/explainer/widgets/static/panels/outline.js";
import * as table from "../../../src/explainer/widgets/static/panels/table.js";
import * as trace from "../../../src/explainer/widgets/static/panels/trace.js";
import { answers, OVERVIEW, pictureOf, readCsv } from "../asked.js";

const picture = view.prepare(pictureOf("real"));
const small = view.prepare(pictureOf("small"));

/** @import { Picture, State } from "../../../src/explainer/widgets/static/shared/types.js" */

/** @param {Picture} of @param {Partial<State>} state */
const look = (of, state) => view.show(of, { ...OVERVIEW, ...state });
/** What an export is made of. @param {Picture} of @param {Partial<State>} state */
const now = (of, state) => ({ state: { ...OVERVIEW, ...state }, shown: look(of, state) });

describe("cells of the table", () => {
  test("tell a row in words, each row once", () => {
    const { rows } = look(small, { focus: "naloxone" });
    const [{ cells, line, table: looks, look: said, isSigned }, ...rest] = table.cellsOf(small, {
      rows: [...rows, ...rows],
      listed: [],
    });
    assert.deepEqual(rest, []);
    assert.deepEqual(cells, [
      "naloxone",
      "blocks",
      "mu receptor",
      "naloxone at mu receptor: antagonist; pKi below 6.0.",
      "",
      "pharmacology sources",
      "Example Institute 2020",
    ]);
    assert.deepEqual(
      [small.lines[line][5], looks, said, isSigned],
      ["naloxone_mu_1", "family", "blocks", true],
    );
  });

  test("tell what was done before what went which way", () => {
    const shown = look(small, { focus: "mu", also: ["mood"] });
    assert.deepEqual(
      table.cellsOf(small, shown).map(({ cells }) => cells[1]),
      ["activated, given, taken: better mood", "blocked, absent, stopped: better mood"],
    );
  });

  test("of lines without a sign say what kind of line it is", () => {
    const [{ cells, isSigned }] = table.cellsOf(small, look(small, { focus: "heroin" }));
    assert.deepEqual([cells[1], isSigned], ["becomes", false]);
  });

  test("are as many as columns, for every real row, and never empty in the first four", () => {
    const told = table.cellsOf(picture, look(picture, {}));
    assert.equal(told.length, picture.rows.length + picture.undrawn.length);
    for (const { cells } of told) {
      assert.equal(cells.length, picture.words.columns.length);
      assert.ok(
        [0, 2, 3, 5].every((column) => cells[column]),
        cells.join("|"),
      );
      assert.doesNotMatch(cells.join("|"), /undefined|null|NaN/);
    }
  });

  test("of a claim on two domains are two", () => {
    const shown = look(small, { focus: "said_opioids", lens: "article" });
    assert.deepEqual(
      table.cellsOf(small, shown).map(({ cells }) => cells[2]),
      ["Mood", "Pain", "Gap: the article's sentence stops here"],
    );
  });
});

describe("rows that no line can draw", () => {
  const shown = () => look(small, { verdict: "not assessed" });

  test("stand in the table with all that they speak of", () => {
    assert.deepEqual(
      table.cellsOf(small, shown()).map(({ cells }) => cells.slice(0, 4)),
      [
        [
          "“dynorphins”, “dymorphins”",
          "no direction stated",
          "no domain named",
          "The body makes dynorphins and dymorphins.",
        ],
      ],
    );
  });

  test("of a molecule say where it comes from", () => {
    const molecules = table
      .cellsOf(small, look(small, { origin: "opium alkaloid" }))
      .filter(({ cells }) => cells[1] === "comes from");
    assert.deepEqual(
      molecules.map(({ cells }) => [cells[0], cells[2]]),
      [["morphine", "opium alkaloid"]],
    );
  });

  test("stand in the outline, the file and the list of sources", () => {
    const roots = outline.branches(small, { ...OVERVIEW, verdict: "not assessed" }, shown());
    const last = roots[roots.length - 1];
    assert.deepEqual(
      [last.words, last.children.map(({ words }) => words)],
      [["Rows that no line can draw (1)"], [["The body makes dynorphins and dymorphins."]]],
    );
    assert.deepEqual(
      readCsv(share.asCsv(small, now(small, { verdict: "not assessed" }))).map(([id]) => id),
      ["row", "c3"],
    );
    assert.match(
      share.asCitations(small, now(small, { verdict: "not assessed" })),
      /An article made up for these tests/,
    );
  });
});

describe("starts of a trace", () => {
  test("are what has a row at a receptor", () => {
    assert.deepEqual(trace.starts(small, ["acts on"]), [
      ["dynorphin_a", "dynorphin A"],
      ["endomorphin", "endomorphin"],
      ["morphine", "morphine"],
      ["naloxone", "naloxone"],
    ]);
  });

  test("each lead somewhere", () => {
    const starts = trace.starts(picture, ["acts on"]);
    assert.ok(starts.length > 60);
    for (const [focus] of starts)
      assert.ok(look(picture, { focus, panel: "trace" }).rows.length > 0, focus);
  });
});

describe("the outline", () => {
  /** @param {Picture} of @param {Partial<State>} state */
  const branches = (of, state) => outline.branches(of, { ...OVERVIEW, ...state }, look(of, state));
  const words = (/** @type {outline.Branch} */ branch) => branch.words.join("");

  test("of the overview holds every node once, by kind, without rows", () => {
    const kinds = branches(picture, {});
    assert.deepEqual(
      kinds.map((kind) => kind.key),
      [...new Set(picture.nodes.map((node) => `kind ${node[2]}`)), "listed"],
    );
    assert.equal(kinds.pop()?.children.length, picture.undrawn.length);
    assert.deepEqual(
      kinds.flatMap((kind) => kind.children.map((child) => child.node)).sort(),
      picture.nodes.map((node) => node[0]).sort(),
    );
    assert.ok(kinds.every((kind) => kind.children.every((child) => child.children.length === 0)));
    assert.equal(words(kinds[0]), `precursor (${kinds[0].children.length})`);
  });

  test("of a focus holds its neighbours by kind, each with the rows between", () => {
    const kinds = branches(small, { focus: "mu" });
    assert.deepEqual(kinds.map(words), [
      "peptide of the body (1)",
      "side of life or health (1)",
      "molecule from outside (2)",
    ]);
    const [, domains, molecules] = kinds;
    assert.equal(
      words(domains.children[0]),
      "Mood · activated, given, taken: better mood 1 · blocked, absent, stopped: better mood 1",
    );
    assert.deepEqual(molecules.children.map(words), [
      "morphine · activates 1 · activates in part 1",
      "naloxone · blocks 1",
    ]);
    assert.deepEqual(molecules.children[0].children.map(words), [
      "morphine at mu receptor: full agonist; pKi 8.5 to 9.2 (human).",
      "morphine at mu receptor: partial agonist; weak; tissue.",
    ]);
  });

  test("has a key of its own for each branch, in every state", () => {
    for (const { state } of answers("real").states.slice(0, 2500)) {
      /** @type {string[]} */
      const keys = [];
      const walk = (/** @type {outline.Branch[]} */ some) => {
        for (const branch of some) {
          keys.push(branch.key);
          walk(branch.children);
        }
      };
      walk(branches(picture, state));
      assert.equal(new Set(keys).size, keys.length, JSON.stringify(state));
    }
  });

  test("of an empty view is empty", () =>
    assert.deepEqual(branches(small, { focus: "mu", lens: "article" }), []));
});

describe("names", () => {
  test("are said without their kind", () => {
    assert.equal(sentence.nameOf(["mu", "", "", "", "", "mu receptor, receptor"]), "mu receptor");
    assert.equal(
      sentence.nameOf(["g", "", "", "", "", "Opioid drugs, as a group, several at once"]),
      "Opioid drugs, as a group",
    );
    assert.equal(
      sentence.nameOf(["gap", "", "", "", "", "Gap: the article's sentence stops here"]),
      "Gap: the article's sentence stops here",
    );
  });

  test("of words that a list does not hold are the words themselves", () => {
    assert.equal(sentence.label(small, "domain", "mood"), "Mood");
    assert.equal(sentence.label(small, "domain", "gone"), "gone");
  });
});

describe("the order of the table", () => {
  const rows = ["b 10", "a", "b 9"].map((word) => /** @type {any} */ ({ cells: [word] }));
  const cells = (/** @type {number} */ sorted, /** @type {boolean} */ isDown) =>
    table.inOrder(rows, { sorted, isDown, isAll: false }).map((row) => row.cells[0]);

  test("is that of words and numbers, either way, or the picture's own", () => {
    assert.deepEqual(cells(0, false), ["a", "b 9", "b 10"]);
    assert.deepEqual(cells(0, true), ["b 10", "b 9", "a"]);
    assert.deepEqual(cells(-1, false), ["b 10", "a", "b 9"]);
  });
});

describe("a key in the outline", () => {
  const shut = { isParent: true, isOpen: false, isRoot: false };
  const open = { ...shut, isOpen: true };
  const leaf = { ...shut, isParent: false };

  test("opens and goes in, shuts and goes out", () => {
    assert.deepEqual(
      [shut, open, leaf].map((at) => outline.treeMove("ArrowRight", at)),
      ["open", "down", undefined],
    );
    assert.deepEqual(
      [shut, open, leaf].map((at) => outline.treeMove("ArrowLeft", at)),
      ["parent", "shut", "parent"],
    );
    assert.equal(outline.treeMove("ArrowLeft", { ...shut, isRoot: true }), undefined);
  });

  test("walks, and chooses", () => {
    const keys = ["ArrowDown", "ArrowUp", "Home", "End", "Enter", " ", "a"];
    const moves = ["down", "up", "first", "last", "choose", "choose", undefined];
    assert.deepEqual(
      keys.map((key) => outline.treeMove(key, leaf)),
      moves,
    );
  });
});
