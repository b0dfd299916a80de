// @ts-check
// Files to hand on: values, sources.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as view from "../../../src/explainer/widgets/static/explorer/selection.js";
import * as share from "../../../src/explainer/widgets/static/explorer/share.js";
import { OVERVIEW, pictureOf, readCsv } from "../asked.js";

const DOE =
  "Doe J, Roe R (2001). A study in animals. Journal of Tests 1:1. https://doi.org/10.1000/doe2001";
const picture = view.prepare(pictureOf("real"));
const small = view.prepare(pictureOf("small"));

/** @import { Picture, State } from "../../../src/explainer/widgets/static/shared/types.js" */

/** @param {Picture} of @param {Partial<State>} state */
const look = (of, state) => view.show(of, { ...OVERVIEW, ...state });
/** What an export is made of. @param {Picture} of @param {Partial<State>} state */
const now = (of, state) => ({ state: { ...OVERVIEW, ...state }, shown: look(of, state) });

describe("a file to hand on", () => {
  for (const [text, cell] of [
    ["plain", '"plain"'],
    ["", '""'],
    ['say "so"', '"say ""so"""'],
    ["a, b\r\nc", '"a, b\r\nc"'],
    ["=1+1", '"\'=1+1"'],
    ["+1", '"\'+1"'],
    ["-1", '"\'-1"'],
    ["@SUM(A1)", '"\'@SUM(A1)"'],
    ["\tx", '"\'\tx"'],
    ["a=1", '"a=1"'],
  ]) {
    test(`holds ${JSON.stringify(text)} as ${JSON.stringify(cell)}`, () =>
      assert.equal(share.csvCell(text), cell));
  }

  test("has a head, then one line for each row that is shown", () => {
    const [head, danger, ...rows] = readCsv(
      share.asCsv(small, now(small, { focus: "mu", also: ["mood"] })),
    );
    assert.equal(
      danger[4],
      "Hazard: these tables hold no row on the hazards of switching on the mu receptor; " +
        "that is no sign of safety.",
    );
    assert.deepEqual(head, [
      "row",
      "From",
      "What is said",
      "To",
      "In words",
      "Evidence",
      "Who says it",
      "Caveat",
      "Sources",
    ]);
    assert.deepEqual(
      rows.map((row) => row[0]),
      ["e1", "e2"],
    );
    assert.deepEqual(rows[1].slice(5), [
      "animal; 20 mice",
      "pharmacology sources",
      "Mice are not people.",
      DOE,
    ]);
  });

  test("of nothing has its head alone", () =>
    assert.equal(
      readCsv(
        share.asCsv(small, {
          state: OVERVIEW,
          shown: { rows: [], nodes: [], isOverview: false, listed: [] },
        }),
      ).length,
      1,
    ));

  test("holds every row of the real tables, each with a source", () => {
    const [, brief, ...rows] = readCsv(share.asCsv(picture, now(picture, {})));
    assert.match(brief[4], /^Hazard: with opioid drugs, /); // no row, but what several say
    assert.equal(rows.length, picture.rows.length + picture.undrawn.length);
    assert.deepEqual(
      rows.filter((row) => row.length !== 9 || !row[8]),
      [],
    );
  });
});

describe("the list of sources", () => {
  test("names each source of what is shown once, in order of the letter", () => {
    assert.equal(
      share.asCitations(small, now(small, { focus: "mu", also: ["mood"] })),
      `${DOE}\nRoe R et al. (2002). A review of people. https://pubmed.ncbi.nlm.nih.gov/222/\n`,
    );
  });

  test("holds what our verdict on a claim rests on", () => {
    const cited = share.asCitations(small, now(small, { focus: "said_unnamed" }));
    assert.match(cited, /An article made up for these tests/);
    assert.match(cited, /A study in animals/); // cited by the assessment alone
  });

  test("is sorted and whole for the real tables", () => {
    const lines = share.asCitations(picture, now(picture, {})).trimEnd().split("\n");
    assert.deepEqual(
      lines,
      [...lines].sort((a, b) => a.localeCompare(b)),
    );
    assert.equal(new Set(lines).size, lines.length);
    assert.ok(lines.length > 50);
  });
});
