"""A biller's rule splits its next bill once, and a split bill always makes its amount."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.correct import fix_bill
from flow.fix import Fix
from flow.household.arrival import bill_changed, why_waiting
from flow.household.balances import standing
from flow.household.calendar import move_out
from flow.household.consent import dispute
from flow.household.door import acting, household_made
from flow.household.members import Newcomer, add_member, make_household
from flow.household.rules import Way, drop_rule, keep_rule, rules_of
from flow.household.splitting import split_bill
from flow.wiring import Wiring
from models.money import Money
from models.tables import Account, Bill, BillMessage, BillShare, BillSplit
from models.verdict import Kind, State
from pay.people import Person
from pay.shares.rule import ByAmounts, ByDays, Equally, Fixed, Rule
from pay.shares.standing import StandingRule
from tests.flow import paid_bills
from tests.flow.household.flat import TODAY, Flat, people
from tests.flow.post import account, post, travel
from tests.flow.taught_bills import FIRST


def keep(flat: Flat, rule: Rule | None = None, **more: object) -> None:
    """A rule of Alice's for the biller of a bill that is her own affair."""
    between = rule or Equally(people(flat.alice, flat.bob))
    first = flat.bill("1.00", issued_on=date(2026, 1, 1))
    with flat.session() as session:
        way = Way(StandingRule(between, **more))  # type: ignore[arg-type]  # the rule's own fields
        keep_rule(session, flat.alice, session.get_one(Bill, first), way)


def arrive(flat: Flat, bill_id: int, **changes: object) -> None:
    """The bill is stored, read anew, corrected or paid."""
    with flat.session() as session:
        bill = session.get_one(Bill, bill_id)
        for name, value in changes.items():
            setattr(bill, name, value)
        bill_changed(session, bill)


def arrived(flat: Flat, amount: str = "90.00", **changes: object) -> int:
    number = flat.bill(amount, **changes)
    arrive(flat, number)
    return number


def waits_for(flat: Flat, bill_id: int) -> str:
    with flat.session() as session:
        problem = why_waiting(session, session.get_one(Bill, bill_id))
    return problem.code if problem else ""


def test_the_next_bill_of_the_biller_is_split_on_arrival_and_once(flat: Flat) -> None:
    keep(flat)
    bill = arrived(flat)
    for _ in range(3):
        arrive(flat, bill)
    assert flat.shares(bill) == {"Alice": ("45.00", "proposed"), "Bob": ("45.00", "proposed")}
    assert flat.lines(f"bill {bill}") == ["bill_split"]


def test_a_bill_is_left_alone_until_it_is_sure_and_of_the_same_contract(flat: Flat) -> None:
    keep(flat)
    other = arrived(flat, biller_key="wasser", issued_on=date(2026, 2, 1))
    strange = arrived(flat, account_id=flat.strange)
    review = arrived(flat, "12.00", state=State.REVIEW)
    stopped = arrived(flat, "13.00", state=State.STOPPED)
    schedule = arrived(flat, "14.00", kind=Kind.SCHEDULE)
    for bill in (other, strange, review, stopped, schedule):
        assert flat.stored(bill) is None
    arrive(flat, review, state=State.OPEN)
    assert flat.stored(review) is not None
    with flat.session() as session:
        (rule,) = rules_of(session, flat.alice.household_id)
        rule.customer_number = "K 7"
    assert flat.stored(arrived(flat, "15.00", customer_number="K 8")) is None
    assert flat.stored(arrived(flat, "16.00", customer_number="K 7")) is not None
    assert flat.stored(arrived(flat, "17.00")) is not None


def test_a_bill_like_one_that_is_split_already_is_asked(flat: Flat) -> None:
    keep(flat)
    arrived(flat, "90.00")
    twin = arrived(flat, "90.00", kind=Kind.RECEIPT, state=State.PAID)
    assert flat.stored(twin) is None
    assert waits_for(flat, twin) == "twin_split"
    assert flat.lines(f"bill {twin}") == ["split_waits"]
    later = arrived(flat, "90.00", issued_on=TODAY + timedelta(days=30))
    assert flat.stored(later) is not None


def test_somebody_who_moved_out_stops_the_rule_not_the_bill(light: Flat) -> None:
    keep(light)
    with light.session() as session:
        move_out(session, light.bob, "Bob", date(2026, 10, 31))
    bill = arrived(light)
    assert light.stored(bill) is None
    assert waits_for(light, bill) == "rule_outdated"
    old = {"period_first": date(2026, 10, 1), "period_last": date(2026, 10, 31)}
    assert light.stored(arrived(light, "80.00", **old)) is not None


def test_a_rule_that_needs_what_the_bill_lacks_waits(light: Flat) -> None:
    keep(light, ByDays())
    bill = arrived(light)
    assert light.stored(bill) is None
    assert waits_for(light, bill) == "period_missing"
    arrive(light, bill, period_first=date(2026, 9, 1), period_last=date(2026, 9, 30))
    assert len(light.shares(bill)) == 4


