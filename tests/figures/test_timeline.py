"""The timeline: each event at its year, periods as bars, and breaks that are drawn."""

import pytest

import explainer as ex
from copies import Copy
from explainer import figures
from looks import faults_of, gids_of, patch_of, words_of


def height_of(figure: figures.timeline, event: str) -> float:
    box = patch_of(figure, event).get_path().get_extents()
    return (box.y0 + box.y1) / 2


def test_every_event_has_its_place_and_its_name(system: ex.System) -> None:
    figure = figures.timeline(system)
    drawn, told = gids_of(figure), " ".join(words_of(figure))
    for row in system.events.values():
        assert drawn[row.id] == 1
        assert row.name in told
        assert row.told.rstrip(".") in figure.description


def test_the_story_is_told_in_full_and_ends_the_title(system: ex.System) -> None:
    figure = figures.timeline(system)
    told = " ".join(words_of(figure))
    story = [row for row in system.events.values() if row.story]
    assert len(story) > 2
    assert all(row.told in told for row in story)
    last = max(story, key=lambda row: row.until or row.year)
    title = f"{story[0].story}, {min(row.year for row in story)} to {last.year}: {last.name}"
    assert told.startswith(title)
    assert f"In bold: {title}." in figure.description
    rest = [row for row in system.events.values() if not row.story]
    assert not any(row.told in told for row in rest)


def test_without_a_story_all_is_told(small: ex.System) -> None:
    told = " ".join(words_of(figures.timeline(small)))
    assert told.startswith("One event, 1900 to 1950")
    assert all(row.told in told for row in small.events.values())


def test_years_are_to_scale_within_a_stretch(copy: Copy) -> None:
    for row, year in (("ev2", 1960), ("ev3", 1970)):
        copy.add("pharmacology/events.csv", f"{row},roe2002,tester,,{year},,Later,It came later.,,")
    figure = figures.timeline(ex.load(copy.path))
    first, middle, last = (height_of(figure, row) for row in ("ev1", "ev2", "ev3"))
    assert (middle - first) / (last - first) == pytest.approx(60 / 70)


def test_a_period_is_a_bar_as_long_as_its_years(copy: Copy) -> None:
    copy.add("pharmacology/events.csv", "ev2,roe2002,tester,,1920,1930,Shorter,It was shorter.,,")
    figure = figures.timeline(ex.load(copy.path))
    long, short = patch_of(figure, "1900 to 1950"), patch_of(figure, "1920 to 1930")
    assert long.get_height() / short.get_height() == pytest.approx(5)
    assert long.get_x() != short.get_x()


def test_a_break_is_drawn_and_told(copy: Copy) -> None:
    copy.add("pharmacology/events.csv", "ev2,roe2002,tester,,1999,,Much later,It came later.,,")
    figure = figures.timeline(ex.load(copy.path))
    zigzags = [line for line in figure.axes[0].lines if len(line.get_xdata()) == 6]
    assert len(zigzags) == 1
    assert figure.description.endswith("The axis is broken between 1950 and 1999.")
    assert {"1950", "1999"} <= set(words_of(figure))


def test_without_a_long_gap_there_is_no_break(small: ex.System) -> None:
    figure = figures.timeline(small)
    assert [line for line in figure.axes[0].lines if len(line.get_xdata()) == 6] == []
    assert "broken" not in figure.description


def test_what_an_event_is_about_is_shown_by_kind(system: ex.System) -> None:
    drawn = gids_of(figures.timeline(system))
    assert drawn["dynorphin_at_kappa receptor"] == 1
    assert drawn["dynorphin_at_kappa peptide"] == 1
    assert "binding_sites receptor" not in drawn


def test_many_events_of_one_year_do_not_collide(copy: Copy) -> None:
    for place in range(20):
        name = f"Event {place} of a year in which far too much of it happened"
        copy.add("pharmacology/events.csv", f"x{place},roe2002,tester,,1950,,{name},It was.,kappa,")
    tables = ex.load(copy.path)
    assert faults_of(figures.timeline(tables)) == []
    assert faults_of(figures.timeline(tables, page="projector")) == []


def test_leaders_to_words_do_not_cross(system: ex.System) -> None:
    figure = figures.timeline(system)
    leaders = [line.get_ydata() for line in figure.axes[0].lines if len(line.get_ydata()) == 4]
    assert len(leaders) == len(system.events)
    starts, ends = [y[0] for y in leaders], [y[-1] for y in leaders]
    assert starts == sorted(starts)
    assert ends == sorted(ends)


def test_a_slide_has_names_and_no_sentences(small: ex.System) -> None:
    words = words_of(figures.timeline(small, page="projector"))
    assert "1900–50 An old cure" in words
    assert "A remedy was in use." not in " ".join(words)


def test_the_description_tells_each_event(system: ex.System) -> None:
    said = figures.timeline(system).description
    number = len(system.events)
    assert said.startswith(f"A timeline of {number} events, of which two are periods, from 1801")
    assert "1975: Enkephalins identified. In Aberdeen" in said
    assert all(row.name in said for row in system.events.values())
