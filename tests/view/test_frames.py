"""Frames of the picture: nothing overlaps, nothing leaves the frame, every finding has its mark.

The real tables are tried frame by frame; other tables, small, odd or hostile, each as a whole.
"""

import functools
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

import explainer as ex
from copies import Copy, real
from drawn import crossings, faults_of, miscounted, outside, overlaps, unread
from explainer.drawing import theme
from explainer.drawing.display import Frame
from explainer.model.system import System
from explainer.view import absence, blocks, closeups, headlines, near, overview
from explainer.view.findings import STEPS, Finding, findings, lane_of, own_of
from explainer.voices import cards

LONG = "a very long name " * 18
UNBROKEN = "supercalifragilisticexpialidocious" * 4
RIGHT_TO_LEFT = "مورفين \u202edesrever"
EMOJI = "🧪👩‍🔬 Ω≠≤"
SCRIPT = '"><script>window.hit=1</script>'


def frames(system: System, times: int = 1) -> Iterator[tuple[str, Frame, list[Finding]]]:
    """Every frame that a reader can be shown, with the findings that it must hold."""
    rows = findings(system)
    more = (one for one in rows for _ in range(times))
    found = [replace(one, place=i) for i, one in enumerate(more)]
    first = [one for one in found if one.domain in overview.first_domains(system)]
    for form in overview.WIDE:
        yield f"overview {form.width}", overview.wide(system, first, form), first
    for narrow in overview.NARROW:
        yield f"overview {narrow.width}", overview.narrow(system, first, narrow), first
    for form in (*overview.WIDE, *overview.NARROW):
        yield f"sealed {form.width}", overview.sealed(system, form), []
    acting = (row.ligand for row in system.interactions.values())
    agents = dict.fromkeys([*(one.agent for one in found), *acting])
    for width in closeups.WIDTHS:
        for agent in agents:
            own = own_of(found, agent)
            yield f"{agent} {width}", closeups.of_agent(system, found, agent, width), own
        for domain in dict.fromkeys(one.domain for one in found):
            own = [one for one in found if one.domain == domain]
            yield f"{domain} {width}", closeups.of_domain(system, found, domain, width), own


SCREENFUL = 20  # marks that bear names, at most
SYSTEM = real()
FOUND = findings(SYSTEM)
FIRST = [one for one in FOUND if one.domain in overview.first_domains(SYSTEM)]


@functools.cache
def every() -> tuple[tuple[str, Frame, list[Finding]], ...]:
    """All of the real tables, some 460; each test gathers the faults of all."""
    return tuple(frames(SYSTEM))


def test_no_receptors_name_is_cut() -> None:
    names = {row.name.removesuffix(" receptor") for row in SYSTEM.receptors.values()}
    told = {
        (name, words.text)
        for name, frame, _ in every()
        for words in frame.words
        if words.look == "on-receptor"
    }
    assert {text for _, text in told} == names


@pytest.mark.parametrize("faults", [overlaps, outside, unread, crossings])
def test_no_frame_has_a_fault_of_this_kind(faults: Callable[[Frame], list[str]]) -> None:
    """Nothing overlaps, nothing leaves the frame, type can be read, no line meets another's box."""
    assert {name: found for name, frame, _ in every() if (found := faults(frame))} == {}


def test_every_finding_has_one_mark_that_can_be_hit() -> None:
    assert {name: told for name, frame, own in every() if (told := miscounted(frame, own))} == {}


@pytest.mark.parametrize("form", overview.WIDE, ids=lambda form: str(form.width))
def test_the_first_view_keeps_to_one_screen_even_with_twice_the_rows(form: overview.Wide) -> None:
    twice = [one for one in FIRST for _ in range(2)]
    assert overview.wide(SYSTEM, FIRST, form).height <= form.height
    assert overview.wide(SYSTEM, twice, form).height <= form.height


