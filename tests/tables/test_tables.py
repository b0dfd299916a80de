"""Tables that are read: what each cell says, in every form, and that nothing else builds one."""

import dataclasses
import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import explainer as ex
from cells import html_of, shown, table_of
from copies import Copy
from explainer import lessons, tables
from explainer.drawing import theme
from explainer.model import display_style
from explainer.model.display_table import DisplayTable, Part, Phrase, words_of
from explainer.model.table import Table
from explainer.tables import _silences
from explainer.tables._actions import CLASSES, by_class, families_at
from explainer.tables._silences import gap
from explainer.tables._verdicts import STOPS, UNASSESSED, by_paragraph, totals, verdict_of
from explainer.tables.read import ReadTable
from explainer.voices import strength

ROOT = Path(__file__).parents[2]
BUILT: dict[str, Callable[[ex.System], object]] = {
    **{name: getattr(tables, name) for name in tables.__all__},
    "told": lambda system: lessons.told(system, system.claims),
    "help": lessons.where_help_is,
    "rows": lambda system: system.interactions,
    "system": lambda system: system,
}
every_table = pytest.mark.parametrize("build", BUILT.values(), ids=BUILT)
every_read = pytest.mark.parametrize("name", tables.__all__)


def elements(value: object) -> ET.Element:
    """Give the HTML as a tree: what is no well-formed tree is an error."""
    return ET.fromstring(html_of(value))  # noqa: S314 - our own


def every_table_in(value: object) -> list[ET.Element]:
    """Give the tables of all that is shown: for screens, and beside it for paper."""
    whole = html_of(value).replace(" hidden>", ' hidden="">')
    return list(ET.fromstring(f"<div>{whole}</div>").iter("table"))  # noqa: S314 - our own


def body_of(value: object) -> dict[str, list[str]]:
    """Give the words of the cells of each row by its first cell; heads of parts have no more."""
    return {first: rest for first, *rest in table_of(value)}


# Every table


@every_table
def test_each_column_and_each_row_has_a_head_that_says_so(
    system: ex.System, build: Callable[[ex.System], object]
) -> None:
    for table in every_table_in(build(system)):
        heads = [th for row in table.findall("thead/tr") for th in row]
        assert {head.get("scope") for head in heads} == {"col"}
        for row in table.findall("tbody/tr"):
            if row[0].get("scope") == "rowgroup":
                assert row[0].get("colspan") == str(len(heads))
                continue
            assert len(row) == len(heads)
            assert row[0].get("scope", "row") == "row"
            assert {cell.tag for cell in row[1:]} <= {"td"}


@every_table
def test_a_card_names_the_column_of_each_cell_and_keeps_the_roles_of_a_table(
    system: ex.System, build: Callable[[ex.System], object]
) -> None:
    for table in every_table_in(build(system)):
        heads = [th.text for th in table.findall("thead/tr/th")]
        assert table.get("role") == "table"
        for row in table.findall("tbody/tr"):
            assert row.get("role") == "row"
            if row[0].get("scope") != "rowgroup":
                for cell, head in zip(row[1:], heads[1:], strict=True):
                    assert (cell.get("role"), cell.get("data-head")) == ("cell", head)


@every_table
def test_a_table_brings_its_style_once_and_no_script(
    system: ex.System, build: Callable[[ex.System], object]
) -> None:
    html = html_of(build(system))
    assert html.count("<style>") == 1
    assert not re.search(r"<script|\son\w+=|url\(|@import|https?:(?![^<]*</a>|[^\"<]*\")", html)
    selectors = re.findall(r"(?:^|[{}])([^{}@]+)\{", re.search(r"<style>(.*)</style>", html)[1])  # type: ignore[index]
    assert [s for s in selectors if not re.search(r"\.explainer-table\.explainer-table", s)] == []


@every_read
def test_what_is_read_has_a_caption_and_says_that_it_is_no_advice(
    system: ex.System, name: str
) -> None:
    tree = elements(BUILT[name](system))
    assert [len(table.findall("caption")) for table in tree.iter("table")] == [1]
    assert tree.findall("p")[-1].text == "Descriptive only: not advice, not a dosing tool."


