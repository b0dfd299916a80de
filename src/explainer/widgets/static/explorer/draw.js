// @ts-check
// The picture as SVG: bands, lines, nodes, signs. Drawn once; a change of state changes classes and
// signs.

import { NO_SHORTCUTS } from "../shared/dom.js";
import { colour, sign, svg } from "../shared/svg.js";
import { byPair, differs, saidBy, standings } from "./selection.js";

/** @import { Form, Picture, Said, Shown, State } from "../shared/types.js" */

const MOST_ROWS = 4; // of signs: more would reach the nodes beyond
const MOST_NODES = 1500; // above this, only what stands out is drawn
// names in a list: room for one sign
const IN_LISTS = ["precursor", "peptide", "ligand", "subject"];
const SIGNED = ["acts on", "effect", "claim"];

// the least that a letter takes, in pixels; what is longer than a box for certain is cut
const LETTER = 5.4;

/** Cut a label into at most two lines that its box can hold.
 * @param {string} label
 * @param {number} width
 * @returns {string[]} */
export function fold(label, width) {
  return folded(label, width).map((line) =>
    line.length * LETTER <= width
      ? line
      : `${[...line].slice(0, Math.max(1, Math.floor(width / LETTER) - 1)).join("")}…`,
  );
}

/** @param {string} label @param {number} width @returns {string[]} */
function folded(label, width) {
  if (label.length * 6.6 <= width || !label.includes(" ")) return [label];
  const words = label.split(" ");
  let cut = 1;
  const longer = (/** @type {number} */ at) =>
    Math.max(words.slice(0, at).join(" ").length, words.slice(at).join(" ").length);
  for (let at = 1; at < words.length; at++) if (longer(at) < longer(cut)) cut = at;
  return [words.slice(0, cut).join(" "), words.slice(cut).join(" ")];
}

/** The nearest node from one node in a direction, for the arrow keys.
 * @param {number[][]} boxes
 * @param {number} from
 * @param {number} dx
 * @param {number} dy
 * @param {(place: number) => boolean} [isThere]
 * @returns {number} */
export function nearestBox(boxes, from, dx, dy, isThere = () => true) {
  const middle = (/** @type {number[]} */ [x, y, w, h]) => [x + w / 2, y + h / 2];
  const [x0, y0] = middle(boxes[from]);
  let best = from;
  let least = Infinity;
  boxes.forEach((box, i) => {
    const [x, y] = middle(box);
    const along = (x - x0) * dx + (y - y0) * dy;
    const aside = Math.abs((x - x0) * dy) + Math.abs((y - y0) * dx);
    const cost = along + 3 * aside;
    if (i !== from && along > 4 && cost < least && isThere(i)) [best, least] = [i, cost];
  });
  return best;
}

/** @param {number} w @param {number} h @returns {string} a hexagon that fills a box */
function hexagon(w, h) {
  const c = Math.min(18, w * 0.14);
  return `M0,${h / 2}L${c},0H${w - c}L${w},${h / 2}L${w - c},${h}H${c}z`;
}

/** Cut words that no row of ours has, but one could: the whole is read in the card.
 * @param {string} text
 * @param {number} most
 * @returns {string} */
const cut = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** Draw one node into its group.
 * @param {Picture} picture
 * @param {any} node
 * @param {number[]} box
 * @returns {Node[]} */
