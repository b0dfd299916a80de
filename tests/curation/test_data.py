"""The real tables: all there, and true to the raw rows they cite."""

import csv
import html
import math
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import explainer as ex
from explainer.curation import rules
from explainer.model.loading import data_folder
from explainer.model.schema import Interaction, Ligand, Peptide
from explainer.voices.cards import card

ROOT = Path(__file__).parents[2]
RAW = data_folder() / "raw" / "gtopdb2020.5_opioid_rows.csv"


# All of it


@pytest.mark.parametrize(
    ("table", "least"),
    [("ligands", 62), ("interactions", 410), ("effects", 47), ("claims", 41), ("sources", 113)],
)
def test_nothing_that_was_gathered_is_lost(system: ex.System, table: str, least: int) -> None:
    assert len(system.tables[table]) >= least


def test_there_are_four_receptors_and_four_precursors(system: ex.System) -> None:
    assert list(system.receptors) == ["mu", "delta", "kappa", "nop"]
    assert list(system.precursors) == ["pomc", "penk", "pdyn", "pnoc"]


def test_sixteen_peptides_are_sourced_and_one_is_the_articles_alone(system: ex.System) -> None:
    assert len(system.peptides) == 16
    assert system.subjects["said_dymorphins"].names == ()
    assert not [row for row in system.peptides.values() if "dymorphin" in row.model_dump_json()]


def test_every_claim_is_assessed_or_said_not_to_be(system: ex.System) -> None:
    for claim in system.claims.values():
        found = system.assessment_of(claim.id)
        lines = [
            line for section in card(system, claim.subjects[0]).sections for line in section.lines
        ]
        place = [line.row for line in lines].index(claim.id)
        after = lines[place + 1]
        assert (after.row, after.voice) == (found.id if found else claim.id, "ours")


def test_no_rule_of_curation_is_broken(system: ex.System) -> None:
    assert list(map(str, rules.check(system))) == []


def test_each_conflict_is_told_from_both_sides(system: ex.System) -> None:
    pairs = {(row, other) for row, others in system.at_odds.items() for other in others}
    named = {(row.id, other) for row in system.effects.values() for other in row.conflicts_with}
    assert named < pairs
    assert pairs == {(b, a) for a, b in pairs}


def test_every_source_is_cited(system: ex.System) -> None:
    """Or said to be listed for its own sake: the article is cited by its claims."""
    cited = {
        reference.source
        for table in system.tables.values()
        for row in table.values()
        for reference in getattr(row, "sources", ())
    }
    assert set(system.sources) - cited == set()


# The raw rows of the Guide to PHARMACOLOGY

ACTIONS = {
    ("Agonist", "Full agonist"): "full agonist",
    ("Agonist", "Agonist"): "agonist",
    ("Agonist", "Partial agonist"): "partial agonist",
    ("Agonist", "Biased agonist"): "biased agonist",
    ("Antagonist", "Antagonist"): "antagonist",
    ("Antagonist", "Inverse agonist"): "inverse agonist",
    ("Allosteric modulator", "Positive"): "positive allosteric modulator",
    ("Allosteric modulator", "Neutral"): "neutral allosteric modulator",
    ("None", "Binding"): "binds",
}
UPSIDE_DOWN = {"": "=", "=": "=", "<": ">", ">": "<"}  # the raw sign belongs to the value in nM
RawRow = dict[str, str]


def raw_rows() -> list[RawRow]:
    with RAW.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


RAW_ROWS = raw_rows()


def citing(system: ex.System, source: str) -> list[Interaction]:
    return [
        row
        for row in system.interactions.values()
        if source in {reference.source for reference in row.sources}
    ]


def molecule(system: ex.System, row: Interaction) -> Peptide | Ligand:
    found = system.find(row.ligand)
    assert isinstance(found, Peptide | Ligand)
    return found


def entry_of(row: Interaction) -> str:
    """Give the entry of the release, where the row names another than the Guide has by now."""
    places = [each.place for each in row.sources if each.source == "gtopdb2020"]
    return "".join(place.removeprefix("entry ") for place in places if place.startswith("entry "))


def number(cell: str) -> float | None:
    return round(float(cell), 2) if cell else None


def difference(system: ex.System, row: Interaction) -> str:
    """Say what differs between one of our rows and the raw rows; nothing where one agrees."""
    ours = molecule(system, row)
    target = str(system.receptors[row.receptor].gtopdb_id)
    entry = entry_of(row) or str(ours.gtopdb_id)
    pair = [raw for raw in RAW_ROWS if (raw["ligand_id"], raw["target_id"]) == (entry, target)]
    if not pair:
        return f"no raw row has ligand_id {entry} and target_id {target}"
    joined = [
        raw
        for raw in pair
        if (raw["target_species"].lower(), raw["affinity_units"]) == (row.species, row.measure)
    ]
    if not joined:
        there = sorted({f"{raw['affinity_units']} in {raw['target_species']}" for raw in pair})
        return f"{row.measure} in {row.species} is not among the raw rows: {', '.join(there)}"
    told = []
    for raw in joined:
        low, high, median = ends(raw)
        pairs = {
            "action": (row.action, ACTIONS[raw["type"], raw["action"]]),
            "lowest": (row.affinity_low, low),
            "highest": (row.affinity_high, high),
            "median": (row.affinity_median, median),
            "relation": (row.relation, UPSIDE_DOWN[raw["original_affinity_relation"]]),
            "pmids": (sorted(row.pmids), sorted(filter(None, raw["pubmed_id"].split("|")))),
        }
        told.append(
            "; ".join(f"{name}: {a!r}, raw {b!r}" for name, (a, b) in pairs.items() if a != b)
        )
    return min(told, key=len)


