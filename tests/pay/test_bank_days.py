"""Days on which banks settle."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pay.bank_days import (
    arrives_on,
    bank_day_of,
    from_bank_day,
    holidays,
    is_bank_day,
    latest_day,
    leaves_on,
    until_bank_day,
)

days = st.dates(date(2020, 1, 1), date(2060, 12, 31))


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 11, tzinfo=UTC)


def test_the_closing_days_of_2026_and_2027_are_those_of_the_ecb() -> None:
    assert sorted(holidays(2026)) == [
        date(2026, 1, 1), date(2026, 4, 3), date(2026, 4, 6), date(2026, 5, 1),
        date(2026, 12, 25), date(2026, 12, 26),
    ]  # fmt: skip
    assert sorted(holidays(2027)) == [
        date(2027, 1, 1), date(2027, 3, 26), date(2027, 3, 29), date(2027, 5, 1),
        date(2027, 12, 25), date(2027, 12, 26),
    ]  # fmt: skip


def test_national_holidays_are_bank_days() -> None:
    assert is_bank_day(date(2026, 7, 14))
    assert is_bank_day(date(2026, 11, 11))


@given(days)
def test_there_are_never_more_than_four_days_without_a_bank_day(day: date) -> None:
    assert is_bank_day(from_bank_day(day))
    assert is_bank_day(until_bank_day(day))
    assert timedelta(0) <= from_bank_day(day) - day <= timedelta(4)
    assert timedelta(0) <= day - until_bank_day(day) <= timedelta(4)


@given(days)
def test_what_leaves_on_the_latest_day_is_in_time_and_a_day_later_is_not(due: date) -> None:
    last = latest_day(due, instant=False)
    assert arrives_on(last, noon(last), instant=False) <= due
    later = last + timedelta(1)
    assert arrives_on(later, noon(later), instant=False) > due


@given(days, days)
def test_a_transfer_leaves_and_arrives_on_bank_days_never_in_the_past(on: date, now: date) -> None:
    leaves = leaves_on(on, noon(now), instant=False)
    arrives = arrives_on(on, noon(now), instant=False)
    assert is_bank_day(leaves)
    assert is_bank_day(arrives)
    assert max(on, now) <= leaves < arrives


@given(days, days)
def test_an_instant_transfer_arrives_on_the_day_it_leaves(on: date, now: date) -> None:
    assert arrives_on(on, noon(now), instant=True) == max(on, now)
    assert latest_day(on, instant=True) == on


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 11, 20, 13, 59, tzinfo=UTC), date(2026, 11, 20)),
        (datetime(2026, 11, 20, 14, 1, tzinfo=UTC), date(2026, 11, 23)),
        (datetime(2026, 7, 10, 13, 1, tzinfo=UTC), date(2026, 7, 13)),
        (datetime(2026, 11, 22, 23, 30, tzinfo=UTC), date(2026, 11, 23)),
        (datetime(2026, 12, 24, 16, 0, tzinfo=UTC), date(2026, 12, 28)),
    ],
)
def test_after_the_cut_off_an_order_belongs_to_the_next_bank_day(
    moment: datetime, day: date
) -> None:
    assert bank_day_of(moment) == day


def test_the_evening_before_christmas_arrives_after_the_holidays() -> None:
    evening = datetime(2026, 12, 24, 17, tzinfo=UTC)
    assert arrives_on(evening.date(), evening, instant=False) == date(2026, 12, 29)
    assert latest_day(date(2026, 12, 28), instant=False) == date(2026, 12, 24)