function nodeParts(picture, node, [, , w, h]) {
  const [, label, kind, , second] = node;
  const middle = { x: w / 2, "text-anchor": "middle" };
  const ring = svg("rect", { class: "ring", x: -3, y: -3, width: w + 6, height: h + 6, rx: 6 });
  if (kind === "receptor") {
    const words = w > 100 ? second : second.split(" ")[0];
    return [
      ring,
      svg("path", { class: "shape", d: hexagon(w, h) }),
      svg(
        "text",
        { ...middle, class: "hero", y: h * (h > 50 ? 0.48 : 0.57) },
        cut(label.replace(/ receptor$/, ""), w / 11),
      ),
      svg("text", { ...middle, class: "second", y: h * (h > 50 ? 0.78 : 0.86) }, cut(words, w / 6)),
    ];
  }
  if (kind === "unnamed") {
    const lines = fold(second, w - 30);
    return [
      ring,
      svg("path", { class: "shape", d: hexagon(w, h) }),
      svg("text", { ...middle, class: "hero", y: h * 0.42 }, "?"),
      ...lines.map((line, i) =>
        svg(
          "text",
          { ...middle, class: "second", y: h * (lines.length > 1 ? 0.66 : 0.76) + i * 13 },
          line,
        ),
      ),
    ];
  }
  if (kind === "peptide" || kind === "ligand") {
    const mark = svg(
      "g",
      { class: "mark", transform: `translate(7,${h / 2})` },
      sign(picture, "kind", kind),
    );
    return [
      svg("rect", { class: "ring", width: w, height: h, rx: 4 }),
      mark,
      svg("text", { x: 17, y: h / 2 + 4.5 }, label),
    ];
  }
  const lines =
    kind === "domain" || kind === "group"
      ? fold(label, w).map((line) => cut(line, Math.max(12, w / 7)))
      : [cut(label, kind === "precursor" ? w / 8.5 : (w - 26) / 6.8)];
  const y0 = (kind === "domain" ? h / 2 - 7 : h / 2) + 4.5 - (lines.length - 1) * 7.5;
  const shape = svg("rect", {
    class: "shape",
    width: w,
    height: h,
    rx: kind === "domain" ? 10 : kind === "precursor" ? 3 : 2,
  });
  const extra =
    kind === "group" ? [svg("rect", { class: "shape", x: 4, y: -4, width: w, height: h })] : [];
  // before a subject's words stands the article's sign
  const at = kind === "subject" ? { x: 22 } : middle;
  const quote =
    kind === "subject" ? [svg("text", { class: "quote", x: 7, y: h / 2 + 9 }, "\u201c")] : [];
  return [
    ring,
    ...extra,
    shape,
    ...quote,
    ...lines.map((line, i) => svg("text", { ...at, y: y0 + i * 15 }, line)),
  ];
}

/** A node's name for who hears it: whoever says the words that can be seen means this node.
 * @param {any[]} parts @param {string} spoken */
export function named(parts, spoken) {
  const seen = parts
    .filter((part) => part.localName === "text" && /\p{L}/u.test(part.textContent))
    .map((part) => part.textContent)
    .join(" ");
  return spoken.includes(seen) ? spoken : `${seen}, ${spoken}`;
}

/** Where a node's stamp of standings is put: under a domain's words, over a receptor's, beside a
 * question mark.
 * @param {string} kind
 * @param {number[]} box */
function stampPlace(kind, [, , w, h]) {
  if (kind === "domain") return [w / 2, h - (h > 50 ? 13 : 9)];
  if (h > 50) return [w / 2, 9];
  return kind === "unnamed" ? [w / 2 - 18, 12] : [w / 2, 7];
}

/** Grounds and titles. @param {Picture} picture @param {Form} form */
function drawBands(picture, form) {
  const bands = svg("g", { class: "bands", "aria-hidden": "true" });
  for (const [id, title, voice, [x, y, w, h]] of form.bands) {
    if (id === "membrane") {
      const heads = (/** @type {number} */ top) =>
        svg("line", { class: "heads", x1: 2, x2: w - 2, y1: top, y2: top });
      bands.append(
        svg(
          "g",
          { class: "membrane", transform: `translate(${x},${y})` },
          svg("rect", { width: w, height: h }),
          heads(3),
          heads(h - 3),
          svg("title", {}, picture.words.membrane),
        ),
      );
      continue;
    }
    const isMain = ["body", "outside", "article", "unnamed"].includes(id);
    bands.append(
      svg(
        "g",
        { class: `band ${voice} ${isMain ? "main" : "sub"}`, transform: `translate(${x},${y})` },
        svg("rect", { x: isMain ? -4 : 0, width: w + (isMain ? 4 : 0), height: h, rx: 8 }),
        svg("text", { x: voice === "article" ? 8 : 4, y: isMain ? 15 : 13 }, title),
      ),
    );
  }
  return bands;
}

