"""What a pharmacologist, a fact-checker and a person in need of help may count on."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import get_args

import pytest
from frictionless import Package

import explainer as ex
from explainer import rules
from explainer.rows.words import Paragraph

ROOT = Path(__file__).parents[1]
GAPS = (ROOT / "data" / "GAPS.md").read_text(encoding="utf-8")
LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"))
PAGES = [*LESSONS, ROOT / "README.md", ROOT / "CURATING.md", ROOT / "data" / "GAPS.md"]


@pytest.mark.parametrize("paragraph", get_args(Paragraph))
def test_every_paragraph_of_the_article_has_a_claim(system: ex.System, paragraph: str) -> None:
    assert len(system.claims.where(paragraph=paragraph)) > 0


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


@pytest.mark.parametrize("molecule", ["tramadol", "mitragynine", "diprenorphine", "jdtic"])
def test_known_traps_carry_a_caveat(system: ex.System, molecule: str) -> None:
    assert any(row.caveat for row in system.targets_of(molecule).values())


def test_no_chart_may_show_a_trap(system: ex.System) -> None:
    for receptor in ("delta", "kappa"):
        rows = system.targets_of("tramadol").where(receptor=receptor).values()
        assert not any(row.plot_ok for row in rows if (row.affinity_low or 0) > 6)


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
    assert list(rules.faults_of_words(running_text(path))) == []


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.name)
def test_a_lesson_names_a_receptor_by_one_name(path: Path) -> None:
    words = running_text(path).replace("`", " ").split()
    assert not {"MOR", "MOP", "DOR", "DOP", "KOR", "KOP", "ORL1"}.intersection(words)
