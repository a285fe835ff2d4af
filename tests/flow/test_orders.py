"""An order's road, on both databases: each rule of safety is a test."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from flow.caps import Wanted, ask_caps
from flow.order_draft import Wish
from flow.order_look import Looked, look
from flow.order_steps import refuse, see, unsee
from flow.order_word import say_sent, withdraw_order
from models.errors import (
    AlreadyHandedOver,
    ApprovalVoid,
    CodeUnset,
    NotFound,
    OrderInvalid,
    OrderStopped,
    Problem,
    RailRefused,
    SecretNeeded,
    StepForbidden,
)
from models.journal import verify
from models.money import Money
from models.order import Step
from models.reading import Means
from models.tables import Assent, Attempt, AttemptState, JournalLine, PayeeAccount, Payment
from models.verdict import Kind, State
from pay.rail import Proof
from tests.flow.order_house import ALL, OTHER, OrderHouse, order_house


@pytest.fixture
def house(sqlite_url: str, tmp_path: Path) -> Iterator[OrderHouse]:
    with order_house(sqlite_url, tmp_path / "home") as house:
        yield house


@pytest.fixture
def each(database_url: str, tmp_path: Path) -> Iterator[OrderHouse]:
    """A house on each kind of database, for what databases do differently."""
    with order_house(database_url, tmp_path / "home") as house:
        yield house


def rules(looked: Looked) -> set[str]:
    return {flag.rule for flag in looked.flags}


def test_a_bill_becomes_an_order_that_is_checked_approved_and_handed_over(
    each: OrderHouse,
) -> None:
    bill = each.bill()
    looked = each.look(bill)
    assert (looked.step, looked.order.amount) == (Step.CHECKED, Money(84_21, "EUR"))
    assert looked.order.payee.name == "Eaux du Vallon"
    assert rules(looked) == {"payee_new", "no_secret_code"}
    each.approve(looked)
    made = each.hand_over(looked, "sepa-sheet")
    assert {path.name for path in made.paths} == {"sheet.png", "sheet.svg", "sheet.txt"}
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in made.paths)
    (order,) = each.orders(bill)
    assert (order.step, order.rail, order.open_slot) == (Step.HANDED_OVER, "sepa-sheet", None)
    (attempt,) = each.attempts(order.id)
    assert attempt.state is AttemptState.MADE
    with each.session() as session:
        lines = session.scalars(select(JournalLine.what).order_by(JournalLine.id)).all()
        assert verify(session) == len(lines)
    assert lines == [
        "order_drawn_up", "order_checked", "order_approved", "order_handing_over", "order_handed_over",
    ]  # fmt: skip


def test_a_look_alone_writes_nothing(house: OrderHouse) -> None:
    bill = house.bill()
    look(house.wiring, bill, Wish(), house.now, keep=False)
    assert house.orders(bill) == []
    with house.session() as session:
        assert verify(session) == 0


def test_the_same_bill_is_never_handed_over_twice(house: OrderHouse) -> None:
    bill = house.bill()
    house.pay(bill)
    with pytest.raises(AlreadyHandedOver):
        house.look(bill)
    assert len(house.orders(bill)) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"iban": OTHER}, {"amount_minor": 9999}, {"number": "F-9"}, {"reference": "RF18539007547034"},
        {"biller": "Eaux du Vallon SA"}, {"currency": "CHF"}, {"kind": Kind.REMINDER},
    ],
    ids=lambda change: next(iter(change)),
)  # fmt: skip
def test_any_change_of_the_bill_voids_the_approval(
    house: OrderHouse, change: dict[str, object]
) -> None:
    bill = house.bill()
    looked = house.look(bill)
    house.approve(looked)
    house.change(bill, **change)
    with pytest.raises(ApprovalVoid):
        house.hand_over(looked)
    again = house.look(bill)
    assert again.step is Step.CHECKED
    with house.session() as session:
        assert [row.void_at is None for row in session.scalars(select(Assent))] == [False]


def test_what_was_shown_is_what_is_approved(each: OrderHouse) -> None:
    bill = each.bill()
    shown = each.look(bill)
    each.change(bill, amount_minor=1)
    with pytest.raises(ApprovalVoid):
        each.approve(shown)
    each.look(bill)
    with pytest.raises(ApprovalVoid):
        each.approve(shown)
    assert [row.step for row in each.orders(bill)] == [Step.CHECKED]


def test_an_order_that_was_not_approved_is_not_handed_over(house: OrderHouse) -> None:
    looked = house.look(house.bill())
    with pytest.raises(ApprovalVoid):
        house.hand_over(looked)
    assert house.attempts(looked.payment_id) == []


def test_a_question_that_is_not_answered_holds_the_order(house: OrderHouse) -> None:
    looked = house.look(house.bill())
    with pytest.raises(OrderStopped):
        house.approve(looked, rules=ALL - {"payee_new"})
    with pytest.raises(SecretNeeded):
        house.approve(looked, rules=ALL - {"no_secret_code"})
    house.approve(looked)


def test_a_new_payee_always_takes_the_code_once_there_is_one(house: OrderHouse) -> None:
    app = house.code_app()
    bill = house.bill(amount_minor=5_00)
    looked = house.look(bill)
    assert "no_secret_code" not in rules(looked)
    with pytest.raises(SecretNeeded):
        house.approve(looked)
    house.approve(looked, app.code())
    house.hand_over(looked)
    with house.session() as session:
        assert session.scalars(select(Assent.with_secret)).all() == [True]
    house.later(days=40)
    second = house.look(house.bill(amount_minor=5_00))
    assert second.secret_for == ()
    house.approve(second)


def test_above_the_threshold_every_approval_takes_the_code(house: OrderHouse) -> None:
    app = house.code_app()
    house.pay(house.bill(amount_minor=50_00), app.code())
    house.later(days=40)
    looked = house.look(house.bill(amount_minor=100_01))
    with pytest.raises(SecretNeeded):
        house.approve(looked)
    house.approve(looked, app.code())


def test_the_changed_account_of_a_payee_stops_until_an_older_contact_confirms_it(
    house: OrderHouse,
) -> None:
    app = house.code_app()
    old = house.bill()
    house.pay(old, app.code())
    house.later(days=40)
    new = house.bill(iban=OTHER, created_at=house.now)
    looked = house.look(new)
    assert "account_changed" in {flag.rule for flag in looked.stops}
    with pytest.raises(OrderStopped):
        house.approve(looked, app.code())
    with pytest.raises(OrderStopped):
        house.look(new, contact_bill=new)
    asked = house.look(new, contact_bill=old)
    assert asked.stops == ()
    with pytest.raises(SecretNeeded):
        house.approve(asked)
    house.approve(asked, app.code())
    house.hand_over(asked)
    with house.session() as session:
        (kept,) = session.scalars(select(PayeeAccount))
        assert (kept.account, kept.contact_bill_id) == (OTHER, old)


def test_an_account_is_never_confirmed_without_a_secret_code(house: OrderHouse) -> None:
    old = house.bill()
    house.pay(old)
    house.later(days=40)
    new = house.bill(iban=OTHER, created_at=house.now)
    with pytest.raises(CodeUnset):
        house.approve(house.look(new, contact_bill=old))


def test_the_first_account_seen_of_a_payee_guards_it_before_anything_was_paid(
    house: OrderHouse,
) -> None:
    house.bill()
    forged = house.bill(iban=OTHER)
    assert "account_changed" in rules(house.look(forged))


def test_a_bill_that_the_person_closed_vouches_for_no_account(house: OrderHouse) -> None:
    house.pay(house.bill())
    forged = house.bill(iban=OTHER, state=State.CLOSED)
    house.later(days=40)
    assert "account_changed" in rules(house.look(house.bill(iban=OTHER)))
    assert "bill_closed" in rules(house.look(forged))


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"state": State.STOPPED}, "bill_stopped"),
        ({"state": State.PAID}, "bill_paid"),
        ({"state": State.HANDED_OVER}, "bill_handed_over"),
        ({"kind": Kind.TO_BE_DEBITED}, "debited_by_itself"),
        ({"kind": Kind.CREDIT_NOTE}, "credit_note"),
        ({"warnings": ["qr_page_disagree:payee_iban"]}, "sources_disagree"),
        ({"iban": "BR1800360305000010009795493C1"}, "outside_sepa"),
    ],
)
def test_what_must_not_be_paid_stops_whatever_is_answered(
    house: OrderHouse, change: dict[str, object], rule: str
) -> None:
    looked = house.look(house.bill(**change))
    assert rule in {flag.rule for flag in looked.stops}
    with pytest.raises(OrderStopped):
        house.approve(looked, rules=ALL | {rule})


def test_a_bill_that_is_held_after_its_approval_is_not_handed_over(house: OrderHouse) -> None:
    bill = house.bill()
    looked = house.look(bill)
    house.approve(looked)
    house.change(bill, state=State.STOPPED)
    with pytest.raises(OrderStopped):
        house.hand_over(looked)


def test_the_same_number_of_the_same_payee_is_stopped(each: OrderHouse) -> None:
    each.pay(each.bill(number="F-77"))
    twin = each.look(each.bill(number="f 77"))
    assert "same_number" in {flag.rule for flag in twin.stops}


def test_the_same_amount_within_twenty_days_is_asked(house: OrderHouse) -> None:
    house.pay(house.bill(amount_minor=61_00))
    twin = house.look(house.bill(amount_minor=61_00, biller_key="x", biller="X", iban=OTHER))
    assert "same_amount" in {flag.rule for flag in twin.asks}


def test_another_country_is_asked_about(house: OrderHouse) -> None:
    looked = house.look(house.bill(iban="DE89370400440532013000"))
    assert "other_country" in {flag.rule for flag in looked.asks}


def test_parts_never_make_more_than_the_bill(each: OrderHouse) -> None:
    bill = each.bill(amount_minor=100_00)
    each.pay(bill, part=Money(40_00, "EUR"))
    too_much = each.look(bill, part=Money(60_01, "EUR"))
    assert "more_than_left" in rules(too_much)
    rest = each.pay(bill)
    assert rest.order.amount == Money(60_00, "EUR")
    with pytest.raises(AlreadyHandedOver):
        each.look(bill)
    assert sum(row.amount_minor for row in each.orders(bill)) == 100_00


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


def test_the_cap_of_a_month_counts_what_other_orders_take(each: OrderHouse) -> None:
    ask_caps(each.wiring, Wanted(month=Money(150_00, "EUR")), each.now)
    each.pay(each.bill(amount_minor=90_00))
    assert "above_month" in rules(each.look(each.bill(amount_minor=61_00)))


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


def test_an_order_that_was_begun_goes_on_the_same_way_only(each: OrderHouse) -> None:
    bill = each.bill()
    looked = each.look(bill)
    each.approve(looked)
    with each.session() as session, session.begin():
        session.add(
            Attempt(
                payment_id=looked.payment_id, sequence=1, rail="sepa-sheet", place="",
                state=AttemptState.BEGUN, begun_at=each.now,
            )
        )  # fmt: skip
    with pytest.raises(OrderStopped):
        each.look(bill, rail="biller-page")
    with pytest.raises(AlreadyHandedOver):
        each.hand_over(looked, "direct-debit")
    each.change(bill, amount_minor=1)
    with pytest.raises(OrderStopped):
        each.look(bill)
    each.change(bill, amount_minor=84_21)
    again = each.look(bill, rail="sepa-sheet")
    assert again.approved
    assert each.hand_over(again, "sepa-sheet").order.key == looked.order.key
    states = [one.state for one in each.attempts(looked.payment_id)]
    assert states == [AttemptState.FAILED, AttemptState.MADE]


def test_what_a_rail_refuses_leaves_the_order_approved(house: OrderHouse) -> None:
    looked = house.look(house.bill())
    house.approve(looked)
    with pytest.raises(RailRefused):
        house.hand_over(looked, "sepa-file")
    (attempt,) = house.attempts(looked.payment_id)
    assert (attempt.state, attempt.problem) == (AttemptState.FAILED, "rail_refused")
    house.hand_over(looked)


def test_the_papers_of_an_order_can_be_made_again_and_are_the_same_order(house: OrderHouse) -> None:
    bill = house.bill()
    looked = house.look(bill)
    house.approve(looked)
    first, second = house.hand_over(looked), house.hand_over(looked)
    assert first.order.key == second.order.key
    with pytest.raises(AlreadyHandedOver):
        house.hand_over(looked, "direct-debit")
    assert len(house.orders(bill)) == 1


def test_saying_sent_never_says_paid(each: OrderHouse) -> None:
    bill = each.bill()
    each.pay(bill)
    proof = Proof("receipt.jpg", b"a photograph")
    sent = say_sent(each.wiring, bill, each.now, proof=proof)
    assert (sent.state, sent.rail, sent.left.minor) == (State.HANDED_OVER, "by-hand", 0)
    assert sent.proof is not None
    assert each.wiring.originals.read(sent.proof) == b"a photograph"
    (order,) = each.orders(bill)
    assert (order.step, order.sent_at, order.seen_at) == (Step.HANDED_OVER, each.now, None)
    assert say_sent(each.wiring, bill, each.now).key == sent.key
    with pytest.raises(StepForbidden):
        withdraw_order(each.wiring, bill)


def test_what_was_paid_by_hand_is_kept_and_stops_a_second_payment(house: OrderHouse) -> None:
    bill = house.bill()
    sent = say_sent(house.wiring, bill, house.now)
    assert (sent.rail, sent.state) == ("by-hand", State.HANDED_OVER)
    with pytest.raises(AlreadyHandedOver):
        house.look(bill)


def test_a_part_that_was_sent_leaves_the_bill_open(house: OrderHouse) -> None:
    bill = house.bill(amount_minor=100_00)
    sent = say_sent(house.wiring, bill, house.now, part=Money(30_00, "EUR"))
    assert (sent.state, sent.left) == (State.OPEN, Money(70_00, "EUR"))
    assert house.look(bill).order.amount == Money(70_00, "EUR")


def test_an_order_is_taken_back_before_and_after_its_papers_were_made(house: OrderHouse) -> None:
    bill = house.bill()
    house.look(bill)
    assert withdraw_order(house.wiring, bill) is Step.CANCELLED
    house.pay(bill)
    assert withdraw_order(house.wiring, bill) is Step.REFUSED
    with pytest.raises(NotFound):
        withdraw_order(house.wiring, bill)
    house.pay(bill)
    assert [row.step for row in house.orders(bill)] == [
        Step.CANCELLED, Step.REFUSED, Step.HANDED_OVER,
    ]  # fmt: skip


def test_evidence_moves_an_order_and_may_be_taken_back(house: OrderHouse) -> None:
    bill = house.bill()
    house.pay(bill)
    with house.session() as session, session.begin():
        row = session.scalars(select(Payment)).one()
        see(session, row, "entry 7", house.now)
        unsee(session, row)
        see(session, row, "entry 8", house.now)
        refuse(session, row, "AC04")
        assert (row.step, row.refusal) == (Step.REFUSED, "AC04")
        with pytest.raises(StepForbidden):
            see(session, row, "entry 9", house.now)
    assert house.look(bill).order.amount == Money(84_21, "EUR")


@pytest.mark.parametrize(
    "change",
    [
        {"amount_minor": None, "currency": None},
        {"amount_minor": 0},
        {"amount_minor": -5},
        {"biller": " "},
    ],
)
def test_a_bill_that_names_no_amount_or_payee_makes_no_order(
    house: OrderHouse, change: dict[str, object]
) -> None:
    bill = house.bill(**change)
    with pytest.raises(OrderInvalid):
        house.look(bill)
    assert house.orders(bill) == []


@pytest.mark.parametrize("number", [0, -1, 999, 2**70])
def test_a_bill_that_is_not_there_is_one_sentence(house: OrderHouse, number: int) -> None:
    with pytest.raises(NotFound):
        house.look(number)


def test_another_day_needs_no_new_approval(house: OrderHouse) -> None:
    bill = house.bill()
    looked = house.look(bill)
    house.approve(looked)
    day = (house.now + timedelta(days=3)).date()
    moved = house.look(bill, on=day)
    assert (moved.digest, moved.approved) == (looked.digest, True)
    assert house.hand_over(moved).order.on == day


def test_a_day_that_passed_while_the_order_waited_is_today(house: OrderHouse) -> None:
    bill = house.bill()
    house.look(bill)
    house.later(days=5)
    assert house.look(bill).order.on == house.now.date()
    with pytest.raises(OrderInvalid):
        house.look(bill, on=(house.now - timedelta(days=1)).date())


def test_a_late_arrival_is_told_before_the_approval(house: OrderHouse) -> None:
    bill = house.bill(due_on=house.now.date())
    assert len(house.look(bill).notes) == 1
    assert house.look(bill, instant=True).notes == ()


def test_a_debit_is_watched_on_its_own_day(house: OrderHouse) -> None:
    day = (house.now + timedelta(days=9)).date()
    bill = house.bill(kind=Kind.TO_BE_DEBITED, due_on=day)
    made = house.pay(bill, rail="direct-debit")
    assert made.order.on == day


def test_a_bill_that_speaks_of_a_debit_is_asked_about(house: OrderHouse) -> None:
    bill = house.bill(means=Means.DIRECT_DEBIT)
    assert "speaks_of_debit" in {flag.rule for flag in house.look(bill).asks}
    assert "speaks_of_debit" not in rules(house.look(bill, rail="direct-debit"))
