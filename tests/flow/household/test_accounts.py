"""Balances, transfers and settlements: what the database adds up is what pay counts one by one."""

from datetime import timedelta
from itertools import product
from random import Random
from threading import Thread

import pytest
from sqlalchemy import select, true
from sqlalchemy.orm import Session

from flow.household.announcing import announce, announce_proposed
from flow.household.arrival import bill_changed
from flow.household.balances import order_of, proposed, standing
from flow.household.brought import of_person
from flow.household.consent import dispute, pay_for_all
from flow.household.members import Change, change_member
from flow.household.postings import bills, repayments, summed
from flow.household.rights import Actor
from flow.household.rules import Way
from flow.household.settling import received, seen, sent, settlements, withdraw
from flow.household.splitting import split_bill
from models.errors.household import RightMissing, SettlementOpen, SettlementStuck, WordOfAnother
from models.errors.shares import RepaymentInvalid
from models.errors.values import NotFound
from models.money import Money
from models.reading import Period
from models.reference import CreditorReference
from models.tables import Bill, Settlement, SettlementState
from pay.balances import balances
from pay.debts import as_owed
from pay.postings import Posting
from pay.recap import recaps
from pay.shares.rule import Equally
from pay.shares.standing import StandingRule
from pay.transfers import Transfer
from tests.flow.household.flat import TODAY, Flat, people
from tests.models import rows


def euros(amount: str) -> Money:
    return Money.of(amount, "EUR")


def owed(flat: Flat) -> dict[str, str]:
    """Balances in euros by name, without those that are even."""
    names = {one.person: one.name for one in (flat.alice, flat.bob, flat.dora, flat.vera)}
    with flat.session() as session:
        found = standing(session, flat.vera)
    return {names[one.person]: str(one.net) for one in found if one.net.minor}


def transfers(flat: Flat, *, direct: bool = False) -> list[tuple[int, int, str]]:
    with flat.session() as session:
        found = proposed(session, flat.vera, direct=direct)
    return [(one.sender, one.receiver, str(one.amount)) for one in found]


def owing(flat: Flat, amount: str = "90.00") -> int:
    """Bob owes Alice half of a bill that she paid."""
    bill = flat.bill(amount)
    flat.split(bill)
    flat.paid(bill, "Alice")
    return bill


def test_what_is_only_split_is_not_owed_before_somebody_paid(flat: Flat) -> None:
    bill = flat.bill()
    flat.split(bill)
    assert owed(flat) == {}
    flat.paid(bill, "Alice")
    assert owed(flat) == {"Alice": "45.00", "Bob": "-45.00"}


def test_a_disputed_share_waits_with_the_claim(light: Flat) -> None:
    bill = owing(light)
    with light.session() as session:
        dispute(session, light.bob, bill, "not mine")
    assert owed(light) == {}
    assert transfers(light) == []


def test_currencies_stay_apart(light: Flat) -> None:
    owing(light)
    francs = light.bill("10.00", currency="CHF")
    light.split(francs)
    light.paid(francs, "Bob")
    with light.session() as session:
        found = {
            (one.person, str(one.net), one.net.currency) for one in standing(session, light.bob)
        }
    assert found == {
        (light.alice.person, "45.00", "EUR"), (light.bob.person, "-45.00", "EUR"),
        (light.alice.person, "-5.00", "CHF"), (light.bob.person, "5.00", "CHF"),
    }  # fmt: skip


def test_what_was_paid_beyond_a_bill_that_shrank_is_between_payer_and_biller(light: Flat) -> None:
    bill = owing(light)
    with light.session() as session:
        row = session.get_one(Bill, bill)
        row.amount = euros("40.00")
        bill_changed(session, row)
    assert owed(light) == {"Alice": "20.00", "Bob": "-20.00"}


