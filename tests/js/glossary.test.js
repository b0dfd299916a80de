// @ts-check
// The glossary's decisions, without a page: which term a link means, and where its meaning is put.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as glossary from "../../src/explainer/widgets/static/glossary/place.js";

describe("termOf", () => {
  test("finds the term whatever stands before the fragment", () => {
    for (const href of [
      "#term-partial_agonist",
      "01.ipynb#term-partial_agonist",
      "http://127.0.0.1/lab/tree/a%20b.ipynb#term-partial_agonist",
    ]) {
      assert.equal(glossary.termOf(href, "#term-"), "partial_agonist");
    }
  });

  test("finds none in other links", () => {
    for (const href of [
      null,
      undefined,
      "",
      "#",
      "#term-",
      "#Where-help-is",
      "term-agonist",
      "#term-a b",
      "#term-a/b",
      "#term-<b>",
    ]) {
      assert.equal(glossary.termOf(href, "#term-"), "", String(href));
    }
  });
});

describe("beside", () => {
  const size = { width: 300, height: 100 };
  const page = { width: 1000, height: 800 };

  test("puts the box under the word", () => {
    assert.deepEqual(glossary.beside({ left: 50, right: 90, top: 20, bottom: 40 }, size, page), {
      left: 50,
      top: 46,
    });
  });

  test("puts it above where there is no room below", () => {
    assert.equal(
      glossary.beside({ left: 50, right: 90, top: 760, bottom: 780 }, size, page).top,
      654,
    );
  });

  test("keeps it on the page", () => {
    const phone = { width: 390, height: 700 };
    for (const left of [-20, 0, 200, 389]) {
      const place = glossary.beside({ left, right: left + 40, top: 300, bottom: 320 }, size, phone);
      assert.ok(place.left >= 0 && place.left + size.width <= phone.width, String(left));
    }
  });
});
