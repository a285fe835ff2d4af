"""A settlement goes the road of a bill's order: as it was shown, counted by the caps, once."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from flow.caps_asked import Wanted, ask_caps
from flow.household.settling import received, sent, withdraw
from flow.order_draft import Wish
from flow.settlement_look import handover_of, look_again_at
from models.errors.household import (
    SettlementHandedOver,
    SettlementNotOut,
    SettlementOfAnother,
    SettlementStuck,
)
from models.errors.orders import (
    AlreadyHandedOver,
    ApprovalVoid,
    CodeUnset,
    OrderStopped,
    RailRefused,
)
from models.errors.values import NotFound
from models.journal import verify
from models.money import Money
from models.order import Step
from models.rails import rail_in
from models.reference import CreditorReference
from models.tables import Assent, AttemptState, JournalLine
from tests.flow.order_house import rules
from tests.flow.settling_house import DAY, NEW_IBAN, Settling, settling


@pytest.fixture
def flat(database_url: str, tmp_path: Path) -> Iterator[Settling]:
    with settling(database_url, tmp_path / "home") as made:
        yield made


@pytest.fixture
def light(sqlite_url: str, tmp_path: Path) -> Iterator[Settling]:
    with settling(sqlite_url, tmp_path / "home") as made:
        yield made


def test_a_settlement_is_checked_approved_and_handed_over(flat: Settling) -> None:
    number = flat.owe()
    looked = flat.look(number, rail="sepa-sheet")
    row = flat.row(number)
    assert (looked.step, looked.order.key) == (Step.CHECKED, row.key)
    assert looked.order.reference == CreditorReference(row.reference)
    assert rules(looked) == {"payee_new", "other_country", "no_secret_code"}
    flat.approve(looked)
    made = flat.hand_over(looked)
    assert {path.name for path in made.paths} == {"sheet.png", "sheet.svg", "sheet.txt"}
    (order,) = flat.orders(number)
    assert (order.step, order.rail, order.about) == (
        Step.HANDED_OVER, "sepa-sheet", f"settlement-{number}",
    )  # fmt: skip
    assert order.bill_id is None
    (attempt,) = flat.house.attempts(order.id)
    assert attempt.state is AttemptState.MADE
    assert flat.state(number) == "announced"
    with flat.house.session() as session:
        lines = session.execute(
            select(JournalLine.what, JournalLine.who)
            .where(JournalLine.on_what == f"payment {order.id}")
            .order_by(JournalLine.id)
        ).all()
        verify(session)
    assert [what for what, _ in lines] == [
        "order_drawn_up", "order_checked", "order_approved", "order_handing_over", "order_handed_over",
    ]  # fmt: skip
    assert {who for _, who in lines} == {f"member {flat.alice.member_id}"}


def test_it_is_never_handed_over_twice(flat: Settling) -> None:
    number = flat.owe()
    first = flat.pay(number)
    with pytest.raises(SettlementHandedOver):
        flat.look(number)
    again = look_again_at(flat.house.wiring, number, flat.alice.member_id, Wish())
    assert flat.hand_over(again).order.key == first.order.key
    with pytest.raises(SettlementHandedOver):
        flat.hand_over(again, "by-hand")
    assert flat.steps(number) == ["handed_over"]


def test_papers_that_never_were_are_not_made_again(flat: Settling) -> None:
    number = flat.owe()
    with pytest.raises(SettlementNotOut) as problem:
        look_again_at(flat.house.wiring, number, flat.alice.member_id, Wish())
    assert f"`facteur settle {number}`" in problem.value.told("en")


def test_thirty_approvals_at_once_make_one_order(flat: Settling) -> None:
    number = flat.owe()
    problems: list[BaseException] = []

    def work() -> None:
        try:
            flat.pay(number)
        except (SettlementHandedOver, ApprovalVoid):
            pass
        except BaseException as problem:  # noqa: BLE001 - told below
            problems.append(problem)

    threads = [threading.Thread(target=work) for _ in range(30)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    (order,) = flat.orders(number)
    assert (order.step, order.key) == (Step.HANDED_OVER, flat.row(number).key)
    with flat.house.session() as session:
        assert len(session.scalars(select(Assent)).all()) == 1
        said = select(JournalLine.what).where(JournalLine.what == "order_approved")
        assert session.scalars(said).all() == ["order_approved"]
        verify(session)


def test_any_change_of_the_receiver_voids_the_approval(flat: Settling) -> None:
    number = flat.owe()
    looked = flat.look(number, rail="sepa-sheet")
    flat.approve(looked)
    flat.moves_to("Bob", NEW_IBAN)
    with pytest.raises(ApprovalVoid):
        flat.hand_over(looked)
    again = flat.look(number)
    assert (again.step, again.digest == looked.digest) == (Step.CHECKED, False)
    with pytest.raises(ApprovalVoid):
        flat.approve(looked)


def test_nobody_pays_for_another(light: Settling) -> None:
    number = light.owe()
    for other in (light.bob, light.dora):
        with pytest.raises(SettlementOfAnother):
            light.look(number, other)
    for wrong in (0, 7, 2**70):
        with pytest.raises(NotFound):
            light.look(wrong)
    assert light.orders(number) == []


def test_each_sender_pays_from_their_own_account(sqlite_url: str, tmp_path: Path) -> None:
    home = {"payer_name": "Alice Martin", "payer_iban": NEW_IBAN}
    with settling(sqlite_url, tmp_path / "home", **home) as flat:
        mine, bobs = flat.owe(), flat.owe("12.00", back=True)
        payers = [
            handover_of(flat.house.wiring, flat.look(number, who), flat.house.now).payer
            for number, who in ((mine, flat.alice), (bobs, flat.bob))
        ]
        assert [(one.name, one.iban.text) for one in payers if one and one.iban] == [
            ("Alice Martin", NEW_IBAN), ("Bob", "DE02120300000000202051"),
        ]  # fmt: skip
        flat.moves_to("Bob", "")
        looked = flat.look(bobs, flat.bob, rail="sepa-file")
        flat.approve(looked)
        with pytest.raises(RailRefused):
            flat.hand_over(looked, "sepa-file")
        assert flat.steps(bobs) == ["approved"]


def test_the_caps_count_bills_and_settlements_of_the_same_payer(flat: Settling) -> None:
    caps = Wanted(Money(100_00, "EUR"), Money(150_00, "EUR"))
    ask_caps(flat.house.wiring, caps, flat.house.now)
    assert "above_cap" in rules(flat.look(flat.owe("100.01")))
    with flat.house.session() as session, session.begin():
        withdraw(session, flat.alice, 1)
    flat.pay(flat.owe("90.00"))
    bill = flat.house.bill(amount_minor=60_01)
    assert "above_month" in rules(flat.house.look(bill))
    assert "above_month" in rules(flat.look(flat.owe("60.01")))
    theirs = flat.owe("60.01", back=True)
    assert "above_month" not in rules(flat.look(theirs, flat.bob))


def test_money_to_a_member_is_capped_before_anybody_sets_a_cap(flat: Settling) -> None:
    wiring, now = flat.house.wiring, flat.house.now
    looked = flat.look(flat.owe("500.01"))
    assert "above_cap" in rules(looked)
    assert "500.00 EUR at most" in looked.stops[0].because.told("en")
    with flat.house.session() as session, session.begin():
        withdraw(session, flat.alice, 1)
    for _ in range(3):
        flat.pay(flat.owe("480.00"))
    big = flat.house.bill(amount_minor=9_000_00)
    assert not {"above_cap", "above_month"} & rules(flat.house.look(big))
    flat.house.pay(big)
    assert "above_month" not in rules(flat.look(flat.owe("60.00")))
    assert "above_month" in rules(flat.look(flat.owe("60.01")))
    raised = Wanted(transfer=Money(900_00, "EUR"))
    with pytest.raises(CodeUnset):
        ask_caps(wiring, raised, now)
    app = flat.house.code_app()
    told = ask_caps(wiring, raised, flat.house.now, app.code())
    assert (told.now.transfer, told.members.transfer) == (
        Money(900_00, "EUR"),
        Money(500_00, "EUR"),
    )
    flat.house.later(hours=24)
    assert "above_cap" not in rules(flat.look(flat.owe("500.01")))


def test_what_was_said_to_be_sent_is_an_order_too(flat: Settling) -> None:
    number = flat.owe()
    with flat.house.session() as session, session.begin():
        sent(session, flat.alice, number, DAY)
    (order,) = flat.orders(number)
    assert (order.step, order.rail, order.sent_at is None) == (Step.HANDED_OVER, "by-hand", False)
    with pytest.raises(SettlementHandedOver):
        flat.look(number)


def test_the_word_stands_on_the_order_that_is_out(light: Settling) -> None:
    number = light.owe()
    made = light.pay(number)
    with light.house.session() as session, session.begin():
        sent(session, light.alice, number, DAY)
    (order,) = light.orders(number)
    assert (order.key, order.rail, order.sent_at is None) == (made.order.key, "sepa-sheet", False)


def test_a_settlement_called_off_takes_its_order_back(light: Settling) -> None:
    number, other = light.owe(), light.owe("20.00")
    light.look(number)
    light.pay(other)
    with light.house.session() as session, session.begin():
        withdraw(session, light.alice, number)
        withdraw(session, light.alice, other)
    assert (light.steps(number), light.steps(other)) == (["cancelled"], ["refused"])
    assert "settlement_withdrawn" in rules(light.look(number))
    with pytest.raises(OrderStopped):
        light.approve(light.look(number))


def test_what_the_receiver_has_is_not_paid_any_more(light: Settling) -> None:
    waits, out = light.owe(), light.owe("20.00")
    looked = light.look(waits)
    light.approve(looked)
    light.pay(out)
    with light.house.session() as session, session.begin():
        received(session, light.bob, waits, DAY)
        received(session, light.bob, out, DAY)
        with pytest.raises(SettlementStuck):
            withdraw(session, light.alice, out)
    assert (light.steps(waits), light.steps(out)) == (["cancelled"], ["seen"])
    with pytest.raises((ApprovalVoid, SettlementHandedOver, AlreadyHandedOver)):
        light.hand_over(looked)


def test_a_new_account_of_a_known_receiver_stops_until_it_was_asked_about(flat: Settling) -> None:
    flat.pay(flat.owe("20.00"))
    flat.moves_to("Bob", NEW_IBAN)
    number = flat.owe()
    assert [flag.because.told("en")[-8:] for flag in flat.look(number).stops] == ["--asked."]
    asked = flat.look(number, asked=True, rail="sepa-sheet")
    assert "account_changed" not in rules(asked)
    with pytest.raises(CodeUnset):
        flat.approve(asked)
    app = flat.house.code_app()
    asked = flat.look(number, asked=True, rail="sepa-sheet")
    flat.approve(asked, app.code())
    assert flat.hand_over(asked).order.payee.iban is not None
    with flat.house.session() as session:
        line = select(JournalLine.who).where(JournalLine.what == "account_confirmed")
        assert session.scalars(line).all() == ["owner"]
    flat.house.later(days=1)
    assert "account_changed" not in rules(flat.look(flat.owe("5.00")))


@pytest.mark.parametrize("rail", ["biller-page", "direct-debit"])
def test_a_biller_s_ways_take_no_settlement(light: Settling, rail: str) -> None:
    looked = light.look(light.owe(), rail=rail)
    assert "not_by_this" in rules(looked)
    (why,) = (flag.because.told("en") for flag in looked.stops if flag.rule == "not_by_this")
    assert rail_in("en", rail) in why
    assert rail not in why
    with pytest.raises(OrderStopped):
        light.approve(looked)


def test_without_an_account_it_is_paid_by_hand(light: Settling) -> None:
    light.moves_to("Bob", "")
    number = light.owe()
    looked = light.look(number, rail="sepa-sheet")
    light.approve(looked)
    with pytest.raises(RailRefused):
        light.hand_over(looked)
    assert light.hand_over(light.look(number, rail="by-hand"), "by-hand").paths == ()
