"""The calendar of due dates (RFC 5545, RFC 7986): stable, so that a paid bill is crossed out everywhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid5

from icalendar import Alarm, Calendar, Event

from models.errors.values import DateNaive
from models.payment_text import one_line
from models.words import Lang, mark, translate
from notify.due import Due, Todo
from notify.figures import money_in

_MOST = 2_000
_LONGEST = 200
_MORNING = time(9)
"""When alarms ring, by the clock of whoever subscribes."""
_EVERY = timedelta(hours=6)
"""How often a subscriber should look again; few listen to it."""


@dataclass(frozen=True, slots=True)
class Dated:
    """One bill of a calendar.

    day: its due date, or the day on which a transfer should leave to arrive in time. changed_at: an
    aware moment. revision: from 0, one more at each change that is shown (RFC 5545 section 3.8.7.4).
    paid: it is shown as cancelled and rings no more. underway: it was handed over, and rings no more.
    Raises DateNaive.
    """

    due: Due
    day: date
    changed_at: datetime
    revision: int = 0
    paid: bool = False
    underway: bool = False

    def __post_init__(self) -> None:
        if self.changed_at.tzinfo is None:
            raise DateNaive


@dataclass(frozen=True, slots=True)
class Feed:
    """How a calendar is written.

    house: a number of this household that never changes; the secret address is no part of it, as that
    one may be renewed. amounts: only where the person asked for them, for calendars are shown on locked
    screens and kept by others. alarm_days: before the due date; 0 is the day itself.
    """

    house: UUID
    lang: Lang
    amounts: bool = False
    alarm_days: tuple[int, ...] = (3, 0)


def calendar(bills: Iterable[Dated], feed: Feed) -> bytes:
    """The calendar as a file, the same bytes for the same bills; the latest 2,000 of them."""
    name = translate(mark("Bills to settle"), feed.lang)
    made = Calendar()
    made.add("prodid", "-//Facteur//Facteur//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    for label in ("name", "x-wr-calname"):
        made.add(label, name)
    made.add("refresh-interval", _EVERY, parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", "PT6H")
    told = sorted(bills, key=lambda one: (one.day, one.due.bill))[-_MOST:]
    for one in told:
        made.add_component(_event(one, feed))
    return bytes(made.to_ical())


def uid_of(house: UUID, bill: int) -> str:
    """The same for the same bill of the same household, whenever it is written (RFC 7986 5.3)."""
    return str(uuid5(house, f"bill {bill}"))


def _event(one: Dated, feed: Feed) -> Event:
    event = Event()
    event.add("uid", uid_of(feed.house, one.due.bill))
    event.add("dtstamp", one.changed_at.astimezone(UTC))
    event.add("last-modified", one.changed_at.astimezone(UTC))
    event.add("sequence", one.revision)
    event.add("dtstart", one.day)
    event.add("dtend", one.day + timedelta(days=1))
    event.add("summary", _summary(one, feed))
    event.add("status", "CANCELLED" if one.paid else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    if not one.paid and not one.underway and one.due.is_to_pay:
        for days in sorted(set(feed.alarm_days), reverse=True):
            event.add_component(_alarm(days, _summary(one, feed)))
    return event


def _alarm(days: int, summary: str) -> Alarm:
    """Rings in the morning, `days` before the day, which begins at midnight."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", timedelta(hours=_MORNING.hour) - timedelta(days=days))
    return alarm


def _summary(one: Dated, feed: Feed) -> str:
    text = translate(_sentence(one), feed.lang, biller=one.due.biller)
    if feed.amounts:
        text = f"{text} ({money_in(feed.lang, one.due.mine)})"
    return one_line(text, _LONGEST)


def _sentence(one: Dated) -> str:
    if one.paid:
        return mark("{biller}: paid")
    if one.underway:
        return mark("{biller}: handed over, not seen yet")
    if one.due.todo is Todo.DEBITED:
        return mark("{biller}: will be debited")
    if one.due.todo is Todo.PAY_BACK:
        return mark("{biller}: your share to give back")
    return mark("{biller}: to settle")
