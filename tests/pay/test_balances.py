"""Who is owed and who owes, from bills and settlements."""

from datetime import date

import pytest

from models.errors.shares import (
    CountedTwice,
    PartInvalid,
    PayersNotTheBill,
    RepaymentInvalid,
    SharesUneven,
)
from models.money import Money
from pay.balances import PersonBalance, balances, to_settle
from pay.people import Part, Person
from pay.postings import Posting, Repayment, SharedBill, shared_bill
from pay.shares.rule import Equally
from pay.shares.share import ShareState
from pay.shares.split import split
from tests.pay.cast import ALICE, BOB, CHARLIE, euros

DAY = date(2026, 9, 1)
HUNDRED = split(euros("100"), Equally((ALICE, BOB, CHARLIE)))
BILL = shared_bill(1, DAY, HUNDRED, [Part(ALICE, 10000)])


def parts(*minors: int) -> tuple[Part, ...]:
    return tuple(Part(Person(number), minor) for number, minor in enumerate(minors))


def nets(*postings: Posting) -> dict[Person, str]:
    return {one.person: str(one.net) for one in balances(postings)}


def test_who_advanced_a_bill_is_owed_the_shares_of_the_others() -> None:
    assert nets(BILL) == {ALICE: "66.66", BOB: "-33.33", CHARLIE: "-33.33"}


def test_a_settlement_that_was_received_counts() -> None:
    paid = Repayment(1, DAY, BOB, ALICE, euros("33.33"))
    assert nets(BILL, paid) == {ALICE: "33.33", BOB: "0.00", CHARLIE: "-33.33"}


def test_a_settlement_that_is_underway_is_not_asked_for_again() -> None:
    sent = Repayment(1, DAY, BOB, ALICE, euros("33.33"), received=False)
    alice, bob, charlie = balances([BILL, sent])
    assert (str(alice.net), str(alice.underway), str(alice.to_settle)) == (
        "66.66",
        "-33.33",
        "33.33",
    )
    assert (str(bob.net), str(bob.to_settle)) == ("-33.33", "0.00")
    assert to_settle([alice, bob, charlie]) == {"EUR": {ALICE: 3333, BOB: 0, CHARLIE: -3333}}


def test_a_disputed_share_waits_with_the_claim_to_it() -> None:
    made = HUNDRED.with_state(ShareState.DISPUTED, BOB)
    alice, bob, _ = balances([shared_bill(1, DAY, made, [Part(ALICE, 10000)])])
    assert (str(alice.net), str(alice.held)) == ("33.33", "33.33")
    assert (str(bob.net), str(bob.held)) == ("0.00", "-33.33")


def test_several_payers_wait_for_a_disputed_share_in_proportion() -> None:
    made = HUNDRED.with_state(ShareState.DISPUTED, CHARLIE)
    bill = shared_bill(1, DAY, made, [Part(ALICE, 7500), Part(BOB, 2500)])
    held = [str(one.held) for one in balances([bill])]
    assert held == ["25.00", "8.33", "-33.33"]


def test_a_payer_who_disputes_their_own_share_claims_no_less() -> None:
    made = HUNDRED.with_state(ShareState.DISPUTED, ALICE)
    alice, *_ = balances([shared_bill(1, DAY, made, [Part(ALICE, 10000)])])
    assert (str(alice.net), str(alice.held)) == ("66.66", "0.00")


def test_a_credit_note_reverses_its_bill() -> None:
    credit = split(euros("-100"), Equally((ALICE, BOB, CHARLIE)))
    back = shared_bill(2, DAY, credit, [Part(ALICE, -10000)])
    assert set(nets(BILL, back).values()) == {"0.00"}


def test_a_bill_that_is_not_paid_yet_moves_nothing() -> None:
    assert balances([shared_bill(1, DAY, HUNDRED, [])]) == ()


def test_a_part_payment_counts_for_what_was_paid() -> None:
    part = shared_bill(1, DAY, HUNDRED, [Part(ALICE, 3000)])
    assert nets(part) == {ALICE: "20.00", BOB: "-10.00", CHARLIE: "-10.00"}
    with pytest.raises(PayersNotTheBill):
        shared_bill(1, DAY, HUNDRED, [Part(ALICE, 10001)])


def test_currencies_stay_apart() -> None:
    francs = split(Money(9000, "CHF"), Equally((ALICE, BOB)))
    found = balances([BILL, shared_bill(2, DAY, francs, [Part(BOB, 9000)])])
    assert [(one.net.currency, one.person) for one in found] == [
        ("CHF", ALICE),
        ("CHF", BOB),
        ("EUR", ALICE),
        ("EUR", BOB),
        ("EUR", CHARLIE),
    ]
    assert found[0] == PersonBalance(ALICE, Money(-4500, "CHF"), Money(0, "CHF"), Money(0, "CHF"))


def test_nothing_is_counted_twice() -> None:
    with pytest.raises(CountedTwice):
        balances([BILL, BILL])
    paid = Repayment(1, DAY, BOB, ALICE, euros("1"))
    with pytest.raises(CountedTwice):
        balances([paid, BILL, paid])


def test_a_posting_has_two_equal_sides() -> None:
    with pytest.raises(SharesUneven):
        SharedBill(1, DAY, "EUR", parts(100), parts(99))
    for paid, owed in (((100,), (101, -1)), ((3, -3), ()), ((), (-1, 1)), ((-5,), (1, -6))):
        with pytest.raises(PartInvalid):
            SharedBill(1, DAY, "EUR", parts(*paid), parts(*owed))


def test_several_payments_of_one_person_add_up() -> None:
    bill = SharedBill(1, DAY, "EUR", (Part(ALICE, 60), Part(ALICE, 40)), (Part(BOB, 100),))
    assert nets(bill) == {ALICE: "1.00", BOB: "-1.00"}
    assert bill.nets() == {ALICE: 100, BOB: -100}


def test_a_settlement_goes_from_one_to_another_and_forward() -> None:
    for receiver, amount in ((BOB, "1"), (ALICE, "0"), (ALICE, "-1")):
        with pytest.raises(RepaymentInvalid):
            Repayment(1, DAY, BOB, receiver, euros(amount))
