// @ts-check
// A map drawn: boxes on two sides, lines between them, a sign at each. Places come from Python.

import { NO_SHORTCUTS } from "../shared/dom.js";
import { svg } from "../shared/svg.js";

/** @typedef {[id: string, x: number, y: number, width: number, words: string[]]} Box
 * @typedef {[from: string, to: string, x: number, y: number, toX: number, toY: number,
 *   ownX: number, ownY: number, countX: number, countY: number]} Line
 * @typedef {{size: [number, number], height: number, from: Box[], to: Box[], lines: Line[]}} Form
 * @typedef {[look: string, ways: [way: string, n: number][]][]} Counts */
/** What is to be drawn on it: the reader's lines, and what was counted, by pair.
 * @typedef {{yours: Map<string, string>, counts: Map<string, Counts>,
 *   signs: Record<string, string>, picked?: string[],
 *   pick?: (id: string, side: "from" | "to") => void}} Drawn */

/** A sign at a place.
 * @param {string} path @param {string} look @param {number} x @param {number} y */
const sign = (path, look, x, y) =>
  svg("path", { d: path, class: `sign ${look}`, transform: `translate(${x} ${y})` });

/** What was counted, side by side about a place: each sign with its number.
 * @param {Counts} counts @param {Record<string, string>} signs
 * @param {number} x @param {number} y */
function counted(counts, signs, x, y) {
  const all = counts.flatMap(([look, ways]) => ways.map(([way, n]) => ({ look, way, n })));
  const step = 27;
  const start = x - (all.length * step) / 2;
  const ground = svg("rect", {
    class: "ground",
    x: start - 2,
    y: y - 10,
    width: all.length * step + 4,
    height: 20,
    rx: 5,
  });
  const parts = all.flatMap(({ look, way, n }, i) => {
    const at = start + i * step;
    const told = look === "open" ? `(${n})` : String(n);
    return [
      sign(signs[way], look, at + 7, y),
      svg("text", { class: "count", x: at + 14, y: y + 5 }, told),
    ];
  });
  return [ground, ...parts];
}

/** A box with its words; where it can be pointed at, the keyboard reaches it as well.
 * @param {Box} box @param {number} height @param {"from" | "to"} side @param {Drawn} drawn */
function boxOf([id, x, y, width, words], height, side, { picked, pick }) {
  const lines = words.map((word, i) =>
    svg(
      "text",
      { x: x + width / 2, y: y + 5 + (i - (words.length - 1) / 2) * 16, "text-anchor": "middle" },
      word,
    ),
  );
  const tall = Math.max(height, words.length * 16 + 6);
  const frame = svg("rect", { x, y: y - tall / 2, width, height: tall, rx: 7 });
  if (!pick) return svg("g", { class: `box ${side}` }, frame, ...lines);
  const isPicked = picked?.includes(id) ?? false;
  const act = () => pick(id, side);
  return svg(
    "g",
    {
      class: `box ${side} ${isPicked ? "picked" : ""}`,
      role: "button",
      tabindex: "0",
      "aria-pressed": String(isPicked),
      "aria-label": words.join(" "),
      "data-key": `${side} ${id}`,
      [NO_SHORTCUTS]: "true",
      onclick: act,
      onkeydown: (/** @type {KeyboardEvent} */ event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        act();
      },
    },
    frame,
    ...lines,
  );
}

/** @param {Form} form @param {Drawn} drawn @param {string} label */
export function picture(form, drawn, label) {
  const { size, height, from, to, lines } = form;
  const of = (/** @type {Line} */ [start, end]) => `${start}>${end}`;
  const wires = lines.flatMap((line) => {
    const [, , x1, y1, x2, y2] = line;
    const ends = { x1, y1, x2, y2 };
    return [
      ...(drawn.yours.has(of(line)) ? [svg("line", { ...ends, class: "yours" })] : []),
      ...(drawn.counts.get(of(line))?.length ? [svg("line", { ...ends, class: "found" })] : []),
    ];
  });
  const marks = lines.flatMap((line) => {
    const [ownX, ownY, x, y] = line.slice(6).map(Number);
    const counts = drawn.counts.get(of(line)) ?? [];
    const says = drawn.yours.get(of(line));
    const own = says
      ? [
          svg("circle", { class: "ground yours", cx: ownX, cy: ownY, r: 12 }),
          sign(drawn.signs[says], "full", ownX, ownY),
        ]
      : [];
    return counts.length ? [...own, ...counted(counts, drawn.signs, x, y)] : own;
  });
  return svg(
    "svg",
    { viewBox: `0 0 ${size.join(" ")}`, role: drawn.pick ? "group" : "img", "aria-label": label },
    ...wires,
    ...marks,
    ...from.map((box) => boxOf(box, height, "from", drawn)),
    ...to.map((box) => boxOf(box, height, "to", drawn)),
  );
}
