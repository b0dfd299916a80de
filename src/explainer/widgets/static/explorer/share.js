// @ts-check
// A view to hand on: its code, its address, and what it shows as picture, table or list of sources.

import { cellsOf } from "../panels/table.js";
import { button, html, labelled } from "../shared/dom.js";
import { svg } from "../shared/svg.js";
import { hazards } from "./hazard.js";
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

const SLIDE = 2000; // pixels across that a picture on a slide needs

// What a program that is no browser must be told of each element.
const PAINTS = ["fill", "stroke"];
const LOOKS = [
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "opacity",
  "font-size",
  "font-weight",
  "font-style",
  "text-anchor",
  "visibility",
];

/** A colour as every program reads it, and how much of it there is; browsers have newer forms of
 * both.
 * @param {string} colour as `getComputedStyle` gives it
 * @returns {[string, number]} */
export function plainColour(colour) {
  const [red, green, blue, opacity = 1] = (colour.match(/-?\d[\d.]*(e-?\d+)?/g) ?? []).map(Number);
  if (red === undefined) return [colour, 1];
  const most = colour.startsWith("color(") ? 255 : 1;
  return [`rgb(${[red, green, blue].map((part) => Math.round(part * most)).join(", ")})`, opacity];
}

/** Write an element's looks into its attributes.
 * @param {any} element
 * @param {CSSStyleDeclaration} looks */
function fix(element, looks) {
  for (const name of LOOKS) element.setAttribute(name, looks.getPropertyValue(name));
  for (const name of PAINTS) {
    const [colour, opacity] = plainColour(looks.getPropertyValue(name));
    element.setAttribute(name, colour);
    element.setAttribute(
      `${name}-opacity`,
      String(opacity * Number(looks.getPropertyValue(`${name}-opacity`))),
    );
  }
  element.removeAttribute("style");
}

/** The picture as a file of its own: looks written into it, the sentence and the code below.
 * @param {SVGElement} root @param {string[]} notes @returns {SVGElement} */
export function standalone(root, notes) {
  const copy = /** @type {any} */ (root.cloneNode(true));
  const [x, y, width, height] = String(root.getAttribute("viewBox")).split(" ").map(Number);
  const originals = root.querySelectorAll("*");
  copy.querySelectorAll("*").forEach((/** @type {Element} */ element, /** @type {number} */ i) => {
    const looks = getComputedStyle(originals[i]);
    if (looks.display === "none") element.setAttribute("display", "none");
    else fix(element, looks);
  });
  const { backgroundColor, color } = getComputedStyle(
    /** @type {Element} */ (root.closest(".explainer")),
  );
  const [[ground], [ink]] = [plainColour(backgroundColor), plainColour(color)];
  const lines = notes.flatMap((note) => wrapped(note, Math.floor(width / (0.6 * 13))));
  const tall = height + lines.length * 17 + 16;
  copy
    .querySelectorAll("[display=none]")
    .forEach((/** @type {Element} */ element) => void element.remove());
  copy.setAttribute("viewBox", `${x} ${y} ${width} ${tall}`);
  copy.setAttribute("width", width);
  copy.setAttribute("height", tall);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("font-family", "system-ui, sans-serif");
  copy.prepend(svg("rect", { x, y, width, height: tall, fill: ground }));
  lines.forEach(
    (line, i) =>
      void copy.append(
        svg("text", { x: x + 8, y: y + height + 14 + i * 17, "font-size": 13, fill: ink }, line),
      ),
  );
  return copy;
}

/** @param {string} text @param {number} most @returns {string[]} */
function wrapped(text, most) {
  const lines = [""];
  for (const word of text.split(" ")) {
    if ((lines[lines.length - 1] + word).length > most) lines.push("");
    lines[lines.length - 1] += `${word} `;
  }
  return lines.map((line) => line.trim());
}

/** How many pixels a file has for one of the screen: sharp on a slide, whatever the room was in
 * which the picture stood. @param {number} width of the picture */
const sharpness = (width) => Math.min(4, Math.max(2, SLIDE / width));

/** @param {SVGElement} picture @returns {Promise<Blob>} */
async function asPng(picture) {
  const [width, height] = [
    Number(picture.getAttribute("width")),
    Number(picture.getAttribute("height")),
  ];
  const scale = sharpness(width);
  const image = new Image();
  const text = new XMLSerializer().serializeToString(picture);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), {
    width: Math.ceil(width * scale),
    height: Math.ceil(height * scale),
  });
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) =>
    canvas.toBlob((blob) => done(/** @type {Blob} */ (blob)), "image/png"),
  );
}

/** @typedef {{state: State, shown: Shown, root: SVGElement, said: string}} Now what is shown */

/** The picture as a file of its own, with what is said of it.
 * @param {Picture} picture @param {Now} now */
function alone(picture, { state, shown, root, said }) {
  const dangers = hazards(picture, state, shown).map((line) => picture.lines[line][0]);
  const notes = [said, ...dangers, picture.words.descriptive, codeOf(state)];
  return standalone(root, notes.filter(Boolean));
}

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
  const asSvg = () => new XMLSerializer().serializeToString(alone(picture, now()));
  return [
    button("SVG", () => keep("svg", asSvg(), "image/svg+xml")),
    button("PNG", async () => keep("png", await asPng(alone(picture, now())), "image/png")),
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
