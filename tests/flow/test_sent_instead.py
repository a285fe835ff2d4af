"""“I sent a part” while an order over more is out: asked, and with the yes that order is taken back."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from threading import Barrier

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from flow.credits import set_offs
from flow.order_taken_back import withdraw_order
from flow.order_word import Sent, say_sent
from flow.schedule import asked_for
from flow.sent_doubts import sent_doubts
from models.errors.orders import OrderStopped
from models.errors.problem import Problem
from models.journal import verify
from models.money import Money
from models.order import Step
from models.tables import Bill, JournalLine
from models.verdict import Kind, State
from tests.flow.credit_house import credit, house, light_house, owed
from tests.flow.order_house import OrderHouse
from tests.flow.paid_bills import Line, bill, bring, csv_file, matches, state

__all__ = ["house", "light_house"]

PART = Money(40_00, "EUR")


def word(house: OrderHouse, number: int, part: Money = PART, *, yes: bool = True) -> Sent:
    """The person's word, with every question answered."""
    asked = {flag.rule for flag in sent_doubts(house.wiring, number, part)} if yes else set()
    return say_sent(house.wiring, number, house.now, part=part, answered=asked)


def steps(house: OrderHouse, number: int) -> list[tuple[str, Step]]:
    return [(str(row.amount), row.step) for row in house.orders(number)]


def held(house: OrderHouse, number: int) -> int:
    """What orders that are out and credit notes pay together of a bill, in minor units."""
    gone = (Step.HANDED_OVER, Step.SEEN)
    paid = sum(row.amount_minor for row in house.orders(number) if row.step in gone)
    with house.session() as session:
        return paid + set_offs(session).of(session.get_one(Bill, number))


def test_an_order_over_the_whole_that_is_out_is_told_before_a_part_is_noted(
    house: OrderHouse,
) -> None:
    number = owed(house)
    house.pay(number)
    (flag,) = sent_doubts(house.wiring, number, PART)
    assert "An order over 84.20 EUR of this bill is out (by hand)" in flag.because.told("en")
    with pytest.raises(OrderStopped, match=r"84\.20 EUR of this bill is out \(by hand\)"):
        word(house, number, yes=False)
    assert steps(house, number) == [("84.20", Step.HANDED_OVER)]


def test_a_part_that_was_sent_instead_takes_the_order_back_and_leaves_the_rest(
    house: OrderHouse,
) -> None:
    number = owed(house)
    key = house.pay(number).order.key
    sent = word(house, number)
    assert sent.set_aside is not None
    assert (sent.set_aside.key, str(sent.set_aside.amount), sent.set_aside.rail) == (
        key, "84.20", "by-hand",
    )  # fmt: skip
    assert (str(sent.amount), str(sent.left), sent.state) == ("40.00", "44.20", State.OPEN)
    assert sent.key != key
    again = word(house, number)
    assert (again.key, again.set_aside) == (sent.key, None)
    assert steps(house, number) == [("84.20", Step.REFUSED), ("40.00", Step.HANDED_OVER)]
    assert str(house.pay(number).order.amount) == "44.20"
    assert held(house, number) == 84_20
    with house.session() as session:
        verify(session)
        lines = session.scalars(select(JournalLine).order_by(JournalLine.id)).all()
    told = [line for line in lines if line.what in {"order_withdrawn", "order_sent"}]
    assert [line.what for line in told] == ["order_withdrawn", "order_sent", "order_sent"]
    assert key in told[1].detail


def test_what_was_said_to_be_sent_stands_and_the_refusal_says_what_to_do(house: OrderHouse) -> None:
    number = owed(house)
    house.pay(number)
    say_sent(house.wiring, number, house.now)
    assert sent_doubts(house.wiring, number, PART) == ()
    with pytest.raises(OrderStopped) as stopped:
        word(house, number)
    told = stopped.value.told("en")
    assert "Orders over 84.20 EUR are out or were sent" in told
    assert f"`facteur pay {number} --withdraw`" in told
    withdraw_order(house.wiring, number)
    assert str(word(house, number).left) == "44.20"


def test_a_part_beside_which_the_order_has_room_is_asked_nothing(house: OrderHouse) -> None:
    number = owed(house)
    house.pay(number, part=Money(44_20, "EUR"))
    sent = word(house, number, yes=False)
    assert (sent.set_aside, sent.left.minor, sent.state) == (None, 0, State.HANDED_OVER)
    assert held(house, number) == 84_20


def test_of_several_orders_the_last_one_with_room_is_meant_and_the_bill_is_open_again(
    house: OrderHouse,
) -> None:
    number = owed(house, "100.00")
    house.pay(number, part=Money(60_00, "EUR"))
    say_sent(house.wiring, number, house.now, part=Money(10_00, "EUR"))
    house.pay(number)
    say_sent(house.wiring, number, house.now, part=Money(30_00, "EUR"))
    assert state(house.wiring, number) is State.HANDED_OVER
    sent = word(house, number, Money(50_00, "EUR"))
    assert sent.set_aside is not None
    assert str(sent.set_aside.amount) == "60.00"
    assert (str(sent.left), sent.state) == ("10.00", State.OPEN)
    assert held(house, number) == 90_00


