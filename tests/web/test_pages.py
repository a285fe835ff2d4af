"""Names on pages: one line, nothing hidden, and never nobody."""

import pytest

from web.pages import shown_name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Bob", "Bob"),
        ("Bob\n Martin\u202e", "Bob Martin"),
        ("🦄🦄", "🦄🦄"),
        ("\u202e🦄\n\x07", "🦄"),
        ("מרים", "\u2068מרים\u2069"),
        ("", ""),
    ],
)
def test_a_name_is_shown_on_one_line_and_turns_no_words_around_it(name: str, shown: str) -> None:
    assert shown_name(name) == shown
