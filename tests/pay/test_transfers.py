"""The fewest transfers, and who owes whom really."""

from datetime import date
from random import Random

import pytest

from models.errors.shares import BalancesUneven, CountedTwice
from models.errors.values import AmountInvalid
from pay.debts import as_owed
from pay.groups import EXACT_UP_TO
from pay.people import Part, Person
from pay.postings import Repayment, SharedBill
from pay.transfers import Transfer, fewest
from tests.pay.cast import ALICE, BOB, CHARLIE, GUEST, euros

DAY = date(2026, 9, 1)


def owed(number: int, payer: Person, debtor: Person, minor: int) -> SharedBill:
    return SharedBill(number, DAY, "EUR", (Part(payer, minor),), (Part(debtor, minor),))


CHAIN = (owed(1, ALICE, BOB, 1000), owed(2, BOB, CHARLIE, 1000))


def test_a_chain_of_debts_is_one_transfer() -> None:
    found = fewest({"EUR": {ALICE: 1000, BOB: 0, CHARLIE: -1000}})
    assert found == (Transfer(CHARLIE, ALICE, euros("10")),)


def test_who_owes_whom_really_is_not_rerouted() -> None:
    assert as_owed(CHAIN) == (
        Transfer(BOB, ALICE, euros("10")),
        Transfer(CHARLIE, BOB, euros("10")),
    )


def test_debts_both_ways_are_netted() -> None:
    assert as_owed([owed(1, ALICE, BOB, 1000), owed(2, BOB, ALICE, 1000)]) == ()
    found = as_owed([owed(1, ALICE, BOB, 1000), owed(2, BOB, ALICE, 1500)])
    assert found == (Transfer(ALICE, BOB, euros("5")),)


def test_a_payer_covers_their_own_share_first() -> None:
    shares = tuple(Part(person, 3000) for person in (ALICE, BOB, CHARLIE))
    bill = SharedBill(1, DAY, "EUR", (Part(ALICE, 6000), Part(BOB, 3000)), shares)
    assert as_owed([bill]) == (Transfer(CHARLIE, ALICE, euros("30")),)


def test_debts_go_to_several_payers_in_proportion() -> None:
    shares = (Part(CHARLIE, 5000), Part(GUEST, 5000))
    bill = SharedBill(1, DAY, "EUR", (Part(ALICE, 7500), Part(BOB, 2500)), shares)
    assert as_owed([bill]) == (
        Transfer(CHARLIE, ALICE, euros("37.50")),
        Transfer(CHARLIE, BOB, euros("12.50")),
        Transfer(GUEST, ALICE, euros("37.50")),
        Transfer(GUEST, BOB, euros("12.50")),
    )


def test_a_settlement_pays_a_debt_even_while_it_is_underway() -> None:
    sent = Repayment(1, DAY, BOB, ALICE, euros("4"), received=False)
    assert as_owed([CHAIN[0], sent]) == (Transfer(BOB, ALICE, euros("6")),)
    with pytest.raises(CountedTwice):
        as_owed([sent, sent])


def test_groups_that_cancel_out_save_a_transfer_where_greed_does_not_see_them() -> None:
    """9 = 5 + 4 and 8 = 6 + 2; largest first sends 6 to 9, and then takes 5 transfers."""
    nets = dict(zip(map(Person, range(1, 7)), (900, 800, -600, -500, -400, -200), strict=True))
    assert len(fewest({"EUR": nets})) == 4


def test_pairs_that_cancel_out_do_not_count_against_the_exact_search() -> None:
    two_fours = (1558, -323, 1204, -2439, 1746, -178, -1735, 167)
    pairs = [sign * 7 * number for number in range(1000, 1030) for sign in (1, -1)]
    nets = dict(zip(map(Person, range(68)), (*two_fours, *pairs), strict=True))
    assert len(fewest({"EUR": nets})) == 2 * 3 + 30


def test_many_people_are_settled_too() -> None:
    size = 10 * EXACT_UP_TO
    nets = {Person(number): 3 ** (number % 20) + number for number in range(1, size)}
    nets[Person(size)] = -sum(nets.values())
    found = fewest({"EUR": nets})
    assert len(found) == size - 1
    assert {one.sender for one in found} == {Person(size)}


def test_triples_that_cancel_out_are_found_in_a_large_household() -> None:
    random = Random(3)
    nets: dict[Person, int] = {}
    for number in range(0, 3 * EXACT_UP_TO, 3):
        first, second = (random.choice((-1, 1)) * random.randint(10**6, 10**8) for _ in range(2))
        triple = (first, second, -first - second)
        nets |= {Person(number + place): minor for place, minor in enumerate(triple)}
    assert len(fewest({"EUR": nets})) == 2 * EXACT_UP_TO


def test_in_a_large_household_largest_first_is_taken_where_it_is_luckier() -> None:
    credit = (10, 25, 5, 3, 5, 18, 2, 15, 17, 21, 6, 28, 30, 21)
    nets = dict(enumerate((*credit, -22, -15, -23, -27, -26, -93)))
    assert len(fewest({"EUR": {Person(one): minor for one, minor in nets.items()}})) == 14


def test_each_currency_is_settled_by_itself() -> None:
    sums = {"EUR": {ALICE: 5, BOB: -5}, "CHF": {ALICE: -7, BOB: 7}}
    assert [str(one.amount.currency) for one in fewest(sums)] == ["CHF", "EUR"]


def test_balances_that_do_not_cancel_out_are_refused() -> None:
    with pytest.raises(BalancesUneven) as met:
        fewest({"EUR": {ALICE: 5, BOB: -4}})
    assert "0.01" in met.value.told("en")


def test_sums_beyond_money_are_refused_before_they_overflow() -> None:
    with pytest.raises(AmountInvalid):
        fewest({"EUR": {ALICE: 2**63, BOB: -(2**63)}})


def test_nothing_owed_is_no_transfer() -> None:
    assert fewest({}) == ()
    assert fewest({"EUR": {ALICE: 0}}) == ()
    assert as_owed([]) == ()