def test_papers_that_were_begun_may_be_out_too(house: OrderHouse) -> None:
    number = owed(house, "100.00")
    looked = house.look(number, part=Money(50_00, "EUR"))
    house.approve(looked)
    house.begin(looked)
    with pytest.raises(OrderStopped, match=r"50\.00 EUR of this bill is out \(payment sheet\)"):
        word(house, number, yes=False)
    sent = word(house, number)
    assert sent.set_aside is not None
    assert sent.set_aside.rail == "sepa-sheet"
    assert steps(house, number) == [("50.00", Step.CANCELLED), ("40.00", Step.HANDED_OVER)]


def test_a_debit_that_the_biller_takes_is_nothing_to_take_back(house: OrderHouse) -> None:
    number = owed(house, kind=Kind.TO_BE_DEBITED)
    looked = house.look(number, rail="direct-debit")
    house.approve(looked)
    house.hand_over(looked, "direct-debit")
    assert [flag.rule for flag in sent_doubts(house.wiring, number, PART)] == ["sent_beside_debit"]
    with pytest.raises(OrderStopped, match=r"Orders over 84\.20 EUR are out"):
        word(house, number)


def test_a_credit_note_that_is_set_off_stays_with_the_part(house: OrderHouse) -> None:
    number, note = owed(house), credit(house)
    house.pay(number, credit=note)
    assert str(word(house, number).left) == "31.90"
    assert held(house, number) == 52_30


def test_the_whole_that_the_bank_carried_out_after_all_is_what_is_proven(house: OrderHouse) -> None:
    number = owed(house)
    key = house.pay(number).order.key
    part = word(house, number)
    line = Line("-84.20", f"VIREMENT {key.upper()} F-2031-77", date(2026, 11, 25))
    bring(house.wiring, csv_file(line))
    assert [what for _, _, what in matches(house.wiring)] == [f"bill {number}"]
    assert state(house.wiring, number) is State.PAID
    with pytest.raises(OrderStopped, match="already paid"):
        house.look(number)
    twice = Line("-40.00", f"VIREMENT {part.key.upper()}", date(2026, 11, 26))
    bring(house.wiring, csv_file(twice))
    assert state(house.wiring, number) is State.PAID
    assert bill(house.wiring, number).warnings == ["overpaid:40.00 EUR"]


def test_of_many_words_at_once_one_takes_the_order_back(house: OrderHouse) -> None:
    number = owed(house)
    house.pay(number)
    asked = {flag.rule for flag in sent_doubts(house.wiring, number, PART)}
    start = Barrier(6)

    def say(_: int) -> str:
        start.wait()
        return say_sent(house.wiring, number, house.now, part=PART, answered=asked).key

    with ThreadPoolExecutor(6) as pool:
        assert len(set(pool.map(say, range(6)))) == 1
    assert steps(house, number) == [("84.20", Step.REFUSED), ("40.00", Step.HANDED_OVER)]


EVERY_DEED = (
    ("pay", 1), ("word", 40_00), ("part", 30_00), ("word", 35_00), ("sent", 1), ("word", 90_00),
    ("back", 1), ("word", 60_00), ("pay", 1), ("word", 60_00), ("sent", 1),
)  # fmt: skip
DEEDS = st.lists(
    st.tuples(st.sampled_from(sorted({what for what, _ in EVERY_DEED})), st.integers(1, 9_000)),
    max_size=8,
)


def test_after_every_deed_no_bill_is_paid_more_than_it_asks(house: OrderHouse) -> None:
    number = owed(house)
    for what, minor in EVERY_DEED:
        _do(house, number, what, minor)
    assert held(house, number) == 84_20


@given(whole=st.integers(1, 9_000), deeds=DEEDS)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_is_said_and_made_no_bill_is_paid_more_than_it_asks(
    light_house: OrderHouse, whole: int, deeds: list[tuple[str, int]]
) -> None:
    with light_house.session() as session:
        made = session.scalar(select(func.max(Bill.id))) or 0
    number = owed(light_house, str(Money(whole, "EUR")), f"F-{made}")
    for what, minor in deeds:
        _do(light_house, number, what, minor)


def _do(house: OrderHouse, number: int, what: str, minor: int) -> None:
    """One deed, which may be refused; what is out never makes more than the bill asks for."""
    with suppress(Problem):
        match what:
            case "pay":
                house.pay(number)
            case "part":
                house.pay(number, part=Money(minor, "EUR"))
            case "word":
                word(house, number, Money(minor, "EUR"))
            case "sent":
                say_sent(house.wiring, number, house.now)
            case "back":
                withdraw_order(house.wiring, number)
    with house.session() as session:
        asks = asked_for(session, session.get_one(Bill, number))
    assert asks is not None
    assert held(house, number) <= asks.minor
