// @ts-check
// What the panels decide before they draw: cells, files to hand on, predictions, starts of a trace, the outline.

const assert = require("node:assert/strict");
const { before, describe, test } = require("node:test");
const { OVERVIEW, answers, load } = require("./asked.js");

/** @type {Record<string, any>} */
const scripts = {};
/** @type {any} */
let picture;
/** @type {any} */
let small;
before(async () => {
  for (const name of ["view", "table", "share", "predict", "trace", "outline", "sentence"]) scripts[name] = await load(name);
  picture = scripts.view.prepare(answers("real").picture);
  small = scripts.view.prepare(answers("small").picture);
});

const look = (of, state) => scripts.view.show(of, { ...OVERVIEW, ...state });
/** What an export is made of. */
const now = (of, state) => ({ state: { ...OVERVIEW, ...state }, shown: look(of, state) });

/** A reader of comma-separated values as RFC 4180 has them. @param {string} text */
function readCsv(text) {
  const rows = [];
  for (const line of text.match(/(?:"(?:[^"]|"")*"|[^\r])*\r\n/g) ?? []) {
    rows.push((line.match(/"(?:[^"]|"")*"/g) ?? []).map((cell) => cell.slice(1, -1).replaceAll('""', '"')));
  }
  return rows;
}

describe("cells of the table", () => {
  test("tell a row in words, each row once", () => {
    const { rows } = look(small, { focus: "naloxone" });
    const [{ cells, line, table, look: said, isSigned }, ...rest] = scripts.table.cellsOf(small, [...rows, ...rows]);
    assert.deepEqual(rest, []);
    assert.deepEqual(cells, ["naloxone", "blocks", "mu receptor", "naloxone at mu receptor: antagonist; pKi below 6.0.", "", "pharmacology sources", "Example Institute 2020"]);
    assert.deepEqual([small.lines[line][5], table, said, isSigned], ["naloxone_mu_1", "family", "blocks", true]);
  });

  test("tell what was done before what went which way", () => {
    const { rows } = look(small, { focus: "mu", also: ["mood"] });
    assert.deepEqual(scripts.table.cellsOf(small, rows).map(({ cells }) => cells[1]), ["activated, given: improves", "blocked, absent, stopped: improves"]);
  });

  test("of lines without a sign say what kind of line it is", () => {
    const { rows } = look(small, { focus: "heroin" });
    const [{ cells, isSigned }] = scripts.table.cellsOf(small, rows);
    assert.deepEqual([cells[1], isSigned], ["becomes", false]);
  });

  test("are as many as columns, for every row of the real tables, and never empty in the first four", () => {
    const rows = picture.rows.map((_, r) => r);
    const told = scripts.table.cellsOf(picture, rows);
    assert.equal(told.length, rows.length);
    for (const { cells } of told) {
      assert.equal(cells.length, picture.words.columns.length);
      assert.ok([0, 2, 3, 5].every((column) => cells[column]), cells.join("|"));
      assert.doesNotMatch(cells.join("|"), /undefined|null|NaN/);
    }
  });

  test("of a claim on two domains are two", () => {
    const { rows } = look(small, { focus: "said_opioids", lens: "article" });
    assert.deepEqual(scripts.table.cellsOf(small, rows).map(({ cells }) => cells[2]), ["Mood", "Pain", "Gap: the article's sentence stops here"]);
  });
});

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
    test(`holds ${JSON.stringify(text)} as ${JSON.stringify(cell)}`, () => assert.equal(scripts.share.csvCell(text), cell));
  }

  test("has a head, then one line for each row that is shown", () => {
    const [head, danger, ...rows] = readCsv(scripts.share.asCsv(small, now(small, { focus: "mu", also: ["mood"] })));
    assert.equal(danger[4], "Hazard: these tables hold no row on the hazards of switching on the mu receptor; that is no sign of safety.");
    assert.deepEqual(head, ["row", "From", "What is said", "To", "In words", "Evidence", "Who says it", "Caveat", "Sources"]);
    assert.deepEqual(rows.map((row) => row[0]), ["e1", "e2"]);
    assert.deepEqual(rows[1].slice(5), ["animal; 20 mice", "pharmacology sources", "Mice are not people.", "Doe J, Roe R (2001). A study in animals. Journal of Tests 1:1. https://doi.org/10.1000/doe2001"]);
  });

  test("of nothing has its head alone", () => assert.equal(readCsv(scripts.share.asCsv(small, { state: OVERVIEW, shown: { rows: [], nodes: [], isOverview: false } })).length, 1));

  test("holds every row of the real tables, each with a source", () => {
    const [, ...rows] = readCsv(scripts.share.asCsv(picture, now(picture, {})));
    assert.equal(rows.length, picture.rows.length);
    assert.deepEqual(rows.filter((row) => row.length !== 9 || !row[8]), []);
  });
});

