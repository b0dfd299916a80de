"""An audit: drawn by lot, asked without a hint, kept whole, and each rule of it broken once."""

import csv
import dataclasses
import io
import shutil
import subprocess
from pathlib import Path

import pytest

import explainer as ex
from copies import Copy
from explainer.__main__ import main
from explainer.curation import audit, rules
from explainer.curation.rules import audits
from explainer.model.evidence import is_on_people

AUDITS = "audit/audits.csv"
SEED = "0123456789abcdef0123456789abcdef01234567"
Printed = pytest.CaptureFixture[str]


def git(folder: Path, *words: str) -> str:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    done = subprocess.run(
        ["git", "-C", str(folder), *who, *words], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def commit(folder: Path, message: str) -> str:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", message)
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def kept(copy: Copy) -> Copy:
    """Give the copy, kept by git."""
    git(copy.path.parent, "init", "-q")
    commit(copy.path.parent, "first")
    return copy


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


# The draw


def test_sixty_are_drawn_and_half_are_on_people(system: ex.System) -> None:
    drawn = audit.draw(system, SEED)
    assert len({row.id for row in drawn}) == audit.SIZE == 60
    assert sum(map(is_on_people, drawn)) == 30


def test_a_draw_is_the_same_each_time_and_another_for_another_commit(system: ex.System) -> None:
    assert audit.draw(system, SEED) == audit.draw(ex.load(), SEED)
    other = {row.id for row in audit.draw(system, SEED[::-1])}
    assert len({row.id for row in audit.draw(system, SEED)} & other) < 30


def test_the_place_in_a_draw_hangs_on_nothing_but_the_id(small: ex.System) -> None:
    assert [row.id for row in audit.draw(small, SEED)] == ["e2", "e1", "e4", "e3"]


def test_every_finding_can_be_drawn(system: ex.System) -> None:
    """By enough commits; a finding that no lot can fall on would never be audited."""
    drawn = {row.id for seed in map(str, range(200)) for row in audit.draw(system, seed)}
    assert drawn == set(system.effects)


# The seed


def test_the_seed_is_the_last_commit_that_changed_the_tables(kept: Copy) -> None:
    root = kept.path.parent
    kept.set("pharmacology/effects.csv", "e4", finding="Rats went away.")
    changed = commit(root, "a row")
    (root / "other.txt").write_text("else")
    commit(root, "no table")
    kept.set(AUDITS, "audit_1", done="Read.")
    commit(root, "an audit")
    assert audit.seed_of(kept.path, "HEAD") == changed


def test_a_commit_of_other_tables_is_refused(kept: Copy, capsys: Printed) -> None:
    first = git(kept.path.parent, "rev-parse", "HEAD")
    kept.set("pharmacology/effects.csv", "e4", finding="Rats went away.")
    told = f"sample: the tables are not those of {first[:7]} (commit what was changed, or run: git"
    for _ in range(2):  # changed and not committed, then committed later
        assert main(["--data", str(kept.path), "sample", first]) == 1
        assert capsys.readouterr().out.startswith(told)
        commit(kept.path.parent, "a row")


def test_a_new_table_that_git_does_not_know_is_refused(kept: Copy, capsys: Printed) -> None:
    (kept.path / "new.csv").write_text("id\n")
    assert main(["--data", str(kept.path), "sample", "HEAD"]) == 1
    assert "the tables are not those of" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["nowhere", "--all", "", "HEAD:data"])
def test_what_is_no_commit_is_refused(kept: Copy, capsys: Printed, name: str) -> None:
    assert main(["--data", str(kept.path), "sample", "--", name]) == 1
    told = capsys.readouterr().out
    assert told == f"sample: {name!r} is no commit here (name one, such as HEAD)\n"


def test_a_folder_without_git_is_refused(copy: Copy, capsys: Printed) -> None:
    assert main(["--data", str(copy.path), "sample", "HEAD"]) == 1
    assert "'HEAD' is no commit here" in capsys.readouterr().out


