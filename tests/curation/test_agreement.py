"""How far two coders of the article agree."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import explainer as ex
from copies import Copy
from explainer.curation.agreement import as_markdown, cohen_kappa, read_coding
from explainer.model.errors import DataError
from explainer.model.loading import data_folder

HEAD = "claim,topic,subjects,domains,direction,hedging\n"
FIRST = f"{HEAD}c1,effect,said_opioids,mood;pain,improves,asserted\nc2,effect,said_opioids,,,open\n"
codes = st.lists(st.sampled_from("abc"), min_size=1, max_size=30)


WHY = "c1,domains,It names both.\n"
ALONE = "c4,hedging,It says may.\n"


def coded(copy: Copy, second: str, why: str = "", first: str = FIRST) -> str:
    folder = copy.path / "article" / "codings"
    folder.mkdir()
    (folder / "settled.csv").write_text(f"claim,field,why\n{why}")
    (folder / "first.csv").write_text(first)
    (folder / "second.csv").write_text(second)
    return as_markdown(ex.load(copy.path), copy.path)


def test_kappa_of_a_worked_example() -> None:
    """Fifty units, 35 the same, 25 and 30 yeses: 0.7 seen, 0.5 by chance (Cohen's own form)."""
    first = ["yes"] * 20 + ["yes"] * 5 + ["no"] * 10 + ["no"] * 15
    second = ["yes"] * 20 + ["no"] * 5 + ["yes"] * 10 + ["no"] * 15
    assert cohen_kappa(first, second) == pytest.approx(0.4)


def test_kappa_of_opposite_codings_is_minus_one() -> None:
    assert cohen_kappa(["a", "b"], ["b", "a"]) == -1


@given(codes)
def test_kappa_of_a_coding_with_itself_is_one(coding: list[str]) -> None:
    assert cohen_kappa(coding, coding) == pytest.approx(1)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1))
def test_kappa_lies_between_minus_one_and_one_and_does_not_mind_the_order(
    pairs: list[tuple[str, str]],
) -> None:
    first, second = zip(*pairs, strict=True)
    assert -1 - 1e-9 <= cohen_kappa(first, second) <= 1 + 1e-9
    assert cohen_kappa(first, second) == pytest.approx(cohen_kappa(second, first))


@pytest.mark.parametrize(("first", "second"), [([], []), (["a"], []), (["a"], ["a", "b"])])
def test_codings_of_different_units_are_refused(first: list[str], second: list[str]) -> None:
    with pytest.raises(ValueError, match="two codings of the same units are needed"):
        cohen_kappa(first, second)


def test_a_coding_is_read_by_claim(tmp_path: Path) -> None:
    (tmp_path / "one.csv").write_text(FIRST)
    assert read_coding(tmp_path / "one.csv")["c2"]["hedging"] == "open"


def test_codings_that_agree_differ_nowhere(copy: Copy) -> None:
    text = coded(copy, FIRST)
    assert "2 claims coded by both; 0 found by the second alone." in text
    assert "| hedging | 2 of 2 | 1.00 |" in text
    assert text.endswith("|---|---|---|---|---|---|\n")


def test_a_difference_is_shown_with_what_was_settled(copy: Copy) -> None:
    text = coded(copy, FIRST.replace("mood;pain", "pain") + "c9,effect,said_opioids,,,open\n", WHY)
    assert "2 claims coded by both; 1 found by the second alone." in text
    assert "| domains | 1 of 2 | " in text
    assert "| c1 | domains | mood;pain | pain | mood;pain | It names both. |" in text


def test_a_claim_that_the_second_found_alone_is_told_where_it_was_settled_otherwise(
    copy: Copy,
) -> None:
    text = coded(copy, FIRST + "c4,effect,said_unnamed,mood,worsens,open\n", ALONE)
    assert "2 claims coded by both; 1 found by the second alone." in text
    assert "| c4 | hedging | not coded | open | hedged | It says may. |" in text


def test_what_was_settled_otherwise_than_both_coded_is_told(copy: Copy) -> None:
    both = FIRST.replace("asserted", "hedged")
    text = coded(copy, both, "c1,hedging,By a later rule.\n", first=both)
    assert "| hedging | 2 of 2 | 1.00 |" in text
    assert "| c1 | hedging | hedged | hedged | asserted | By a later rule. |" in text


def test_a_disagreement_without_a_reason_is_refused(copy: Copy) -> None:
    with pytest.raises(DataError) as refused:
        coded(copy, FIRST.replace("mood;pain", "pain"))
    assert str(refused.value.problems[0]) == (
        "data/article/codings/settled.csv: why: c1 has no reason for its domains "
        "(add a row that says it)"
    )


def test_a_reason_without_a_disagreement_is_refused(copy: Copy) -> None:
    with pytest.raises(DataError) as refused:
        coded(copy, FIRST, WHY)
    assert str(refused.value.problems[0]) == (
        "data/article/codings/settled.csv:2: claim: c1 has no disagreement on its domains "
        "(take it out)"
    )


def test_the_agreement_beside_the_data_is_fresh(system: ex.System) -> None:
    written = (data_folder() / "article" / "AGREEMENT.md").read_text(encoding="utf-8")
    assert written == as_markdown(system, data_folder()), "run: python -m explainer agreement"


THIRD = "claim,subjects,domains,direction,hedging,verdict,because,reason\n"


def with_third(copy: Copy, rows: str) -> str:
    folder = copy.path / "article" / "codings"
    folder.mkdir()
    (folder / "settled.csv").write_text("claim,field,why\n")
    (folder / "first.csv").write_text(FIRST)
    (folder / "second.csv").write_text(FIRST)
    (folder / "third.csv").write_text(THIRD + rows)
    return as_markdown(ex.load(copy.path), copy.path)


def third_rows(system: ex.System, **changed: str) -> str:
    """Code as what is settled, but for the verdicts that are given."""
    verdicts = {row.claim: row.verdict for row in system.assessments.values()}
    return "".join(
        f"{row.id},{';'.join(reversed(row.subjects))},{';'.join(row.domains)},{row.direction},"
        f"{row.hedging},{changed.get(row.id, verdicts.get(row.id, ''))},,Because.\n"
        for row in system.claims.values()
    )


def test_a_third_coding_is_held_against_what_is_settled(copy: Copy, small: ex.System) -> None:
    first = next(iter(small.assessments.values()))
    told = with_third(copy, third_rows(small, **{first.claim: "error"}))
    number = len(small.claims)
    assert f"| subjects | {number} of {number} | 1.00 |" in told
    assert f"| verdict | {number - 1} of {number} |" in told
    assert f"| {first.claim} | verdict | {first.verdict} | error | Because. |" in told


def test_a_third_coding_leaves_no_claim_out(copy: Copy, small: ex.System) -> None:
    rows = third_rows(small).splitlines(keepends=True)
    with pytest.raises(DataError, match="is not coded"):
        with_third(copy, "".join(rows[:-1]))


def test_the_third_coding_of_the_article_is_published() -> None:
    told = (data_folder() / "article" / "AGREEMENT.md").read_text(encoding="utf-8")
    assert "| verdict | 39 of 58 | 0.52 |" in told