describe("the list of sources", () => {
  test("names each source of what is shown once, in order of the letter", () => {
    assert.equal(scripts.share.asCitations(small, now(small, { focus: "mu", also: ["mood"] })),
      "Doe J, Roe R (2001). A study in animals. Journal of Tests 1:1. https://doi.org/10.1000/doe2001\nRoe R et al. (2002). A review of people. https://pubmed.ncbi.nlm.nih.gov/222/\n");
  });

  test("holds what our verdict on a claim rests on", () => {
    const cited = scripts.share.asCitations(small, now(small, { focus: "said_unnamed" }));
    assert.match(cited, /An article made up for these tests/);
    assert.match(cited, /A study in animals/); // cited by the assessment alone
  });

  test("is sorted and whole for the real tables", () => {
    const lines = scripts.share.asCitations(picture, now(picture, {})).trimEnd().split("\n");
    assert.deepEqual(lines, [...lines].sort((a, b) => a.localeCompare(b)));
    assert.equal(new Set(lines).size, lines.length);
    assert.ok(lines.length > 50);
  });
});

describe("a prediction", () => {
  const of = (receptor, domain) => scripts.predict.evidence(small, small.place.get(receptor), small.place.get(domain));
  const ids = (lines) => lines.map((line) => small.lines[line][5]);
  const told = (rows) => ids(rows.map((r) => small.rows[r][3]));

  test("is held against the rows of that receptor and that domain, by what was done", () => {
    const { found, claims } = of("mu", "mood");
    assert.deepEqual([...found.keys()], ["+", "−"]);
    assert.deepEqual([told(found.get("+")), told(found.get("−"))], [["e1"], ["e2"]]);
    assert.deepEqual(ids(claims), ["c1", "c4"]);
  });

  test("meets silence where nobody has said anything", () => {
    const { found, claims } = of("kappa", "addiction");
    assert.equal(found.size, 0);
    assert.deepEqual(claims, []);
  });

  test("has an outcome in the words of the guesses, for every receptor and domain", () => {
    const words = Object.keys(picture.words.predict.guesses);
    const seen = new Set();
    const at = (kind) => picture.nodes.flatMap((node, i) => (node[2] === kind ? [i] : []));
    for (const receptor of at("receptor")) {
      for (const domain of at("domain")) {
        const outcome = scripts.predict.outcome(picture, scripts.predict.evidence(picture, receptor, domain).found.get("+") ?? []);
        assert.ok(words.includes(outcome), outcome);
        seen.add(outcome);
      }
    }
    assert.ok(seen.size > 2);
  });

  const outcome = (...looks) => scripts.predict.outcome({ rows: looks.map((one) => [0, one]) }, looks.map((_, r) => r));
  for (const [looks, result] of [
    [[], "nobody"], [["not known"], "nobody"], [["improves"], "improves"], [["improves", "improves"], "improves"], [["improves", "not known"], "improves"],
    [["improves", "worsens"], "mixed"], [["mixed"], "mixed"], [["no difference"], "no difference"], [["no difference", "improves"], "mixed"],
  ]) {
    test(`is “${result}” after ${looks.join(", ") || "no rows"}`, () => assert.equal(outcome(...looks), result));
  }

  test("is written down as text", () => {
    const one = { question: "Q?", guess: "You expected: it improves", found: "F: it worsens", line: "A {line} of <mine>" };
    assert.equal(scripts.predict.asText([one]), "Q?\n  You expected: it improves\n  F: it worsens\n  A {line} of <mine>\n");
    assert.equal(scripts.predict.asText([one, one]).split("\n\n").length, 2);
    assert.equal(scripts.predict.asText([]), "\n");
  });
});

