"""The hazard in sight wherever an opioid agonist is said to make something better."""

from __future__ import annotations

from typing import Any

import pytest

import explainer as ex
from copies import Copy, real
from explainer import figures
from explainer.drawing import theme
from explainer.drawing.type_metrics import width_of
from explainer.figures.figure import Drawing
from explainer.learning import tour
from explainer.model.schema import Claim, Effect
from explainer.view import closeups, payload
from explainer.view import selection as shown
from explainer.view.findings import findings
from explainer.view.state import LENSES, State
from explainer.voices import hazards
from explainer.voices.cards import card
from explainer.voices.phrases import Line
from explainer.widgets import Explorer
from looks import faults_of, once, words_of
from states import single

network = once(figures.network)
EFFECTS = "pharmacology/effects.csv"
BREATHING = "breathing,Breathing,Slowed breathing.,safer breathing,slower breathing,hazards,,"
HEAD = (
    "{id},doe2001,tester,,{agent},{through},{done},,{domain},{direction},,{evidence},,not said,"
    "not said,not said,{finding},,,"
)


def add(copy: Copy, **cells: str) -> None:
    """Add a finding on a hazard."""
    plain = {"through": "", "done": "given", "domain": "addiction"}
    plain |= {"evidence": "regulator", "direction": "worsens"}
    copy.add(EFFECTS, HEAD.format(**plain | cells))


def told(system: ex.System, node: str) -> list[str]:
    return [line.row for line in card(system, node).hazards]


def test_a_molecules_own_hazard_stands_before_its_receptors(copy: Copy) -> None:
    add(copy, id="h1", agent="mu", done="activated", finding="Mu.")
    add(copy, id="h2", agent="morphine", finding="Morphine.")
    system = ex.load(copy.path)
    assert told(system, "morphine") == ["h2"]
    assert told(system, "heroin") == []  # no row says that it activates anything here
    assert told(system, "naloxone") == []


def test_what_is_made_from_a_molecule_shares_its_hazard(copy: Copy) -> None:
    add(copy, id="h1", agent="mu", done="activated", finding="Mu.")
    add(copy, id="h2", agent="heroin", finding="Heroin.")
    assert told(ex.load(copy.path), "morphine") == ["h2"]


def test_a_molecule_shares_the_hazard_of_the_drugs_that_act_where_it_does(copy: Copy) -> None:
    copy.set("pharmacology/groups.csv", "opioid_drugs", receptors="mu")
    add(copy, id="h1", agent="mu", done="activated", evidence="animal", finding="Mu.")
    add(copy, id="h2", agent="opioid_drugs", finding="Drugs.")
    assert told(ex.load(copy.path), "morphine") == ["h2"]
    copy.set("pharmacology/groups.csv", "opioid_drugs", receptors="")
    assert told(ex.load(copy.path), "morphine") == ["h1"]


def test_what_a_body_says_of_the_receptor_stands_before_a_single_study(copy: Copy) -> None:
    add(copy, id="h1", agent="mu", done="activated", finding="Mu.")
    add(copy, id="h2", agent="morphine", evidence="animal", finding="Morphine.")
    assert told(ex.load(copy.path), "morphine") == ["h1"]


def test_of_hazards_of_one_kind_the_first_domain_is_told(copy: Copy) -> None:
    copy.swap("domains.csv", b"addiction,", f"{BREATHING}\naddiction,".encode())
    add(copy, id="h1", agent="morphine", finding="Addiction.")
    add(copy, id="h2", agent="morphine", domain="breathing", finding="Breathing.")
    assert told(ex.load(copy.path), "morphine") == ["h2"]


def test_an_agonist_without_any_row_says_that_this_is_no_sign_of_safety(small: ex.System) -> None:
    (line,) = card(small, "morphine").hazards
    assert line.text == (
        "Hazard: these tables hold no row on the hazards of morphine; that is no sign of safety."
    )
    assert line.voice == "ours"


def test_blocking_is_no_hazard_and_better_is_none(copy: Copy) -> None:
    add(copy, id="h1", agent="mu", done="blocked", finding="Blocked.")
    copy.set(EFFECTS, "e3", direction="improves")
    system = ex.load(copy.path)
    assert told(system, "mu") == ["mu"]
    assert told(system, "opioid_drugs") == []


