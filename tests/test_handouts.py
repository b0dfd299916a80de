"""Sheets and slides: one page each, no answer on any, type that the back row can read."""

import re
from pathlib import Path

import pytest
from matplotlib.text import Text

import explainer as ex
from explainer import handouts
from explainer.__main__ import main
from explainer.learning import predictions, quiz, sheets
from explainer.learning.sheets import Block
from explainer.model.errors import DataError


@pytest.fixture(scope="module")
def made(system: ex.System) -> dict[str, list[Block]]:
    return sheets.all_sheets(system)


def test_no_sheet_holds_an_answer(system: ex.System, made: dict[str, list[Block]]) -> None:
    assert list(sheets.faults(system, made)) == []
    assert len(sheets.answers(system)) > 200


def test_a_sheet_that_holds_an_answer_says_what_to_do(
    system: ex.System, made: dict[str, list[Block]]
) -> None:
    reveal = predictions.asked(system, "p_kappa_mood").reveal
    leaking = made | {"map": [*made["map"], Block("text", f"By the way: {reveal.upper()}")]}
    (problem,) = sheets.faults(system, leaking)
    assert str(problem) == (
        "map: the answer 'p_kappa_mood' stands on a sheet that students get "
        "(move it to answer-key, and ask for it here instead)"
    )


def test_each_prediction_and_question_stands_on_a_sheet_and_in_the_key(
    system: ex.System, made: dict[str, list[Block]]
) -> None:
    asked = " ".join(text for blocks in made.values() for text in sheets.texts(blocks))
    key = " ".join(sheets.texts(sheets.key(system)))
    for row in system.predictions.values():
        assert row.question in asked
        assert predictions.asked(system, row.id).reveal in key
    for lesson in quiz.titles(system):
        for row in quiz.questions_of(system, lesson).values():
            assert row.prompt in asked
            right = next(o for o in quiz.options_of(system, row.id).values() if o.is_answer)
            assert right.text in key


def test_each_sheet_is_one_page_of_paper(system: ex.System, made: dict[str, list[Block]]) -> None:
    for name, blocks in made.items():
        page = handouts.page_of(system, name, blocks)
        assert [round(inch * 25.4) for inch in page.get_size_inches()] == [210, 297]
        for text in page.findobj(Text):
            x, y = text.get_position()
            assert not text.get_text() or (0 <= x <= handouts.A4[0] and 0 <= y <= handouts.A4[1])


def test_a_sheet_that_runs_over_says_so(system: ex.System) -> None:
    with pytest.raises(DataError, match=r"long: runs over one page of paper, onto 2 \(ask less"):
        handouts.page_of(system, "long", [Block("line")] * 50)


@pytest.mark.parametrize("name", handouts.TOURS.values())
def test_type_on_a_slide_is_24_pixels_at_least(system: ex.System, name: str) -> None:
    pages = list(handouts.slides(system, name))
    assert len(pages) >= 2 * len(system.scenes.where(tour=name))
    for page in pages:
        width = page.get_size_inches()[0] * 72
        assert round(width) == handouts.SLIDE[0]
        sizes = [text.get_fontsize() for text in page.findobj(Text) if text.get_text()]
        assert min(sizes) * 1920 / width >= 24


def test_no_slide_shows_what_to_notice_before_it_asks(system: ex.System) -> None:
    first = next(handouts.slides(system, "tour_class")).description
    scene = next(iter(system.scenes.where(tour="tour_class").values()))
    assert scene.question in first
    assert scene.notice not in first


def test_a_slide_with_too_many_words_says_so(system: ex.System) -> None:
    scene = next(iter(system.scenes.values())).model_copy(update={"narration": "word " * 900})
    with pytest.raises(DataError, match="class_map: narration: runs over its slide"):
        handouts._slide(scene, [("told", scene.narration)], [])  # noqa: SLF001 - no tour has one


def test_the_command_writes_them_and_writes_over_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sheets", str(tmp_path / "out")]) == 0
    names = re.findall(r"(\S+)\.pdf", capsys.readouterr().out)
    assert {Path(name).name for name in names} >= {"map", sheets.KEY, *handouts.TOURS}
    before = {path: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert all(data.startswith(b"%PDF") for data in before.values())
    assert main(["sheets", str(tmp_path / "out")]) == 1
    assert "is there already" in capsys.readouterr().out
    assert {path: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before
