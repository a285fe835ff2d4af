"""The calendar: stable, crossed out when paid, silent about amounts unless asked."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import icalendar
import pytest
from hypothesis import given, settings

from models.errors.values import DateNaive
from notify.calendar import Dated, Feed, calendar, uid_of
from notify.due import Todo
from tests.notify.dues import due
from tests.notify.test_compose import strange

FEED = Feed(UUID(int=5), "en")
AT = datetime(2026, 11, 20, 7, 0, tzinfo=UTC)
OPEN = Dated(due(), date(2026, 12, 3), AT)


def events(*bills: Dated, feed: Feed = FEED) -> list[icalendar.Component]:
    return list(icalendar.Calendar.from_ical(calendar(bills, feed)).walk("VEVENT"))


def test_a_bill_is_a_whole_day_that_rings_three_days_before_and_in_the_morning() -> None:
    (event,) = events(OPEN)
    assert event.decoded("dtstart") == date(2026, 12, 3)
    assert event.decoded("dtend") == date(2026, 12, 4)
    assert event["summary"] == "Eaux du Vallon: your share to give back"
    alarms = [alarm.decoded("trigger") for alarm in event.walk("VALARM")]
    assert alarms == [timedelta(days=-3, hours=9), timedelta(hours=9)]
    assert event["status"] == "CONFIRMED"


def test_a_paid_bill_keeps_its_number_is_cancelled_and_rings_no_more() -> None:
    (before,) = events(OPEN)
    (after,) = events(replace(OPEN, paid=True, revision=1, changed_at=AT + timedelta(hours=1)))
    assert after["uid"] == before["uid"] == uid_of(FEED.house, 7)
    assert (before["sequence"], after["sequence"]) == (0, 1)
    assert after["status"] == "CANCELLED"
    assert after["summary"] == "Eaux du Vallon: paid"
    assert after.walk("VALARM") == []


def test_another_household_has_other_numbers() -> None:
    assert uid_of(UUID(int=5), 7) != uid_of(UUID(int=6), 7) != uid_of(UUID(int=6), 8)


def test_what_is_debited_rings_nobody() -> None:
    (event,) = events(replace(OPEN, due=due(todo=Todo.DEBITED)))
    assert event["summary"] == "Eaux du Vallon: will be debited"
    assert event.walk("VALARM") == []


def test_amounts_are_told_only_when_asked_for() -> None:
    assert b"28" not in calendar([OPEN], FEED)
    (event,) = events(OPEN, feed=replace(FEED, amounts=True))
    assert event["summary"] == "Eaux du Vallon: your share to give back (€28.07)"


def test_the_same_bills_make_the_same_bytes_in_any_order() -> None:
    other = replace(OPEN, due=due(8), day=date(2026, 12, 1))
    assert calendar([OPEN, other], FEED) == calendar([other, OPEN], FEED)


@given(biller=strange)
@settings(max_examples=80, deadline=None)
def test_hostile_names_add_no_line(biller: str) -> None:
    made = calendar([replace(OPEN, due=due(biller="A" + biller))], FEED)
    (event,) = icalendar.Calendar.from_ical(made).walk("VEVENT")
    (honest,) = events(OPEN)
    assert list(event) == list(honest)
    assert len(event.walk("VALARM")) == 2
    assert str(event["summary"]).endswith(": your share to give back")
    unfolded = made.replace(b"\r\n ", b"")
    assert len(unfolded.split(b"\r\n")) == len(
        calendar([OPEN], FEED).replace(b"\r\n ", b"").split(b"\r\n")
    )
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))


def test_a_moment_without_zone_is_refused() -> None:
    with pytest.raises(DateNaive):
        replace(OPEN, changed_at=datetime(2026, 11, 20))  # noqa: DTZ001


def test_what_was_handed_over_says_so_and_rings_no_more() -> None:
    (event,) = events(replace(OPEN, underway=True))
    assert event["summary"] == "Eaux du Vallon: handed over, not seen yet"
    assert (event["status"], list(event.walk("VALARM"))) == ("CONFIRMED", [])
