"""What a coded word counts as; and that a new word is decided on wherever words are told apart."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

import explainer as ex
from explainer.model.errors import one_of
from explainer.model.schema import categories, vocabularies
from explainer.model.schema.vocabularies import Evidence, Lens, Voice
from explainer.voices import summaries

ROOT = Path(__file__).parents[2]
WORDS = "src/explainer/model/schema/vocabularies.py"
# In which files, at least, each vocabulary parts ways.
PARTED = {
    "Voice": {"summaries", "integrity"},
    "Lens": {"categories", "payload"},
    "NodeKind": {"summaries"},
    "EdgeKind": {"filters", "edges"},
    "Evidence": {"categories"},
    "Perturbation": {"categories"},
    "Direction": {"categories", "phrases", "summaries"},
    "Verdict": {"coverage"},
    "Hedging": {"_verdicts"},
    "Relation": {"categories"},
    "EffectMeasure": {"categories"},
    "Interval": {"categories"},
    "Design": {"categories"},
    "SourceKind": {"bibliography"},
}


@pytest.fixture(scope="module")
def undecided(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """Give each vocabulary a new word, and ask mypy in which files somebody must decide on it.

    It reads our own code alone: what other packages declare is no word of ours.
    """
    text = (ROOT / WORDS).read_text(encoding="utf-8")
    for name in PARTED:
        text, number = re.subn(rf"(?m)^{name} = Literal\[", f'\\g<0>"a new {name}", ', text)
        assert number == 1, name
    shadow = tmp_path_factory.mktemp("words") / "vocabularies.py"
    shadow.write_text(text, encoding="utf-8")
    ours = ["--config-file=", "--no-site-packages", "--ignore-missing-imports", "--no-incremental"]
    command = ["-m", "mypy", *ours, "--shadow-file", WORDS, str(shadow), "src"]
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    found: dict[str, set[str]] = {name: set() for name in PARTED}
    for file, name in re.findall(r"(\w+)\.py:\d+: .*Literal\['a new (\w+)'\]", done.stdout):
        found[name].add(file)
    assert "error" in done.stdout, done.stderr
    return found


@pytest.mark.parametrize("name", PARTED)
def test_a_new_word_is_a_fault_wherever_words_part(
    undecided: dict[str, set[str]], name: str
) -> None:
    assert PARTED[name] <= undecided[name]


def test_no_vocabulary_is_told_apart_by_a_word_with_something_else_for_the_rest() -> None:
    """``a if voice == "article" else b`` gives every other voice the words of one."""
    every = {
        word
        for name in ("Voice", "Lens", "Direction", "Evidence", "Verdict", "Perturbation")
        for word in get_args(getattr(vocabularies, name))
    }
    fallen = re.compile(r'if [\w.]+ == "([^"]+)" else|\}\.get\([\w.]*(?:voice|lens|direction)')
    found = Counter(
        path.name
        for path in (ROOT / "src").rglob("*.py")
        for match in fallen.finditer(path.read_text(encoding="utf-8"))
        if match[1] is None or match[1] in every
    )
    assert found == {}


@pytest.mark.parametrize("voice", get_args(Voice))
def test_each_voice_speaks_for_itself_alone(system: ex.System, voice: Voice) -> None:
    starts = {
        "article": "The article: ",
        "pharmacology": "Pharmacology: ",
        "ours": "How they stand",
    }
    for said in (
        summaries.overview(system, voice),
        *(summaries.about(system, node, voice) for node in system.graph),
    ):
        others = [start for other, start in starts.items() if other != voice]
        assert not said.startswith(tuple(others))
    assert summaries.overview(system, voice).startswith(starts[voice])


def test_our_judgement_of_a_receptor_is_not_a_sources_word(system: ex.System) -> None:
    assert summaries.about(system, "mu", "ours") == ""
    assert summaries.about(system, "mu", "pharmacology").startswith("Mu receptor. ")
    assert summaries.about(system, "anxiety", "ours").startswith("How they stand, in our judgement")


@pytest.mark.parametrize("ask", [summaries.overview, lambda s, v: summaries.about(s, "mu", v)])
def test_a_voice_that_is_not_there_is_refused_with_those_that_are(system: ex.System, ask) -> None:  # noqa: ANN001
    with pytest.raises(ValueError, match="voice=") as error:
        ask(system, "artikel")
    assert str(error.value) == (
        "voice='artikel' is none of pharmacology, article, ours (did you mean 'article'?)"
    )


def test_a_long_word_is_not_repeated_whole() -> None:
    with pytest.raises(ValueError, match="lens=") as error:
        one_of("lens", "x" * 10_000, ("both", "article"))
    assert str(error.value) == f"lens='{'x' * 60}…' is none of both, article"


def test_a_lens_lets_the_voices_through_that_it_names() -> None:
    assert {lens: categories.voices_of(lens) for lens in get_args(Lens)} == {
        "both": ("pharmacology", "article"),
        "article": ("article",),
        "pharmacology": ("pharmacology",),
    }


def test_which_evidence_measured_people_is_said_of_each_kind() -> None:
    told: dict[bool | None, set[str]] = {}
    for kind in get_args(Evidence):
        told.setdefault(categories.measured_people(kind), set()).add(kind)
    assert told[False] == {"animal", "in vitro", "news"}
    assert "trial registry" in told[True]
    assert "meta-analysis" in told[None]
