// @ts-check
// The quiz's decisions, without a page: what counts, which question comes next, what is written
// down. Run by tests/test_quiz.py, which makes the data from the real tables and Python's own
// answers.

import assert from "node:assert/strict";
import fs from "node:fs";
import { describe, test } from "node:test";
import * as quiz from "../../src/explainer/widgets/static/quiz/answers.js";

/** @type {{lessons: Record<string, quiz.Data>, cases: [string, quiz.Answers, [number, number,
 *   number[]], string, string, quiz.Answers][]}} */
const { lessons, cases } = JSON.parse(fs.readFileSync(String(process.env.QUIZ_DATA), "utf-8"));
const data = lessons["01_the_bodys_own_opioids"];

/** The first option of each question that fits. @param {(option: quiz.Option) => boolean} fits */
const all = (fits) =>
  Object.fromEntries(data.questions.map(({ id, options }) => [id, options.filter(fits)[0].id]));

describe("the same as Python", () => {
  test("in counting", () => {
    for (const [lesson, chosen, [answered, right, again]] of cases) {
      const tally = quiz.tally(lessons[lesson], chosen);
      assert.deepEqual([tally.answered, tally.right, tally.again], [answered, right, again]);
    }
  });

  test("in saying how far one is", () => {
    for (const [lesson, chosen, , said] of cases) {
      assert.equal(
        quiz.fill(lessons[lesson].words.progress, quiz.tally(lessons[lesson], chosen)),
        said,
      );
    }
  });

  test("in writing the answers down", () => {
    for (const [lesson, chosen, , , text, first] of cases)
      assert.equal(quiz.asText(lessons[lesson], chosen, first), text);
  });
});

describe("an end", () => {
  const right = all((option) => option.right);
  const some = (/** @type {number} */ n) => Object.fromEntries(Object.entries(right).slice(0, n));
  const { enough, questions, words } = data;

  test("comes when there are enough answers for one sitting, and says how many wait", () => {
    assert.ok(enough < questions.length);
    const more = questions.length - enough;
    assert.equal(quiz.ending(data, some(enough), {}), quiz.fill(words.enough, { more }));
  });

  test("comes when all is answered, and at no other time", () => {
    for (const n of questions.keys()) {
      const said = quiz.ending(data, some(n), {});
      assert.equal(said !== "", n === enough);
    }
    assert.ok(quiz.ending(data, right, {}).startsWith(words.done));
  });
});

describe("known", () => {
  test("keeps what is asked here and nothing else", () => {
    const [{ id, options }] = data.questions;
    assert.deepEqual(quiz.known(data, { [id]: options[0].id, nonsense: "a" }), {
      [id]: options[0].id,
    });
    assert.deepEqual(quiz.known(data, { [id]: "an option that is gone" }), {});
  });

  test("takes anything that a browser may have kept", () => {
    for (const kept of [null, undefined, 3, "words", [], { constructor: "x" }])
      assert.deepEqual(quiz.known(data, kept), {});
  });
});

describe("merged", () => {
  const [first, second] = [0, 1].map((at) => () => data.questions[at]);
  const answer = (/** @type {quiz.Question} */ question) => ({
    [question.id]: question.options[0].id,
  });

  test("keeps what another page of the same quiz has answered", () => {
    assert.deepEqual(quiz.merged(data, answer(first()), {}, answer(second())), {
      ...answer(first()),
      ...answer(second()),
    });
    // forgotten there
    assert.deepEqual(quiz.merged(data, {}, answer(first()), answer(second())), answer(second()));
    assert.deepEqual(quiz.merged(data, null, answer(first()), answer(second())), {
      ...answer(first()),
      ...answer(second()),
    }); // nothing can be kept
  });

  test("takes anything that a browser may have kept", () => {
    for (const kept of [5, "x", [], {}, true, { constructor: "x" }, [["x"]]]) {
      assert.deepEqual(quiz.merged(data, kept, {}, answer(first())), answer(first()));
    }
  });
});

describe("onward", () => {
  test("goes to the next question without an answer", () => {
    const answers = all(() => true);
    delete answers[data.questions[3].id];
    for (const place of [0, 2, 5]) assert.equal(quiz.onward(data, answers, place), 3);
  });

  test("goes round when there is none, and never out", () => {
    const answers = all(() => true);
    const count = data.questions.length;
    for (let place = 0; place < count; place++)
      assert.equal(quiz.onward(data, answers, place), (place + 1) % count);
    assert.equal(quiz.onward({ ...data, questions: data.questions.slice(0, 1) }, {}, 0), 0);
  });
});

describe("answers kept by another lesson", () => {
  test("to questions that moved wait for theirs", () => {
    const answers = { [data.questions[0].id]: "x", q_moved: "y" };
    assert.deepEqual(quiz.others(data, answers), { q_moved: "y" });
  });

  test("are none where all are asked here, or nothing is kept", () => {
    assert.equal(quiz.others(data, { [data.questions[0].id]: "x" }), null);
    assert.equal(quiz.others(data, null), null);
  });
});

describe("words", () => {
  test("are filled with what is given", () => {
    assert.equal(quiz.fill("{a} of {b}", { a: 1, b: "<b>" }), "1 of <b>");
  });

  test("count all right and none right", () => {
    assert.deepEqual(
      quiz.tally(
        data,
        all((option) => option.right),
      ).again,
      [],
    );
    assert.equal(
      quiz.tally(
        data,
        all((option) => !option.right),
      ).right,
      0,
    );
  });
});
