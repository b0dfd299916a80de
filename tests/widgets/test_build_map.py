"""The reader's map: what is sent before it is drawn, and what is laid over it."""

import json
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import pytest

import explainer as ex
from explainer.learning import beliefs, casebook
from explainer.model.evidence import who_of
from explainer.widgets import BuildMap, bundle, twins


@pytest.fixture
def made(small: ex.System) -> Iterator[BuildMap]:
    one = BuildMap(small)
    yield one
    one.close()


@pytest.fixture(scope="module")
def answer(system: ex.System) -> dict[str, object]:
    return beliefs.answer(system)


def test_the_browser_gets_what_python_decided_and_what_is_so_apart(
    small: ex.System, made: BuildMap
) -> None:
    assert made.data == beliefs.build(small)
    sent = made.late.content
    if sent:  # it is filled once the cell has run
        assert json.loads(zlib.decompress(sent)) == json.loads(json.dumps(beliefs.answer(small)))


def test_nothing_that_is_laid_over_it_stands_there_before(system: ex.System) -> None:
    before = json.dumps(beliefs.build(system), ensure_ascii=False)
    after = beliefs.answer(system)
    for told in (pair["told"] for pair in after["pairs"]):
        assert told not in before
    assert after["article"]["words"] not in before
    assert not any(row.id in before for row in system.subjects.values())
    plain = twins.of_map(system)["text/plain"]
    assert not any(pair["told"] in plain for pair in after["pairs"])


def test_counts_are_those_of_the_rows_and_people_and_animals_are_never_pooled(
    system: ex.System,
) -> None:
    looks = {"full": "people", "hollow": "animals", "open": "word"}
    for pair in beliefs.answer(system)["pairs"]:
        done = beliefs.agents(system)[pair["from"]]
        rows = [
            row
            for row in system.effects.values()
            if (row.agent, row.domain, row.perturbation) == (pair["from"], pair["to"], done)
        ]
        for look, ways in pair["counts"]:
            these = Counter(row.direction for row in rows if who_of(row) == looks[look])
            for way, n in ways:
                unclear = these["mixed"] + these["not known"]
                assert n == (unclear if way == "unknown" else these[way])
        counted = sum(n for _, ways in pair["counts"] for _, n in ways)
        assert counted == len(rows)


def test_an_empty_place_says_what_was_done_and_never_that_nobody_knows(system: ex.System) -> None:
    empty = [pair for pair in beliefs.answer(system)["pairs"] if not pair["counts"]]
    assert empty
    for pair in empty:
        assert re.match(
            r"We made no search for (?:this|it by name)|None found by our search|"
            r"Only compared with|No finding here",
            pair["told"],
        )
        assert not pair["replies"]["unknown"].startswith("Nobody")
        assert pair["replies"]["improves"] == "No finding here bears on it."


def test_a_line_can_say_that_nobody_knows_and_there_are_at_most_eight(system: ex.System) -> None:
    data = beliefs.build(system)
    assert "nobody knows" in {name for _, name in data["says"]}
    assert set(data["signs"]) == set(casebook.SAYS)
    assert data["most"] == 8
    book = (bundle.STATIC / "casebook" / "book.js").read_text("utf-8")
    assert f"EDGES = {beliefs.MOST};" in book


def test_no_sign_stands_on_another(system: ex.System) -> None:
    after = beliefs.answer(system)
    own = [line[6:8] for line in beliefs.build(system)["picture"]["lines"]]
    for places in [own, *([line[8:] for line in fan["lines"]] for fan in after["fans"])]:
        for one, other in combinations(places, 2):
            apart = abs(one[0] - other[0]) > 25 or abs(one[1] - other[1]) > 12
            assert apart, (one, other)


def test_hazards_stand_beside_what_sounds_like_help(answer: dict[str, object]) -> None:
    assert answer["dangers"]


def test_the_articles_lines_are_its_claims(system: ex.System, answer: dict[str, object]) -> None:
    article = answer["article"]
    assert isinstance(article, dict)
    for start, end, counts in article["lines"]:
        claims = [
            row
            for row in system.claims.values()
            if row.direction and start in row.subjects and end in row.domains
        ]
        assert sum(n for _, ways in counts for _, n in ways) == len(claims)
    assert "None of them is a receptor with a name." in article["words"]


def test_the_script_is_whole_and_its_words_are_pythons(system: ex.System) -> None:
    script = bundle.script("map/index.js")
    assert "innerHTML" not in script
    own = "".join(path.read_text("utf-8") for path in (bundle.STATIC / "map").glob("*.js"))
    drawn = (bundle.STATIC / "map" / "index.js").read_text("utf-8")
    assert set(re.findall(r"(?<!article\.)\bwords\.(\w+)", drawn)) <= set(beliefs.WORDS)
    assert not re.search(r"model\.(?:set|save_changes)", own)
    words = set(re.findall(r"[a-z][a-z0-9_]+", own.lower()))
    tables = ("receptors", "peptides", "precursors", "ligands", "domains")
    assert {row for table in tables for row in system.tables[table] if row in words} == set()
    sheet = (bundle.STATIC / "map" / "map.css").read_text("utf-8")
    assert min(map(float, re.findall(r"font-size: ([\d.]+)px", sheet))) >= 14
