"""Whose money paid a bill is said beside what statements show, and never silently against it."""

from collections.abc import Sequence

import pytest

from flow.household.consent import pay_for_all
from flow.household.door import acting, household_made
from flow.household.members import Newcomer, add_member
from flow.household.rules import Way
from flow.household.splitting import split_bill
from flow.wiring import Wiring
from models.errors.household import ProvenByAnother
from models.money import Money
from pay.people import Part, Person
from pay.shares.rule import Equally
from pay.shares.standing import StandingRule
from tests.flow import paid_bills
from tests.flow.household.flat import TODAY

Paid = Sequence[tuple[str, Money | None]]


@pytest.fixture
def proven(wiring: Wiring) -> int:
    """A bill that Alice's statement proves, shared with Bob."""
    bill = paid_bills.arrive(wiring, paid_bills.Asked())
    alice = household_made(wiring, "Flat", "Alice")
    line = paid_bills.Line("-84.20", "VIR ENERGIE FACTURE F-2031-77")
    paid_bills.bring(wiring, paid_bills.csv_file(line))
    with acting(wiring, None, None) as (session, actor):
        bob = Person(add_member(session, actor, Newcomer("Bob")))
        split_bill(session, actor, bill, Way(StandingRule(Equally((alice.person, bob)))))
    return bill


def said(wiring: Wiring, bill: int, paid: Paid, *, sure: bool = False) -> tuple[Part, ...]:
    with acting(wiring, None, None) as (session, actor):
        return pay_for_all(session, actor, bill, paid, TODAY, sure=sure)


def test_what_left_one_account_another_paid_only_where_it_is_sure(
    wiring: Wiring, proven: int
) -> None:
    for paid in ([("Bob", None)], [("Alice", Money(84_00, "EUR")), ("Bob", None)]):
        with pytest.raises(ProvenByAnother) as refused:
            said(wiring, proven, paid)
        assert "A statement of Alice shows 84.20 EUR of bill 1" in refused.value.told("en")
    assert [one.minor for one in said(wiring, proven, [("Alice", None)])] == [8420]
    assert [one.minor for one in said(wiring, proven, [("Bob", None)], sure=True)] == [8420]
    assert said(wiring, proven, []) == ()
