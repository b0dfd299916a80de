"""A lesson saved as a page: whole in one file, asking nothing of the web."""

import base64
import copy
import hashlib
import json
import re
import sys
import zlib
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import nbformat
import pytest
import yaml
from nbconvert import HTMLExporter, MarkdownExporter, SlidesExporter
from traitlets.config.loader import PyFileConfigLoader

import explainer as ex
from explainer import pages, website
from explainer.__main__ import main

ROOT = Path(__file__).parents[1]
TEMPLATE = pages.TEMPLATES / pages.TEMPLATE
HOSTILE = "</script><!--<script>window.hit=1</script>\"'><img src=x onerror=window.hit=2>"
FIRST = """import explainer as ex
from explainer import figures, widgets
system = ex.load()
glossary = widgets.Glossary(system)
quiz = widgets.Quiz(system, lesson="01_the_bodys_own_opioids")
explorer = widgets.Explorer(system)"""
Notebook = Any  # a tree of nodes without types
LESSON = {
    "# A lesson & more\n\nSee [kappa](#term-kappa). **Time:** 7 minutes.": FIRST,
    "Go [on](02_two.ipynb#A-place), [up](#Here), [out](https://a.example/b.ipynb).": "glossary",
    "**Predict:** how many?": "len(system.receptors)",
    "## A picture to touch": "explorer",
    "## Questions": "quiz",
    "## A figure": "figures.network(system, focus='kappa')",
}


def book_of(cells: dict[str, str]) -> Notebook:
    """Make a notebook in which each text is followed by code."""
    made = []
    for text, code in cells.items():
        made += [nbformat.v4.new_markdown_cell(text), nbformat.v4.new_code_cell(code)]
    return nbformat.v4.new_notebook(cells=made)


def book_with(
    *outputs: dict[str, Any], title: str = "# A lesson", state: Notebook = None
) -> Notebook:
    """Make a notebook that was run, with one cell for each output."""
    cells = [nbformat.v4.new_markdown_cell(title)]
    for output in outputs:
        kind = output.pop("output_type", "execute_result")
        cells.append(
            nbformat.v4.new_code_cell("1", outputs=[nbformat.v4.new_output(kind, **output)])
        )
    book = nbformat.v4.new_notebook(cells=cells)
    if state is not None:
        book.metadata["widgets"] = {pages.STATE: {"state": state, "version_major": 2}}
    return book


def view_of(name: str) -> dict[str, Any]:
    return {"data": {pages.VIEW: {"model_id": name}, "text/plain": "<Widget at 0x7f>"}}


