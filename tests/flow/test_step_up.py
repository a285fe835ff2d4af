"""The secret code: each is good once, guesses are few, a lost phone is no end."""

import pyotp
import pytest
from sqlalchemy import select

from flow.step_up import must_take_codes, spend_code
from models.errors.orders import CodeLocked, CodeUnset, CodeWrong
from models.journal import verify
from models.tables import JournalLine, RecoveryCode, SecretCode
from tests.flow.order_house import OrderHouse


def spend(house: OrderHouse, code: str) -> None:
    spend_code(house.wiring, code, house.now)


def test_a_code_is_good_once_and_the_one_before_is_still_taken(house: OrderHouse) -> None:
    app = house.code_app()
    first = app.code()
    house.later(seconds=29)
    spend(house, first)
    with pytest.raises(CodeWrong):
        spend(house, first)
    house.later(seconds=60)
    spend(house, app.code())


def test_a_code_of_two_steps_ago_and_of_the_future_are_wrong(house: OrderHouse) -> None:
    app = house.code_app()
    old = app.code()
    house.later(seconds=60)
    with pytest.raises(CodeWrong):
        spend(house, old)
    coming = pyotp.TOTP(app.secret).at(house.now, counter_offset=1)
    with pytest.raises(CodeWrong):
        spend(house, coming)


def test_five_wrong_codes_lock_for_a_quarter_of_an_hour(house: OrderHouse) -> None:
    app = house.code_app()
    for left in (4, 3, 2, 1):
        with pytest.raises(CodeWrong) as wrong:
            spend(house, "no code")
        assert wrong.value.details == {"left": left}
    with pytest.raises(CodeLocked):
        spend(house, "no code")
    house.later(minutes=14)
    with pytest.raises(CodeLocked):
        spend(house, app.code())
    house.later(minutes=2)
    spend(house, app.code())


def test_codes_are_refused_before_they_are_typed_while_none_is_set_or_too_many_were_wrong(
    house: OrderHouse,
) -> None:
    with pytest.raises(CodeUnset):
        must_take_codes(house.wiring, house.now)
    app = house.code_app()
    for _ in range(5):
        must_take_codes(house.wiring, house.now)
        with pytest.raises((CodeWrong, CodeLocked)):
            spend(house, "no code")
    with pytest.raises(CodeLocked):
        must_take_codes(house.wiring, house.now)
    house.later(minutes=15)
    must_take_codes(house.wiring, house.now)
    spend(house, app.code())


def test_a_right_code_forgives_the_wrong_ones(house: OrderHouse) -> None:
    app = house.code_app()
    for _ in range(3):
        for _ in range(3):
            with pytest.raises(CodeWrong):
                spend(house, "no code")
        house.later(seconds=30)
        spend(house, app.code())


def test_a_recovery_code_stands_for_the_phone_once(house: OrderHouse) -> None:
    app = house.code_app()
    assert len(set(app.recovery)) == 10
    spend(house, app.recovery[3].lower().replace("-", " "))
    with pytest.raises(CodeWrong):
        spend(house, app.recovery[3])
    spend(house, app.recovery[4])


def test_the_database_and_the_journal_hold_no_secret(house: OrderHouse) -> None:
    app = house.code_app()
    with house.session() as session:
        row = session.scalars(select(SecretCode)).one()
        assert row.secret is not None
        assert app.secret.encode() not in row.secret
        kept = " ".join(session.scalars(select(RecoveryCode.hash)))
        journal = " ".join(session.scalars(select(JournalLine.detail)))
        assert not any(code in kept + journal for code in (app.secret, *app.recovery))
        assert verify(session) == 2
