"""Largest remainder on whole numbers, and whose turn the odd cent is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors.shares import PartsAllZero
from pay.shares.apportion import apportion, turn_of


def test_the_odd_cent_goes_to_the_largest_remainder() -> None:
    assert apportion(100, [1, 1, 4]) == [17, 17, 66]


def test_equal_remainders_take_turns() -> None:
    assert [apportion(10, [1, 1, 1], turn) for turn in range(4)] == [
        [4, 3, 3],
        [3, 4, 3],
        [3, 3, 4],
        [4, 3, 3],
    ]


def test_two_odd_cents_go_round_among_three() -> None:
    sums = [
        sum(column) for column in zip(*(apportion(11, [1, 1, 1], t) for t in range(3)), strict=True)
    ]
    assert sums == [11, 11, 11]


def test_only_those_who_are_equal_take_turns() -> None:
    assert {tuple(apportion(3, [1, 0, 1], turn)) for turn in range(7)} == {(2, 0, 1), (1, 0, 2)}


def test_a_credit_note_of_the_same_turn_gives_back_the_same_cents() -> None:
    for turn in range(5):
        given = apportion(-1000, [3, 2, 2], turn)
        assert given == [-part for part in apportion(1000, [3, 2, 2], turn)]


@given(
    size=st.integers(-10_000, 10_000), pair=st.tuples(*[st.integers(0, 99)] * 2), turn=st.integers()
)
@settings(deadline=None)
def test_two_are_cut_as_two_among_others_who_bear_nothing(
    size: int, pair: tuple[int, int], turn: int
) -> None:
    if any(pair):
        assert [*apportion(size, pair, turn), 0] == apportion(size, [*pair, 0], turn)


def test_nothing_to_share_needs_nobody() -> None:
    assert apportion(0, [0, 0]) == [0, 0]
    assert apportion(0, []) == []


def test_something_to_share_needs_somebody() -> None:
    for weights in ([], [0, 0]):
        with pytest.raises(PartsAllZero):
            apportion(1, weights)


def test_over_three_hundred_bills_each_of_three_pays_the_same() -> None:
    turns = [turn_of(biller=7, position=position) for position in range(300)]
    columns = zip(*(apportion(1000, [1, 1, 1], turn) for turn in turns), strict=True)
    assert [sum(column) for column in columns] == [100_000] * 3


def test_first_bills_of_different_billers_start_at_different_people() -> None:
    first = {tuple(apportion(10, [1, 1, 1], turn_of(biller, 0))) for biller in range(3)}
    assert len(first) == 3