class Seen(HTMLParser):
    """Every element of a page: its tag, its attributes, and the text right in it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.is_within = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs), []))
        self.is_within = True

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self.is_within = False

    def handle_data(self, data: str) -> None:
        if self.is_within:
            self.elements[-1][2].append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs, _ in self.elements if name == tag]

    def texts(self, tag: str) -> list[str]:
        return ["".join(text) for name, _, text in self.elements if name == tag]


def seen(book: Notebook) -> Seen:
    return Seen(pages.page(book, "a_lesson", []))


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Notebook:
    """A lesson with every widget, run once."""
    path = tmp_path_factory.mktemp("lessons") / "01_one.ipynb"
    nbformat.write(book_of(LESSON), path)
    (book,) = pages.run([path])
    return book


@pytest.fixture(scope="module")
def page(ran: Notebook) -> str:
    return pages.page(ran, "01_one", [])


@pytest.fixture(scope="module")
def whole(page: str) -> Seen:
    return Seen(page)


# What is saved


def test_the_saved_state_holds_all_that_a_widget_is_made_of(ran: Notebook) -> None:
    saved = ran.metadata.widgets[pages.STATE]["state"]
    (explorer,) = [one for one in saved.values() if "lens" in one["state"]]
    words = explorer["state"]
    # These equal their defaults and must be there all the same.
    assert (words["lens"], words["focus"], words["also"], words["panel"]) == (
        "both",
        "",
        [],
        "card",
    )
    parcels = {
        name: saved[words[name].removeprefix("IPY_MODEL_")] for name in ("_script", "data", "rest")
    }
    packed = {}
    for name, parcel in parcels.items():
        (buffer,) = parcel["buffers"]
        assert (buffer["path"], buffer["encoding"]) == (["content"], "base64")
        packed[name] = zlib.decompress(base64.b64decode(buffer["data"])).decode()
    assert "export default { render: explore }" in packed["_script"]
    assert ".explainer" in packed["_script"].rpartition("export const styles = ")[2]
    assert json.loads(packed["data"])["nodes"]
    assert json.loads(packed["rest"])["cards"]


def test_a_quiz_and_a_glossary_are_saved_with_their_words(ran: Notebook) -> None:
    saved = [one["state"] for one in ran.metadata.widgets[pages.STATE]["state"].values()]
    (quiz,) = [words for words in saved if "answers" in words]
    assert quiz["data"]["questions"]
    assert any(words.get("data", {}).get("terms") for words in saved if "data" in words)


# Nothing from elsewhere


def test_a_page_loads_nothing(whole: Seen) -> None:
    for tag, attributes, _ in whole.elements:
        for name in ("src", "srcset", "data", "poster", "action", "formaction", "background"):
            address = attributes.get(name) or "data:"
            assert address.startswith("data:"), (tag, name, address[:80])
        assert tag not in ("link", "iframe", "object", "embed", "base", "form")


def test_the_addresses_in_a_page_are_those_of_sources(system: ex.System, page: str) -> None:
    known = {source.link for source in system.sources.values()}
    known |= {"http://www.w3.org/2000/svg", "https://a.example/b.ipynb"}  # a name; our own link
    found = set(re.findall(r"https?://[^\s\"'<>\\`]+", page))
    assert {a for a in found if a not in known and not a.startswith("https://doi.org/")} == set()


def test_no_script_and_no_sheet_names_a_place_to_load_from(whole: Seen) -> None:
    style = "".join(whole.texts("style"))
    assert style
    assert "url(" not in style
    assert "@import" not in style
    loader = whole.texts("script")[-1]
    assert re.findall(r"import\((.{20})", loader) == ["URL.createObjectURL("]
    assert not re.search(r"\b(fetch|XMLHttpRequest|WebSocket|sendBeacon|EventSource)\b", loader)


def test_the_browser_is_told_to_load_nothing_and_to_run_the_loader_alone(whole: Seen) -> None:
    (policy,) = [
        meta["content"] or ""
        for meta in whole.all("meta")
        if meta.get("http-equiv") == "Content-Security-Policy"
    ]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    text = whole.texts("script")[-1]
    right = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    way_out = f"loader.js was changed: write 'sha256-{right}' into index.html.j2"
    assert rules.pop("script-src") == f"'sha256-{right}' blob:", way_out
    assert rules == {
        "default-src": "'none'",
        "style-src": "'unsafe-inline'",
        "img-src": "data: blob:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def test_the_loader_stays_short() -> None:
    loader = (TEMPLATE / "static" / "loader.js").read_text(encoding="utf-8")
    assert len("".join(loader.split())) < 3800  # however its lines are broken


# A page to read


def test_a_page_has_a_language_a_title_one_main_part_and_a_way_to_it(whole: Seen) -> None:
    assert whole.all("html") == [{"lang": "en"}]
    assert whole.texts("title") == ["A lesson & more"]
    (main_part,) = whole.all("main")
    skip = next(link for link in whole.all("a"))
    assert (skip["class"], skip["href"]) == ("skip", f"#{main_part['id']}")


def test_headings_go_down_step_by_step(whole: Seen) -> None:
    levels = [int(tag[1]) for tag, _, _ in whole.elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels == [1, 2, 2, 2, 2, 3]  # the last two are seen on paper alone


def test_a_figure_keeps_its_words(ran: Notebook, whole: Seen) -> None:
    assert whole.all("img") == []
    (image,) = [drawn for drawn in whole.all("svg") if drawn.get("role") == "img"]
    (figure,) = [
        output
        for cell in ran.cells
        for output in cell.get("outputs", ())
        if "image/png" in output.get("data", {})
    ]
    assert image["aria-label"] == figure.metadata["image/png"]["alt"]
    assert len(image["aria-label"] or "") > 40


def test_code_is_folded(whole: Seen) -> None:
    folds = [a for a in whole.all("details") if a.get("class") == "code"]
    assert len(folds) == len(LESSON)
    assert not any("open" in fold for fold in folds)
    assert whole.texts("summary").count("Show the code") == len(LESSON)


def test_an_answer_that_was_to_be_guessed_is_folded_and_no_other(page: str) -> None:
    (look,) = re.findall(r'<details class="look">(.*?)</details>', page, re.DOTALL)
    assert "<pre>4</pre>" in look
    assert "Look: what the cell gives" in look


def test_links_between_lessons_lead_to_pages_and_no_other_link_is_changed(whole: Seen) -> None:
    links = [link["href"] for link in whole.all("a") if link.get("class") != "anchor-link"]
    assert links[1:5] == [
        "#term-kappa", "02_two.html#A-place", "#Here", "https://a.example/b.ipynb"
    ]  # fmt: skip


def test_the_name_of_a_file_in_code_is_left_alone() -> None:
    book = book_with(title='# A\n\n`x = "00_a.ipynb"` and [b](b.ipynb)')
    text = pages.page(book, "a", [])
    assert "00_a.ipynb" in text
    assert 'href="b.html"' in text


def test_a_page_alone_leads_to_no_other_and_needs_no_loader() -> None:
    found = seen(book_with({"data": {"text/plain": "4"}}))
    assert found.all("nav") == []
    assert found.all("script") == []


# Hostile text


@pytest.mark.parametrize(
    "output",
    [
        {"data": {"text/plain": HOSTILE}},
        {"data": {"text/latex": HOSTILE}},
        {"output_type": "stream", "name": "stdout", "text": HOSTILE},
        {"output_type": "stream", "name": "stderr", "text": HOSTILE},
        {"output_type": "error", "ename": "E", "evalue": "v", "traceback": [HOSTILE]},
        {"data": {"image/png": "AAAA"}, "metadata": {"image/png": {"alt": HOSTILE}}},
    ],
    ids=lambda output: next(iter(output.get("data", output))),
)
def test_hostile_text_in_an_output_stays_text(output: dict[str, Any]) -> None:
    told = dict(output)
    found = seen(book_with(told))
    assert found.all("script") == []
    assert all("onerror" not in image for image in found.all("img"))
    words = "".join(text for _, _, texts in found.elements for text in texts)
    assert HOSTILE in words or found.all("img")[0]["alt"] == HOSTILE


def test_hostile_text_in_a_title_stays_text() -> None:
    found = seen(book_with(title="# A </title><script>window.hit=3</script> & <b>lesson</b>"))
    (title,) = found.texts("title")
    assert "<" not in title
    assert title.endswith("& lesson")


def test_hostile_text_in_a_widget_stays_in_its_state() -> None:
    words = {"_esm": "export default {}", "data": HOSTILE}
    state = {"m": {"model_name": "AnyModel", "state": words}}
    found = seen(book_with(view_of("m"), state=state))
    kinds = [script["type"] for script in found.all("script")]
    assert kinds == [pages.VIEW, pages.STATE, "module"]
    assert json.loads(found.texts("script")[1])["state"] == state
    assert found.all("img") == []


def test_a_script_in_an_output_is_not_run() -> None:
    found = seen(book_with({"data": {"application/javascript": "window.hit = 4"}}))
    assert found.all("script") == []
    (note,) = [
        "".join(text) for tag, a, text in found.elements if tag == "p" and a.get("class") == "note"
        if "Scripts" not in "".join(text)
    ]  # fmt: skip
    assert note.startswith("This output needs a running notebook")


# Where no script runs

TWIN = {"text/plain": "in words", "text/markdown": "in **words**"}
LOST = "What can be touched here was not saved with the notebook"


def view_with(name: str, **data: str) -> dict[str, Any]:
    return {"data": {pages.VIEW: {"model_id": name}} | data}


def test_a_widget_whose_state_was_not_saved_leaves_no_program_text() -> None:
    text = pages.page(book_with(view_of("gone")), "a", [])
    assert "Widget at 0x7f" not in text
    assert "In words" not in text
    assert LOST in text


@pytest.mark.parametrize(
    ("data", "left"),
    [
        ({"text/plain": "a sentence of 13 peptides"}, "<pre>a sentence of 13 peptides</pre>"),
        (TWIN, "in <strong>words</strong>"),
        ({"text/plain": "<W at 0x7f>", "text/html": "<i>words</i>"}, "<i>words</i>"),
        ({"text/plain": "<W at 0x7f>", "image/png": "AAAA"}, 'src="data:image/png;base64,AAAA"'),
        ({"text/plain": "<W at 0x7f>", "image/svg+xml": "<svg/>"}, 'src="data:image/svg+xml;'),
        ({"text/plain": "<W at 0x7f>", "text/latex": "$x$"}, "<pre>$x$</pre>"),
    ],
    ids=lambda value: ", ".join(value) if isinstance(value, dict) else "",
)
def test_what_was_saved_without_its_state_says_so_and_shows_what_else_there_is(
    data: dict[str, str], left: str
) -> None:
    text = pages.page(book_with(view_with("gone", **data)), "a", [])
    assert LOST in text
    assert left in text.split(LOST)[1]
    assert "<script" not in text
    assert "One moment" not in text
    assert "0x7f" not in text


def test_a_widget_of_another_kind_says_what_it_needs_and_shows_what_else_there_is() -> None:
    state = {"m": {"model_name": "DropdownModel", "state": {}}}
    data = {"text/plain": "Dropdown(options=('a', 'b'))"}
    text = pages.page(book_with(view_with("m", **data), state=state), "a", [])
    assert "This control (Dropdown) needs a running notebook" in text
    assert "<pre>Dropdown(options=('a', 'b'))</pre>" in text
    assert "One moment" not in text


def test_words_stand_in_the_place_of_every_widget(ran: Notebook, page: str) -> None:
    slots = re.findall(r'<div class="twin">(.*?)</div>\s*</div>', page, re.DOTALL)
    assert len(slots) == 3
    glossary, explorer, quiz = slots
    assert 'id="term-kappa"' in glossary
    assert "It names a receptor type in none of them." in explorer
    assert quiz.count("<li>") == 8 * 3  # each question, and its options
    assert " at 0x" not in page
    for cell in ran.cells:
        for output in cell.get("outputs", ()):
            assert " at 0x" not in output.get("data", {}).get("text/plain", "")


def test_a_reader_without_scripts_is_told_so_and_how_to_turn_them_on(page: str) -> None:
    (told,) = re.findall(r"<noscript>(.*?)</noscript>", page, re.DOTALL)
    assert "Scripts are turned off" in told
    assert "Trust HTML" in told
    assert ".wait { display: none; }" in told


@pytest.mark.parametrize("exporter", [MarkdownExporter, HTMLExporter], ids=lambda one: one.__name__)
@pytest.mark.parametrize("is_saved", [True, False])
def test_other_pages_of_a_lesson_say_what_its_widgets_show(
    ran: Notebook,
    exporter: type,
    is_saved: bool,  # noqa: FBT001 - a case, not a switch
) -> None:
    """As nbconvert's own templates make them, which know nothing of ours."""
    book = copy.deepcopy(ran)
    if not is_saved:
        del book.metadata["widgets"]
    text, _ = exporter().from_notebook_node(book)
    assert " at 0x" not in text
    if exporter is MarkdownExporter or not is_saved:
        assert "It names a receptor type in none of them." in text
        assert "How many such peptides do scientific sources list?" in text
        assert 'id="term-kappa"' in text


