// @ts-check
// What Python packed is unpacked in a page to the last byte. See tests/website/test_packing.py.

import assert from "node:assert/strict";
import fs from "node:fs";
import { describe, test } from "node:test";
import { plain as rows } from "../../src/explainer/templates/explainer/static/columns.js";
import { unpacker } from "../../src/explainer/templates/explainer/static/lzma.js";

const folder = String(process.env.PACKED);
const names = fs.readdirSync(folder).filter((name) => name.endsWith(".plain"));
const read = (/** @type {string} */ name) => new Uint8Array(fs.readFileSync(`${folder}/${name}`));

describe("an unpacker", () => {
  for (const name of names) {
    const plain = read(name);
    const packed = read(name.replace(".plain", ".packed"));
    test(`gives ${name} in one go`, () => {
      assert.deepEqual(unpacker(packed, plain.length)(plain.length), plain);
    });
    test(`gives ${name} step by step, and never more than there is`, () => {
      const upTo = unpacker(packed, plain.length);
      for (let at = 0; at <= plain.length + 900; at += 1 + (plain.length >> 4)) {
        const there = Math.min(at, plain.length);
        assert.deepEqual(upTo(at).subarray(0, there), plain.subarray(0, there));
      }
    });
  }
  test("gives data that stood in columns as it was", () => {
    for (const [plain, columns] of JSON.parse(fs.readFileSync(`${folder}/columns.json`, "utf-8")))
      assert.deepEqual(rows(columns), plain);
  });
  test("ends on a stream that was cut off, with what it cannot know", () => {
    const plain = read("rows.plain");
    const half = read("rows.packed").subarray(0, 200);
    assert.equal(unpacker(half, plain.length)(plain.length).length, plain.length);
  });
});
