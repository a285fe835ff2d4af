"""Our own id on a statement: the order is seen, its bill paid; taken back, both wait again."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from flow.decide_match import confirm, pair, unmatch
from flow.order_draft import Wish
from flow.order_look import look_again
from flow.order_taken_back import withdraw_order
from flow.order_word import say_sent
from models.errors.orders import OrderStopped, SeenInPart
from models.money import Money
from models.order import Step
from models.verdict import State
from tests.flow.order_house import FRENCH, MONDAY, OrderHouse, rules, wiring_on
from tests.flow.paid_bills import (
    Asked,
    Line,
    arrive,
    bill,
    bring,
    csv_file,
    matches,
    state,
    written,
)
from tests.flow.post import account

DAY = date(2026, 11, 25)


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> Iterator[OrderHouse]:
    wiring = wiring_on(database_url, tmp_path)
    yield OrderHouse(wiring, account(wiring), tmp_path / "papers")
    wiring.engine.dispose()


def ordered(house: OrderHouse, *parts: str) -> tuple[int, list[str]]:
    """A bill of 84.20 without number, handed over whole or in parts; the keys of its orders."""
    number = arrive(house.wiring, Asked(number="", iban=FRENCH, due=date(2026, 11, 30)))
    for part in parts:
        house.pay(number, part=Money.of(part, "EUR") if part else None)
        say_sent(house.wiring, number, MONDAY)
    return number, [order.key for order in house.orders(number)]


def paying(amount: str, key: str, on: date = DAY) -> bytes:
    return csv_file(Line(amount, f"VIREMENT {key.upper()}", on))


def steps(house: OrderHouse, number: int) -> list[Step]:
    return [order.step for order in house.orders(number)]


def test_our_id_proves_order_and_bill(house: OrderHouse) -> None:
    number, (key,) = ordered(house, "")
    assert state(house.wiring, number) is State.HANDED_OVER
    bring(house.wiring, paying("-84.20", key))
    assert matches(house.wiring) == [("automatic", "end_to_end", f"bill {number}")]
    assert (state(house.wiring, number), steps(house, number)) == (State.PAID, [Step.SEEN])
    assert ("order_seen", "payment 1") in written(house.wiring)
    unmatch(house.wiring, 1)
    assert steps(house, number) == [Step.HANDED_OVER]
    assert state(house.wiring, number) is State.HANDED_OVER
    confirm(house.wiring, 1)
    assert (state(house.wiring, number), steps(house, number)) == (State.PAID, [Step.SEEN])


def test_two_parts_pay_one_bill(house: OrderHouse) -> None:
    number, (first, second) = ordered(house, "50.00", "34.20")
    bring(house.wiring, paying("-50.00", first))
    assert steps(house, number) == [Step.SEEN, Step.HANDED_OVER]
    assert bill(house.wiring, number).warnings == ["paid_in_part:50.00 EUR"]
    bring(house.wiring, paying("-34.20", second))
    assert (state(house.wiring, number), steps(house, number)) == (State.PAID, [Step.SEEN] * 2)
    assert bill(house.wiring, number).warnings == []


def test_what_a_statement_proves_is_not_ordered_again(house: OrderHouse) -> None:
    number = arrive(house.wiring, Asked(iban=FRENCH, due=date(2026, 11, 30)))
    bring(house.wiring, csv_file(Line("-50.00", "CHEQUE 12", DAY)))
    pair(house.wiring, 1, number)
    assert bill(house.wiring, number).warnings == ["paid_in_part:50.00 EUR"]
    house.pay(number)
    assert [order.amount_minor for order in house.orders(number)] == [3420]


def test_a_payment_that_was_not_confirmed_is_asked_about_before_it_is_ordered_again(
    house: OrderHouse,
) -> None:
    number = arrive(house.wiring, Asked(number="", iban=FRENCH, due=date(2026, 11, 30)))
    bring(house.wiring, csv_file(Line("-84.20", "PRLV ENERGIE DU VALLON", DAY)))
    assert "maybe_paid" in rules(house.look(number))
    with pytest.raises(OrderStopped):
        house.approve(house.look(number))
    unmatch(house.wiring, 1)
    assert "maybe_paid" not in rules(house.look(number))


def test_an_order_of_which_a_part_is_seen_stays_out_and_nothing_is_paid_twice(
    house: OrderHouse,
) -> None:
    number = arrive(house.wiring, Asked("211.00", "", iban=FRENCH, due=date(2026, 11, 30)))
    house.pay(number, rail="sepa-sheet")
    bring(house.wiring, csv_file(Line("-23.11", "CHEQUE 12", DAY)))
    pair(house.wiring, 1, number)
    assert (state(house.wiring, number), steps(house, number)) == (State.OPEN, [Step.HANDED_OVER])
    told = r"23\.11 EUR .* 211\.00 EUR .* then 187\.89 EUR are left"
    with pytest.raises(SeenInPart, match=told):
        house.look(number)
    with pytest.raises(SeenInPart, match=told):
        look_again(house.wiring, number, Wish())
    withdraw_order(house.wiring, number)
    assert house.look(number).order.amount == Money(187_89, "EUR")


def test_an_order_is_seen_once_its_parts_make_it_up(house: OrderHouse) -> None:
    number = arrive(house.wiring, Asked("100.00", "", iban=FRENCH, due=date(2026, 11, 30)))
    house.pay(number)
    for entry, part in enumerate(("-40.00", "-60.00"), start=1):
        assert steps(house, number) == [Step.HANDED_OVER]
        bring(house.wiring, csv_file(Line(part, f"CHEQUE {part}", DAY)))
        pair(house.wiring, entry, number)
    assert (state(house.wiring, number), steps(house, number)) == (State.PAID, [Step.SEEN])
    unmatch(house.wiring, 2)
    assert steps(house, number) == [Step.HANDED_OVER]


def test_an_order_that_came_back_is_refused_and_its_bill_open(house: OrderHouse) -> None:
    number, (key,) = ordered(house, "")
    bring(house.wiring, paying("-84.20", key))
    back = Line("84.20", f"REJET VIREMENT {key.upper()}", date(2026, 11, 27))
    bring(house.wiring, csv_file(back))
    for _ in range(2):
        assert (state(house.wiring, number), steps(house, number)) == (State.OPEN, [Step.REFUSED])
        assert bill(house.wiring, number).warnings[0].startswith("payment_returned")
        bring(house.wiring, csv_file(Line("-3.00", "CB CAFE", DAY)))
