// @ts-check
// Receptor reserve: two sliders, three curves, and what each molecule reaches. Every number comes
// from Python; here a number only finds its place on a scale.

import { folded, followTheme, html, labelled, sourceLink } from "../shared/dom.js";
import { drawLines } from "../shared/lines.js";
import { svg } from "../shared/svg.js";

/** @import { Context, Source } from "../shared/types.js" */
/** @import { Line } from "../shared/lines.js" */
/** @typedef {{name: string, answers: number[][], notice: string}} Left
 * @typedef {{words: Record<string, string>, size: [number, number],
 *   area: [number, number, number, number], steps: number, molecules: [string, string][],
 *   left: Left[], sources: Source[], dangers: Line[],
 *   rows: [string, Line[]][]}} Data */

const MOST = 100; // of both scales
const TICKS = [0, 50, 100];
const LETTERS = 14; // units between two lines of type

class View {
  #data;
  #left = 0;
  #filled;
  #box = html("div", { class: "desk" });
  #curves = svg("g");
  #answers = html("tbody");
  #notice = html("p", { class: "notice", role: "status", "aria-live": "polite" });

  /** @param {Data} data */
  constructor(data) {
    this.#data = data;
    this.#filled = data.steps;
    const { words, sources, dangers, rows } = data;
    const links = sources.flatMap((source) => [" ", sourceLink(source)]);
    this.#box.append(this.#picture(), html("div", {}, ...this.#sliders(), this.#table()));
    this.root = html(
      "section",
      { class: "explainer-reserve", "aria-label": words.title },
      html("h3", {}, words.title),
      html("p", {}, words.intro),
      this.#box,
      this.#notice,
      html("p", { class: "hint" }, words.model, " ", words.greatest, ...links),
      drawLines(dangers, { class: "hazards" }),
      folded(
        words.rows,
        html("div", {}, ...rows.flatMap(part), html("p", { class: "hint" }, words.limits)),
      ),
    );
    this.#draw();
  }

  #sliders() {
    const { words, left, steps } = this.#data;
    const share = (/** @type {number} */ n) => words.of.replace("{n}", `${(n * MOST) / steps}`);
    return [
      slider(
        words.left,
        left.length - 1,
        this.#left,
        (n) => left[n].name,
        (n) => {
          this.#left = n;
          this.#draw();
        },
      ),
      slider(words.filled, steps, this.#filled, share, (n) => {
        this.#filled = n;
        this.#draw();
      }),
    ];
  }

  #table() {
    const { molecule, answer } = this.#data.words;
    const heads = [molecule, answer].map((word) => html("th", { scope: "col" }, word));
    return html("table", {}, html("thead", {}, html("tr", {}, ...heads)), this.#answers);
  }

  /** Where a pair of numbers stands. @param {number} across @param {number} up */
  #at(across, up) {
    const [x, y, width, height] = this.#data.area;
    return [x + (across / MOST) * width, y + height - (up / MOST) * height];
  }

  #picture() {
    const { size, area, words } = this.#data;
    const [x, y, width, height] = area;
    const box = { "aria-hidden": "true", viewBox: `0 0 ${size.join(" ")}` };
    return svg(
      "svg",
      box,
      svg("path", { class: "axes", d: `M${x},${y}V${y + height}H${x + width}` }),
      ...TICKS.flatMap((n) => this.#ticks(n)),
      svg("text", { x: x + width / 2, y: size[1] - 6, "text-anchor": "middle" }, words.across),
      svg(
        "text",
        { transform: `translate(14 ${y + height / 2}) rotate(-90)`, "text-anchor": "middle" },
        words.up,
      ),
      this.#curves,
    );
  }

  /** @param {number} n */
  #ticks(n) {
    const [x, below] = this.#at(n, 0);
    const [before, y] = this.#at(0, n);
    return [
      svg("text", { x, y: below + LETTERS + 6, "text-anchor": "middle" }, `${n}`),
      svg("text", { x: before - 8, y: y + 5, "text-anchor": "end" }, `${n}`),
    ];
  }

  #draw() {
    const { left, molecules, steps } = this.#data;
    const { answers, notice } = left[this.#left];
    this.#notice.textContent = notice;
    this.#curves.replaceChildren();
    this.#answers.replaceChildren();
    molecules.forEach(([key, name], i) => {
      const places = answers[i].map((up, n) => this.#at((n * MOST) / steps, up));
      const [cx, cy] = places[this.#filled];
      const [x, y] = places[steps];
      this.#curves.append(
        svg("polyline", { class: key, points: places.map((at) => at.join()).join(" ") }),
        svg("circle", { class: key, cx, cy, r: 6 }),
        svg("text", { class: "name", x: x + 10, y: y + 5 }, letterOf(name)),
      );
      const said = html("td", {}, `${Math.round(answers[i][this.#filled])}`);
      this.#answers.append(html("tr", {}, html("th", { scope: "row", class: key }, name), said));
    });
  }
}

/** Rows under their heading. @param {[string, Line[]]} part */
const part = ([heading, lines]) => [html("h4", {}, heading), drawLines(lines)];

/** A molecule of the model by its letter, as its name begins. @param {string} name */
const letterOf = (name) => name.split(",")[0];

/** A slider that says its value in words.
 * @param {string} label @param {number} most @param {number} value
 * @param {(n: number) => string} said @param {(n: number) => void} move */
function slider(label, most, value, said, move) {
  const output = html("output", {}, said(value));
  const field = html("input", { type: "range", min: 0, max: most, value: String(value) });
  const tell = () => {
    output.textContent = said(Number(field.value));
    field.setAttribute("aria-valuetext", output.textContent);
  };
  field.addEventListener("input", () => {
    tell();
    move(Number(field.value));
  });
  tell();
  const whole = labelled(label, field, { class: "slider" });
  whole.append(output);
  return whole;
}

/** @param {Context} context */
function render({ model, el }) {
  const view = new View(model.get("data"));
  el.append(view.root);
  return followTheme(view.root);
}

export default { render };
