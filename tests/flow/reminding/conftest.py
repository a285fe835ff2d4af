"""Alice's flat with a mail server: she has the mailbox, Bob has a mail address, Charlie lives elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from flow.reminding.people import Someone, everybody, someone
from flow.reminding.plans import Changed, set_wishes
from flow.sending.mail_account import MailAsked, add_mail
from flow.wiring import Wiring
from models.security import Security
from tests.flow.household.flat import Flat, flat
from tests.flow.order_house import wiring_on
from tests.notify.post import Box, post

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TODAY = MONDAY.date()


@dataclass
class Home:
    """`now` is what every call is told; `box` has what was sent once `connect` was called."""

    wiring: Wiring
    flat: Flat
    box: Box = field(default_factory=Box)
    port: int = 0
    now: datetime = MONDAY

    @property
    def today(self) -> date:
        return self.now.date()

    def session(self) -> Session:
        return Session(self.wiring.engine)

    def bill(self, due_in: int | None = 3, amount: str | None = "90.00", **changes: Any) -> int:
        day = None if due_in is None else TODAY + timedelta(days=due_in)
        return self.flat.bill(amount, due_on=day, **changes)

    def people(self) -> list[Someone]:
        with self.session() as session:
            return everybody(session, "en")

    def person(self, name: str) -> Someone:
        return someone(self.people(), name)

    def wish(self, name: str, **changes: Any) -> None:
        who = self.person(name)
        with self.session() as session, session.begin():
            set_wishes(session, (who.key, who.member_id), Changed(**changes), self.now, "test")

    def connect(self) -> None:
        """Alice's own mail account, and where mail reaches Bob."""
        asked = MailAsked(
            "alice@example.org", "Alice", "127.0.0.1", self.port, Security.PLAIN, no_login=True
        )
        add_mail(self.wiring, asked, self.now)
        self.wish("bob", address="bob@example.org")

    def later(self, **delta: float) -> None:
        self.now += timedelta(**delta)


@pytest.fixture(scope="session")
def letterbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Box, int]]:
    with post(tmp_path_factory.mktemp("post"), Security.PLAIN, auth=False) as (box, office):
        yield box, office.port


def _home(url: str, folder: Path, letterbox: tuple[Box, int]) -> Iterator[Home]:
    wiring = wiring_on(url, folder)
    box, port = letterbox
    box.mails.clear()
    try:
        yield Home(wiring, flat(wiring.engine), box, port)
    finally:
        wiring.engine.dispose()


@pytest.fixture
def each(database_url: str, tmp_path: Path, letterbox: tuple[Box, int]) -> Iterator[Home]:
    """On each kind of database."""
    yield from _home(database_url, tmp_path / "home", letterbox)


@pytest.fixture
def home(sqlite_url: str, tmp_path: Path, letterbox: tuple[Box, int]) -> Iterator[Home]:
    """On SQLite."""
    yield from _home(sqlite_url, tmp_path / "home", letterbox)