@pytest.mark.parametrize("form", [*overview.WIDE, *overview.NARROW], ids=lambda f: str(f.width))
def test_a_sealed_view_is_the_same_whatever_was_found(copy: Copy, form: overview.Wide) -> None:
    """Rows as high as their marks need, or words of emptiness, would tell what is to be guessed."""
    full = overview.sealed(ex.load(copy.path), form)
    for table in ("effects", "results", "interactions"):
        copy.keep(f"pharmacology/{table}.csv")
    for table in ("searches", "article/assessments"):
        copy.keep(f"{table}.csv")
    for path in (copy.path / "teaching").glob("*.csv"):
        copy.keep(f"teaching/{path.name}")
    assert overview.sealed(ex.load(copy.path), form) == full
    assert (full.fields, full.stacks, full.strokes) == ([], [], [])
    assert not any(words.look.endswith("empty") for words in full.words)


@pytest.mark.parametrize("form", [*overview.WIDE, *overview.NARROW], ids=lambda f: str(f.width))
def test_a_sealed_view_does_not_say_what_the_article_leaves_out(form: overview.Wide) -> None:
    """Whoever is asked which receptor is meant is not told, in print or speech, that none is."""
    frame = overview.sealed(SYSTEM, form)
    told = " ".join([*(w.text for w in frame.words), *(s.name for s in frame.shapes)])
    assert "receptors" in told
    for leak in ("unnamed", "named", "names", "none", "does not say", "no receptor", "which is"):
        assert leak not in told


@pytest.mark.parametrize("form", overview.NARROW, ids=lambda form: str(form.width))
def test_on_a_phone_all_that_is_put_and_where_it_is_put_is_one_sight(form: overview.Narrow) -> None:
    """Sockets above receptors that a thumb hits, all within a hand's height of each other."""
    frame = overview.sealed(SYSTEM, form)
    sockets = [shape for shape in frame.shapes if shape.look == "socket"]
    heroes = [shape for shape in frame.shapes if shape.look == "receptor"]
    assert {shape.id for shape in heroes} == set(SYSTEM.receptors)
    assert min(min(shape.w, shape.h) for shape in heroes) >= 44
    low = max(shape.y + shape.h for shape in sockets)
    assert min(shape.y for shape in heroes) >= low + 30  # what only trembles puts nothing
    assert frame.height <= 360


def test_heads_of_lanes_name_all_that_stands_in_them() -> None:
    named = {lane: full for lane, full, _ in blocks.HEADS}
    words = {"on": "switched on", "blocked": "blocked", "missing": "missing", "stopped": "stopped",
             "seen": "measured"}  # fmt: skip
    assert {step for step in STEPS if words[step] not in named[lane_of(step)]} == set()


@pytest.mark.parametrize("form", overview.WIDE, ids=lambda form: str(form.width))
def test_receptors_are_equally_wide_for_width_is_no_importance(form: overview.Wide) -> None:
    heroes = [s for s in overview.wide(SYSTEM, FIRST, form).shapes if s.look == "receptor"]
    assert {s.id for s in heroes} == set(SYSTEM.receptors)
    assert len({round(s.w, 3) for s in heroes}) == 1


@pytest.mark.parametrize("form", [*overview.WIDE, *overview.NARROW], ids=lambda f: str(f.width))
def test_the_articles_receptors_stand_in_one_box(form: overview.Wide) -> None:
    draw = overview.wide if isinstance(form, overview.Wide) else overview.narrow
    shapes = draw(SYSTEM, FIRST, form).shapes
    (box,) = (s for s in shapes if s.look == "socket-box")
    sockets = [s for s in shapes if s.look == "socket"]
    unnamed = {row.id for row in SYSTEM.subjects.values() if row.is_receptor}
    assert {box.id, *(s.id for s in sockets)} == unnamed
    for s in sockets:
        assert box.x < s.x < s.x + s.w < box.x + box.w
        assert box.y < s.y < s.y + s.h < box.y + box.h
        assert shapes.index(s) > shapes.index(box)


def test_each_kind_of_empty_has_words_and_a_look_of_its_own() -> None:
    kinds = absence.KINDS
    for told in ({one.kind for one in kinds}, {one.words for one in kinds},
                 {one.brief for one in kinds}, {one.short for one in kinds}):  # fmt: skip
        assert len(told) == len(kinds) == 4
    day = SYSTEM.searches["q03"].searched_on
    found = absence.of_receptors(SYSTEM)
    assert found["mu", "anxiety"].words.endswith(f"search of {day.day} {day:%B %Y}")
    assert found["mu", "deaths"] == absence.UNSEARCHED
    said = absence.of(SYSTEM, "morphine", SYSTEM.domains)
    claimed = {
        domain
        for claim in SYSTEM.claims.values()
        if "said_morphine" in claim.subjects
        for domain in claim.domains
    }
    assert {domain for (_, domain), one in said.items() if one == absence.ARTICLE} == claimed


