"""“I sent it” of a bill that is held, or debited by itself: asked first, and nothing is made safe by it."""

import pytest

from flow.order_word import say_sent
from models.errors.orders import OrderStopped
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
