"""“I sent it” of a bill that is held, or debited by itself: asked first, and nothing is made safe by it."""

import pytest

from flow.order_word import say_sent
from models.errors.orders import OrderStopped
from models.money import Money
from models.verdict import Kind, State
from tests.flow.order_house import FRENCH, OTHER, OrderHouse, rules


def test_money_sent_to_a_held_bill_is_noted_only_when_told_and_the_bill_stays_held(
    house: OrderHouse,
) -> None:
    bill = house.bill(state=State.STOPPED)
    with pytest.raises(OrderStopped):
        say_sent(house.wiring, bill, house.now)
    assert house.orders(bill) == []
    sent = say_sent(house.wiring, bill, house.now, answered={"sent_to_held"})
    assert (sent.state, sent.left.minor) == (State.STOPPED, 0)
    (order,) = house.orders(bill)
    assert order.sent_at == house.now


def test_money_sent_to_a_held_bill_vouches_for_no_account(house: OrderHouse) -> None:
    house.pay(house.bill(iban=FRENCH))
    forged = house.bill(iban=OTHER, state=State.STOPPED)
    say_sent(house.wiring, forged, house.now, answered={"sent_to_held"})
    assert "account_changed" in rules(house.look(house.bill(iban=OTHER)))


def test_a_word_on_a_bill_that_is_debited_by_itself_is_asked_about(house: OrderHouse) -> None:
    bill = house.bill(kind=Kind.TO_BE_DEBITED)
    with pytest.raises(OrderStopped):
        say_sent(house.wiring, bill, house.now)
    sent = say_sent(house.wiring, bill, house.now, answered={"sent_beside_debit"})
    assert sent.state is State.HANDED_OVER


def test_an_amount_that_was_not_read_for_sure_is_asked_about_until_an_order_was_approved(
    house: OrderHouse,
) -> None:
    unsure = {"state": State.REVIEW, "confidences": {"amount": 0.6}}
    bill = house.bill(amount_minor=9480_00, **unsure)
    with pytest.raises(OrderStopped, match=r"not read for sure.*9480\.00 EUR"):
        say_sent(house.wiring, bill, house.now)
    assert house.orders(bill) == []
    sent = say_sent(house.wiring, bill, house.now, answered={"sent_amount_unsure"})
    assert sent.amount == Money(9480_00, "EUR")
    assert say_sent(house.wiring, bill, house.now).again
    part = say_sent(house.wiring, house.bill(**unsure), house.now, part=Money(5_00, "EUR"))
    assert (part.amount, part.again) == (Money(5_00, "EUR"), False)
    ordered = house.bill(**unsure)
    house.pay(ordered)
    assert say_sent(house.wiring, ordered, house.now).left.minor == 0


def test_no_more_can_have_been_sent_than_is_left(house: OrderHouse) -> None:
    bill = house.bill(amount_minor=100_00)
    with pytest.raises(OrderStopped, match=r"Of this bill 100\.00 EUR are left to pay\."):
        say_sent(house.wiring, bill, house.now, part=Money(100_01, "EUR"))
    assert house.orders(bill) == []
    say_sent(house.wiring, bill, house.now, part=Money(30_00, "EUR"))
    with pytest.raises(OrderStopped, match=r"Of this bill 70\.00 EUR are left to pay\."):
        say_sent(house.wiring, bill, house.now, part=Money(70_01, "EUR"))


def test_an_order_of_too_much_that_was_refused_is_not_taken_for_what_was_sent(
    house: OrderHouse,
) -> None:
    bill = house.bill(amount_minor=100_00)
    assert house.look(bill, part=Money(999_00, "EUR")).stops
    assert say_sent(house.wiring, bill, house.now).amount == Money(100_00, "EUR")
