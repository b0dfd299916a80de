// @ts-check
// The Explorer's decisions, without a page: which nodes and lines come forward, which words go with
// them, where an arrow key leads. Run by tests/test_js.py, which makes the picture from the real tables.

const assert = require("node:assert/strict");
const fs = require("node:fs");
const { before, describe, test } = require("node:test");
const { pathToFileURL } = require("node:url");

const START = { lens: 0, focus: 0, domain: 0, origin: 0 };
const [BOTH, ARTICLE, PHARMACOLOGY] = [0, 1, 2];

/** @type {any} */
let explorer;
/** @type {any} */
let picture;

before(async () => {
  explorer = await import(String(pathToFileURL(String(process.env.EXPLORER_JS))));
  picture = await explorer.unpack(new Uint8Array(fs.readFileSync(String(process.env.PICTURE))));
});

const place = (id) => {
  const found = picture.nodes.findIndex((node) => node[0] === id);
  assert.notEqual(found, -1, `${id} is not in the picture`);
  return found;
};
const kindOf = (node) => picture.nodes[node][2];
const ofKind = (kind) => picture.nodes.flatMap((node, i) => (node[2] === kind ? [i] : []));
const originOf = (node) => picture.nodes[node][4];
const look = (state) => explorer.view(picture, { ...START, ...state });
const say = (state) => explorer.sentence(picture, { ...START, ...state }, look(state));
const strand = (i) => picture.strands[i];
const touching = (node, voices) =>
  picture.strands.flatMap(([start, end, , voice], i) => ((start === node || end === node) && voices.includes(voice) ? [i] : []));
const sorted = (some) => [...some].sort((a, b) => a - b);

/** Every state of one or two lists beside the lens, and some of all. */
function* states() {
  const [foci, domains, origins] = [picture.nodes.length, picture.domains.length, picture.origins.length];
  for (let lens = 0; lens < 3; lens++) {
    for (let focus = 0; focus <= foci; focus++) {
      yield { lens, focus, domain: 0, origin: 0 };
      for (let domain = 1; domain <= domains; domain++) yield { lens, focus, domain, origin: 0 };
      for (let origin = 1; origin <= origins; origin++) yield { lens, focus, domain: 0, origin };
      yield { lens, focus, domain: 1 + (focus % domains), origin: 1 + (focus % origins) };
    }
  }
}

describe("unpack", () => {
  test("reads a view into the middle of a buffer, as the browser gets it", async () => {
    const packed = fs.readFileSync(String(process.env.PICTURE));
    const padded = new Uint8Array(packed.length + 20);
    padded.set(packed, 7);
    const again = await explorer.unpack(new DataView(padded.buffer, 7, packed.length));
    assert.deepEqual(again, picture);
  });

  test("refuses bytes that were not packed", async () => {
    await assert.rejects(explorer.unpack(new Uint8Array([1, 2, 3])));
  });
});

describe("overview", () => {
  test("shows every line of both voices and puts no node before others", () => {
    const shown = look({});
    assert.equal(shown.isOverview, true);
    assert.equal(shown.nodes.size, 0);
    assert.deepEqual(shown.strands, [...picture.strands.keys()]);
  });

  test("of one lens shows the lines of that voice alone", () => {
    for (const [lens, voice] of [[ARTICLE, "article"], [PHARMACOLOGY, "pharmacology"]]) {
      const shown = look({ lens });
      assert.equal(shown.isOverview, true);
      assert.deepEqual(shown.voices, [voice]);
      assert.ok(shown.strands.length > 0);
      assert.deepEqual(shown.strands, [...picture.strands.keys()].filter((i) => strand(i)[3] === voice));
    }
  });

  test("says what the voices of the lens have to say", () => {
    assert.equal(say({}), `${picture.overview.pharmacology} ${picture.overview.article}`);
    assert.equal(say({ lens: ARTICLE }), picture.overview.article);
    assert.equal(say({ lens: PHARMACOLOGY }), picture.overview.pharmacology);
  });
});

