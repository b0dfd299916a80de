"""What is shown, as words, as a code, and back; and what is said of codes that cannot be shown."""

from typing import Any
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

import explainer as ex
from copies import real
from explainer.view import payload
from explainer.view.state import (
    FIELDS,
    FILTERS,
    LENSES,
    LIMITS,
    MESSAGES,
    PANELS,
    Choices,
    State,
    check_beside,
    check_word,
    checked,
    nearest,
    read,
)
from states import BAD_CODES, old_code, some, spoilt

REAL = payload.choices(real())


@pytest.fixture(scope="module")
def choices(small: ex.System) -> Choices:
    return payload.choices(small)


# Code and state


def test_the_overview_has_an_empty_code() -> None:
    assert State().code == ""
    assert read("", REAL) == (State(), [])


def test_a_code_holds_only_what_differs_from_the_overview() -> None:
    state = State(focus="kappa", also=("mood", "pain"), evidence="human imaging", panel="table")
    assert state.code == "focus=kappa&also=mood,pain&evidence=human+imaging&panel=table"


def test_the_parts_of_a_state_are_the_lists_and_no_other() -> None:
    assert set(REAL) == set(FIELDS) - {"also"}
    assert tuple(REAL["lens"]) == LENSES
    assert tuple(REAL["panel"]) == PANELS
    assert set(FILTERS) == set(FIELDS) - {"lens", "focus", "also", "panel", "row", "view"}


def test_filters_are_those_that_are_set() -> None:
    state = State(focus="mu", domain="mood", origin="synthetic")
    assert state.filters == {"domain": "mood", "origin": "synthetic"}


@pytest.mark.parametrize("name", REAL)
def test_every_word_of_every_part_can_be_written_and_read(name: str) -> None:
    for word in REAL[name]:
        words: dict[str, Any] = {name: word}
        state = State(**words)
        assert read(state.code, REAL) == (state, []), word


states = st.builds(
    State,
    **{name: st.sampled_from(list(REAL[name])) for name in FIELDS if name not in ("also", "focus")},
    focus=st.sampled_from([node for node in REAL["focus"] if node]),
    also=st.lists(
        st.sampled_from([n for n in REAL["focus"] if n]), max_size=2, unique=True
    ).map(tuple),
).filter(lambda state: state.focus not in state.also)  # fmt: skip


@given(states)
def test_a_state_is_read_back_from_its_code(state: State) -> None:
    assert read(state.code, REAL) == (state, [])


@given(states)
def test_a_state_is_read_back_from_an_address(state: State) -> None:
    address = f"https://example.org/page.html#explorer:{state.code}"
    assert read(address, REAL) == (state, [])


@given(states)
def test_a_code_of_an_earlier_version_opens_the_same_view(state: State) -> None:
    assert read(old_code(state), REAL) == (state, [])


@given(states)
def test_a_code_reads_as_any_address_does(state: State) -> None:
    """Whatever reads queries reads codes: here the standard library, by another function."""
    words = {name: getattr(state, name) for name in FIELDS if getattr(state, name)}
    told = {name: [",".join(v) if isinstance(v, tuple) else v] for name, v in words.items()}
    assert {"lens": ["both"], "panel": ["card"]} | parse_qs(state.code) == (
        {"lens": ["both"], "panel": ["card"]} | told
    )


@given(states)
def test_a_code_is_one_short_word(state: State) -> None:
    assert not set(state.code) & set(" #%;?\n\"'<>")
    assert len(state.code) < 400


@given(st.text(max_size=200))
def test_any_text_is_read_as_a_view_that_can_be_shown(text: str) -> None:
    state, messages = read(text, REAL)
    assert checked(state, REAL) is state
    assert all(message.endswith(".") for message in messages)


def test_any_spoilt_code_is_read_as_a_view_that_can_be_shown() -> None:
    for code in [*BAD_CODES, *spoilt(REAL, 500)]:
        state, messages = read(code, REAL)
        assert checked(state, REAL) is state, code
        assert read(state.code, REAL) == (state, []), code
        assert all(message.endswith(".") for message in messages), code


