"""A secret code counts from its first code on, and is shown until then."""

from dataclasses import replace

import pyotp
import pytest
from cryptography.fernet import Fernet
from sqlalchemy import select

from flow.enrolment import confirm_code, new_code
from flow.step_up import has_code, spend_code
from models.errors.orders import CodeUnset, CodeWrong, SecretNeeded
from models.secrets import Secrets
from models.tables import JournalLine, SecretCode
from tests.flow.order_house import OrderHouse


def spend(house: OrderHouse, code: str) -> None:
    spend_code(house.wiring, code, house.now)


def test_another_secret_takes_the_present_code_and_ends_the_old_ones(house: OrderHouse) -> None:
    app = house.code_app()
    with pytest.raises(SecretNeeded):
        new_code(house.wiring, house.now)
    made = new_code(house.wiring, house.now, app.code())
    house.later(seconds=30)
    spend(house, app.code())
    with pytest.raises(CodeWrong):
        confirm_code(house.wiring, "no code", house.now)
    confirm_code(house.wiring, pyotp.TOTP(made.secret).at(house.now), house.now)
    for gone in (app.code(), app.recovery[0]):
        with pytest.raises(CodeWrong):
            spend(house, gone)


def test_nothing_counts_before_the_first_code_was_typed(house: OrderHouse) -> None:
    with pytest.raises(CodeUnset):
        confirm_code(house.wiring, "123456", house.now)
    made = new_code(house.wiring, house.now)
    with house.session() as session:
        assert not has_code(session)
    with pytest.raises(CodeUnset):
        spend(house, pyotp.TOTP(made.secret).at(house.now))


def test_the_link_for_the_app_holds_the_secret(house: OrderHouse) -> None:
    made = new_code(house.wiring, house.now)
    parsed = pyotp.parse_uri(made.uri)
    assert (parsed.secret, parsed.issuer) == (made.secret, "Facteur")


def test_a_secret_that_waits_is_the_same_each_time_and_encrypted(house: OrderHouse) -> None:
    first, again = (new_code(house.wiring, house.now) for _ in range(2))
    assert (first.secret, first.again) == (again.secret, False)
    assert again.again
    with house.session() as session:
        row = session.scalars(select(SecretCode)).one()
        assert row.pending is not None
        assert first.secret.encode() not in row.pending
        assert "secret_code_shown" in session.scalars(select(JournalLine.what)).all()
    confirm_code(house.wiring, pyotp.TOTP(first.secret).at(house.now), house.now)


def test_one_that_somebody_saw_is_renewed_and_fits_no_more(house: OrderHouse) -> None:
    seen = new_code(house.wiring, house.now)
    made = new_code(house.wiring, house.now, renew=True)
    assert (made.secret != seen.secret, made.again) == (True, False)
    with pytest.raises(CodeWrong):
        confirm_code(house.wiring, pyotp.TOTP(seen.secret).at(house.now), house.now)
    confirm_code(house.wiring, pyotp.TOTP(made.secret).at(house.now), house.now)


def test_what_is_confirmed_is_never_shown(house: OrderHouse) -> None:
    app = house.code_app()
    changed = new_code(house.wiring, house.now, app.code())
    assert changed.secret != app.secret
    house.later(seconds=30)
    with pytest.raises(SecretNeeded):
        new_code(house.wiring, house.now)
    assert new_code(house.wiring, house.now, app.code()).secret == changed.secret
    confirm_code(house.wiring, pyotp.TOTP(changed.secret).at(house.now), house.now)
    with house.session() as session:
        assert session.scalars(select(SecretCode)).one().pending is None


def test_a_secret_that_no_key_opens_any_more_makes_room(house: OrderHouse) -> None:
    lost = new_code(house.wiring, house.now)
    other = replace(house.wiring, secrets=Secrets(Fernet.generate_key().decode()))
    made = new_code(other, house.now)
    assert (made.secret != lost.secret, made.again) == (True, False)
