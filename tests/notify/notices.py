"""Notices of our own for the tests of channels."""

from datetime import UTC, datetime
from typing import Any

from models.mail import Address
from notify.notice import Notice, Sender, key_of

MORNING = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
ALICE = Sender(Address("Alice Martin", "alice@example.org"), MORNING)


def notice(number: int = 1, to: str = "bob@example.org", **changes: Any) -> Notice:
    """A reminder to Bob."""
    parts: dict[str, Any] = {
        "key": key_of("test", number),
        "to": to,
        "title": "2 factures à régler",
        "text": "Bonjour Bob,\n\nEaux du Vallon : 28,07 €.\n.\n",
        "html": "<p>Bonjour Bob</p>",
    }
    return Notice(**(parts | changes))
