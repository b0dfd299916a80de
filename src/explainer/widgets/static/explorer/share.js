// @ts-check
// A view to hand on: its code, its address, and what it shows as picture, table or list of sources.

import { cellsOf } from "../panels/table.js";
import { button, html, labelled } from "../shared/dom.js";
import { hazards } from "./hazard.js";
import { asPng, slide, standalone } from "./picture_file.js";
import { linesOf } from "./selection.js";
import { codeOf, MARK, readCode } from "./state.js";

/** @import { Act, Picture, Shown, State } from "../shared/types.js" */

/** A cell of a table of comma-separated values; a leading sign of a formula is kept from running.
 * @param {string} text @returns {string} */
export const csvCell = (text) =>
  `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** Lines on what may go wrong that stand beside a view and are not among its rows.
 * @param {Picture} picture @param {{state: State, shown: Shown}} now @returns {number[]} */
function besides(picture, { state, shown }) {
  const told = new Set(shown.rows.map((r) => picture.lines[picture.rows[r][3]][5]));
  return hazards(picture, state, shown).filter((line) => !told.has(picture.lines[line][5]));
}

/** What is shown, as comma-separated values with sources in full.
 * @param {Picture} picture @param {{state: State, shown: Shown}} now @returns {string} */
export function asCsv(picture, now) {
  const { shown } = now;
  const rows = cellsOf(picture, shown).map(({ cells, line }) => {
    const [, , , caveat, sources, id] = picture.lines[line];
    return [
      id,
      ...cells.slice(0, 6),
      caveat,
      sources
        .map((/** @type {number} */ s) => picture.sources[s].slice(1).join(" ").trim())
        .join("; "),
    ];
  });
  const dangers = besides(picture, now).map((place) => {
    const [text, whose, badge, caveat, cited, id] = picture.lines[place];
    return [
      id,
      "",
      "",
      "",
      text,
      badge,
      picture.looks.voice[whose][0],
      caveat,
      cited
        .map((/** @type {number} */ s) => picture.sources[s].slice(1).join(" ").trim())
        .join("; "),
    ];
  });
  const [from, says, to, words, evidence, voice, sources] = picture.words.columns;
  const head = ["row", from, says, to, words, evidence, voice, picture.words.caveat, sources];
  return [head, ...dangers, ...rows].map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("");
}

/** The sources of what is shown, one in a line, in order of the letter.
 * @param {Picture} picture @param {{state: State, shown: Shown}} now @returns {string} */
export function asCitations(picture, now) {
  const dangers = besides(picture, now).flatMap((line) => picture.lines[line][4]);
  const cited = new Set(
    dangers.concat(
      linesOf(picture, now.shown).flatMap((line) =>
        [line, picture.verdictOf.get(line)]
          .filter((one) => one !== undefined)
          .flatMap((one) => picture.lines[one][4]),
      ),
    ),
  );
  const told = [...cited].map((s) => picture.sources[s].slice(1).join(" ").trim());
  return `${told.sort((a, b) => a.localeCompare(b)).join("\n")}\n`;
}

/** @typedef {{state: State, shown: Shown, root: SVGElement, said: string, title: string}} Now
 * what is shown, all that is said of it, and the shortest of that */

/** What may go wrong, for the foot of a file. @param {Picture} picture @param {Now} now */
const dangersOf = (picture, { state, shown }) =>
  hazards(picture, state, shown).map((line) => picture.lines[line][0]);

/** Buttons that hand over a file each.
 * @param {Picture} picture
 * @param {() => Now} now
 * @param {Act} act */
function files(picture, now, act) {
  const keep = (
    /** @type {string} */ kind,
    /** @type {BlobPart} */ content,
    /** @type {string} */ type,
  ) => {
    const name = codeOf(now().state).replace(/[^\w]+/g, "-") || "overview";
    act.download(`opioid-system-${name}.${kind}`, content, type);
  };
  const alone = () => {
    const { root, said, state } = now();
    const notes = [said, ...dangersOf(picture, now()), picture.words.descriptive, codeOf(state)];
    return standalone(root, notes.filter(Boolean));
  };
  const asSlide = () => {
    const { root, title, state } = now();
    const last = [picture.words.descriptive, codeOf(state)].filter(Boolean).join("  ·  ");
    return slide(root, title, [...dangersOf(picture, now()), last]);
  };
  const text = (/** @type {SVGElement} */ made) => new XMLSerializer().serializeToString(made);
  const words = picture.words.share;
  return [
    button("SVG", () => keep("svg", text(alone()), "image/svg+xml")),
    button("PNG", async () => keep("png", await asPng(alone()), "image/png")),
    button(words.slide_svg, () => keep("slide.svg", text(asSlide()), "image/svg+xml")),
    button(words.slide_png, async () => keep("slide.png", await asPng(asSlide(), 1), "image/png")),
    button("CSV", () => keep("csv", asCsv(picture, now()), "text/csv")),
    button(picture.words.share.citations, () =>
      keep("txt", asCitations(picture, now()), "text/plain"),
    ),
  ];
}

/** Put a text where the reader can paste it from; where that is not allowed, select it in a field.
 * @param {string} text @param {HTMLInputElement} field @param {Picture} picture @param {Act} act */
async function copy(text, field, picture, act) {
  const words = picture.words.share;
  try {
    await navigator.clipboard.writeText(text);
    act.say(words.copied);
  } catch {
    field.value = text;
    field.select();
    act.say(words.not_copied);
  }
}

/** Give the Explorer the whole screen, or give it back.
 * @param {SVGElement} root @param {Act} act @param {string} refusal */
async function fill(root, act, refusal) {
  if (document.fullscreenElement) return void document.exitFullscreen();
  try {
    await root.closest(".explainer")?.requestFullscreen();
  } catch {
    act.say(refusal);
  }
}

/** The form in which a view is handed on or taken up.
 * @param {Picture} picture @param {() => Now} now @param {Act} act */
export function share(picture, now, act) {
  const words = picture.words.share;
  const field = html("input", { type: "text", spellcheck: "false", autocomplete: "off" });
  const code = () => codeOf(now().state);
  const address = () => `${location.href.split("#")[0]}#${MARK}${code()}`;
  const take = () => {
    const [state, messages] = readCode(field.value, picture);
    act.set(state);
    act.say(messages.join(" ") || words.taken);
  };
  field.addEventListener("keydown", (event) => event.key === "Enter" && take());
  const buttons = [
    button(words.take, take),
    button(words.copy_code, () => copy(code(), field, picture, act)),
    button(words.copy_link, () => copy(address(), field, picture, act)),
    ...files(picture, now, act),
    button(words.full_screen, () => fill(now().root, act, words.no_full_screen)),
  ];
  const form = html(
    "div",
    { class: "share", hidden: true },
    labelled(words.code, field, { class: "wide" }),
    html("p", { class: "joined" }, ...buttons),
  );
  return {
    form,
    toggle() {
      form.hidden = !form.hidden;
    },
    update() {
      field.value = code();
    },
  };
}