# Codes that cannot be shown as they are


@pytest.mark.parametrize(
    ("code", "nearest_view", "messages"),
    [
        ("focus", "", ["“focus” is not of the form name=word; it is left out."]),
        ("focus=", "", ["“focus” is not of the form name=word; it is left out."]),
        ("zoom=2", "", ["“zoom” is not a part of a view; it is left out."]),
        ("=kappa", "", ["“” is not a part of a view; it is left out."]),
        (
            "focus=kapa&panel=table", "focus=kappa&panel=table",
            ["There is no focus “kapa”; the nearest, “kappa”, is shown."],
        ),
        (
            "focus=KAPPA", "focus=kappa",
            ["There is no focus “KAPPA”; the nearest, “kappa”, is shown."],
        ),
        ("focus=xyzzy", "", ["There is no focus “xyzzy”; it is left out."]),
        ("domain=mood&focus=xyzzy", "domain=mood", ["There is no focus “xyzzy”; it is left out."]),
        (
            "origin=opium+alkalod", "origin=opium+alkaloid",
            ["There is no origin “opium alkalod”; the nearest, “opium alkaloid”, is shown."],
        ),
        ("also=mood", "", ["Nothing can stand beside a focus that is not there; it is left out."]),
        (
            "focus=xyzzy&also=mood", "",
            ["There is no focus “xyzzy”; it is left out.",
             "Nothing can stand beside a focus that is not there; it is left out."],
        ),
        (
            "focus=mu&also=mood,pain,kappa", "focus=mu&also=mood,pain",
            ["At most 2 things stand beside the focus; the rest is left out."],
        ),
        ("also=mood&focus=mu", "focus=mu&also=mood", []),
        ("focus=mu&also=mu,mood", "focus=mu&also=mood", []),
        ("focus=mu&also=mood,mood", "focus=mu&also=mood", []),
        ("focus=mu&focus=kappa", "focus=kappa", []),
        ("focus=mu,kappa", "focus=mu", []),
        (" focus=mu ; domain=mood ;; ", "focus=mu&domain=mood", []),
        ("lens=both&panel=card", "", []),
        ("#explorer:focus=mu", "focus=mu", []),
        ("##focus=mu", "focus=mu", []),
        ("https://a.org/#explorer:focus=mu", "focus=mu", []),
        ("https://a.org/explorer:1#explorer:focus=mu", "focus=mu", []),
        (
            "focus=κ", "",
            ["There is no focus “κ”; it is left out."],
        ),
        (
            "focus=mü", "focus=mu",
            ["There is no focus “mü”; the nearest, “mu”, is shown."],
        ),
        ("focus={word}", "", ["There is no focus “{word}”; it is left out."]),
        ("{part}=1", "", ["“{part}” is not a part of a view; it is left out."]),
    ],
)  # fmt: skip
def test_a_bad_code_gives_a_message_and_the_nearest_view(
    choices: Choices, code: str, nearest_view: str, messages: list[str]
) -> None:
    state, told = read(code, choices)
    assert (state.code, told) == (nearest_view, messages)


def test_an_old_code_without_new_parts_still_shows_what_it_can() -> None:
    state, messages = read("lens=both&focus=kappa&domain=mood&origin=2", REAL)
    assert state == State(focus="kappa", domain="mood")
    assert messages == ["There is no origin “2”; it is left out."]


def test_a_very_long_code_is_read_at_once() -> None:
    """Whatever it is made of, little of it is read, and less of it is repeated."""
    for code in (
        "focus=" + "k" * 100_000, "x" * 100_000, "focus=kapa;" * 20_000, "a;" * 50_000,
        "also=" + "moood," * 20_000, " " * 100_000, "\u2067" * 100_000, "😀=" * 50_000,
    ):  # fmt: skip
        _, messages = read(code, REAL)
        assert MESSAGES["long"].format(most=1_000) in messages
        assert len(messages) <= 7
        assert len(" ".join(messages)) < 600