def test_a_receptor_without_a_row_speaks_of_switching_it_on(small: ex.System) -> None:
    (line,) = card(small, "kappa").hazards
    assert "no row on the hazards of switching on the kappa receptor; " in line.text


def test_a_domain_where_several_agonists_help_has_one_hazard_of_each_kind(copy: Copy) -> None:
    add(copy, id="h1", agent="mu", done="activated", finding="Mu.")
    add(copy, id="h2", agent="opioid_drugs", finding="All.")
    add(copy, id="e5", agent="opioid_drugs", domain="mood", direction="improves", finding="Up.")
    assert told(ex.load(copy.path), "mood") == ["h1"]


def test_who_warns_of_all_such_drugs_stands_before_who_warns_of_one(copy: Copy) -> None:
    add(copy, id="h1", agent="morphine", finding="One.")
    add(copy, id="h2", agent="opioid_drugs", finding="All.")
    (line,) = hazards.of_domain(ex.load(copy.path), "addiction")
    assert line.row == "h2"


def test_where_nothing_gets_better_no_hazard_is_told(small: ex.System) -> None:
    assert told(small, "addiction") == []


def test_the_hazard_stands_before_all_else_and_with_its_source(copy: Copy) -> None:
    add(copy, id="h1", agent="morphine", finding="It can slow breathing.")
    shown = card(ex.load(copy.path), "morphine")
    assert str(shown).splitlines()[2] == "Hazard: It can slow breathing. (regulator) [doe2001]"
    page = shown._repr_html_()
    assert page.index("It can slow breathing.") < page.index("<h4>")
    assert any("doe2001" in link for _, link in shown.citations)


def _agonists() -> list[str]:
    system = real()
    found = (system.interactions_of(node).values() for node in system.ligands)
    active = ("activates", "partly")
    return [
        rows[0].ligand
        for rows in map(list, found)
        if any(theme.family_of(row) in active for row in rows)
    ]


@pytest.mark.parametrize("molecule", _agonists())
def test_every_agonist_has_a_hazard_in_sight(system: ex.System, molecule: str) -> None:
    found = card(system, molecule).hazards
    assert found[0].text.startswith("Hazard: ")
    assert list(found) == of_one(system, molecule)


def of_one(system: ex.System, molecule: str) -> list[Line]:
    """Its own hazard, unless its group tells that in brief, and what the group tells."""
    own = hazards.of_node(system, molecule)
    assert own
    return hazards.with_brief(system, [own], [molecule])


# What a reader of any opioid that slows breathing must not miss, whatever its own hazard is.
BRIEF = ("breathing", "alcohol or sedatives", "break", "stopping suddenly", "children", "naloxone")


def _slowing() -> list[str]:
    """What switches mu on, by the rows alone; an antagonist that does so in one test is none."""
    system = real()
    return sorted(
        {
            row.ligand
            for row in system.interactions.where(receptor="mu").values()
            if theme.FAMILY_OF[row.action] in ("activates", "partly")
            and row.ligand in system.ligands
            and system.ligands[row.ligand].ligand_class != "antagonist"
            and not row.in_doubt
        }
    )


def _holds_all(texts: list[str]) -> bool:
    told = " ".join(texts)
    return all(words in told for words in BRIEF)


@pytest.mark.parametrize("molecule", _slowing())
def test_no_view_of_an_opioid_leaves_a_hazard_to_be_looked_for(
    system: ex.System, built: dict[str, Any], molecule: str
) -> None:
    assert _holds_all([line.text for line in card(system, molecule).hazards])
    assert _holds_all(str(card(system, molecule)).splitlines()[:5])
    for panel in ("card", "table", "outline", "trace", "compare"):
        assert _holds_all(texts_in_view(built, focus=molecule, panel=panel))
    assert _holds_all([" ".join(network(system, molecule).description.split())])


def test_a_receptor_tells_the_hazards_of_what_acts_there(
    system: ex.System, built: dict[str, Any]
) -> None:
    for receptor in system.receptors:
        assert _holds_all([line.text for line in card(system, receptor).hazards])
        assert _holds_all(texts_in_view(built, focus=receptor))


