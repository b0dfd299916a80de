"""A page in points: how words are measured, folded, set after each other, and how it ends."""

import pytest

from explainer.drawing import theme
from explainer.figures import marks
from explainer.figures.sequences import Letters
from explainer.figures.sheet import Sheet, folded, width_of
from explainer.figures.tracks import packed
from explainer.view.arguments import rows_of
from explainer.voices.numerals import capital, count, listed
from looks import faults_of, words_of


def test_bold_and_large_words_are_wider() -> None:
    assert width_of("opioid", 8) < width_of("opioid", 8, "bold") < width_of("opioid", 18)


@pytest.mark.parametrize("size", [8, 9, 13, 18, 26])
@pytest.mark.parametrize("dpi", [72, 80, 100, 110, 150, 300])
def test_words_are_never_wider_than_measured(size: float, dpi: int) -> None:
    sheet = Sheet("print")
    words = "Each peptide is drawn at the one place that its row gives; it may stand elsewhere"
    text = sheet.text(0, 0, words, size=size)
    sheet.figure.dpi = dpi
    box = text.get_window_extent(sheet.figure.canvas.get_renderer())
    assert box.width * 72 / dpi <= width_of(words, size) * 1.005


def test_folding_keeps_every_word_and_the_width() -> None:
    words = "a sentence that is longer than the line it has to stand in"
    lines = folded(words, 8, 90)
    assert " ".join(lines) == words
    assert len(lines) > 2
    assert all(width_of(line, 8) <= 90 for line in lines)


def test_an_indent_leaves_less_room_in_the_first_line() -> None:
    words = "one two three four five six seven eight"
    plain, indented = folded(words, 8, 100), folded(words, 8, 100, indent=60)
    assert len(indented[0]) < len(plain[0])
    assert " ".join(indented).split() == words.split()
    assert folded("one two", 8, 100, indent=95)[0] == ""


def test_a_word_wider_than_the_line_goes_on_in_the_next() -> None:
    lines = folded("deoxyribonucleic acid", 8, 20)
    assert "".join(lines) == "deoxyribonucleicacid"
    assert max(width_of(line, 8) for line in lines) <= 20


def test_a_line_holds_one_letter_at_least() -> None:
    assert folded("MM", 8, 1) == ["M", "M"]


def test_nothing_to_fold_is_no_line() -> None:
    assert folded("", 8, 100) == []


@pytest.mark.parametrize("dpi", [72, 110, 200])
def test_words_set_after_others_touch_them_at_no_size(dpi: int) -> None:
    sheet = Sheet("print")
    first = sheet.text(20, 20, "a head in bold letters", weight="bold")
    second = sheet.after(first, "and what follows", 4)
    figure = sheet.finish("")
    figure.dpi = dpi
    renderer = figure.canvas.get_renderer()
    gap = second.get_window_extent(renderer).x0 - first.get_window_extent(renderer).x1
    assert gap * 72 / dpi == pytest.approx(4, abs=1)


def test_signs_of_mathematics_are_words_and_nothing_else() -> None:
    sheet = Sheet("print")
    sheet.words("costs $5 and $x^2$")
    assert "costs $5 and $x^2$" in words_of(sheet.finish(""))
    assert faults_of(sheet.figure) == []


def test_a_slide_grows_rather_than_cut_what_is_long() -> None:
    sheet = Sheet("projector")
    for _ in range(60):
        sheet.words("one more line")
    assert faults_of(sheet.finish("")) == []
    assert sheet.figure.get_size_inches()[1] > 7.5


def test_a_legend_goes_on_in_the_next_line() -> None:
    sheet = Sheet("print")
    names = [f"a thing with number {place}" for place in range(12)]
    sheet.legend(((lambda s, at, size: marks.draw(s, "+", at, size, "#000000")), n) for n in names)
    figure = sheet.finish("")
    assert [name for name in names if name not in words_of(figure)] == []
    assert faults_of(figure) == []


def test_a_legend_of_nothing_takes_no_room() -> None:
    sheet = Sheet("print")
    before = sheet.y
    sheet.legend([], heading="Nothing:")
    assert sheet.y == before


def test_every_sign_of_the_visual_language_has_a_path() -> None:
    needed = {look.sign for look in (*theme.FAMILIES.values(), *theme.DIRECTIONS.values())}
    needed |= {look.sign for look in theme.PERTURBATIONS.values()}
    needed |= {theme.KINDS[kind].sign for kind in ("receptor", "peptide", "ligand", "group")}
    assert needed <= set(marks.PATHS)


def test_no_two_signs_have_the_same_form() -> None:
    forms = {}
    for name, path in marks.PATHS.items():
        forms.setdefault(path.vertices.tobytes(), []).append(name)
    assert [names for names in forms.values() if len(names) > 1] == []


def test_signs_stay_within_their_square() -> None:
    for name, path in marks.PATHS.items():
        box = path.get_extents()
        assert max(abs(edge) for edge in (box.x0, box.x1, box.y0, box.y1)) <= 6.01, name


def test_spans_that_touch_stand_in_rows_of_their_own() -> None:
    assert packed([(0, 10), (5, 15), (12, 20), (30, 40)], gap=1) == [0, 1, 0, 0]
    assert packed([(0, 10), (12, 20), (30, 40)], gap=5) == [0, 1, 0]


def test_rows_come_in_the_order_asked_for_and_once() -> None:
    table = {"a": 1, "b": 2, "c": 3}
    assert rows_of(["c", "a", "c"], table, "thing") == [3, 1]
    assert rows_of(None, table, "thing") == [1, 2, 3]
    assert rows_of("b", table, "thing") == [2]


def test_numbers_and_lists_in_words() -> None:
    assert count(0, "row") == "no rows"
    assert count(1, "row") == "one row"
    assert count(58, "claim") == "58 claims"
    assert count(2, "is a period", "are periods") == "two are periods"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(["a"]) == "a"
    assert listed([]) == ""
    assert capital("mRNA of NOP") == "MRNA of NOP"


def test_letters_are_wide_enough_for_the_widest() -> None:
    for page in theme.PAGES:
        letters = Letters(Sheet(page), "YGGF")
        assert width_of("W", letters.size) / (1 + 0.6 / letters.size) <= letters.block


@pytest.mark.parametrize("word", ["Sleep", "Mood", "a", "mu", "kappa receptor"])
def test_room_that_was_reckoned_from_a_word_is_room_for_it(word: str) -> None:
    for size in (8.0, 9.0, 18.0):
        reckoned = width_of(word, size, "bold") + size * 0.7
        assert folded(word, size, reckoned - size * 0.7, "bold") == [word]