def test_of_a_code_that_cannot_be_read_only_its_first_faults_are_told() -> None:
    state, messages = read("a;b;c;d;e;f;focus=kappa", REAL)
    assert state == State()
    assert messages[-1] == "Much of this code cannot be read; the rest of it is left out."
    assert len(messages) == 6


def test_a_code_of_every_part_is_shorter_than_what_is_read() -> None:
    words = {name: max(REAL[name], key=len) for name in FIELDS if name != "also"}
    longest = "a" * 60  # letters of the longest id
    full = State(**words | {"focus": longest, "also": (longest, longest)})
    assert len(full.code) < LIMITS["code"]


@pytest.mark.parametrize("blank", ["\x1c", "\x1f", "\x85", "\ufeff", "\xa0", "\u2003"])
def test_what_only_one_language_takes_for_a_blank_is_a_letter(blank: str) -> None:
    state, messages = read(f"{blank}focus=kappa", REAL)
    assert (state, messages) == (
        State(), [f"“{blank}focus” is not a part of a view; it is left out."]
    )  # fmt: skip


def test_words_of_a_code_stand_apart_from_the_message_around_them() -> None:
    _, messages = read("focus=\u202eمورفين", REAL)
    assert messages == ["There is no focus “\u2068\u202eمورفين\u2069”; it is left out."]


# The nearest word


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("kapp", "kappa"),
        ("kappaa", "kappa"),
        ("Kappa", "kappa"),
        ("kaba", ""),
        ("mo", "mu"),
        ("m", "mu"),
        ("morfine", "morphine"),
        ("", ""),
    ],
)
def test_the_nearest_word_is_at_most_a_third_away(word: str, near: str) -> None:
    assert nearest(word, ["", "mu", "kappa", "morphine"]) == near


def test_of_two_words_as_near_the_first_is_taken() -> None:
    assert nearest("mood", ["moot", "moos"]) == "moot"


# Words that code in Python may not use


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            {"focus": "kapa"},
            "focus='kapa' is not something this system shows (did you mean 'kappa'?)",
        ),
        (
            {"focus": "mu", "also": ("mood", "panic")},
            "also='panic' is not something this system shows (did you mean 'pain'?)",
        ),
        (
            {"lens": "xyzzy"},
            ("lens='xyzzy' is not something this system shows;"
             " use one of: both, article, pharmacology"),
        ),
        (
            {"receptor": "xyzzy"},
            "receptor='xyzzy' is not something this system shows; use one of: mu, kappa",
        ),
        ({"also": ("mood",)}, "also=('mood',): one or two nodes beside a focus, no more"),
        (
            {"focus": "mu", "also": ("mood", "pain", "kappa")},
            "also=('mood', 'pain', 'kappa'): one or two nodes beside a focus, no more",
        ),
    ],
)  # fmt: skip
def test_a_state_that_cannot_be_shown_is_refused(
    choices: Choices, words: dict[str, Any], told: str
) -> None:
    with pytest.raises(ValueError, match=r"this system shows|beside a focus") as error:
        checked(State(**words), choices)
    assert str(error.value) == told


def test_a_state_that_can_be_shown_is_given_back(choices: Choices) -> None:
    for state in some(choices, 50):
        assert checked(state, choices) is state


def test_words_are_checked_one_by_one_too(choices: Choices) -> None:
    check_word("focus", "mu", choices)
    check_word("also", "mood", choices)
    check_beside(["mood", "pain"], choices)
    with pytest.raises(ValueError, match=r"panel='tabel' .*did you mean 'table'"):
        check_word("panel", "tabel", choices)
    with pytest.raises(ValueError, match=r"also='moood' .*did you mean 'mood'"):
        check_beside(["pain", "moood"], choices)
