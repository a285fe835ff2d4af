"""Fixtures of the tests of what is sent: a house, and a mail server on loopback that it sends through."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from flow.sending.mail_account import MailAsked, add_mail
from models.security import Security
from notify.notice import Notice
from tests.flow.order_house import OrderHouse, each, house
from tests.notify.notices import notice
from tests.notify.post import PASSWORD, Box, post

__all__ = ["each", "house"]


@dataclass
class Posted:
    """A house whose mail goes to `box`."""

    house: OrderHouse
    box: Box
    port: int

    def asked(self, **changes: Any) -> MailAsked:
        parts: dict[str, Any] = {
            "address": "alice@example.org", "sender": "Alice Martin", "host": "127.0.0.1",
            "port": self.port, "security": Security.STARTTLS, "user": "alice", "password": PASSWORD,
            "ca_pem": self.ca_pem,
        }  # fmt: skip
        return MailAsked(**(parts | changes))

    ca_pem: str = ""

    def connect(self) -> None:
        add_mail(self.house.wiring, self.asked(), self.house.now)


@pytest.fixture
def posted(each: OrderHouse, tmp_path: Path) -> Iterator[Posted]:
    """On each kind of database, not yet connected with its mail server."""
    with post(tmp_path, Security.STARTTLS) as (box, office):
        yield Posted(each, box, office.port, office.ca_pem or "")


def letter(number: int = 1, **changes: Any) -> Notice:
    """A letter of a person, not of a machine."""
    parts: dict[str, Any] = {"by_machine": False, "html": ""}
    return notice(number, **(parts | changes))