describe("every state", () => {
  test("shows no line of a voice outside the lens", () => {
    const lenses = Object.values(picture.lenses);
    for (const state of states()) {
      const shown = look(state);
      const strangers = shown.strands.filter((i) => !lenses[state.lens].includes(strand(i)[3]));
      assert.deepEqual(strangers, [], JSON.stringify(state));
    }
  });

  test("shows no line of the article that begins or ends at a receptor", () => {
    for (const state of states()) {
      for (const i of look(state).strands) {
        const [start, end, , voice] = strand(i);
        if (voice === "article") assert.ok(![kindOf(start), kindOf(end)].includes("receptor"), JSON.stringify(state));
      }
    }
  });

  test("lights both ends of each line, and each line once", () => {
    for (const state of states()) {
      const { nodes, strands, isOverview } = look(state);
      assert.equal(new Set(strands).size, strands.length, JSON.stringify(state));
      if (isOverview) continue;
      for (const i of strands) assert.ok(nodes.has(strand(i)[0]) && nodes.has(strand(i)[1]), JSON.stringify(state));
    }
  });

  test("keeps to the domain and to the origin that were chosen", () => {
    for (const state of states()) {
      const domain = picture.domains[state.domain - 1];
      const origin = picture.origins[state.origin - 1];
      for (const i of look(state).strands) {
        const ends = strand(i).slice(0, 2);
        if (state.domain) assert.ok(ends.every((n) => kindOf(n) !== "domain" || n === domain), JSON.stringify(state));
        if (state.origin) assert.ok(ends.every((n) => !originOf(n) || originOf(n) === origin), JSON.stringify(state));
      }
    }
  });

  test("has a sentence", () => {
    for (const state of states()) {
      const words = say(state);
      assert.ok(words.length > 10, JSON.stringify(state));
      assert.doesNotMatch(words, /undefined|null|NaN|\{|\}/, JSON.stringify(state));
    }
  });

  test("shows in both voices what it shows in the one and in the other", () => {
    for (const state of states()) {
      // From a precursor the way goes on over its peptides, and only pharmacology knows that way.
      if (state.lens !== BOTH || (state.focus && kindOf(state.focus - 1) === "precursor")) continue;
      const parts = [ARTICLE, PHARMACOLOGY].flatMap((lens) => look({ ...state, lens }).strands);
      assert.deepEqual(sorted(parts), sorted(look(state).strands), JSON.stringify(state));
    }
  });
});

describe("focus", () => {
  for (const kind of ["receptor", "peptide", "ligand", "group", "domain", "subject", "gap"]) {
    test(`on each ${kind} lights it and all that is joined to it`, () => {
      const members = ofKind(kind);
      assert.ok(members.length > 0);
      for (const node of members) {
        const shown = look({ focus: node + 1 });
        assert.equal(shown.isOverview, false);
        assert.ok(shown.nodes.has(node));
        assert.deepEqual(sorted(shown.strands), touching(node, ["article", "pharmacology"]));
      }
    });
  }

  test("on a precursor lights its peptides and what they act on", () => {
    for (const node of ofKind("precursor")) {
      const { nodes, strands } = look({ focus: node + 1 });
      const made = picture.strands.flatMap(([start, end, kind]) => (kind === "yields" && start === node ? [end] : []));
      assert.ok(made.length > 0);
      const wanted = new Set([node, ...made].flatMap((n) => touching(n, ["article", "pharmacology"])));
      assert.deepEqual(sorted(strands), sorted(wanted));
      assert.ok([...nodes].some((n) => kindOf(n) === "receptor"));
    }
  });

  test("on a receptor in the lens of the article lights the receptor alone, and says so", () => {
    const state = { lens: ARTICLE, focus: place("mu") + 1 };
    const shown = look(state);
    assert.deepEqual([...shown.nodes], [place("mu")]);
    assert.deepEqual(shown.strands, []);
    assert.ok(say(state).startsWith(picture.cards[place("mu")][3].article));
    assert.ok(say(state).endsWith(picture.words.no_rows));
  });

  test("says what the card has in each voice, pharmacology first", () => {
    const { article, pharmacology } = picture.cards[place("buprenorphine")][3];
    const focus = place("buprenorphine") + 1;
    assert.equal(say({ focus }), `${pharmacology} ${article}`);
    assert.equal(say({ focus, lens: ARTICLE }), article);
    assert.equal(say({ focus, lens: PHARMACOLOGY }), pharmacology);
  });
});

describe("domain", () => {
  test("lights the lines that end there", () => {
    picture.domains.forEach((node, i) => {
      const shown = look({ domain: i + 1 });
      assert.ok(shown.nodes.has(node));
      assert.deepEqual(shown.strands, [...picture.strands.keys()].filter((s) => strand(s)[1] === node));
    });
  });

  test("in the lens of the article lights subjects alone", () => {
    const domain = picture.domains.indexOf(place("anxiety")) + 1;
    const { nodes, strands } = look({ lens: ARTICLE, domain });
    assert.ok(strands.length > 0);
    assert.deepEqual(new Set([...nodes].map(kindOf)), new Set(["subject", "domain"]));
  });
});

describe("origin", () => {
  test("lights molecules of that origin and what they are joined to", () => {
    picture.origins.forEach((origin, i) => {
      const { nodes, strands } = look({ origin: i + 1 });
      const molecules = [...nodes].filter(originOf);
      assert.ok(strands.length > 0, origin);
      assert.ok(molecules.length > 0, origin);
      assert.ok(molecules.every((n) => originOf(n) === origin), origin);
    });
  });

  test("sends every molecule to one origin of the list", () => {
    for (const node of [...ofKind("peptide"), ...ofKind("ligand")]) assert.ok(picture.origins.includes(originOf(node)), picture.nodes[node][0]);
  });
});

