// @ts-check
// A case book as a file, to hand in, and a file as a case book: as text with a tail for programs,
// or as a table. Whatever is in a file is words: nothing of it is run, here or in a spreadsheet.

import { fill } from "../quiz/answers.js";
import { PARTS, whole } from "./book.js";

/** @import { Book, Data, Edge, Sentence } from "./book.js" */

/** @typedef {[part: string, id: string, asked: string, answer: string, sure: string, line: string,
 *   found: string]} Row */

const TAIL = "case-book ";
const COLUMNS = ["case-book", "part", "id", "asked", "answer", "sure", "line", "found"];
const LARGEST = 1_000_000; // letters
// What a spreadsheet would reckon with instead of showing it.
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;

/** What stands under a name, if it does: a file may hold any name. @template T
 * @param {Record<string, T>} all @param {string} name @returns {T | undefined} */
export const under = (all, name) => (Object.hasOwn(all, name) ? all[name] : undefined);

/** A first try in words: the question, and the option. @param {Data} data @param {string} id
 * @param {string} option @returns {[string, string]} */
export function tryOf({ questions, words }, id, option) {
  const question = under(questions, id);
  const text = question && under(question.options, option);
  return [question?.prompt ?? words.unknown_question, text ?? option];
}

/** Whether a guess is of another edition: no longer asked, or with other choices.
 * @param {Data} data @param {Book["guesses"][number]} one */
export function isEarlier({ guesses }, { of, guess }) {
  const choices = of && under(guesses, of);
  return Boolean(of) && !(choices && (!choices.length || choices.includes(guess)));
}

/** An edge in words. @param {Data} data @param {Edge} edge */
export const edgeOf = ({ nodes, says }, [from, said, to]) =>
  `${under(nodes, from) ?? from} → ${under(nodes, to) ?? to}: ${under(says, said) ?? said}`;

/** The name of a word among choices, else the word. @param {[string, string][]} choices
 * @param {string} word */
const nameIn = (choices, word) => choices.find(([one]) => one === word)?.[1] ?? word;

/** The sentence, with what stands in its blanks. @param {Data} data @param {Sentence} sentence */
export function sentenceOf({ words, receptors, who }, sentence) {
  const filled = [nameIn(receptors, sentence.receptor), nameIn(who, sentence.who)];
  const [first, second] = filled.map((word) => word || "____");
  return `${words.before} ${first} ${words.between} ${second}${words.after}`;
}

/** All that a case book holds, a row each.
 * @param {Data} data @param {Book} book @returns {Row[]} */
function rows(data, book) {
  const { words, lessons } = data;
  const { sentence } = book;
  /** @type {Row[]} */
  const out = [
    ["name", "", words.name, book.name, "", "", ""],
    ["date", "", words.date, book.date, "", "", ""],
  ];
  for (const part of PARTS)
    if (sentence[part]) out.push(["sentence", part, words[part], sentence[part], "", "", ""]);
  for (const [id, text] of Object.entries(book.lines))
    out.push(["line", id, under(lessons, id) ?? id, text, "", "", ""]);
  for (const { of = "", question, guess, sure, line, found } of book.guesses)
    out.push(["guess", of, question, guess, sure, line, found]);
  for (const [id, option] of Object.entries(book.tries))
    out.push(["try", `${id}>${option}`, ...tryOf(data, id, option), "", "", ""]);
  for (const edge of book.map)
    out.push(["map", edge.join(">"), "", edgeOf(data, edge), "", "", ""]);
  return out;
}

