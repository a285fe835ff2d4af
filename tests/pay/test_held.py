"""A disputed share that was paid back stays where it is; one that was not holds nothing back."""

from dataclasses import replace
from datetime import date

import pytest

from models.money import Money
from pay.balances import balances, to_settle
from pay.debts import as_owed
from pay.held import held_back
from pay.people import Part, Person
from pay.postings import Posting, Repayment, SharedBill
from pay.transfers import fewest

DAY = date(2026, 11, 20)
ALICE, BOB, DORA = Person(1), Person(2), Person(3)
BILL = SharedBill(1, DAY, "EUR", (Part(ALICE, 9000),), (Part(ALICE, 4500), Part(BOB, 4500)))
DISPUTED = replace(BILL, disputed=frozenset({BOB}))
DORAS = SharedBill(2, DAY, "EUR", (Part(ALICE, 1000),), (Part(DORA, 1000),))
BOBS = SharedBill(3, DAY, "EUR", (Part(BOB, 4500),), (Part(ALICE, 4500),))


def paid(minor: int, *, received: bool = True) -> Repayment:
    return Repayment(7, DAY, BOB, ALICE, Money(minor, "EUR"), received)


def moves(postings: list[Posting], *, direct: bool) -> list[tuple[Person, Person, int]]:
    after = [*postings, *held_back(postings, direct=direct)]
    found = as_owed(after) if direct else fewest(to_settle(balances(after)))
    return [(one.sender, one.receiver, one.amount.minor) for one in found]


@pytest.mark.parametrize("direct", [False, True])
@pytest.mark.parametrize("received", [False, True])
def test_what_was_paid_back_is_not_sent_back_before_it_is_decided(
    *, direct: bool, received: bool
) -> None:
    assert moves([DISPUTED, paid(4500, received=received)], direct=direct) == []
    assert moves([DISPUTED, paid(2000, received=received)], direct=direct) == []
    # Others go on as if nothing were disputed, and what was sent beyond the share comes back.
    assert moves([DISPUTED, DORAS, paid(4500)], direct=direct) == [(DORA, ALICE, 1000)]
    assert moves([DISPUTED, paid(5000)], direct=direct) == [(ALICE, BOB, 500)]


@pytest.mark.parametrize("direct", [False, True])
def test_a_share_that_nobody_paid_back_holds_nothing(*, direct: bool) -> None:
    assert moves([DISPUTED], direct=direct) == []
    assert moves([DISPUTED, DORAS], direct=direct) == [(DORA, ALICE, 1000)]
    assert moves([DISPUTED, BOBS], direct=direct) == [(ALICE, BOB, 4500)]
    assert held_back([BILL, BOBS, paid(4500)], direct=direct) == []


@pytest.mark.parametrize("direct", [False, True])
def test_of_two_disputed_shares_as_much_is_held_as_was_paid_back(*, direct: bool) -> None:
    other = replace(DISPUTED, number=4)
    assert moves([DISPUTED, other, paid(4500)], direct=direct) == []
    assert moves([DISPUTED, other, paid(9000)], direct=direct) == []
    assert moves([DISPUTED, other, paid(9500)], direct=direct) == [(ALICE, BOB, 500)]


def test_what_was_paid_back_by_a_detour_is_held_in_all() -> None:
    """Alice owed Dora and Bob owed Alice: Bob sent it to Dora."""
    owed = SharedBill(5, DAY, "EUR", (Part(DORA, 4500),), (Part(ALICE, 4500),))
    detour = Repayment(8, DAY, BOB, DORA, Money(4500, "EUR"))
    assert moves([BILL, owed, detour], direct=False) == []
    assert moves([DISPUTED, owed, detour], direct=False) == []
