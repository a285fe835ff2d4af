"""A debit that was announced and did not come is told once, to look and never to pay."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.reminding.left_out import left_out
from flow.reminding.remind import asked_messages, due_messages, remind_all
from flow.talks.door import dispute
from models.tables import BankStatement, Bill, Digest, Occasion
from models.verdict import Kind, State
from tests.flow.paid_bills import Line, bring, csv_file
from tests.flow.reminding.conftest import TODAY, Home
from tests.flow.reminding.test_remind import mails, run, text, told

DAY = timedelta(days=1)


def missed(home: Home, due_in: int = -9, **changes: Any) -> int:
    return home.bill(due_in, kind=Kind.TO_BE_DEBITED, **changes)


def statement(home: Home, first: int = -40, last: int = -1, *lines: Line) -> None:
    """Alice brings a statement of these days, counted from today."""
    days = (TODAY + first * DAY, TODAY + last * DAY)
    cafes = (Line("-2.00", f"CB CAFE {day:%d%m}", day) for day in days)
    bring(home.wiring, csv_file(*cafes, *lines))


def test_it_is_told_once_without_a_word_of_paying(each: Home) -> None:
    each.connect()
    missed(each)
    statement(each)
    assert told(due_messages(each.wiring, each.now)) == [
        ("Alice", "reminder", [(1, "not-debited")])
    ]
    for _ in range(4):
        run(each)
        each.later(days=3)
    (mail,) = mails(each)["alice@example.org"]
    assert "`facteur ask 1`" in text(mail)
    assert "you have to pay" not in text(mail)
    with each.session() as session:
        assert session.scalars(select(Occasion.name)).all() == ["not-debited"]


@pytest.mark.parametrize(
    ("first", "last"), [(-40, -4), (-8, -1), (-40, -20)], ids=["grace", "begins late", "too old"]
)
def test_nothing_is_said_where_no_statement_covers_the_day_and_the_days_of_grace(
    home: Home, first: int, last: int
) -> None:
    home.connect()
    missed(home)
    assert run(home) == []
    statement(home, first, last)
    assert run(home) == []


def test_a_statement_that_is_missing_in_between_proves_nothing(home: Home) -> None:
    home.connect()
    missed(home)
    statement(home, -50, -30)
    statement(home, -3, -1)
    assert run(home) == []
    statement(home, -30, -3)
    assert run(home) == ["Alice"]


def test_each_bank_account_that_is_told_of_must_cover_the_day(home: Home) -> None:
    home.connect()
    missed(home)
    statement(home)
    with home.session() as session, session.begin():
        account_of(session, "FR7630006000011234567890189")
    bring(home.wiring, csv_file(*(Line("-1.00", "CB PAIN", TODAY + n * DAY) for n in (-45, -20))))
    with home.session() as session, session.begin():
        account_of(session, "FR1420041010050500013M02606")
    assert run(home) == []


def account_of(session: Session, iban: str) -> None:
    """The last statement is of that bank account."""
    query = select(BankStatement).order_by(BankStatement.id.desc()).limit(1)
    session.scalars(query).one().bank_account = iban


def test_what_came_was_paid_disputed_or_is_not_sure_is_not_told(home: Home) -> None:
    home.connect()
    seen = Line("-90.00", "PRLV ENERGIE DU VAL", TODAY - 8 * DAY)
    missed(home)
    for number, state in enumerate((State.PAID, State.HANDED_OVER, State.CLOSED, State.STOPPED)):
        missed(home, biller=f"Fibre {number}", state=state)
    missed(home, biller="Gaz", state=State.REVIEW, confidences={"amount": 0.4, "due_on": 0.99})
    disputed = missed(home, biller="Bois")
    dispute(home.wiring, disputed, "Never ordered.", home.now)
    missed(home, biller="Charlie's", account_id=home.flat.strange)
    statement(home, -40, -1, seen)
    assert due_messages(home.wiring, home.now) == []


def test_it_needs_no_wish_for_debits_but_respects_who_wishes_no_reminders(home: Home) -> None:
    home.connect()
    missed(home)
    statement(home)
    home.wish("me", days=(), debits=False)
    assert told(due_messages(home.wiring, home.now)) == [
        ("Alice", "reminder", [(1, "not-debited")])
    ]
    home.wish("me", wanted=False)
    assert due_messages(home.wiring, home.now) == []
    home.wish("me", wanted=True, debits=True)
    (one,) = due_messages(home.wiring, home.now)
    assert [each.due.todo.value for each in one.told] == ["not_debited"], "not announced as well"


def test_a_digest_tells_it_once_and_the_one_that_is_asked_for_always(home: Home) -> None:
    home.connect()
    home.wish("me", digest=Digest.DAILY)
    missed(home)
    home.bill(20)
    statement(home)
    assert told(due_messages(home.wiring, home.now)) == [
        ("Alice", "digest", [(2, ""), (1, "not-debited")])
    ]
    remind_all(home.wiring, home.now)
    home.later(days=1)
    assert told(due_messages(home.wiring, home.now)) == [("Alice", "digest", [(2, "")])]
    (whole,) = asked_messages(home.wiring, None, ["owner"], home.now)
    assert sorted((one.due.bill, one.occasion) for one in whole.told) == [(1, ""), (2, "")]
    assert [(one.bill, one.reason) for one in left_out(home.wiring, {2}, home.now)] == [(1, "told")]


def test_another_day_that_is_announced_is_another_debit(home: Home) -> None:
    home.connect()
    number = missed(home)
    statement(home)
    run(home)
    with home.session() as session, session.begin():
        session.get_one(Bill, number).due_on = date(2026, 11, 10)
    home.later(days=1)
    assert run(home) == ["Alice"]


def test_in_french_for_who_reads_french(home: Home) -> None:
    home.connect()
    home.wish("me", lang="fr")
    missed(home)
    statement(home)
    run(home)
    (mail,) = mails(home)["alice@example.org"]
    assert "Ne payez pas vous-même" in text(mail)
