"""Sheets: one page each, no answer on any; and the command that writes them and the slides."""

import re
from pathlib import Path

import pytest
import segno
from matplotlib.patches import PathPatch
from matplotlib.path import Path as Outline
from matplotlib.text import Text

import explainer as ex
from explainer import handouts
from explainer.__main__ import main
from explainer.learning import address, predictions, quiz, sheets, slides
from explainer.learning.sheets import Block
from explainer.model.errors import DataError
from explainer.slideshow.drawn import page as slide_page


@pytest.fixture(scope="module")
def made(system: ex.System) -> dict[str, list[Block]]:
    return sheets.all_sheets(system)


def test_no_sheet_holds_an_answer(system: ex.System, made: dict[str, list[Block]]) -> None:
    assert list(sheets.faults(system, made)) == []
    assert len(sheets.answers(system)) > 200


def test_a_sheet_that_holds_an_answer_says_what_to_do(
    system: ex.System, made: dict[str, list[Block]]
) -> None:
    reveal = predictions.asked(system, "p_kappa_anxiety").reveal
    leaking = made | {"map": [*made["map"], Block("text", f"By the way: {reveal.upper()}")]}
    (problem,) = sheets.faults(system, leaking)
    assert str(problem) == (
        "map: the answer 'p_kappa_anxiety' stands on a sheet that students get "
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


def test_the_command_writes_them_and_writes_over_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sheets", str(tmp_path / "out")]) == 0
    names = re.findall(r"(\S+)\.(?:pdf|pptx)", capsys.readouterr().out)
    assert {Path(name).name for name in names} >= {"map", sheets.KEY, *slides.DECKS}
    before = {path: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    heads = {".pdf": b"%PDF", ".pptx": b"PK"}
    assert all(data.startswith(heads[path.suffix]) for path, data in before.items())
    assert main(["sheets", str(tmp_path / "out")]) == 1
    assert "is there already" in capsys.readouterr().out
    assert {path: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before


THERE = "https://example.org/a-school-with-a-long-name/pharmacology/opioid-system-explainer/"


def test_a_sheet_with_the_sites_address_is_still_one_page_and_its_code_can_be_read(
    system: ex.System, made: dict[str, list[Block]]
) -> None:
    for name, blocks in made.items():
        page = handouts.page_of(system, name, blocks, THERE)
        texts = {text.get_text(): text for text in page.findobj(Text)}
        assert THERE in texts
        foot = min(texts[THERE].get_position()[1], texts[handouts.WHERE].get_position()[1])
        others = [t for t in page.findobj(Text) if t.get_text() not in {"", THERE, handouts.WHERE}]
        assert max(text.get_position()[1] for text in others) < foot
        assert round(page.get_size_inches()[1] * 25.4) == 297


def test_the_code_is_the_address_for_a_phone(system: ex.System) -> None:
    """Read back square by square, as a camera does: its corners, and the bits of the address."""
    (slide,) = [one for one in slides.deck(system, "tour_class", THERE) if one.address]
    page = slide_page(system, slide)
    assert THERE in page.description
    (dark,) = [one for one in page.findobj(PathPatch) if len(one.get_path().vertices) > 500]
    boxes = [Outline(corners).get_extents() for corners in dark.get_path().to_polygons()]
    step = boxes[0].width
    left, top = min(b.x0 for b in boxes), min(b.y0 for b in boxes)
    drawn = {(round((b.y0 - top) / step), round((b.x0 - left) / step)) for b in boxes}
    right = segno.make_qr(THERE, error="m").matrix
    assert drawn == {(y, x) for y, row in enumerate(right) for x, bit in enumerate(row) if bit}
    assert step >= 4  # points on a slide: more than five pixels each


def test_without_an_address_nothing_names_a_place_and_the_command_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(address, "urls", dict)
    assert address.site() == ""
    assert address.badges() == f"{address.NONE}."
    assert main(["badges"]) == 0
    assert "No address of the site is set" in capsys.readouterr().out
    assert not list(tmp_path.iterdir())


def test_badges_lead_to_the_site_first_and_to_binder_second(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known = {"Site": THERE, "Source": "https://github.com/someone/explainer.git"}
    monkeypatch.setattr(address, "urls", lambda: known)
    assert address.badges() == (
        f"[Open the site]({THERE}) · [Open on Binder](https://mybinder.org/v2/gh/"
        "someone/explainer/HEAD?urlpath=%2Fdoc%2Ftree%2Fnotebooks%2F00_start_here.ipynb)"
    )


def test_the_readme_has_the_doors_that_the_addresses_make() -> None:
    readme = Path(__file__).parents[1].joinpath("README.md").read_text()
    assert address.badges() in readme


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ("http://example.org", "is no address of a site that starts with https"),
        ("example.org/opioids", "is no address of a site that starts with https"),
        ("https://", "is no address of a site that starts with https"),
        ("https://example.org/a b", "has letters that no address has"),
        ("https://example.org/\u202egro", "has letters that no address has"),
        ("https://example.org/" + "a" * 120, "has 140 letters; 120 fit into a code on paper"),
    ],
)
def test_an_address_that_leads_nowhere_is_refused_with_place_and_way_out(
    wrong: str, fault: str
) -> None:
    with pytest.raises(DataError) as error:
        address.checked(wrong)
    assert fault in str(error.value)
    assert "pyproject.toml: project.urls.Site: " in str(error.value)
    assert "write it as https://example.org/opioids/" in str(error.value)