@every_read
def test_each_form_says_the_same(system: ex.System, name: str) -> None:
    built = getattr(tables, name)(system)
    data, _ = shown(built)
    assert set(data) == {"text/html", "text/markdown", "text/plain"}
    unlinked = re.sub(r"(?<!\\)\[((?:\\.|[^\]\\])*)\]\(<[^>]*>\)", r"\1", data["text/markdown"])
    markdown = re.sub(r"\\(.)", r"\1", unlinked)
    words = iter(table_of(built)[1:])
    for part in built.as_table().parts:
        assert next(words) == [part.heading]
        for row, cells in zip(part.rows, words, strict=False):
            told = [words_of(cell) for cell in row]
            assert f"| {' | '.join(told)} |" in markdown
            assert all(cell in data["text/plain"] for cell in told)
            told = [re.sub(r"[≠■□◧✓◐≈⇄✗∅…–]|, ", "", cell) for cell in told]
            assert [re.sub(r"[≠■□◧✓◐≈⇄✗∅…–]|, ", "", cell) for cell in cells] == told


@every_read
def test_markdown_is_one_table_with_as_many_cells_in_each_line(
    system: ex.System, name: str
) -> None:
    markdown = shown(BUILT[name](system))[0]["text/markdown"]
    lines = [line for line in markdown.splitlines() if line.startswith("|")]
    assert len({len(re.findall(r"(?<!\\)\|", line)) for line in lines}) == 1
    assert len(lines) == len(table_of(BUILT[name](system))) + 1


@every_read
def test_empty_tables_are_told_in_words(small: ex.System, name: str) -> None:
    empty = dataclasses.replace(small, **{table: Table([]) for table in small.tables})
    data, _ = shown(BUILT[name](empty))
    for form in data.values():
        assert "These tables hold no " in form


def test_hostile_words_stay_words() -> None:
    words = "<script>alert(1)</script> | a *b* `c` \n \u05de\u05e6"
    table = DisplayTable(("head|", "x"), [Part([(words, Phrase(words, "https://e.org/'\"<"))])])
    (_, row) = table_of(ReadTable(table))
    assert [cell.replace("\u2068", "").replace("\u2069", "") for cell in row] == [words, words]
    assert "<script" not in table.html()
    assert len(re.findall(r"(?<!\\)\|", table.markdown().splitlines()[2])) == 3


def test_nothing_else_builds_a_table() -> None:
    built = [
        path.name
        for path in (ROOT / "src" / "explainer").rglob("*.py")
        if "</table>" in path.read_text(encoding="utf-8")
    ]
    assert built == ["display_table.py"]


def test_a_sign_has_the_form_that_the_explorer_draws() -> None:
    script = (ROOT / "src/explainer/widgets/static/shared/svg.js").read_text(encoding="utf-8")
    drawn = dict(re.findall(r'^  "?([\w ]+)"?: "(M[^"]+)",$', script, re.MULTILINE))
    assert {look.sign for look in theme.FAMILIES.values()} == set(theme.SHAPES)
    assert theme.SHAPES.items() <= drawn.items()


def test_a_table_folds_where_its_columns_have_no_room() -> None:
    narrow, wide = (display_style.sheet(letters)[1] for letters in (40, 160))
    assert [narrow, wide] == ["fold-24", "fold-88"]
    assert display_style.room_for(["kappa", "activates in part"]) == 18
    assert display_style.room_for(["a sentence that is longer than a line of a card, by far"]) == 24


# Actions


def test_every_molecule_has_the_actions_that_its_rows_state(system: ex.System) -> None:
    told = body_of(tables.actions(system))
    for row in (*system.peptides.values(), *system.ligands.values()):
        for receptor, cell in zip(system.receptors, told[row.name], strict=True):
            families = families_at(system, row.id, receptor)
            words = "".join(theme.FAMILIES[name].word for name in families) or "no row"
            assert cell == ("≠sources differ" if len(families) > 1 else "") + words


def test_sources_that_differ_are_marked(small: ex.System) -> None:
    text = str(tables.actions(small))
    assert text.count("sources differ") == 1
    assert "- morphine – mu: sources differ, activates, activates in part; " in text


