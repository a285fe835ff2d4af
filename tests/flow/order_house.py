"""Bills to pay on a real database: a house without a mail server, its clock in the test's hand."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pyotp
import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.enrolment import confirm_code, new_code
from flow.order_approval import Given, approve_order
from flow.order_draft import Wish
from flow.order_handover import HandedOver, hand_over
from flow.order_look import Looked, look
from flow.placing import Place
from flow.settings import Settings
from flow.wiring import Wiring
from models.database import open_engine
from models.originals import Originals
from models.secrets import open_secrets
from models.tables import Attempt, AttemptState, Bill, Payment
from pay.rail import Handover, Rail
from pay.ways import RAILS
from tests.flow.inprocess import InProcess
from tests.models import rows

FRENCH = "FR7630006000011234567890189"
OTHER = "FR1420041010050500013M02606"
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ALL = frozenset(
    {"payee_new", "account_new", "no_secret_code", "same_amount", "amount_unusual", "to_review"}
)
"""Every question that the tests' own bills raise, answered."""


@dataclass
class OrderHouse:
    """A house of one account. `now` is what every call is told."""

    wiring: Wiring
    account_id: int
    folder: Path
    now: datetime = MONDAY
    made: int = 0

    def bill(self, **changes: Any) -> int:
        """A bill of Eaux du Vallon over 84.20 EUR; a new one each time."""
        self.made += 1
        parts: dict[str, Any] = {
            "identity": f"vallon:{self.made}", "biller": "Eaux du Vallon", "biller_key": "eaux du vallon",
            "iban": FRENCH, "number": f"F-{2030 + self.made}", "reference": None,
            "amount_minor": 8420 + self.made,
        }  # fmt: skip
        with self.session() as session, session.begin():
            bill = rows.bill(self.account_id, **(parts | changes))
            session.add(bill)
            session.flush()
            return bill.id

    def change(self, bill_id: int, **changes: Any) -> None:
        with self.session() as session, session.begin():
            bill = session.get_one(Bill, bill_id)
            for name, value in changes.items():
                setattr(bill, name, value)

    def session(self) -> Session:
        return Session(self.wiring.engine)

    def later(self, **delta: float) -> None:
        self.now += timedelta(**delta)

    def look(self, bill_id: int, **wish: Any) -> Looked:
        return look(self.wiring, bill_id, Wish(**wish), self.now)

    def approve(self, looked: Looked, code: str = "", rules: frozenset[str] = ALL) -> None:
        approve_order(self.wiring, looked, Given(rules, code), self.now)

    def begin(self, looked: Looked) -> None:
        """Papers that were begun, and whose end nobody knows: as after a crash."""
        with self.session() as session, session.begin():
            session.add(
                Attempt(
                    payment_id=looked.payment_id, sequence=1, rail="sepa-sheet", place="",
                    state=AttemptState.BEGUN, begun_at=self.now,
                )
            )  # fmt: skip

    def hand_over(self, looked: Looked, rail: str = "by-hand") -> HandedOver:
        place = Place(self.folder / str(looked.payment_id))
        handover = Handover("en", self.now)
        return hand_over(self.wiring, looked.payment_id, way(rail), handover, place)

    def pay(self, bill_id: int, code: str = "", **wish: Any) -> HandedOver:
        looked = self.look(bill_id, **wish)
        self.approve(looked, code)
        return self.hand_over(looked, wish.get("rail") or "by-hand")

    def orders(self, bill_id: int) -> list[Payment]:
        with self.session() as session:
            mine = Payment.bill_id == bill_id
            return list(session.scalars(select(Payment).where(mine).order_by(Payment.id)))

    def attempts(self, payment_id: int) -> list[Attempt]:
        with self.session() as session:
            mine = Attempt.payment_id == payment_id
            return list(session.scalars(select(Attempt).where(mine).order_by(Attempt.sequence)))

    def code_app(self) -> "CodeApp":
        """Sets a secret code up, as the person does with an app."""
        app = CodeApp(self, new_code(self.wiring, self.now).secret)
        app.recovery = confirm_code(self.wiring, app.code(), self.now)
        self.later(seconds=30)
        return app


@dataclass
class CodeApp:
    """The authenticator app of the person; it shows what the time asks for."""

    house: OrderHouse
    secret: str
    recovery: tuple[str, ...] = ()

    def code(self) -> str:
        return pyotp.TOTP(self.secret).at(self.house.now)


def way(name: str) -> Rail:
    return next(rail for rail in RAILS if rail.name == name)


def wiring_on(url: str, home: Path, **settings: Any) -> Wiring:
    """A wiring without child processes on a database that is there."""
    home.mkdir(mode=0o700, exist_ok=True)
    known = replace(Settings(home=home, database_url=url), **settings)
    secrets = open_secrets(home / "key", {})
    return Wiring(known, open_engine(url), Originals(known.originals), secrets, InProcess())


@contextmanager
def order_house(url: str, home: Path, **settings: Any) -> Iterator[OrderHouse]:
    wiring = wiring_on(url, home, **settings)
    try:
        with Session(wiring.engine) as session, session.begin():
            account_id = rows.account(session).id
        yield OrderHouse(wiring, account_id, home / "papers")
    finally:
        wiring.engine.dispose()


@pytest.fixture
def house(sqlite_url: str, tmp_path: Path) -> Iterator[OrderHouse]:
    """A house with bills to pay, on SQLite."""
    with order_house(sqlite_url, tmp_path / "home") as house:
        yield house


@pytest.fixture
def each(database_url: str, tmp_path: Path) -> Iterator[OrderHouse]:
    """A house on each kind of database, for what databases do differently."""
    with order_house(database_url, tmp_path / "home") as house:
        yield house


@pytest.fixture
def wiring(database_url: str, tmp_path: Path) -> Iterator[Wiring]:
    """A house without an account, on each kind of database."""
    made = wiring_on(database_url, tmp_path)
    yield made
    made.engine.dispose()


def rules(looked: Looked) -> set[str]:
    """What the rules say of an order."""
    return {flag.rule for flag in looked.flags}
