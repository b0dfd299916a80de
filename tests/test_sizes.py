"""No module and no function is so large that one loses the way in it."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "src").rglob("*.py")) + sorted((ROOT / "jupyter").rglob("*.py"))
SCRIPTS = sorted((ROOT / "src").rglob("*.js"))
MOST_LINES, MOST_OF_A_FUNCTION = 300, 40


def functions(text: str) -> dict[str, int]:
    """How many lines each function has, from its name to its end, docstring and all."""
    return {
        f"{node.lineno}: {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_modules_and_functions_are_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MOST_LINES
    assert {name for name, lines in functions(text).items() if lines > MOST_OF_A_FUNCTION} == set()


def test_scripts_for_the_browser_are_small() -> None:
    lines = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in SCRIPTS}
    assert {name: number for name, number in lines.items() if number > MOST_LINES} == {}
    assert len(SCRIPTS) > 50


def test_lines_of_a_function_are_counted_with_its_docstring() -> None:
    text = 'class Few:\n    def three(self):\n        """Say it."""\n        return 3\n'
    assert functions(text) == {"2: three": 3}
    assert len(MODULES) > 100
