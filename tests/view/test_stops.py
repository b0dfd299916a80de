"""The stops of a tour: what is shown in turn, in frames large enough for the back row."""

import itertools

import pytest

import explainer as ex
from drawn import overlaps
from explainer.drawing.display import Frame
from explainer.drawing.type_metrics import width_of
from explainer.learning import tour
from explainer.view import payload, state, stops
from explainer.view.state import State
from explainer.view.stop import LATE, Size

HALL, LAPTOP = Size(940, 380), Size(663, 200)


def frame_of(system: ex.System, code: str, size: Size = HALL) -> Frame:
    read, messages = state.read(code, payload.choices(system))
    assert not messages
    return stops.frames_of(system, read, [size])[0]


def marks_of(frame: Frame) -> list[int]:
    return [place for one in (*frame.fields, *frame.stacks) for place in one.marks]


def words_of(frame: Frame) -> str:
    return " ".join(line.text for line in frame.words)


@pytest.fixture(scope="module")
def scenes(system: ex.System) -> list[tuple[str, State]]:
    known = payload.choices(system)
    return [(row.id, state.read(row.view, known)[0]) for row in system.scenes.values()]


def test_each_finding_of_a_stop_is_one_mark(
    system: ex.System, scenes: list[tuple[str, State]]
) -> None:
    for scene, view in scenes:
        own = {one.place for one in stops.own_findings(system, view)}
        drawn = marks_of(stops.frames_of(system, view, [HALL])[0])
        assert len(drawn) == len(set(drawn)), scene
        assert set(drawn) <= own, scene
        first = {
            one.place
            for one in stops.own_findings(system, view)
            if one.domain in (view.also or ("mood", "anxiety", view.domain))
        }
        assert set(drawn) >= first & own, scene


def test_what_is_told_and_asked_comes_before_any_mark(
    system: ex.System, scenes: list[tuple[str, State]]
) -> None:
    for scene, view in scenes:
        steps = stops.reveals(stops.own_findings(system, view))
        assert [step.part for step in steps[:2]] == ["story", "question"], scene
        assert all(not step.who for step in steps[:2]), scene
        assert steps[-1].part == "notice", scene


def test_animals_come_first_and_people_last(system: ex.System) -> None:
    own = stops.own_findings(system, State(focus="kappa", also=("mood",)))
    marks = [step.who for step in stops.reveals(own) if step.part == "marks"]
    assert marks == [("animals",), ("animals", "people", "word")]


def test_nothing_is_shown_that_was_not_found(system: ex.System) -> None:
    own = stops.own_findings(system, State(focus="nop", also=("social_pain",)))
    assert own == []
    assert [step.part for step in stops.reveals(own)] == ["story", "question", "notice"]
    assert "none found" in words_of(frame_of(system, "focus=nop&also=social_pain"))


def test_type_stays_in_the_frame_and_is_no_smaller_than_twelve(
    system: ex.System, scenes: list[tuple[str, State]]
) -> None:
    for scene, view in scenes:
        for frame in stops.frames_of(system, view, [HALL, LAPTOP, stops.PHONE]):
            for line in frame.words:
                is_bold = bool({"strong", "on-receptor", "on-apart"} & set(line.look.split()))
                wide = width_of(line.text, line.size, is_bold=is_bold)
                left = line.x - {"start": 0.0, "middle": wide / 2, "end": wide}[line.anchor]
                assert line.size >= 12, (scene, line.text)
                assert left >= -0.5, (scene, line.text)
                assert left + wide <= frame.width + 0.5, (scene, line.text)
                assert line.y <= frame.height, (scene, line.text)


def test_the_levels_of_one_stop_are_of_one_height(system: ex.System) -> None:
    """Else the empty picture would tell where marks will stand."""
    for code in ("focus=kappa&also=mood", "focus=buprenorphine&also=mood"):
        frame = frame_of(system, code)
        assert len({shape.h for shape in frame.shapes if shape.look == "band"}) == 1


def test_a_verdict_comes_with_the_answer(system: ex.System) -> None:
    frame = frame_of(system, "focus=said_dymorphins")
    late = [line.text for line in frame.words if LATE in line.look.split()]
    assert "In our judgement: error" in late


def test_a_word_without_a_source_is_given_no_other_name(system: ex.System) -> None:
    assert not any("chip" in s.look for s in frame_of(system, "focus=said_dymorphins").shapes)
    known = [s.name for s in frame_of(system, "focus=said_dynorphins").shapes if "chip" in s.look]
    assert len(known) == len(system.subjects["said_dynorphins"].names)


