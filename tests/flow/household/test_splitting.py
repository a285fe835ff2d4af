"""A bill is split by hand: every way, always the whole bill, and what each says of their share."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select

from flow.household.calendar import forget_days, move_out, set_days
from flow.household.consent import approve, dispute, pay_for_all
from flow.household.members import Change, Newcomer, add_member, change_member
from flow.household.meters import MAIN, write_reading
from flow.household.rules import Way
from flow.household.splitting import seen_split, split_bill, take_back
from models.errors.household import (
    BillNotReady,
    MemberUnknown,
    NothingToShare,
    NotSplit,
    ReasonMissing,
    ReasonTooLong,
    RightMissing,
    ShareMissing,
    SplitPaid,
)
from models.errors.shares import (
    DaysReversed,
    PayersNotTheBill,
    PaymentUnfit,
    PeriodMissing,
    ReadingsMissing,
)
from models.errors.values import CurrencyMismatch, NotFound
from models.money import Money
from models.reading import Period
from models.tables import BillShare, BillSplit, Stay
from models.verdict import State
from pay.people import Part, Person
from pay.shares.rule import (
    ByAmounts,
    ByDays,
    ByMeter,
    ByPercent,
    ByWeights,
    Equally,
    Fixed,
    Rule,
    Weight,
)
from pay.shares.standing import StandingRule
from tests.flow.household.flat import TODAY, Flat, people
from tests.models import rows

SEPTEMBER = {"period_first": date(2026, 9, 1), "period_last": date(2026, 9, 30)}


def weights(flat: Flat, alice: str, bob: str) -> tuple[Weight, Weight]:
    return (
        Weight(flat.alice.person, Decimal(alice)),
        Weight(flat.bob.person, Decimal(bob)),
    )


def euros(amount: str) -> Money:
    return Money.of(amount, "EUR")


def amounts(flat: Flat, bill_id: int) -> dict[str, str]:
    return {name: amount for name, (amount, _) in flat.shares(bill_id).items()}


def test_the_rows_of_the_shares_make_the_bill_whatever_the_way(flat: Flat) -> None:
    ways: list[Rule] = [
        Equally(people(flat.alice, flat.bob, flat.dora)),
        ByWeights(weights(flat, "2", "1")),
        ByPercent(weights(flat, "33.3", "66.7")),
        ByAmounts((Fixed(flat.bob.person, euros("12.34")),), people(flat.alice, flat.dora)),
        ByDays(),
    ]
    bill = flat.bill("100.00", **SEPTEMBER)
    for rule in ways:
        flat.split(bill, rule)
        with flat.session() as session:
            minors = session.scalars(select(BillShare.amount_minor)).all()
            assert sum(minors) == 10_000
    assert flat.lines(f"bill {bill}") == ["bill_split"] * len(ways)


def test_days_present_and_the_bills_period_decide(light: Flat) -> None:
    with light.session() as session:
        for name in ("Dora", "Vera"):
            move_out(session, light.alice, name, date(2026, 8, 31))
        set_days(session, light.bob, "Bob", Stay.AWAY, (date(2026, 9, 16), None))
        add_member(session, light.alice, Newcomer("Zoe", since=date(2026, 9, 16)))
    bill = light.bill("90.00", **SEPTEMBER)
    light.split(bill, ByDays())
    assert amounts(light, bill) == {"Alice": "45.00", "Bob": "22.50", "Zoe": "22.50"}


def test_a_bill_without_days_asks_for_them(light: Flat) -> None:
    bill = light.bill("90.00")
    with pytest.raises(PeriodMissing):
        light.split(bill, ByDays())
    days = Period(date(2026, 9, 1), date(2026, 9, 30))
    with light.session() as session:
        split_bill(session, light.alice, bill, Way(StandingRule(ByDays()), period=days))
    assert len(light.shares(bill)) == 4
    with pytest.raises(ReadingsMissing):
        light.split(light.bill("1.00", **SEPTEMBER), ByMeter(ByDays()))


def test_meters_count_between_the_readings_around_the_period(light: Flat) -> None:
    first, last = date(2026, 9, 1), date(2026, 10, 1)
    read = {"Alice": ("100", "130"), "Bob": ("50.5", "60.5"), MAIN: ("1000", "1050")}
    with light.session() as session:
        for name, (start, end) in read.items():
            for on, value in ((first, start), (last, "999999"), (last, end)):
                write_reading(session, light.dora, "Water", name, on=on, value=Decimal(value))
    bill = light.bill("60.00", **SEPTEMBER)
    rule = ByMeter(Equally(people(light.alice, light.bob)))
    with light.session() as session:
        way = Way(StandingRule(rule), meter="water", fixed=euros("10.00"))
        split_bill(session, light.alice, bill, way)
    # 50 used for 50.00: 30 by Alice, 10 by Bob; 10 and the fixed 10.00 by halves.
    assert amounts(light, bill) == {"Alice": "40.00", "Bob": "20.00"}
    gas = Way(StandingRule(rule), meter="gas")
    with light.session() as session, pytest.raises(ReadingsMissing):
        split_bill(session, light.alice, bill, gas)


def test_a_guest_is_paid_for_by_the_one_who_carries_them(light: Flat) -> None:
    with light.session() as session:
        number = add_member(session, light.alice, Newcomer("Gus", carried_by="Bob"))
    bill = light.bill("90.00")
    light.split(bill, Equally((*people(light.alice, light.bob), Person(number))))
    assert amounts(light, bill) == {"Alice": "30.00", "Bob": "60.00"}


def test_the_odd_cent_goes_round_the_bills_of_a_biller(flat: Flat) -> None:
    bills = [flat.bill("0.01") for _ in range(4)]
    for bill in bills:
        flat.split(bill)
    bearers = [next(n for n, cents in amounts(flat, b).items() if cents == "0.01") for b in bills]
    assert sorted(bearers[:2]) == ["Alice", "Bob"]
    assert bearers[:2] == bearers[2:]
    back = flat.bill("-0.01")
    flat.split(back)
    assert amounts(flat, back)[bearers[3]] == "-0.01"
    flat.split(bills[0], Equally(people(flat.bob, flat.alice)))
    assert amounts(flat, bills[0])[bearers[0]] == "0.01"


def test_what_cannot_be_split_is_refused(light: Flat) -> None:
    for bill in (light.bill(None), light.bill(state=State.STOPPED)):
        with pytest.raises(BillNotReady):
            light.split(bill)
    with pytest.raises(NothingToShare):
        light.split(light.bill("0.00"))
    with pytest.raises(MemberUnknown):
        light.split(light.bill(), Equally(people(light.alice, light.charlie)))
    for number in (0, -1, 999, 2**70):
        with pytest.raises(NotFound):
            light.split(number)
    with light.session() as session, pytest.raises(NotSplit):
        seen_split(session, light.alice, 1)


def test_only_an_approver_splits_so_that_all_have_approved(light: Flat) -> None:
    with light.session() as session:
        own = rows.account(session, "bob@example.org").id
        change_member(session, light.alice, "Bob", Change(address="bob@example.org"))
    bill = light.bill(account_id=own)
    between = Equally(people(light.alice, light.bob))
    with light.session() as session, pytest.raises(RightMissing):
        split_bill(session, light.bob, bill, Way(StandingRule(between, approved=True)))
    with light.session() as session:
        split_bill(session, light.bob, bill, Way(StandingRule(between)))
    light.split(bill, approved=True)
    assert {state for _, state in light.shares(bill).values()} == {"approved"}


def test_a_share_is_approved_by_its_person_or_an_approver(flat: Flat) -> None:
    bill = flat.bill()
    flat.split(bill)
    with flat.session() as session:
        assert approve(session, flat.bob, bill) == 1
        assert approve(session, flat.bob, bill) == 0
        with pytest.raises(RightMissing):
            approve(session, flat.bob, bill, "Alice")
        with pytest.raises(ShareMissing):
            approve(session, flat.dora, bill)
        assert approve(session, flat.dora, bill, "*") == 1
    assert {state for _, state in flat.shares(bill).values()} == {"approved"}
    flat.split(bill, ByWeights(weights(flat, "2", "1")))
    assert {state for _, state in flat.shares(bill).values()} == {"proposed"}


def test_a_dispute_has_a_reason_and_only_its_person_ends_it(light: Flat) -> None:
    bill = light.bill()
    light.split(bill)
    with light.session() as session:
        with pytest.raises(ReasonMissing):
            dispute(session, light.bob, bill, " \u200b\n")
        with pytest.raises(ReasonTooLong):
            dispute(session, light.bob, bill, "a" * 301)
        dispute(session, light.bob, bill, "I was away\nall month")
        shown = seen_split(session, light.vera, bill)
        (row,) = [row for row in shown.shares if row.share.person == light.bob.person]
        assert (row.state, row.reason) == ("disputed", "I was away all month")
        assert approve(session, light.dora, bill, "*") == 1
        assert approve(session, light.bob, bill) == 1
    assert light.lines(f"bill {bill}")[1:] == ["share_disputed", "share_approved", "share_approved"]


def test_the_same_split_again_changes_nothing(light: Flat) -> None:
    bill = light.bill()
    light.split(bill)
    with light.session() as session:
        approve(session, light.alice, bill)
        dispute(session, light.bob, bill, "I was away")
    before = light.shares(bill), light.lines(f"bill {bill}")
    light.split(bill)
    assert (light.shares(bill), light.lines(f"bill {bill}")) == before


def test_a_dispute_outlives_another_split_until_its_person_bears_nothing(flat: Flat) -> None:
    bill = flat.bill("90.00")
    flat.split(bill)
    with flat.session() as session:
        dispute(session, flat.bob, bill, "I was away")
    flat.split(bill, ByWeights(weights(flat, "2", "1")), approved=True)
    assert flat.shares(bill) == {"Alice": ("60.00", "approved"), "Bob": ("30.00", "disputed")}
    with flat.session() as session:
        told = {row.share.person: row.reason for row in seen_split(session, flat.vera, bill).shares}
        assert told[flat.bob.person] == "I was away"
    flat.split(bill, ByWeights(weights(flat, "1", "0")))
    assert {state for _, state in flat.shares(bill).values()} == {"proposed"}


def test_who_paid_is_written_whole_or_in_parts_and_never_beyond_the_bill(flat: Flat) -> None:
    bill = flat.bill("90.00")
    flat.split(bill)
    with flat.session() as session:
        given = [("Bob", euros("40")), ("Alice", None)]
        assert pay_for_all(session, flat.dora, bill, given, TODAY) == (
            Part(flat.alice.person, 5000),
            Part(flat.bob.person, 4000),
        )
        with pytest.raises(PayersNotTheBill):
            pay_for_all(session, flat.dora, bill, [("Bob", euros("90.01"))], TODAY)
        with pytest.raises(PayersNotTheBill) as much:
            pay_for_all(session, flat.dora, bill, [("Alice", euros("1000")), ("Bob", None)], TODAY)
        assert much.value.details["sum"] == "1000.00"
        with pytest.raises(PaymentUnfit):
            pay_for_all(session, flat.dora, bill, [("Alice", euros("-50")), ("Bob", None)], TODAY)
        with pytest.raises(CurrencyMismatch):
            pay_for_all(session, flat.dora, bill, [("Bob", Money(1, "CHF"))], TODAY)
        with pytest.raises(RightMissing):
            pay_for_all(session, flat.bob, bill, [("Alice", None)], TODAY)
        with pytest.raises(SplitPaid):
            take_back(session, flat.alice, bill)
        assert pay_for_all(session, flat.dora, bill, [], TODAY) == ()
        take_back(session, flat.alice, bill)
    assert flat.stored(bill) is None
    assert flat.lines(f"bill {bill}")[-1] == "split_taken_back"


def test_what_a_member_wrote_of_their_own_money_they_may_change(light: Flat) -> None:
    bill = light.bill("90.00")
    light.split(bill)
    with light.session() as session:
        pay_for_all(session, light.bob, bill, [("Bob", euros("40"))], TODAY)
        pay_for_all(session, light.bob, bill, [("Bob", None)], TODAY)
    row = light.stored(bill)
    assert row is not None
    assert (row.payer_id, row.counted_on) == (light.bob.member_id, TODAY)


def test_the_calendar_refuses_what_cannot_be_and_forgets_on_demand(light: Flat) -> None:
    with light.session() as session:
        with pytest.raises(DaysReversed):
            set_days(session, light.bob, "Bob", Stay.AWAY, (TODAY, date(2026, 11, 1)))
        with pytest.raises(RightMissing):
            set_days(session, light.bob, "Alice", Stay.AWAY, (TODAY, TODAY))
        number = set_days(session, light.bob, "Bob", Stay.AWAY, (TODAY, TODAY))
        with pytest.raises(NotFound):
            forget_days(session, light.charlie, number)
        forget_days(session, light.bob, number)
        with pytest.raises(NotFound):
            forget_days(session, light.bob, number)


def test_one_bill_has_one_split(flat: Flat) -> None:
    bill = flat.bill()
    flat.split(bill)
    flat.split(bill)
    with flat.session() as session:
        assert len(session.scalars(select(BillSplit.id)).all()) == 1
