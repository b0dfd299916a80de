// @ts-check
// The quiz: asks, compares with what Python sent, and says what Python wrote. It knows no
// pharmacology.

import { download, followTheme, html, lossOf, sourceLink, unique } from "../shared/dom.js";
import { parsed, store, stored } from "../shared/storage.js";

/** @import { Context } from "../shared/types.js" */

/** @typedef {{id: string, text: string, right: boolean, feedback: string, belief: string[]}} Option
 * @typedef {{text: string, voice: string, whose: string, badge: string, caveat: string, sources:
 *   [string, string, string][]}} Line
 * @typedef {{id: string, prompt: string, options: Option[], because: Line[]}} Question
 * @typedef {{lesson: string, title: string, key: string, questions: Question[], words:
 *   Record<string, string>, signs: Record<string, string>}} Data
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

/** The answers as a text to keep, the same as Python's `Progress.as_text`.
 * @param {Data} data @param {Answers} answers @returns {string} */
export function asText(data, answers) {
  const { words, signs } = data;
  const out = [`${words.title}: ${data.title}`, fill(words.progress, tally(data, answers))];
  data.questions.forEach((question, i) => {
    const option = chosen(question, answers);
    out.push("", `${i + 1}. ${question.prompt}`);
    if (!option) {
      out.push(`   (${words.open})`);
      return;
    }
    const word = option.right ? "right" : "wrong";
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

/** One row that the answer rests on. @param {Line} line @returns {HTMLElement} */
function drawLine(line) {
  const item = html(
    "li",
    { class: line.voice },
    html("span", { class: "whose" }, line.whose),
    " ",
    line.text,
  );
  if (line.badge) item.append(" ", html("span", { class: "badge" }, line.badge));
  if (line.caveat) item.append(" ", html("em", {}, line.caveat));
  line.sources.forEach((source, i) => void item.append(i ? ", " : " ", sourceLink(source)));
  return item;
}

/** @param {Context} context */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  const { words, questions, signs } = data;
  const view = unique(); // two views of one quiz must not share the names of their radio buttons
  /** @type {Answers} */
  let answers = known(data, stored(data.key) ?? model.get("answers"));
  let place = 0;

  const counts = html("p", { class: "counts" });
  const steps = html("ol", { class: "steps" });
  const box = html("div", {}); // no form: where a page may hold none, its button would be dead
  const said = html("div", { class: "said", role: "status", "aria-live": "polite" });
  const more = html("div", { class: "more" });
  const check = button(words.check, "main", answer);
  const again = button(words.again, "", retry);
  const back = button(words.back, "", () => go(place - 1));
  const next = button(words.next, "", () => go(onward(data, answers, place)));
  const foot = html(
    "div",
    { class: "foot" },
    html(
      "div",
      { class: "keep" },
      button(words.save, "quiet", save),
      button(words.forget, "quiet", forget),
    ),
    html("p", { class: "private" }, words.private),
  );
  const head = html(
    "div",
    { class: "head" },
    html("h3", { id: `${view}-title` }, html("small", {}, words.title), " ", data.title),
    counts,
  );
  const root = html(
    "section",
    { class: "explainer-quiz", "aria-labelledby": `${view}-title` },
    head,
    steps,
    box,
    said,
    more,
    foot,
  );
  const picks = questions.map((_, i) => {
    const pick = button(String(i + 1), "pick", () => go(i));
    steps.append(html("li", {}, pick));
    return pick;
  });
  box.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Enter" || !(/** @type {Element} */ (event.target).matches("input"))) return;
    event.preventDefault();
    answer();
  });
  box.addEventListener("change", () => {
    said.replaceChildren();
    more.replaceChildren();
    mark(undefined);
  });
  const unfollow = followTheme(root);
  const [lost, unheed] = lossOf(model, words.lost);
  root.append(lost);
  el.append(root);

  /** @param {string} text @param {string} looks @param {() => void} act */
  function button(text, looks, act) {
    const made = html("button", { type: "button", class: looks }, text);
    made.addEventListener("click", act);
    return made;
  }

  function hand() {
    store(data.key, Object.keys(answers).length ? answers : null);
    model.set("answers", { ...answers });
    model.save_changes();
  }

  /** Show a question, and put the keyboard on it. @param {number} to */
  function go(to) {
    place = Math.min(Math.max(to, 0), questions.length - 1);
    ask();
    box.querySelector("legend")?.focus();
  }

  function ask() {
    const question = questions[place];
    if (!question) {
      box.replaceChildren(html("p", { class: "note" }, words.none));
      return;
    }
    const number = place + 1;
    const legend = html(
      "legend",
      { tabindex: "-1" },
      html("span", { class: "place" }, fill(words.place, { number, all: questions.length })),
      html("span", { class: "prompt" }, question.prompt),
    );
    const choices = question.options.map((option) => {
      const radio = html("input", {
        type: "radio",
        name: `${view}-${question.id}`,
        value: option.id,
      });
      return html("label", {}, radio, html("span", {}, option.text), html("b", { class: "sign" }));
    });
    box.replaceChildren(
      html("fieldset", {}, legend, ...choices),
      html("div", { class: "acts" }, check, again, html("span", { class: "gap" }), back, next),
    );
    back.hidden = place === 0;
    next.hidden = questions.length < 2;
    said.replaceChildren();
    more.replaceChildren();
    const option = chosen(question, answers);
    if (option) {
      radioOf(option).checked = true;
      tell(option);
    } else mark(undefined);
    count();
  }

  /** @param {Option} option @returns {HTMLInputElement} */
  const radioOf = (option) =>
    [...box.querySelectorAll("input")].filter((radio) => radio.value === option.id)[0];

  function answer() {
    const radio = [...box.querySelectorAll("input")].find(({ checked }) => checked);
    const option = questions[place].options.find(({ id }) => id === radio?.value);
    if (!option) {
      said.replaceChildren(html("p", { class: "note" }, words.choose));
      box.querySelector("input")?.focus();
      return;
    }
    answers = merged(data, stored(data.key), answers, { [questions[place].id]: option.id });
    hand();
    tell(option);
    count();
  }

  /** Say what is to be said of an answer: the words at once, the rows behind them folded until it
   * is right.
   * @param {Option} option */
  function tell(option) {
    const word = option.right ? "right" : "wrong";
    const verdict = html(
      "p",
      { class: "verdict" },
      html("b", {}, `${signs[word]} ${words[word]}.`),
      " ",
      option.feedback,
    );
    const belief = option.belief.length
      ? [
          html(
            "dl",
            {},
            html("dt", {}, words.belief),
            html("dd", {}, option.belief[0]),
            html("dt", {}, words.instead),
            html("dd", {}, option.belief[1]),
          ),
        ]
      : [];
    const { again: left, answered, all } = tally(data, answers);
    const done =
      answered === all
        ? [
            html(
              "p",
              { class: "note" },
              words.done,
              left.length ? ` ${fill(words.look, { numbers: left.join(", ") })}` : "",
            ),
          ]
        : [];
    said.replaceChildren(html("div", { class: word }, verdict, ...belief), ...done);
    const lines = questions[place].because;
    const rows = html(
      "details",
      {},
      html("summary", {}, `${words.because} (${lines.length})`),
      html("ul", {}, ...lines.map(drawLine)),
    );
    rows.open = option.right;
    more.replaceChildren(rows);
    mark(option);
  }

  /** Mark the chosen option with a sign; without one, as none.
   * @param {Option | undefined} option */
  function mark(option) {
    const word = option?.right ? "right" : "wrong";
    for (const label of box.querySelectorAll("label")) {
      const isIt = option !== undefined && label.querySelector("input")?.value === option.id;
      label.className = isIt ? word : "";
      label.querySelector(".sign")?.replaceChildren(isIt ? `${signs[word]} ${words[word]}` : "");
    }
    again.hidden = option === undefined;
  }

  function retry() {
    for (const radio of box.querySelectorAll("input")) radio.checked = false;
    said.replaceChildren();
    more.replaceChildren();
    mark(undefined);
    box.querySelector("input")?.focus();
  }

  function save() {
    if (download(words.file, asText(data, answers), "text/plain"))
      said.replaceChildren(html("p", { class: "note" }, words.no_file));
  }

  function forget() {
    answers = {};
    hand();
    place = 0;
    ask();
    said.replaceChildren(html("p", { class: "note" }, words.forgotten));
  }

  function count() {
    counts.textContent = fill(words.progress, tally(data, answers));
    picks.forEach((pick, i) => {
      const option = chosen(questions[i], answers);
      const word = option ? (option.right ? "right" : "wrong") : "open";
      pick.className = `pick ${word}`;
      pick.replaceChildren(
        String(i + 1),
        html("span", { "aria-hidden": "true" }, option ? signs[word] : ""),
      );
      pick.setAttribute("aria-label", `${fill(words.pick, { number: i + 1 })}: ${words[word]}`);
      if (i === place) pick.setAttribute("aria-current", "step");
      else pick.removeAttribute("aria-current");
    });
  }

  // Another view, or Python, has changed the answers.
  function update() {
    const now = known(data, model.get("answers"));
    if (JSON.stringify(now) === JSON.stringify(known(data, answers))) return;
    answers = now;
    store(data.key, Object.keys(answers).length ? answers : null);
    ask();
  }

  /** Another page of the same quiz has answered, or forgotten; a choice that is being made here is
   * left alone.
   * @param {StorageEvent} event */
  function hear(event) {
    if (event.key !== data.key && event.key !== null) return;
    const was = chosen(questions[place], answers)?.id;
    answers = known(data, parsed(event.newValue));
    model.set("answers", { ...answers });
    model.save_changes();
    if (chosen(questions[place], answers)?.id === was) count();
    else ask();
  }

  ask();
  window.addEventListener("storage", hear);
  if (JSON.stringify(answers) !== JSON.stringify(model.get("answers") ?? {})) hand();
  model.on("change:answers", update);
  return () => {
    unfollow();
    window.removeEventListener("storage", hear);
    unheed();
    model.off("change:answers", update);
  };
}

export default { render };