/** @param {Picture} picture @param {Form} form */
function drawLegend(picture, form) {
  const legend = svg("g", { class: "legend", "aria-hidden": "true" });
  for (const [table, name, x, y, word] of form.legend) {
    if (table)
      legend.append(
        svg(
          "g",
          { transform: `translate(${x + 12},${y})${table === "standing" ? " scale(.8)" : ""}` },
          sign(picture, table, name),
        ),
        svg("text", { x: x + 26, y: y + 4.5 }, word),
      );
    else legend.append(svg("text", { class: "title", x: x + 2, y }, word));
  }
  return legend;
}

/** Draw one form of the picture. Nodes and lines are made when first needed; in a small system that
 * is at once.
 * @param {Picture} picture
 * @param {string} formName */
export function drawPicture(picture, formName) {
  const form = picture.forms[formName];
  const [width, height] = form.size;
  const root = svg("svg", {
    viewBox: `-6 -2 ${width + 10} ${height + 4}`,
    role: "group",
    "aria-label": picture.words.picture,
    class: formName,
  });
  const bundles = svg("g", { class: "bundles", "aria-hidden": "true" });
  for (const [line, kind, count] of form.bundles)
    bundles.append(
      svg("path", {
        d: line,
        "stroke-width": (0.8 + Math.sqrt(count)).toFixed(1),
        style: `stroke:${colour("kind", kind)}`,
      }),
    );
  const lines = svg("g", { class: "lines", "aria-hidden": "true" });
  const nodes = svg("g", { class: "nodes" });
  const pills = svg("g", { class: "pills", "aria-hidden": "true" });
  const stamps = svg("g", { class: "stamps", "aria-hidden": "true" });
  const silent = svg(
    "text",
    { class: "silent", x: 2, y: 0, "aria-hidden": "true" },
    picture.words.silent,
  );
  const hero = picture.nodes.findIndex((node) => node[2] === "receptor");
  if (hero >= 0)
    silent.setAttribute(
      "transform",
      `translate(${form.boxes[hero][0]},${form.boxes[hero][1] - 8})`,
    );
  const isSmall = picture.nodes.length <= MOST_NODES;
  root.append(
    drawBands(picture, form),
    drawLegend(picture, form),
    bundles,
    lines,
    nodes,
    stamps,
    silent,
    pills,
  );

  /** @type {any[]} */
  const made = new Array(picture.nodes.length);
  /** @type {any[]} */
  const drawn = new Array(picture.pairs.length);
  const node = (/** @type {number} */ i) => {
    if (!made[i]) {
      const [id, label, kind, voice, , full] = picture.nodes[i];
      // what is seen is also said
      const spoken = full.toLowerCase().includes(label.toLowerCase()) ? full : `${label}: ${full}`;
      const [x, y] = form.boxes[i];
      const parts = nodeParts(picture, picture.nodes[i], form.boxes[i]);
      made[i] = svg(
        "g",
        {
          class: `node ${kind} ${voice}`,
          transform: `translate(${x},${y})`,
          role: "button",
          tabindex: -1,
          "aria-label": named(parts, spoken),
          "aria-pressed": "false",
          "data-id": id,
          [NO_SHORTCUTS]: "true",
        },
        svg("title", {}, spoken),
        ...parts.flatMap((part) => [part, " "]),
      );
      made[i].place = i;
      nodes.append(made[i]);
    }
    return made[i];
  };
  const line = (/** @type {number} */ p) => {
    if (!drawn[p]) {
      const [start, , kind, voice] = picture.pairs[p];
      drawn[p] = svg("path", {
        d: form.lines[p],
        class: `${kind.replace(" ", "-")} ${voice} from-${picture.nodes[start][2]}`,
      });
      drawn[p].pair = p;
      lines.append(drawn[p]);
    }
    return drawn[p];
  };
  if (isSmall) {
    for (let i = 0; i < picture.nodes.length; i++) node(i);
    for (let p = 0; p < picture.pairs.length; p++) line(p);
  }
  /** @type {Set<any>} */
  let lit = new Set();
  /** @type {any} */
  let pressed;

  /** Bring forward what a state shows. @param {State} state @param {Shown} shown */
  function update(state, shown) {
    root.dataset.mode = shown.isOverview ? "overview" : "chosen";
    root.dataset.lens = state.lens;
    const isTooLarge = !isSmall && shown.isOverview;
    const groups = byPair(picture, isTooLarge ? [] : shown.rows);
    const next = new Set();
    for (const [p, rows] of groups) {
      const path = line(p);
      next.add(path);
      const said = saidBy(picture, rows);
      const [table, look] = said[0];
      const isPlain =
        picture.pairs[p][3] === "article" ||
        said.length > 1 ||
        !SIGNED.includes(picture.pairs[p][2]);
      path.style.stroke = isPlain || shown.isOverview ? "" : colour(table, look);
    }
    for (const n of shown.nodes.slice(0, isSmall ? undefined : MOST_NODES)) next.add(node(n));
    for (const element of lit) if (!next.has(element)) element.classList.remove("lit");
    for (const element of next) if (!lit.has(element)) element.classList.add("lit");
    lit = next;
    pressed?.setAttribute("aria-pressed", "false");
    pressed = state.focus ? node(picture.place.get(state.focus)) : undefined;
    pressed?.setAttribute("aria-pressed", "true");
    drawPills(state, groups);
    stamps.replaceChildren(
      ...[...standings(picture, state)]
        .filter(([i]) => made[i])
        .map(([i, told]) => {
          const [x, y] = form.boxes[i];
          const [dx, dy] = stampPlace(picture.nodes[i][2], form.boxes[i]);
          const title = svg("title", {}, picture.looks.standing[told][0]);
          return Object.assign(
            svg(
              "g",
              {
                transform: `translate(${x + dx},${y + dy}) scale(.8)`,
                class: told === "nobody" ? "nobody" : "",
              },
              title,
              sign(picture, "standing", told),
            ),
            { place: i },
          );
        }),
    );
  }

  /** Signs at the far end of what is lit: what is said there, and how often.
   * @param {State} state @param {Map<number, number[]>} groups */
  function drawPills(state, groups) {
    const near = new Set(
      [state.focus || state.domain || state.receptor, ...state.also]
        .filter(Boolean)
        .map((id) => picture.place.get(id)),
    );
    /** @type {Map<string, {far: number, near: number, voice: string, rows: number[], pairs:
     *   number[]}>} */
    const places = new Map();
    if (near.size) {
      for (const [p, rows] of groups) {
        const [start, end, kind, voice] = picture.pairs[p];
        if (!SIGNED.includes(kind)) continue;
        const far = near.has(end) && !near.has(start) ? start : end;
        const other = far === start ? end : start;
        // lines that meet on one side share their signs
        const key = `${far} ${voice} ${form.boxes[other][1] > form.boxes[far][1]}`;
        const place = places.get(key) ?? { far, near: other, voice, rows: [], pairs: [] };
        place.rows.push(...rows);
        place.pairs.push(p);
        places.set(key, place);
      }
    }
    /** @type {Map<string, any[]>} */
    const sides = new Map(); // what both voices say on one side of a node stands in the same rows
    for (const one of places.values()) {
      const isBelow = form.boxes[one.near][1] > form.boxes[one.far][1];
      sides.set(`${one.far} ${isBelow}`, [
        ...(sides.get(`${one.far} ${isBelow}`) ?? []),
        { ...one, isBelow },
      ]);
    }
    pills.replaceChildren(
      ...[...sides.values()].flatMap((side) => signsOf(side[0].far, side[0].isBelow, side)),
    );
  }

  /** The signs on one side of a node, told as finely as there is room.
   * @param {number} far
   * @param {boolean} isBelow
   * @param {any[]} side */
  function signsOf(far, isBelow, side) {
    const isList = IN_LISTS.includes(picture.nodes[far][2]);
    for (const tell of isList || formName === "narrow" ? [inOne] : [inFull, inLooks, inOne]) {
      const signs = side.flatMap((one) =>
        pillsOf(far, one.voice, tell(saidBy(picture, one.rows)), one.pairs),
      );
      if (standSigns(far, isBelow, signs) <= MOST_ROWS || tell === inOne) return signs;
    }
    return [];
  }

  /** Stand signs in rows, no wider than their node, on one side of it.
   * @param {number} far
   * @param {boolean} isBelow
   * @param {any[]} pills
   * @returns {number} of rows */
  function standSigns(far, isBelow, pills) {
    const [x, y, w, h] = form.boxes[far];
    if (IN_LISTS.includes(picture.nodes[far][2])) {
      const px = x + (picture.nodes[far][2] === "subject" ? 2 : -2);
      pills.forEach(
        (pill, i) =>
          void pill.setAttribute(
            "transform",
            `translate(${(px + 18 * i).toFixed(1)},${y + h / 2})`,
          ),
      );
      return 1;
    }
    /** @type {any[][]} */
    const rows = [[]];
    const long = (/** @type {any[]} */ row) => row.reduce((sum, pill) => sum + pill.width + 2, -2);
    for (const pill of pills) {
      if (rows[rows.length - 1].length && long([...rows[rows.length - 1], pill]) > w + 1)
        rows.push([]);
      rows[rows.length - 1].push(pill);
    }
    const first = formName === "narrow" ? 9 : 11;
    rows.forEach((row, at) => {
      // In the narrow form signs below one node and above the next share a row: they keep left and
      // right.
      let px = x + (formName === "wide" ? (w - long(row)) / 2 : isBelow ? w - long(row) : 0);
      const py = isBelow ? y + h + first + 18 * at : y - first - 18 * at;
      for (const pill of row) {
        pill.setAttribute("transform", `translate(${px.toFixed(1)},${py.toFixed(1)})`);
        px += pill.width + 2;
      }
    });
    return rows.length;
  }

  const inFull = (/** @type {Said[]} */ said) => said;
  /** By what is said alone, whatever was done. @param {Said[]} said @returns {Said[]} */
  function inLooks(said) {
    /** @type {Map<string, Said>} */
    const looks = new Map();
    for (const [table, look, , count] of said)
      looks.set(look, [table, look, "", (looks.get(look)?.[3] ?? 0) + count]);
    return [...looks.values()];
  }
  /** One sign for all. @param {Said[]} said @returns {Said[]} */
  const inOne = (said) => [
    differs(picture, said) ? ["differs", "fork", "", 1] : [said[0][0], said[0][1], "", 1],
  ];

  /** The signs of what one voice says there.
   * @param {number} far
   * @param {string} voice
   * @param {Said[]} said
   * @param {number[]} pairs */
  function pillsOf(far, voice, said, pairs) {
    return said.map(([table, look, done, count]) => {
      /** @type {any} */
      const pill = svg("g", { class: "pill" });
      if (pairs.length === 1) pill.pair = pairs[0];
      else pill.place = far;
      if (done)
        pill.append(svg("text", { x: 9, y: 4.5, class: "done", "text-anchor": "middle" }, done));
      const left = done ? 10 : 0;
      pill.append(
        svg("g", { transform: `translate(${left + 9},0) scale(.85)` }, sign(picture, table, look)),
      );
      if (count > 1) pill.append(svg("text", { x: left + 17, y: 4.5 }, `${count}`));
      pill.width = left + 18 + (count > 1 ? 3 + 8 * String(count).length : 0);
      pill.prepend(
        svg("rect", { x: 0, y: -8, width: pill.width, height: 16, rx: 8, class: voice }),
      );
      return pill;
    });
  }

  return {
    root,
    form,
    formName,
    node,
    update,
    isSmall,
    isThere: (/** @type {number} */ i) => Boolean(made[i]),
  };
}
