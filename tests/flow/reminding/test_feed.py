"""The calendar behind its secret address: one person's days, stable, and closed when it was renewed."""

from datetime import timedelta

import icalendar
import pytest
from sqlalchemy import select

from flow.feed import calendar_of, close_address, feed_for, feed_row, new_address
from models.tables import CalendarFeed, JournalLine
from models.verdict import State
from tests.flow.reminding.conftest import Home


def opened(home: Home, name: str = "me", *, amounts: bool = False) -> str:
    with home.session() as session, session.begin():
        return new_address(session, home.person(name), home.now, amounts=amounts)


def shown(home: Home, secret: str) -> bytes | None:
    with home.session() as session:
        return feed_for(session, secret, home.now)


def events(data: bytes | None) -> dict[str, str]:
    assert data is not None
    found = icalendar.Calendar.from_ical(data).walk("VEVENT")
    return {str(event["summary"]): str(event["status"]) for event in found}


def test_the_secret_opens_the_calendar_and_only_its_hash_is_kept(each: Home) -> None:
    each.bill()
    each.bill(due_in=None)
    secret = opened(each)
    assert events(shown(each, secret)) == {"Énergie du Val: to settle": "CONFIRMED"}
    with each.session() as session:
        kept = session.scalars(select(CalendarFeed.secret_sha256)).one()
        assert secret not in str(kept)
        assert not [line for line in session.scalars(select(JournalLine)) if secret in line.detail]


@pytest.mark.parametrize("secret", ["", "x", "a" * 200, "é", "\x00", "../..", "\ud800"])
def test_what_is_no_secret_opens_nothing(home: Home, secret: str) -> None:
    opened(home)
    assert shown(home, secret) is None


def test_a_new_address_closes_the_old_one_and_doubles_no_event(each: Home) -> None:
    each.bill()
    first = opened(each)
    before = shown(each, first)
    second = opened(each)
    assert shown(each, first) is None
    assert shown(each, second) == before
    with each.session() as session, session.begin():
        close_address(session, each.person("me"), each.now)
    assert shown(each, second) is None
    with each.session() as session:
        assert feed_row(session, each.person("me")).open is False


def test_each_sees_their_own_days_and_no_amount_unless_they_asked(home: Home) -> None:
    number = home.bill()
    home.flat.split(number)
    home.bill(account_id=home.flat.strange, biller="Secret Shop")
    for name, amount in (("me", "€45.00"), ("bob", "€45.00")):
        plain = shown(home, opened(home, name))
        assert plain is not None
        assert amount.encode() not in plain
        assert b"Secret Shop" not in plain
        told = shown(home, opened(home, name, amounts=True))
        assert told is not None
        assert amount in told.decode().replace("\r\n ", "")


def test_what_is_settled_is_crossed_out_and_leaves_after_a_while(home: Home) -> None:
    for state in (State.OPEN, State.PAID, State.HANDED_OVER, State.STOPPED):
        home.bill(state=state, biller=state.value)
    secret = opened(home)
    assert events(shown(home, secret)) == {
        "open: to settle": "CONFIRMED", "paid: paid": "CANCELLED",
        "handed_over: handed over, not seen yet": "CONFIRMED",
    }  # fmt: skip
    home.now += timedelta(days=120)
    assert events(shown(home, secret)) == {"open: to settle": "CONFIRMED"}


def test_a_bill_that_a_member_advanced_stays_until_it_is_seen(each: Home) -> None:
    number = each.bill()
    secret = opened(each)
    each.flat.split(number)
    each.flat.paid(number, "Alice")
    assert events(shown(each, secret)) == {
        "Énergie du Val: handed over, not seen yet": "CONFIRMED",
    }
    each.flat.paid(number, "Bob")
    share = {"Énergie du Val: your share to give back": "CONFIRMED"}
    assert events(shown(each, secret)) == share
    assert events(shown(each, opened(each, "bob"))) == {}
    each.flat.paid(number)
    assert events(shown(each, secret)) == {"Énergie du Val: to settle": "CONFIRMED"}


def test_a_change_counts_up_so_that_subscribers_take_it(home: Home) -> None:
    number = home.bill()
    secret = opened(home)

    def revision() -> int:
        (event,) = icalendar.Calendar.from_ical(shown(home, secret) or b"").walk("VEVENT")
        return int(str(event["sequence"]))

    before = revision()
    home.flat.split(number)
    assert revision() > before


def test_the_file_is_the_calendar(home: Home) -> None:
    home.bill()
    secret = opened(home)
    with home.session() as session, session.begin():
        file = calendar_of(session, home.person("me"), home.now)
    assert file == shown(home, secret)
    home.wish("me", days=(10, 1))
    with home.session() as session, session.begin():
        alarms = calendar_of(session, home.person("me"), home.now).count(b"BEGIN:VALARM")
    assert alarms == 2
