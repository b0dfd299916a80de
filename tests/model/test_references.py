"""A reference says which source, and where in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.model.schema.references import SourceReference, parse_reference

keys = st.from_regex(r"[a-z][a-z0-9_]{0,20}", fullmatch=True)
places = st.text(st.characters(exclude_characters="[];\n"), max_size=30)


@given(key=keys, place=places)
def test_what_is_written_is_read_back(key: str, place: str) -> None:
    reference = SourceReference(key, place)
    assert parse_reference(str(reference)) == reference


def test_a_place_stands_in_brackets() -> None:
    assert parse_reference("volpe2011[Table 2]") == SourceReference("volpe2011", "Table 2")
    assert str(SourceReference("volpe2011", "Table 2")) == "volpe2011[Table 2]"


def test_a_place_may_be_left_out() -> None:
    assert parse_reference("volpe2011") == SourceReference("volpe2011")
    assert str(SourceReference("volpe2011")) == "volpe2011"


def test_spaces_around_a_reference_do_not_count() -> None:
    assert parse_reference("  volpe2011[p. 3] ") == SourceReference("volpe2011", "p. 3")


def test_a_reference_is_left_as_it_is() -> None:
    reference = SourceReference("volpe2011")
    assert parse_reference(reference) is reference


@pytest.mark.parametrize(
    "text",
    ["", "Volpe2011", "2011volpe", "volpe 2011", "a[", "a]", "a[]", "a[b]c", "a[b][c]", None, 7],
)
def test_anything_else_is_answered_with_the_form(text: object) -> None:
    with pytest.raises(ValueError, match="is not a reference") as error:
        parse_reference(text)
    form = "write it as 'key' or 'key[place in the source]'"
    assert str(error.value) == f"{text!r} is not a reference; {form}"