def test_a_domain_of_hazards_tells_the_others_too(system: ex.System) -> None:
    for domain in ("breathing", "deaths", "addiction", "withdrawal", "tolerance"):
        assert _holds_all([line.text for line in card(system, domain).hazards])


def test_what_is_no_opioid_of_that_kind_is_not_told_to_be_one(system: ex.System) -> None:
    for molecule in ("salvinorin_a", "u50488", "snc80", "sunobinop"):
        (line,) = card(system, molecule).hazards
        assert "opioid drugs" not in line.text


def test_a_blocker_of_which_a_body_warns_says_so(system: ex.System) -> None:
    (line,) = card(system, "naltrexone").hazards
    assert "overdose" in line.text


def test_no_view_has_more_hazards_than_a_reader_takes_in(
    system: ex.System, built: dict[str, Any]
) -> None:
    """One for each receptor, one of the domain's own, and one line in brief."""
    for node in system.graph:
        lines = [line.text for line in card(system, node).hazards]
        assert len(lines) <= len(system.receptors) + 2
        assert len(" ".join(lines).split()) <= 120
        assert len(texts_in_view(built, focus=node)) <= len(system.receptors) + 2


def test_every_finding_that_an_agonist_helps_has_a_hazard_beside_it(system: ex.System) -> None:
    acting = ("activated", "given", "stopped")
    helping = [
        row
        for row in system.effects.values()
        if row.direction == "improves" and row.perturbation in acting
        and (row.agent in system.groups or row.agent in system.receptors
             or hazards.is_agonist(system, row.agent))
    ]  # fmt: skip
    assert len(helping) > 10
    for row in helping:
        assert hazards.of_rows(system, [row]), row.id
        assert card(system, row.domain).hazards, row.id


# The views of the Explorer


@pytest.fixture
def built(picture: dict[str, Any]) -> dict[str, Any]:
    return picture


def in_view(built: dict[str, Any], **view: str) -> list[str]:
    """The rows of the hazards beside a view."""
    return [built["lines"][place][5] for place in shown.hazards(built, State(**view))]


def texts_in_view(built: dict[str, Any], **view: str) -> list[str]:
    """The hazards beside a view, in words."""
    return [built["lines"][place][0] for place in shown.hazards(built, State(**view))]


@pytest.mark.parametrize("molecule", _agonists())
def test_every_view_of_an_agonist_has_its_hazard(
    system: ex.System, built: dict[str, Any], molecule: str
) -> None:
    own = [line.row for line in of_one(system, molecule)]
    for lens in ("both", "article", "pharmacology"):
        for panel in ("card", "table", "outline", "trace", "compare"):
            assert in_view(built, focus=molecule, lens=lens, panel=panel) == own


def test_every_view_in_which_an_agonist_helps_has_a_hazard(
    system: ex.System, built: dict[str, Any]
) -> None:
    tried = 0
    for code in single(payload.choices(system)):
        if code.panel == "predict":
            assert shown.hazards(built, code) == ()
            continue
        lit = {built["lines"][built["rows"][r][3]][5] for r in shown.show(built, code).rows}
        rows = [
            row for key in lit if isinstance(row := system.find(key.split(">")[0]), Effect | Claim)
        ]
        if any(hazards.agents_of(system, row) for row in rows):
            tried += 1
            assert shown.hazards(built, code), code
    assert tried > 50


def test_what_stands_side_by_side_has_a_hazard_each(built: dict[str, Any]) -> None:
    lines = shown.hazards(built, State(focus="tianeptine", also=("salvinorin_a",), panel="compare"))
    own, brief = in_view(built, focus="tianeptine")
    (other,) = in_view(built, focus="salvinorin_a")
    assert [built["lines"][place][5] for place in lines] == [own, other, brief]


def test_a_reader_who_still_guesses_is_told_none(built: dict[str, Any]) -> None:
    assert in_view(built, focus="kappa", panel="predict") == []


def test_the_text_in_place_of_an_explorer_holds_it(system: ex.System) -> None:
    explorer = Explorer(system, focus="tianeptine")
    bundle = explorer._repr_mimebundle_()
    data = bundle[0] if isinstance(bundle, tuple) else bundle
    assert len(explorer.hazards) == 2
    assert all(told in data["text/plain"] for told in explorer.hazards)


