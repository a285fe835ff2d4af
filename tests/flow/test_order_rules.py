"""What stops an order or asks about it; each rule of safety is a test."""

import pytest
from sqlalchemy import select

from flow.order_taken_back import withdraw_order
from flow.order_word import say_sent
from models.errors.orders import CodeUnset, OrderStopped, SecretNeeded
from models.tables import Assent, PayeeAccount
from models.verdict import Kind, State
from tests.flow.order_house import ALL, OTHER, OrderHouse, rules


def test_a_question_that_is_not_answered_holds_the_order(house: OrderHouse) -> None:
    looked = house.look(house.bill())
    with pytest.raises(OrderStopped):
        house.approve(looked, rules=ALL - {"payee_new"})
    with pytest.raises(SecretNeeded):
        house.approve(looked, rules=ALL - {"no_secret_code"})
    house.approve(looked)


def test_what_is_in_doubt_is_named_in_words(house: OrderHouse) -> None:
    looked = house.look(house.bill(state=State.REVIEW, confidences={"amount": 0.4, "due_on": 0.2}))
    told = next(flag.because for flag in looked.asks if flag.rule == "to_review")
    assert "(who asks for the money, the amount, the due date)" in told.told("en")
    assert "(qui demande l’argent, le montant, l’échéance)" in told.told("fr")


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


def test_only_a_word_that_still_stands_vouches_for_an_account(house: OrderHouse) -> None:
    house.bill(iban=OTHER)
    sent = house.bill()
    say_sent(house.wiring, sent, house.now)
    assert "account_changed" not in rules(house.look(house.bill(number="N-1")))
    withdraw_order(house.wiring, sent)
    assert "account_changed" in rules(house.look(house.bill(number="N-2")))
