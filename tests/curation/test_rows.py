"""What a pharmacologist, a fact-checker and a person in need of help may count on."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from frictionless import Package

import explainer as ex
from explainer.curation.language import faults_of_words
from explainer.model.schema import Source

ROOT = Path(__file__).parents[2]
GAPS = (ROOT / "data" / "GAPS.md").read_text(encoding="utf-8")
LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"))
PAGES = [*LESSONS, ROOT / "README.md", ROOT / "CURATING.md", ROOT / "data" / "GAPS.md"]


def test_the_cut_off_sentence_is_one_claim_and_stays_open(system: ex.System) -> None:
    (claim,) = system.claims.where(open_end=True).values()
    assert (claim.paragraph, claim.domains, claim.direction) == ("p9", (), None)


def test_help_lines_were_looked_at_within_twelve_months(system: ex.System) -> None:
    today = dt.datetime.now(tz=dt.UTC).date()
    old = [h.id for h in system.helplines.values() if today - h.checked_on > dt.timedelta(days=365)]
    assert old == [], "call or open each of these again, then set checked_on in helplines.csv"


@pytest.mark.parametrize("receptor", ["mu", "delta", "kappa", "nop"])
@pytest.mark.parametrize("domain", ["mood", "anxiety", "stress", "reward"])
def test_each_receptor_has_a_finding_in_each_domain_or_a_gap(
    system: ex.System, receptor: str, domain: str
) -> None:
    found = system.effects.where(agent=receptor, domain=domain)
    name = system.receptors[receptor].name.removesuffix(" receptor")
    assert len(found) or f"- {name} and {domain}:" in GAPS


def listed(start: str) -> set[str]:
    """Give the sources that one line of the gaps names."""
    line = re.search(rf"- \*\*{start}(?:.|\n)*?(?=\n- |\n\n)", GAPS)
    assert line, f"GAPS.md has no line that begins with {start!r}"
    return set(re.findall(r"`([a-z0-9_]+)`", line[0]))


def papers(system: ex.System) -> list[Source]:
    """Give the sources that journals publish."""
    kinds = ("primary study", "review", "meta-analysis")
    return [row for row in system.sources.values() if row.kind in kinds]


def test_the_gaps_name_each_source_without_authors_and_no_other(system: ex.System) -> None:
    assert {row.id for row in system.sources.values() if not row.authors} == listed("Authors not")


def test_the_gaps_name_each_source_without_its_title_and_no_other(system: ex.System) -> None:
    assert {row.id for row in system.sources.values() if row.title.startswith("[")} == listed(
        "Title not"
    )


@pytest.mark.parametrize(("start", "column"), [("Year", "year"), ("Container", "container")])
def test_the_gaps_name_each_paper_without_year_or_container_and_no_other(
    system: ex.System, start: str, column: str
) -> None:
    found = {row.id for row in papers(system) if not getattr(row, column)}
    assert found == listed(f"{start} not")


def test_the_gaps_name_each_paper_without_a_number_and_no_other(system: ex.System) -> None:
    entries = [row for row in system.sources.values() if row.kind == "trial register"]
    found = {
        row.id
        for row in (*papers(system), *entries)
        if not (row.doi or row.pmid or row.registry)
        and "thesis" not in row.container  # a thesis has no DOI
    }
    assert found == listed("DOI not")


def test_no_record_of_a_source_names_the_copy_that_was_read(system: ex.System) -> None:
    """Where a source was read stands in its note; its record says what it is."""
    odd = [
        row.id
        for row in system.sources.values()
        if re.search(
            r"\bcop(y|ies)\b|aggregated|as kept in|as shipped", f"{row.title} {row.container}"
        )
    ]
    assert odd == []


# Places that keep copies, or catalogues: not the body that publishes the work.
COPIES = {
    "acnpsearch.tweb-dev.unibo.it", "bvbvf1.bib-bvb.de", "core.ac.uk", "datapdf.com", "docslib.org",
    "fdocuments.in", "ja.scribd.com", "ouci.dntb.gov.ua", "pdffox.com", "pt.scribd.com",
    "searchworks.jioinstitute.edu.in", "www.mendeley.com", "www.opioids.wiki",
}  # fmt: skip


def test_the_gaps_name_each_source_that_leads_to_a_copy_and_no_other(system: ex.System) -> None:
    copies = {
        row.id
        for row in system.sources.values()
        if not (row.doi or row.pmid or row.registry)
        and urlsplit(row.url).netloc in COPIES
        and "thesis" not in row.container  # the repository is where a thesis is published
    }
    assert copies == listed("No DOI")


@pytest.mark.parametrize("number", ["doi", "pmid"])
def test_one_publication_is_one_source(system: ex.System, number: str) -> None:
    numbers = [getattr(row, number).lower() for row in system.sources.values()]
    assert [found for found in set(numbers) if found and numbers.count(found) > 1] == []


@pytest.mark.parametrize("receptor", ["mu", "delta", "kappa", "nop"])
def test_a_receptor_sits_in_the_membrane_because_a_source_says_so(
    system: ex.System, receptor: str
) -> None:
    row = system.receptors[receptor]
    assert "membrane" in {reference.place for reference in row.sources}
    assert "membrane" in row.family_note


@pytest.mark.parametrize("molecule", ["tramadol", "mitragynine", "diprenorphine", "jdtic"])
def test_known_traps_carry_a_caveat(system: ex.System, molecule: str) -> None:
    assert any(row.caveat for row in system.interactions_of(molecule).values())


def test_no_chart_may_show_a_trap(system: ex.System) -> None:
    for receptor in ("delta", "kappa"):
        rows = system.interactions_of("tramadol").where(receptor=receptor).values()
        assert not any(row.plot_ok for row in rows if (row.affinity_low or 0) > 6)


def test_pooled_values_name_no_species(system: ex.System) -> None:
    """The pooled file joins by gene symbol and gives none."""
    rows = [
        row
        for row in system.interactions.values()
        if "pdsp2026" in {reference.source for reference in row.sources}
    ]
    assert len(rows) > 80
    assert [row.id for row in rows if row.species] == []


def test_events_stand_in_the_order_of_their_years(system: ex.System) -> None:
    events = list(system.events.values())
    assert len(events) >= 14
    assert [event.year for event in events] == sorted(event.year for event in events)
    assert all(event.year < event.until for event in events if event.until)


def test_the_name_of_an_event_fits_beside_its_dot(system: ex.System) -> None:
    assert [event.name for event in system.events.values() if len(event.name) > 40] == []


def test_no_event_is_told_before_its_source_was_written(system: ex.System) -> None:
    odd = {
        event.id: source.id
        for event in system.events.values()
        for source in system.sources_of(event)
        if source.year and source.year < (event.until or event.year)
    }
    assert odd == {}


def test_the_data_package_is_what_frictionless_expects() -> None:
    report = Package(str(ROOT / "data" / "datapackage.json")).validate()
    assert report.valid, report.to_summary()


def running_text(path: Path) -> str:
    """What a reader reads on a page."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".ipynb":
        return text
    return "\n".join("".join(cell["source"]) for cell in json.loads(text)["cells"])


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_pages_speak_kindly_and_of_no_dose(path: Path) -> None:
    assert list(faults_of_words(running_text(path))) == []


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.name)
def test_a_lesson_names_a_receptor_by_one_name(path: Path) -> None:
    words = running_text(path).replace("`", " ").split()
    assert not {"MOR", "MOP", "DOR", "DOP", "KOR", "KOP", "ORL1"}.intersection(words)