def test_each_action_has_its_own_sign_and_colour(small: ex.System) -> None:
    html = html_of(tables.actions(small, ["naloxone"], ["mu"]))
    assert f'<path d="{theme.SHAPES["bar"]}"/>' in html
    look = theme.FAMILIES["blocks"]
    assert f'style="--light:{look.light};--dark:{look.dark}"' in html


def test_molecules_stand_under_their_class(small: ex.System) -> None:
    first = [row[0] for row in table_of(tables.actions(small))]
    wanted = ["Made by the body", "endomorphin", "Agonists", "morphine", "Antagonists", "naloxone"]
    assert [name for name in first if name in wanted] == wanted


def test_a_class_without_a_molecule_is_left_out(small: ex.System) -> None:
    assert list(by_class([small.ligands["naloxone"]])) == ["antagonist"]
    assert len(set(CLASSES.values())) == len(CLASSES)


def test_only_those_asked_for_are_told(system: ex.System) -> None:
    asked = tables.actions(system, ["morphine", "nociceptin"], ["nop"])
    assert body_of(asked) == {
        "Molecule": ["NOP"],
        "Made by the body": [],
        "nociceptin/orphanin FQ": ["activates"],
        "Agonists": [],
        "morphine": ["no row"],
    }
    assert str(asked).startswith("Two molecules at one receptor: the actions that sources report")


def test_an_unknown_molecule_or_receptor_names_the_nearest(small: ex.System) -> None:
    with pytest.raises(ValueError, match="did you mean 'heroin'") as error:
        tables.actions(small, ["heroine"])
    assert str(error.value) == "'heroine' is not the id of a molecule (did you mean 'heroin'?)"
    with pytest.raises(ValueError, match="'mue' is not the id of a receptor"):
        tables.actions(small, receptors=["mue"])


def test_one_molecule_may_be_named_without_brackets(small: ex.System) -> None:
    assert str(tables.actions(small, "heroin")).startswith("One molecule at two receptors")


# Verdicts


def test_every_claim_stands_in_its_order_with_its_hedging_and_its_verdict(
    system: ex.System,
) -> None:
    rows = [row for row in table_of(tables.verdicts(system))[1:] if len(row) > 1]
    claims = [claim for claims in by_paragraph(system).values() for claim in claims]
    for claim, (said, how, verdict, rests) in zip(claims, rows, strict=True):
        assert said == claim.statement + (f" {STOPS}" if claim.open_end else "")
        assert how[1:] == claim.hedging
        judged = verdict_of(system, claim)
        assert judged != UNASSESSED
        assert verdict == theme.VERDICTS[judged] + judged
        found = system.assessment_of(claim.id)
        assert found
        assert strength.in_words(system, found).lower() in rests.lower()
        assert strength.strongest(system, found).rstrip(".") in rests
    assert len({row[1][0] for row in rows}) == len({row[1] for row in rows}) == 3


def test_paragraphs_are_told_in_words(small: ex.System) -> None:
    heads = [row[0] for row in table_of(tables.verdicts(small)) if len(row) == 1]
    assert heads[:2] == ["Paragraph 1", "Paragraph 2"]
    assert len(heads) == len(by_paragraph(small))


def test_the_sentence_that_stops_is_a_gap_that_nothing_fills(small: ex.System) -> None:
    html = html_of(tables.verdicts(small))
    assert html.count('class="et-paper et-tint"') == 1
    assert f"{small.claims['c2'].statement} {STOPS}" in str(tables.verdicts(small))


def test_a_claim_that_nobody_assessed_has_no_verdict(small: ex.System) -> None:
    told = str(tables.verdicts(small))
    assert totals(small)[UNASSESSED] == 1
    assert (
        f"{small.claims['c3'].statement} – How it is said: asserted; Our verdict: not ass" in told
    )
    assert (
        "contested 1, error 0, cannot be checked 1, not checked here 0 and not assessed 1" in told
    )


def test_totals_are_told(system: ex.System) -> None:
    told = str(tables.verdicts(system))
    assert all(f"{verdict} {number}" in told for verdict, number in totals(system).items())
    assert sum(totals(system).values()) == len(system.claims)