describe("lists together", () => {
  test("focus and domain leave what joins the focus, to that domain alone", () => {
    const mood = place("mood");
    const shown = look({ focus: place("mu") + 1, domain: picture.domains.indexOf(mood) + 1 });
    const domains = [...shown.nodes].filter((n) => kindOf(n) === "domain");
    assert.deepEqual(domains, [mood]);
    assert.ok([...shown.nodes].some((n) => kindOf(n) === "ligand"));
    assert.ok(shown.strands.every((i) => strand(i).slice(0, 2).includes(place("mu"))));
  });

  test("focus and origin count the molecules that are left", () => {
    const state = { focus: place("mu") + 1, origin: picture.origins.indexOf("opium alkaloid") + 1 };
    const shown = look(state);
    const left = [...shown.nodes].filter(originOf);
    const all = picture.nodes.filter((node) => node[4]).length;
    assert.ok(left.length > 0 && left.length < all);
    const words = picture.words.filtered.replace("{shown}", String(left.length)).replace("{all}", String(all)).replace("{joins}", String(shown.strands.length));
    assert.ok(say(state).endsWith(words), say(state));
  });

  test("filters that leave nothing say so", () => {
    const naloxone = place("naloxone");
    const other = picture.origins.findIndex((origin) => origin !== originOf(naloxone));
    const state = { focus: naloxone + 1, origin: other + 1 };
    assert.deepEqual(look(state).strands, []);
    assert.deepEqual([...look(state).nodes], [naloxone]);
    assert.ok(say(state).endsWith(picture.words.no_rows));
  });
});

describe("signs", () => {
  test("there are none in the overview", () => {
    assert.equal(explorer.signs(picture, START, look({})).size, 0);
  });

  test("stand at nodes that are lit, in a voice of the lens", () => {
    for (const state of states()) {
      const shown = look(state);
      for (const { far, voice, signs } of explorer.signs(picture, state, shown).values()) {
        assert.ok(shown.nodes.has(far), JSON.stringify(state));
        assert.ok(shown.voices.includes(voice), JSON.stringify(state));
        assert.ok(signs.length > 0, JSON.stringify(state));
      }
    }
  });

  test("of a name in a list are one, which tells where rows differ", () => {
    const kappa = place("kappa");
    const state = { ...START, focus: kappa + 1 };
    const shown = look(state);
    for (const { far, signs } of explorer.signs(picture, state, shown).values()) {
      if (!["peptide", "ligand"].includes(kindOf(far))) continue;
      assert.equal(signs.length, 1);
      const looks = new Set(shown.strands.filter((i) => strand(i)[0] === far && strand(i)[1] === kappa).map((i) => strand(i)[4]));
      assert.equal(signs[0][0] === "differs", looks.size > 1, picture.nodes[far][0]);
    }
  });
});

describe("nearest", () => {
  // a b c
  // d e f
  const grid = [0, 1].flatMap((row) => [0, 1, 2].map((column) => [column * 50, row * 30, 40, 20]));
  const [a, b, c, d, e] = [0, 1, 2, 3, 4];

  test("is the next box in the direction of the key", () => {
    assert.equal(explorer.nearest(grid, a, 1, 0), b);
    assert.equal(explorer.nearest(grid, b, -1, 0), a);
    assert.equal(explorer.nearest(grid, a, 0, 1), d);
    assert.equal(explorer.nearest(grid, e, 0, -1), b);
  });

  test("is the same box where there is no other", () => {
    assert.equal(explorer.nearest(grid, c, 1, 0), c);
    assert.equal(explorer.nearest(grid, a, 0, -1), a);
    assert.equal(explorer.nearest([[0, 0, 10, 10]], 0, 1, 0), 0);
  });

  test("prefers what stands straight ahead to what is near but aside", () => {
    const boxes = [[0, 0, 10, 10], [60, 0, 10, 10], [20, 40, 10, 10]];
    assert.equal(explorer.nearest(boxes, 0, 1, 0), 1);
  });

  test("leads from any node to any other, in both forms of the picture", () => {
    for (const [form, { boxes }] of Object.entries(picture.forms)) {
      const walk = (from) => {
        const seen = new Set([from]);
        for (const node of seen) for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) seen.add(explorer.nearest(boxes, node, dx, dy));
        return seen;
      };
      for (const from of [0, boxes.length >> 1, boxes.length - 1]) {
        const seen = walk(from);
        const missed = picture.nodes.filter((_, i) => !seen.has(i)).map(([id]) => id);
        assert.deepEqual(missed, [], `${form}, from ${picture.nodes[from][0]}`);
      }
    }
  });
});