def test_a_machine_without_git_is_refused(
    kept: Copy, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert shutil.which("git") is None
    assert main(["--data", str(kept.path), "sample", "HEAD"]) == 1
    assert "git is not installed (install it, and use a checkout)" in capsys.readouterr().out


# The sheets


def test_a_sheet_tells_nothing_that_our_rows_found(system: ex.System) -> None:
    drawn = {str(place): row for place, row in enumerate(audit.draw(system, SEED), start=1)}
    for asked in read(audit.sheet(system, SEED)):
        row = drawn[asked["place"]]
        told = f"{asked['agent']} {asked['question']}"
        assert row.finding not in told
        assert not row.population or row.population not in told
        assert not row.caveat or row.caveat not in told
        assert f"What does it say of '{system.domains[row.domain].name}', where it" in told
        assert system.sources[row.sources[0].source].title in asked["source"]
        assert not any(asked[column] for column in ("done", "whom", "direction", "number", "kind"))
        assert row.id not in asked.values()


def test_what_a_row_found_changes_no_letter_of_the_sheet(copy: Copy) -> None:
    before = audit.sheet(ex.load(copy.path), SEED)
    copy.set(
        "pharmacology/effects.csv", "e4", finding="Rats came near.", direction="improves",
        population="9 rats", perturbation="blocked", evidence="in vitro", caveat="Rats are rats.",
    )  # fmt: skip
    assert audit.sheet(ex.load(copy.path), SEED) == before


def test_the_comparers_sheet_has_our_row_and_its_numbers(system: ex.System) -> None:
    beside = read(audit.comparison(system, SEED))
    assert [row["our_id"] for row in beside] == [row.id for row in audit.draw(system, SEED)]
    for row in beside:
        effect = system.effects[row["our_id"]]
        assert (row["our_finding"], row["our_direction"]) == (effect.finding, effect.direction)
        assert bool(row["our_numbers"]) == bool(system.results.where(effect=effect.id))


def test_both_sheets_are_printed_and_ask_the_same(kept: Copy, capsys: Printed) -> None:
    assert main(["--data", str(kept.path), "sample", "HEAD"]) == 0
    sheet = read(capsys.readouterr().out)
    assert main(["--data", str(kept.path), "sample", "HEAD", "--beside"]) == 0
    beside = read(capsys.readouterr().out)
    asked = ("seed", "place", "source", "link", "agent", "question")
    assert [[row[c] for c in asked] for row in sheet] == [[row[c] for c in asked] for row in beside]
    assert [row["our_id"] for row in beside] != []


# What is kept


def told(copy: Copy) -> list[str]:
    return [str(problem) for problem in rules.check(ex.load(copy.path))]


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ({"place": "4"}, "number 1 is not here (give all 4 questions, also those that were hard"),
        ({"place": "4"}, "place: 4 stands twice in the draw by 0123456 (keep one of the two)"),
        ({"drawn": "e4"}, "drawn: 'e4' stands twice in the draw by 0123456 (keep one of the two)"),
        ({"comparer": "witness"}, "comparer: 'witness' read it, too (let somebody else compare)"),
        ({"word": "wrong"}, "it is 'wrong', and nothing says in what (say what differs, and"),
        ({"word": "off"}, "it is 'off', and nothing says in what (say what differs, and"),
        ({"read_on": "2999-01-01"}, "read_on: 2999-01-01 is still to come (write the day"),
    ],
)
def test_an_audit_that_is_not_whole_is_refused(
    copy: Copy, cells: dict[str, str], fault: str
) -> None:
    copy.set(AUDITS, "audit_1", **cells)
    assert [line for line in told(copy) if fault in line]


def test_an_audit_may_hold_what_was_wrong_and_rows_that_are_gone(copy: Copy) -> None:
    copy.set(AUDITS, "audit_1", drawn="e2b", word="wrong", comparison="It was the other way.")
    assert told(copy) == []


def test_findings_that_came_later_leave_an_audit_whole(copy: Copy) -> None:
    copy.copy("pharmacology/effects.csv", "e4", id="e5", finding="Rats fled.", exposure="once")
    assert told(copy) == []


def test_an_audit_of_large_tables_has_sixty(system: ex.System, copy: Copy) -> None:
    few = dataclasses.replace(system, audits=ex.load(copy.path).audits)
    (fault,) = audits.all_that_was_drawn_was_read(few)
    assert "number 5 is not here (give all 60 questions" in str(fault)


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ({"seed": "0123456"}, "'0123456' is no name of a commit"),
        ({"place": "61"}, "place"),
        ({"word": "right"}, "word"),
        ({"number": ""}, "number: is blank"),
        ({"reader": "nobody"}, "'nobody' is not in curators.csv"),
    ],
)
def test_a_cell_of_an_audit_has_its_form(copy: Copy, cells: dict[str, str], fault: str) -> None:
    copy.set(AUDITS, "audit_1", **cells)
    assert [line for line in copy.faults() if fault in line]
