"""What comes after the papers: sent, seen, taken back, begun and not ended."""

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import select

from flow import checkpoints
from flow.order_handover import hand_over
from flow.order_steps import refuse, see, unsee
from flow.order_taken_back import withdraw_order
from flow.order_word import say_sent
from flow.placing import Place
from models.errors.orders import (
    AlreadyHandedOver,
    NothingOut,
    OrderStopped,
    RailRefused,
    StepForbidden,
)
from models.money import Money
from models.order import Step
from models.tables import AttemptState, Bill, JournalLine, Payment
from models.verdict import State
from pay.rail import Handover, Proof
from tests.flow.order_house import OrderHouse, way


def test_an_order_that_was_begun_goes_on_the_same_way_only(each: OrderHouse) -> None:
    bill = each.bill()
    looked = each.look(bill)
    each.approve(looked)
    each.begin(looked)
    with pytest.raises(OrderStopped, match=r"\(payment sheet\)"):
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


def test_of_two_doors_that_pay_one_bill_at_once_one_makes_papers(house: OrderHouse) -> None:
    bill = house.bill()
    first, second = house.look(bill), house.look(bill)
    for one in (first, second):
        house.approve(one)
    beside = Handover("en", house.now)
    hand_over(house.wiring, first.payment_id, way("by-hand"), beside, None, once=True)
    with pytest.raises(AlreadyHandedOver):
        hand_over(house.wiring, second.payment_id, way("by-hand"), beside, None, once=True)
    assert len(house.attempts(first.payment_id)) == 1


def test_of_two_doors_that_make_papers_at_the_same_moment_one_waits_and_makes_none(
    each: OrderHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked, met = each.look(each.bill()), Barrier(2)
    each.approve(looked)

    def pay(name: str) -> str:
        met.wait()
        place, beside = Place(each.folder / name), Handover("en", each.now)
        try:
            hand_over(each.wiring, looked.payment_id, way("sepa-sheet"), beside, place, once=True)
        except AlreadyHandedOver as problem:
            return problem.code
        return name

    def slowly(point: str) -> None:
        if point == "order_begun":
            time.sleep(0.3)

    monkeypatch.setattr(checkpoints, "listeners", [slowly])
    with ThreadPoolExecutor(2) as threads:
        ends = set(threads.map(pay, ("ra", "rb")))
    (won,) = ends - {"already_handed_over"}
    assert len(ends) == 2
    assert [path.name for path in each.folder.iterdir()] == [won]
    assert [one.state for one in each.attempts(looked.payment_id)] == [AttemptState.MADE]
    with each.session() as session:
        handed = JournalLine.what.in_(("order_handing_over", "order_handed_over"))
        assert len(session.scalars(select(JournalLine).where(handed)).all()) == 2


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


def test_a_word_given_by_mistake_is_taken_back(house: OrderHouse) -> None:
    bill = house.bill()
    house.pay(bill)
    say_sent(house.wiring, bill, house.now)
    (order,) = house.orders(bill)
    with pytest.raises(AlreadyHandedOver):
        hand_over(house.wiring, order.id, way("by-hand"), Handover("en", house.now), None)
    assert withdraw_order(house.wiring, bill).step is Step.REFUSED
    with house.session() as session:
        assert session.get_one(Bill, bill).state is State.OPEN
    assert house.look(bill).stops == ()


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


def test_after_a_part_the_rest_is_meant_and_after_the_rest_nothing_new(each: OrderHouse) -> None:
    bill = each.bill(amount_minor=100_00)
    part = say_sent(each.wiring, bill, each.now, part=Money(30_00, "EUR"))
    assert say_sent(each.wiring, bill, each.now, part=Money(30_00, "EUR")) == part
    rest = say_sent(each.wiring, bill, each.now)
    assert (rest.amount, rest.left.minor, rest.state) == (
        Money(70_00, "EUR"), 0, State.HANDED_OVER,
    )  # fmt: skip
    assert say_sent(each.wiring, bill, each.now) == rest
    assert [row.amount_minor for row in each.orders(bill)] == [30_00, 70_00]


def test_a_part_whose_papers_are_out_is_spoken_of_before_the_rest(each: OrderHouse) -> None:
    bill = each.bill(amount_minor=100_00)
    each.pay(bill, part=Money(40_00, "EUR"))
    each.look(bill)
    words = [say_sent(each.wiring, bill, each.now) for _ in range(3)]
    assert [str(one.amount) for one in words] == ["40.00", "60.00", "60.00"]
    assert [(row.amount_minor, row.step) for row in each.orders(bill)] == [
        (40_00, Step.HANDED_OVER), (60_00, Step.HANDED_OVER),
    ]  # fmt: skip


def test_an_order_is_taken_back_before_and_after_its_papers_were_made(house: OrderHouse) -> None:
    bill = house.bill()
    house.look(bill)
    assert withdraw_order(house.wiring, bill).step is Step.CANCELLED
    house.pay(bill)
    assert withdraw_order(house.wiring, bill).step is Step.REFUSED
    with pytest.raises(NothingOut):
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
