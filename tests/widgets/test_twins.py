"""What a widget shows, in words: true, whole, and with no answer in it."""

import re
from typing import Any

import pytest
from nbconvert.filters import markdown2html

import explainer as ex
from copies import Copy
from explainer.learning import glossary, quiz, tour
from explainer.view import cache, headline, payload, selection, state
from explainer.widgets import twins, view_twin
from explainer.widgets.twins import MARKDOWN, PLAIN
from lessons.names import ASKING

HOSTILE = "<script>alert(1)</script> [a](javascript:b) **bold** `code` $x$ # 1 | 2 &amp; \\n"


def view(system: ex.System, code: str) -> tuple[dict[str, Any], state.State]:
    return cache.of(system).payload, state.read(code, payload.choices(system))[0]


def unmarked(text: str) -> str:
    """Markdown without its marks."""
    return re.sub(r"\\(.)", r"\1", text.replace("**", ""))


CODES = [
    "",
    "lens=article",
    "focus=kappa",
    "lens=article&focus=anxiety",
    "focus=kappa&also=mood",
    "focus=morphine&panel=trace",
    "focus=buprenorphine&also=morphine&panel=compare",
    "receptor=nop&evidence=animal",
]


@pytest.mark.parametrize("code", CODES)
def test_a_view_tells_its_sentence_its_hazards_and_every_row(system: ex.System, code: str) -> None:
    built, wanted = view(system, code)
    found = selection.show(built, wanted)
    twin = view_twin.of_view(built, wanted)
    dangers = [built["lines"][line][0] for line in selection.hazards(built, wanted)]
    assert twin[PLAIN] == "\n".join([headline.sentence(built, wanted), *dangers])
    told = unmarked(twin[MARKDOWN])
    assert all(words in told for words in twin[PLAIN].splitlines())
    assert (f"`{code}`" in told) is bool(code)
    assert "not a dosing tool" in told
    rows = dict.fromkeys(built["rows"][r][3] for r in found.rows)
    rows |= dict.fromkeys(built["undrawn"][u][4] for u in found.listed)
    assert ("Rows behind this view" in told) is not found.is_overview
    if not found.is_overview:
        assert f"Rows behind this view ({len(rows)})" in told
        for row in rows:
            text, _, badge, caveat, sources, *_ = built["lines"][row]
            line = next(one for one in told.splitlines() if one.startswith(f"- {text}"))
            assert badge in line
            assert caveat in line
            assert all(built["sources"][s][0] in line for s in sources)


def test_the_overview_tells_of_each_receptor(system: ex.System) -> None:
    told = unmarked(view_twin.of_view(*view(system, ""))[MARKDOWN])
    for receptor in system.receptors.values():
        name = receptor.name[:1].upper() + receptor.name[1:]
        assert f"\n\n{name}. " in told


def test_rows_stand_under_the_voice_that_says_them(system: ex.System) -> None:
    told = view_twin.of_view(*view(system, "focus=anxiety"))[MARKDOWN]
    places = [told.index(f"**{voice}**") for voice in ("Pharmacology sources", "The article")]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "code", ["panel=predict", "focus=kappa&domain=mood&panel=predict", "lens=article&panel=predict"]
)
def test_a_guess_is_not_told_the_answer(system: ex.System, code: str) -> None:
    built, wanted = view(system, code)
    twin = view_twin.of_view(built, wanted)
    assert twin[PLAIN] == built["templates"]["predicted"]
    assert "- " not in twin[MARKDOWN]
    assert "Mood:" not in twin[MARKDOWN]


@pytest.mark.parametrize("lesson", ASKING)
def test_a_quiz_asks_everything_and_tells_no_answer(system: ex.System, lesson: str) -> None:
    twin = twins.of_quiz(system, lesson)
    assert twin[PLAIN] == quiz.as_text(system, lesson)
    told = unmarked(twin[MARKDOWN])
    for question in quiz.questions_of(system, lesson).values():
        assert question.prompt in told
        for option in quiz.options_of(system, question.id).values():
            assert f") {option.text}" in told
            assert option.feedback not in twin[PLAIN] + told
    assert not set("✓✗") & set(twin[PLAIN] + told)


def test_what_a_text_folds_stays_folded_on_paper(system: ex.System) -> None:
    """Only folds of these two kinds stand on the last page; the page's sheet opens all others."""
    texts = [
        view_twin.of_view(*view(system, "focus=kappa")),
        twins.of_quiz(system, ASKING[0]),
        twins.of_prediction(system, next(iter(system.predictions))),
        twins.of_map(system),
    ]
    for told in texts:
        folds = re.findall("<details[^>]*>", told[MARKDOWN])
        assert folds
        assert all(re.match('<details class="(opens-|later")', one) for one in folds)


def test_a_glossary_says_what_its_words_mean_where_links_lead(system: ex.System) -> None:
    twin = twins.of_glossary(system, ["kappa", "affinity"])
    told = unmarked(twin[MARKDOWN])
    assert told.startswith("Words in this lesson (2)")
    for word in ("kappa", "affinity"):
        term = system.terms[f"t_{word}"]
        assert f'<span id="{glossary.MARK[1:]}{word}"></span>{term.name}: {term.definition}' in told
        assert f"{term.name}: {term.definition}" in twin[PLAIN]


def test_a_whole_glossary_says_so(system: ex.System) -> None:
    told = twins.of_glossary(system)[PLAIN].splitlines()
    assert told[0] == f"All words ({len(system.terms)})"
    assert len(told) == len(system.terms) + 1


def test_a_tour_tells_its_scene_and_then_all_of_them(system: ex.System) -> None:
    for row in system.tours.values():
        scenes = tour.scenes(system, row.id)
        twin = twins.of_tour(system, row.id, 2, scenes[1])
        assert twin[PLAIN].splitlines()[0] == f"Tour: {row.name}"
        assert twin[PLAIN].splitlines()[1].startswith(f"2 of {len(scenes)}. {scenes[1].title}.")
        assert scenes[1].notice not in twin[PLAIN]
        assert not re.search(r"^#|^_+$", twin[MARKDOWN], re.MULTILINE)
        noticed = twin[MARKDOWN].index("**What to notice**")
        for scene in scenes:
            assert twin[MARKDOWN].index(scene.question) < noticed
            assert twin[MARKDOWN].index(scene.notice) > noticed


def test_words_stay_words(copy: Copy) -> None:
    copy.set("teaching/questions.csv", "q1", prompt=HOSTILE)
    copy.set("teaching/terms.csv", "t_agonist", definition=HOSTILE)
    copy.set("pharmacology/effects.csv", "e1", finding=HOSTILE)
    changed = ex.load(copy.path)
    texts = [
        twins.of_quiz(changed, next(iter(changed.lessons)))[MARKDOWN],
        twins.of_glossary(changed)[MARKDOWN],
        view_twin.of_view(*view(changed, "focus=mu"))[MARKDOWN],
    ]
    for text in texts:
        html = str(markdown2html(text))
        assert "&lt;script&gt;alert(1)&lt;/script&gt; [a](javascript:b) **bold** `code` $x$" in html
        assert "<script" not in html
        assert "<a " not in html