def test_a_molecules_view_and_its_card_hold_the_same_findings() -> None:
    """Those in which it stands under a receptor, or beside another molecule, among them."""
    drawn = {name: frame for name, frame, _ in every()}
    told = {}
    for molecule in (*SYSTEM.ligands, *SYSTEM.peptides):
        rows = {*SYSTEM.effects.where(agent=molecule), *SYSTEM.effects.where(through=molecule)}
        card = [line.row for part in cards.card(SYSTEM, molecule).sections for line in part.lines]
        assert rows == {key for key in card if key in SYSTEM.effects}, molecule
        for width in closeups.WIDTHS:
            if frame := drawn.get(f"{molecule} {width}"):
                marks = [i for part in (*frame.fields, *frame.stacks) for i in part.marks]
                if sorted(FOUND[i].id for i in marks) != sorted(rows):
                    told[molecule, width] = len(marks), len(rows)
            else:
                assert not rows, molecule
    assert told == {}


def test_no_list_of_actions_is_cut() -> None:
    acts = tuple(family.word for family in theme.FAMILIES.values())
    told = [(name, w.text) for name, frame, _ in every() for w in frame.words if w.look == "soft"]
    assert [one for one in told if one[1].endswith("…") and one[1].startswith(acts)] == []


def test_all_domains_of_a_view_share_their_lanes() -> None:
    """What was done is written at the same places over every domain."""
    words = {full for _, full, _ in near.STEP_HEADS} | {s for *_, s in near.STEP_HEADS}
    for name, frame, own in every():
        if name.split()[0] not in SYSTEM.receptors:
            continue
        heads = [w for w in frame.words if w.text in words and w.look == "soft"]
        rows = {w.y: sorted(x.x for x in heads if x.y == w.y) for w in heads}
        assert len({tuple(row) for row in rows.values()}) <= 1 or not own, name


@pytest.mark.parametrize("domain", dict.fromkeys(one.domain for one in FOUND))
def test_from_near_a_receptor_has_both_lanes_and_an_empty_one_tells_its_kind(domain: str) -> None:
    own = [one for one in FOUND if one.domain == domain]
    there = {one.column for one in own} & set(SYSTEM.receptors)
    lanes = {(one.column, one.lane) for one in own}
    empty = sum((name, lane) not in lanes for name in there for lane in ("on", "off"))
    absent = len(SYSTEM.receptors) - len(there)
    for width in closeups.WIDTHS:
        frame = closeups.of_domain(SYSTEM, FOUND, domain, width)
        kinds = [shape.look for shape in frame.shapes if shape.look.startswith("empty")]
        assert len(kinds) == empty + absent, width


