"""A settlement that was announced for a bill pays that bill's share back, and no other's."""

from datetime import UTC, datetime
from random import Random

import pytest
from sqlalchemy import select

from flow.household.announcing import announce
from flow.household.back_ways import BackStep, PayBack
from flow.household.balances import proposed
from flow.household.bound import debts_of
from flow.household.consent import approve, dispute
from flow.household.pay_back import announce_back, pay_back
from flow.household.settling import received, sent, withdraw
from models.errors.problem import Problem
from models.errors.shares import RepaymentInvalid
from models.money import Money
from models.tables import Settlement
from pay.shares.rule import Equally
from pay.transfers import Transfer
from tests.flow.household.flat import TODAY, Flat, people

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)


def page(flat: Flat, bill: int) -> PayBack:
    with flat.session() as session:
        return pay_back(session, flat.bob, bill, "en", NOW)


def steps(flat: Flat, bill: int) -> list[tuple[BackStep, str]]:
    return [(way.step, str(way.amount)) for way in page(flat, bill).ways]


def owing(flat: Flat, amount: str, payer: str = "Alice") -> int:
    bill = flat.bill(amount)
    flat.split(bill)
    flat.paid(bill, payer)
    return bill


def prepare(flat: Flat, bill: int) -> int:
    with flat.session() as session:
        return announce_back(session, flat.bob, bill, flat.alice.member_id).id


def send(flat: Flat, number: int) -> None:
    with flat.session() as session:
        sent(session, flat.bob, number, TODAY)


def receive(flat: Flat, number: int) -> None:
    with flat.session() as session:
        received(session, flat.alice, number, TODAY)


def settle(flat: Flat, amount: str) -> int:
    """Bob's settlement of no bill."""
    with flat.session() as session:
        one = Transfer(flat.bob.person, flat.alice.person, Money.of(amount, "EUR"))
        (row,) = announce(session, flat.bob, [one], beside=True)
        return row.id


@pytest.mark.parametrize("first", [0, 1])
def test_each_of_two_shares_is_asked_for_once(flat: Flat, first: int) -> None:
    """Bob owes 45.00 and 30.00: whichever page he uses first, each asks for its own share alone."""
    bills, shares = [owing(flat, "90.00"), owing(flat, "60.00")], ["45.00", "30.00"]
    one, other = bills[first], bills[1 - first]
    mine, theirs = shares[first], shares[1 - first]
    number = prepare(flat, one)
    for step, deed in ((BackStep.ANNOUNCED, send), (BackStep.SENT, receive)):
        assert steps(flat, one) == [(step, mine)]
        assert steps(flat, other) == [(BackStep.TO_ANNOUNCE, theirs)]
        deed(flat, number)
    assert steps(flat, one) == [(BackStep.PAID_BACK, mine)]
    assert steps(flat, other) == [(BackStep.TO_ANNOUNCE, theirs)]
    with flat.session() as session:
        assert session.get_one(Settlement, number).bill_id == one
        with pytest.raises(RepaymentInvalid):
            announce_back(session, flat.bob, one, flat.alice.member_id)
    receive(flat, prepare(flat, other))
    assert [steps(flat, bill)[0][0] for bill in bills] == [BackStep.PAID_BACK] * 2
    with flat.session() as session:
        assert proposed(session, flat.alice) == ()


@pytest.mark.parametrize("order", ["ABb", "BAb", "BbA"])
def test_two_pages_in_every_order_ask_for_both_shares_and_no_more(light: Flat, order: str) -> None:
    """A: the whole of A's way at once; B and b: B is prepared, then received."""
    bills = {"A": owing(light, "90.00"), "B": owing(light, "60.00")}
    begun: list[int] = []
    for deed in order:
        if deed == "A":
            receive(light, prepare(light, bills["A"]))
        elif not begun:
            begun.append(prepare(light, bills["B"]))
        else:
            receive(light, begun[0])
    assert steps(light, bills["A"]) == [(BackStep.PAID_BACK, "45.00")]
    assert steps(light, bills["B"]) == [(BackStep.PAID_BACK, "30.00")]
    with light.session() as session:
        assert [str(row.amount) for row in session.scalars(select(Settlement))] in (
            ["45.00", "30.00"], ["30.00", "45.00"],
        )  # fmt: skip


def test_what_is_called_off_is_asked_for_again(flat: Flat) -> None:
    bill = owing(flat, "90.00")
    owing(flat, "60.00")
    for deed in (False, True):
        number = prepare(flat, bill)
        if deed:
            send(flat, number)
        with flat.session() as session:
            withdraw(session, flat.bob, number)
        assert steps(flat, bill) == [(BackStep.TO_ANNOUNCE, "45.00")]


def test_a_share_that_grew_asks_for_the_difference_and_one_that_shrank_for_nothing(
    light: Flat,
) -> None:
    bill = owing(light, "90.00")
    owing(light, "600.00")
    receive(light, prepare(light, bill))
    light.split(bill, Equally(people(light.alice, light.bob, light.dora)))
    assert steps(light, bill) == [(BackStep.PAID_BACK, "30.00")]
    light.split(bill, Equally(people(light.bob)))
    assert steps(light, bill) == [(BackStep.TO_ANNOUNCE, "45.00")]


def test_a_disputed_share_comes_back_as_it_was_paid(light: Flat) -> None:
    bill = owing(light, "90.00")
    owing(light, "60.00")
    receive(light, prepare(light, bill))
    with light.session() as session:
        dispute(session, light.bob, bill, "not mine")
    assert steps(light, bill) == []
    with light.session() as session:
        approve(session, light.bob, bill)
    assert steps(light, bill) == [(BackStep.PAID_BACK, "45.00")]


