// @ts-check
// What a page of the site does beside its widgets: it keeps the site for days without a
// connection, and remembers, on this machine alone, which lessons were opened and read.

const KEY = `explainer progress ${location.pathname.replace(/[^/]*$/, "")}`;
const WORDS = { opened: "opened", read: "read to the end" };

/** @type {{ name: string, lessons: string[] }} */
const site = JSON.parse(document.getElementById("site-data")?.textContent ?? "{}");

/** @param {string} tag @param {string} text @param {Record<string, string>} [attributes] */
function make(tag, text, attributes = {}) {
  const element = document.createElement(tag);
  element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** Lessons by name, and how far they were read. @returns {Record<string, keyof typeof WORDS>} */
function progress() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return Object.prototype.toString.call(kept) === "[object Object]" ? kept : {};
  } catch {
    return {}; // no storage in this frame, or not ours: nothing is remembered
  }
}

/** @param {keyof typeof WORDS} mark */
function remember(mark) {
  const known = progress();
  if (known[site.name] === "read") return;
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...known, [site.name]: mark }));
  } catch {
    // as above
  }
}

/** A lesson is opened; it is read when its end was seen after some time. */
function follow() {
  remember("opened");
  const footer = document.querySelector("body > footer");
  const end = new IntersectionObserver(([seen]) => {
    if (seen?.isIntersecting && scrollY > 0) remember("read");
  });
  if (footer) end.observe(footer);
}

/** Beside each lesson in the list, how far it was read. */
function tellProgress() {
  const known = progress();
  for (const link of document.querySelectorAll("main li > a")) {
    const word = WORDS[known[link.getAttribute("href")?.replace(".html", "") ?? ""]];
    if (word) link.parentElement?.append(make("span", ` · ${word}`, { class: "progress" }));
  }
  const last = [...document.querySelectorAll("main li:has(> .progress)")].at(-1)?.parentElement;
  if (!last) return;
  const button = make("button", "Forget what I have read", { type: "button", class: "forget" });
  button.addEventListener("click", () => {
    localStorage.removeItem(KEY);
    for (const told of document.querySelectorAll(".progress")) told.remove();
    button.replaceWith(make("p", "Forgotten.", { class: "note", role: "status" }));
  });
  last.after(button);
}

/** Say that a new edition waits, and load it when the reader wants it.
 * @param {ServiceWorker} waiting */
function offer(waiting) {
  if (document.querySelector(".edition")) return;
  const line = make("p", "A newer edition of these pages is here. ", {
    class: "note edition",
    role: "status",
  });
  const button = make("button", "Load it", { type: "button" });
  button.addEventListener("click", () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
    waiting.postMessage("take over");
  });
  line.append(button);
  document.querySelector("body > header")?.append(line);
}

/** From a server, keep the site on this machine; a file is there already. */
async function keep() {
  document.head.append(
    make("link", "", { rel: "manifest", href: "manifest.webmanifest" }),
    make("link", "", { rel: "icon", href: "icon-192.png" }),
  );
  if (!("serviceWorker" in navigator)) return; // not a secure place, or a browser without it
  const registration = await navigator.serviceWorker.register("worker.js");
  if (registration.waiting) offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing?.addEventListener("statechange", () => {
      const isNewer = installing.state === "installed" && navigator.serviceWorker.controller;
      if (isNewer) offer(installing);
    });
  });
}

if (site.lessons?.includes(site.name)) follow();
if (site.name === "index") tellProgress();
if (location.protocol.startsWith("http"))
  keep().catch(() => {
    // The page lives without; a server that hands out no worker, or a private window.
  });

export {}; // a module: its names are its own
