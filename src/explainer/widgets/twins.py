"""What a widget shows, as text: for pages without scripts, printed pages, and other formats.

Each function gives the forms by their MIME types: a few plain lines, as a terminal shows them, and
Markdown, which every exporter of notebooks turns into its own language. No answer of a question
stands in either; that of a prediction is folded, and so is what was found, which may answer one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from explainer.learning import (
    beliefs,
    casebook,
    circuits,
    glossary,
    predictions,
    quiz,
    reserve,
    support,
)
from explainer.learning import tour as tours
from explainer.model.display_table import MARKDOWN, PLAIN, in_markdown
from explainer.voices import efficacy
from explainer.voices.phrases import line_of
from explainer.widgets.view_twin import FOLD

if TYPE_CHECKING:
    from explainer.model.schema import Scene
    from explainer.model.system import System
    from explainer.voices.phrases import Line
    from explainer.widgets.view_twin import Twin

ANSWERS = "The answers, and what they rest on, come with the quiz itself, in a running notebook."
LATER = "The {n} questions, for when you have read the lesson"
_LETTERS = "abcd"
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def of_tour(system: System, tour: str, number: int, scene: Scene) -> Twin:
    """Tell the scene that is shown, and the whole tour as its handout does."""
    row = tours.tour_of(system, tour)
    counted = {"number": number, "all": len(tours.scenes(system, tour))}
    heard = tours.WORDS["heard"].format(**vars(scene) | counted)
    asked = f"{heard} {tours.WORDS['asked']}: {scene.question}"
    plain = [tours.WORDS["name"].format(tour=row.name), asked]
    whole = _HEADING.sub(r"**\1**", tours.handout(system, tour, lines=0))
    return {PLAIN: "\n".join(plain), MARKDOWN: whole}


def of_quiz(system: System, lesson: str) -> Twin:
    """Ask a lesson's questions, folded: some take for granted what is to be guessed first."""
    questions = quiz.questions_of(system, lesson)
    title = f"{quiz.WORDS['title']}: {system.lessons[lesson].title}"
    out = [f"**{in_markdown(title)}**", ANSWERS]
    out.append(FOLD.format(LATER.format(n=len(questions))))
    for number, question in enumerate(questions.values(), start=1):
        options = zip(_LETTERS, quiz.options_of(system, question.id).values(), strict=False)
        out.append(f"**{number}.** {in_markdown(question.prompt)}")
        out += [f"> {in_markdown(line)}" for line in quiz.exhibit(question)]
        out.append(
            "\n".join(f"- {letter}) {in_markdown(option.text)}" for letter, option in options)
        )
    out.append("</details>")
    return {PLAIN: quiz.as_text(system, lesson), MARKDOWN: "\n\n".join(out)}


def of_prediction(system: System, name: str) -> Twin:
    """Ask for a guess first; the answer is folded, and opened by hand."""
    found = predictions.asked(system, name)
    words = predictions.WORDS
    plain = [found.row.question, *(f"- {text}" for text in found.guesses.values())]
    lines = (*support.because(system, found.apart), *predictions.dangers(system, found))
    out = [
        f"**{words['title']}: {in_markdown(found.row.question)}**",
        "\n".join(f"- {in_markdown(text)}" for text in found.guesses.values()),
        words["before"],
        f'<details class="{predictions.FOLD}{name}"><summary>{words["after"]}</summary>',
        f"*{in_markdown(found.row.question)}*",
        f"**{in_markdown(found.reveal)}**",
        "\n".join(f"- {in_markdown(_cited(system, line))}" for line in lines),
        *_circuit(system, found.row.circuit),
        "</details>",
    ]
    return {PLAIN: "\n".join([*plain, words["before"]]), MARKDOWN: "\n\n".join(out)}