def test_a_dropped_rule_splits_nothing_more(light: Flat) -> None:
    keep(light)
    with light.session() as session:
        drop_rule(session, light.alice, rules_of(session, light.alice.household_id)[0].id)
    assert light.stored(arrived(light)) is None


def test_a_paid_bill_was_advanced_by_who_usually_pays(flat: Flat) -> None:
    keep(flat, payer=flat.bob.person, approved=True)
    bill = arrived(flat)
    row = flat.stored(bill)
    assert row is not None
    assert row.payer_id is None
    for _ in range(2):
        arrive(flat, bill, state=State.PAID)
    row = flat.stored(bill)
    assert row is not None
    assert row.payer_id == flat.bob.member_id
    assert flat.lines(f"bill {bill}") == ["bill_split", "advance_written"]


@pytest.mark.parametrize("minor", [10_001, 1, 0, -9_000])
def test_a_split_follows_the_amount_of_its_bill(light: Flat, minor: int) -> None:
    exact = ByAmounts((Fixed(light.alice.person, Money.of("30", "EUR")),), people(light.bob))
    fixed = ByAmounts(
        (
            Fixed(light.alice.person, Money.of("30", "EUR")),
            Fixed(light.bob.person, Money.of("60", "EUR")),
        )
    )
    for rule in (exact, fixed, Equally(people(light.alice, light.bob))):
        bill = light.bill()
        light.split(bill, rule)
        with light.session() as session:
            dispute(session, light.bob, bill, "too much")
        arrive(light, bill, amount=Money(minor, "EUR"))
        with light.session() as session:
            split = session.scalars(select(BillSplit).where(BillSplit.bill_id == bill)).one()
            shares = session.scalars(select(BillShare).where(BillShare.split_id == split.id)).all()
            assert split.amount_minor == sum(share.amount_minor for share in shares) == minor
            bob = light.bob.member_id
            for share in shares:
                disputed = share.member_id == bob and share.amount_minor
                assert share.state.value == ("disputed" if disputed else "proposed")
        arrive(light, bill, amount=Money(500, "EUR"))  # also after shares that were all zero
        with light.session() as session:
            split = session.scalars(select(BillSplit).where(BillSplit.bill_id == bill)).one()
            assert split.amount_minor == 500


def test_a_real_mail_is_split_on_the_road_and_its_copy_is_not_split_again(wiring: Wiring) -> None:
    box = account(wiring)
    with Session(wiring.engine) as session, session.begin():
        session.get_one(Account, box).provider_id = "mx.alice.example"
        alice = make_household(session, "Flat", "Alice", [box], "test")
        bob = add_member(session, alice, Newcomer("Bob"))
        between = Equally((alice.person, Person(bob)))
    first = _sent(wiring, box, FIRST.mail())
    fix_bill(wiring, first, Fix(amount=Decimal("84.20"), due_on=date(2026, 12, 12), confirmed=True))
    with acting(wiring, None, "Alice") as (session, actor):
        split_bill(session, actor, first, Way(StandingRule(between)))
        keep_rule(session, actor, session.get_one(Bill, first), Way(StandingRule(between)))
    following = replace(FIRST, number="HF-2027-0001", amount="91,75", day="13.01.2027")
    second = _sent(wiring, box, following.mail())
    fix_bill(wiring, second, Fix(amount=Decimal("91.75"), confirmed=True))
    assert _made(wiring, second) == 9175
    copy = replace(following, domain="mail.hohenfels.example")
    assert _sent(wiring, box, copy.mail()) == second
    assert _made(wiring, second) == 9175
    fix_bill(wiring, second, Fix(amount=Decimal("100.01")))
    assert _made(wiring, second) == 10001


def test_what_a_statement_proves_was_advanced_by_who_usually_pays(wiring: Wiring) -> None:
    bill = paid_bills.arrive(wiring, paid_bills.Asked())
    alice = household_made(wiring, "Flat", "Alice")
    with acting(wiring, None, None) as (session, actor):
        bob = Person(add_member(session, actor, Newcomer("Bob")))
        rule = StandingRule(Equally((alice.person, bob)), payer=bob)
        split_bill(session, actor, bill, Way(rule))
    line = paid_bills.Line("-84.20", "VIR ENERGIE FACTURE F-2031-77")
    for _ in range(2):
        paid_bills.bring(wiring, paid_bills.csv_file(line))
    with acting(wiring, None, None) as (session, actor):
        nets = {one.person: one.net.minor for one in standing(session, actor)}
    assert nets == {alice.person: -4210, bob: 4210}


def _sent(wiring: Wiring, box: int, mail: bytes) -> int:
    message = post(wiring, box, mail)
    assert travel(wiring, message) == "done"
    with Session(wiring.engine) as session:
        query = select(BillMessage.bill_id).where(BillMessage.message_id == message)
        return session.scalars(query).one()


def _made(wiring: Wiring, bill: int) -> int:
    """What the shares of its only split make."""
    query = (
        select(BillShare.amount_minor)
        .join(BillSplit, BillSplit.id == BillShare.split_id)
        .where(BillSplit.bill_id == bill)
    )
    with Session(wiring.engine) as session:
        shares = session.scalars(query).all()
        assert len(shares) == 2
        return sum(shares)