def ends(raw: RawRow) -> tuple[float | None, float | None, float | None]:
    """Give lowest, highest and median; a lone value is printed as a median and is both ends."""
    low, median, high = (number(raw[f"affinity_{name}"]) for name in ("low", "median", "high"))
    if low is None or high is None:
        return median, median, None
    return min(low, high), max(low, high), median


def test_the_raw_table_is_whole() -> None:
    assert len(RAW_ROWS) == 394
    assert {raw["target_id"] for raw in RAW_ROWS} == {"317", "318", "319", "320"}


def test_every_row_that_cites_the_guide_is_one_of_its_rows(system: ex.System) -> None:
    rows = citing(system, "gtopdb2020")
    assert len(rows) > 200
    told = {row.id: difference(system, row) for row in rows}
    assert {row: fault for row, fault in told.items() if fault} == {}


def test_every_row_of_the_guide_on_a_molecule_and_a_receptor_of_ours_is_here(
    system: ex.System,
) -> None:
    molecules = {
        str(row.gtopdb_id): row.id for row in (*system.peptides.values(), *system.ligands.values())
    }
    molecules |= {
        entry: row.ligand for row in citing(system, "gtopdb2020") if (entry := entry_of(row))
    }
    receptors = {str(row.gtopdb_id): row.id for row in system.receptors.values()}
    raw_keys = Counter(
        (
            molecules[raw["ligand_id"]], receptors[raw["target_id"]],
            ACTIONS[raw["type"], raw["action"]], raw["target_species"].lower(),
            raw["affinity_units"], *ends(raw),
        )
        for raw in RAW_ROWS
        if raw["ligand_id"] in molecules
    )  # fmt: skip
    ours = Counter(
        (
            row.ligand, row.receptor, row.action, row.species, row.measure,
            row.affinity_low, row.affinity_high, row.affinity_median,
        )
        for row in citing(system, "gtopdb2020")
    )  # fmt: skip
    assert raw_keys.total() > 200
    assert list((raw_keys - ours).elements()) == []


def test_no_raw_row_stands_for_two_of_ours(system: ex.System) -> None:
    keys = Counter(
        (row.ligand, row.receptor, row.species, row.measure, row.affinity_low, row.affinity_high)
        for row in citing(system, "gtopdb2020")
    )
    assert [key for key, count in keys.items() if count > 1] == []


def test_a_molecule_has_the_name_that_the_guide_gives_its_number(system: ex.System) -> None:
    names: dict[str, set[str]] = {}
    for raw in RAW_ROWS:
        names.setdefault(raw["ligand_id"], set()).add(plain(raw["ligand"]))
    odd = {}
    for row in (*system.peptides.values(), *system.ligands.values()):
        given = names.get(str(row.gtopdb_id))
        if given and not given & set(map(plain, (row.name, *row.synonyms))):
            odd[row.id] = given
    assert odd == {}


GREEK = {"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "κ": "kappa", "μ": "mu"}


def plain(name: str) -> str:
    """Letters and digits of a name, Greek letters spelled out."""
    text = re.sub(r"<[^>]+>", "", html.unescape(name)).lower()
    for letter, word in GREEK.items():
        text = text.replace(letter, word)
    return re.sub(r"[^a-z0-9]", "", text)


def test_a_number_of_the_guide_stands_for_one_molecule(system: ex.System) -> None:
    numbers = Counter(
        row.gtopdb_id for row in (*system.peptides.values(), *system.ligands.values())
    )
    del numbers[None]
    assert [number for number, count in numbers.items() if count > 1] == []


# Values given twice

NANOMOLAR = re.compile(
    r"^[A-Z]\w+ (?P<sign>above |below )?(?P<low>[\d.]+)(?: to (?P<high>[\d.]+))? nM"
    r"(?:, median (?P<median>[\d.]+))?(?: as printed)?$"
)


def minus_log(nanomolar: str) -> float:
    return 9 - math.log10(float(nanomolar))


def printed_in_nanomolar(system: ex.System) -> Iterator[tuple[Interaction, re.Match[str]]]:
    for row in system.interactions.values():
        if "nM" in row.reported and re.search(r"\d", row.reported) and row.affinity_low:
            match = NANOMOLAR.match(row.reported)
            assert match, f"{row.id}: {row.reported!r} cannot be read"
            yield row, match


def test_a_value_in_nanomolar_agrees_with_its_logarithm(system: ex.System) -> None:
    odd = {}
    for row, printed in printed_in_nanomolar(system):
        given = {
            "affinity_high": printed["low"],
            "affinity_low": printed["high"] or printed["low"],
            "affinity_median": printed["median"],
        }
        for column, nanomolar in given.items():
            ours = getattr(row, column)
            if nanomolar is None or ours is None:
                continue
            if abs(ours - minus_log(nanomolar)) > 0.01:
                odd[row.id] = f"{column} {ours}, but {row.reported!r} is {minus_log(nanomolar):.2f}"
    assert odd == {}


def test_many_values_are_given_twice(system: ex.System) -> None:
    assert len(list(printed_in_nanomolar(system))) > 140


def test_above_in_nanomolar_is_below_on_the_scale(system: ex.System) -> None:
    signs = {"above ": "<", "below ": ">", None: "="}
    odd = {
        row.id: (row.reported, row.relation)
        for row, printed in printed_in_nanomolar(system)
        if row.relation != signs[printed["sign"]]
    }
    assert odd == {}
