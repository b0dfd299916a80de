"""Bad input gets: every fault, told in a curator's words with its place and its way out.

Each case breaks a copy of the small tables in one way and says what must be answered, word for
word and nothing besides. `load` and ``python -m explainer check`` must both answer it.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import explainer as ex
from copies import Copy
from explainer.__main__ import main

Breaking = Callable[[Copy], object]

CURATORS = "curators.csv"
SOURCES = "sources.csv"
HELPLINES = "helplines.csv"
RECEPTORS = "pharmacology/receptors.csv"
PRECURSORS = "pharmacology/precursors.csv"
PEPTIDES = "pharmacology/peptides.csv"
LIGANDS = "pharmacology/ligands.csv"
GROUPS = "pharmacology/groups.csv"
INTERACTIONS = "pharmacology/interactions.csv"
EFFECTS = "pharmacology/effects.csv"
SUBJECTS = "article/subjects.csv"
CLAIMS = "article/claims.csv"
ASSESSMENTS = "article/assessments.csv"

RESTORE = "restore the file, or pass the folder that holds it to load()"
ADD_COLUMN = "add it to the first line"
ONE_CELL = "give each heading one cell; quote a cell that holds a comma"
CLOSE_QUOTES = "quote cells as a spreadsheet does, and close each quotation mark"
OWN_ID = "give each row its own id"
NEEDED = "every row of this table needs it"
ANOTHER = "name another row, or leave it blank"
USE_ID = "use the id of a row, or add that row"
ONE_ARTICLE = "exactly one source is the article"
APART = "only the article's own tables cite the article, and they cite nothing else"
DIRECTIONS = "use one of: improves, worsens, mixed, no difference, not known"


def told(place: str, fault: str, way_out: str) -> str:
    return f"data/{place}: {fault} ({way_out})"


CASES: dict[str, tuple[Breaking, list[str]]] = {
    "a table is missing": (
        lambda copy: (copy.path / EFFECTS).unlink(),
        [told(EFFECTS, "this table is missing", RESTORE)],
    ),
    "a folder of tables is missing": (
        lambda copy: shutil.rmtree(copy.path / "article"),
        [
            told(table, "this table is missing", RESTORE)
            for table in (ASSESSMENTS, CLAIMS, SUBJECTS)
        ],
    ),
    "a column is unknown": (
        lambda copy: (
            copy.swap(CURATORS, b"name,note", b"name,note,notes"),
            copy.swap(CURATORS, b"A curator,", b"A curator,,"),
        ),
        [
            told(
                f"{CURATORS}:1: notes",
                "'notes' is not a column of this table (did you mean 'note'?)",
                "remove or rename it",
            )
        ],
    ),
    "a column is missing": (
        lambda copy: (
            copy.swap(CURATORS, b",note", b""),
            copy.swap(CURATORS, b"A curator,", b"A curator"),
        ),
        [told(f"{CURATORS}:1: note", "this column is missing", ADD_COLUMN)],
    ),
    "a column has another name": (
        lambda copy: copy.swap(CURATORS, b"name", b"nome"),
        [
            told(f"{CURATORS}:1: name", "this column is missing", ADD_COLUMN),
            told(
                f"{CURATORS}:1: nome",
                "'nome' is not a column of this table (did you mean 'note' or 'name'?)",
                "remove or rename it",
            ),
        ],
    ),
    "a column stands twice": (
        lambda copy: copy.swap(CURATORS, b"name,note", b"name,note,note"),
        [told(f"{CURATORS}:1: note", "this column stands twice", "keep one of them")],
    ),
    "two headings have changed places": (
        lambda copy: copy.swap(CURATORS, b"name,note", b"note,name"),
        [
            told(
                f"{CURATORS}:1: note",
                "'note' stands in the place of 'name'",
                "put headings and cells in this order: id, name, note, orcid",
            )
        ],
    ),
    "a file is empty": (
        lambda copy: (copy.path / CURATORS).write_bytes(b""),
        [
            told(f"{CURATORS}:1: {column}", "this column is missing", ADD_COLUMN)
            for column in ("id", "name", "note", "orcid")
        ],
    ),
    "a word is not in its vocabulary": (
        lambda copy: copy.set(CLAIMS, "c1", hedging="assertive"),
        [
            told(
                f"{CLAIMS}:2: hedging",
                "'assertive' is not one of its words (did you mean 'asserted'?)",
                "use one of: asserted, hedged, open",
            )
        ],
    ),
    "a word of its vocabulary holds an or": (
        lambda copy: copy.set(EFFECTS, "e1", exposure="months"),
        [
            told(
                f"{EFFECTS}:2: exposure",
                "'months' is not one of its words",
                "use one of: once, days, weeks, months or longer, lifelong, various, not said,"
                " not applicable",
            )
        ],
    ),
    "a word differs in its capitals": (
        lambda copy: copy.set(INTERACTIONS, "morphine_mu_1", measure="PKI"),
        [
            told(
                f"{INTERACTIONS}:5: measure",
                "'PKI' is not one of its words (did you mean 'pKi'?)",
                "use one of: pKi, pKd, pIC50, pEC50, pKB, pA2",
            )
        ],
    ),
    "a link leads nowhere": (
        lambda copy: copy.set(INTERACTIONS, "morphine_mu_1", ligand="morfine"),
        [
            told(
                f"{INTERACTIONS}:5: ligand",
                f"'morfine' is not in {PEPTIDES} or {LIGANDS} (did you mean 'morphine'?)",
                USE_ID,
            )
        ],
    ),
    "a link leads to the wrong table": (
        lambda copy: copy.set(INTERACTIONS, "morphine_mu_1", receptor="pdyn"),
        [told(f"{INTERACTIONS}:5: receptor", f"'pdyn' is not in {RECEPTORS}", USE_ID)],
    ),
    "one link of a list leads nowhere": (
        lambda copy: copy.set(SUBJECTS, "said_dynorphins", names="dynorphin_a;dynorphin_c"),
        [
            told(
                f"{SUBJECTS}:3: names",
                f"'dynorphin_c' is not in {LIGANDS} or {PEPTIDES}"
                " (did you mean 'dynorphin_b' or 'dynorphin_a' or 'endomorphin'?)",
                USE_ID,
            )
        ],
    ),
    "a source is not listed": (
        lambda copy: copy.set(EFFECTS, "e1", sources="doe2010[p. 3]"),
        [
            told(
                f"{EFFECTS}:2: sources",
                f"'doe2010' is not in {SOURCES} (did you mean 'doe2001' or 'roe2002'?)",
                USE_ID,
            )
        ],
    ),
    "a reference has another form": (
        lambda copy: copy.set(EFFECTS, "e1", sources="roe2002[Table 2"),
        [
            told(
                f"{EFFECTS}:2: sources",
                "'roe2002[Table 2' is not a reference",
                "write it as 'key' or 'key[place in the source]'",
            )
        ],
    ),
    "a row names itself": (
        lambda copy: (
            copy.set(EFFECTS, "e1", conflicts_with="e1;e2"),
            copy.set(LIGANDS, "heroin", active_form="heroin"),
        ),
        [
            told(f"{EFFECTS}:2: conflicts_with", "'e1' names itself", ANOTHER),
            told(f"{LIGANDS}:2: active_form", "'heroin' names itself", ANOTHER),
        ],
    ),
    "an id stands twice in a table": (
        lambda copy: copy.set(EFFECTS, "e3", id="e1"),
        [told(f"{EFFECTS}:4: id", "'e1' stands already on line 2", OWN_ID)],
    ),
    "an id stands in two tables": (
        lambda copy: copy.set(HELPLINES, "talk_line", id="mu"),
        [told(f"{RECEPTORS}:2: id", f"'mu' is also an id in data/{HELPLINES}", OWN_ID)],
    ),
    "an id is not one word": (
        lambda copy: copy.set(EFFECTS, "e4", id="E 4"),
        [
            told(
                f"{EFFECTS}:5: id",
                "'E 4' is not an id",
                "use lower-case letters, digits and _, and begin with a letter",
            )
        ],
    ),
    "a row has no source": (
        lambda copy: copy.set(EFFECTS, "e1", sources=""),
        [told(f"{EFFECTS}:2: sources", "is blank", NEEDED)],
    ),
    "a row has a separator for a source": (
        lambda copy: copy.set(EFFECTS, "e1", sources=" ; "),
        [told(f"{EFFECTS}:2: sources", "is blank", "every row of this table needs at least one")],
    ),
    "a needed cell is blank": (
        lambda copy: copy.set(EFFECTS, "e1", finding="  "),
        [told(f"{EFFECTS}:2: finding", "is blank", NEEDED)],
    ),
    "pharmacology cites the article": (
        lambda copy: copy.set(EFFECTS, "e1", sources="roe2002;lay2021[P1]"),
        [told(f"{EFFECTS}:2: sources", "a pharmacology row cites the article", APART)],
    ),
    "the article's row cites a study": (
        lambda copy: copy.set(CLAIMS, "c1", sources="lay2021;doe2001"),
        [told(f"{CLAIMS}:2: sources", "an article row cites 'doe2001'", APART)],
    ),
    "no source is the article": (
        lambda copy: copy.set(SOURCES, "lay2021", kind="news"),
        [told(f"{SOURCES}: kind", "0 rows are of the kind 'article'", ONE_ARTICLE)],
    ),
    "two sources are the article": (
        lambda copy: copy.set(SOURCES, "roe2002", kind="article"),
        [told(f"{SOURCES}:6: kind", "2 rows are of the kind 'article'", ONE_ARTICLE)],
    ),
    "a file is not UTF-8": (
        lambda copy: copy.swap(EFFECTS, b"Rats kept", b"Rats k\xe9pt"),
        [told(f"{EFFECTS}:5", "byte 0xe9 is not UTF-8", "save the table as 'CSV UTF-8'")],
    ),
    "a file holds a NUL byte": (
        lambda copy: copy.swap(EFFECTS, b"Rats kept", b"Rats\0kept"),
        [told(f"{EFFECTS}:5", "holds a NUL byte", "save the table as plain UTF-8 text")],
    ),
    "a cell holds ten megabytes": (
        lambda copy: copy.swap(CURATORS, b"A curator", b"A" * 10_000_000),
        [
            told(
                f"{CURATORS}:2",
                "a line of 10,000,009 characters",
                "a row has at most 20,000; shorten the cell",
            )
        ],
    ),
    "a cell holds a line break": (
        lambda copy: copy.swap(CURATORS, b"A curator", b'"A\ncurator"'),
        [told(f"{CURATORS}:2: name", "a line break inside the cell", "put the words on one line")],
    ),
    "a row has too few cells": (
        lambda copy: copy.swap(CURATORS, b"A curator,", b"A curator"),
        [told(f"{CURATORS}:2", "3 cells under 4 headings", ONE_CELL)],
    ),
    "a row has too many cells": (
        lambda copy: copy.swap(CURATORS, b"A curator", b"A, curator"),
        [told(f"{CURATORS}:2", "5 cells under 4 headings", ONE_CELL)],
    ),
    "a line is blank": (
        lambda copy: copy.swap(CURATORS, b"tester", b"\ntester"),
        [told(f"{CURATORS}:2", "0 cells under 4 headings", ONE_CELL)],
    ),
    "a quotation mark is not closed": (
        lambda copy: copy.swap(EFFECTS, b"Mood rose.", b'"Mood rose.'),
        [told(f"{EFFECTS}:2", "not readable as CSV: unexpected end of data", CLOSE_QUOTES)],
    ),
    "a quotation mark is closed too early": (
        lambda copy: copy.swap(EFFECTS, b"Mood rose.", b'"Mood" rose.'),
        [told(f"{EFFECTS}:2", "not readable as CSV: ',' expected after '\"'", CLOSE_QUOTES)],
    ),
    "a number has a comma": (
        lambda copy: copy.set(INTERACTIONS, "morphine_kappa_1", affinity_low="7,25"),
        [
            told(
                f"{INTERACTIONS}:4: affinity_low",
                "'7,25' is not a number",
                "write a number such as 8.5, or leave blank",
            )
        ],
    ),
    "a yes or no is neither": (
        lambda copy: copy.set(INTERACTIONS, "morphine_kappa_1", plot_ok="perhaps"),
        [told(f"{INTERACTIONS}:4: plot_ok", "'perhaps' is neither yes nor no", "write yes or no")],
    ),
    "several tables have faults": (
        lambda copy: (
            copy.set(CURATORS, "tester", name=""),
            copy.set(RECEPTORS, "mu", gene="", uniprot=""),
            copy.set(EFFECTS, "e1", direction="up"),
            copy.set(EFFECTS, "e4", domain="moods"),
            copy.set(CLAIMS, "c1", sources="doe2001"),
            copy.swap(LIGANDS, b"opium", b"\xff"),
        ),
        [
            told(f"{CLAIMS}:2: sources", "an article row cites 'doe2001'", APART),
            told(f"{CURATORS}:2: name", "is blank", NEEDED),
            told(f"{EFFECTS}:2: direction", "'up' is not one of its words", DIRECTIONS),
            told(
                f"{EFFECTS}:5: domain",
                "'moods' is not in domains.csv (did you mean 'mood'?)",
                USE_ID,
            ),
            told(f"{LIGANDS}:3", "byte 0xff is not UTF-8", "save the table as 'CSV UTF-8'"),
            told(f"{RECEPTORS}:2: gene", "is blank", NEEDED),
            told(f"{RECEPTORS}:2: uniprot", "is blank", NEEDED),
        ],
    ),
    "a row has a wrong word and a broken link": (
        lambda copy: copy.set(EFFECTS, "e4", agent="kapa", direction="up", sources="lay2021"),
        [
            told(
                f"{EFFECTS}:5: agent",
                f"'kapa' is not in {RECEPTORS} or {PRECURSORS} or {PEPTIDES} or {LIGANDS}"
                f" or {GROUPS} (did you mean 'kappa'?)",
                USE_ID,
            ),
            told(f"{EFFECTS}:5: direction", "'up' is not one of its words", DIRECTIONS),
            told(f"{EFFECTS}:5: sources", "a pharmacology row cites the article", APART),
        ],
    ),
    "a broken link leads into a table with a fault of its own": (
        lambda copy: (
            copy.set(RECEPTORS, "kappa", gene=""),
            copy.set(INTERACTIONS, "morphine_mu_1", receptor="my"),
        ),
        [
            told(f"{INTERACTIONS}:5: receptor", f"'my' is not in {RECEPTORS}", USE_ID),
            told(f"{RECEPTORS}:3: gene", "is blank", NEEDED),
        ],
    ),
}

each_case = pytest.mark.parametrize(("breaking", "faults"), CASES.values(), ids=CASES)


@each_case
def test_loading_tells_every_fault_and_nothing_else(
    copy: Copy, breaking: Breaking, faults: list[str]
) -> None:
    breaking(copy)
    assert copy.faults() == faults


@each_case
def test_check_prints_every_fault_and_ends_with_one(
    copy: Copy, breaking: Breaking, faults: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    breaking(copy)
    assert main(["--data", str(copy.path), "check"]) == 1
    assert capsys.readouterr().out.splitlines() == faults


def check(folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a curator does, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "explainer", "--data", str(folder), "check"],
        env=os.environ | variables,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def test_check_tells_faults_of_many_tables_without_traceback(copy: Copy) -> None:
    breaking, faults = CASES["several tables have faults"]
    breaking(copy)
    done = check(copy.path)
    assert (done.returncode, done.stdout.splitlines(), done.stderr) == (1, faults, "")


def test_check_names_a_missing_folder_without_traceback(tmp_path: Path) -> None:
    nowhere = tmp_path / "data"
    way_out = "pass the folder that holds sources.csv, article/ and pharmacology/"
    done = check(nowhere)
    assert done.stdout == f"{nowhere}: there is no such folder ({way_out})\n"
    assert (done.returncode, done.stderr) == (1, "")


def test_check_speaks_where_the_terminal_lacks_letters(copy: Copy) -> None:
    """A pipe on Windows is such a terminal."""
    copy.set(INTERACTIONS, "morphine_mu_1", ligand="μ-ligand")
    done = check(copy.path, PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith(f"data/{INTERACTIONS}:5: ligand: ")


def test_a_missing_folder_loads_nothing(tmp_path: Path) -> None:
    with pytest.raises(ex.DataError, match="there is no such folder"):
        ex.load(tmp_path / "data")


def test_a_file_is_no_folder(copy: Copy) -> None:
    with pytest.raises(ex.DataError, match="there is no such folder"):
        ex.load(copy.path / CURATORS)


def test_a_folder_is_no_table(copy: Copy) -> None:
    (copy.path / CURATORS).unlink()
    (copy.path / CURATORS).mkdir()
    (fault,) = copy.faults()
    assert fault.startswith(f"data/{CURATORS}: cannot be read: ")


@pytest.mark.parametrize(
    "cell", ["0", "46349", "20261123", "23.11.2026", "2026-11-23T10:00", "2026-02-30"]
)
def test_nothing_but_a_day_is_a_day(copy: Copy, cell: str) -> None:
    copy.set(EFFECTS, "e1", checked_on=cell)
    assert copy.faults() == [
        told(f"{EFFECTS}:2: checked_on", f"'{cell}' is not a day", "write it as 2026-11-23")
    ]


def test_a_whole_number_is_asked_for_as_one(copy: Copy) -> None:
    copy.set(RECEPTORS, "mu", gtopdb_id="319.5")
    (fault,) = copy.faults()
    assert fault.startswith(f"data/{RECEPTORS}:2: gtopdb_id: '319.5' is not a whole number (")
    assert "8.5" not in fault


@pytest.mark.parametrize(
    ("table", "row", "column", "cell"),
    [
        (PEPTIDES, "endomorphin", "sequence", "YPXF"),
        (SOURCES, "doe2001", "doi", "https://doi.org/10.1000/doe2001"),
        (SOURCES, "doe2001", "pmid", "PMC111"),
        (SOURCES, "brief2003", "url", "example.org/news"),
    ],
)
def test_a_cell_of_another_form_is_told_in_words(
    copy: Copy, table: str, row: str, column: str, cell: str
) -> None:
    copy.set(table, row, **{column: cell})
    (fault,) = copy.faults()
    assert f"{column}: '{cell}' " in fault
    assert "pattern" not in fault


@pytest.mark.parametrize("affinity", ["1.9", "14.1"])
def test_an_affinity_outside_the_scale_is_refused(copy: Copy, affinity: str) -> None:
    copy.set(INTERACTIONS, "morphine_kappa_1", affinity_low=affinity)
    (fault,) = copy.faults()
    assert fault.startswith(f"data/{INTERACTIONS}:4: affinity_low: '{affinity}' does not fit: ")


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("sources", "roe2002[" * 500),
        ("sources", "r" * 5000),
        ("direction", "up" * 2500),
        ("agent", "m" * 5000),
        ("finding", "f" * 5000),
    ],
)
def test_a_long_cell_is_repeated_in_part_only(copy: Copy, column: str, cell: str) -> None:
    copy.set(EFFECTS, "e1", **{column: cell})
    assert max(map(len, copy.faults())) < 500


def test_a_long_heading_is_repeated_in_part_only(copy: Copy) -> None:
    copy.swap(EFFECTS, b"caveat", b"c" * 5000)
    assert max(map(len, copy.faults())) < 500


@pytest.mark.parametrize(
    ("table", "row", "column", "cell"),
    [
        (INTERACTIONS, "morphine_mu_1", "receptor", "Mu"),
        (INTERACTIONS, "morphine_mu_1", "sources", "Doe 2001"),
        (EFFECTS, "e1", "conflicts_with", "E2"),
        (CLAIMS, "c1", "sources", "Lay2021"),
        (HELPLINES, "talk_line", "id", "Talk line"),
    ],
)
def test_one_faulty_cell_is_one_fault(
    copy: Copy, table: str, row: str, column: str, cell: str
) -> None:
    copy.set(table, row, **{column: cell})
    (fault,) = copy.faults()
    assert f": {column}: '{cell}' " in fault


def test_a_problem_keeps_file_line_and_column_apart(copy: Copy) -> None:
    copy.set(EFFECTS, "e1", direction="up")
    with pytest.raises(ex.DataError) as error:
        ex.load(copy.path)
    (problem,) = error.value.problems
    assert (problem.file, problem.line, problem.column) == (f"data/{EFFECTS}", 2, "direction")