def test_peptides_come_with_the_answer(system: ex.System) -> None:
    frame = frame_of(system, "lens=pharmacology&origin=made+by+the+body")
    chips = [shape for shape in frame.shapes if "chip" in shape.look]
    assert {shape.id for shape in chips} == set(system.peptides)
    assert all(LATE in shape.look for shape in chips)


def test_a_small_screen_says_what_it_leaves_to_the_explorer(system: ex.System) -> None:
    assert "in the Explorer" not in words_of(frame_of(system, "", HALL))
    assert "Anxiety: in the Explorer" in words_of(frame_of(system, "", LAPTOP))


def test_where_there_is_little_height_domains_stand_side_by_side(system: ex.System) -> None:
    low, high = (frame_of(system, "focus=nop", Size(663, h)) for h in (190, 600))
    assert low.height < high.height
    assert sorted(marks_of(low)) == sorted(marks_of(high))


def test_no_words_of_a_stop_lie_over_others(
    system: ex.System, scenes: list[tuple[str, State]]
) -> None:
    """The name of a domain has room beside what was done, or stands above it."""
    for scene, view in scenes:
        for size in (HALL, LAPTOP, stops.PHONE):
            words = [
                line
                for line in stops.frames_of(system, view, [size])[0].words
                if line.anchor == "start" and line.look == "strong" and LATE not in line.look
            ]
            others = stops.frames_of(system, view, [size])[0].words
            met = [
                (one.text, other.text)
                for one in words
                for other in others
                if other.text != one.text
                and abs(one.y - other.y) < 6
                and one.x < other.x < one.x + width_of(one.text, one.size, is_bold=True)
            ]
            assert met == [], (scene, size)


@pytest.mark.parametrize("size", [HALL, LAPTOP], ids=["hall", "laptop"])
def test_for_the_back_row_a_name_stands_whole(system: ex.System, size: Size) -> None:
    for code in ("focus=buprenorphine;domain=mood", "focus=kappa;also=mood", "focus=delta"):
        frame = frame_of(system, code.replace(";", "&"), size)
        cut = [label for one in frame.fields for label in one.labels or () if "…" in label]
        assert cut == [], code


def test_in_the_room_of_each_scene_no_name_is_cut_and_nothing_lies_over_anything(
    system: ex.System,
) -> None:
    """With the words that stand around it on a lecture's screens, and on a phone."""
    names = {row.name.removesuffix(" receptor") for row in system.receptors.values()}
    names |= {row.name for row in system.receptors.values()}
    faults = []
    for name in system.tours:
        told = zip(
            tour.scenes(system, name), tour.views(system, name), tour.dangers(system, name),
            strict=True,
        )  # fmt: skip
        for scene, view, dangers in told:
            heard = tour.in_lecture(system, dangers)
            sizes = [*(tour.room(scene, heard, one) for one in tour.SCREENS), stops.PHONE]
            for size, frame in zip(sizes, stops.frames_of(system, view, sizes), strict=True):
                cut = [w.text for w in frame.words if w.look == "on-receptor"]
                faults += [(scene.id, size.width, text) for text in cut if text not in names]
                faults += [(scene.id, size.width, text) for text in overlaps(frame)]
                faults += [(scene.id, size.width, text) for text in _touching(frame)]
                if size is not stops.PHONE and frame.height > size.height:
                    faults.append((scene.id, size.width, f"{frame.height:.0f} high"))
    assert faults == []


def _touching(frame: Frame) -> list[str]:
    """Heads of lanes with less than a hair between them, so that two words read as one."""
    heads = [line for line in frame.words if line.text in {"on", "off", "seen"}]
    pairs = itertools.pairwise(sorted(heads, key=lambda one: (one.y, one.x)))
    return [
        f"{one.text}{after.text}"
        for one, after in pairs
        if one.y == after.y and after.x - one.x - width_of(one.text, one.size) < 2
    ]


@pytest.mark.parametrize("size", [HALL, LAPTOP, stops.PHONE], ids=["hall", "laptop", "phone"])
def test_a_molecule_is_named_in_its_picture(system: ex.System, size: Size) -> None:
    assert "Buprenorphine: mood" in words_of(
        frame_of(system, "focus=buprenorphine&also=mood", size)
    )
    assert "Opioid drugs: mood" in words_of(frame_of(system, "focus=opioid_drugs&also=mood", size))
    assert "kappa Mood" in words_of(frame_of(system, "focus=kappa&also=mood", size))


def test_what_the_article_says_has_the_room_that_no_names_need(system: ex.System) -> None:
    """A hall has room for all three claims; a note below them takes a line or two."""
    words = words_of(frame_of(system, "focus=said_natural_opioids", Size(940, 327)))
    assert "more." not in words
