// @ts-check
// The Explorer's own page: its address names the view, and the browser's Back steps back in it.

const MARK = "#explorer:";
/** @type {{ view: Record<string, unknown> }} */
const { view: first } = JSON.parse(document.getElementById("site-data")?.textContent ?? "{}");

/** @type {any} */
let model;

/** @param {any} told */
const wordsOf = (told) => Object.fromEntries(Object.keys(first).map((key) => [key, told.get(key)]));

/** The view as a code; what is as at first is left out. @param {Record<string, unknown>} words */
function addressOf(words) {
  const parts = Object.entries(words)
    .filter(([key, word]) => String(word) !== String(first[key]))
    .map(([key, word]) => `${key}=${encodeURIComponent(String(word)).replaceAll("%2C", ",")}`);
  return parts.length ? MARK + parts.join("&") : location.pathname.replace(/.*\//, "");
}

document.addEventListener("explainer", (/** @type {any} */ { detail }) => {
  const words = wordsOf(detail);
  const isFirst = !model;
  model = detail;
  if (JSON.stringify(history.state) === JSON.stringify(words)) return;
  // A view that the reader came in with is where they are, not a step.
  const isHere = isFirst && location.hash.includes(MARK);
  history[isHere ? "replaceState" : "pushState"](words, "", addressOf(words));
});

addEventListener("popstate", ({ state }) => {
  if (!state && location.hash.includes(MARK))
    location.reload(); // an address that was typed in
  else if (model) for (const [key, word] of Object.entries(state ?? first)) model.set(key, word);
});

export {}; // a module: its names are its own
