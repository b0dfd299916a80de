"""What a curator runs: check, tidy, dictionary and the rest, each answered on the terminal."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import explainer as ex
from copies import SMALL, Copy
from explainer.__main__ import main
from explainer.curation import dictionary

CURATORS = "curators.csv"
TIDY = "is not in its one true form (run: python -m explainer tidy)"
Printed = pytest.CaptureFixture[str]


def test_check_says_that_all_is_well(copy: Copy, capsys: Printed) -> None:
    assert main(["--data", str(copy.path), "check"]) == 0
    assert capsys.readouterr().out == f"All is well: {ex.load(SMALL)!r}\n"


def test_check_leaves_the_tables_as_they_are(copy: Copy) -> None:
    before = {path: path.read_bytes() for path in copy.path.rglob("*.csv")}
    main(["--data", str(copy.path), "check"])
    assert {path: path.read_bytes() for path in copy.path.rglob("*.csv")} == before


def test_check_tells_a_broken_rule(copy: Copy, capsys: Printed) -> None:
    copy.set("pharmacology/effects.csv", "e3", evidence="review")
    assert main(["--data", str(copy.path), "check"]) == 1
    assert capsys.readouterr().out.startswith("data/pharmacology/effects.csv:4: evidence: ")


def test_check_tells_a_table_that_is_not_tidy(copy: Copy, capsys: Printed) -> None:
    copy.swap(CURATORS, b"A curator", b'"A curator"')
    assert main(["--data", str(copy.path), "check"]) == 1
    assert capsys.readouterr().out == f"data/{CURATORS}: {TIDY}\n"


def test_every_fault_names_the_folder_that_was_given(copy: Copy, capsys: Printed) -> None:
    mine = copy.path.rename(copy.path.with_name("mine"))
    copy.path = mine
    copy.set("pharmacology/effects.csv", "e3", evidence="review")
    copy.swap(CURATORS, b"A curator", b'"A curator"')
    main(["--data", str(mine), "check"])
    told = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in told] == [
        "mine/pharmacology/effects.csv",
        f"mine/{CURATORS}",
    ]


def test_check_runs_inside_the_folder(
    copy: Copy, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy.swap(CURATORS, b"A curator", b'"A curator"')
    monkeypatch.chdir(copy.path)
    assert main(["--data", ".", "check"]) == 1
    assert capsys.readouterr().out == f"data/{CURATORS}: {TIDY}\n"


def test_on_github_a_fault_is_told_beside_its_row(
    copy: Copy, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    copy.set(CURATORS, "tester", name="")
    assert main(["--data", str(copy.path), "check"]) == 1
    fault = f"data/{CURATORS}:2: name: is blank (every row of this table needs it)"
    assert capsys.readouterr().out == f"::error file=data/{CURATORS},line=2::{fault}\n"


def test_tidy_writes_tables_in_their_one_true_form(copy: Copy, capsys: Printed) -> None:
    true = (copy.path / "pharmacology/effects.csv").read_bytes()
    head, *rows = true.splitlines()
    (copy.path / "pharmacology/effects.csv").write_bytes(
        b"\xef\xbb\xbf" + b"\r\n".join([head, *reversed(rows)]).replace(b"doe2001", b" doe2001 ")
    )
    assert main(["--data", str(copy.path), "tidy"]) == 0
    assert capsys.readouterr().out == "tidied pharmacology/effects.csv\n"
    assert (copy.path / "pharmacology/effects.csv").read_bytes() == true


def test_tidy_says_nothing_where_all_is_tidy(copy: Copy, capsys: Printed) -> None:
    assert main(["--data", str(copy.path), "tidy"]) == 0
    assert capsys.readouterr().out == ""


def test_tidy_leaves_a_table_with_faults_as_it_is(copy: Copy, capsys: Printed) -> None:
    copy.swap(CURATORS, b"A curator", b'"A curator"')
    copy.set("pharmacology/effects.csv", "e1", direction="up")
    before = (copy.path / "pharmacology/effects.csv").read_bytes()
    assert main(["--data", str(copy.path), "tidy"]) == 1
    assert (copy.path / "pharmacology/effects.csv").read_bytes() == before
    first, second = capsys.readouterr().out.splitlines()
    assert first == f"tidied {CURATORS}"
    assert second.startswith("data/pharmacology/effects.csv:2: direction: ")


def test_tidy_of_nothing_names_every_missing_table(tmp_path: Path, capsys: Printed) -> None:
    assert main(["--data", str(tmp_path), "tidy"]) == 1
    assert "this table is missing" in capsys.readouterr().out


def test_the_dictionary_is_written_beside_the_tables(copy: Copy) -> None:
    assert main(["--data", str(copy.path), "dictionary"]) == 0
    written = (copy.path / "README.md").read_text(encoding="utf-8")
    assert written == dictionary.as_markdown()
    package = (copy.path / "datapackage.json").read_text(encoding="utf-8")
    assert package == dictionary.as_datapackage(ex.__version__)


@pytest.mark.parametrize(
    "command", [["dictionary"], ["agreement"], ["sources", "--bibtex"], ["sources", "--csl"]]
)
def test_a_missing_folder_is_told_by_every_command(
    tmp_path: Path, capsys: Printed, command: list[str]
) -> None:
    nowhere = tmp_path / "nowhere"
    assert main(["--data", str(nowhere), *command]) == 1
    assert f"{nowhere}: there is no such folder" in capsys.readouterr().out


def test_agreement_needs_the_two_codings(copy: Copy, capsys: Printed) -> None:
    assert main(["--data", str(copy.path), "agreement"]) == 1
    assert "codings/first.csv" in capsys.readouterr().out


@pytest.mark.parametrize(("form", "start"), [("--bibtex", "@misc{brief2003,"), ("--csl", "[\n")])
def test_sources_are_printed_for_a_reference_manager(
    copy: Copy, capsys: Printed, form: str, start: str
) -> None:
    assert main(["--data", str(copy.path), "sources", form]) == 0
    assert capsys.readouterr().out.startswith(start)


def test_an_unknown_command_is_answered_with_those_there_are(capsys: Printed) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["chek"])
    assert stop.value.code == 2
    told = capsys.readouterr().err
    assert "invalid choice: 'chek'" in told
    assert "check" in told
    assert "tidy" in told


def test_the_module_is_a_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "explainer", "--data", str(SMALL), "check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("All is well: ")


def test_a_copy_is_only_a_copy(copy: Copy) -> None:
    """What these tests break is never the small tables themselves."""
    shutil.rmtree(copy.path)
    assert SMALL.is_dir()


def test_clear_tells_what_is_no_notebook_and_clears_the_rest(
    tmp_path: Path, capsys: Printed
) -> None:
    bad, good = tmp_path / "bad.ipynb", tmp_path / "good.ipynb"
    bad.write_text("not JSON")
    code = {"cell_type": "code", "execution_count": 1, "metadata": {"tags": ["a"]}, "outputs": [{}]}
    book = {"cells": [code | {"source": ["a\n", "b"]}], "metadata": {"widgets": {}}}
    good.write_text(json.dumps(book))
    assert main(["clear", str(bad), str(good)]) == 1
    wrote, fault = capsys.readouterr().out.splitlines()
    assert wrote == f"cleared {good}"
    assert fault.startswith(f"{bad}: cannot be read as a notebook: JSONDecodeError: ")
    assert fault.endswith("(save it in Jupyter, then try again)")
    assert bad.read_text() == "not JSON"
    cell = code | {"execution_count": None, "outputs": [], "source": "a\nb"}
    assert json.loads(good.read_text()) == {"cells": [cell], "metadata": {}}
    assert main(["clear", str(good)]) == 0
    assert capsys.readouterr().out == ""
