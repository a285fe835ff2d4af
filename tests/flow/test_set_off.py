"""A credit note is set off against a bill of the same payee: the order is for the rest, once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from sqlalchemy import func, select

from flow.correct import fix_bill
from flow.credits import set_offs
from flow.decide_match import pair
from flow.fix import Fix
from flow.order_draft import Wish
from flow.order_look import look
from flow.order_taken_back import withdraw_order
from flow.order_word import say_sent
from flow.set_off_door import plan_set_off, set_off_whole
from flow.talks.dispute import dispute_bill
from models.errors.orders import (
    ApprovalVoid,
    CreditUnusable,
    NothingOut,
    OrderStopped,
)
from models.errors.problem import Problem
from models.errors.values import NotFound
from models.journal import verify
from models.money import Money
from models.order import Step
from models.tables import Bill, JournalLine, SetOff
from models.verdict import Kind, State
from tests.flow.credit_house import credit, house, left, owed
from tests.flow.order_house import MONDAY, OrderHouse
from tests.flow.paid_bills import Asked, Line, arrive, bill, bring, csv_file, matches, state

__all__ = ["house"]

DAY = date(2026, 11, 25)


def told(house: OrderHouse) -> list[str]:
    with house.session() as session:
        verify(session)
        rows = session.scalars(select(JournalLine.what).order_by(JournalLine.id))
        return [what for what in rows if what.startswith("credit")]


def test_the_order_is_for_the_rest_and_its_proof_too(house: OrderHouse) -> None:
    number, note = owed(house), credit(house)
    assert [one.left for one in house.look(number).beside.open_credits] == [Money(12_30, "EUR")]
    made = house.pay(number, credit=note)
    assert made.order.amount == Money(71_90, "EUR")
    assert left(house, note) == "0.00"
    assert state(house.wiring, note) is State.CLOSED
    assert said_sent(house, number) == (State.HANDED_OVER, "0.00")
    bring(house.wiring, csv_file(Line("-71.90", f"VIREMENT {made.order.key.upper()}", DAY)))
    assert matches(house.wiring) == [("automatic", "end_to_end", f"bill {number}")]
    assert (state(house.wiring, number), bill(house.wiring, number).warnings) == (State.PAID, [])
    assert [row.step for row in house.orders(number)] == [Step.SEEN]
    assert told(house) == ["credit_set_off"]


def said_sent(house: OrderHouse, number: int) -> tuple[State, str]:
    sent = say_sent(house.wiring, number, MONDAY)
    return sent.state, str(sent.left)


def test_the_reduced_amount_is_seen_without_an_order_too(house: OrderHouse) -> None:
    number, note = owed(house), credit(house)
    house.look(number, credit=note)
    bring(house.wiring, csv_file(Line("-71.90", "VIR F-2031-77", DAY)))
    assert state(house.wiring, number) is State.PAID


def test_a_look_alone_sets_nothing_off(house: OrderHouse) -> None:
    number, note = owed(house), credit(house)
    shown = look(house.wiring, number, Wish(credit=note), house.now, keep=False)
    assert shown.order.amount == Money(71_90, "EUR")
    assert plan_set_off(house.wiring, number, note, house.now).left == Money(71_90, "EUR")
    assert (left(house, note), told(house)) == ("12.30", [])


def test_what_is_left_of_a_credit_note_pays_the_next_bill(house: OrderHouse) -> None:
    note = credit(house, "100.00")
    first, second = owed(house), owed(house, "50.00", "F-2031-78")
    taken = set_off_whole(house.wiring, first, note, house.now)
    assert (str(taken.amount), str(taken.rest)) == ("84.20", "15.80")
    assert state(house.wiring, note) is State.OPEN
    assert house.pay(second, credit=note).order.amount == Money(34_20, "EUR")
    assert (left(house, note), state(house.wiring, note)) == ("0.00", State.CLOSED)


def test_a_bill_that_a_credit_note_pays_whole_is_closed_and_no_order_leaves(
    house: OrderHouse,
) -> None:
    number, note = owed(house), credit(house, "84.20")
    house.look(number)
    taken = set_off_whole(house.wiring, number, note, house.now)
    assert (taken.left.minor, taken.rest.minor) == (0, 0)
    assert (state(house.wiring, number), state(house.wiring, note)) == (State.CLOSED, State.CLOSED)
    assert [row.step for row in house.orders(number)] == [Step.CANCELLED]
    with pytest.raises(OrderStopped, match="credit note pays this bill whole"):
        house.look(number)
    assert set_off_whole(house.wiring, number, note, house.now) == taken
    back = withdraw_order(house.wiring, number)
    assert (back.step, str(back.given_back)) == (None, "84.20")
    assert (state(house.wiring, number), state(house.wiring, note)) == (State.OPEN, State.OPEN)
    assert (left(house, note), house.look(number).order.amount.minor) == ("84.20", 84_20)
    assert told(house) == ["credit_set_off", "credit_given_back"]


def test_a_bill_that_is_not_paid_whole_is_not_closed(house: OrderHouse) -> None:
    number, note = owed(house), credit(house)
    with pytest.raises(CreditUnusable):
        set_off_whole(house.wiring, number, note, house.now)
    assert (left(house, note), state(house.wiring, number)) == ("12.30", State.OPEN)


def test_an_order_that_is_taken_back_gives_the_credit_back(house: OrderHouse) -> None:
    number, note = owed(house), credit(house)
    house.pay(number, credit=note)
    back = withdraw_order(house.wiring, number)
    assert (back.step, back.given_back) == (Step.REFUSED, Money(12_30, "EUR"))
    assert (left(house, note), state(house.wiring, note)) == ("12.30", State.OPEN)
    assert house.look(number).order.amount == Money(84_20, "EUR")
    assert house.pay(number, credit=note).order.amount == Money(71_90, "EUR")


def test_a_credit_stays_set_off_while_another_order_of_the_bill_is_out(house: OrderHouse) -> None:
    number, note = owed(house, "100.00"), credit(house, "30.00")
    house.pay(number, credit=note, part=Money(40_00, "EUR"))
    assert house.pay(number).order.amount == Money(30_00, "EUR")
    assert withdraw_order(house.wiring, number).given_back is None
    assert withdraw_order(house.wiring, number).given_back == Money(30_00, "EUR")
    with pytest.raises(NothingOut):
        withdraw_order(house.wiring, number)


def test_a_payment_that_came_back_leaves_the_credit_set_off(house: OrderHouse) -> None:
    number, note = owed(house), credit(house)
    key = house.pay(number, credit=note).order.key.upper()
    say_sent(house.wiring, number, MONDAY)
    bring(house.wiring, csv_file(Line("-71.90", f"VIREMENT {key}", DAY)))
    bring(house.wiring, csv_file(Line("71.90", f"REJET VIREMENT {key}", date(2026, 11, 27))))
    assert state(house.wiring, number) is State.OPEN
    assert house.look(number).order.amount == Money(71_90, "EUR")
    assert withdraw_order(house.wiring, number).given_back == Money(12_30, "EUR")


def test_the_order_that_was_approved_before_the_credit_is_approved_anew(house: OrderHouse) -> None:
    number, note = owed(house), credit(house)
    looked = house.look(number)
    house.approve(looked)
    reduced = house.look(number, credit=note)
    assert (reduced.step, reduced.order.amount) == (Step.CHECKED, Money(71_90, "EUR"))
    assert reduced.order.key == looked.order.key
    with pytest.raises(ApprovalVoid):
        house.hand_over(looked)


@pytest.mark.parametrize(
    "wrong",
    [
        {"biller": "Syndic Alpha"}, {"kind": Kind.TO_PAY}, {"sure": 0.5},
    ],
    ids=["another biller", "a bill", "to review"],
)  # fmt: skip
def test_what_is_no_credit_of_this_payee_is_refused(
    house: OrderHouse, wrong: dict[str, object]
) -> None:
    number = owed(house)
    other = arrive(
        house.wiring,
        Asked(**({"amount": "12.30", "number": "A-1077", "kind": Kind.CREDIT_NOTE} | wrong)),  # type: ignore[arg-type]
    )
    assert house.look(number).beside.open_credits == ()
    with pytest.raises(CreditUnusable):
        house.look(number, credit=other)


def test_another_currency_is_refused(house: OrderHouse) -> None:
    number, note = owed(house), credit(house)
    house.change(note, currency="CHF")
    with pytest.raises(CreditUnusable):
        house.look(number, credit=note)


def test_a_held_or_paid_out_credit_note_is_refused(house: OrderHouse) -> None:
    number, note = owed(house), credit(house)
    for end in (State.STOPPED, State.PAID, State.CLOSED):
        house.change(note, state=end)
        with pytest.raises(CreditUnusable):
            house.look(number, credit=note)


@pytest.mark.parametrize("number", [0, -3, 99, 2**70])
def test_a_credit_note_that_is_not_there_is_one_sentence(house: OrderHouse, number: int) -> None:
    with pytest.raises(NotFound):
        house.look(owed(house), credit=number)


def test_a_bill_that_is_debited_or_paid_takes_no_credit(house: OrderHouse) -> None:
    debited, note = owed(house, kind=Kind.TO_BE_DEBITED), credit(house)
    with pytest.raises(CreditUnusable):
        plan_set_off(house.wiring, debited, note, house.now)
    number = owed(house, number="F-2031-79")
    house.pay(number)
    with pytest.raises(CreditUnusable):
        house.look(number, credit=note)


def test_money_that_came_back_after_all_is_owed_again(house: OrderHouse) -> None:
    number, note = owed(house), credit(house)
    house.look(number, credit=note)
    bring(house.wiring, csv_file(Line("12.30", "REMBOURSEMENT", DAY)))
    assert matches(house.wiring) == []
    pair(house.wiring, 1, note)
    with house.session() as session:
        assert set_offs(session).of(session.get_one(Bill, number)) == 0
    assert state(house.wiring, note) is State.PAID
    assert house.look(number).order.amount == Money(84_20, "EUR")


def test_a_credit_note_that_is_corrected_downwards_opens_its_bill_again(house: OrderHouse) -> None:
    number, note = owed(house), credit(house, "84.20")
    set_off_whole(house.wiring, number, note, house.now)
    fix_bill(house.wiring, note, Fix(amount=Money(20_00, "EUR").decimal))
    assert state(house.wiring, number) is State.OPEN
    assert house.look(number).order.amount == Money(64_20, "EUR")
    fix_bill(house.wiring, note, Fix(kind=Kind.OTHER))
    assert house.look(number).order.amount == Money(84_20, "EUR")


def test_a_reminder_that_comes_late_does_not_open_a_bill_that_was_set_off(
    house: OrderHouse,
) -> None:
    number, note = owed(house), credit(house, "84.20")
    set_off_whole(house.wiring, number, note, house.now)
    assert owed(house, kind=Kind.REMINDER) == number
    assert state(house.wiring, number) is State.CLOSED


def test_many_bills_at_once_never_use_a_credit_note_twice(house: OrderHouse) -> None:
    note = credit(house, "100.00")
    bills = [owed(house, "30.00", f"F-3000-{number}") for number in range(12)]
    start = Barrier(len(bills))

    def take(number: int) -> str:
        start.wait()
        ways = (
            lambda: set_off_whole(house.wiring, number, note, house.now),
            lambda: house.look(number, credit=note),
        )
        for way in ways:
            try:
                way()
            except Problem as problem:
                end = problem.code
            else:
                return "taken"
        return end

    with ThreadPoolExecutor(len(bills)) as pool:
        ends = list(pool.map(take, bills))
    assert (ends.count("taken"), ends.count("credit_unusable")) == (4, 8)
    with house.session() as session:
        used = session.scalar(select(func.sum(SetOff.amount_minor)))
        verify(session)
    assert (used, left(house, note)) == (100_00, "0.00")
    paid = {house.orders(number)[0].amount_minor for number in bills if house.orders(number)}
    assert paid == {20_00}


def test_a_disputed_bill_is_not_set_off(house: OrderHouse) -> None:
    number, note = owed(house), credit(house, "84.20")
    with house.session() as session, session.begin():
        dispute_bill(session, number, "wrong meter", house.now)
    with pytest.raises(OrderStopped):
        set_off_whole(house.wiring, number, note, house.now)