def test_fewest_transfers_and_who_owes_whom_really(light: Flat) -> None:
    first, second = light.bill("20.00"), light.bill("20.00")
    light.split(first, Equally(people(light.alice, light.bob)))
    light.paid(first, "Alice")
    light.split(second, Equally(people(light.bob, light.dora)))
    light.paid(second, "Bob")
    alice, bob, dora = people(light.alice, light.bob, light.dora)
    assert transfers(light) == [(dora, alice, "10.00")]
    assert transfers(light, direct=True) == [(bob, alice, "10.00"), (dora, bob, "10.00")]


def test_a_settlement_counts_when_its_receiver_has_it(flat: Flat) -> None:
    owing(flat)
    with flat.session() as session:
        (row,) = announce(session, flat.bob, proposed(session, flat.bob))
        number, key = row.id, row.key
        assert CreditorReference(row.reference).text == row.reference
    assert transfers(flat) == transfers(flat, direct=True) == []
    assert owed(flat)["Bob"] == "-45.00"
    with flat.session() as session:
        with pytest.raises(WordOfAnother, match="the word of Bob alone"):
            sent(session, flat.alice, number, TODAY)
        sent(session, flat.bob, number, TODAY)
        with pytest.raises(SettlementStuck):
            sent(session, flat.bob, number, TODAY)
    assert owed(flat)["Bob"] == "-45.00"
    with flat.session() as session:
        with pytest.raises(WordOfAnother, match="the word of Alice alone"):
            received(session, flat.bob, number, TODAY)
        received(session, flat.alice, number, TODAY)
        with pytest.raises(SettlementStuck):
            withdraw(session, flat.bob, number)
        assert seen(session, key, TODAY, "entry 7").proof == "receiver"
    assert owed(flat) == {}
    assert flat.lines(f"settlement {number}") == [
        "settlement_announced", "settlement_sent", "settlement_received",
    ]  # fmt: skip


def test_a_withdrawn_settlement_is_proposed_again_and_never_received(light: Flat) -> None:
    owing(light)
    with light.session() as session:
        (row,) = announce(session, light.dora, proposed(session, light.dora))
        withdraw(session, light.dora, row.id)
        for deed in (received, sent):
            with pytest.raises((SettlementStuck, WordOfAnother)):
                deed(session, light.alice, row.id, TODAY)
        with pytest.raises(SettlementStuck):
            seen(session, row.key, TODAY, "entry 7")
    assert len(transfers(light)) == 1


def test_evidence_settles_and_the_same_evidence_again_changes_nothing(flat: Flat) -> None:
    owing(flat)
    with flat.session() as session:
        (row,) = announce(session, flat.bob, proposed(session, flat.bob))
        for _ in range(2):
            assert seen(session, row.key, TODAY, "entry 7").state is SettlementState.RECEIVED
        with pytest.raises(NotFound):
            seen(session, "nothing", TODAY, "entry 7")
    assert owed(flat) == {}
    assert flat.lines("settlement 1") == ["settlement_announced", "settlement_received"]


def test_a_settlement_is_an_order_with_its_own_reference(light: Flat) -> None:
    owing(light)
    with light.session() as session:
        change_member(session, light.alice, "Alice", Change(iban="DE02 1203 0000 0000 2020 51"))
        (row,) = announce(session, light.bob, proposed(session, light.bob))
        order = order_of(session, row, TODAY)
        assert (order.payee.name, str(order.amount), order.bill) == (
            "Alice",
            "45.00",
            "settlement-1",
        )
        assert order.payee.iban is not None
        assert (order.key, order.reference) == (row.key, CreditorReference(row.reference))


def test_settlements_that_cannot_be_are_refused(light: Flat) -> None:
    alice, bob = people(light.alice, light.bob)
    ten = Transfer(bob, alice, euros("10"))
    wrong = [
        (Transfer(bob, bob, euros("10")), RepaymentInvalid),
        (Transfer(bob, alice, euros("0")), RepaymentInvalid),
        (Transfer(bob, light.charlie.person, euros("10")), NotFound),
        (Transfer(alice, bob, euros("10")), RightMissing),
    ]
    with light.session() as session:
        for one, problem in wrong:
            with pytest.raises(problem):
                announce(session, light.bob, [one])
        announce(session, light.bob, [ten])
        with pytest.raises(SettlementOpen):
            announce(session, light.bob, [ten])
        assert [row.id for row in settlements(session, light.vera)] == [1]
        for number in (0, 2, 2**70):
            with pytest.raises(NotFound):
                sent(session, light.bob, number, TODAY)


