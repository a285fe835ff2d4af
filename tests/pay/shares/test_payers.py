"""Who advanced the money, and what each share owes of a bill that was paid in part."""

import pytest

from models.errors.shares import PayersNotTheBill, PaymentUnfit
from pay.people import Part
from pay.shares.payers import advanced, due_of
from pay.shares.rule import ByWeights, Equally
from pay.shares.split import split
from tests.pay.cast import ALICE, BOB, CHARLIE, euros, weights


def test_several_payers_make_the_bill() -> None:
    paid = [Part(BOB, 4000), Part(ALICE, 5000), Part(BOB, 1000), Part(CHARLIE, 0)]
    assert advanced(euros("100"), paid) == (Part(ALICE, 5000), Part(BOB, 5000))


def test_a_bill_is_not_paid_beyond_its_amount() -> None:
    for amount, minor in (("100", 10001), ("-100", -10001), ("0", 1)):
        with pytest.raises(PayersNotTheBill):
            advanced(euros(amount), [Part(ALICE, minor)])


def test_a_payment_and_a_credit_are_not_mixed() -> None:
    for amount in ("100", "-100"):
        with pytest.raises(PaymentUnfit) as met:
            advanced(euros(amount), [Part(ALICE, 50), Part(BOB, -50)])
        wrong = "0.50" if amount.startswith("-") else "-0.50"
        assert f"A payment of {wrong} does not go with a bill of {amount}" in met.value.told("en")


def test_a_part_payment_is_owed_in_proportion_and_the_last_one_makes_it_exact() -> None:
    made = split(euros("100"), Equally((ALICE, BOB, CHARLIE)))
    assert sum(part.minor for part in due_of(made, 4000)) == 4000
    assert due_of(made, 10000) == (Part(ALICE, 3334), Part(BOB, 3333), Part(CHARLIE, 3333))
    assert due_of(made, 0) == ()


def test_a_bill_paid_in_full_is_owed_share_by_share() -> None:
    made = split(euros("100"), ByWeights(weights(alice="7", bob="0.01", charlie="0")))
    owed = tuple(Part(share.person, share.amount.minor) for share in made.shares[:2])
    assert due_of(made, 10000) == owed


def test_a_refund_is_given_back_in_proportion() -> None:
    made = split(euros("-90"), ByWeights(weights(alice="2", bob="1")))
    assert due_of(made, -4500) == (Part(ALICE, -3000), Part(BOB, -1500))