def test_a_tour_on_paper_holds_what_stands_beside_each_scene(
    system: ex.System, built: dict[str, Any]
) -> None:
    paper = tour.handout(system, "tour_class")
    beside = [shown.hazards(built, view) for view in tour.views(system, "tour_class")]
    assert paper.count("**Hazard: ") == sum(map(len, beside)) > 0


# Figures


def said_in(figure: Drawing) -> str:
    """All words of a figure in one line, as a reader puts folded ones together."""
    return " ".join(" ".join(words_of(figure)).split())


@pytest.mark.parametrize("molecule", _agonists())
def test_every_picture_of_an_agonist_has_its_hazard(system: ex.System, molecule: str) -> None:
    figure = network(system, molecule)
    for line in of_one(system, molecule):
        assert line.text in said_in(figure)
        assert line.text in figure.description


@pytest.mark.parametrize("page", ["print", "projector", "dark"])
def test_every_picture_in_which_an_agonist_helps_has_a_hazard(
    system: ex.System, built: dict[str, Any], page: str
) -> None:
    speaking = {*system.receptors, *system.groups, *system.domains, "said_opioids"}
    for focus in ("", *(node for node in system.graph if node in speaking)):
        told = [built["lines"][at][0] for at in shown.hazards(built, State(focus=focus))]
        figure = network(system, focus or None, page=page)
        for text in told[:1] if page == "projector" else told:
            assert text in said_in(figure), focus
        assert all(text in figure.description for text in told)


@pytest.mark.parametrize("page", ["print", "projector", "dark"])
def test_the_map_of_evidence_has_a_hazard(system: ex.System, page: str) -> None:
    for domains in (None, *([domain] for domain in system.domains)):
        figure = figures.evidence(system, domains, page=page)
        rows = [row for row in system.effects.values() if row.domain in (domains or system.domains)]
        told = hazards.of_rows(system, rows)
        if page == "projector" and not domains:  # it has no room for all
            told = told[:1]
        for line in told[:1] if page == "projector" else told:
            assert line.text in said_in(figure), domains
        assert all(line.text in figure.description for line in told)


def test_the_longest_hazard_fits_every_slide(
    system: ex.System, picture: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = picture["lines"]
    hazardous = [at for at, line in enumerate(lines) if line[0].startswith(hazards.MARK)]
    longest = max(hazardous, key=lambda at: len(lines[at][0]))
    monkeypatch.setattr(shown, "hazards", lambda *_: (longest,))
    for focus in (None, *system.receptors, "mood"):
        for lens in LENSES:
            figure = figures.network(system, focus, lens=lens, page="projector")
            assert lines[longest][0] in said_in(figure)
            assert faults_of(figure, [100]) == []
            width, height = figure.get_size_inches()
            assert (round(width, 1), round(height, 1)) == (20.0, 11.2), (focus, lens)


def test_every_opioid_agonist_says_that_suicide_follows_more_often_where_treatment_stops(
    system: ex.System,
) -> None:
    """In its strip of hazards and, in its view, in a line that leads to what stopping did."""
    agonists = [m for m in system.ligands if "opioid_drugs" in hazards.groups_of(system, m)
                and hazards.is_agonist(system, m)]  # fmt: skip
    assert {"buprenorphine", "tianeptine", "methadone", "hydroxymitragynine_7"} <= set(agonists)
    found = findings(system)
    for agonist in agonists:
        told = " ".join(line.text for line in card(system, agonist).hazards)
        assert "suicide is more frequent after treatment stops" in told, agonist
        for width in closeups.WIDTHS:
            frame = closeups.of_agent(system, found, agonist, width)
            (box,) = [shape for shape in frame.shapes if shape.id == "opioid_drugs"]
            assert all(word in box.name for word in ("suicidal thoughts", "deaths")), agonist
            lines = [w for w in frame.words if box.y < w.y < box.y + box.h]
            assert " ".join(w.text for w in lines) == box.name, agonist
            assert all(w.x + width_of(w.text, 12) <= width for w in lines), agonist
