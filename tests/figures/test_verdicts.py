"""The figure of verdicts: each claim in its order, its hedging, our verdict, and the open end."""

import pytest

import explainer as ex
from copies import Copy
from explainer import figures
from explainer.drawing import theme
from explainer.figures._verdicts import UNASSESSED, by_paragraph, lanes_of, verdict_of
from looks import gids_of, patch_of, words_of


def test_every_claim_stands_with_its_words_and_the_sign_of_its_verdict(system: ex.System) -> None:
    figure = figures.verdicts(system)
    texts = figure.axes[0].texts
    for claim in system.claims.values():
        lines = [t.get_text() for t in texts if t.get_gid() == f"{claim.id} words"]
        assert " ".join(lines) == claim.statement
        (sign,) = (t.get_text() for t in texts if t.get_gid() == claim.id)
        assert sign == theme.VERDICTS[verdict_of(system, claim)]


def test_signs_of_one_verdict_stand_in_one_lane(system: ex.System) -> None:
    figure = figures.verdicts(system)
    lanes: dict[str, set[float]] = {}
    for text in figure.axes[0].texts:
        if text.get_gid() in system.claims:
            lanes.setdefault(text.get_text(), set()).add(round(text.get_position()[0], 1))
    assert {len(places) for places in lanes.values()} <= {1, 2}  # the sheet has two columns
    assert len(set().union(*lanes.values())) == sum(map(len, lanes.values()))


def test_claims_stand_in_the_order_of_paragraphs(system: ex.System) -> None:
    figure = figures.verdicts(system)
    order = [t.get_gid() for t in figure.axes[0].texts if t.get_gid() in system.claims]
    assert order == [claim.id for claims in by_paragraph(system).values() for claim in claims]
    assert list(by_paragraph(system))[:3] == ["p1", "p2", "p3"]


def test_hedging_differs_in_form(small: ex.System) -> None:
    figure = figures.verdicts(small)
    asserted, open_, hedged = (patch_of(figure, claim) for claim in ("c1", "c2", "c4"))
    assert asserted.get_facecolor()[3] == 1
    assert hedged.get_facecolor()[3] == 0
    assert open_.get_facecolor()[3] == 0
    assert len(open_.get_path().vertices) < len(hedged.get_path().vertices)
    assert hedged.get_linestyle() != open_.get_linestyle()


@pytest.mark.parametrize("page", ["print", "projector", "dark"])
def test_the_sentence_that_stops_is_a_gap_open_at_its_end(small: ex.System, page: str) -> None:
    figure = figures.verdicts(small, page=page)
    slip = patch_of(figure, "gap")
    right = slip.get_x() + slip.get_width()
    edges = [
        list(line.get_xdata())
        for line in figure.axes[0].lines
        if line.get_linestyle() == "--" and line.get_xdata()[0] == pytest.approx(right)
    ]
    assert edges == [pytest.approx([right, slip.get_x(), slip.get_x(), right])]


def test_no_line_leads_from_the_gap_to_its_verdict(small: ex.System) -> None:
    figure = figures.verdicts(small)
    heights = {t.get_gid(): t.get_position()[1] for t in figure.axes[0].texts if t.get_gid()}
    dotted = [line for line in figure.axes[0].lines if line.get_linewidth() == pytest.approx(0.8)]
    assert heights["c2"] not in {line.get_ydata()[0] for line in dotted}
    assert heights["c1"] in {line.get_ydata()[0] for line in dotted}


@pytest.mark.parametrize("page", ["print", "projector"])
def test_totals_are_told(system: ex.System, page: str) -> None:
    told = " ".join(words_of(figures.verdicts(system, page=page)))
    for verdict, number in lanes_of(system).items():
        words = (
            f"{theme.VERDICTS[verdict]} {number}" if page == "projector" else f"{verdict} {number}"
        )
        assert words in told
    assert sum(lanes_of(system).values()) == len(system.claims)


def test_a_claim_that_nobody_assessed_has_no_verdict(small: ex.System) -> None:
    assert verdict_of(small, small.claims["c3"]) == UNASSESSED
    assert lanes_of(small)[UNASSESSED] == 1
    assert "not assessed 1" in words_of(figures.verdicts(small))


def test_a_verdict_that_no_claim_has_is_named_with_nought(small: ex.System) -> None:
    assert "supported 0" in words_of(figures.verdicts(small))


def test_a_slide_has_one_mark_for_each_claim(system: ex.System) -> None:
    drawn = gids_of(figures.verdicts(system, page="projector"))
    assert [claim for claim in system.claims if drawn[claim] != 1] == []
    assert "cut off …" in words_of(figures.verdicts(system, page="projector"))


def test_the_description_counts_and_goes_through_the_paragraphs(small: ex.System) -> None:
    said = figures.verdicts(small).description
    assert (
        "contested 1, error 0, cannot be checked 1, not checked here 0 and not assessed 1." in said
    )
    assert "How they are said: asserted 2, hedged 1 and open 1." in said
    assert "P1: contested 1. P2: cannot be checked 1." in said
    assert said.endswith(
        "A sentence in P2 stops before its end; it is drawn as a gap that ends in nothing."
    )


def test_a_long_claim_is_folded_and_not_cut(copy: Copy) -> None:
    long = " ".join(["opioids brighten"] * 40)
    copy.set("article/claims.csv", "c1", statement=long)
    figure = figures.verdicts(ex.load(copy.path))
    lines = [t.get_text() for t in figure.axes[0].texts if t.get_gid() == "c1 words"]
    assert len(lines) > 5
    assert " ".join(lines) == long
