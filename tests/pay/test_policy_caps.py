"""Caps: "raising one takes step-up and 24 hours", a cut nothing."""

from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from models.money import Money
from pay.policy.caps import (
    DELAY,
    MEMBER_CAPS,
    NO_CAPS,
    PURCHASE_CAPS,
    CapChange,
    Caps,
    caps_in_force,
    is_raise,
    standing_at,
)
from tests.pay.orders import MONDAY_MORNING

START = MONDAY_MORNING
FIFTY, HUNDRED = Caps(Money(50_00, "EUR")), Caps(Money(100_00, "EUR"))


def test_the_product_has_its_caps_on_by_default() -> None:
    assert Caps(Money(50_00, "EUR"), Money(300_00, "EUR")) == PURCHASE_CAPS
    assert Caps(Money(500_00, "EUR"), Money(1_500_00, "EUR")) == MEMBER_CAPS


def test_a_raise_holds_after_24_hours_and_not_a_second_before() -> None:
    asked = [CapChange(HUNDRED, START)]
    assert caps_in_force(FIFTY, asked, START + DELAY - timedelta(seconds=1)) == FIFTY
    assert caps_in_force(FIFTY, asked, START + DELAY) == HUNDRED


def test_taking_a_cap_away_is_a_raise_and_setting_the_first_one_is_not() -> None:
    later = START + timedelta(hours=1)
    assert caps_in_force(FIFTY, [CapChange(NO_CAPS, START)], later) == FIFTY
    assert caps_in_force(NO_CAPS, [CapChange(FIFTY, START)], later) == FIFTY


def test_a_cut_holds_at_once_and_ends_a_raise_that_waits() -> None:
    changes = [CapChange(HUNDRED, START), CapChange(FIFTY, START + timedelta(hours=2))]
    assert caps_in_force(FIFTY, changes, START + timedelta(days=3)) == FIFTY


def test_the_cap_of_the_month_is_cut_while_that_of_a_transfer_waits() -> None:
    first = Caps(Money(50_00, "EUR"), Money(500_00, "EUR"))
    asked = Caps(Money(90_00, "EUR"), Money(400_00, "EUR"))
    now = caps_in_force(first, [CapChange(asked, START)], START)
    assert now == Caps(Money(50_00, "EUR"), Money(400_00, "EUR"))


hours = st.integers(0, 100)
asked_caps = st.lists(st.tuples(st.integers(1, 20), hours), max_size=6)


@given(asked_caps, hours)
def test_no_row_of_changes_gives_a_higher_cap_within_a_day(
    asked: list[tuple[int, int]], hour: int
) -> None:
    changes = [
        CapChange(Caps(Money(value, "EUR")), START + timedelta(hours=at)) for value, at in asked
    ]
    first, now = Caps(Money(5, "EUR")), START + timedelta(hours=hour)
    cap = caps_in_force(first, changes, now).transfer
    old_enough = [5, *(value for value, at in asked if at + 24 <= hour)]
    assert cap is not None
    assert cap.minor <= max(old_enough)


def euros(transfer: int | None, month: int | None = None) -> Caps:
    return caps_in("EUR", transfer, month)


def caps_in(currency: str, transfer: int | None, month: int | None) -> Caps:
    first, second = (None if one is None else Money(one, currency) for one in (transfer, month))
    return Caps(first, second)


def after(hour: float) -> datetime:
    return START + timedelta(hours=hour)


def walked(first: Caps, *asked: tuple[int, Caps]) -> list[tuple[int, Caps]]:
    """Each hour at which other caps hold than before, up to the fifth day."""
    changes = [CapChange(caps, after(hour)) for hour, caps in asked]
    found = [(hour, caps_in_force(first, changes, after(hour))) for hour in range(120)]
    return found[:1] + [two for one, two in pairwise(found) if one[1] != two[1]]


def test_less_than_a_raise_that_waits_leaves_its_clock_alone() -> None:
    assert walked(euros(50), (0, euros(100)), (2, euros(80))) == [(0, euros(50)), (24, euros(80))]


