"""Of each bill that waits and is not told, one reason; of what merely waits for its day, none."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from flow.household.consent import dispute
from flow.reminding.left_out import REASONS, left_out
from flow.reminding.reasons import why_not
from flow.talks.dispute import dispute_bill
from models.errors.reminding import MailOutMissing, NoAddress
from models.tables import Bill
from models.verdict import Kind, State
from tests.flow.reminding.conftest import Home


def reasons(home: Home, *told: int) -> dict[int, str]:
    return {one.bill: one.reason for one in left_out(home.wiring, told, home.now)}


def change(home: Home, number: int, **values: object) -> int:
    with home.session() as session, session.begin():
        bill = session.get_one(Bill, number)
        for name, value in values.items():
            setattr(bill, name, value)
    return number


def disputed(home: Home) -> int:
    number = home.bill()
    with home.session() as session, session.begin():
        dispute_bill(session, number, "Already paid.", home.now)
    return number


MADE: dict[str, Callable[[Home], int]] = {
    "to_review": lambda home: change(home, home.bill(), state=State.REVIEW, confidences={}),
    "stopped": lambda home: change(home, home.bill(), state=State.STOPPED),
    "disputed": disputed,
    "no_amount": lambda home: change(home, home.bill(amount=None), kind=Kind.ON_PORTAL),
    "no_due_date": lambda home: home.bill(due_in=None),
    "debited": lambda home: home.bill(kind=Kind.TO_BE_DEBITED),
    "late_for_long": lambda home: home.bill(due_in=-30),
}


@pytest.mark.parametrize("reason", MADE)
def test_each_bill_that_is_not_told_has_its_reason(each: Home, reason: str) -> None:
    each.connect()
    number = MADE[reason](each)
    assert reasons(each) == {number: reason}
    assert reasons(each, number) == {}


def test_what_is_told_or_to_come_or_settled_needs_no_reason(home: Home) -> None:
    home.connect()
    home.bill(due_in=30)
    home.bill(due_in=20, kind=Kind.TO_BE_DEBITED)
    home.bill(due_in=-90)
    change(home, home.bill(), state=State.PAID)
    change(home, home.bill(), state=State.HANDED_OVER)
    assert reasons(home) == {}
    told = home.bill()
    assert reasons(home, told) == {}
    assert reasons(home) == {told: "told"}


def test_a_bill_whose_channel_alone_is_missing_is_said_elsewhere(home: Home) -> None:
    home.bill()
    assert reasons(home) == {}


def why(home: Home, name: str, number: int) -> str:
    problem = why_not(home.wiring, home.person(name), number, home.now)
    return str(problem.details.get("reason", problem.code))


@pytest.mark.parametrize("reason", sorted({"to_review", "stopped", "disputed", "debited"}))
def test_who_asks_for_one_bill_is_told_why_not(home: Home, reason: str) -> None:
    number = MADE[reason](home)
    assert why(home, "me", number) == reason
    problem = why_not(home.wiring, home.person("me"), number, home.now)
    assert REASONS[reason].format(id=number, name="Alice") in problem.told("en")


def test_others_are_told_of_what_is_shared_with_them(home: Home) -> None:
    number = home.bill(kind=Kind.TO_BE_DEBITED)
    assert why(home, "bob", number) == "not_shared"
    home.flat.split(number)
    assert why(home, "bob", number) == "payer_unknown"
    home.flat.paid(number, "Bob")
    assert why(home, "bob", number) == "nothing_left"
    with home.session() as session, session.begin():
        dispute(session, home.flat.bob, number, "I was away.")
    assert why(home, "bob", number) == "share_disputed"


def test_own_bills_that_were_settled_or_are_old_say_so(home: Home) -> None:
    for state, reason in ((State.CLOSED, "settled"), (State.HANDED_OVER, "handed_over")):
        assert why(home, "me", change(home, home.bill(), state=state)) == reason
    assert why(home, "me", home.bill(kind=Kind.RECEIPT)) == "nothing_to_pay"
    assert why(home, "me", home.bill(due_in=-90)) == "past"


def test_without_a_mail_account_that_comes_first(home: Home) -> None:
    number = home.bill()
    home.flat.split(number)
    assert isinstance(why_not(home.wiring, home.person("bob"), number, home.now), MailOutMissing)
    home.connect()
    home.wish("bob", address="")
    home.now += timedelta(minutes=1)
    assert isinstance(why_not(home.wiring, home.person("bob"), number, home.now), NoAddress)