# What Jupyter saves


def state_of(**widgets: dict[str, Any]) -> dict[str, Any]:
    return {name: {"model_name": "AnyModel", "state": words} for name, words in widgets.items()}


def test_state_that_no_output_shows_is_not_saved() -> None:
    """Each run of a cell leaves its widget behind; what is shown stays, with all that it needs."""
    state = state_of(
        shown={"layout": "IPY_MODEL_looks", "children": ["IPY_MODEL_inner"]},
        inner={"outputs": [{"data": {pages.VIEW: {"model_id": "deep"}}}]},
        deep={},
        looks={},
        joined={"source": ["IPY_MODEL_shown", "a"], "target": ["IPY_MODEL_deep", "a"]},
        before={"layout": "IPY_MODEL_looks_before"},
        looks_before={},
        half={"source": ["IPY_MODEL_shown", "a"], "target": ["IPY_MODEL_before", "a"]},
    )
    book = book_with(view_of("shown"), view_of("gone"), state=state)
    pages.drop_unshown({"type": "notebook", "content": book}, path="a.ipynb")
    kept = book.metadata.widgets[pages.STATE]["state"]
    assert list(kept) == ["shown", "inner", "deep", "looks", "joined"]
    assert kept["shown"] == state["shown"]


@pytest.mark.parametrize(
    "model",
    [
        {"type": "file", "content": "text"},
        {"type": "directory", "content": None},
        {"type": "notebook", "content": None},
        {"type": "notebook", "content": book_with({"data": {"text/plain": "4"}})},
    ],
    ids=["file", "folder", "nothing", "no widgets"],
)
def test_what_holds_no_widget_is_saved_as_it_is(model: dict[str, Any]) -> None:
    before = copy.deepcopy(model)
    pages.drop_unshown(model)
    assert model == before


