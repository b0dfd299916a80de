// @ts-check
// Search over lessons, words and findings: the index came with the page.

const MOST = 40;

/** @typedef {[kind: string, title: string, text: string, address: string]} Entry */
/** @type {{ index: Entry[] }} */
const { index } = JSON.parse(document.getElementById("site-data")?.textContent ?? "{}");

/** Letters as they are compared: small, without accents. @param {string} text */
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

const known = index.map((entry) => ({ entry, title: plain(entry[1]), text: plain(entry[2]) }));

/** How well an entry answers: a word in its title counts more; each word must be there.
 * @param {{ title: string, text: string }} one @param {string[]} words */
function score({ title, text }, words) {
  let sum = 0;
  for (const word of words) {
    const start = new RegExp(`(^|[^\\p{L}\\p{N}])${word.replace(/[^\p{L}\p{N}]/gu, "\\$&")}`, "u");
    const found = (start.test(title) ? 4 : 0) + (start.test(text) ? 1 : 0);
    if (!found) return 0;
    sum += found + (title === word ? 4 : 0);
  }
  return sum;
}

/** @param {string} asked @returns {Entry[]} */
function find(asked) {
  const words = plain(asked).split(/\s+/).filter(Boolean).slice(0, 12);
  if (!words.length) return [];
  return known
    .map((one) => ({ entry: one.entry, sum: score(one, words) }))
    .filter(({ sum }) => sum)
    .sort((a, b) => b.sum - a.sum)
    .map(({ entry }) => entry);
}

/** @param {Entry} entry */
function shown([kind, title, text, address]) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = address;
  link.textContent = title;
  const about = document.createElement("p");
  about.textContent = text;
  const label = document.createElement("span");
  label.className = "kind";
  label.textContent = kind;
  item.append(link, " ", label, about);
  return item;
}

const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const box = document.createElement("div");
box.className = "search";
const label = document.createElement("label");
label.htmlFor = "asked";
label.textContent = "Search lessons, words and findings";
const field = document.createElement("input");
Object.assign(field, { type: "search", id: "asked", autocomplete: "off", spellcheck: false });
const told = document.createElement("p");
told.setAttribute("role", "status");
const list = document.createElement("ol");
box.append(label, field, told, list);
main.append(box);

function update() {
  const found = find(field.value);
  list.replaceChildren(...found.slice(0, MOST).map(shown));
  const more = found.length > MOST ? `; the first ${MOST} are listed` : "";
  const nothing = "Nothing here has all these words. Try fewer, or the beginning of one.";
  told.textContent = !field.value.trim()
    ? ""
    : found.length
      ? `${found.length} found${more}.`
      : nothing;
}

let wait = 0;
field.addEventListener("input", () => {
  clearTimeout(wait);
  wait = window.setTimeout(update, 120);
});
field.value = decodeURIComponent(location.hash.slice(1).replace(/%(?![0-9a-f]{2})/gi, "%25"));
update();

export {}; // a module: its names are its own
