// @ts-check
// Brings the widgets of a saved page to life, with no kernel and no server. Each widget is one
// plain ES module that asks its model for words, and draws into its element.

const STATE = "application/vnd.jupyter.widget-state+json";
const VIEW = "application/vnd.jupyter.widget-view+json";
const FAILED = "This part could not be drawn. Load the page again, or open the lesson in Jupyter.";
const TOO_OLD = "This browser is too old to draw this part; one from 2023 or later can.";
const FORBIDDEN =
  "The server that this page comes from forbids its scripts (its Content-Security-Policy does " +
  "not allow blob:). Saved, and opened as a file, the page lives.";

/** What one widget knows; all its views share it. */
class Model {
  /** @type {Map<string, Set<Function>>} */
  ears = new Map();

  /** @param {any} saved */
  constructor({ state, buffers = [] }) {
    this.words = state;
    for (const { path, data } of buffers) {
      const place = path
        .slice(0, -1)
        .reduce((/** @type {any} */ at, /** @type {any} */ step) => at[step], state);
      place[path.at(-1)] = new DataView(
        Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0)).buffer,
      );
    }
  }
  get = (/** @type {string} */ name) => this.words[name];
  set = (/** @type {string} */ name, /** @type {any} */ value) => {
    if (this.words[name] === value) return;
    this.words[name] = value;
    for (const hear of [...(this.ears.get(`change:${name}`) ?? [])]) hear(this, value);
  };
  on = (/** @type {string} */ event, /** @type {Function} */ hear) =>
    this.ears.set(event, (this.ears.get(event) ?? new Set()).add(hear));
  off = (/** @type {string} */ event, /** @type {Function} */ hear) =>
    this.ears.get(event)?.delete(hear);
  // There is no kernel; the page may want to know.
  save_changes = () => document.dispatchEvent(new CustomEvent("explainer", { detail: this }));
  widget_manager = { get_model: async (/** @type {string} */ id) => model(id) };
}

/** Make each thing once, however often it is asked for.
 * @type {<T>(make: (key: string) => T, made?: Map<string, T>) => (key: string) => T} */
const once =
  (make, made = new Map()) =>
  (key) => {
    const one = made.get(key) ?? make(key);
    made.set(key, one);
    return one;
  };

const saved =
  JSON.parse(document.querySelector(`script[type="${STATE}"]`)?.textContent ?? "{}").state ?? {};
const model = once((id) => new Model(saved[id]));
dispatchEvent(new CustomEvent("explainer models", { detail: model })); // for packed.js
const script = once(
  /** @type {any} */ (self)[Symbol.for("explainer importer")] ?? // own_scripts.js
    ((text) => import(URL.createObjectURL(new Blob([text], { type: "text/javascript" })))),
);

let isForbidden = false;
addEventListener(
  "securitypolicyviolation",
  ({ blockedURI }) => (isForbidden ||= blockedURI === "blob"),
);

/** Draw one widget in place of its words, or say why it cannot be drawn. @param {Element} view */
async function show(view) {
  const el = /** @type {HTMLElement} */ (view.parentElement);
  const [wait, words] = /** @type {HTMLElement[]} */ ([...el.querySelectorAll(".wait, .twin")]);
  const { model_id: id } = JSON.parse(view.textContent ?? "{}");
  words.hidden = true;
  try {
    await (await script(saved[id].state._esm)).default.render({ model: model(id), el });
    words.remove();
  } catch (error) {
    /** @type {HTMLElement} */ (words.querySelector(".note")).textContent = isForbidden
      ? FORBIDDEN
      : "DecompressionStream" in self
        ? FAILED
        : TOO_OLD;
    words.replaceWith(...words.children);
    console.error(error);
  }
  wait.remove();
}

export {}; // a module, that it may wait

await Promise.all([...document.querySelectorAll(`script[type="${VIEW}"]`)].map(show));

// The page has grown since the browser went to the place in its address.
document
  .querySelector(document.documentElement.dataset.explainerCode ? ".explainer" : ":target")
  ?.scrollIntoView({ behavior: "instant" });

// What scrolls by itself must be reached by keyboard.
new ResizeObserver(() => {
  for (const one of document.querySelectorAll(".data, figure"))
    for (const [name, word] of Object.entries({
      tabindex: "0",
      role: "group",
      "aria-label": "Wide; scrolls sideways",
    }))
      one.scrollWidth > one.clientWidth ? one.setAttribute(name, word) : one.removeAttribute(name);
}).observe(document.body);

// Paper is white; the widgets follow this sign.
addEventListener("beforeprint", () => (document.body.dataset.jpThemeLight = "true"));
addEventListener("afterprint", () => delete document.body.dataset.jpThemeLight);
