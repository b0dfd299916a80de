"""A widget's script is one file: joined from modules, asking for nothing, each module its own."""

import json
import posixpath
import re
import subprocess
from pathlib import Path

import pytest

from explainer.widgets import bundle
from nodejs import node as find_node

HOME = Path(bundle.__file__).parent
WIDGETS = sorted(  # those that a widget's class asks for
    name
    for path in HOME.glob("*.py")
    for name in re.findall(
        r'bundle\.(?:script|styled|packed)\(\s*"([\w/]+)\.js"', path.read_text(encoding="utf-8")
    )
)
MODULES = sorted(
    path.relative_to(bundle.STATIC).with_suffix("").as_posix()
    for path in bundle.STATIC.rglob("*.js")
)


def node(*words: str) -> str:
    """Run node and give what it prints; a fault is told in full."""
    done = subprocess.run(
        [find_node(), *words], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Import each joined script as a browser would, and give the names that it exports, or why not.

    One process for all: each script is a module of its own, and knows of no other.
    """
    folder = tmp_path_factory.mktemp("joined")
    every = sorted({*WIDGETS, *MODULES})
    for place, name in enumerate(every):
        text = bundle.script(f"{name}.js")
        (folder / f"{place}.mjs").write_text(text, encoding="utf-8")
    told = node(
        "-e",
        "const told = (it) => Object.keys(it); const fault = (it) => [String(it)];"
        f"const here = (i) => import(`{folder.as_posix()}/${{i}}.mjs`).then(told, fault);"
        f"Promise.all(Array.from({{ length: {len(every)} }}, (_, i) => here(i)))"
        ".then((all) => console.log(JSON.stringify(all)))",
    )
    return dict(zip(every, json.loads(told), strict=True))


def code_of(script: str) -> str:
    """Give a script without its comments."""
    return re.sub(r"/\*.*?\*/|(?<![:\w])//[^\n]*", "", script, flags=re.DOTALL)


def needed(name: str, seen: set[str]) -> set[str]:
    """Give a module and all that it imports."""
    if name not in seen:
        seen.add(name)
        text = (bundle.STATIC / f"{name}.js").read_text(encoding="utf-8")
        for other in re.findall(r'^import \{[^}]*\} from "([\w./]+)\.js"', text, re.MULTILINE):
            needed(posixpath.normpath(posixpath.join(posixpath.dirname(name), other)), seen)
    return seen


@pytest.mark.parametrize("name", WIDGETS)
def test_a_joined_script_imports_nothing(name: str) -> None:
    code = code_of(bundle.script(f"{name}.js"))
    own = (
        "await import(address)" if name == "shared/once" else ""
    )  # of what the widget itself brought
    assert code.count(own) == 1 or not own
    assert not re.search(r"\bimport\b", code.replace(own, ""))
    assert not re.search(r"\brequire\(", code)


@pytest.mark.parametrize("name", WIDGETS)
def test_a_joined_script_is_a_module_with_what_a_widget_needs(
    name: str, exports: dict[str, list[str]]
) -> None:
    assert "default" in exports[name]
    assert "render" not in exports[name]  # anywidget warns readers of an export of that name


@pytest.mark.parametrize("name", MODULES)
def test_every_module_can_be_joined_and_still_gives_all_it_exports(
    name: str, exports: dict[str, list[str]]
) -> None:
    text = (bundle.STATIC / f"{name}.js").read_text(encoding="utf-8")
    kinds = r"^export (?:async )?(?:function|const|let|class) (\w+)"
    named = set(re.findall(kinds, text, re.MULTILINE))
    named |= {"default"} if re.search(r"^export default", text, re.MULTILINE) else set()
    assert named
    assert set(exports[name]) == named


@pytest.mark.parametrize("name", MODULES)
def test_no_text_goes_on_over_several_lines(name: str) -> None:
    """Blanks before a line are left out when scripts are joined."""
    text = code_of((bundle.STATIC / f"{name}.js").read_text(encoding="utf-8"))
    assert [line for line in text.splitlines() if line.count("`") % 2] == []


@pytest.mark.parametrize("name", MODULES)
def test_no_line_is_longer_than_the_formatter_makes_them(name: str) -> None:
    """It breaks no comment and no text."""
    text = (bundle.STATIC / f"{name}.js").read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if len(line) > 100] == []


def test_every_module_belongs_to_a_widget() -> None:
    assert {"explorer/index", "glossary/index", "quiz/index"} <= set(WIDGETS)
    used = set().union(*(needed(name, set()) for name in WIDGETS))
    assert used == set(MODULES)


@pytest.mark.parametrize("name", WIDGETS)
def test_each_module_is_in_a_script_once_and_after_what_it_needs(name: str) -> None:
    script = bundle.script(f"{name}.js")
    blocks = re.findall(r"^const \$(\w+) = \(\(\) => \{$", script, re.MULTILINE)
    assert len(set(blocks)) == len(blocks)
    modules = {module.replace("/", "_"): module for module in MODULES}
    assert {modules[block] for block in blocks} == needed(name, set()) - {name}
    for place, block in enumerate(blocks):
        before = {modules[one] for one in blocks[:place]}
        assert needed(modules[block], set()) - {modules[block]} <= before, block


def code_lines(text: str) -> list[str]:
    """Give the lines that are code, but for comments and imports."""
    text = re.sub(
        r"^(?:import|const) \{[^}]*\} (?:from|=) [\"$].*;\n", "", text, flags=re.MULTILINE
    )
    lines = [line.lstrip() for line in text.splitlines()]
    return [line for line in lines if not re.match(r"//|/\*\*|\* |\*/|$", line)]


@pytest.mark.parametrize("name", MODULES)
def test_every_line_of_code_is_there_as_it_was_written(name: str) -> None:
    text = (bundle.STATIC / f"{name}.js").read_text(encoding="utf-8")
    written = code_lines(text)
    joined = code_lines(bundle.script(f"{name}.js"))
    assert joined[-len(written) :] == written


def test_no_line_of_the_widgets_is_lost_when_they_are_joined() -> None:
    for name in WIDGETS:
        joined = code_lines(bundle.script(f"{name}.js"))
        for module in needed(name, set()) - {name}:
            text = (bundle.STATIC / f"{module}.js").read_text(encoding="utf-8")
            written = [
                line.removeprefix("export ")
                for line in code_lines(text)
                if not line.startswith("export default")
            ]
            start = joined.index(f"const ${module.replace('/', '_')} = (() => {{")
            assert joined[start + 1 : start + 1 + len(written)] == written, module


def test_comments_that_stand_alone_are_left_out_and_no_code_with_them(
    static: Path, tmp_path: Path
) -> None:
    (static / "top.js").write_text(
        "// A line.\n/** One\n * and more. */\nexport const list = [];\n"
        '  /** @type {any} */ (list).push("kept");\n'
        "list.push('//kept'); // beside\n/** Last. */\nlist.push(1);\n"
    )
    script = bundle.script("top.js")
    assert "A line" not in script
    assert "and more" not in script
    joined = tmp_path / "top.mjs"
    joined.write_text(script)
    told = node("-e", f"import({str(joined)!r}).then((it) => console.log(it.list.join()))")
    assert told == "kept,//kept,1"


@pytest.fixture
def static(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder for made-up modules."""
    folder = tmp_path / "static"
    folder.mkdir()
    monkeypatch.setattr(bundle, "STATIC", folder)
    return folder


def test_private_names_of_two_modules_do_not_clash(static: Path, tmp_path: Path) -> None:
    for name, number in (("one", 1), ("two", 2)):
        (static / f"{name}.js").write_text(
            f"const secret = {number};\nlet count = 0;\n"
            f"export const {name} = () => ((count += secret), count);\n"
        )
    (static / "both.js").write_text(
        'import { one } from "./one.js";\nimport { two } from "./two.js";\n'
        "const secret = 5;\nexport const sum = one() + one() + two() + secret;\n"
        "export default { sum };\n"
    )
    joined = tmp_path / "both.mjs"
    joined.write_text(bundle.script("both.js"))
    assert node("-e", f"import({str(joined)!r}).then((it) => console.log(it.sum))") == "10"


def test_modules_of_several_folders_are_joined(static: Path, tmp_path: Path) -> None:
    for folder in ("top", "low"):
        (static / folder).mkdir()
    (static / "low" / "state.js").write_text("export const low = 1;\n")
    (static / "top" / "state.js").write_text(
        'import {\n  low,\n} from "../low/state.js";\nexport const both = low + 1;\n'
    )
    (static / "top" / "index.js").write_text(
        'import { low } from "../low/state.js";\nimport { both } from "./state.js";\n'
        "export default low + both;\n"
    )
    joined = tmp_path / "top.mjs"
    joined.write_text(bundle.script("top/index.js"))
    assert joined.read_text().count("low = 1") == 1
    assert node("-e", f"import({str(joined)!r}).then((it) => console.log(it.default))") == "3"


def test_a_module_that_two_others_need_runs_once(static: Path, tmp_path: Path) -> None:
    (static / "low.js").write_text("export const list = [];\nlist.push(list.length);\n")
    for name in ("left", "right"):
        (static / f"{name}.js").write_text(
            f'import {{ list }} from "./low.js";\nlist.push("{name}");\nexport {{}};\n'.replace(
                "export {};\n", f"export const {name} = list;\n"
            )
        )
    (static / "top.js").write_text(
        'import { left } from "./left.js";\nimport { right } from "./right.js";\n'
        "export default [left === right, ...left].join();\n"
    )
    joined = tmp_path / "top.mjs"
    joined.write_text(bundle.script("top.js"))
    told = node("-e", f"import({str(joined)!r}).then((it) => console.log(it.default))")
    assert told == "true,0,left,right"


@pytest.mark.parametrize("kind", ["function f() {}", "async function f() {}", "let f = 1;",
                                  "const f = 1;", "class f {}"])  # fmt: skip
def test_every_kind_of_export_is_given_back(static: Path, tmp_path: Path, kind: str) -> None:
    (static / "low.js").write_text(f"export {kind}\n")
    (static / "top.js").write_text('import { f } from "./low.js";\nexport const told = typeof f;\n')
    joined = tmp_path / "top.mjs"
    joined.write_text(bundle.script("top.js"))
    told = node("-e", f"import({str(joined)!r}).then((it) => console.log(it.told))")
    assert told in ("function", "number")


def test_a_module_that_is_missing_is_told(static: Path) -> None:
    (static / "top.js").write_text('import { f } from "./gone.js";\n')
    with pytest.raises(FileNotFoundError, match="gone"):
        bundle.script("top.js")


def bare(styles: str) -> str:
    """Rules alone: no remarks and no room."""
    return re.sub(r"\s+|;\s*(?=\})", "", re.sub(r"/\*.*?\*/", "", styles, flags=re.DOTALL))


def test_styles_bring_the_one_table_of_colours_for_their_own_root() -> None:
    styles = bundle.styles("explorer/explorer.css", "explainer")
    assert styles.startswith(".explainer{--ground:")
    own = (bundle.STATIC / "explorer/explorer.css").read_text(encoding="utf-8")
    assert bare(styles).endswith(bare(own[own.rindex("@import") :].partition("\n")[2]))
    assert "@import" not in styles  # a page has nowhere to import from
    assert "/*" not in styles  # each page carries them
    for name in ("prediction", "placement"):
        part = (bundle.STATIC / name / f"{name}.css").read_text(encoding="utf-8")
        assert bare(part) in bare(styles)
    assert ".explainer-quiz.dark{" in bundle.styles("quiz/quiz.css", "explainer-quiz")


def test_every_colour_that_styles_name_is_there() -> None:
    styles = bundle.styles("explorer/explorer.css", "explainer")
    named = set(re.findall(r"var\((--(?:kind|voice|family|direction)-[\w-]+)", styles))
    assert named
    assert {name for name in named if f"{name}:" not in styles} == set()


@pytest.mark.parametrize("name", MODULES)
def test_nothing_hides_what_is_imported(name: str) -> None:
    """A button called as an imported function is takes that function's place."""
    text = (bundle.STATIC / f"{name}.js").read_text(encoding="utf-8")
    imported = {
        word.strip().split(" as ")[-1]
        for words in re.findall(r"^import \{([^}]*)\}", text, re.MULTILINE)
        for word in words.split(",")
    }
    made = set(re.findall(r"(?:const|let|var|function|class) (\w+)", text))
    assert imported & made == set()
