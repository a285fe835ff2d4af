"""Instalments: each is an order of its own, and together they are never more than the bill."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from flow.correct import fix_bill
from flow.debit_watch import debits_of_schedule, recent_debits
from flow.decide_match import pair
from flow.fix import Fix
from flow.holders import ALONE
from flow.instalments import told_of
from flow.order_draft import Wish
from flow.order_look import look
from flow.order_taken_back import withdraw_order
from flow.order_word import say_sent
from flow.orders_told import orders_told
from flow.plan import MOST, _wanted, plan
from flow.schedule import instalments_of
from models.errors.orders import (
    AlreadyHandedOver,
    ApprovalVoid,
    InstalmentAhead,
    InstalmentUnknown,
    OrderInvalid,
    OrderStopped,
)
from models.journal import verify
from models.money import Money
from models.order import Step
from models.reading import Means
from models.tables import Bill, Instalment, JournalLine, MatchState
from models.verdict import Kind, State
from tests.flow.credit_house import house
from tests.flow.order_house import FRENCH, MONDAY, OrderHouse, rules
from tests.flow.paid_bills import CREDITOR, Asked, Line, arrive, bring, csv_file, matches, state
from tests.flow.schedules import Scheduled, schedule_of

__all__ = ["house"]

TOTAL = Money(100_00, "EUR")


def owed(house: OrderHouse, amount: str = "100.00", **more: object) -> int:
    asked = Asked(amount, iban=FRENCH, due=date(2026, 12, 1), **more)  # type: ignore[arg-type]
    return arrive(house.wiring, asked)


def planned(house: OrderHouse, number: int, count: int = 3) -> list[tuple[int, str, str]]:
    made = plan(house.wiring, number, count, date(2026, 12, 1), house.now)
    return [(one, day.isoformat(), str(money)) for one, day, money in made.instalments]


def stages(house: OrderHouse, number: int) -> list[str]:
    with house.session() as session:
        return [one.stage for one in told_of(session, number)]


def test_a_plan_is_equal_parts_a_month_apart_to_the_cent(house: OrderHouse) -> None:
    number = owed(house)
    assert planned(house, number) == [
        (1, "2026-12-02", "33.34"), (2, "2027-01-05", "33.33"), (3, "2027-02-02", "33.33"),
    ]  # fmt: skip
    with house.session() as session:
        told = session.scalars(select(JournalLine.what)).all()
        verify(session)
    assert "instalments_planned" in told


def test_each_instalment_is_an_order_of_its_own(house: OrderHouse) -> None:
    number = owed(house)
    planned(house, number)
    keys, digests = set(), set()
    for part, amount, due, leaves in (
        (1, "33.34", date(2026, 12, 2), date(2026, 12, 1)),
        (2, "33.33", date(2027, 1, 5), date(2027, 1, 4)),
        (3, "33.33", date(2027, 2, 2), date(2027, 2, 1)),
    ):
        looked = house.look(number, instalment=part)
        order = looked.order
        assert (str(order.amount), order.due_on, order.on) == (amount, due, leaves)
        assert str(order.reference) == f"F-2031-77 {part}/3"
        assert looked.step is Step.CHECKED
        with pytest.raises(ApprovalVoid):
            house.hand_over(looked)
        house.approve(looked)
        house.hand_over(looked)
        keys.add(order.key)
        digests.add(looked.digest)
    assert (len(keys), len(digests)) == (3, 3)
    assert sum(one.amount_minor for one in house.orders(number)) == TOTAL.minor
    assert stages(house, number) == ["handed_over"] * 3
    with pytest.raises(AlreadyHandedOver):
        house.look(number)


def test_a_reference_with_check_digits_stays_the_billers_own(house: OrderHouse) -> None:
    number = owed(house, reference="RF18539007547034")
    planned(house, number)
    assert str(house.look(number).order.reference).replace(" ", "") == "RF18539007547034"


def test_without_a_number_the_next_one_is_meant_and_not_one_far_ahead(house: OrderHouse) -> None:
    number = owed(house)
    planned(house, number)
    assert house.pay(number).order.amount == Money(33_34, "EUR")
    with pytest.raises(InstalmentAhead):
        house.look(number)
    house.look(number, instalment=2)
    withdraw_order(house.wiring, number)
    house.now = datetime(2026, 12, 28, 9, tzinfo=UTC)
    assert str(house.look(number).order.reference) == "F-2031-77 2/3"


def test_an_instalment_is_not_prepared_twice(house: OrderHouse) -> None:
    number = owed(house)
    planned(house, number)
    house.pay(number, instalment=2)
    with pytest.raises(OrderInvalid):
        house.look(number, instalment=2)
    with pytest.raises(InstalmentUnknown):
        house.look(number, instalment=4)
    withdraw_order(house.wiring, number)
    assert house.look(number, instalment=2).order.amount == Money(33_33, "EUR")


def test_a_bill_without_instalments_has_no_second_one(house: OrderHouse) -> None:
    with pytest.raises(OrderInvalid):
        house.look(owed(house), instalment=2)


def test_another_instalment_takes_another_approval(house: OrderHouse) -> None:
    number = owed(house, reference="RF18539007547034")
    planned(house, number)
    house.approve(house.look(number, instalment=2))
    other = house.look(number, instalment=3)
    assert (other.step, other.order.amount) == (Step.CHECKED, Money(33_33, "EUR"))


def test_each_instalment_is_seen_by_itself(house: OrderHouse) -> None:
    number = owed(house)
    planned(house, number)
    first = house.pay(number, instalment=1).order.key
    second = house.pay(number, instalment=2).order.key
    say_sent(house.wiring, number, MONDAY)
    bring(house.wiring, csv_file(Line("-33.33", f"VIR {second.upper()}", date(2027, 1, 5))))
    assert stages(house, number) == ["handed_over", "paid", "open"]
    bring(house.wiring, csv_file(Line("-33.34", f"VIR {first.upper()}", date(2026, 12, 2))))
    assert stages(house, number) == ["paid", "paid", "open"]
    assert state(house.wiring, number) is State.OPEN
    third = house.pay(number, instalment=3).order.key
    bring(house.wiring, csv_file(Line("-33.33", f"VIR {third.upper()}", date(2027, 2, 2))))
    assert state(house.wiring, number) is State.PAID


def test_the_word_of_an_instalment_said_twice_is_no_word_of_the_next(house: OrderHouse) -> None:
    number = owed(house)
    planned(house, number)
    house.pay(number)
    for _ in range(2):
        assert str(say_sent(house.wiring, number, house.now).amount) == "33.34"
    january = datetime(2026, 12, 28, 9, tzinfo=UTC)
    assert str(say_sent(house.wiring, number, january).amount) == "33.33"
    assert stages(house, number) == ["handed_over", "handed_over", "open"]


def test_a_new_plan_is_of_what_is_left(house: OrderHouse) -> None:
    number = owed(house)
    planned(house, number)
    house.pay(number)
    made = plan(house.wiring, number, 2, date(2026, 12, 15), house.now)
    assert [str(money) for _, _, money in made.instalments] == ["33.34", "33.33", "33.33"]
    plan(house.wiring, number, 1, None, house.now)
    assert house.look(number).order.amount == Money(66_66, "EUR")
    assert sum(one.amount_minor for one in house.orders(number)) == TOTAL.minor


def test_a_plan_alone_shown_writes_nothing(house: OrderHouse) -> None:
    number = owed(house)
    made = plan(house.wiring, number, 4, None, house.now, keep=False)
    assert len(made.instalments) == 4
    with house.session() as session:
        assert instalments_of(session, number) == []


def test_a_plan_begins_so_that_the_first_one_is_in_time(house: OrderHouse) -> None:
    made = plan(house.wiring, owed(house), 2, None, house.now)
    assert (made.instalments[0][1], made.late) == (date(2026, 12, 1), True)


@pytest.mark.parametrize("count", [0, -1, MOST + 1])
def test_a_plan_has_a_number_of_instalments_that_a_person_means(
    house: OrderHouse, count: int
) -> None:
    with pytest.raises(OrderInvalid):
        plan(house.wiring, owed(house), count, None, house.now)


def test_a_plan_never_begins_in_the_past(house: OrderHouse) -> None:
    with pytest.raises(OrderInvalid):
        plan(house.wiring, owed(house), 2, MONDAY.date() - timedelta(days=1), house.now)


def test_what_is_debited_paid_or_smaller_than_its_parts_is_not_planned(house: OrderHouse) -> None:
    debited = owed(house, kind=Kind.TO_BE_DEBITED)
    tiny = owed(house, "0.02", number="F-2031-78")
    paid = owed(house, number="F-2031-79")
    house.pay(paid)
    for number in (debited, tiny, paid):
        with pytest.raises(OrderInvalid):
            plan(house.wiring, number, 3, None, house.now)


def test_a_bill_that_became_smaller_is_never_paid_more_than_it_asks(house: OrderHouse) -> None:
    number = owed(house)
    planned(house, number)
    house.pay(number)
    fix_bill(house.wiring, number, Fix(amount=Money(50_00, "EUR").decimal))
    assert house.look(number, instalment=2).order.amount == Money(16_66, "EUR")


@given(minor=st.integers(1, 10**9), count=st.integers(1, MOST))
@settings(max_examples=200, deadline=None)
def test_instalments_are_the_whole_sum_in_the_order_of_their_days(minor: int, count: int) -> None:
    rows = _wanted(Money(minor, "EUR"), count, date(2026, 1, 31), MONDAY)
    assert sum(money.minor for _, money in rows) == minor
    assert max(m.minor for _, m in rows) - min(m.minor for _, m in rows) <= 1
    days = [day for day, _ in rows]
    assert days == sorted(days)


# Schedules as billers send them


def test_the_instalments_of_a_schedule_are_kept_and_paid_one_by_one(house: OrderHouse) -> None:
    number = schedule_of(house, Scheduled(months=4))
    with house.session() as session:
        assert [row.amount_minor for row in instalments_of(session, number)] == [60_00] * 4
    looked = house.look(number)
    assert (str(looked.order.amount), looked.order.due_on) == ("60.00", date(2026, 12, 5))
    assert looked.stops == ()
    key = house.pay(number).order.key
    bring(house.wiring, csv_file(Line("-60.00", f"VIR {key.upper()}", date(2026, 12, 4))))
    assert stages(house, number) == ["paid", "open", "open", "open"]
    assert state(house.wiring, number) is State.OPEN
    assert house.look(number, part=Money(180_01, "EUR")).stops[0].rule == "more_than_left"


def test_a_schedule_that_is_paid_to_the_end_is_paid(house: OrderHouse) -> None:
    number = schedule_of(house, Scheduled(months=2))
    for part, day in ((1, date(2026, 12, 4)), (2, date(2027, 1, 4))):
        key = house.pay(number, instalment=part).order.key
        bring(house.wiring, csv_file(Line("-60.00", f"VIR {key.upper()}", day)))
    assert (stages(house, number), state(house.wiring, number)) == (["paid"] * 2, State.PAID)


def test_a_schedule_that_is_debited_is_watched_and_never_paid(house: OrderHouse) -> None:
    number = schedule_of(house, Scheduled(months=3, means=Means.DIRECT_DEBIT))
    looked = house.look(number)
    assert "debited_by_itself" in {flag.rule for flag in looked.stops}
    assert rules(house.look(number, rail="direct-debit")).isdisjoint(
        {"debited_by_itself", "not_announced"}
    )


def test_a_bill_found_to_be_debited_asks_for_no_further_instalment(house: OrderHouse) -> None:
    number = schedule_of(house, Scheduled(months=3))
    house.pay(number)
    fix_bill(house.wiring, number, Fix(kind=Kind.TO_BE_DEBITED))
    with pytest.raises(OrderStopped, match="debited by itself"):
        house.look(number, rail="by-hand")
    with house.session() as session:
        assert orders_told(session)[number]["debited"]


def test_each_debit_of_a_schedule_is_watched_on_its_day_and_amount(house: OrderHouse) -> None:
    number = schedule_of(
        house, Scheduled(months=4, first=date(2026, 9, 5), means=Means.DIRECT_DEBIT)
    )
    lines = (
        Line("-60.00", f"PRLV SEPA ENERGIE DU VALLON {CREDITOR}", date(2026, 9, 7)),
        Line("-65.00", f"PRLV SEPA ENERGIE DU VALLON {CREDITOR}", date(2026, 10, 5)),
        Line("-1.00", "CB CAFE", date(2026, 11, 20)),
    )
    bring(house.wiring, csv_file(*lines))
    with house.session() as session:
        seen = debits_of_schedule(session, ALONE, number, date(2026, 11, 22))
        recent = recent_debits(session, ALONE, date(2026, 11, 22))
    assert {part: (row["verdict"], row["more"]) for part, row in seen.items()} == {
        1: ("as_announced", None),
        2: ("other_amount", "5.00"),
        3: ("not_debited", None),
        4: ("not_yet", None),
    }
    assert [row["instalment"] for row in recent] == [2, 3]
    assert matches(house.wiring)[0][2].startswith("instalment ")
    assert stages(house, number) == ["paid", "open", "open", "open"]


def test_a_schedule_that_comes_again_doubles_nothing(house: OrderHouse) -> None:
    number = schedule_of(house, Scheduled(months=3))
    assert schedule_of(house, Scheduled(months=3)) == number
    with house.session() as session:
        assert session.scalars(select(Instalment.number)).all() == [1, 2, 3]


def test_what_is_no_schedule_after_all_has_no_instalments(house: OrderHouse) -> None:
    number = schedule_of(house, Scheduled(months=3))
    fix_bill(house.wiring, number, Fix(kind=Kind.TO_PAY))
    with house.session() as session:
        assert instalments_of(session, number) == []
        assert session.get_one(Bill, number).amount == Money(60_00, "EUR")
    assert house.look(number).order.amount == Money(60_00, "EUR")


def test_a_look_at_a_schedule_writes_nothing(house: OrderHouse) -> None:
    number = schedule_of(house, Scheduled(months=3))
    look(house.wiring, number, Wish(), house.now, keep=False)
    assert house.orders(number) == []


def test_the_person_says_which_bill_an_entry_pays_and_its_instalment_follows(
    house: OrderHouse,
) -> None:
    number = schedule_of(house, Scheduled(months=3))
    bring(house.wiring, csv_file(Line("-60.00", "CHEQUE 12", date(2027, 1, 6))))
    assert pair(house.wiring, 1, number)[1] is MatchState.CONFIRMED
    assert stages(house, number) == ["open", "paid", "open"]
    with pytest.raises(OrderInvalid):
        house.look(number, instalment=2)
    assert str(house.look(number).order.reference) == "F-2031-77 1/3"
