"""Mail on the road without a server: rows as the poller writes them."""

import hashlib
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from flow.decide import decide_message
from flow.read import read_message
from flow.road import file_message
from flow.wiring import Wiring
from models.security import Security
from models.tables import Account, Auth, Location, Mailbox, Message


def account(wiring: Wiring, address: str = "alice@example.org") -> int:
    """A connected account with its INBOX."""
    now = datetime.now(UTC)
    with Session(wiring.engine) as session, session.begin():
        row = Account(
            address=address, host="127.0.0.1", port=143, security=Security.PLAIN, user="alice",
            auth=Auth.PASSWORD, files_mail=True, created_at=now,
        )  # fmt: skip
        session.add(row)
        session.flush()
        session.add(Mailbox(account_id=row.id, name="INBOX", uidvalidity=1))
        return row.id


def post(wiring: Wiring, account_id: int, raw: bytes) -> int:
    """A received message; returns its id."""
    digest = wiring.originals.write(raw)
    with Session(wiring.engine) as session, session.begin():
        message = Message(
            account_id=account_id, sha256=digest, header_sha256=hashlib.sha256(raw[:200]).hexdigest(),
            size=len(raw), message_id="", original=digest, subject="", sender_name="", sender_address="",
            received_at=datetime.now(UTC),
        )  # fmt: skip
        session.add(message)
        session.flush()
        box = session.query(Mailbox).filter_by(account_id=account_id, name="INBOX").one()
        session.add(
            Location(mailbox_id=box.id, uidvalidity=1, uid=message.id, message_id=message.id)
        )
        return message.id


def travel(wiring: Wiring, message_id: int) -> str:
    """The whole road of one message; the last step's answer."""
    end = "done"
    for step in (read_message, decide_message, file_message):
        end = step(wiring, message_id)
        if end != "done":
            break
    return end


LETTER = """\
From: {name} <{address}>
To: alice@example.org
Subject: {subject}
Message-ID: <{number}.{day}@{domain}>
Date: Mon, 2 Nov 2026 08:{day} +0100
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

{text}
"""


def letter(
    text: str,
    *,
    subject: str = "Votre facture",
    name: str = "Énergie du Val",
    domain: str = "energie-du-val.example",
    number: str = "1",
) -> bytes:
    """A plain mail of an invented company."""
    minute = f"{sum(text.encode()) % 60:02}:00"
    return LETTER.format(
        name=name, address=f"factures@{domain}", subject=subject, number=number, day=minute,
        domain=domain, text=text,
    ).replace("\n", "\r\n").encode()  # fmt: skip