describe("starts of a trace", () => {
  test("are what has a row at a receptor", () => {
    assert.deepEqual(scripts.trace.starts(small, ["acts on"]), [["dynorphin_a", "dynorphin A"], ["endomorphin", "endomorphin"], ["morphine", "morphine"], ["naloxone", "naloxone"]]);
  });

  test("each lead somewhere", () => {
    const starts = scripts.trace.starts(picture, ["acts on"]);
    assert.ok(starts.length > 60);
    for (const [focus] of starts) assert.ok(look(picture, { focus, panel: "trace" }).rows.length > 0, focus);
  });
});

describe("the outline", () => {
  const branches = (of, state) => scripts.outline.branches(of, { ...OVERVIEW, ...state }, look(of, state));
  const words = (branch) => branch.words.join("");

  test("of the overview holds every node once, by kind, without rows", () => {
    const kinds = branches(picture, {});
    assert.deepEqual(kinds.map((kind) => kind.key), [...new Set(picture.nodes.map((node) => `kind ${node[2]}`))]);
    assert.deepEqual(kinds.flatMap((kind) => kind.children.map((child) => child.node)).sort(), picture.nodes.map((node) => node[0]).sort());
    assert.ok(kinds.every((kind) => kind.children.every((child) => child.children.length === 0)));
    assert.equal(words(kinds[0]), `precursor (${kinds[0].children.length})`);
  });

  test("of a focus holds its neighbours by kind, each with the rows between", () => {
    const kinds = branches(small, { focus: "mu" });
    assert.deepEqual(kinds.map(words), ["peptide of the body (1)", "side of life or health (1)", "molecule from outside (2)"]);
    const [, domains, molecules] = kinds;
    assert.equal(words(domains.children[0]), "Mood · activated, given: improves 1 · blocked, absent, stopped: improves 1");
    assert.deepEqual(molecules.children.map(words), ["morphine · activates 1 · activates in part 1", "naloxone · blocks 1"]);
    assert.deepEqual(molecules.children[0].children.map(words), ["morphine at mu receptor: full agonist; pKi 8.5 to 9.2 (human).", "morphine at mu receptor: partial agonist; weak; tissue."]);
  });

  test("has a key of its own for each branch, in every state", () => {
    for (const { state } of answers("real").states.slice(0, 2500)) {
      const keys = [];
      const walk = (some) => some.forEach((branch) => (keys.push(branch.key), walk(branch.children)));
      walk(branches(picture, state));
      assert.equal(new Set(keys).size, keys.length, JSON.stringify(state));
    }
  });

  test("of an empty view is empty", () => assert.deepEqual(branches(small, { focus: "mu", lens: "article" }), []));
});

describe("names", () => {
  test("are said without their kind", () => {
    assert.equal(scripts.sentence.nameOf(["mu", "", "", "", "", "mu receptor, receptor"]), "mu receptor");
    assert.equal(scripts.sentence.nameOf(["g", "", "", "", "", "Opioid drugs, as a group, several at once"]), "Opioid drugs, as a group");
    assert.equal(scripts.sentence.nameOf(["gap", "", "", "", "", "Gap: the article's sentence stops here"]), "Gap: the article's sentence stops here");
  });

  test("of words that a list does not hold are the words themselves", () => {
    assert.equal(scripts.sentence.label(small, "domain", "mood"), "Mood");
    assert.equal(scripts.sentence.label(small, "domain", "gone"), "gone");
  });
});
