// @ts-check
// What the tests of the Explorer's scripts ask of: the scripts, the picture, Python's answers. See tests/test_js.py.

const fs = require("node:fs");
const path = require("node:path");
const { pathToFileURL } = require("node:url");

/** A script as a module. @param {string} name @returns {Promise<any>} */
exports.load = (name) => import(String(pathToFileURL(path.join(String(process.env.STATIC), `${name}.js`))));

/** What Python made and says of it, of the real tables or of the small ones. @param {"real" | "small"} of */
exports.answers = (of) => JSON.parse(fs.readFileSync(String(process.env.ANSWERS), "utf-8"))[of];

/** The packed picture of the real tables, as the browser gets it. */
exports.packed = () => fs.readFileSync(String(process.env.PICTURE));

exports.OVERVIEW = { lens: "both", focus: "", also: [], receptor: "", action: "", domain: "", direction: "", evidence: "", verdict: "", origin: "", panel: "card" };
