"""Tours: told in time and in plain words, true to the rows they name, and printed as a sheet."""

import inspect
import json
import re
from collections.abc import Iterator

import pytest

import explainer as ex
from copies import Copy
from explainer.__main__ import main
from explainer.curation import rules
from explainer.curation.rules import teaching
from explainer.learning import tour
from explainer.view import cache, payload, selection, state
from explainer.voices import hazards

SCENES = "teaching/scenes.csv"
TOURS = "teaching/tours.csv"
LIMITS = {"tour_class": (5, 6, 7), "tour_lecture": (15, 12, 15), "tour_evidence": (12, 9, 12)}


def told(copy: Copy) -> list[str]:
    system = ex.load(copy.path)
    return [str(problem) for problem in (*rules.check(system), *tour.check(system))]


def words(text: str) -> int:
    return len(text.split())


# The tours themselves


@pytest.mark.parametrize("name", LIMITS)
def test_a_tour_has_its_scenes_and_its_minutes(system: ex.System, name: str) -> None:
    minutes, fewest, most = LIMITS[name]
    assert system.tours[name].minutes == minutes
    assert fewest <= len(tour.scenes(system, name)) <= most


def test_every_scene_belongs_to_one_of_them(system: ex.System) -> None:
    stops = [scene.id for name in system.tours for scene in tour.scenes(system, name)]
    assert sorted(stops) == sorted(system.scenes)


def test_no_rule_for_tours_is_broken(system: ex.System) -> None:
    assert list(map(str, tour.check(system))) == []


def test_every_scene_has_a_note_with_its_time(system: ex.System) -> None:
    for scene in system.scenes.values():
        assert re.match(r"\d+ (?:seconds|minute)\b", scene.presenter), scene.id


def test_the_times_in_the_notes_fit_the_tour(system: ex.System) -> None:
    for name, row in system.tours.items():
        told = [scene.presenter for scene in tour.scenes(system, name)]
        seconds = sum(_seconds(note) for note in told)
        assert seconds <= row.minutes * 60, name


def _seconds(note: str) -> int:
    found = re.match(r"(?:(\d+) minutes?)? ?(?:(\d+) seconds)?", note)
    assert found is not None
    return int(found[1] or 0) * 60 + int(found[2] or 0)


def test_what_a_scene_names_stands_among_its_rows_or_its_view(system: ex.System) -> None:
    """A receptor named in a narration is one that the scene rests on or shows."""
    for scene in system.scenes.values():
        for name in re.findall(r"\b(mu|delta|kappa|NOP)\b", scene.narration):
            row = name.lower()
            rests = [system.find(one) for one in scene.because]
            named = {row} & {getattr(one, "agent", one.id) for one in rests}
            named |= {row} & {getattr(one, "receptor", one.id) for one in rests}
            assert named or row in scene.view, (scene.id, name)


def test_each_tour_ends_with_where_help_is(system: ex.System) -> None:
    for name in system.tours:
        assert "help-lines" in tour.scenes(system, name)[-1].presenter


def _findings(system: ex.System, view: str) -> Iterator[str]:
    """Ids of the findings that a view brings forward."""
    drawn = cache.of(system).payload
    read, _ = state.read(view, payload.choices(system))
    for r in selection.show(drawn, read).rows:
        row = drawn["lines"][drawn["rows"][r][3]][5]
        if row in system.effects:
            yield row


@pytest.mark.parametrize(
    ("scene", "findings"),
    [
        (
            "evidence_anxiety",
            {"e28b", "e200", "e201", "e206", "e223", "e224", "e528", "e540", "e662"},
        ),
        ("class_kappa_activated", {"e29a", "e78", "e80"}),
        ("lecture_silence", set()),
        ("lecture_buprenorphine_acts", set()),
    ],
)
def test_what_a_scene_counts_is_what_its_view_shows(
    system: ex.System, scene: str, findings: set[str]
) -> None:
    assert set(_findings(system, system.scenes[scene].view)) == findings


def test_nothing_leads_from_the_word_that_leads_nowhere(system: ex.System) -> None:
    joined = system.graph.out_degree("said_dymorphins") + system.graph.in_degree("said_dymorphins")
    assert joined == 0


def test_four_precursors_are_listed_and_more_peptides(system: ex.System) -> None:
    assert list(system.precursors) == ["pomc", "penk", "pdyn", "pnoc"]
    alone = [row.id for row in system.peptides.values() if row.precursor is None]
    assert alone == ["endomorphin_1", "endomorphin_2"]


