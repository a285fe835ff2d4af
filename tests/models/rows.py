"""Rows that are right, for the tests to make wrong in one place."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from models.security import Security
from models.tables import Account, Auth, Bill, Message
from models.verdict import Category, Kind, State

NOW = datetime(2026, 11, 1, 12, 0, tzinfo=UTC)


def account(session: Session, address: str = "alice@example.org") -> Account:
    """Alice's account, stored."""
    row = Account(
        address=address,
        host="imap.example.org",
        port=993,
        security=Security.TLS,
        user=address,
        auth=Auth.PASSWORD,
        created_at=NOW,
    )
    session.add(row)
    session.flush()
    return row


def bill(account_id: int, **changes: Any) -> Bill:
    """A bill of 84.20 euros, not stored."""
    fields: dict[str, Any] = {
        "account_id": account_id,
        "identity": "energie:2026-11",
        "biller_key": "energie",
        "amount_minor": 8420,
        "currency": "EUR",
        "kind": Kind.TO_PAY,
        "category": Category.ENERGY,
        "folder": "Factures/Énergie",
        "state": State.OPEN,
        "confidence": 0.95,
        "created_at": NOW,
        "updated_at": NOW,
    }
    return Bill(**fields | changes)


def message(account_id: int, digest: str = "a" * 64, **changes: Any) -> Message:
    """A message just received, not stored."""
    fields: dict[str, Any] = {
        "account_id": account_id,
        "sha256": digest,
        "header_sha256": digest,
        "size": 4096,
        "message_id": "<1@energie.example>",
        "original": digest,
        "subject": "Votre facture",
        "sender_name": "Énergie",
        "sender_address": "factures@energie.example",
    }
    return Message(**fields | changes)
