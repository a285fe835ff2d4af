"""A flat, its web door, and a browser without script on it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from flow.household.members import Change, change_member
from flow.household.private_links import new_link
from flow.household.rights import Actor
from flow.household.share_links import share_link
from flow.wiring import Wiring
from tests.flow.house import wiring_at
from tests.flow.household.flat import Flat
from tests.flow.household.flat import flat as made
from web.app import application

BASE = "http://127.0.0.1:8420"
IBAN = "FR7630006000011234567890189"
_TOKEN = re.compile(r'name="_csrf_token" value="([0-9a-f]{128})"')


@dataclass
class Browser:
    """Keeps cookies, follows redirects, sends a form as the page that was last shown has it."""

    client: TestClient[Litestar]
    page: httpx.Response = field(init=False)

    def get(self, path: str, lang: str = "en") -> str:
        self.page = self.client.get(path, headers={"accept-language": lang})
        return self.page.text

    def send(self, act: str, **fields: str) -> str:
        """Presses a button of the page: the form must be there."""
        action = re.search(rf'action="(/s/[^"]*/{act}(?:\?[^"]*)?)"', self.page.text)
        assert action, f"the page has no form for {act}"
        found = _TOKEN.search(self.page.text)
        data = {"_csrf_token": found[1] if found else "", **fields}
        self.page = self.client.post(action[1], data=data)
        return self.page.text

    def hidden(self, name: str) -> str:
        """The value that a form of the page holds."""
        found = re.search(rf'name="{name}" value="([^"]*)"', self.page.text)
        assert found, f"no field {name}"
        return found[1]


@dataclass
class WebFlat:
    """Alice's flat with a web door; `bill` is one of 90.00 that Bob owes half of."""

    flat: Flat
    wiring: Wiring
    browser: Browser
    bill: int

    def link(self, name: str = "Bob", bill: int | None = None, by: Actor | None = None) -> str:
        """The address of a share's own link."""
        with self.flat.session() as session:
            about = (name, bill or self.bill)
            today = datetime.now(UTC).date()
            return "/s/" + share_link(
                session, by or self.flat.alice, self.wiring.secrets, about, today
            )

    def private(self, name: str = "Bob") -> str:
        """The address of a member's private link."""
        with self.flat.session() as session:
            return "/s/" + new_link(session, self.flat.alice, name)

    def paid_by_alice(self, *, iban: str = IBAN) -> None:
        self.flat.paid(self.bill, "Alice")
        with self.flat.session() as session:
            change_member(session, self.flat.alice, "Alice", Change(iban=iban))


@contextmanager
def door_on(wiring: Wiring) -> Iterator[WebFlat]:
    """The web door of a new flat."""
    flat = made(wiring.engine)
    bill = flat.bill("90.00")
    flat.split(bill)
    with opened_door(wiring) as client:
        yield WebFlat(flat, wiring, Browser(client), bill)


@contextmanager
def opened_door(wiring: Wiring) -> Iterator[TestClient[Litestar]]:
    """A client of the web door; what fails there is an answer, as over a wire."""
    app = application(wiring, "127.0.0.1", 8420)
    with TestClient(app, base_url=BASE, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def web(tmp_path: Path, sqlite_url: str) -> Iterator[WebFlat]:
    with wiring_at(tmp_path / "home", sqlite_url) as wiring, door_on(wiring) as door:
        yield door