def test_the_server_saves_no_more_than_is_shown_and_starts_for_root() -> None:
    config = PyFileConfigLoader("jupyter_server_config.py", str(ROOT / "jupyter")).load_config()
    assert config.ContentsManager.pre_save_hook is pages.drop_unshown
    assert config.ServerApp.allow_root is True
    assert config.HTMLExporter.template_name == pages.TEMPLATE


# Faults


def test_a_cell_that_fails_is_told_with_lesson_cell_and_message(tmp_path: Path) -> None:
    paths = [tmp_path / "01_good.ipynb", tmp_path / "02_bad.ipynb"]
    nbformat.write(book_of({"# A": "1"}), paths[0])
    nbformat.write(book_of({"# B": "1", "C": "1 / 0", "D": "2"}), paths[1])
    with pytest.raises(pages.PagesError) as caught:
        pages.run(paths)
    told = (
        "02_bad.ipynb: cell 4: ZeroDivisionError: division by zero (mend the cell, then try again)"
    )
    assert str(caught.value) == told


def test_a_widget_that_would_be_dead_in_a_page_is_told() -> None:
    state = {"m": {"model_name": "DropdownModel", "state": {}}}
    book = book_with(view_of("m"), view_of("gone"), state=state)
    told = [str(problem) for problem in pages.problems_of(Path("03_x.ipynb"), book)]
    words = "a widget that does not bring its own script would not work without Jupyter"
    way_out = "(show one of explainer.widgets)"
    assert told == [f"03_x.ipynb: cell {n}: {words} {way_out}" for n in (2, 3)]


