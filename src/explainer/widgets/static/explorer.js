// @ts-check
// The Explorer's picture: draws what Python decided, filters it, and listens. It knows no pharmacology:
// every position, word, colour and sign comes in `data`; here are only shapes, classes and events.

/**
 * @typedef {[id: string, label: string, kind: string, voice: string, origin: string, second: string, spoken: string]} PictureNode
 * @typedef {[start: number, end: number, kind: string, voice: string, look: string, sign: string, count: number, disagrees: number]} Strand
 * @typedef {{lens: number, focus: number, domain: number, origin: number}} State  places in the controls' lists; 0 is "all"
 * @typedef {{nodes: Set<number>, strands: number[], isOverview: boolean, voices: string[]}} View
 * @typedef {any} Picture  what explainer.picture.build sends
 */

const SVG = "http://www.w3.org/2000/svg";
const NARROW = 640; // pixels; below this the stacked form is drawn
const CONTROLS = ["lens", "focus", "domain", "origin"];
// Lab asks the focused element itself whether its shortcuts (arrows, letters) are to be left alone.
const NO_SHORTCUTS = "data-lm-suppress-shortcuts";

/** Unpack the zlib-packed JSON that Python sent.
 * @param {DataView | Uint8Array} packed @returns {Promise<Picture>} */
export async function unpack(packed) {
  const bytes = packed instanceof DataView ? new Uint8Array(packed.buffer, packed.byteOffset, packed.byteLength) : packed;
  const stream = new Blob([/** @type {any} */ (bytes)]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).json();
}

/** Decide which nodes and strands come forward in a state.
 * @param {Picture} picture @param {State} state @returns {View} */
export function view(picture, state) {
  /** @type {Strand[]} */
  const strands = picture.strands;
  /** @type {string[]} */
  const voices = Object.values(picture.lenses)[state.lens];
  const focus = state.focus - 1;
  const domain = state.domain ? picture.domains[state.domain - 1] : -1;
  const origin = state.origin ? picture.origins[state.origin - 1] : "";
  const fits = (/** @type {number} */ n) => !origin || !picture.nodes[n][4] || picture.nodes[n][4] === origin;
  const isOpen = (/** @type {Strand} */ [start, end, kind, voice]) =>
    voices.includes(voice) && fits(start) && fits(end) && (domain < 0 || end === domain || !picture.domains.includes(end));
  const open = strands.flatMap((strand, i) => (isOpen(strand) ? [i] : []));
  const isOverview = focus < 0 && domain < 0 && !origin;
  if (isOverview) return { nodes: new Set(), strands: open, isOverview, voices };
  /** @type {number[]} */
  let lit;
  if (focus >= 0) {
    const touching = (/** @type {number} */ node) => open.filter((i) => strands[i][0] === node || strands[i][1] === node);
    const own = touching(focus);
    const made = own.filter((i) => strands[i][2] === "yields" && strands[i][0] === focus).map((i) => strands[i][1]);
    lit = [...new Set([...own, ...made.flatMap((node) => touching(node))])];
  } else {
    lit = open.filter((i) => (domain >= 0 ? strands[i][1] === domain : picture.nodes[strands[i][0]][4] === origin));
  }
  const nodes = new Set(lit.flatMap((i) => [strands[i][0], strands[i][1]]));
  if (focus >= 0) nodes.add(focus);
  if (domain >= 0) nodes.add(domain);
  return { nodes, strands: lit, isOverview, voices };
}

/** The sentence that goes with a state: each voice in words of its own, then what the filters leave.
 * @param {Picture} picture @param {State} state @param {View} shown @returns {string} */
export function sentence(picture, state, shown) {
  const said = state.focus ? picture.cards[state.focus - 1][3] : state.domain ? picture.cards[picture.domains[state.domain - 1]][3] : picture.overview;
  const parts = shown.voices.map((voice) => said[voice]).filter(Boolean);
  if (shown.isOverview) return parts.join(" ");
  if (!shown.strands.length) return [...parts, picture.words.no_rows].join(" ");
  if (state.domain || state.origin) {
    const molecules = picture.nodes.filter((/** @type {PictureNode} */ node) => node[4]).length;
    const lit = [...shown.nodes].filter((n) => picture.nodes[n][4]).length;
    parts.push(picture.words.filtered.replace("{shown}", lit).replace("{all}", molecules).replace("{joins}", shown.strands.length));
  }
  return parts.join(" ");
}

