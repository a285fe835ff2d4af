"""A bill and a rule become shares that say why."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from models.errors.shares import (
    AmountsNotTheBill,
    GuestUncarried,
    NamedTwice,
    PartInvalid,
    SharesUneven,
)
from models.errors.values import CurrencyMismatch
from models.money import Money
from pay.people import Guest
from pay.shares.facts import Facts
from pay.shares.rule import ByAmounts, ByIncome, ByPercent, ByWeights, Equally, Fixed
from pay.shares.share import SPLIT, ShareState, Split
from pay.shares.split import split
from pay.shares.why import AmountPart, EqualPart, IncomePart, PercentPart, WeightPart
from tests.pay.cast import ALICE, BOB, CHARLIE, GUEST, amounts, euros, weights

THREE = Equally((ALICE, BOB, CHARLIE))


def test_equal_shares_differ_by_the_odd_cent_only() -> None:
    made = split(euros("100"), THREE)
    assert amounts(made) == {ALICE: "33.34", BOB: "33.33", CHARLIE: "33.33"}
    assert [share.odd for share in made.shares] == [True, False, False]
    assert {share.why for share in made.shares} == {EqualPart(3)}


def test_a_share_that_is_exact_has_no_odd_cent() -> None:
    assert [share.odd for share in split(euros("90"), THREE).shares] == [False] * 3
    assert [share.odd for share in split(euros("0"), THREE).shares] == [False] * 3


def test_the_order_of_names_plays_no_part() -> None:
    for turn in range(3):
        facts = Facts(turn=turn)
        backwards = split(euros("100"), Equally((CHARLIE, BOB, ALICE)), facts)
        assert backwards == split(euros("100"), THREE, facts)


def test_a_credit_note_is_split_by_the_same_law() -> None:
    made = split(euros("-100"), THREE)
    assert amounts(made) == {ALICE: "-33.34", BOB: "-33.33", CHARLIE: "-33.33"}
    assert made.shares[0].odd


def test_weights_may_be_halves_and_nought() -> None:
    made = split(euros("90"), ByWeights(weights(alice="2", bob="2.5", charlie="0")))
    assert amounts(made) == {ALICE: "40.00", BOB: "50.00", CHARLIE: "0.00"}
    share = made.of(BOB)
    assert share
    assert share.part == Fraction(5, 9)
    assert isinstance(share.why, WeightPart)
    assert share.why.told("en") == "2.5 of 4.5 parts"


def test_percents() -> None:
    made = split(euros("84.20"), ByPercent(weights(alice="33.33", bob="66.67")))
    assert amounts(made) == {ALICE: "28.06", BOB: "56.14"}
    assert isinstance(made.shares[0].why, PercentPart)


def test_by_income_never_says_the_income() -> None:
    made = split(euros("900"), ByIncome(weights(alice="2417.35", bob="1208.69")))
    assert amounts(made) == {ALICE: "600.03", BOB: "299.97"}
    assert made.shares[0].why == IncomePart(Decimal("66.67"))
    assert made.shares[0].part == Fraction(6667, 10_000)
    assert not any(digits in SPLIT.write(made) for digits in ("2417", "241735", "1208", "120869"))


def test_exact_amounts_that_make_the_bill() -> None:
    rule = ByAmounts((Fixed(ALICE, euros("60.01")), Fixed(BOB, euros("39.99"))))
    assert amounts(split(euros("100"), rule)) == {ALICE: "60.01", BOB: "39.99"}
    assert amounts(split(euros("-100"), rule)) == {ALICE: "-60.01", BOB: "-39.99"}


@pytest.mark.parametrize("bill", ["99.99", "100.01", "0", "-100.01"])
def test_exact_amounts_that_do_not_make_the_bill_are_refused(bill: str) -> None:
    rule = ByAmounts((Fixed(ALICE, euros("60")), Fixed(BOB, euros("40"))))
    with pytest.raises(AmountsNotTheBill) as met:
        split(euros(bill), rule)
    assert "100.00" in met.value.told("en")


def test_what_fixed_amounts_leave_is_shared_equally() -> None:
    rule = ByAmounts((Fixed(BOB, euros("10")),), rest=(ALICE, BOB, CHARLIE))
    made = split(euros("100"), rule)
    assert amounts(made) == {ALICE: "30.00", BOB: "40.00", CHARLIE: "30.00"}
    assert made.shares[1].why == AmountPart(euros("10").decimal, 3)
    with pytest.raises(AmountsNotTheBill):
        split(euros("9.99"), rule)


def test_fixed_amounts_are_of_the_currency_of_the_bill() -> None:
    with pytest.raises(CurrencyMismatch):
        split(Money(100, "CHF"), ByAmounts((Fixed(ALICE, euros("1")),)))


def test_a_bill_of_nothing_is_shared_as_nothing() -> None:
    fixed = ByAmounts((Fixed(ALICE, euros("0")),), rest=(BOB,))
    for rule in (THREE, fixed, ByWeights(weights(alice="1"))):
        assert not any(share.amount.minor for share in split(euros("0"), rule).shares)


def test_a_guest_is_carried_by_a_member() -> None:
    rule = Equally((ALICE, BOB, GUEST))
    made = split(euros("90"), rule, Facts(guests=(Guest(GUEST, carried_by=BOB),)))
    assert amounts(made) == {ALICE: "30.00", BOB: "60.00"}
    share = made.of(BOB)
    assert share
    assert [(one.guest, one.part) for one in share.guests] == [(GUEST, Fraction(1, 3))]


def test_a_guest_may_pay_alone() -> None:
    made = split(euros("90"), Equally((ALICE, BOB, GUEST)), Facts(guests=(Guest(GUEST),)))
    assert amounts(made) == {ALICE: "30.00", BOB: "30.00", GUEST: "30.00"}


def test_who_carries_a_guest_need_not_share_the_bill() -> None:
    facts = Facts(guests=(Guest(GUEST, carried_by=CHARLIE),))
    made = split(euros("90"), Equally((ALICE, GUEST)), facts)
    assert amounts(made) == {ALICE: "45.00", CHARLIE: "45.00"}
    assert made.shares[1].why is None


def test_guest_and_carrier_are_rounded_once() -> None:
    facts = Facts(guests=(Guest(GUEST, carried_by=BOB),))
    made = split(euros("0.05"), Equally((ALICE, BOB, CHARLIE, GUEST)), facts)
    assert amounts(made) == {ALICE: "0.01", BOB: "0.03", CHARLIE: "0.01"}


def test_a_guest_is_not_carried_by_a_guest_nor_by_two() -> None:
    with pytest.raises(GuestUncarried):
        Guest(GUEST, carried_by=GUEST)
    for other in (Guest(BOB, carried_by=ALICE), Guest(GUEST, carried_by=ALICE)):
        with pytest.raises(GuestUncarried):
            split(euros("9"), THREE, Facts(guests=(Guest(GUEST, carried_by=BOB), other)))


def test_shares_that_do_not_make_the_bill_cannot_be() -> None:
    made = split(euros("100"), THREE)
    with pytest.raises(SharesUneven):
        Split(euros("100.01"), made.shares)
    with pytest.raises(CurrencyMismatch):
        Split(Money(10000, "CHF"), made.shares)
    alice, bob, charlie = made.shares
    against = (
        replace(alice, amount=euros("100.01")),
        replace(bob, amount=euros("-33.34")),
        charlie,
    )
    with pytest.raises(PartInvalid):
        Split(euros("100"), against)
    twice = (made.shares[0], replace(made.shares[1], person=ALICE), made.shares[2])
    with pytest.raises(NamedTwice):
        Split(euros("100"), twice)


def test_a_share_is_proposed_then_approved_or_disputed() -> None:
    made = split(euros("100"), THREE)
    assert {share.state for share in made.shares} == {ShareState.PROPOSED}
    disputed = made.with_state(ShareState.DISPUTED, BOB)
    assert [share.state.value for share in disputed.shares] == ["proposed", "disputed", "proposed"]
    approved = made.with_state(ShareState.APPROVED)
    assert {share.state for share in approved.shares} == {ShareState.APPROVED}


def test_a_currency_without_cents_is_shared_in_whole_units() -> None:
    made = split(Money.of("1000", "JPY"), THREE)
    assert [str(share.amount) for share in made.shares] == ["334", "333", "333"]
