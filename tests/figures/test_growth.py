"""Tables grow and names get longer: every figure still draws every name, inside its page."""

import dataclasses
import functools
from collections.abc import Callable, Iterable

import pytest

import explainer as ex
from explainer import figures
from explainer.figures.figure import Drawing
from explainer.model.schema import Row
from explainer.model.table import Table
from looks import Draw, faults_of, gids_of, words_of

DRAWN: dict[str, Draw] = {name: getattr(figures, name) for name in figures.__all__} | {
    "mechanism": lambda system, **looks: figures.mechanism(system, "mu", **looks),
    "profiles": lambda system, **looks: figures.profiles(system, "morphine", "naloxone", **looks),
}
LONG = {"domains": "mood", "receptors": "mu", "ligands": "morphine", "peptides": "dynorphin_a",
        "precursors": "pdyn", "events": "", "groups": ""}  # fmt: skip


def with_rows(system: ex.System, **more: Iterable[Row]) -> ex.System:
    tables = {name: Table([*getattr(system, name).values(), *rows]) for name, rows in more.items()}
    return dataclasses.replace(system, **tables)


def with_agonists(system: ex.System, number: int) -> ex.System:
    agonist = next(row for row in system.ligands.values() if row.ligand_class == "agonist")
    acts = next(iter(system.interactions.values()))
    return with_rows(
        system,
        ligands=[
            agonist.model_copy(update={"id": f"new_{n}", "name": f"new agonist {n}"})
            for n in range(number)
        ],
        interactions=[
            acts.model_copy(update={"id": f"new_acts_{n}", "ligand": f"new_{n}"})
            for n in range(number)
        ],
    )


def with_a_fifth_receptor(system: ex.System) -> ex.System:
    last = list(system.receptors.values())[-1]
    acts = next(iter(system.interactions.values()))
    new = {"id": "zeta", "name": "zeta receptor", "gene": "OPRZ1", "iuphar_name": "ZOP"}
    return with_rows(
        system,
        receptors=[last.model_copy(update=new)],
        interactions=[acts.model_copy(update={"id": "new_acts", "receptor": "zeta"})],
    )


def with_names(system: ex.System, name: str) -> ex.System:
    """Give one row of each table a name, and one claim that many words."""
    tables = {}
    for table, row in LONG.items():
        rows = getattr(system, table)
        chosen = row if row in rows else next(iter(rows))
        tables[table] = Table(
            r.model_copy(update={"name": name}) if r.id == chosen else r for r in rows.values()
        )
    first, *rest = system.claims.values()
    claim = first.model_copy(update={"statement": name})
    return dataclasses.replace(system, **tables, claims=Table([claim, *rest]))


def words(length: int) -> str:
    return ("a name that has not been met so far " * 6)[:length].strip()


GROWN: dict[str, Callable[[ex.System], ex.System]] = {
    "one more agonist": functools.partial(with_agonists, number=1),
    "ten more, and a fifth receptor": lambda s: with_a_fifth_receptor(with_agonists(s, 10)),
    "fifty more, names of 60": lambda s: with_names(with_agonists(s, 50), words(60)),
    "names of 200 letters": lambda s: with_names(s, words(200)),
    "one word of 60 letters": lambda s: with_names(s, "M" * 60),
    "right to left": lambda s: with_names(s, "\u05de\u05e6\u05d1 \u05e8\u05d5\u05d7 " * 8),
}


@pytest.fixture(scope="module", params=GROWN)
def grown(system: ex.System, request: pytest.FixtureRequest) -> ex.System:
    return GROWN[request.param](system)


def names_in(name: str, system: ex.System) -> list[str]:
    """Tell which names a figure on paper owes its reader."""
    owed = {
        "evidence": [*system.domains.values(), *system.receptors.values()],
        "mechanism": [system.receptors["mu"]],
        "network": [],  # labels there are shortened as in the Explorer
        "precursors": [*system.precursors.values(), *system.peptides.values()],
        "profiles": [*system.receptors.values(), system.ligands["morphine"]],
        "timeline": list(system.events.values()),
    }
    return [row.name.removesuffix(" receptor") for row in owed[name]]


def told_in(figure: Drawing) -> str:
    """Give all words in the order of drawing, however they were folded."""
    return "".join("".join(words_of(figure)).split()).lower()


@pytest.mark.parametrize("name", DRAWN)
def test_every_name_is_drawn_on_paper_and_nothing_is_cut(grown: ex.System, name: str) -> None:
    figure = DRAWN[name](grown)
    assert faults_of(figure, dpis=(100,)) == []
    told = told_in(figure)
    assert [n for n in names_in(name, grown) if "".join(n.split()).lower() not in told] == []


@pytest.mark.parametrize("name", DRAWN)
def test_nothing_is_cut_on_a_slide(grown: ex.System, name: str) -> None:
    assert faults_of(DRAWN[name](grown, page="projector"), dpis=(72,)) == []


def test_a_fifth_receptor_has_a_column_of_its_own(system: ex.System) -> None:
    grown = with_a_fifth_receptor(system)
    for name in ("evidence", "profiles"):
        assert "zeta" in words_of(DRAWN[name](grown)), name
    assert "zeta" in words_of(figures.network(grown, page="projector"))


def test_a_long_domain_leaves_room_for_its_findings(system: ex.System) -> None:
    grown = with_names(system, "M" * 200)
    drawn = gids_of(figures.evidence(grown))
    assert [row for row in system.effects if f"finding {row}" not in drawn] == []
