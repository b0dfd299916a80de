// @ts-check
// The picture as a file that stands alone: for a page, or for a slide of 1920 by 1080.

import { svg } from "../shared/svg.js";
import { STILL } from "./motion.js";

const SHARP = 2000; // pixels across that a picture on a slide needs

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

// Of all letters. Some programs join "fi" to one sign: a line would end elsewhere in each.
const TYPE = { "font-family": "system-ui, sans-serif", style: "font-variant-ligatures: none" };

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

/** A copy of the picture with its looks written into it, without what is hidden.
 * @param {SVGElement} root @returns {any} */
function fixed(root) {
  root.dispatchEvent(new Event(STILL)); // a file holds nothing in mid-flight
  const copy = /** @type {any} */ (root.cloneNode(true));
  const originals = root.querySelectorAll("*");
  copy.querySelectorAll("*").forEach((/** @type {Element} */ element, /** @type {number} */ i) => {
    const looks = getComputedStyle(originals[i]);
    if (looks.display === "none") element.setAttribute("display", "none");
    else fix(element, looks);
  });
  copy
    .querySelectorAll("[display=none]")
    .forEach((/** @type {Element} */ element) => void element.remove());
  return copy;
}

/** Colours of ground and ink where a picture stands.
 * @param {SVGElement} root @returns {string[]} */
function coloursAt(root) {
  const { backgroundColor, color } = getComputedStyle(
    /** @type {Element} */ (root.closest(".explainer")),
  );
  return [plainColour(backgroundColor)[0], plainColour(color)[0]];
}

/** @param {SVGElement} root @returns {number[]} */
const frameOf = (root) => String(root.getAttribute("viewBox")).split(" ").map(Number);

/** The picture as a file of its own: looks written into it, the sentence and the code below.
 * @param {SVGElement} root @param {string[]} notes @returns {SVGElement} */
export function standalone(root, notes) {
  const copy = fixed(root);
  const [x, y, width, height] = frameOf(root);
  const [ground, ink] = coloursAt(root);
  const lines = notes.flatMap((note) => wrapped(note, Math.floor(width / (0.6 * 13))));
  const tall = height + lines.length * 17 + 16;
  copy.setAttribute("viewBox", `${x} ${y} ${width} ${tall}`);
  copy.setAttribute("width", width);
  copy.setAttribute("height", tall);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  for (const [name, value] of Object.entries(TYPE)) copy.setAttribute(name, value);
  copy.prepend(svg("rect", { x, y, width, height: tall, fill: ground }));
  lines.forEach(
    (line, i) =>
      void copy.append(
        svg("text", { x: x + 8, y: y + height + 14 + i * 17, "font-size": 13, fill: ink }, line),
      ),
  );
  return copy;
}

const SLIDE = { width: 1920, height: 1080, margin: 60 };
const WIDE = 0.58; // of the size of type, a letter on the average
const TITLES = [48, 40, 32]; // sizes, the largest that fits two lines
const FOOT = 24;

/** Lines of text as SVG, from a place down.
 * @param {string[]} lines
 * @param {number} y
 * @param {{size: number, fill: string, weight?: string}} look */
const linesAt = (lines, y, { size, fill, weight = "normal" }) =>
  lines.map((line, i) =>
    svg(
      "text",
      {
        x: SLIDE.margin,
        y: y + size * (1 + 1.25 * i),
        "font-size": size,
        "font-weight": weight,
        fill,
      },
      line,
    ),
  );

/** A slide: the sentence as its title, what is lit as large as it can be, the rest at the foot.
 * @param {SVGElement} root @param {string} title @param {string[]} notes @returns {SVGElement} */
export function slide(root, title, notes) {
  const [x, y, width, height] = frameOf(root);
  const [ground, ink] = coloursAt(root);
  const copy = fixed(root);
  copy.querySelectorAll("[opacity]").forEach((/** @type {Element} */ element) => {
    if (Number(element.getAttribute("opacity")) < 0.5) element.remove(); // it is not lit
  });
  const room = SLIDE.width - 2 * SLIDE.margin;
  const folded = (/** @type {string} */ text, /** @type {number} */ size) =>
    wrapped(text, Math.floor(room / (WIDE * size)));
  const size = TITLES.find((one) => folded(title, one).length < 3) ?? FOOT;
  const head = folded(title, size);
  const foot = notes.flatMap((note) => folded(note, FOOT));
  const top = SLIDE.margin / 2 + head.length * size * 1.25 + 20; // below the title
  const bottom = SLIDE.height - SLIDE.margin / 2 - foot.length * FOOT * 1.25;
  const scale = Math.min(room / width, (bottom - top - 12) / height);
  const left = (SLIDE.width - width * scale) / 2;
  const place = `translate(${left - x * scale} ${top - y * scale}) scale(${scale})`;
  return svg(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${SLIDE.width} ${SLIDE.height}`,
      width: SLIDE.width,
      height: SLIDE.height,
      ...TYPE,
    },
    svg("rect", { width: SLIDE.width, height: SLIDE.height, fill: ground }),
    ...linesAt(head, SLIDE.margin / 2, { size, fill: ink, weight: "bold" }),
    svg("g", { transform: place }, ...copy.childNodes),
    ...linesAt(foot, bottom, { size: FOOT, fill: ink }),
  );
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
const sharpness = (width) => Math.min(4, Math.max(2, SHARP / width));

/** @param {SVGElement} picture @param {number} [scale] pixels of the file for one of the picture
 * @returns {Promise<Blob>} */
export async function asPng(picture, scale) {
  const [width, height] = [
    Number(picture.getAttribute("width")),
    Number(picture.getAttribute("height")),
  ];
  const times = scale ?? sharpness(width);
  const image = new Image();
  const text = new XMLSerializer().serializeToString(picture);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), {
    width: Math.ceil(width * times),
    height: Math.ceil(height * times),
  });
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) =>
    canvas.toBlob((blob) => done(/** @type {Blob} */ (blob)), "image/png"),
  );
}
