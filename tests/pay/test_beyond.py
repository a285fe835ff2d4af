"""What is announced beyond what is owed, and announced money without it."""

from datetime import date

from models.money import Money
from pay.beyond import beyond, within
from pay.people import Part, Person
from pay.postings import Posting, Repayment, SharedBill

DAY = date(2026, 11, 20)
ALICE, BOB, DORA = Person(1), Person(2), Person(3)


def bill(number: int, payer: Person, **owed: int) -> SharedBill:
    people = {"alice": ALICE, "bob": BOB, "dora": DORA}
    parts = tuple(Part(people[name], minor) for name, minor in owed.items())
    return SharedBill(number, DAY, "EUR", (Part(payer, sum(owed.values())),), parts)


def sends(number: int, sender: Person, receiver: Person, minor: int) -> Repayment:
    return Repayment(number, DAY, sender, receiver, Money(minor, "EUR"), received=False)


def test_what_is_owed_or_less_is_not_beyond() -> None:
    owed: list[Posting] = [bill(1, ALICE, alice=4500, bob=4500)]
    for minor in (1, 4499, 4500):
        announced = [sends(1, BOB, ALICE, minor)]
        assert beyond(owed, announced) == {}
        assert within(announced, {}) == announced
    assert beyond(owed, []) == {}


def test_what_is_more_is_taken_off_the_latest_first() -> None:
    announced = [sends(1, BOB, ALICE, 2000), sends(2, BOB, ALICE, 2500)]
    over = beyond([bill(1, ALICE, alice=7000, bob=1500)], announced)
    assert over == {(BOB, ALICE, "EUR"): 3000}
    assert within(announced, over) == [sends(1, BOB, ALICE, 1500)]


def test_money_that_another_owes_its_sender_makes_it_no_more() -> None:
    """Bob owes Alice 45.00 and Dora owes Bob 100.00: what he sends is what he owes her."""
    owed: list[Posting] = [bill(1, ALICE, alice=4500, bob=4500), bill(2, BOB, dora=10_000)]
    assert beyond(owed, [sends(1, BOB, ALICE, 4500)]) == {}
    assert beyond(owed, [sends(1, BOB, ALICE, 5000)]) == {(BOB, ALICE, "EUR"): 500}


def test_fewer_transfers_than_debts_are_not_beyond() -> None:
    """Bob owes Dora, Dora owes Alice: Bob sends it to Alice at once."""
    owed: list[Posting] = [bill(1, DORA, bob=3000), bill(2, ALICE, dora=3000)]
    assert beyond(owed, [sends(1, BOB, ALICE, 3000)]) == {}


def test_what_the_receiver_would_have_to_send_back_is_told_where_it_is_asked_for() -> None:
    """Dora owes Alice 30.00, Bob owes Dora 10.00 and Alice owes Bob 20.00: Dora owes 20.00 in all."""
    owed: list[Posting] = [
        bill(1, ALICE, dora=3000),
        bill(2, DORA, bob=1000),
        bill(3, BOB, alice=2000),
    ]
    announced = [sends(1, DORA, ALICE, 4000)]
    assert beyond(owed, announced) == {(DORA, ALICE, "EUR"): 1000}
    assert beyond(owed, announced, circular=True) == {(DORA, ALICE, "EUR"): 2000}
    # Where another owes the sender, the receiver has nothing to send back.
    others: list[Posting] = [bill(1, ALICE, alice=4500, bob=4500), bill(2, BOB, dora=10_000)]
    assert beyond(others, [sends(1, BOB, ALICE, 4500)], circular=True) == {}