def test_claims_that_something_helps_stand_with_the_hazards(system: ex.System) -> None:
    notes = [p.text or "" for p in elements(tables.verdicts(system)).findall("p")]
    assert any(note.startswith("Hazard: ") and "breath" in note for note in notes)


def test_a_long_claim_is_not_cut(copy: Copy) -> None:
    long = " ".join(["opioids brighten"] * 40)
    copy.set("article/claims.csv", "c1", statement=long)
    assert long in str(tables.verdicts(ex.load(copy.path)))


# Silences


def test_each_name_stands_before_its_two_counts(small: ex.System) -> None:
    told = body_of(tables.silences(small))
    assert told["Addiction"] == ["does not say", "1"]
    assert told["Pain"] == ["1", "not collected"]
    assert told["mu receptor"] == ["does not say", "6"]
    assert told["dynorphin B"] == ["1", "not collected"]


def test_what_is_silent_comes_first_and_what_both_speak_of_stands_in_one_line(
    system: ex.System, small: ex.System
) -> None:
    """The four receptors, four times silent, are what the table is for."""
    table = tables.silences(system)
    assert str(table).startswith("The article names none of the four receptors. ")
    names = [row.name for row in system.receptors.values()]
    lines = [line for line in str(table).splitlines() if line.startswith("- ")]
    assert [line[2:].partition(" – ")[0] for line in lines][:4] == names
    assert all("does not say" in line or "not collected" in line for line in lines)
    told = str(tables.silences(small))
    assert "(claims, rows): Mood 2, 3; " in told
    assert "dynorphin A 1, 1" in told
    assert not {"Mood", "dynorphin A"} & set(body_of(tables.silences(small)))


def test_the_three_gaps_are_not_told_alike_and_none_is_nobody() -> None:
    gaps = [gap("article"), gap("pharmacology"), gap("pharmacology", dt.date(2026, 11, 27))]
    assert gaps == ["does not say", "not collected", "not found on 27 November 2026"]


@pytest.mark.parametrize(
    ("about", "kept", "told"),
    [
        ({"domains": ("pain",), "receptor": None}, (), "not found on 27 November 2026"),
        ({"domains": ("pain",), "receptor": "mu"}, (), "not collected"),  # of one receptor alone
        ({"domains": ("pain",), "receptor": None}, ("e1",), "not collected"),
    ],
)
def test_a_search_in_vain_is_told_with_its_day(
    system: ex.System, small: ex.System, about: dict[str, object], kept: tuple[str], told: str
) -> None:
    day = {"searched_on": dt.date(2026, 11, 27), "kept": kept}
    row = next(iter(system.searches.values())).model_copy(update=about | day)
    searched = dataclasses.replace(small, searches=Table([row]))
    assert body_of(tables.silences(searched))["Pain"] == ["1", told]


def test_it_says_that_it_counts_what_was_collected(system: ex.System) -> None:
    told = str(tables.silences(system))
    days = [row.checked_on for row in (*system.effects.values(), *system.interactions.values())]
    last = max(day for day in days if day)
    assert "what was collected in these tables" in told.splitlines()[0]
    assert f"collected until {last.day} {last:%B %Y}." in told
    assert "not to say that nobody has studied it" in told


def test_bars_are_to_scale_within_a_part(system: ex.System) -> None:
    counted = [row for row in _silences.receptors(system) if row.is_gap]
    html = html_of(tables.silences(system))
    shares = re.findall(r"--share:(\d+)%", html[: html.index("Domains")])
    most = max(row.rows for row in counted)
    assert shares == [f"{100 * row.rows / most:.0f}" for row in counted]


# Efficacy


def test_efficacy_tells_every_row_with_its_limit_and_its_source(system: ex.System) -> None:
    rows = table_of(tables.efficacy(system))
    told = {row[0]: row for row in rows if len(row) > 1}
    for row in system.responses.values():
        _, whom, limit, cited = told[row.finding]
        assert whom == f"{row.species} ({row.evidence})"
        assert limit == row.caveat
        assert all(source.short in cited for source in system.sources_of(row))