def test_what_is_owed_beside_an_announced_settlement_is_announced_too(light: Flat) -> None:
    for amount in ("100.00", "250.02"):
        bill = light.bill(amount)
        light.split(bill)
        light.paid(bill, "Alice")
        with light.session() as session:
            announce_proposed(session, light.bob)
            assert announce_proposed(session, light.bob) == []
    with light.session() as session:
        assert [str(row.amount) for row in settlements(session, light.bob)] == ["50.00", "125.01"]


@pytest.mark.parametrize("seed", range(4))
def test_bills_added_up_in_the_database_are_the_bills_one_by_one(flat: Flat, seed: int) -> None:
    chance = Random(seed)
    actors = [flat.alice, flat.bob, flat.dora]
    with flat.session() as session:
        for _ in range(12):
            _random_bill(session, flat, actors, chance)
        for _ in range(3):
            sender, receiver = chance.sample(actors, 2)
            transfer = Transfer(
                sender.person, receiver.person, Money(chance.randint(1, 999), "EUR")
            )
            if chance.random() < 0.7 and not session.scalar(select(Settlement.id)):
                (row,) = announce(session, sender, [transfer])
                seen(session, row.key, TODAY, "entry")
    with flat.session() as session:
        house = flat.alice.household_id
        folded = summed(session, house)
        single: list[Posting] = [*bills(session, house, true()), *repayments(session, house)]
        assert balances(folded) == balances(single)
        assert as_owed(folded) == as_owed(single)
        for actor, back in product(actors, (0, 2, 6)):
            days = Period(TODAY - timedelta(days=back), TODAY - timedelta(days=back // 3))
            forward, postings = of_person(session, house, actor.person, (days.first, days.last))
            assert recaps(postings, actor.person, days, forward) == recaps(
                single, actor.person, days
            )


def _random_bill(session: Session, flat: Flat, actors: list[Actor], chance: Random) -> None:
    """A bill of any sign, paid by nobody, one, two, whole or in part; at times disputed."""
    minor = chance.choice([-1, 1, 1]) * chance.randint(1, 9999)
    number = flat_bill(session, flat, minor, chance.choice(["EUR", "EUR", "CHF"]))
    between = Equally(tuple(a.person for a in chance.sample(actors, chance.randint(1, 3))))
    split_bill(session, flat.alice, number, Way(StandingRule(between)))
    part = Money(minor // 2, session.get_one(Bill, number).currency or "")
    if chance.random() < 0.2 and flat.bob.person in between.people:
        dispute(session, flat.bob, number, "too much")
    choices: list[list[tuple[str, Money | None]]] = [
        [], [("Alice", None)], [("Bob", None)], [("Dora", part)], [("Bob", part), ("Dora", None)],
    ]  # fmt: skip
    payers = chance.choice(choices)
    on = TODAY - timedelta(days=chance.randint(0, 5))
    pay_for_all(session, flat.dora, number, payers, on)


def flat_bill(session: Session, flat: Flat, minor: int, currency: str) -> int:
    row = rows.bill(flat.account, identity=f"b{session.query(Bill).count()}", currency=currency)
    row.amount_minor = minor
    session.add(row)
    session.flush()
    return row.id


def test_concurrent_splits_of_one_bill_make_one(flat: Flat) -> None:
    bill = flat.bill()
    threads = [Thread(target=flat.split, args=(bill,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert flat.lines(f"bill {bill}") == ["bill_split"]
    assert {amount for amount, _ in flat.shares(bill).values()} == {"45.00"}
