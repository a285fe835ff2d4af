"""Each person is told their own part, and nothing of what is not theirs to do."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flow.household.announcing import announce
from flow.household.arrival import bill_changed
from flow.household.consent import dispute, pay_for_all
from flow.household.pay_back import announce_back
from flow.household.rules import Way
from flow.household.settling import received, sent
from flow.household.splitting import split_bill
from flow.order_word import say_sent
from flow.reminding.left import Parts
from flow.reminding.own_bills import Owed, Window, own_bills
from flow.reminding.people import someone
from flow.reminding.shares import GRACE, own_shares
from flow.schedule import add_instalments
from flow.talks.dispute import dispute_bill, resolve_bill
from models.errors.reminding import NobodyCalled, SeveralCalled
from models.money import Money
from models.reading import Means
from models.tables import Bill, SetOff
from models.verdict import Kind, State
from notify.due import Todo
from pay.people import Person
from pay.shares.apportion import apportion
from pay.shares.rule import Equally
from pay.shares.standing import StandingRule
from pay.transfers import Transfer
from tests.flow.household.flat import TODAY as PAID_ON
from tests.flow.household.flat import people
from tests.flow.order_house import FRENCH
from tests.flow.reminding.conftest import Home

SURE = 0.9


def bills(home: Home, name: str = "me") -> list[Owed]:
    with home.session() as session:
        window = Window(home.today, home.today - timedelta(days=60))
        return own_bills(session, home.person(name), SURE, window)


def shares(home: Home, name: str) -> list[Owed]:
    with home.session() as session:
        return own_shares(session, home.person(name), home.today)


def told(owed: list[Owed]) -> list[tuple[int, str, str, str]]:
    return [(one.due.bill, str(one.due.mine), one.due.todo.value, one.due.to) for one in owed]


def test_a_bill_of_ones_own_is_told_whole(each: Home) -> None:
    number = each.bill()
    assert told(bills(each)) == [(number, "90.00", "pay", "Énergie du Val")]
    assert bills(each)[0].due.whole is None
    assert bills(each, "bob") == shares(each, "bob") == []


def test_a_split_bill_tells_each_their_share_and_the_whole_to_who_pays(each: Home) -> None:
    number = each.bill()
    each.flat.split(number)
    (mine,) = bills(each)
    assert (mine.due.mine, mine.due.whole) == (Money(45_00, "EUR"), Money(90_00, "EUR"))
    assert told(shares(each, "bob")) == [(number, "45.00", "pay_back", "Alice")]
    assert shares(each, "alice") == shares(each, "dora") == []


def test_once_it_was_advanced_the_others_give_back_and_the_payer_has_nothing_to_do(
    each: Home,
) -> None:
    number = each.bill()
    each.flat.split(number, Equally(people(each.flat.alice, each.flat.bob, each.flat.dora)))
    each.flat.paid(number, "Bob")
    assert bills(each) == []
    assert told(shares(each, "alice")) == [(number, "30.00", "pay_back", "Bob")]
    assert told(shares(each, "dora")) == [(number, "30.00", "pay_back", "Bob")]
    assert shares(each, "bob") == []
    assert shares(each, "dora")[0].due.due_on == max(PAID_ON + GRACE, date(2026, 11, 26))


def test_who_takes_the_word_back_leaves_what_an_order_sent(each: Home) -> None:
    number = each.bill(iban=FRENCH)
    each.flat.split(number)
    each.flat.paid(number, "Alice")
    say_sent(each.wiring, number, each.now)
    each.flat.paid(number)
    with each.session() as session:
        assert session.get_one(Bill, number).state is State.HANDED_OVER
    assert bills(each) == []


def test_what_was_settled_is_asked_for_no_more_to_the_cent(each: Home) -> None:
    numbers = [each.bill(amount=amount) for amount in ("90.00", "20.00", "31.00")]
    for number in numbers:
        each.flat.split(number)
        each.flat.paid(number, "Alice")
    assert sum(one.due.mine.minor for one in shares(each, "bob")) == 70_50
    with each.session() as session, session.begin():
        bob = each.flat.bob
        move = Transfer(bob.person, each.flat.alice.person, Money(50_00, "EUR"))
        (row,) = announce(session, bob, [move])
        key, reference = row.id, row.reference
    assert {one.due.reference for one in shares(each, "bob")} == {reference}
    with each.session() as session, session.begin():
        sent(session, each.flat.bob, key, each.today)
    left = shares(each, "bob")
    assert sum(one.due.mine.minor for one in left) == 20_50
    assert left[0].due.bill == numbers[-1]
    with each.session() as session, session.begin():
        received(session, each.flat.alice, key, each.today)
    assert shares(each, "bob") == left


def test_a_share_that_was_paid_back_for_itself_is_asked_for_no_more(each: Home) -> None:
    """Not the oldest, as money of no bill: the newer bill, whose page was used."""
    old, new = each.bill(amount="90.00"), each.bill(amount="20.00")
    for number in (old, new):
        each.flat.split(number)
        each.flat.paid(number, "Alice")
    with each.session() as session, session.begin():
        row = announce_back(session, each.flat.bob, new, each.flat.alice.member_id)
        key, reference = row.id, row.reference
    assert {one.due.bill: one.due.reference for one in shares(each, "bob")} == {
        old: "", new: reference,
    }  # fmt: skip
    with each.session() as session, session.begin():
        sent(session, each.flat.bob, key, each.today)
    assert told(shares(each, "bob")) == [(old, "45.00", "pay_back", "Alice")]


def test_a_disputed_share_and_a_disputed_bill_are_told_to_nobody(each: Home) -> None:
    number, other = each.bill(), each.bill()
    each.flat.split(number)
    each.flat.split(other)
    with each.session() as session, session.begin():
        dispute(session, each.flat.bob, number, "I was away")
    assert [one.due.bill for one in shares(each, "bob")] == [other]
    assert len(bills(each)) == 2
    with each.session() as session, session.begin():
        dispute_bill(session, other, "debited twice", each.now)
    assert shares(each, "bob") == []
    assert [one.due.bill for one in bills(each)] == [number]
    with each.session() as session, session.begin():
        resolve_bill(session, other, each.now)
    assert [one.due.bill for one in shares(each, "bob")] == [other]


def test_a_share_that_its_payer_disputes_leaves_the_whole_to_pay(home: Home) -> None:
    number = home.bill()
    home.flat.split(number)
    with home.session() as session, session.begin():
        dispute(session, home.flat.alice, number, "too much")
    (mine,) = bills(home)
    assert (mine.due.mine, mine.due.shared) == (Money(90_00, "EUR"), False)


@pytest.mark.parametrize(
    ("changes", "todo"),
    [
        ({"kind": Kind.TO_PAY}, Todo.PAY),
        ({"kind": Kind.ON_PORTAL}, Todo.PORTAL),
        ({"kind": Kind.TO_BE_DEBITED}, Todo.DEBITED),
        ({"kind": Kind.SCHEDULE, "means": Means.DIRECT_DEBIT}, Todo.DEBITED),
        ({"kind": Kind.REMINDER}, Todo.PAY),
        ({"state": State.REVIEW, "confidences": {"amount": 0.95, "due_on": 0.99}}, Todo.PAY),
        ({"state": State.REVIEW, "confidences": {"amount": 0.5, "due_on": 0.99}}, None),
        ({"state": State.STOPPED}, None),
        ({"state": State.HANDED_OVER}, None),
        ({"state": State.PAID}, None),
        ({"state": State.CLOSED}, None),
        ({"kind": Kind.CREDIT_NOTE}, None),
        ({"kind": Kind.RECEIPT}, None),
        ({"kind": Kind.OTHER}, None),
    ],
)
def test_only_what_asks_for_money_is_told(home: Home, changes: dict[str, Any], todo: Todo) -> None:
    home.bill(**changes)
    assert [one.due.todo for one in bills(home)] == ([] if todo is None else [todo])


def test_a_debited_bill_asks_nobody_before_money_left(home: Home) -> None:
    number = home.bill(kind=Kind.TO_BE_DEBITED)
    home.flat.split(number)
    assert shares(home, "bob") == []
    assert bills(home)[0].due.whole is None
    home.flat.paid(number, "Alice")
    assert told(shares(home, "bob")) == [(number, "45.00", "pay_back", "Alice")]


def test_what_another_does_not_share_is_told_to_nobody_through_ones_account(home: Home) -> None:
    number = home.bill(account_id=home.flat.strange)
    assert bills(home) == bills(home, "charlie") == []
    with home.session() as session, session.begin():
        charlie = home.flat.charlie
        split_bill(session, charlie, number, Way(StandingRule(Equally((charlie.person,)))))
    assert bills(home) == []
    assert told(bills(home, "charlie")) == [(number, "90.00", "pay", "Énergie du Val")]


def test_people_are_found_by_name_and_who_left_is_told_nothing(home: Home) -> None:
    assert [one.name for one in home.people()] == ["Alice", "Charlie", "Bob", "Dora", "Vera"]
    assert home.person("me").is_here
    assert home.person("BOB").member_id == Person(home.flat.bob.member_id)
    with pytest.raises(NobodyCalled, match="Alice"):
        someone(home.people(), "Zoe")


def test_two_of_one_name_are_told_apart_by_their_household(home: Home) -> None:
    bob, charlie = home.person("bob"), home.person("charlie")
    assert bob.household_id != charlie.household_id
    all_of_them = [*home.people(), replace(charlie, name="Bob")]
    with pytest.raises(SeveralCalled, match=f"Bob/{charlie.household_id}"):
        someone(all_of_them, "bob")
    assert someone(all_of_them, f"bob/{charlie.household_id}").member_id == charlie.member_id
    assert someone(all_of_them, f"Bob/{bob.household_id}") == bob


def test_without_a_household_all_bills_are_the_persons_own(home: Home) -> None:
    with home.session() as session, session.begin():
        for table in ("presence", "member_account", "member", "household"):
            session.connection().exec_driver_sql(f"DELETE FROM {table}")
    home.bill()
    home.bill(account_id=home.flat.strange)
    (who,) = home.people()
    assert (who.key, who.name, len(who.accounts)) == ("owner", "", 2)
    assert len(bills(home)) == 2
    with home.session() as session:
        assert session.query(Bill).count() == 2


def test_old_bills_that_nobody_proved_paid_are_left_in_peace(home: Home) -> None:
    home.bill(-70)
    home.bill(None, issued_on=date(2017, 3, 1))
    recent = [home.bill(-50), home.bill(None)]
    assert [one.due.bill for one in bills(home)] == recent


def test_what_a_credit_note_takes_off_is_not_asked_for(home: Home) -> None:
    number = home.bill(3, "84.20", number="F-2031-77", biller="Énergie du Vallon")
    other = home.bill(3, "10.00", kind=Kind.CREDIT_NOTE, biller="Énergie du Vallon")
    with home.session() as session, session.begin():
        session.add(
            SetOff(
                credit_id=other, bill_id=number, amount_minor=1000, currency="EUR",
                made_at=home.now,
            )
        )  # fmt: skip
    assert [str(one.due.mine) for one in bills(home)] == ["74.20"]


def test_of_a_bill_that_is_paid_in_part_each_is_told_their_share_of_the_rest(each: Home) -> None:
    number = each.bill(3, "120.00")
    each.flat.split(number, Equally(people(each.flat.alice, each.flat.bob, each.flat.dora)))
    before = bills(each)[0].due
    assert (str(before.mine), str(before.whole)) == ("40.00", "120.00")
    say_sent(each.wiring, number, each.now, part=Money(30_00, "EUR"))
    after = bills(each)[0].due
    assert (str(after.mine), str(after.whole)) == ("30.00", "90.00")
    with each.flat.session() as session:
        paid = [("Bob", Money(90_00, "EUR"))]
        pay_for_all(session, each.flat.dora, number, paid, PAID_ON)
    (left,) = bills(each)
    assert (str(left.due.mine), str(left.due.whole)) == ("10.00", "30.00")
    each.flat.paid(number, "Bob")
    assert bills(each) == []


def test_a_share_of_what_a_credit_note_leaves_is_told_to_all(each: Home) -> None:
    number = each.bill(3, "90.00", number="F-2031-77")
    note = each.bill(None, "30.00", kind=Kind.CREDIT_NOTE, number="A-0099")
    each.flat.split(number)
    with each.session() as session, session.begin():
        session.add(
            SetOff(
                credit_id=note, bill_id=number, amount_minor=3000, currency="EUR", made_at=each.now
            )
        )
        session.flush()
        bill_changed(session, session.get_one(Bill, note))
    assert (str(bills(each)[0].due.mine), str(bills(each)[0].due.whole)) == ("30.00", "60.00")
    assert told(shares(each, "bob")) == [(number, "30.00", "pay_back", "Alice")]


@given(
    shares_of=st.lists(st.integers(1, 10**6), min_size=2, max_size=14),
    cuts=st.tuples(st.integers(0, 100), st.integers(0, 100)),
)
@settings(deadline=None)
def test_parts_of_what_is_left_make_it_and_end_at_the_share(
    shares_of: list[int], cuts: tuple[int, int]
) -> None:
    whole = sum(shares_of)
    before, until = sorted(whole * cut // 100 for cut in cuts)
    everybody = [Parts(tuple(shares_of), place) for place in range(len(shares_of))]
    now = [one.of(before, until - before) for one in everybody]
    rest = [one.of(before, whole - before) for one in everybody]
    assert sum(now) == until - before
    assert sum(rest) == whole - before
    assert all(0 <= part <= left for part, left in zip(now, rest, strict=True))
    assert all(
        share - left == part
        for share, left, part in zip(shares_of, rest, apportion(before, shares_of), strict=True)
    )


def instalments(home: Home, number: int, *days: int) -> None:
    with home.session() as session, session.begin():
        bill = session.get_one(Bill, number)
        parts = [(home.today + timedelta(days=one), Money(30_00, "EUR")) for one in days]
        add_instalments(session, bill, parts, home.now)


def test_of_instalments_the_next_one_is_told_with_its_own_day(home: Home) -> None:
    number = home.bill(-300, "90.00", issued_on=date(2026, 1, 2))
    instalments(home, number, -10, 20, 50)
    (one,) = bills(home)
    assert (one.due.mine, one.due.due_on) == (Money(30_00, "EUR"), date(2026, 11, 13))
    home.flat.split(number)
    (one,) = bills(home)
    assert (one.due.mine, one.due.whole) == (Money(15_00, "EUR"), Money(30_00, "EUR"))


def test_a_schedule_that_names_no_sum_has_its_instalments(home: Home) -> None:
    number = home.bill(None, None, kind=Kind.SCHEDULE, issued_on=date(2026, 1, 2))
    instalments(home, number, 20)
    assert [one.due.mine for one in bills(home)] == [Money(30_00, "EUR")]


def test_of_a_debited_schedule_the_next_debit_is_announced(home: Home) -> None:
    number = home.bill(-300, "90.00", kind=Kind.SCHEDULE, means=Means.DIRECT_DEBIT)
    instalments(home, number, -10, 20, 50)
    (one,) = bills(home)
    assert (one.due.todo, one.due.due_on) == (Todo.DEBITED, date(2026, 12, 13))
