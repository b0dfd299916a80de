// @ts-check
// The quiz's decisions, without a page: what counts, which question comes next, what is written
// down.

/** @import { Line } from "../shared/lines.js" */
/** @typedef {{id: string, text: string, right: boolean, feedback: string, belief: string[]}} Option
 * @typedef {{id: string, prompt: string, exhibit: string[], bars: number[], hint: string, options:
 *   Option[], because: Line[]}} Question
 * @typedef {{lesson: string, title: string, key: string, older: string[],
 *   questions: Question[], enough: number, words: Record<string, string>,
 *   signs: Record<string, string>}} Data
 * @typedef {Record<string, string>} Answers the option that was chosen, by question */

/** Put numbers and words into a sentence.
 * @param {string} text
 * @param {Record<string, any>} parts
 * @returns {string} */
export const fill = (text, parts) => text.replace(/\{(\w+)\}/g, (_, name) => String(parts[name]));

/** The option that was chosen for a question, if there is one.
 * @param {Question} question @param {Answers} answers @returns {Option | undefined} */
export const chosen = (question, answers) =>
  question.options.find(
    ({ id }) => Object.hasOwn(answers, question.id) && id === answers[question.id],
  );

/** Keep only answers to questions that are asked here.
 * @param {Data} data
 * @param {any} answers
 * @returns {Answers} */
export function known(data, answers) {
  if (typeof answers !== "object" || answers === null) return {};
  return Object.fromEntries(
    data.questions.flatMap((question) => {
      const option = chosen(question, answers);
      return option ? [[question.id, option.id]] : [];
    }),
  );
}

/** What is kept beside answers to questions that are asked here: a question may have moved to
 * another lesson, where its answer is still to be taken up.
 * @param {Data} data
 * @param {any} held
 * @returns {Answers | null} */
export function others(data, held) {
  const asked = new Set(data.questions.map(({ id }) => id));
  const left = Object.entries(held ?? {}).filter(([id]) => !asked.has(id));
  return left.length ? Object.fromEntries(left) : null;
}

/** How far the reader has come; `again` holds the numbers of questions to look at again.
 * @param {Data} data @param {Answers} answers */
export function tally(data, answers) {
  const options = data.questions.map((question) => chosen(question, answers));
  return {
    all: options.length,
    answered: options.filter(Boolean).length,
    right: options.filter((option) => option?.right).length,
    again: options.flatMap((option, i) => (option && !option.right ? [i + 1] : [])),
  };
}

/** How many were right at the first try, in words; nothing where no first try is kept.
 * @param {Data} data @param {Answers} answers @param {Answers} first @returns {string[]} */
export function tries(data, answers, first) {
  if (Object.keys(known(data, first)).length === 0) return [];
  const counts = { first: tally(data, first).right, answered: tally(data, answers).answered };
  return [fill(data.words.tries, counts)];
}

/** What is said once there are enough answers for one sitting; and once all is answered, with what
 * to look at again and how the first tries went.
 * @param {Data} data @param {Answers} answers @param {Answers} first @returns {string} */
export function ending(data, answers, first) {
  const { words, enough } = data;
  const { all, answered, again } = tally(data, answers);
  const more = all - answered;
  if (more) return answered === enough ? fill(words.enough, { more }) : "";
  const look = again.length ? [fill(words.look, { numbers: again.join(", ") })] : [];
  return [words.done, ...look, ...tries(data, answers, first)].join(" ");
}

/** The answers as a text to keep, the same as Python's `Progress.as_text`.
 * @param {Data} data @param {Answers} answers @param {Answers} [first] @returns {string} */
export function asText(data, answers, first = {}) {
  const { words, signs } = data;
  const out = [
    `${words.title}: ${data.title}`,
    fill(words.progress, tally(data, answers)),
    ...tries(data, answers, first),
  ];
  data.questions.forEach((question, i) => {
    const option = chosen(question, answers);
    const begun = chosen(question, first);
    out.push("", `${i + 1}. ${question.prompt}`, ...question.exhibit.map((line) => `   ${line}`));
    if (!option) {
      out.push(`   (${words.open})`);
      return;
    }
    const word = option.right ? "right" : "wrong";
    if (begun && begun.id !== option.id) out.push(`   ${words.first}: ${begun.text}`);
    out.push(
      `   ${words.mine}: ${option.text}`,
      `   ${signs[word]} ${words[word]}. ${option.feedback}`,
    );
  });
  return [...out, ""].join("\n");
}

/** The next question without an answer, from here on and then from the start; else the next one.
 * @param {Data} data @param {Answers} answers @param {number} place @returns {number} */
export function onward(data, answers, place) {
  const count = data.questions.length;
  for (let step = 1; step < count; step++) {
    const next = (place + step) % count;
    if (!chosen(data.questions[next], answers)) return next;
  }
  return (place + 1) % count;
}

/** The answers with one more: onto what this browser holds by now, as another page of the same quiz
 * may have answered since.
 * @param {Data} data
 * @param {any} held
 * @param {Answers} own
 * @param {Answers} more
 * @returns {Answers} */
export const merged = (data, held, own, more) =>
  known(data, { ...(held === null ? own : known(data, held)), ...more });

/** How an answer stands, as a word. @param {Option | undefined} option */
export function markOf(option) {
  if (!option) return "open";
  return option.right ? "right" : "wrong";
}
