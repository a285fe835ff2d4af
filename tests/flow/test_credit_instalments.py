"""A credit note takes from the instalments of a bill, the last ones first."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flow.instalments import Stage, Told, less_credit, told_of
from flow.order_taken_back import withdraw_order
from flow.plan import plan
from flow.set_off_door import plan_set_off, set_off_whole
from models.errors.orders import CreditUnusable, OrderInvalid
from models.money import Money
from models.order import Step
from models.reading import Means
from models.tables import Instalment
from models.verdict import State
from tests.flow.credit_house import credit, house, left, owed
from tests.flow.order_house import FRENCH, OrderHouse
from tests.flow.paid_bills import Line, bring, csv_file, state
from tests.flow.schedules import Scheduled, schedule_of

__all__ = ["house"]


def parts(house: OrderHouse, number: int) -> list[tuple[str, str]]:
    with house.session() as session:
        return [(str(one.amount), one.stage) for one in told_of(session, number)]


def test_credit_takes_from_the_last_instalments_of_a_schedule_first(house: OrderHouse) -> None:
    number, note = schedule_of(house, Scheduled(months=3)), credit(house, "80.00")
    first = house.pay(number, credit=note).order
    assert str(first.amount) == "60.00"
    assert parts(house, number) == [
        ("60.00", "handed_over"),
        ("40.00", "open"),
        ("0.00", "set_off"),
    ]
    with pytest.raises(OrderInvalid, match=f"credit covers instalment 3: `facteur show {number}`"):
        house.look(number, instalment=3)
    assert str(house.look(number, instalment=2).order.amount) == "40.00"
    second = house.pay(number, instalment=2).order
    for order, amount, day in (
        (first, "-60.00", date(2026, 12, 4)), (second, "-40.00", date(2027, 1, 4)),
    ):  # fmt: skip
        bring(house.wiring, csv_file(Line(amount, f"VIR {order.key.upper()}", day)))
    assert state(house.wiring, number) is State.PAID
    assert [row.step for row in house.orders(number)] == [Step.SEEN, Step.SEEN]
    assert (left(house, note), state(house.wiring, note)) == ("0.00", State.CLOSED)


def test_a_smaller_instalment_is_seen_without_an_order_too(house: OrderHouse) -> None:
    number, note = schedule_of(house, Scheduled(months=2)), credit(house, "25.00")
    house.look(number, credit=note)
    withdraw_order(house.wiring, number)
    house.look(number, credit=note)
    for day, amount in ((date(2026, 12, 4), "-60.00"), (date(2027, 1, 4), "-35.00")):
        bring(house.wiring, csv_file(Line(amount, "VIR ENERGIE DU VALLON", day, FRENCH)))
    assert parts(house, number) == [("60.00", "paid"), ("35.00", "paid")]
    assert state(house.wiring, number) is State.PAID


def test_an_instalment_that_is_under_way_is_not_made_smaller(house: OrderHouse) -> None:
    number, note = schedule_of(house, Scheduled(months=3)), credit(house, "70.00")
    house.pay(number, instalment=3)
    house.look(number, instalment=1, credit=note)
    assert parts(house, number) == [
        ("50.00", "prepared"),
        ("0.00", "set_off"),
        ("60.00", "handed_over"),
    ]
    house.look(number, instalment=1)
    assert [row.amount_minor for row in house.orders(number)] == [60_00, 50_00]


def test_a_schedule_that_credit_pays_whole_is_closed_and_opens_again(house: OrderHouse) -> None:
    number, note = schedule_of(house, Scheduled(months=2)), credit(house, "150.00")
    taken = set_off_whole(house.wiring, number, note, house.now)
    assert (str(taken.amount), str(taken.rest)) == ("120.00", "30.00")
    assert state(house.wiring, number) is State.CLOSED
    withdraw_order(house.wiring, number)
    assert parts(house, number) == [("60.00", "open")] * 2
    assert state(house.wiring, number) is State.OPEN


def test_a_plan_that_stands_when_credit_comes_ends_with_smaller_parts(house: OrderHouse) -> None:
    number, note = owed(house, "90.00"), credit(house, "40.00")
    plan(house.wiring, number, 3, date(2026, 12, 1), house.now)
    house.look(number, credit=note)
    assert [amount for amount, _ in parts(house, number)] == ["30.00", "20.00", "0.00"]


def test_a_debited_schedule_takes_no_credit(house: OrderHouse) -> None:
    number = schedule_of(house, Scheduled(months=2, means=Means.DIRECT_DEBIT))
    with pytest.raises(CreditUnusable):
        plan_set_off(house.wiring, number, credit(house), house.now)


@given(
    rows=st.lists(st.integers(1, 10_000), min_size=1, max_size=8),
    stages=st.lists(st.sampled_from(["open", "prepared", "handed_over", "paid"]), min_size=8),
    percent=st.integers(0, 100),
)
@settings(deadline=None)
def test_what_is_left_of_instalments_makes_the_cost_and_the_last_go_first(
    rows: list[int], stages: list[Stage], percent: int
) -> None:
    before = [
        Told(Instalment(amount_minor=minor, currency="EUR"), stage, Money(minor, "EUR"))
        for minor, stage in zip(rows, stages, strict=False)
    ]
    free = sum(one.amount.minor for one in before if one.stage in ("open", "prepared"))
    cost = sum(rows) - free * percent // 100
    after = less_credit(before, cost)
    assert sum(one.amount.minor for one in after) == cost
    fixed = [one for one in before if one.stage not in ("open", "prepared")]
    assert all(one in after for one in fixed)
    less = [
        one.amount < old.amount for one, old in zip(after, before, strict=True) if old not in fixed
    ]
    assert less == sorted(less)
    touched = [one for one, old in zip(after, before, strict=True) if one.amount < old.amount]
    assert all(not one.amount.minor and one.stage == "set_off" for one in touched[1:])
