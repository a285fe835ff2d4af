"""Days on which banks settle, and whether money sent now arrives in time.

T2 (formerly TARGET2) is closed on Saturdays, Sundays, 1 January, Good Friday, Easter Monday, 1 May,
25 and 26 December (ECB, calendar in force since 2002). A SEPA transfer arrives one bank day after the
bank took the order (Directive 2015/2366, article 83); an instant one within seconds, on every day.
"""

from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from dateutil.easter import easter

_CENTRAL_EUROPE = ZoneInfo("Europe/Paris")
CUT_OFF = time(15, 0)
"""Central European time, by assumption: each bank has its own hour, which no list tells."""
_ONE = timedelta(days=1)
_FRIDAY = 4


@cache
def holidays(year: int) -> frozenset[date]:
    """The days of `year` other than week-ends on which T2 is closed."""
    sunday = easter(year)
    moving = (sunday - 2 * _ONE, sunday + _ONE)
    fixed = (date(year, 1, 1), date(year, 5, 1), date(year, 12, 25), date(year, 12, 26))
    return frozenset((*moving, *fixed))


def is_bank_day(day: date) -> bool:
    """True when transfers other than instant ones settle on `day`."""
    return day.weekday() <= _FRIDAY and day not in holidays(day.year)


def from_bank_day(day: date) -> date:
    """`day`, or the first bank day after it."""
    while not is_bank_day(day):
        day += _ONE
    return day


def until_bank_day(day: date) -> date:
    """`day`, or the last bank day before it."""
    while not is_bank_day(day):
        day -= _ONE
    return day


def bank_day_of(moment: datetime) -> date:
    """The bank day to which an order given at an aware `moment` belongs: the next after the cut-off."""
    here = moment.astimezone(_CENTRAL_EUROPE)
    late = here.timetz().replace(tzinfo=None) > CUT_OFF
    return from_bank_day(here.date() + _ONE * late)


def today(moment: datetime) -> date:
    """The calendar day of an aware `moment` where the banks are."""
    return moment.astimezone(_CENTRAL_EUROPE).date()


def leaves_on(day: date, now: datetime, *, instant: bool) -> date:
    """The day on which an order for `day`, given `now`, is executed."""
    if instant:
        return max(day, today(now))
    return max(from_bank_day(day), bank_day_of(now))


def arrives_on(day: date, now: datetime, *, instant: bool) -> date:
    """The day on which the payee has the money of an order for `day` that is given `now`."""
    leaves = leaves_on(day, now, instant=instant)
    return leaves if instant else from_bank_day(leaves + _ONE)


def latest_day(due_on: date, *, instant: bool) -> date:
    """The last day on which to send, before the cut-off, so that the money is there on `due_on`."""
    return due_on if instant else until_bank_day(until_bank_day(due_on) - _ONE)
