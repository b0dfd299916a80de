// @ts-check
// Opens what a page of the site has packed as one stream: first what all widgets know, then their
// parcels one by one, in the order in which they are wanted.

const STEP = 1 << 17; // bytes that are unpacked in one go, so that the page can be used meanwhile

const STATE = "application/vnd.jupyter.widget-state+json";

/** @typedef {(upTo: number) => Uint8Array} Unpacked */
/** @typedef {[id: string, length: number, isData: boolean]} Part */

const rows = /** @type {any} */ (self)[Symbol.for("explainer rows")]; // columns.js

/** Put what all widgets know where loader.js looks for it, and their parcels behind it.
 * @param {HTMLElement} source */
function open(source) {
  const bytes = Uint8Array.from(atob(source.textContent ?? ""), (letter) => letter.charCodeAt(0));
  const { size, head } = source.dataset;
  /** @type {Unpacked} */
  const unpacked = /** @type {any} */ (self)[Symbol.for("explainer unpacker")](bytes, Number(size));
  const text = new TextDecoder().decode(unpacked(Number(head)).subarray(0, Number(head)));
  const { state, parts } = JSON.parse(text);
  const plain = document.createElement("script");
  plain.type = STATE;
  plain.textContent = JSON.stringify({ state: rows(state) });
  source.replaceWith(plain);
  addEventListener("explainer models", (/** @type {any} */ { detail: model }) =>
    fill(model, parts, unpacked, Number(head)),
  );
}

/** @param {(id: string) => any} model @param {Part[]} parts
 * @param {Unpacked} unpacked @param {number} head */
async function fill(model, parts, unpacked, head) {
  let at = head;
  for (const [id, length, isData] of parts) {
    for (const end = at + length; at < end; at = Math.min(at + STEP, end)) {
      await new Promise((goOn) => setTimeout(goOn));
      unpacked(Math.min(at + STEP, end));
    }
    const part = unpacked(at).subarray(at - length, at);
    const { buffer, byteOffset, byteLength } = isData ? inRows(part) : part;
    model(id).set("content", new DataView(buffer, byteOffset, byteLength));
  }
}

/** Data as its widget knows it. @param {Uint8Array} part */
const inRows = (part) =>
  new TextEncoder().encode(JSON.stringify(rows(JSON.parse(new TextDecoder().decode(part)))));

open(/** @type {HTMLElement} */ (document.querySelector("script[data-head]")));

export {}; // a module: its names are its own
