"""The teacher's page, as a file: what is in it, and that it can reach nowhere."""

import base64
import hashlib
import json
import re
from pathlib import Path

import pytest

import explainer as ex
from explainer.__main__ import main
from explainer.curation import language
from explainer.learning import casebook, classroom, exchange
from explainer.widgets import bundle, teacher


@pytest.fixture(scope="module")
def page(system: ex.System) -> str:
    return teacher.page(system)


def script_of(page: str) -> str:
    found = re.search(r'<script type="module">(.*?)</script>', page, re.DOTALL)
    assert found
    return found[1]


def data_of(page: str) -> dict[str, object]:
    found = re.search(r'<script id="data" type="application/json">(.*?)</script>', page, re.DOTALL)
    assert found
    made: dict[str, object] = json.loads(found[1])
    return made


def test_no_script_runs_but_its_own_and_no_address_can_be_asked(page: str) -> None:
    rule = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    assert rule
    digest = base64.b64encode(hashlib.sha256(script_of(page).encode()).digest()).decode()
    parts = dict(part.strip().split(" ", 1) for part in rule[1].split(";"))
    assert parts["default-src"] == "'none'"
    assert parts["script-src"] == f"'sha256-{digest}'"
    assert parts["form-action"] == "'none'"
    assert "connect-src" not in parts
    assert not re.search(r"(?:src|href)=[\"']?https?:", page)


def test_it_keeps_nothing(page: str) -> None:
    own = [
        (bundle.STATIC / "teacher" / f"{name}.js").read_text("utf-8") for name in ("index", "count")
    ]
    for word in ("storage", "localStorage", "store(", "innerHTML", "fetch", "cookie"):
        assert not any(word in text for text in own), word
    assert "innerHTML" not in script_of(page)


def test_nothing_in_the_data_ends_the_script_that_holds_it(page: str, system: ex.System) -> None:
    assert data_of(page) == json.loads(json.dumps(classroom.build(system)))
    assert page.count("</script>") == 2


def test_each_wrong_option_leads_to_its_misconception(system: ex.System) -> None:
    data = classroom.build(system)
    for option in system.options.values():
        assert (option.id in data["right"]) == option.is_answer
        assert data["shows"].get(option.id) == option.misconception
    assert set(data["shows"].values()) <= set(data["beliefs"])


def test_it_begins_with_what_to_do_and_whom_to_call(system: ex.System) -> None:
    data = classroom.build(system)
    drawn = (bundle.STATIC / "teacher" / "index.js").read_text("utf-8")
    assert drawn.index("this.#help(),") < drawn.index("this.#opener(),")
    order = re.findall(r"this\.#(\w+)\(books\)", drawn)
    assert order[-1] == "free"
    assert "988" in data["reach"]
    numbers = {number for _, rows in data["help"] for number, *_ in rows}
    kinds = {"what to do", "emergency number", "crisis line", "finder"}
    assert numbers == {row.contact for row in system.helplines.values() if row.kind in kinds}
    assert "safeguarding" in " ".join(data["about"])
    assert data["about"][0].startswith("Read the lines today.")


def test_its_words_are_kind_and_give_no_advice() -> None:
    texts = [*classroom.WORDS.values(), *casebook.WORDS.values(), *casebook.FAULTS.values()]
    for text in [*texts, classroom.ABOUT_SOMEONE, casebook.LIMIT]:
        assert list(language.faults_of_words(text)) == [], text


def test_questions_are_ready_files_on_it(system: ex.System) -> None:
    data = classroom.build(system)
    assert data["files"] == exchange.files(system)
    assert len(data["files"]) == 3


def test_the_command_writes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["teacher", str(tmp_path / "desk")]) == 0
    assert capsys.readouterr().out == f"wrote {tmp_path / 'desk' / 'teacher.html'}\n"
    assert (tmp_path / "desk" / "teacher.html").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_every_word_that_the_script_says_is_pythons() -> None:
    drawn = (bundle.STATIC / "teacher" / "index.js").read_text("utf-8")
    assert set(re.findall(r"\bwords\.(\w+)", drawn)) <= set(classroom.WORDS)
