// @ts-check
// Finding a node by any of its names.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { suggestions } from "../../../src/explainer/widgets/static/explorer/search.js";
import { pictureOf } from "../asked.js";

const picture = pictureOf("real");

/** @param {string} typed @param {number} [most] */
const ids = (typed, most) =>
  suggestions(picture, typed, most).map(({ node }) => picture.nodes[node][0]);
const first = (/** @type {string} */ typed) => ids(typed)[0];
/** A picture of which the search reads the nodes alone. @param {any[][]} nodes @returns {any} */
const picked = (nodes) => ({ nodes });
/** @param {...string[]} names */
const made = (...names) => picked(names.map((own, i) => [`n${i}`, "", "ligand", "", "", "", own]));
/** @param {string} typed @param {...string[]} names */
const found = (typed, ...names) => suggestions(made(...names), typed).map(({ node }) => node);

describe("a receptor", () => {
  for (const typed of [
    "MOR",
    "MOP",
    "OPRM1",
    "mu",
    "MU",
    "mu receptor",
    "mu-receptor",
    "μ",
    "µ",
    "μ-opioid receptor",
    " oprm1 ",
  ]) {
    test(`is found as “${typed}”`, () => assert.equal(first(typed), "mu"));
  }
  for (const [typed, id] of [
    ["KOP", "kappa"],
    ["κ", "kappa"],
    ["OPRD1", "delta"],
    ["DOR", "delta"],
    ["NOP", "nop"],
    ["ORL1", "nop"],
    ["nociceptin receptor", "nop"],
  ]) {
    test(`is found as “${typed}”`, () => assert.equal(first(typed), id));
  }
});

describe("other things", () => {
  for (const [typed, id] of [
    ["Vicodin", "said_vicodin"],
    ["vicodin", "said_vicodin"],
    ["diamorphine", "heroin"],
    ["meperidine", "pethidine"],
    ["M6G", "morphine_6_glucuronide"],
    ["POMC", "pomc"],
    ["proopiomelanocortin", "pomc"],
    ["dynorphin A", "dynorphin_a"],
    ["norBNI", "nor_bni"],
    ["mood", "mood"],
    ["dymorphins", "said_dymorphins"],
    ["β-endorphin", "beta_endorphin"],
    ["Ro 64-6198", "ro_64_6198"],
  ]) {
    test(`are found as “${typed}”`, () => assert.equal(first(typed), id));
  }

  test("every node is found by each of its names", () => {
    for (const [id, , , , , , names] of picture.nodes)
      for (const name of names) assert.ok(ids(name, 200).includes(id), name);
  });
});

describe("nothing", () => {
  test("is found for what is not there", () => assert.deepEqual(ids("xyzzy"), []));
  test("is found for nothing typed", () => {
    for (const typed of ["", "   ", "-", "“”", "…"]) assert.deepEqual(ids(typed), [], typed);
  });
  test("in what is typed is taken for a pattern or a script", () => {
    for (const typed of ["(", "[a-z]+", "\\", "<script>", ".*", "$&"])
      assert.ok(Array.isArray(ids(typed)), typed);
    assert.deepEqual(ids(".*"), []);
  });
});

describe("order", () => {
  test("the same name goes before a name that begins so, and that before one that holds it", () => {
    assert.deepEqual(found("mor", ["amor"], ["morphine"], ["mor"]), [2, 1, 0]);
  });
  test("a receptor goes before other things with a like name", () => {
    const two = picked([
      ["a", "", "ligand", "", "", "", ["muon"]],
      ["b", "", "receptor", "", "", "", ["mural"]],
    ]);
    assert.deepEqual(
      suggestions(two, "mu").map(({ node }) => node),
      [1, 0],
    );
  });
  test("else it is the picture's own", () =>
    assert.deepEqual(found("mor", ["morb"], ["mora"], ["morc"]), [0, 1, 2]));
  test("the best of a node's names counts, and is told", () => {
    const [one] = suggestions(made(["diacetylmorphine", "morphine", "m"]), "morphine");
    assert.deepEqual(one, { node: 0, name: "morphine" });
  });
  test("at most eight are told, or as many as asked", () => {
    assert.equal(ids("a").length, 8);
    assert.equal(ids("a", 3).length, 3);
  });
});

describe("letters", () => {
  test("accents, case, blanks and signs do not matter", () => {
    assert.deepEqual(found("alpha NEO", ["alpha-neoendorphin"]), [0]);
    assert.deepEqual(found("cafe", ["Café"]), [0]);
    assert.deepEqual(found("café", ["cafe"]), [0]);
    assert.deepEqual(found("ﬁn", ["fin"]), [0]);
  });
  test("of other scripts are letters", () => {
    assert.deepEqual(found("морф", ["морфин"]), [0]);
    assert.deepEqual(found("أفيون", ["مستقبل أفيوني"]), [0]);
  });
});
