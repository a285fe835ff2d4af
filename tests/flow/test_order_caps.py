"""Caps, and many approvals at once: the sums hold on both databases."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from flow.caps import member_caps, show_caps
from flow.caps_asked import Wanted, ask_caps, caps_currency, raises_cap
from flow.order_taken_back import withdraw_order
from models.errors.orders import CapsOfTwoCurrencies, CodeUnset, OrderStopped, SecretNeeded
from models.errors.problem import Problem
from models.journal import verify
from models.money import Money
from models.order import Step
from models.tables import Assent, Payment
from pay.policy.caps import MEMBER_CAPS, Caps
from tests.flow.order_house import OrderHouse, rules


def test_caps_hold_and_a_raise_waits_a_day(house: OrderHouse) -> None:
    app = house.code_app()
    cap = Money(80_00, "EUR")
    assert ask_caps(house.wiring, Wanted(transfer=cap), house.now).now.transfer == cap
    bill = house.bill(amount_minor=90_00)
    assert "above_cap" in rules(house.look(bill))
    raised = Wanted(transfer=Money(200_00, "EUR"))
    with pytest.raises(SecretNeeded):
        ask_caps(house.wiring, raised, house.now)
    told = ask_caps(house.wiring, raised, house.now, app.code())
    assert (told.now.transfer, told.later.transfer) == (cap, Money(200_00, "EUR"))
    assert told.later_at == house.now + timedelta(hours=24)
    house.later(hours=23.9)
    assert "above_cap" in rules(house.look(bill))
    house.later(hours=0.2)
    assert "above_cap" not in rules(house.look(bill))


def test_a_cap_is_never_raised_without_a_secret_code(house: OrderHouse) -> None:
    ask_caps(house.wiring, Wanted(month=Money(10_00, "EUR")), house.now)
    with pytest.raises(CodeUnset):
        ask_caps(house.wiring, Wanted(no_month=True), house.now, "123456")


def test_a_cap_keeps_its_currency_when_the_other_is_asked_for_in_another(each: OrderHouse) -> None:
    ask_caps(each.wiring, Wanted(Money(500_00, "EUR"), Money(1_500_00, "EUR")), each.now)
    before = show_caps(each.wiring, each.now)
    francs = Money(400_00, "CHF")
    for wanted, kept in ((Wanted(transfer=francs), "1500.00"), (Wanted(month=francs), "500.00")):
        with pytest.raises(CapsOfTwoCurrencies) as refused:
            raises_cap(each.wiring, wanted, each.now)
        assert f"stays at {kept} EUR" in refused.value.told("en")
        with pytest.raises(CapsOfTwoCurrencies):
            ask_caps(each.wiring, wanted, each.now)
    assert show_caps(each.wiring, each.now) == before
    assert caps_currency(each.wiring) == "EUR"


def test_both_caps_go_to_another_currency_together_as_a_raise(each: OrderHouse) -> None:
    euros, francs = Money(500_00, "EUR"), Money(400_00, "CHF")
    app = each.code_app()
    ask_caps(each.wiring, Wanted(euros, Money(1_500_00, "EUR")), each.now)
    told = ask_caps(each.wiring, Wanted(francs, no_month=True), each.now, app.code())
    assert (told.now.transfer, told.later) == (euros, Caps(francs, None))
    each.later(hours=24)
    assert show_caps(each.wiring, each.now).members == Caps(francs, None)
    assert caps_currency(each.wiring) == "CHF"
    assert "cap_currency" in rules(each.look(each.bill(amount_minor=1_00)))
    francs_bill = each.look(each.bill(amount_minor=1_00, currency="CHF"))
    assert not {"cap_currency", "above_cap"} & rules(francs_bill)


def test_a_first_cap_is_no_raise_in_any_currency(each: OrderHouse) -> None:
    francs = Money(400_00, "CHF")
    assert ask_caps(each.wiring, Wanted(transfer=francs), each.now).now.transfer == francs
    with pytest.raises(CodeUnset):
        ask_caps(each.wiring, Wanted(transfer=Money(400_00, "EUR")), each.now)


def test_the_old_caps_hold_until_both_are_in_the_new_currency(each: OrderHouse) -> None:
    app = each.code_app()
    ask_caps(each.wiring, Wanted(transfer=Money(500_00, "EUR")), each.now)
    both = Wanted(Money(400_00, "CHF"), Money(1_000_00, "CHF"))
    told = ask_caps(each.wiring, both, each.now, app.code())
    assert told.now == Caps(Money(500_00, "EUR"))
    euros, francs = each.bill(), each.bill(currency="CHF")
    each.later(hours=23)
    assert "cap_currency" not in rules(each.look(euros))
    assert "cap_currency" in rules(each.look(francs))
    each.later(hours=1)
    assert "cap_currency" in rules(each.look(euros))
    assert "cap_currency" not in rules(each.look(francs))


def test_a_cut_asks_for_no_code_and_leaves_the_clock_of_a_raise_alone(each: OrderHouse) -> None:
    app = each.code_app()
    ask_caps(each.wiring, Wanted(Money(50_00, "EUR"), Money(500_00, "EUR")), each.now)
    raised = ask_caps(each.wiring, Wanted(Money(90_00, "EUR")), each.now, app.code())
    each.later(hours=20)
    cut = ask_caps(each.wiring, Wanted(month=Money(300_00, "EUR")), each.now)
    assert cut.now == Caps(Money(50_00, "EUR"), Money(300_00, "EUR"))
    assert cut.later == Caps(Money(90_00, "EUR"), Money(300_00, "EUR"))
    assert (cut.later_at, cut.withdrawn) == (raised.later_at, ())
    less = ask_caps(each.wiring, Wanted(Money(80_00, "EUR")), each.now)
    assert (less.later.transfer, less.later_at) == (Money(80_00, "EUR"), raised.later_at)
    ended = ask_caps(each.wiring, Wanted(Money(40_00, "EUR")), each.now)
    assert (ended.waits, ended.withdrawn) == ((), ((Money(80_00, "EUR"), False),))
    assert ended.now == Caps(Money(40_00, "EUR"), Money(300_00, "EUR"))


def test_caps_in_another_currency_leave_no_mixed_caps_on_money_to_a_member(
    each: OrderHouse,
) -> None:
    ask_caps(each.wiring, Wanted(transfer=Money(400_00, "CHF")), each.now)
    with each.session() as session:
        assert member_caps(session, each.now) == MEMBER_CAPS, "for a day"
        each.later(hours=24)
        assert member_caps(session, each.now) == Caps(Money(400_00, "CHF"))


def test_the_cap_of_a_month_counts_what_other_orders_take(each: OrderHouse) -> None:
    ask_caps(each.wiring, Wanted(month=Money(150_00, "EUR")), each.now)
    each.pay(each.bill(amount_minor=90_00))
    assert "above_month" in rules(each.look(each.bill(amount_minor=61_00)))


def test_an_order_that_a_cap_stopped_takes_nothing_of_the_month(each: OrderHouse) -> None:
    ask_caps(each.wiring, Wanted(month=Money(700_00, "EUR")), each.now)
    stopped = each.look(each.bill(amount_minor=1_960_00))
    with pytest.raises(OrderStopped):
        each.approve(stopped)
    each.pay(each.bill(amount_minor=612_00))
    (stop,) = each.look(each.bill(amount_minor=100_00)).stops
    assert "would be 712.00" in stop.because.told("en")


def test_of_two_orders_that_were_shown_the_cap_stops_the_one_approved_last(
    each: OrderHouse,
) -> None:
    ask_caps(each.wiring, Wanted(month=Money(100_00, "EUR")), each.now)
    first, second = (each.look(each.bill(amount_minor=n)) for n in (60_00, 70_00))
    assert not {"above_month"} & (rules(first) | rules(second))
    each.approve(second)
    with pytest.raises(OrderStopped):
        each.approve(first)
    each.hand_over(second)


def test_thirty_approvals_at_once_of_one_bill_make_one_order(each: OrderHouse) -> None:
    bill, start = each.bill(), Barrier(30)

    def pay(_: int) -> str:
        start.wait()
        try:
            each.pay(bill)
        except Problem as problem:
            return problem.code
        return "paid"

    with ThreadPoolExecutor(30) as threads:
        ends = list(threads.map(pay, range(30)))
    (order,) = each.orders(bill)
    assert order.step is Step.HANDED_OVER
    assert "paid" in ends
    assert set(ends) <= {"paid", "already_handed_over"}
    with each.session() as session:
        assert len(session.scalars(select(Assent)).all()) == 1
        verify(session)


def test_thirty_approvals_at_once_do_not_outrun_the_cap_of_the_month(each: OrderHouse) -> None:
    ask_caps(each.wiring, Wanted(month=Money(100_00, "EUR")), each.now)
    bills, start = [each.bill(amount_minor=30_00 + n) for n in range(10)], Barrier(10)

    def pay(bill: int) -> None:
        start.wait()
        try:
            each.pay(bill)
        except Problem:
            withdraw_order(each.wiring, bill)

    with ThreadPoolExecutor(10) as threads:
        list(threads.map(pay, bills))
    with each.session() as session:
        out = session.scalars(
            select(Payment.amount_minor).where(Payment.step == Step.HANDED_OVER)
        ).all()
    assert sum(out) <= 100_00


def test_the_database_itself_refuses_a_second_open_order(each: OrderHouse) -> None:
    bill = each.bill()
    each.look(bill)
    (first,) = each.orders(bill)
    copied = {
        column.name: getattr(first, column.name)
        for column in Payment.__table__.columns
        if column.name not in {"id", "key"}
    }
    with each.session() as session:
        session.add(Payment(**copied, key="another0"))
        with pytest.raises(IntegrityError):
            session.flush()