def _circuit(system: System, receptor: str | None) -> list[str]:
    """Number the steps from cell to cell, under their heading."""
    rows = circuits.steps(system, receptor)
    if not rows or receptor is None:
        return []
    title, note = circuits.heading(system, receptor)
    cited = [in_markdown(_cited(system, circuits.line_of(system, row))) for row in rows]
    steps = (
        f"{n}. **{in_markdown(row.label)}.** {line}"
        for n, (row, line) in enumerate(zip(rows, cited, strict=True), start=1)
    )
    return [f"**{in_markdown(title)}**", in_markdown(note), "\n".join(steps)]


def _cited(system: System, line: Line) -> str:
    cited = ", ".join(system.sources[key].short for key in line.sources)
    parts = [line.text, line.badge and f"({line.badge})", line.caveat, cited and f"[{cited}]"]
    return " ".join(filter(None, parts))


def of_casebook(system: System, lesson: str) -> Twin:
    """Ask on paper what the case book asks: the sentence with its blanks, and lines to write on."""
    words, blank = casebook.WORDS, "_" * 24
    sentence = f"{words['before']} {blank} {words['between']} {blank}{words['after']}"
    wanted = [words["line"]] if lesson else [words[one] for one in ("words", "pro", "con")]
    lines = [*([] if lesson else [sentence]), words["limit"], *(f"{w}: {blank}" for w in wanted)]
    title = words["title"] + (f": {casebook.lessons(system)[lesson]}" if lesson else "")
    marked = [f"**{in_markdown(title)}**", *map(in_markdown, lines)]
    return {PLAIN: "\n".join([title, *lines]), MARKDOWN: "\n\n".join(marked)}


def of_map(system: System) -> Twin:
    """Ask for the lines on paper; what was found is folded, and opened by hand."""
    words, asked = beliefs.WORDS, beliefs.build(system)
    ends = [", ".join(name for _, name in asked[side]) for side in ("from", "to")]
    lines = [f"{words['from']}: {ends[0]}.", f"{words['to']}: {ends[1]}."]
    found = [pair["told"] for pair in beliefs.answer(system)["pairs"]]
    out = [
        f"**{words['title']}**",
        *map(in_markdown, (words["intro"], *lines)),
        FOLD.format(words["lay"]),
        "\n".join(f"- {in_markdown(one)}" for one in found),
        "</details>",
    ]
    return {PLAIN: "\n".join([words["title"], *lines]), MARKDOWN: "\n\n".join(out)}


def of_reserve(system: System) -> Twin:
    """Tell what the model gives at each step; the rows on efficacy are folded."""
    lines = reserve.as_text(system)
    title, *told = map(in_markdown, lines)
    marked = [f"**{title}**", *told, FOLD.format(reserve.WORDS["rows"])]
    for heading, rows in efficacy.grouped(system):
        listed = (f"- {in_markdown(_cited(system, line_of(system, row)))}" for row in rows)
        marked += [f"**{in_markdown(heading)}**", "\n".join(listed)]
    marked += [in_markdown(efficacy.LIMITS), "</details>"]
    return {PLAIN: "\n".join(lines), MARKDOWN: "\n\n".join(marked)}


def of_glossary(system: System, terms: Iterable[str] | None = None) -> Twin:
    """Say what words mean; where the text links to one, the link finds it here."""
    rows = glossary.chosen(system, terms)
    title = glossary.title(rows, is_whole=terms is None)
    names = [f"{glossary.MARK[1:]}{term.id.removeprefix(glossary.PREFIX)}" for term in rows]
    lines = glossary.as_text(system, [term.id for term in rows]).splitlines()
    listed = [
        f'- <span id="{name}"></span>**{in_markdown(term.name)}**'
        f"{in_markdown(line.removeprefix(term.name))}"
        for name, term, line in zip(names, rows, lines, strict=True)
    ]
    return {PLAIN: "\n".join([title, *lines]), MARKDOWN: f"**{title}**\n\n" + "\n".join(listed)}
