"""Two cards that may be one bill are told and asked about; neither is swallowed, neither is paid unasked."""

from datetime import date

import pytest

from flow.bill_shown import show_bill
from flow.correct import fix_bill
from flow.fix import Fix
from flow.listing import list_bills
from flow.look_alikes import APART
from flow.wiring import Wiring
from models.errors.orders import OrderStopped
from models.errors.values import NotFound
from models.tables import Correction
from models.verdict import Kind, State
from tests.flow.order_house import ALL, OTHER, OrderHouse
from tests.flow.paid_bills import Asked, arrive

SAME = {
    "number": None, "amount_minor": 84_20, "due_on": date(2026, 12, 10), "issued_on": date(2026, 11, 10),
}  # fmt: skip


def likes(house: OrderHouse) -> dict[int, list[int]]:
    return {one.row["id"]: one.row["like"] for one in list_bills(house.wiring)}


@pytest.mark.parametrize(
    "photographed",
    [
        {},
        {"number": "F-2031"},
        {"biller_key": "eaux du val1on"},
        {"iban": OTHER},
        {"state": State.REVIEW},
        {"kind": Kind.REMINDER},
    ],
)
def test_both_cards_name_each_other(house: OrderHouse, photographed: dict[str, object]) -> None:
    first, last = house.bill(**SAME), house.bill(**{**SAME, **photographed})
    assert likes(house) == {first: [last], last: [first]}
    assert show_bill(house.wiring, first)["row"]["like"] == [last]


@pytest.mark.parametrize(
    "other",
    [
        {"amount_minor": 84_21},
        {"currency": "CHF"},
        {"due_on": date(2026, 12, 11)},
        {"issued_on": date(2026, 11, 11)},
        {"issued_on": None},
        {"biller_key": "gaz du vallon", "iban": OTHER},
        {"kind": Kind.CREDIT_NOTE},
        {"state": State.CLOSED},
        {"state": State.STOPPED},
    ],
)
def test_cards_that_differ_are_two_bills(house: OrderHouse, other: dict[str, object]) -> None:
    house.bill(**SAME)
    house.bill(**{**SAME, **other})
    assert not any(likes(house).values())


@pytest.mark.parametrize("name", ["number", "customer_number", "reference"])
def test_numbers_that_both_have_tell_two_children_of_one_school_apart(
    house: OrderHouse, name: str
) -> None:
    house.bill(**{**SAME, name: "A-17"})
    house.bill(**{**SAME, name: "a 17"})
    assert all(likes(house).values())
    house.bill(**{**SAME, name: "A-18"})
    assert list(likes(house).values())[2] == []


def test_without_any_day_nothing_is_guessed(house: OrderHouse) -> None:
    for _ in range(2):
        house.bill(**{**SAME, "due_on": None, "issued_on": None})
    assert not any(likes(house).values())


def test_paying_one_asks_and_paying_the_other_stops_until_they_are_told_apart(
    house: OrderHouse,
) -> None:
    first, last = house.bill(**SAME), house.bill(**SAME)
    looked = house.look(last)
    assert f"may_be_bill_{first}" in {flag.rule for flag in looked.asks}
    with pytest.raises(OrderStopped):
        house.approve(looked)
    house.approve(looked, rules=ALL | {f"may_be_bill_{first}"})
    assert f"may_be_paid_as_{last}" in {flag.rule for flag in house.look(first).stops}
    house.hand_over(looked)
    stopped = house.look(first)
    with pytest.raises(OrderStopped):
        house.approve(stopped, rules=ALL | {flag.rule for flag in stopped.flags})
    with house.session() as session, session.begin():
        session.add(
            Correction(
                bill_id=first, biller_key="", sender_domain="", field=APART, now=str(last),
                created_at=house.now,
            )
        )  # fmt: skip
    assert likes(house)[first] == []
    again = house.look(first)
    assert not again.stops
    house.approve(again)


def test_what_was_approved_is_stopped_when_the_other_goes_out_first(house: OrderHouse) -> None:
    first, last = house.bill(**SAME), house.bill(**SAME)
    looked = house.look(last)
    house.approve(looked, rules=ALL | {f"may_be_bill_{first}"})
    house.change(first, state=State.PAID)
    with pytest.raises(OrderStopped, match="may be the same bill"):
        house.hand_over(looked)


def test_what_a_person_tells_apart_is_kept_and_changes_nothing_else(wiring: Wiring) -> None:
    first = arrive(wiring, Asked(number=""))
    last = arrive(wiring, Asked(number="", sure=0.5))
    assert show_bill(wiring, last)["row"]["like"] == [first]
    before = show_bill(wiring, last)
    fixed = fix_bill(wiring, last, Fix(apart=first))
    assert (fixed.changed, fixed.state) == ((), State.REVIEW)
    after = show_bill(wiring, last)
    assert after["row"] == {**before["row"], "like": []}
    assert show_bill(wiring, first)["row"]["like"] == []
    with pytest.raises(NotFound):
        fix_bill(wiring, first, Fix(apart=99))
