"""Bills and credit notes of one biller, made from mails as the road makes them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from flow.credits import left_of_credit
from models.tables import Bill
from models.verdict import Kind
from tests.flow.order_house import FRENCH, OrderHouse, wiring_on
from tests.flow.paid_bills import Asked, arrive
from tests.flow.post import account


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> Iterator[OrderHouse]:
    """A house with a mailbox, on each kind of database."""
    yield from _house(database_url, tmp_path)


@pytest.fixture
def light_house(sqlite_url: str, tmp_path: Path) -> Iterator[OrderHouse]:
    """The same on SQLite, for what no database decides."""
    yield from _house(sqlite_url, tmp_path)


def _house(url: str, tmp_path: Path) -> Iterator[OrderHouse]:
    wiring = wiring_on(url, tmp_path)
    yield OrderHouse(wiring, account(wiring), tmp_path / "papers")
    wiring.engine.dispose()


def owed(
    house: OrderHouse, amount: str = "84.20", number: str = "F-2031-77", **more: object
) -> int:
    asked = Asked(amount, number, iban=FRENCH, due=date(2026, 11, 30), **more)  # type: ignore[arg-type]
    return arrive(house.wiring, asked)


def credit(house: OrderHouse, amount: str = "12.30", number: str = "A-0099", **more: object) -> int:
    asked = Asked(amount, number, kind=Kind.CREDIT_NOTE, due=None, **more)  # type: ignore[arg-type]
    return arrive(house.wiring, asked)


def left(house: OrderHouse, number: int) -> str:
    """What is left of a credit note."""
    with house.session() as session:
        return str(left_of_credit(session, session.get_one(Bill, number)))
