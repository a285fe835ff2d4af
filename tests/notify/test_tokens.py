"""Tokens: nobody makes one but us, and each is about one bill and one member, for a while."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors.sending import ReplyTokenRefused
from notify.feed_address import hash_of, new_feed_address, opens
from notify.reply_token import Answerable, address_with, read_token, reply_token, token_in

KEY, OTHER = b"k" * 32, b"o" * 32
TODAY = date(2026, 11, 23)
ABOUT = Answerable(7, 2, TODAY)

abouts = st.builds(
    Answerable,
    bill=st.integers(0, 2**32 - 1),
    member=st.integers(0, 2**24 - 1),
    last_day=st.dates(TODAY, date(2199, 1, 1)),
)


@given(about=abouts)
def test_a_token_says_what_it_is_about_also_in_capitals_or_after_a_new_key(
    about: Answerable,
) -> None:
    token = reply_token(about, KEY)
    assert read_token(token, [KEY], TODAY) == about
    assert read_token(token.upper(), [OTHER, KEY], TODAY) == about
    address = address_with(token, "alice@example.org")
    assert token_in(address) == token
    assert len(address.partition("@")[0]) <= 64


@given(
    about=abouts,
    place=st.integers(0, 39),
    letter=st.sampled_from("abcdefghijklmnopqrstuvwxyz234567"),
)
def test_one_changed_letter_makes_it_worthless(about: Answerable, place: int, letter: str) -> None:
    token = reply_token(about, KEY)
    changed = token[:place] + letter + token[place + 1 :]
    if changed != token:
        with pytest.raises(ReplyTokenRefused):
            read_token(changed, [KEY], TODAY)


@given(st.text(max_size=60))
def test_what_is_no_token_is_refused(text: str) -> None:
    with pytest.raises(ReplyTokenRefused):
        read_token(text, [KEY], TODAY)


def test_it_is_taken_on_its_last_day_and_not_after() -> None:
    token = reply_token(ABOUT, KEY)
    assert read_token(token, [KEY], TODAY) == ABOUT
    with pytest.raises(ReplyTokenRefused, match="expired"):
        read_token(token, [KEY], TODAY + timedelta(days=1))


def test_another_households_key_opens_nothing() -> None:
    for keys in ([OTHER], []):
        with pytest.raises(ReplyTokenRefused, match="not one of ours"):
            read_token(reply_token(ABOUT, KEY), keys, TODAY)


@pytest.mark.parametrize(
    "about",
    [
        Answerable(2**32, 1, TODAY),
        Answerable(1, 2**24, TODAY),
        Answerable(1, -1, TODAY),
        Answerable(1, 1, date(2019, 1, 1)),
    ],
)
def test_what_does_not_fit_is_not_cut(about: Answerable) -> None:
    with pytest.raises(ReplyTokenRefused):
        reply_token(about, KEY)


def test_a_short_key_signs_nothing() -> None:
    with pytest.raises(ReplyTokenRefused):
        reply_token(ABOUT, b"short")


def test_an_address_without_room_gets_no_token() -> None:
    assert address_with(reply_token(ABOUT, KEY), f"{'a' * 30}@example.org") == ""


def test_a_feed_opens_with_its_secret_alone_and_the_secret_is_not_kept() -> None:
    made, other = new_feed_address(), new_feed_address()
    assert made.kept == hash_of(made.secret) != other.kept
    assert opens(made.secret, made.kept)
    assert not opens(other.secret, made.kept)
    assert not opens("", made.kept)
    assert not opens(made.secret + "x" * 200, made.kept)
    assert not opens("\ud800", made.kept)
    assert made.secret not in repr(made)
    assert len(made.secret) >= 32
