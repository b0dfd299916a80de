"""What the Explorer shows, as text; apart from the other twins, which load all of learning."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from explainer.drawing import theme
from explainer.model.display_table import MARKDOWN, PLAIN, in_markdown
from explainer.view import headline, selection

if TYPE_CHECKING:
    from explainer.view.selection import Picture
    from explainer.view.state import State

Twin = dict[str, str]  # a text by its MIME type

ROWS = "Rows behind this view ({n})"
CODE = "View in the Explorer: `{code}`"
FOLD = '<details class="later"><summary>{}</summary>'  # on paper it stands on the last page


def of_view(picture: Picture, state: State) -> Twin:
    """Tell what the picture shows: its sentence, what may go wrong, and every row behind it."""
    said = headline.sentence(picture, state)
    dangers = [picture["lines"][line][0] for line in selection.hazards(picture, state)]
    out = [in_markdown(said), *(f"**{in_markdown(danger)}**" for danger in dangers)]
    if state.code:
        out.append(CODE.format(code=state.code))
    out += [*_rows(picture, state), in_markdown(picture["words"]["descriptive"])]
    return {PLAIN: "\n".join([said, *dangers]), MARKDOWN: "\n\n".join(out)}


def _rows(picture: Picture, state: State) -> Iterator[str]:
    """The rows of a view by who says them, folded; before anything is chosen, the receptors."""
    if state.panel == "predict":
        return  # whoever is still guessing is told no answer
    found = selection.show(picture, state)
    if found.is_overview:
        yield from _receptors(picture, state)
        return
    lines = [picture["lines"][place] for place in selection.lines_of(picture, found)]
    if not lines:
        return
    yield FOLD.format(ROWS.format(n=len(lines)))
    for voice, look in theme.VOICES.items():
        if own := [line for line in lines if line[1] == voice]:
            yield f"**{in_markdown(look.word.capitalize())}**"
            yield "\n".join(f"- {_row(picture, line)}" for line in own)
    yield "</details>"


def _receptors(picture: Picture, state: State) -> Iterator[str]:
    """What is said of each receptor, in the voices of the view."""
    voices = picture["voices"][state.lens]
    for node, card in zip(picture["nodes"], picture["cards"], strict=True):
        if node[2] == "receptor" and (told := [card[3][v] for v in voices if card[3].get(v)]):
            yield in_markdown(" ".join(told))


def _row(picture: Picture, line: list[object]) -> str:
    text, _, badge, caveat, sources, *_ = line
    cited = ", ".join(picture["sources"][s][0] for s in sources)  # type: ignore[attr-defined]
    parts = [text, badge and f"({badge})", caveat, cited and f"[{cited}]"]
    return in_markdown(" ".join(str(part) for part in parts if part))
