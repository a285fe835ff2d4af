"""A bill that members say they advanced whole is sent, as by "I sent it"; only evidence says paid."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from flow.household.consent import pay_for_all
from flow.household.splitting import take_back
from models.money import Money
from models.tables import Bill, Correction
from models.verdict import Kind, State
from tests.flow.household.flat import TODAY, Flat


def state(flat: Flat, number: int) -> State:
    with flat.session() as session:
        return session.get_one(Bill, number).state


def shared(flat: Flat, **changes: Any) -> int:
    number = flat.bill(**changes)
    flat.split(number)
    return number


def say(flat: Flat, number: int, *paid: tuple[str, str | None], on: date = TODAY) -> State:
    """The state after these words of who paid how much of it."""
    parts = [(name, Money.of(text, "EUR") if text else None) for name, text in paid]
    with flat.session() as session:
        pay_for_all(session, flat.dora, number, parts, on)
    return state(flat, number)


def test_it_is_sent_by_their_word_and_open_again_without_it(flat: Flat) -> None:
    number = shared(flat)
    assert say(flat, number, ("Bob", None)) is State.HANDED_OVER
    assert say(flat, number, ("Alice", None)) is State.HANDED_OVER
    with flat.session() as session:
        kept = session.scalars(select(Correction.now).where(Correction.bill_id == number)).all()
    assert kept == ["handed_over"]
    assert say(flat, number) is State.OPEN
    with flat.session() as session:
        take_back(session, flat.alice, number)
    assert state(flat, number) is State.OPEN


def test_parts_send_it_once_they_make_it(light: Flat) -> None:
    number = shared(light)
    assert say(light, number, ("Bob", "40.00")) is State.OPEN
    assert say(light, number, ("Bob", "40.00"), ("Alice", "50.00")) is State.HANDED_OVER
    assert say(light, number, ("Bob", "40.00")) is State.OPEN


@pytest.mark.parametrize("before", [State.PAID, State.CLOSED, State.STOPPED])
def test_what_is_settled_or_held_stays_so(light: Flat, before: State) -> None:
    number = shared(light)
    with light.session() as session:
        session.get_one(Bill, number).state = before
    assert say(light, number, ("Bob", None)) is before
    assert say(light, number) is before


@pytest.mark.parametrize("kind", [Kind.CREDIT_NOTE, Kind.RECEIPT])
def test_where_nothing_is_to_be_sent_nothing_is(light: Flat, kind: Kind) -> None:
    assert say(light, shared(light, kind=kind), ("Bob", None)) is State.OPEN
