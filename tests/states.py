"""States of the Explorer to try: each value of each control, and random ones."""

import random
from collections.abc import Iterator
from typing import Any

from explainer.view.state import FIELDS, FILTERS, LENSES, PANELS, Choices, State

LOOKS = ("row", "view")  # what is looked at in the picture, by other words than a filter's


def single(choices: Choices) -> Iterator[State]:
    """Give each node as focus in each panel, and each word of each filter, in each lens."""
    for lens in LENSES:
        for panel in PANELS:
            for focus in choices["focus"]:
                yield State(lens=lens, panel=panel, focus=focus)
        for name in FILTERS:
            for word in filter(None, choices[name]):
                set_filter: dict[str, Any] = {name: word}
                yield State(lens=lens, **set_filter)
    for name in LOOKS:
        for word in filter(None, choices[name]):
            look: dict[str, Any] = {name: word}
            yield State(**look)


def some(choices: Choices, number: int, seed: int = 4) -> Iterator[State]:
    """Give random states, the same on every run: up to three filters, up to two beside a focus."""
    chance = random.Random(seed)  # noqa: S311 - nothing here is a secret
    nodes = [node for node in choices["focus"] if node]
    for _ in range(number):
        words: dict[str, Any] = {"lens": chance.choice(LENSES), "panel": chance.choice(PANELS)}
        if chance.random() < 0.7:
            focus, *also = chance.sample(nodes, 1 + chance.choice([0, 0, 1, 2]))
            words |= {"focus": focus, "also": tuple(also)}
        for name in chance.sample(FILTERS, chance.choice([0, 1, 1, 2, 2, 3])):
            words[name] = chance.choice(list(choices[name]))
        if chance.random() < 0.2:
            words |= {name: chance.choice(list(choices[name])) for name in LOOKS}
        yield State(**words)


def old_code(state: State) -> str:
    """Write a state as versions before November 2026 did, by their own rule."""
    words = {name: getattr(state, name) for name in FIELDS}
    texts = {name: ",".join(v) if isinstance(v, tuple) else v for name, v in words.items()}
    empty = {"lens": "both", "panel": "card"}
    parts = [f"{n}={text}" for n, text in texts.items() if text != empty.get(n, "")]
    return ";".join(parts).replace(" ", "+")


BAD_CODES = (
    "", ";", ";;;", "=", "focus", "focus=", "=kappa", "focus=kapa", "focus=KAPPA", "focus=kap pa",
    "focus=kappa,mu", "focus=mu;focus=kappa", "focus = kappa", " focus=kappa ; domain=mood ",
    "also=mu", "focus=mu;also=mu", "focus=mu;also=mood,mu", "also=mood;focus=mu",
    "focus=mu;also=mood,anxiety,pain", "focus=mu;also=mood;also=pain", "focus=mu;also=",
    "focus=mu;also=moood,anxeity", "focus=mu;also=,,mood,,", "focus=mu;also=mood,mood",
    "lens=artikle", "lens=", "panel=tabel", "panel=quiz", "zoom=2", "zoom", "focus=mu;zoom",
    "origin=made+by+the+body", "origin=made by the body", "origin=made+by+teh+body",
    "action=aktivates", "direction=no+difference", "evidence=human+imagin", "verdict=supported",
    "#explorer:focus=mu", "explorer:focus=mu", "##focus=mu", "x#explorer:a#explorer:focus=mu",
    "explorer:", "https://example.org/page.html#explorer:focus=kappa;panel=table",
    "focus=κ", "focus=mü", "focus=mu😀", "focus=😀😀", "panel=tråce", "focus=مو", "focus=мю",
    "{part}", "{part}=1", "focus={word}", "focus={n|row|rows}", "constructor=1", "__proto__=1",
    "focus=constructor", "focus=toString", "lens=__proto__", "focus=<script>alert(1)</script>",
    "focus=" + "x" * 300, "x" * 5000, ";".join(["focus=kapa"] * 50), "focus=mu%20",
    "lens=both;focus=;also=;receptor=;panel=card",
    # Blanks of one language alone, letters written from right to left, and more than is read.
    "\x1cfocus=mu", "focus=\x85mu", "\ufefffocus=mu", "focus=mu\xa0",
    "focus=mu;\u2003;lens=article",
    "\tfocus=mu\r\n", "focus=\u202emorphine", "focus=\u2067mu\u2069;also=مورفين", "مورفين=mu",
    "x" * 100_000, "a;" * 50_000, "focus=kapa;" * 9_000, "also=moood," + "mooood," * 9_000,
    "😀" * 999, "😀" * 1_001, "focus=mu;" + "😀" * 600, "focus=" + "µ" * 41,
    " " * 2_000 + "focus=mu",
    "row=e1", "row=e01", "row=e999", "row=E1", "row=", "view=map", "view=mapp", "view=apart",
    "view=of:agonist", "view=acts:kappa:activates", "view=of:agonits", "people=people",
    "people=poeple", "people=yes", "focus=mu;row=e2;view=map;people=people",
    "a;b;c;d;e;focus=mu", "a;b;c;d;focus=mu;e", "focus=a,b,c,d,e,f,mu",
    # What addresses carry: escapes whole, broken, and of no letter; codes old and new, and mixed.
    "focus=kappa&domain=mood", "focus=mu&also=mood%2Cpain", "focus=mu&also=mood&also=pain",
    "?focus=mu", "#?focus=mu", "focus%3Dmu", "focus=m%75", "f%6Fcus=mu", "focus=%6D%75%26lens%3Dx",
    "origin=made%20by%20the%20body", "origin=made%2Bby", "view=of%3Aagonist",
    "focus=mu&;&panel=table", "focus=mu;panel=table&lens=article", "focus=%", "focus=%zz",
    "focus=mu%", "focus=%FF%FEmu", "focus=%ED%A0%80", "focus=%E2%82", "focus=%00", "focus=mu%00",
    "%3B=%26", "focus=mu=kappa", "focus==mu", "&&&", "=&=", "+focus+=+mu+", "%20focus=mu",
    "focus=%09mu%0A", "focus=a&amp;panel=table", "focus=%D9%85%D9%88", "%F0%9F%98%80=1",
    "focus=" + "%41" * 400,
)  # fmt: skip


def spoilt(choices: Choices, number: int, seed: int = 5) -> Iterator[str]:
    """Give codes with a few letters lost, changed or added, the same on every run."""
    chance = random.Random(seed)  # noqa: S311 - as above
    letters = "abcdeimnorstuv_+,;= é😀κ"
    for state in some(choices, number, seed):
        code = list(state.code)
        for _ in range(chance.randint(1, 4)):
            at = chance.randint(0, len(code))
            code[at : at + chance.randint(0, 2)] = chance.sample(letters, chance.randint(0, 1))
        yield "".join(code)
