// Opens the site in Firefox as a reader does, at three sizes: start page, Explorer, a lesson, a tour.
//   node tests/soak/firefox.mjs SITE [FOLDER FOR PICTURES [SIZE]]
// TOURS names a folder of further pages with a tour each.
// Does the gesture, answers a question, walks a tour from its first stop to its last. FIREFOX names another Firefox.
// Fails (1) where a page says an error, asks anything of the web, is wider than its window, or something does not happen.
import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const SIZES = { laptop: [1366, 768], phone: [390, 844], lecture: [1920, 1080] };
const LESSON_WITH_A_QUIZ = "01_the_bodys_own_opioids";
const [site, pictures, only] = process.argv.slice(2);
const base = `${pathToFileURL(resolve(site)).href}/`;
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
  headless: true,
  protocolTimeout: 300_000,
  timeout: 300_000,
});
const faults = [];
let page;
let where;

const fault = (text) => faults.push(`${where}: ${text}`);

/** An answer is yes or no: an element is not sent from the page. */
async function until(what, ask, ...given) {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await page.evaluate(ask, ...given)) return true;
    await new Promise((then) => setTimeout(then, 200));
  }
  fault(`not within a minute: ${what}`);
  return false;
}

/** Press with the pointer, where a reader would. */
async function press(selector) {
  if (!(await until(selector, (one) => document.querySelector(one)?.checkVisibility(), selector))) return;
  const place = await page.evaluate((one) => {
    const element = document.querySelector(one);
    element.scrollIntoView({ block: "center", behavior: "instant" });
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  }, selector);
  await page.mouse.click(...place);
}

async function open(name, code = "") {
  await page.goto("about:blank");
  await page.goto(`${base}${name}.html${code}`);
  await until("a widget", () => !!document.querySelector("[class^='explainer'] :is(svg, button)"));
}

async function look(name) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0) fault(`${wide} pixels wider than its window`);
  if (pictures) await page.screenshot({ path: `${pictures}/${where.replaceAll(" ", "-")}-${name}.png` });
}

async function explorer() {
  await open("explorer");
  await press("[data-lens=article]");
  await until("the article alone", () => document.querySelector(".headline")?.textContent.includes("rticle"));
  await until("the address names the view", () => location.hash.includes("lens=article"));
  await page.evaluate(() => history.back());
  await until("Back", () => !location.hash.includes("lens=article"));
  await look("explorer");
}

/** Where the middle of a part of the picture is. */
const middle = (node) =>
  page.evaluate((id) => {
    const element = document.querySelector(`svg.sockets:not(.inline) .shape[data-id="${id}"]`);
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  }, node);

/** Drag the article's receptor onto one that sources name: it slides back, and the picture opens. */
async function gesture() {
  await open("explorer", "#explorer:panel=predict");
  const head = () => document.querySelector(".headline")?.textContent;
  const asked = (start) => document.querySelector(".headline")?.textContent.startsWith(start);
  await until("the question", asked, "Put the article");
  await page.evaluate(() => document.querySelector("svg.sockets:not(.inline)").scrollIntoView({ behavior: "instant" }));
  await look("asked");
  const [x, y] = await middle("said_worsening_receptor");
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 30, y + 10, { steps: 3 });
  const [left, top] = await middle("kappa");
  await page.mouse.move(left, top + 10, { steps: 5 });
  await page.mouse.up();
  if (!(await until("the answer", asked, "The article does not say"))) fault(`it says ${await page.evaluate(head)}`);
  await until("marks", () => !!document.querySelector("svg.sockets .mark"));
  await look("told");
}

async function quiz() {
  await open(LESSON_WITH_A_QUIZ);
  await press(".explainer-quiz label");
  await press(".explainer-quiz button.main");
  await until("a count of answers", () => /^1 of /.test(document.querySelector(".explainer-quiz .counts")?.textContent ?? ""));
  await look("answered");
}

/** From the first stop to the last thing that the last one shows, by the button that goes on. */
async function walk(name) {
  await until("the tour", () => !!document.querySelector(".tour-next"));
  const place = () => document.querySelector(".explainer-tour .tour-place")?.textContent ?? "";
  const isLast = () => page.evaluate(() => document.querySelector(".tour-next").getAttribute("aria-disabled") === "true");
  let steps = 0;
  for (; steps < 120 && !(await isLast()); steps += 1) {
    await page.evaluate(() => document.querySelector(".tour-next").click());
  }
  const [, at, all] = (await page.evaluate(place)).match(/^(\d+) of (\d+)/) ?? [];
  if (!(await isLast()) || !at || at !== all || steps < 3 * all - 1) fault(`the tour stays at ${await page.evaluate(place)}`);
  await page.evaluate(() => document.querySelector(".explainer-tour").scrollIntoView({ behavior: "instant" }));
  await look(name);
}

async function tour() {
  await open("00_start_here");
  await walk("last-stop");
}

/** Tours that no lesson shows. */
async function tours() {
  const folder = process.env.TOURS;
  for (const file of folder ? readdirSync(folder).filter((one) => one.endsWith(".html")) : []) {
    await page.goto("about:blank");
    await page.goto(pathToFileURL(resolve(folder, file)).href);
    await walk(file);
  }
}

async function start() {
  await open("index");
  await look("start");
}

for (const [size, [width, height]] of Object.entries(SIZES)) {
  if (only && size !== only) continue;
  page = await browser.newPage();
  page.on("console", (one) => one.type() === "error" && fault(`console: ${one.text()}`));
  page.on("pageerror", (error) => fault(`uncaught: ${error}`));
  page.on("request", (one) => /^(file|data|blob|about):/.test(one.url()) || fault(`asked for ${one.url()}`));
  page.setDefaultTimeout(300_000);
  await page.setViewport({ width, height });
  for (const visit of [start, explorer, gesture, quiz, tour, tours]) {
    where = `${size} ${visit.name}`;
    await visit();
    console.log(`${where}: seen`);
  }
  await page.close();
}
console.log(`${await browser.version()}: ${only ?? Object.keys(SIZES).length} sizes, ${faults.length} faults`);
await browser.close();
for (const one of faults) console.error(`  ${one}`);
process.exit(faults.length ? 1 : 0);