def test_money_of_no_bill_settles_the_oldest_share_first(flat: Flat) -> None:
    old, new = owing(flat, "90.00"), owing(flat, "60.00")
    receive(flat, settle(flat, "50.00"))
    assert steps(flat, old) == [(BackStep.EVEN, "45.00")]
    assert steps(flat, new) == [(BackStep.TO_ANNOUNCE, "25.00")]


def test_a_share_that_is_paid_back_shows_no_settlement_of_no_bill(light: Flat) -> None:
    bill, other = owing(light, "90.00"), owing(light, "60.00")
    receive(light, prepare(light, bill))
    settle(light, "30.00")
    assert steps(light, bill) == [(BackStep.PAID_BACK, "45.00")]
    assert steps(light, other) == [(BackStep.ANNOUNCED, "30.00")]


def test_a_settlement_of_no_bill_that_waits_leaves_the_rest_of_each_share_to_be_prepared(
    flat: Flat,
) -> None:
    """Bob announced 5.00 of the 75.00 that two bills make him owe, before or after he used their pages."""
    old, new = owing(flat, "90.00"), owing(flat, "60.00")
    free = (BackStep.ANNOUNCED, "5.00")
    number = settle(flat, "5.00")
    assert steps(flat, old) == [free, (BackStep.TO_ANNOUNCE, "40.00")]
    assert steps(flat, new) == [free, (BackStep.TO_ANNOUNCE, "30.00")]
    own = prepare(flat, old)
    assert own != number
    assert prepare(flat, old) == own, "pressed twice"
    assert steps(flat, old) == [free, (BackStep.ANNOUNCED, "40.00")]
    prepare(flat, new)
    with flat.session() as session:
        assert proposed(session, flat.alice) == ()


def test_where_a_settlement_of_no_bill_makes_all_that_is_owed_the_button_finds_it(
    flat: Flat,
) -> None:
    """Its page was opened before `settle --make` announced everything."""
    bill = owing(flat, "90.00")
    number = settle(flat, "45.00")
    assert steps(flat, bill) == [(BackStep.ANNOUNCED, "45.00")]
    assert prepare(flat, bill) == number


class Walk:
    """Bob's pages while bills come, money moves, and words are taken back."""

    def __init__(self, flat: Flat, seed: int) -> None:
        self.flat, self.chance, self.bills = flat, Random(seed), list[int]()

    def step(self) -> None:
        deed = self.chance.choice(
            [
                self.bill,
                self.page,
                self.page,
                self.free,
                self.go_on,
                self.go_on,
                self.go_on,
                self.doubt,
            ]
        )
        try:
            deed()
        except Problem:
            return  # refused: nothing moved

    def bill(self) -> None:
        amount = Money(self.chance.randint(2, 9_999), "EUR")
        payer = self.chance.choice(["Alice", "Alice", "Bob"])
        self.bills.append(owing(self.flat, str(amount), payer))

    def page(self) -> None:
        prepare(self.flat, self.chance.choice(self.bills or [0]))

    def free(self) -> None:
        settle(self.flat, str(Money(self.chance.randint(1, 600), "EUR")))

    def go_on(self) -> None:
        with self.flat.session() as session:
            numbers = list(session.scalars(select(Settlement.id)))
        if not numbers:
            return
        number = self.chance.choice(numbers)
        deed = self.chance.choice([send, receive, self.call_off])
        deed(self.flat, number)

    def call_off(self, flat: Flat, number: int) -> None:
        with flat.session() as session:
            withdraw(session, flat.bob, number)

    def doubt(self) -> None:
        number = self.chance.choice(self.bills or [0])
        with self.flat.session() as session:
            if self.chance.random() < 0.5:
                dispute(session, self.flat.bob, number, "hm")
            else:
                approve(session, self.flat.bob, number)

    def check(self) -> None:
        with self.flat.session() as session:
            left = {
                one.receiver: one.amount.minor
                for one in proposed(session, self.flat.bob, direct=True)
                if one.sender == self.flat.bob.person
            }
            who = (self.flat.bob.household_id, self.flat.bob.member_id)
            debts = {one.bill_id: one.minor for one in debts_of(session, *who)}
            pages = {bill: pay_back(session, self.flat.bob, bill, "en", NOW) for bill in self.bills}
            own = self.own(list(session.scalars(select(Settlement))))
        more = 0
        for bill, shown in pages.items():
            asked = sum(one.amount.minor for one in shown.ways if one.step is BackStep.TO_ANNOUNCE)
            more += asked
            if asked:
                assert own.get(bill, 0) + asked <= debts[bill]
        assert more <= left.get(self.flat.alice.person, 0)

    def own(self, rows: list[Settlement]) -> dict[int, int]:
        sums: dict[int, int] = {}
        for row in rows:
            if row.bill_id is not None and row.state.value != "withdrawn":
                sums[row.bill_id] = sums.get(row.bill_id, 0) + row.amount_minor
        return sums


@pytest.mark.parametrize("seed", range(4))
def test_all_pages_ask_for_no_more_than_is_owed_and_none_for_more_than_its_share(
    light: Flat, seed: int
) -> None:
    walk = Walk(light, seed)
    for _ in range(5):
        walk.bill()
    for _ in range(25):
        walk.step()
        walk.check()