def test_from_near_mood_and_anxiety_are_one_screen_and_marks_of_people_keep_their_names() -> None:
    """Other sides of life may lie below; nobody scrolls for what the headline speaks of."""
    first = overview.first_domains(SYSTEM)
    told = {}
    for width in (one for one in closeups.WIDTHS if one >= 600):
        for agent in dict.fromkeys(one.agent for one in FOUND):
            frame = closeups.of_agent(SYSTEM, FOUND, agent, width)
            marks = [(f.y + f.dy * (len(f.marks) - 1) // f.per, f) for f in frame.fields]
            low = max((y for y, f in marks if FOUND[f.marks[0]].domain in first), default=0)
            people = [f for f in frame.fields if FOUND[f.marks[0]].who == "people"]
            if low > closeups.MOST_HEIGHT[width] or not all(f.labels for f in people):
                told[agent, width] = low
    assert told == {}


def test_people_tied_to_no_receptor_have_names_where_one_screen_has_room_for_them() -> None:
    """Receptors side by side are too narrow for names; most people stand below them."""
    unnamed = {}
    for width in (one for one in closeups.WIDTHS if one >= 600):
        for domain in dict.fromkeys(one.domain for one in FOUND):
            frame = closeups.of_domain(SYSTEM, FOUND, domain, width)
            people = [f for f in frame.fields if (first := FOUND[f.marks[0]]).who == "people"
                      and first.column == "apart"]  # fmt: skip
            number = sum(len(f.marks) for f in people)
            if number <= SCREENFUL and not all(f.labels for f in people):
                unnamed[domain, width] = number
    assert unnamed == {}


def test_on_the_smallest_phone_type_is_drawn_as_it_was_set() -> None:
    """A form wider than its room is made smaller, and its smallest type of 12 pixels with it."""
    room = 320 - 16  # the style sheet keeps 8 pixels at each side
    assert min(closeups.WIDTHS) == min(form.width for form in overview.NARROW) == room


def test_a_name_is_not_cut_to_letters_that_tell_nothing() -> None:
    labels = {label for _, frame, _ in every() for f in frame.fields for label in f.labels}
    assert [label for label in labels if label.endswith("…") and len(label) < 5] == []
    whole = {
        text
        for f in FOUND
        for text in (
            f.author,
            f.tool,
            f"{f.tool}, {f.author}",
            f"{f.author} + {f.tool}",
            f"{f.tool} {f.author.split()[-1]}",
        )
    }
    parted = {label for label in labels if label.endswith("…") and " " in label}
    for label in parted:
        head = label.removesuffix("…")
        assert any(text.startswith(head) and f"{text} "[len(head)] in " ,+&" for text in whole), (
            label
        )
    assert not any(label.startswith("[") for label in labels)


def test_a_public_body_is_named_by_its_initials_beside_a_mark() -> None:
    assert {"NIDA 2014", "USFDA 2025"} <= {one.author for one in FOUND}


def test_of_two_studies_with_one_molecule_in_a_lane_each_bears_its_year() -> None:
    frame = closeups.of_agent(SYSTEM, FOUND, "kappa", 900)
    named: dict[int, str] = {}
    for where in frame.fields:
        named |= dict(zip(where.marks, where.labels, strict=False))
    lanes: dict[tuple[str, ...], list[int]] = {}
    for mark, label in named.items():
        one = FOUND[mark]
        if label and one.through:
            lanes.setdefault((one.domain, one.step, one.who, one.tool), []).append(mark)
    twice = [marks for marks in lanes.values() if len(marks) > 1]
    assert twice
    for mark in (mark for marks in twice for mark in marks):
        year = FOUND[mark].author.split()[-1]
        assert not year.isdecimal() or named[mark] == f"{FOUND[mark].tool} {year}"


def test_a_study_without_authors_and_year_is_not_named_by_our_id() -> None:
    unknown = {one.author for one in FOUND if SYSTEM.sources[one.study].short.startswith("[")}
    assert "author not shown" in unknown
    assert not unknown & {one.study.capitalize() for one in FOUND}


def test_marks_say_what_was_given_beside_what_is_looked_at() -> None:
    frame = closeups.of_agent(SYSTEM, FOUND, "buprenorphine", 900)
    named: dict[int, str] = {}
    for where in frame.fields:
        named |= dict(zip(where.marks, where.labels, strict=False))
    beside = {m for m in named if "samidorphan" in FOUND[m].through}
    assert beside
    plus = {m for m, label in named.items() if "+" in label}
    assert plus <= beside
    assert all(named[m].endswith("…") for m in beside - plus)


def test_chips_from_near_say_what_they_count() -> None:
    for name, frame, _ in every():
        if any(shape.id.startswith("acts:") for shape in frame.shapes):
            assert [w.text for w in frame.words].count("Molecules:") == 1, name


def test_the_articles_ground_counts_the_claims_that_name_a_receptor() -> None:
    frame = overview.wide(SYSTEM, FIRST, overview.WIDE[0])
    named = sum(claim.names_receptor for claim in SYSTEM.claims.values())
    assert f"{named} of {len(SYSTEM.claims)}" in [w.text for w in frame.words]


def test_a_headline_is_short_and_tells_what_was_done_to_people() -> None:
    for agent in dict.fromkeys(one.agent for one in FOUND):
        head, _ = headlines.of_agent(SYSTEM, FOUND, agent)
        assert 0 < len(head) <= 180, agent
        people = {
            one.step
            for one in FOUND
            if (one.agent, one.domain, one.who) == (agent, "mood", "people")
        }
        for step in people - {"seen"}:
            done = headlines.DONE[step]
            assert any(word in head for word in (done, "given", "taken")), (agent, step)


# Other tables

ALWAYS = ("curators", "sources")


def kept(copy: Copy, *tables: str) -> None:
    """Empty all tables but these and those that every row points to."""
    for path in copy.path.rglob("*.csv"):
        table = path.relative_to(copy.path).as_posix()
        if path.stem not in (*ALWAYS, *tables):
            copy.keep(table)


def small(copy: Copy) -> None:
    """Leave the tables as they are."""


def without_an_article(copy: Copy) -> None:
    for table in ("subjects", "claims", "assessments"):
        copy.keep(f"article/{table}.csv")


def of_two_claims(copy: Copy) -> None:
    copy.keep("article/claims.csv", 2)
    copy.keep("article/assessments.csv", 2)
    copy.keep("teaching/scenes.csv")


def without_findings(copy: Copy) -> None:
    molecules = ("precursors", "peptides", "ligands", "interactions", "receptors")
    kept(copy, *molecules, "domains", "subjects", "claims")


def without_molecules(copy: Copy) -> None:
    kept(copy, "receptors", "domains")


def of_one_receptor(copy: Copy) -> None:
    kept(copy, "receptors", "domains")
    copy.keep("pharmacology/receptors.csv", 1)


def of_more_receptors(number: int) -> Callable[[Copy], None]:
    """Add so many, each with a molecule that acts there and with findings in each domain."""

    def add(copy: Copy) -> None:
        for n in range(number):
            new = f"epsilon_{n}"
            copy.copy("pharmacology/receptors.csv", "kappa", id=new, name=f"epsilon-{n} receptor")
            copy.copy("pharmacology/interactions.csv", "morphine_mu_1", id=f"i{n}", receptor=new)
            for domain in ("mood", "pain", "addiction"):
                more = {"agent": new, "domain": domain, "conflicts_with": "", "through": ""}
                copy.copy("pharmacology/effects.csv", "e2", id=f"e_{n}_{domain}", **more)

    return add


def named(name: str) -> Callable[[Copy], None]:
    """Give one of each kind this name."""

    def rename(copy: Copy) -> None:
        copy.set("pharmacology/receptors.csv", "kappa", name=name, family_note=name)
        copy.set("pharmacology/peptides.csv", "dynorphin_a", name=name)
        copy.set("pharmacology/ligands.csv", "morphine", name=name)
        copy.set("pharmacology/precursors.csv", "pdyn", name=name, gene=name)
        copy.set("domains.csv", "mood", name=name, improves=name, worsens=name)
        copy.set("article/subjects.csv", "said_unnamed", name=name)
        for source in ("doe2001", "release2020"):
            copy.set("sources.csv", source, authors=name)

    return rename


OTHER: dict[str, Callable[[Copy], None]] = {
    "small": small,
    "empty": kept,
    "no article": without_an_article,
    "two claims": of_two_claims,
    "one receptor": of_one_receptor,
    "five receptors": of_more_receptors(3),
    "nine receptors": of_more_receptors(7),
    "no findings": without_findings,
    "no molecules": without_molecules,
    "long names": named(LONG),
    "names without a blank": named(UNBROKEN),
    "names from right to left": named(RIGHT_TO_LEFT),
    "names of signs": named(EMOJI),
    "names of markup": named(SCRIPT),
}


@pytest.mark.parametrize("change", OTHER.values(), ids=OTHER)
def test_other_tables_are_drawn_without_a_fault(copy: Copy, change: Callable[[Copy], None]) -> None:
    change(copy)
    system = ex.load(copy.path)
    assert {k: told for k, frame, own in frames(system) if (told := faults_of(frame, own))} == {}


@pytest.mark.parametrize("times", [2, 4])
def test_more_rows_are_drawn_without_a_fault(times: int) -> None:
    told = {k: f for k, frame, own in frames(SYSTEM, times) if (f := faults_of(frame, own))}
    assert told == {}
