"""The Explorer's printed twin: the same grounds, lines, stamps and signs, and the same sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from explainer.drawing import bundles, edges
from explainer.drawing.geometry import FORMS
from explainer.drawing.layout import arrange
from explainer.figures import glyphs
from explainer.figures.emphasis import MOLECULES, SIGNED, see
from explainer.figures.nodes import Node
from explainer.figures.plate import Plate
from explainer.figures.sheet import Sheet
from explainer.figures.slide import Slide
from explainer.model.errors import did_you_mean, one_of, shown
from explainer.model.schema.categories import is_on_paper
from explainer.model.schema.vocabularies import Lens
from explainer.view import cache, headline, selection
from explainer.view.arguments import of_a_system, word_of
from explainer.view.state import LENSES, State
from explainer.voices.consensus import told
from explainer.voices.numerals import capital, count, listed

if TYPE_CHECKING:
    import networkx as nx

    from explainer.figures.emphasis import Pair, Seen
    from explainer.figures.figure import Drawing
    from explainer.model.system import System

_UNIT = 0.77  # points to one unit of the layout: so much that 8 points stand in its lists of names
_FAINT = (0.34, 0.5)  # lines of the overview, where many meet; those on paper
_BUNDLE = 0.26
_COUNTED = {
    "precursor": ("precursor",),
    "molecule": MOLECULES[1:],
    "receptor": ("receptor",),
    "receptor without a name": ("unnamed",),
    "group": ("group",),
    "domain": ("domain",),
    "slip of the article's words": ("subject",),
}
_MANY = {
    "receptor without a name": "receptors without a name",
    "slip of the article's words": "slips of the article's words",
}


@of_a_system
def network(
    system: System, focus: str | None = None, *, lens: Lens = "both", page: str = "print"
) -> Drawing:
    """Draw the whole picture, or one node with all that is joined to it.

    Parameters
    ----------
    system
        What `explainer.load` returned.
    focus
        Id of a node; its neighbours come forward and all else fades. Without it, the overview.
    lens
        ``both`` voices, ``article`` or ``pharmacology``.
    page
        ``print``, ``projector`` (molecules that are not lit are counted, not listed) or ``dark``.

    """
    if focus is not None and word_of("focus", focus) and focus not in system.graph:
        near = did_you_mean(focus, system.graph)
        raise ValueError(f"focus={shown(focus)} is not in the picture{near}")
    state = State(lens=one_of("lens", lens, LENSES), focus=focus or "")
    built = cache.of(system).payload
    seen, sentence = see(built, state), headline.sentence(built, state)
    sheet = Sheet(page, 1000 * _UNIT + 36)
    if sheet.is_slide:
        sheet.y -= 10  # a slide is full
    dangers = [built["lines"][place][0] for place in selection.hazards(built, state)]
    sheet.title(heading(seen), dangers)
    if not seen.known:
        sheet.words("These tables hold nothing to draw.")
    elif sheet.is_slide:
        _draw_slide(sheet, system, seen)
    else:
        sheet.words(sentence)
        _draw(sheet, system, seen)
    sheet.hazards(dangers)
    told = (sentence, *dangers, drawn(seen, is_slide=sheet.is_slide))
    return sheet.finish(" ".join(filter(None, told)))


def heading(seen: Seen) -> str:
    """Name what is chosen, and whose word it is where one voice speaks alone."""
    voice = str(dict(seen.picture["choices"]["lens"])[seen.state.lens])
    name = "The opioid system"
    if seen.state.focus:
        spoken = str(seen.known[seen.state.focus][5])
        name = capital(spoken.rpartition(", ")[0] or spoken)
    match seen.state.lens:
        case "both":
            return name if seen.state.focus else f"{name} in both voices"
        case "article" | "pharmacology":
            return f"{name}: {voice[:1].lower()}{voice[1:]} alone"
        case _:
            assert_never(seen.state.lens)


def _draw(sheet: Sheet, system: System, seen: Seen) -> None:
    graph = system.graph
    layout = arrange(graph, FORMS["wide"])
    plate = Plate(sheet, seen, layout, _UNIT, sheet.y + 2)
    plate.draw_grounds()
    _draw_lines(plate, graph)
    for node, box in layout.boxes.items():
        Node(plate, node, box).draw()
    plate.draw_stamps()
    plate.draw_signs()
    if seen.is_article_alone:
        _draw_silence(plate)
    _draw_legend(plate)
    sheet.y = plate.at(0, layout.height)[1]


def _draw_slide(sheet: Sheet, system: System, seen: Seen) -> None:
    plate = Slide(sheet, seen)
    plate.draw_grounds()
    _draw_lines(plate, system.graph)
    plate.draw_pooled()
    for node, box in plate.layout.boxes.items():
        if plate.has(node):
            Node(plate, node, box).draw()
    plate.draw_stamps()
    plate.draw_heads()
    plate.draw_signs()
    if seen.is_article_alone:
        _draw_silence(plate)
    sheet.y = plate.at(0, plate.layout.height + 5)[1]
    plate.draw_legend()


def _draw_lines(plate: Plate, graph: nx.MultiDiGraph[str]) -> None:
    seen, layout = plate.seen, plate.layout
    if seen.is_overview and not seen.is_article_alone:
        for line, kind, number in bundles.bundles(graph, layout):
            width, colour = (0.8 + number**0.5) * plate.unit, plate.inks.of("kind", kind)
            plate.draw_line(line, colour, linewidth=width, alpha=_BUNDLE)
    within = ("yields", "becomes") if plate.page.is_slide else ()  # there, from name to name
    for pair in seen.pairs:
        is_drawn = seen.is_overview or (plate.has(pair.start) and plate.has(pair.end))
        if is_drawn and pair.kind not in within:
            draw_pair(plate, pair, edges.route(layout, pair.start, pair.end, pair.kind))


def draw_pair(plate: Plate, pair: Pair, line: list[edges.Segment]) -> None:
    """Draw the line of one pair: by its voice, and where it says one thing, by what it says."""
    seen, inks, unit = plate.seen, plate.inks, plate.unit
    is_article = is_on_paper(pair.voice)
    if seen.is_overview and (pair.kind == "names" or seen.kind_of(pair.start) in MOLECULES):
        return
    said = told(pair.signs)
    look = next(iter(said))[0]
    table = "family" if pair.kind == "acts on" else "direction"
    is_plain = is_article or len(said) > 1 or pair.kind not in SIGNED or seen.is_overview
    colour = inks.of("voice", pair.voice) if is_plain else inks.of(table, look)
    looks = {"alpha": _FAINT[is_article] if seen.is_overview else 1.0}
    looks["linewidth"] = (1.1 if seen.is_overview else 1.7) * unit
    dash = (0, (0.1, 2.6)) if pair.kind == "names" else (0, (3, 2.2)) if is_article else "-"
    cap = "round" if pair.kind == "names" else "butt"
    plate.draw_line(line, colour, linestyle=dash, capstyle=cap, gid=f"line {pair.voice}", **looks)


def _draw_silence(plate: Plate) -> None:
    """Say over the receptors that the article names none of them."""
    receptors = [node for node in plate.seen.known if plate.seen.kind_of(node) == "receptor"]
    if receptors:
        box = plate.layout.boxes[receptors[0]]
        x, y = plate.at(box.x + 2, box.y - 12)
        looks = {"weight": "bold", "color": plate.inks.article, "size": plate.page.size}
        plate.write(x, y, plate.seen.picture["words"]["silent"], plate.page.ground, **looks)


def _draw_legend(plate: Plate) -> None:
    sheet = plate.sheet
    for table, name, across, down, word in plate.seen.picture["forms"]["wide"]["legend"]:
        if not table:
            sheet.text(*plate.at(across + 2, down - 4), word, weight="bold")
            continue
        glyphs.draw(sheet, plate.inks, table, name, plate.at(across + 12, down), 12 * plate.unit)
        sheet.text(*plate.at(across + 28, down), word, color=sheet.page.soft)


def drawn(seen: Seen, *, is_slide: bool) -> str:
    """Tell in one sentence what is drawn; on a slide, molecules and slips may be counted only."""
    lit = [node for node in seen.known if seen.is_lit(node) and node != seen.state.focus]
    number = {
        name: sum(seen.kind_of(node) in kinds for node in lit) for name, kinds in _COUNTED.items()
    }
    told = listed(count(n, name, _MANY.get(name, "")) for name, n in number.items() if n)
    start = "Drawn" if seen.is_overview else "Drawn in full, with signs for what rows say"
    left = "; of molecules and slips, those that are not named are counted" if is_slide else ""
    return f"{start}: {told or 'nothing'}{left}."
