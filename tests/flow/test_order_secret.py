"""The secret code before money leaves: each line of the rule, with a code and without."""

import pytest
from sqlalchemy import select

from flow.caps_asked import Wanted, ask_caps
from flow.enrolment import confirm_code, new_code
from flow.step_up import spend_for
from models.errors.orders import ApprovalVoid, CodeUnset, CodeWrong, OrderStopped, SecretNeeded
from models.money import Money
from models.order import Step
from models.tables import Assent, JournalLine
from pay.policy.step_up import Act
from tests.flow.order_house import ALL, OTHER, OrderHouse, rules


@pytest.mark.parametrize("minor", [5_00, 100_01], ids=["new payee", "above the threshold"])
def test_before_there_is_a_code_the_question_stands_for_it_and_is_kept(
    house: OrderHouse, minor: int
) -> None:
    looked = house.look(house.bill(amount_minor=minor))
    assert (bool(looked.secret_for), looked.code_is_set) == (True, False)
    with pytest.raises(SecretNeeded):
        house.approve(looked, rules=ALL - {"no_secret_code"})
    house.approve(looked)
    with house.session() as session:
        (assent,) = session.scalars(select(Assent))
    assert (assent.with_secret, "no_secret_code" in assent.answered) == (False, True)


@pytest.mark.parametrize("minor", [5_00, 100_01], ids=["new payee", "above the threshold"])
def test_once_there_is_a_code_no_answer_stands_for_it(house: OrderHouse, minor: int) -> None:
    app = house.code_app()
    looked = house.look(house.bill(amount_minor=minor))
    assert "no_secret_code" not in rules(looked)
    with pytest.raises(SecretNeeded):
        house.approve(looked, rules=ALL)
    with pytest.raises(CodeWrong):
        house.approve(looked, "000000", rules=ALL)
    house.approve(looked, app.code())


def test_a_code_that_is_set_up_while_an_order_is_shown_is_asked_for(each: OrderHouse) -> None:
    looked = each.look(each.bill())
    each.code_app()
    with pytest.raises(SecretNeeded):
        each.approve(looked)


def test_what_was_approved_without_a_code_is_not_handed_over_once_there_is_one(
    each: OrderHouse,
) -> None:
    bill = each.bill()
    looked = each.look(bill)
    each.approve(looked)
    app = each.code_app()
    with pytest.raises(ApprovalVoid):
        each.hand_over(looked)
    again = each.look(bill)
    assert (again.step, again.order.key) == (Step.CHECKED, looked.order.key)
    with pytest.raises(SecretNeeded):
        each.approve(again)
    each.approve(again, app.code())
    each.hand_over(again)
    with each.session() as session:
        told = session.scalars(select(JournalLine.what)).all()
    assert "order_needs_code" in told


def test_a_known_payee_below_the_threshold_is_paid_without_the_code(house: OrderHouse) -> None:
    app = house.code_app()
    house.pay(house.bill(), app.code())
    house.later(days=40)
    looked = house.look(house.bill())
    assert looked.secret_for == ()
    house.approve(looked)


def test_a_changed_account_is_never_confirmed_while_there_is_no_code(house: OrderHouse) -> None:
    old = house.bill()
    house.pay(old)
    house.later(days=40)
    new = house.bill(iban=OTHER, created_at=house.now)
    with pytest.raises(OrderStopped):
        house.approve(house.look(new), rules=ALL | {"account_changed"})
    for code in ("", "123456"):
        with pytest.raises(CodeUnset):
            house.approve(house.look(new, contact_bill=old), code)


@pytest.mark.parametrize("code", ["", "123456"])
def test_a_cap_is_never_raised_while_there_is_no_code(house: OrderHouse, code: str) -> None:
    ask_caps(house.wiring, Wanted(transfer=Money(10_00, "EUR")), house.now)
    for more in (Wanted(transfer=Money(10_01, "EUR")), Wanted(no_transfer=True)):
        with pytest.raises(CodeUnset):
            ask_caps(house.wiring, more, house.now, code)


@pytest.mark.parametrize("act", list(Act))
def test_no_act_that_asks_for_the_code_is_done_without_one(house: OrderHouse, act: Act) -> None:
    with pytest.raises(CodeUnset):
        spend_for(house.wiring, act, "", house.now)
    app = house.code_app()
    with pytest.raises(SecretNeeded):
        spend_for(house.wiring, act, "", house.now)
    with pytest.raises(CodeWrong):
        spend_for(house.wiring, act, "000000", house.now)
    spend_for(house.wiring, act, app.code(), house.now)


def test_the_secret_is_changed_by_its_own_code_alone(house: OrderHouse) -> None:
    app = house.code_app()
    with pytest.raises(SecretNeeded):
        new_code(house.wiring, house.now)
    with pytest.raises(CodeWrong):
        new_code(house.wiring, house.now, "000000")
    made = new_code(house.wiring, house.now, app.code())
    house.later(seconds=30)
    assert len(confirm_code(house.wiring, type(app)(house, made.secret).code(), house.now)) > 0