@pytest.mark.parametrize("name", LIMITS)
def test_every_picture_has_the_room_that_its_words_leave(system: ex.System, name: str) -> None:
    """On a lecture's screens it is drawn at twice its size, so that small type has 24 pixels."""
    told = zip(tour.scenes(system, name), tour.dangers(system, name), strict=True)
    for built, (scene, dangers) in zip(tour.build(system, name)["scenes"], told, strict=True):
        for frame, screen in zip(built["frames"], tour.SCREENS, strict=False):
            room = tour.room(scene, tour.in_lecture(system, dangers), screen)
            assert frame["width"] <= room.width, scene.id
            assert frame["height"] <= room.height, (scene.id, screen)


def test_a_lecture_has_the_first_hazard_and_what_is_told_in_brief(system: ex.System) -> None:
    brief = [line.text for line in hazards.in_brief(system, system.groups)]
    found = [one for name in LIMITS for one in tour.dangers(system, name)]
    assert any(len(told) > 2 for told in found)
    for told in found:
        kept = tour.in_lecture(system, told)
        assert kept[:1] == told[:1]
        assert {*kept[1:]} == {*brief} & {*told[1:]}


def test_what_a_row_holds_is_words_on_a_handout_and_no_markup(copy: Copy) -> None:
    """A sheet is shown as a page: what looks like a script must not become one."""
    scene = next(iter(ex.load(copy.path).scenes))
    for column in ("title", "narration", "question", "notice", "presenter"):
        copy.set(SCENES, scene, **{column: "<script>x</script> and *y*"})
    sheet = tour.handout(ex.load(copy.path), "tour_short", with_notes=True)
    assert not re.search(r"(?<!\\)<script", sheet)
    assert " *y*" not in sheet


# Rules, each broken once


def test_the_small_tables_break_no_rule(small: ex.System) -> None:
    assert list(tour.check(small)) == []


