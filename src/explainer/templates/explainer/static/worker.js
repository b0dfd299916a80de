// @ts-check
// Keeps the whole site on the reader's machine. The files and the version are written in when the
// site is made; a new version fetches all of its files before it takes the place of the old.

/** @type {string} */
const version = "VERSION";
/** @type {string[]} */
const files = ["FILES"];

const worker = /** @type {any} */ (self);
const PREFIX = `explainer ${worker.registration.scope} `; // other sites of one host have other folders
const NAME = `${PREFIX}${version}`;

async function fetchAll() {
  const cache = await caches.open(NAME);
  await cache.addAll(files.map((file) => new Request(file, { cache: "no-cache" })));
}

async function dropOld() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== NAME);
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** What was asked for, from this machine; what is not of the site, from where it is.
 * @param {Request} request */
async function answer(request) {
  const { href, pathname } = new URL(request.url);
  const asked = pathname.endsWith("/") ? `${href.split(/[?#]/)[0]}index.html` : request.url;
  const cache = await caches.open(NAME);
  return (await cache.match(asked, { ignoreSearch: true })) ?? fetch(request);
}

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(fetchAll()));
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(dropOld()));
worker.addEventListener("message", (/** @type {any} */ { data }) => {
  if (data === "take over") worker.skipWaiting();
});
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const isOurs = event.request.url.startsWith(worker.registration.scope);
  if (event.request.method === "GET" && isOurs) event.respondWith(answer(event.request));
});
