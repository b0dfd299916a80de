"""The house as its page shows it: drawn from the code, and never older than it."""

from pathlib import Path

from explainer.curation import architecture

ROOT = Path(__file__).parents[2]


def test_the_page_is_what_the_code_says_today() -> None:
    written = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert written == architecture.as_markdown(ROOT), "run `python -m explainer architecture`"


def test_every_room_stands_on_a_floor_and_every_module_tells_itself() -> None:
    page = architecture.as_markdown(ROOT)
    rooms = {room for floor in architecture.floors(ROOT) for room in floor}
    package = ROOT / "src" / "explainer"
    assert {path.parent.name for path in package.glob("*/__init__.py")} <= rooms
    assert "`: \n" not in page


def test_six_floors_carry_rooms() -> None:
    package = ROOT / "src" / "explainer"
    assert (
        sum(any((package / room).is_dir() for room in floor) for floor in architecture.floors(ROOT))
        == 6
    )