/** The nearest node from one node in a direction, for the arrow keys.
 * @param {number[][]} boxes @param {number} from @param {number} dx @param {number} dy @returns {number} */
export function nearest(boxes, from, dx, dy) {
  const middle = (/** @type {number[]} */ [x, y, w, h]) => [x + w / 2, y + h / 2];
  const [x0, y0] = middle(boxes[from]);
  let best = from;
  let least = Infinity;
  boxes.forEach((box, i) => {
    const [x, y] = middle(box);
    const along = (x - x0) * dx + (y - y0) * dy;
    const aside = Math.abs((x - x0) * dy) + Math.abs((y - y0) * dx);
    const cost = along + 3 * aside;
    if (i !== from && along > 4 && cost < least) [best, least] = [i, cost];
  });
  return best;
}

/** @param {string} tag @param {Record<string, any>} [attributes] @param {...(Node | string)} children @returns {any} */
function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/** @param {string} tag @param {Record<string, any>} [attributes] @param {...(Node | string)} children @returns {any} */
function html(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  if (["a", "button", "summary"].includes(tag)) element.setAttribute(NO_SHORTCUTS, "true");
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

// Signs, drawn about (0, 0) in a square of 12 units.
/** @type {Record<string, string>} */
const SHAPES = {
  circle: "M-4.5,0a4.5,4.5 0 1,0 9,0a4.5,4.5 0 1,0 -9,0z",
  diamond: "M0,-5.5L5.5,0L0,5.5L-5.5,0z",
  hexagon: "M-6,0L-3,-5.2L3,-5.2L6,0L3,5.2L-3,5.2z",
  "rounded box": "M-4,-5h8q2,0 2,2v6q0,2 -2,2h-8q-2,0 -2,-2v-6q0,-2 2,-2z",
  "solid line": "M-8,0H8",
  "dashed line on paper": "M-8,0H-4M-1,0H3M6,0H9",
  arrow: "M0,-6V2M-4.5,0L0,6L4.5,0z",
  "half arrow": "M0,-6V5M0,6L4.5,0H0",
  bar: "M0,-6V4M-5.5,4.5H5.5",
  "bar with foot": "M0,-6V4M-5.5,4.5H5.5V0",
  wave: "M-6,0q3,-6 6,0t6,0",
  "open circle": "M0,-6V-2M-4,2a4,4 0 1,0 8,0a4,4 0 1,0 -8,0",
  cross: "M-4,-4L4,4M-4,4L4,-4",
};

/** @param {string} table @param {string} name @returns {string} */
const colour = (table, name) => `var(--${table}-${name.replaceAll(" ", "-") || "none"})`;

/** @param {Picture} picture @param {string} table @param {string} name @returns {any} */
function sign(picture, table, name) {
  const look = table === "done" || table === "differs" ? name : picture.looks[table][name][1];
  if (SHAPES[look]) {
    const isFilled = table === "kind" || look === "arrow";
    const stroke = colour(table, name);
    return svg("path", { d: SHAPES[look], class: `sign ${table}`, style: `stroke:${table === "kind" ? "var(--ink)" : stroke};fill:${isFilled ? stroke : "none"}` });
  }
  return svg("text", { class: `sign ${table}`, "text-anchor": "middle", y: 5, style: look === name ? "" : `fill:${colour(table, name)}` }, look);
}

/** Cut a label into at most two lines. @param {string} label @param {number} width @returns {string[]} */
function fold(label, width) {
  if (label.length * 6.6 <= width || !label.includes(" ")) return [label];
  const words = label.split(" ");
  const half = Math.ceil(words.length / 2);
  return [words.slice(0, half).join(" "), words.slice(half).join(" ")];
}

/** Draw one node into its group. @param {Picture} picture @param {PictureNode} node @param {number[]} box @returns {Node[]} */
function drawNode(picture, node, [, , w, h]) {
  const [, label, kind, , , second] = node;
  const middle = { x: w / 2, "text-anchor": "middle" };
  const ring = svg("rect", { class: "ring", x: -2, y: -2, width: w + 4, height: h + 4, rx: 5 });
  if (kind === "receptor") {
    const c = Math.min(18, w * 0.14);
    const outline = `M0,${h / 2}L${c},0H${w - c}L${w},${h / 2}L${w - c},${h}H${c}z`;
    return [ring, svg("path", { class: "shape", d: outline }), svg("text", { ...middle, class: "hero", y: h * 0.47 }, label.replace(/ receptor$/, "")), svg("text", { ...middle, class: "second", y: h * 0.78 }, w > 100 ? second : second.split(" ")[0])];
  }
  if (kind === "peptide" || kind === "ligand") {
    const mark = svg("g", { class: "mark", transform: `translate(7,${h / 2})` }, sign(picture, "kind", kind));
    return [svg("rect", { class: "ring", width: w, height: h, rx: 3 }), mark, svg("text", { x: 17, y: h / 2 + 4.5 }, label)];
  }
  const lines = kind === "domain" || kind === "group" ? fold(label, w) : [label];
  const y0 = h / 2 + 4.5 - (lines.length - 1) * 7.5;
  const shape = svg("rect", { class: "shape", width: w, height: h, rx: kind === "domain" ? 9 : kind === "precursor" ? 2 : 1 });
  const extra = kind === "group" ? [svg("rect", { class: "shape", x: 4, y: -4, width: w, height: h })] : [];
  const at = kind === "subject" ? { x: 22 } : middle; // before a subject's words stands the article's sign
  const quote = kind === "subject" ? [svg("text", { class: "quote", x: 7, y: h / 2 + 9 }, "\u201c")] : [];
  return [ring, ...extra, shape, ...quote, ...lines.map((line, i) => svg("text", { ...at, y: y0 + i * 15 }, line))];
}

/** Draw bands, bundles, strands and nodes in one form of the layout.
 * @param {Picture} picture @param {string} formName */
function drawPicture(picture, formName) {
  const form = picture.forms[formName];
  const [width, height] = form.size;
  const root = svg("svg", { viewBox: `-4 0 ${width + 4} ${height}`, role: "group", "aria-label": picture.words.picture, class: formName });
  const bands = svg("g", { class: "bands", "aria-hidden": "true" });
  for (const [id, title, voice, box] of form.bands) {
    const [x, y, w, h] = box;
    const isMain = ["body", "outside", "article"].includes(id);
    bands.append(svg("g", { class: `band ${voice} ${isMain ? "main" : "sub"}`, transform: `translate(${x},${y})` }, svg("rect", { width: w, height: h, rx: 4 }), svg("text", { x: id === "article" ? 8 : 2, y: isMain ? 15 : 13 }, title)));
  }
  const legend = svg("g", { class: "legend", "aria-hidden": "true" }, svg("text", { class: "title", x: 2, y: 12 }, picture.words.legend));
  for (const [table, name, x, y, word] of form.legend) {
    legend.append(svg("g", { transform: `translate(${x + 10},${y + 8})` }, sign(picture, table, name)), svg("text", { x: x + 22, y: y + 12.5 }, word));
  }
  const bundles = svg("g", { class: "bundles", "aria-hidden": "true" });
  for (const [line, count] of form.bundles) bundles.append(svg("path", { d: line, "stroke-width": (0.8 + Math.sqrt(count)).toFixed(1) }));
  const strandGroup = svg("g", { class: "strands", "aria-hidden": "true" });
  const strands = picture.strands.map((/** @type {Strand} */ strand, /** @type {number} */ i) => {
    const table = strand[2] === "acts on" ? "family" : strand[3] === "article" || !strand[4] ? "voice" : "direction";
    const path = svg("path", { d: form.lines[i], class: `${strand[2].replace(" ", "-")} ${strand[3]} from-${picture.nodes[strand[0]][2]}`, style: `--line:${colour(table, table === "voice" ? strand[3] : strand[4])}` });
    strandGroup.append(path);
    return path;
  });
  const nodeGroup = svg("g", { class: "nodes" });
  const nodes = picture.nodes.map((/** @type {PictureNode} */ node, /** @type {number} */ i) => {
    const [x, y] = form.boxes[i];
    const group = svg("g", { class: `node ${node[2]} ${node[3]}`, transform: `translate(${x},${y})`, role: "button", tabindex: -1, "aria-label": node[6], "aria-pressed": "false", "data-id": node[0], [NO_SHORTCUTS]: "true" }, svg("title", {}, node[6]), ...drawNode(picture, node, form.boxes[i]));
    nodeGroup.append(group);
    return group;
  });
  const silent = svg("text", { class: "silent", x: 0, y: 0, "aria-hidden": "true" }, picture.words.silent);
  const heroes = picture.nodes.flatMap((/** @type {PictureNode} */ node, /** @type {number} */ i) => (node[2] === "receptor" ? [form.boxes[i]] : []));
  if (heroes.length) silent.setAttribute("transform", `translate(${heroes[0][0]},${heroes[0][1] - 8})`);
  const pills = svg("g", { class: "pills", "aria-hidden": "true" });
  root.append(bands, legend, bundles, strandGroup, nodeGroup, silent, pills);
  return { root, strands, nodes, pills, form };
}

/** Gather the signs of the lit strands by the node at their far end: what they say, and how often.
 * A name in a list has room for one sign; where its rows say different things it bears "\u2260".
 * @param {Picture} picture @param {State} state @param {View} shown @param {boolean} [isNarrow] then no node has room for more
 * @returns {Map<string, {far: number, isStart: boolean, voice: string, signs: [table: string, look: string, done: string, count: number][]}>} */
export function signs(picture, state, shown, isNarrow = false) {
  const near = state.focus ? state.focus - 1 : picture.domains[state.domain - 1];
  const gathered = new Map();
  if (shown.isOverview) return gathered;
  for (const i of shown.strands) {
    const [start, end, kind, voice, look, done, count] = /** @type {Strand} */ (picture.strands[i]);
    if (!["acts on", "effect", "claim"].includes(kind)) continue;
    const far = end === near ? start : end;
    const key = `${far} ${voice} ${far === start}`;
    if (!gathered.has(key)) gathered.set(key, { far, isStart: far === start, voice, signs: [] });
    gathered.get(key).signs.push([kind === "acts on" ? "family" : "direction", look, done, count]);
  }
  for (const place of gathered.values()) {
    if (!isNarrow && !isName(picture, place.far)) continue;
    const says = new Set(place.signs.map((/** @type {string[]} */ [, look]) => look));
    const [table, look] = place.signs[0];
    place.signs = [says.size > 1 ? ["differs", "", "", 1] : [table, look, "", 1]];
  }
  return gathered;
}

/** Whether a node is a name in a list. @param {Picture} picture @param {number} place @returns {boolean} */
const isName = (picture, place) => ["precursor", "peptide", "ligand", "subject"].includes(picture.nodes[place][2]);

/** Draw the signs as pills at the far ends. @param {Picture} picture @param {any} drawing @param {State} state @param {View} shown */
function drawPills(picture, drawing, state, shown) {
  const pills = [];
  for (const { far, isStart, voice, signs: said } of signs(picture, state, shown, drawing.root.classList.contains("narrow")).values()) {
    const [x, y, w, h] = drawing.form.boxes[far];
    const farKind = picture.nodes[far][2];
    const isBelow = isStart ? farKind !== "subject" : voice === "article";
    const across = Math.max(2, Math.min(4, Math.floor(w / 36)));
    said.forEach(([table, look, done, count], place) => {
      const pill = svg("g", {});
      if (done) pill.append(svg("text", { x: 5, y: 4.5, class: "done" }, done));
      const left = done ? 8 : 0;
      const mark = sign(picture, table, table === "differs" ? picture.words.differs : look);
      pill.append(svg("g", { transform: `translate(${left + 9},0) scale(.85)` }, mark));
      if (count > 1) pill.append(svg("text", { x: left + 17, y: 4.5 }, count));
      const width = left + 18 + (count > 1 ? 4 + 7 * String(count).length : 0);
      const row = Math.floor(place / across);
      let [px, py] = [x + w / 2 + ((place % across) - Math.min(said.length, across) / 2) * 36, isBelow ? y + h + 11 + 18 * row : y - 11 - 18 * row];
      if (isName(picture, far)) [px, py] = [x + (farKind === "subject" ? 2 : -3), y + h / 2];
      else if (drawing.root.classList.contains("narrow")) [px, py] = [x + w / 2 - 10, isBelow ? y + h + 9 : y - 9];
      pill.prepend(svg("rect", { x: 0, y: -8, width, height: 16, rx: 8, class: voice }));
      pill.setAttribute("transform", `translate(${px.toFixed(1)},${py})`);
      pills.push(pill);
    });
  }
  drawing.pills.replaceChildren(...pills);
}

/** The card of the chosen node, as elements. @param {Picture} picture @param {number} place @param {View} shown @param {(place: number) => void} choose */
function drawCard(picture, place, shown, choose) {
  if (place < 0) return [html("p", { class: "hint" }, picture.words.nothing)];
  const [facts, sections, own] = picture.cards[place];
  const [, , kind, voice, , , spoken] = picture.nodes[place];
  /** @type {Set<number>} */
  const cited = new Set(own);
  const link = (/** @type {number} */ s) => {
    cited.add(s);
    const [short, citation, address] = picture.sources[s];
    return address ? html("a", { href: address, title: citation, target: "_blank", rel: "noopener noreferrer" }, short) : html("span", { title: citation }, short);
  };
  const line = (/** @type {number} */ r) => {
    const [text, rowVoice, badge, caveat, sources] = picture.rows[r];
    const item = html("li", { class: rowVoice }, text);
    if (badge) item.append(" ", html("span", { class: "badge" }, badge));
    if (caveat) item.append(" ", html("em", {}, caveat));
    sources.forEach((/** @type {number} */ s, /** @type {number} */ i) => item.append(i ? ", " : " ", link(s)));
    return item;
  };
  const open = sections.filter((/** @type {any} */ [, sectionVoice]) => shown.voices.includes(sectionVoice));
  const parts = open.map((/** @type {any} */ [heading, sectionVoice, rows]) => {
    const details = html("details", { class: sectionVoice }, html("summary", {}, heading), html("ul", {}, ...rows.map(line)));
    details.open = rows.length <= 8;
    return details;
  });
  const beside = [...shown.nodes].filter((n) => n !== place);
  const joined = beside.map((n) => {
    const button = html("button", { type: "button", class: picture.nodes[n][3] }, picture.nodes[n][1]);
    button.addEventListener("click", () => choose(n));
    return button;
  });
  return [
    html("h3", {}, spoken.replace(/, [^,]*$/, ""), " ", html("small", {}, `${picture.looks.kind[kind][0]} · ${picture.looks.voice[voice][0]}`)),
    ...facts.map((/** @type {string} */ fact) => html("p", { class: "fact" }, fact)),
    html("div", { class: "sections" }, ...parts),
    ...(joined.length ? [html("h4", {}, picture.words.neighbours), html("p", { class: "joined" }, ...joined)] : []),
    html("h4", {}, picture.words.sources),
    html("ol", { class: "sources" }, ...[...cited].map((s) => {
      const [, citation, address] = picture.sources[s];
      return html("li", {}, citation, " ", address ? html("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, address) : "");
    })),
  ];
}

/** @param {HTMLElement} root Follow the page's own theme: JupyterLab's, else the system's. */
function followTheme(root) {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const set = () => {
    const lab = document.body.dataset.jpThemeLight;
    root.classList.toggle("dark", lab ? lab === "false" : system.matches);
  };
  const watcher = new MutationObserver(set);
  watcher.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light"] });
  system.addEventListener("change", set);
  set();
  return () => (watcher.disconnect(), system.removeEventListener("change", set));
}

/** @param {{model: any, el: HTMLElement}} context */
async function render({ model, el }) {
  const root = html("section", { class: "explainer" });
  const said = html("p", { class: "sentence", role: "status", "aria-live": "polite" });
  const stage = html("div", { class: "stage" });
  const card = html("div", { class: "card" });
  const foot = html("p", { class: "foot" });
  root.append(stage, said, card, foot);
  el.append(root);
  const unfollow = followTheme(root);
  /** @type {Picture} */
  const picture = await unpack(model.get("data"));
  foot.append(picture.words.descriptive, " ", picture.words.trail);
  /** @type {any} */
  let drawing;
  let formName = "";
  let walking = 0;
  /** @type {Set<Element>} */
  let lit = new Set();
  const state = () => /** @type {State} */ (Object.fromEntries(CONTROLS.map((name) => [name, model.get(name)])));
  const choose = (/** @type {number} */ place) => {
    model.set("focus", place + 1);
    model.save_changes();
  };
  const stand = (/** @type {number} */ place) => {
    drawing.nodes[walking].setAttribute("tabindex", "-1");
    walking = place;
    drawing.nodes[walking].setAttribute("tabindex", "0");
  };
  const walk = (/** @type {number} */ place) => {
    stand(place);
    drawing.nodes[place].focus();
  };

  function update() {
    const now = state();
    const shown = view(picture, now);
    drawing.root.dataset.mode = shown.isOverview ? "overview" : "chosen";
    drawing.root.dataset.lens = Object.keys(picture.lenses)[now.lens];
    const next = new Set([...shown.strands.map((i) => drawing.strands[i]), ...[...shown.nodes].map((n) => drawing.nodes[n])]);
    for (const element of lit) if (!next.has(element)) element.classList.remove("lit");
    for (const element of next) if (!lit.has(element)) element.classList.add("lit");
    lit = next;
    for (const node of drawing.root.querySelectorAll("[aria-pressed=true]")) node.setAttribute("aria-pressed", "false");
    if (now.focus) drawing.nodes[now.focus - 1].setAttribute("aria-pressed", "true");
    if (now.focus && !stage.contains(document.activeElement)) stand(now.focus - 1);
    drawPills(picture, drawing, now, shown);
    said.textContent = sentence(picture, now, shown);
    const place = now.focus ? now.focus - 1 : now.domain ? picture.domains[now.domain - 1] : -1;
    card.replaceChildren(...drawCard(picture, place, shown, (chosen) => (walk(chosen), choose(chosen))));
  }

  function fit() {
    for (const list of el.closest(".widget-vbox")?.querySelectorAll("select") ?? []) list.setAttribute(NO_SHORTCUTS, "true");
    const wanted = stage.clientWidth && stage.clientWidth < NARROW ? "narrow" : "wide";
    if (wanted === formName) return;
    formName = wanted;
    drawing = drawPicture(picture, formName);
    lit = new Set();
    stage.replaceChildren(drawing.root);
    stand(walking);
    update();
  }

  stage.addEventListener("click", (/** @type {MouseEvent} */ event) => {
    const node = /** @type {Element} */ (event.target).closest(".node");
    if (!node) return choose(-1);
    walk(drawing.nodes.indexOf(node));
    choose(model.get("focus") === walking + 1 ? -1 : walking);
  });
  stage.addEventListener("focusin", (/** @type {FocusEvent} */ event) => {
    const place = drawing.nodes.indexOf(/** @type {Element} */ (event.target).closest(".node"));
    if (place >= 0) stand(place);
  });
  const steps = /** @type {Record<string, [number, number]>} */ ({ ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] });
  stage.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (steps[event.key]) walk(nearest(drawing.form.boxes, walking, ...steps[event.key]));
    else if (event.key === "Enter" || event.key === " ") choose(walking);
    else if (event.key === "Escape") choose(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  const watcher = new ResizeObserver(fit);
  watcher.observe(stage);
  fit();
  for (const name of CONTROLS) model.on(`change:${name}`, update);
  return () => {
    watcher.disconnect();
    unfollow();
    for (const name of CONTROLS) model.off(`change:${name}`, update);
  };
}

export default { render };