def test_what_stopped_a_lesson_is_told() -> None:
    (problem,) = pages.problems_of(Path("03_x.ipynb"), book_with(), "Kernel died")
    assert str(problem) == (
        "03_x.ipynb: Kernel died (open the lesson in Jupyter and see which cell)"
    )


# The command


def test_the_command_says_what_it_wrote_and_how_large_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "site"
    monkeypatch.setattr(
        website, "build", lambda to, **_: [pages.Page(to / "index.html", 1_234_567)]
    )
    assert main(["site", str(out)]) == 0
    assert capsys.readouterr().out == f"wrote {out / 'index.html'} (1.23 MB)\n"


def test_the_command_tells_a_fault(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def fail(_: Path, **_sheets: object) -> None:
        raise pages.PagesError(*pages.problems_of(Path("03_x.ipynb"), book_with(), "Kernel died"))

    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.setattr(website, "build", fail)
    assert main(["site", str(tmp_path)]) == 1
    assert "03_x.ipynb: Kernel died" in "".join(capsys.readouterr())


def test_the_command_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.delitem(sys.modules, "explainer.pages")
    monkeypatch.delattr(ex, "pages")
    monkeypatch.setitem(sys.modules, "nbconvert", None)
    assert main(["site", str(tmp_path)]) == 1
    told = "The pages cannot be made, because nbconvert is not installed (run: make site)\n"
    assert capsys.readouterr().err == told


# By itself


def test_nbconvert_uses_the_template_without_being_asked() -> None:
    config = PyFileConfigLoader("jupyter_nbconvert_config.py", str(ROOT / "jupyter")).load_config()
    exporter = HTMLExporter(config=config)
    assert exporter.template_paths[0] == str(TEMPLATE)
    text, _ = exporter.from_notebook_node(book_with({"data": {"text/plain": "4"}}))
    assert "Content-Security-Policy" in text
    assert SlidesExporter(config=config).template_name == "reveal"


@pytest.mark.parametrize("file", ["Makefile", "README.md", "postBuild", ".github/workflows/ci.yml"])
def test_every_form_of_set_up_installs_all_settings(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    assert {p.suffix for p in (ROOT / "jupyter").iterdir() if p.is_file()} == {".json", ".py"}
    settings = re.findall(r"^\s*(?:cp|copy) jupyter[/\\](\S+)", text, re.MULTILINE)
    assert settings
    assert settings == ["overrides.json", "*.py"] * (len(settings) // 2)


def test_the_site_is_published_from_main_alone_by_pinned_actions() -> None:
    text = (ROOT / ".github" / "workflows" / "pages.yml").read_text(encoding="utf-8")
    flow = yaml.safe_load(text)
    assert flow[True]["push"] == {"branches": ["main"]}  # YAML reads `on` as a truth
    assert flow["jobs"]["build"]["if"] == "github.ref == 'refs/heads/main'"
    assert flow["jobs"]["publish"]["needs"] == "build"
    used = re.findall(r"uses: (\S+)", text)
    assert len(used) == 4
    assert all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", action) for action in used)