CASES: dict[str, tuple[str, str, dict[str, str], str]] = {
    "an unknown focus": (
        SCENES, "s1", {"view": "focus=morphin"},
        ("2: view: There is no focus “morphin”; the nearest, “morphine”, is shown"
        " (copy the code from the Explorer, under Share)"),
    ),
    "a part that is none": (
        SCENES, "s1", {"view": "zoom=2"},
        ("2: view: “zoom” is not a part of a view; it is left out"
        " (copy the code from the Explorer, under Share)"),
    ),
    "another order": (
        SCENES, "s1", {"view": "focus=mu&lens=article"},
        ("2: view: 'focus=mu&lens=article' is not in the one true form"
        " (write 'lens=article&focus=mu')"),
    ),
    "what is shown anyway": (
        SCENES, "s1", {"view": "lens=both&focus=mu"},
        "2: view: 'lens=both&focus=mu' is not in the one true form (write 'focus=mu')",
    ),
    "hard words": (
        SCENES, "s1", {"notice": "Methodological heterogeneity complicates generalisability."},
        "2: notice: reads at US grade 53.8, 8 at most (shorten sentences first, then long words)",
    ),
    "too long": (
        SCENES, "s1", {"narration": "It acts. " * 36},
        "2: narration: 72 words, 70 at most (leave out what the picture shows)",
    ),
    "no question": (
        SCENES, "s1", {"question": "Look here."},
        "2: question: it asks nothing (end it with a question mark)",
    ),
    "too little time": (
        SCENES, "s1", {"notice": "So we go. " * 199, "question": "Is it so? " * 60},
        ("its scenes take 5.4 minutes to tell, 5 are given"
        " (shorten its scenes, or give it more time)"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_broken_scene_is_told_with_its_place_and_a_way_out(
    copy: Copy, case: tuple[str, str, dict[str, str], str]
) -> None:
    table, row, cells, fault = case
    copy.set(table, row, **cells)
    (problem,) = told(copy)
    where = TOURS if "minutes" in fault else table
    assert problem.startswith(f"data/{where}:2: ")
    assert problem.endswith(fault)


def test_a_tour_without_scenes_is_told(copy: Copy) -> None:
    copy.add(TOURS, "tour_empty,Nothing to see,nobody,1")
    fault = "it has no scene (add scenes, or drop the tour)"
    assert told(copy) == [f"data/{TOURS}:3: id: {fault}"]


def test_seventy_words_are_not_too_long(copy: Copy) -> None:
    copy.set(SCENES, "s1", narration="It acts. " * 35)
    assert told(copy) == []


def test_check_tells_a_view_that_cannot_be_shown(
    copy: Copy, capsys: pytest.CaptureFixture[str]
) -> None:
    copy.set(SCENES, "s1", view="focus=nobody")
    assert main(["--data", str(copy.path), "check"]) == 1
    assert capsys.readouterr().out.startswith(f"data/{SCENES}:2: view: There is no focus “nobody”")


def test_the_rules_for_scenes_are_among_those_for_teaching() -> None:
    named = [name for name, _ in inspect.getmembers(teaching, inspect.isfunction)]
    assert {"scenes_are_short", "scenes_ask", "tours_have_scenes_for_their_time"} <= set(named)
    assert {teaching.scenes_are_short, teaching.scenes_ask} <= set(teaching.RULES)


# For the browser


def test_the_browser_gets_each_scene_with_the_rows_it_rests_on(small: ex.System) -> None:
    built = tour.build(small, "tour_short")
    (scene,) = built["scenes"]
    assert (built["name"], built["minutes"]) == ("A short walk", 5)
    assert scene["view"]["focus"] == "mu"
    assert scene["view"]["lens"] == "both"
    (line,) = scene["because"]
    text, voice, whose, *_, sources = line
    assert text.startswith("morphine at mu receptor: ")
    assert (voice, whose) == ("pharmacology", "pharmacology sources")
    assert [len(source) for source in sources] == [3]


@pytest.mark.parametrize("name", LIMITS)
def test_the_views_are_those_of_the_rows(system: ex.System, name: str) -> None:
    codes = [scene.view for scene in tour.scenes(system, name)]
    assert [view.code for view in tour.views(system, name)] == codes
    sent = [scene["view"] for scene in tour.build(system, name)["scenes"]]
    assert [state.State(**view | {"also": tuple(view["also"])}).code for view in sent] == codes
    assert json.loads(json.dumps(sent)) == sent


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("tour_clas", " (did you mean 'tour_class'?)"),
        ("x", "; use one of: tour_class, tour_lecture, tour_evidence"),
    ],
)
def test_an_unknown_tour_names_the_nearest(system: ex.System, name: str, near: str) -> None:
    for ask in (tour.scenes, tour.build, tour.handout):
        with pytest.raises(ValueError, match="is not a tour") as error:
            ask(system, name)
        assert str(error.value) == f"tour={name!r} is not a tour of this system{near}"


# On paper


def scene_of(sheet: str, number: int) -> str:
    """The part of a sheet that is about one scene."""
    return sheet.split(f"\n## {number}. ")[1].split("\n## ", maxsplit=1)[0]


@pytest.mark.parametrize("name", LIMITS)
def test_a_sheet_asks_first_and_answers_on_a_later_page(system: ex.System, name: str) -> None:
    stops = tour.scenes(system, name)
    asked, answered = tour.handout(system, name).split('<div style="break-before: page"></div>')
    for number, scene in enumerate(stops, start=1):
        part = scene_of(asked, number)
        assert part.startswith(scene.title)
        assert scene.question in part
        assert part.count("_" * 60) == 3
        assert scene.notice not in asked
        assert f"{number}. **{scene.title}.** {scene.notice}" in answered


def test_a_sheet_names_the_rows_of_each_scene_and_their_sources(system: ex.System) -> None:
    sheet = tour.handout(system, "tour_class")
    for scene in tour.scenes(system, "tour_class"):
        for row in scene.because:
            assert re.search(rf"\b{row}\b", sheet.split("## What each scene rests on")[1]), row
    sources = sheet.split("## Sources\n\n")[1].split("\n\n")[0].splitlines()
    assert len(sources) == len(set(sources)) > 10
    addresses = [line for line in sources if re.search(r"https?://", line)]
    assert len(addresses) >= len(sources) - 1  # the article's own record has no address


def test_a_sheet_cites_what_another_tour_does_not(system: ex.System) -> None:
    fda = "https://doi.org/" if system.sources["fda2016"].doi else system.sources["fda2016"].link
    assert fda in tour.handout(system, "tour_evidence")
    assert system.sources["fda2016"].citation not in tour.handout(system, "tour_class")


def test_the_presenters_notes_stand_only_where_they_are_wanted(system: ex.System) -> None:
    notes = [scene.presenter for scene in tour.scenes(system, "tour_class")]
    plain = tour.handout(system, "tour_class")
    full = tour.handout(system, "tour_class", with_notes=True)
    assert [note for note in notes if note in plain] == []
    assert [note for note in notes if f"> **For the presenter.** {note}" not in full] == []


def test_a_sheet_says_what_it_is_not_and_where_help_is(system: ex.System) -> None:
    sheet = tour.handout(system, "tour_class")
    assert "Descriptive only: not advice, not a dosing tool." in sheet.splitlines()[2]
    for line in system.helplines.values():
        assert f"- {line.country}: {line.contact}" in sheet


def test_a_scene_without_a_note_has_none_on_paper(small: ex.System) -> None:
    assert "For the presenter" not in tour.handout(small, "tour_short", with_notes=True)


def test_the_command_prints_the_sheet(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["handout", "tour_class", "--notes"]) == 0
    printed = capsys.readouterr().out
    assert printed == tour.handout(ex.load(), "tour_class", with_notes=True)


def test_the_command_names_the_nearest_tour(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["handout", "tour_clas"]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == (
        "tour='tour_clas' is not a tour of this system (did you mean 'tour_class'?)\n"
    )
