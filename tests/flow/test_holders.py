"""A statement is its holder's own: it proves what they may see, and nobody else sees a line of it."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.bill_shown import show_bill
from flow.decide_match import pair
from flow.holders import person_here
from flow.household.consent import pay_for_all
from flow.household.leaving import remove_member
from flow.household.members import Newcomer, add_member, make_household
from flow.household.rights import acting_as
from flow.household.rules import Way
from flow.household.splitting import split_bill
from flow.prove_rows import Report
from flow.prove_told import report
from flow.wiring import Wiring
from models.errors.statements import EntryUnknown
from models.errors.values import NotFound
from models.tables import BankEntry, BankFile, Bill
from models.verdict import Kind, State
from pay.shares.rule import Equally
from pay.shares.standing import StandingRule
from tests.flow.paid_bills import (
    CREDITOR,
    Asked,
    Line,
    arrive,
    bill,
    bring,
    csv_file,
    matches,
    state,
)
from tests.flow.post import account

TODAY = date(2026, 11, 20)
POWER = Line("-84.20", "VIR FACTURE F-2031-77")


def household(wiring: Wiring) -> tuple[int, int]:
    """Alice, who holds the first mailbox, and Bob, who holds another."""
    box = account(wiring)
    account(wiring, "bob@example.org")
    with Session(wiring.engine) as session, session.begin():
        alice = make_household(session, "Rue des Lilas", "Alice", [box], "test")
        return alice.member_id, add_member(
            session, alice, Newcomer("Bob", address="bob@example.org")
        )


def shared(wiring: Wiring, number: int, *members: int) -> None:
    """Alice shares a bill of hers."""
    with Session(wiring.engine) as session, session.begin():
        actors = [acting_as(session, member, "test") for member in members]
        way = Way(StandingRule(Equally(tuple(one.person for one in actors))))
        split_bill(session, actors[0], number, way)


def told(wiring: Wiring, member: int | None = None) -> Report:
    return report(wiring, None, TODAY, member)


def names(found: Report) -> list[int]:
    """How many rows each part has."""
    parts = (found["matched"], found["suggested"], found["returned"], found["unknown"])
    return [len(part) for part in parts]


def test_a_member_sees_their_own_statements_alone(wiring: Wiring) -> None:
    alice, bob = household(wiring)
    number = arrive(wiring, Asked())
    bring(wiring, csv_file(POWER, Line("-9.99", "CB LIBRAIRIE")))
    assert state(wiring, number) is State.PAID
    assert names(told(wiring)) == names(told(wiring, alice)) == [1, 0, 0, 1]
    assert names(told(wiring, bob)) == [0, 0, 0, 0]


def test_a_private_bill_is_not_proven_and_not_named_by_another_s_statement(wiring: Wiring) -> None:
    _, bob = household(wiring)
    number = arrive(wiring, Asked())
    bring(wiring, csv_file(POWER), member=bob)
    assert (state(wiring, number), matches(wiring)) == (State.OPEN, [])
    with pytest.raises(NotFound):
        pair(wiring, 1, number, bob)
    with pytest.raises(EntryUnknown):
        pair(wiring, 1, number)


def test_a_shared_bill_is_proven_by_whoever_paid_it(wiring: Wiring) -> None:
    alice, bob = household(wiring)
    number = arrive(wiring, Asked())
    shared(wiring, number, alice, bob)
    bring(wiring, csv_file(POWER), member=bob)
    assert state(wiring, number) is State.PAID
    assert names(told(wiring)) == [0, 0, 0, 0]
    assert show_bill(wiring, number)["payments"] == []


def test_two_who_bring_the_same_movements_prove_each_once(wiring: Wiring) -> None:
    alice, bob = household(wiring)
    number = arrive(wiring, Asked())
    shared(wiring, number, alice, bob)
    data = csv_file(POWER)
    for _ in range(2):
        bring(wiring, data)
        bring(wiring, data, member=bob)
    with Session(wiring.engine) as session:
        files = session.scalars(select(BankFile.member_id).order_by(BankFile.member_id)).all()
        entries = session.scalars(select(BankEntry.member_id).order_by(BankEntry.member_id)).all()
    assert files == entries == [alice, bob]
    assert (state(wiring, number), bill(wiring, number).warnings) == (State.PAID, [])


def test_a_debit_is_watched_on_the_holder_s_own_statements(wiring: Wiring) -> None:
    _, bob = household(wiring)
    asked = Asked(kind=Kind.TO_BE_DEBITED, creditor=CREDITOR)
    number = arrive(wiring, asked)
    bring(wiring, csv_file(Line("-9.99", "CB LIBRAIRIE", TODAY)), member=bob)
    assert told(wiring, bob)["debits"] == []
    assert show_bill(wiring, number)["debit"] is None
    bring(wiring, csv_file(Line("-9.99", "CB LIBRAIRIE", TODAY)))
    assert [row["bill"] for row in told(wiring)["debits"]] == [number]


def test_what_one_person_brought_alone_is_the_first_owner_s(wiring: Wiring) -> None:
    number = arrive(wiring, Asked())
    bring(wiring, csv_file(POWER, Line("-9.99", "CB LIBRAIRIE")))
    assert state(wiring, number) is State.PAID
    with Session(wiring.engine) as session, session.begin():
        box = session.get_one(Bill, number).account_id
        alice = make_household(session, "Rue des Lilas", "Alice", [box], "test")
        bob = add_member(session, alice, Newcomer("Bob"))
        assert person_here(session).member_id == alice.member_id
    assert names(told(wiring)) == [1, 0, 0, 1]
    assert names(told(wiring, bob)) == [0, 0, 0, 0]
    assert bring(wiring, csv_file(POWER)).known == 1
    assert state(wiring, number) is State.PAID


def test_a_mailbox_that_nobody_holds_is_of_the_person_at_this_machine(wiring: Wiring) -> None:
    number = arrive(wiring, Asked())
    with Session(wiring.engine) as session, session.begin():
        alice = make_household(session, "Rue des Lilas", "Alice", [], "test")
        bob = add_member(session, alice, Newcomer("Bob"))
    bring(wiring, csv_file(POWER), member=bob)
    assert state(wiring, number) is State.OPEN
    bring(wiring, csv_file(POWER))
    assert state(wiring, number) is State.PAID


def test_who_left_proves_what_they_proved(wiring: Wiring) -> None:
    alice, bob = household(wiring)
    number = arrive(wiring, Asked())
    shared(wiring, number, alice, bob)
    bring(wiring, csv_file(POWER), member=bob)
    with Session(wiring.engine) as session, session.begin():
        actor = acting_as(session, alice, "test")
        pay_for_all(session, actor, number, [("Alice", None)], TODAY, sure=True)
        shares = Way(StandingRule(Equally((actor.person,))))
        split_bill(session, actor, number, shares)
        remove_member(session, actor, "Bob", TODAY)
    bring(wiring, csv_file(Line("-1.00", "CB CAFE")))
    assert state(wiring, number) is State.PAID
