"""An order's road: drawn up, checked, approved as it was shown, handed over once."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from flow.order_draft import Wish
from flow.order_look import look
from models.errors.orders import AlreadyHandedOver, ApprovalVoid, OrderInvalid
from models.errors.values import NotFound
from models.journal import verify
from models.money import Money
from models.order import Step
from models.reading import Means
from models.tables import Assent, AttemptState, JournalLine
from models.verdict import Kind
from tests.flow.order_house import OTHER, OrderHouse, rules


def test_a_bill_becomes_an_order_that_is_checked_approved_and_handed_over(
    each: OrderHouse,
) -> None:
    bill = each.bill()
    looked = each.look(bill)
    assert (looked.step, looked.order.amount) == (Step.CHECKED, Money(84_21, "EUR"))
    assert looked.order.payee.name == "Eaux du Vallon"
    assert rules(looked) == {"payee_new", "no_secret_code"}
    each.approve(looked)
    made = each.hand_over(looked, "sepa-sheet")
    assert {path.name for path in made.paths} == {"sheet.png", "sheet.svg", "sheet.txt"}
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in made.paths)
    (order,) = each.orders(bill)
    assert (order.step, order.rail, order.open_slot) == (Step.HANDED_OVER, "sepa-sheet", None)
    (attempt,) = each.attempts(order.id)
    assert attempt.state is AttemptState.MADE
    with each.session() as session:
        lines = session.scalars(select(JournalLine.what).order_by(JournalLine.id)).all()
        assert verify(session) == len(lines)
    assert lines == [
        "order_drawn_up", "order_checked", "order_approved", "order_handing_over", "order_handed_over",
    ]  # fmt: skip


def test_a_look_alone_writes_nothing(house: OrderHouse) -> None:
    bill = house.bill()
    look(house.wiring, bill, Wish(), house.now, keep=False)
    assert house.orders(bill) == []
    with house.session() as session:
        assert verify(session) == 0


def test_the_same_bill_is_never_handed_over_twice(house: OrderHouse) -> None:
    bill = house.bill()
    house.pay(bill)
    with pytest.raises(AlreadyHandedOver):
        house.look(bill)
    assert len(house.orders(bill)) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"iban": OTHER}, {"amount_minor": 9999}, {"number": "F-9"}, {"reference": "RF18539007547034"},
        {"biller": "Eaux du Vallon SA"}, {"currency": "CHF"}, {"kind": Kind.REMINDER},
    ],
    ids=lambda change: next(iter(change)),
)  # fmt: skip
def test_any_change_of_the_bill_voids_the_approval(
    house: OrderHouse, change: dict[str, object]
) -> None:
    bill = house.bill()
    looked = house.look(bill)
    house.approve(looked)
    house.change(bill, **change)
    with pytest.raises(ApprovalVoid):
        house.hand_over(looked)
    again = house.look(bill)
    assert again.step is Step.CHECKED
    with house.session() as session:
        assert [row.void_at is None for row in session.scalars(select(Assent))] == [False]


def test_what_was_shown_is_what_is_approved(each: OrderHouse) -> None:
    bill = each.bill()
    shown = each.look(bill)
    each.change(bill, amount_minor=1)
    with pytest.raises(ApprovalVoid):
        each.approve(shown)
    each.look(bill)
    with pytest.raises(ApprovalVoid):
        each.approve(shown)
    assert [row.step for row in each.orders(bill)] == [Step.CHECKED]


def test_an_order_that_was_not_approved_is_not_handed_over(house: OrderHouse) -> None:
    looked = house.look(house.bill())
    with pytest.raises(ApprovalVoid):
        house.hand_over(looked)
    assert house.attempts(looked.payment_id) == []


def test_parts_never_make_more_than_the_bill(each: OrderHouse) -> None:
    bill = each.bill(amount_minor=100_00)
    each.pay(bill, part=Money(40_00, "EUR"))
    too_much = each.look(bill, part=Money(60_01, "EUR"))
    assert "more_than_left" in rules(too_much)
    rest = each.pay(bill)
    assert rest.order.amount == Money(60_00, "EUR")
    with pytest.raises(AlreadyHandedOver):
        each.look(bill)
    assert sum(row.amount_minor for row in each.orders(bill)) == 100_00


@pytest.mark.parametrize(
    "change",
    [
        {"amount_minor": None, "currency": None},
        {"amount_minor": 0},
        {"amount_minor": -5},
        {"biller": " "},
    ],
)
def test_a_bill_that_names_no_amount_or_payee_makes_no_order(
    house: OrderHouse, change: dict[str, object]
) -> None:
    bill = house.bill(**change)
    with pytest.raises(OrderInvalid):
        house.look(bill)
    assert house.orders(bill) == []


@pytest.mark.parametrize("number", [0, -1, 999, 2**70])
def test_a_bill_that_is_not_there_is_one_sentence(house: OrderHouse, number: int) -> None:
    with pytest.raises(NotFound):
        house.look(number)


def test_another_day_needs_no_new_approval(house: OrderHouse) -> None:
    bill = house.bill()
    looked = house.look(bill)
    house.approve(looked)
    day = (house.now + timedelta(days=3)).date()
    moved = house.look(bill, on=day)
    assert (moved.digest, moved.approved) == (looked.digest, True)
    assert house.hand_over(moved).order.on == day


def test_a_day_that_passed_while_the_order_waited_is_today(house: OrderHouse) -> None:
    bill = house.bill()
    house.look(bill)
    house.later(days=5)
    assert house.look(bill).order.on == house.now.date()
    with pytest.raises(OrderInvalid):
        house.look(bill, on=(house.now - timedelta(days=1)).date())


def test_a_late_arrival_is_told_before_the_approval(house: OrderHouse) -> None:
    bill = house.bill(due_on=house.now.date())
    assert len(house.look(bill).notes) == 1
    assert house.look(bill, instant=True).notes == ()


def test_a_debit_is_watched_on_its_own_day(house: OrderHouse) -> None:
    day = (house.now + timedelta(days=9)).date()
    bill = house.bill(kind=Kind.TO_BE_DEBITED, due_on=day)
    made = house.pay(bill, rail="direct-debit")
    assert made.order.on == day


def test_a_bill_that_speaks_of_a_debit_is_asked_about(house: OrderHouse) -> None:
    bill = house.bill(means=Means.DIRECT_DEBIT)
    assert "speaks_of_debit" in {flag.rule for flag in house.look(bill).asks}
    assert "speaks_of_debit" not in rules(house.look(bill, rail="direct-debit"))