def test_more_than_a_raise_that_waits_waits_by_itself() -> None:
    seen = walked(euros(50), (0, euros(100)), (2, euros(200)))
    assert seen == [(0, euros(50)), (24, euros(100)), (26, euros(200))]


def test_a_cut_of_one_cap_leaves_the_clock_of_the_other_alone() -> None:
    seen = walked(euros(50, 500), (0, euros(90, 500)), (20, euros(90, 300)))
    assert seen == [(0, euros(50, 500)), (20, euros(50, 300)), (24, euros(90, 300))]


def test_both_caps_go_to_another_currency_at_one_moment() -> None:
    """Else, for a day, a cap in each of two currencies would stop every payment."""
    francs = caps_in("CHF", 40, 400)
    for first in (euros(50), euros(None, 500), euros(50, 500)):
        assert walked(first, (0, francs)) == [(0, first), (24, francs)]


def test_a_word_in_the_old_currency_ends_the_change_to_another() -> None:
    seen = walked(euros(50), (0, caps_in("CHF", 40, None)), (2, euros(30)))
    assert seen == [(0, euros(50)), (2, euros(30))]


some_caps = st.builds(
    caps_in,
    st.sampled_from(["EUR", "CHF"]),
    st.none() | st.integers(1, 9),
    st.none() | st.integers(1, 9),
)
rows_asked = st.lists(st.tuples(hours, some_caps), max_size=6)


def changes_of(rows: list[tuple[int, Caps]]) -> list[CapChange]:
    return sorted((CapChange(caps, after(hour)) for hour, caps in rows), key=lambda one: one.at)


def more(caps: Caps, asked: Caps) -> bool:
    return is_raise(caps.transfer, asked.transfer) or is_raise(caps.month, asked.month)


@given(st.integers(1, 20), asked_caps, hours)
def test_in_one_currency_the_least_that_was_asked_for_within_a_day_holds(
    first: int, asked: list[tuple[int, int]], hour: int
) -> None:
    rows = sorted(((at, value) for value, at in asked), key=lambda row: row[0])
    before = [first, *(value for at, value in rows if at + 24 <= hour)]
    recent = [value for at, value in rows if at <= hour < at + 24]
    changes = [CapChange(euros(value), after(at)) for at, value in rows]
    assert caps_in_force(euros(first), changes, after(hour)) == euros(min([before[-1], *recent]))


@given(some_caps, rows_asked, hours)
def test_two_caps_are_never_in_two_currencies_and_what_waits_is_never_what_holds(
    first: Caps, rows: list[tuple[int, Caps]], hour: int
) -> None:
    standing = standing_at(first, changes_of(rows), after(hour))
    steps = [standing.held, *(one.caps for one in standing.waits)]
    for caps in steps:
        assert len({one.currency for one in (caps.transfer, caps.month) if one}) <= 1
    assert all(more(one, two) for one, two in pairwise(steps))
    assert all(after(hour) < one.at + DELAY <= after(hour) + DELAY for one in standing.waits)


@given(some_caps, rows_asked, some_caps)
def test_what_is_no_raise_never_allows_more_than_what_holds_or_would_have_come(
    first: Caps, rows: list[tuple[int, Caps]], asked: Caps
) -> None:
    old = changes_of(rows)
    new = [*old, CapChange(asked, after(100))]
    now = standing_at(first, old, after(100))
    if now.raised_by(asked):
        return
    for hour in range(100, 126):
        was, becomes = (caps_in_force(first, some, after(hour)) for some in (old, new))
        assert not (more(was, becomes) and more(now.held, becomes))


@given(some_caps, rows_asked, some_caps)
def test_what_is_a_raise_waits_a_whole_day(
    first: Caps, rows: list[tuple[int, Caps]], asked: Caps
) -> None:
    """Whatever else was asked for before: until then nothing allows more than without it."""
    old = changes_of(rows)
    new = [*old, CapChange(asked, after(100))]
    held = standing_at(first, old, after(100)).held
    for hour in range(100, 124):
        was, becomes = (caps_in_force(first, some, after(hour)) for some in (old, new))
        assert not (more(was, becomes) and more(held, becomes))