/** @param {string} text */
const cell = (text) => {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** As a table; its last row says how many there are, so that a cut one is noticed.
 * @param {Data} data @param {Book} book @returns {string} */
export function asCsv(data, book) {
  const all = rows(data, book);
  const end = ["end", "", "", String(all.length), "", "", ""];
  const lines = [...all, end].map((row) => [String(data.version), ...row].map(cell).join(","));
  return [COLUMNS.join(","), ...lines, ""].join("\r\n");
}

/** In words, as it is printed: headings, and under each its lines.
 * @param {Data} data @param {Book} book @returns {[heading: string, lines: string[]][]} */
export function sections(data, book) {
  const { words } = data;
  const { sentence } = book;
  const reasons = /** @type {const} */ (["words", "pro", "con"])
    .filter((part) => sentence[part])
    .map((part) => `${words[part]}: ${sentence[part]}`);
  const guesses = book.guesses.map((one) =>
    [
      `${one.question} ${one.guess} (${one.sure})`,
      one.line && `${words.reason}: ${one.line}`,
      `${words.found}: ${one.found}`,
      isEarlier(data, one) && words.earlier,
    ]
      .filter(Boolean)
      .join("\n   "),
  );
  const tries = Object.entries(book.tries).map((one) => tryOf(data, ...one).join(" "));
  const lines = Object.entries(book.lines).map(
    ([id, text]) => `${under(data.lessons, id) ?? id}: ${text}`,
  );
  const count = (/** @type {string} */ name, /** @type {unknown[]} */ all) =>
    fill(words[name], { n: all.length });
  return [
    [words.case, [sentenceOf(data, sentence), ...reasons]],
    [words.lines, lines],
    [count("guesses", guesses), guesses],
    [count("tries", tries), tries],
    [count("map", book.map), book.map.map((edge) => edgeOf(data, edge))],
  ];
}

/** Who it is of, and when. @param {Data} data @param {Book} book */
export const titleOf = ({ words }, { name, date }) =>
  fill(words.by, { name: name.trim() || words.nameless, date });

/** As text, with all of it once more in one line for programs.
 * @param {Data} data @param {Book} book @returns {string} */
export function asText(data, book) {
  const parts = sections(data, book).map(([heading, lines]) =>
    [heading, ...(lines.length ? lines : ["–"]).map((line) => ` - ${line}`)].join("\n"),
  );
  const tail = `${TAIL}${data.version} ${JSON.stringify(book)}`;
  return [titleOf(data, book), ...parts, `${data.words.tail}\n${tail}`, ""].join("\n\n");
}

const CELL = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/g;

/** Cells of a table. @param {string} text @returns {string[][]} */
function cells(text) {
  /** @type {string[][]} */
  const out = [[]];
  for (const [, written, end] of text.matchAll(CELL)) {
    const isQuoted = written.length > 1 && written.startsWith('"');
    out[out.length - 1].push(isQuoted ? written.slice(1, -1).replaceAll('""', '"') : written);
    if (end !== ",") out.push([]);
  }
  return out.filter((row) => row.length > 1);
}

/** Put a row of a table where it belongs. @param {any} book @param {Row} row */
function take(book, [part, id, asked, answer, sure, line, found]) {
  const [first, ...others] = id.split(">");
  if (part === "name" || part === "date") book[part] = answer;
  else if (part === "sentence") book.sentence.set(id, answer);
  else if (part === "line") book.lines.set(id, answer);
  else if (part === "guess")
    book.guesses.push({ question: asked, guess: answer, sure, line, found, of: id });
  else if (part === "try") book.tries.set(first, others[0]);
  else if (part === "map") book.map.push([first, ...others]);
}

/** @typedef {{book?: Book, fault?: "strange" | "cut" | "version" | "large", version?: string}}
 *   Reading */

/** @param {string} text @param {number} version @returns {Reading} */
function readTable(text, version) {
  const [, ...all] = cells(text);
  const other = all.find(([one]) => one !== String(version))?.[0];
  const last = all[all.length - 1];
  if (other !== undefined && /^\d{1,6}$/.test(other)) return { fault: "version", version: other };
  const isWhole = last?.[1] === "end" && Number(last[4]) === all.length - 1;
  if (!isWhole || all.some((row) => row.length !== COLUMNS.length)) return { fault: "cut" };
  /** @type {any} */
  const held = { guesses: [], map: [], sentence: new Map(), lines: new Map(), tries: new Map() };
  for (const [, ...row] of all)
    take(
      held,
      /** @type {Row} */ (row.map((one) => (FORMULA.test(one) ? one.replace(/^'/, "") : one))),
    );
  for (const part of ["sentence", "lines", "tries"]) held[part] = Object.fromEntries(held[part]);
  return { book: whole({ ...held, version }) };
}

/** @param {string} line @param {number} version @returns {Reading} */
function readTail(line, version) {
  const [, written, json] = line.match(/^case-book (\d{1,6}) (.*)$/) ?? [];
  if (!written) return { fault: "cut" };
  if (written !== String(version)) return { fault: "version", version: written };
  try {
    return { book: whole({ ...JSON.parse(json), version }) };
  } catch {
    return { fault: "cut" };
  }
}

/** Read a file; whatever is wrong with it is a word. @param {string} text
 * @param {Pick<Data, "version" | "words">} data @returns {Reading} */
export function read(text, { version, words }) {
  if (text.length > LARGEST) return { fault: "large" };
  const bare = text.replace(/^\ufeff/, "");
  if (bare.startsWith(`${COLUMNS[0]},`)) return readTable(bare, version);
  const line = bare.split(/\r?\n/).findLast((one) => one.startsWith(TAIL));
  if (line !== undefined) return readTail(line, version);
  return { fault: bare.startsWith(words.by.split("{")[0]) ? "cut" : "strange" };
}
