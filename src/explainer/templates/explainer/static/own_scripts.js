// @ts-check
// Imports the scripts of widgets from memory; and where the server of a page forbids that, has the
// page run them as its own. A page of the site names each of them by its hash, so that it may.

const HAND_OVER = "explainer hand over";
const page = /** @type {any} */ (self);

let isForbidden = false;
/** @type {Promise<any>} */
let turn = Promise.resolve(); // one by one: a script says what it exports, and not which it is

/** @param {string} text @returns {Promise<any>} */
async function imported(text) {
  try {
    return await import(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
  } catch (error) {
    if (!isForbidden || !text.includes(HAND_OVER)) throw error;
    turn = turn.catch(() => {}).then(() => run(text));
    return turn;
  }
}

/** @param {string} text */
const run = (text) =>
  new Promise((done, fail) => {
    page[Symbol.for(HAND_OVER)] = done;
    addEventListener("securitypolicyviolation", (event) => {
      if (event.blockedURI === "inline") fail(event); // others may still be on their way
    });
    const own = document.createElement("script");
    document.head.append(Object.assign(own, { type: "module", textContent: text }));
  });

addEventListener(
  "securitypolicyviolation",
  ({ blockedURI }) => (isForbidden ||= blockedURI === "blob"),
);
page[Symbol.for("explainer importer")] = imported; // for loader.js and the widgets' own

export {}; // a module: its names are its own
