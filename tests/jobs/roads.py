"""Roads for the tests: real rows in short transactions, as flow does it, with ways to go wrong."""

import os
import random
import signal
import time
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from jobs.road import DONE, Road
from models.security import Security
from models.tables import (
    Account,
    Auth,
    Extracted,
    Filing,
    Judgement,
    Mailbox,
    Message,
    Outcome,
    Step,
)
from models.verdict import Kind

NOW = datetime(2026, 11, 1, tzinfo=UTC)


def add_account(session: Session, address: str = "alice@example.org") -> Account:
    """Alice's mailbox, never reached over the network."""
    account = Account(
        address=address,
        host="localhost",
        port=143,
        security=Security.PLAIN,
        user=address,
        auth=Auth.PASSWORD,
        created_at=NOW,
    )
    session.add(account)
    session.flush()
    return account


def add_message(session: Session, account: Account, number: int) -> Message:
    """The account's message `number`, just received."""
    message = Message(
        account_id=account.id,
        sha256=f"{number:064x}",
        header_sha256=f"{number:064x}",
        size=1000,
        message_id=f"<{number}@example.org>",
        original=f"{number:064x}",
        subject=f"Facture {number}",
        sender_name="Énergie",
        sender_address="factures@energie.example",
    )
    session.add(message)
    session.flush()
    return message


class Ledger:
    """Does each step once by looking at the row's step, and may kill its process anywhere inside."""

    def __init__(self, engine: Engine, *, kill_share: float = 0.0, pause: float = 0.0) -> None:
        self._engine = engine
        self._kill_share = kill_share
        self._pause = pause

    def road(self) -> Road:
        return Road(self.read, self.decide, self.file_mail, self.visit)

    def read(self, message_id: int) -> str:
        row = Extracted(message_id=message_id, extraction="{}", mail="{}", created_at=NOW)
        return self._once(message_id, Step.RECEIVED, Step.READ, row)

    def decide(self, message_id: int) -> str:
        row = Judgement(
            message_id=message_id,
            verdict="{}",
            kind=Kind.TO_PAY,
            state=Outcome.CLOSED,
            confidence=0.9,
            created_at=NOW,
        )
        return self._once(message_id, Step.READ, Step.DECIDED, row)

    def file_mail(self, message_id: int) -> str:
        """Adds one Filing with the next sequence: no constraint would refuse a second one."""
        with Session(self._engine) as session:
            mailbox_id = session.scalars(sa.select(Mailbox.id)).one()
            account_id = session.get_one(Message, message_id).account_id
            asked = sa.select(sa.func.count()).where(Filing.message_id == message_id)
            sequence = 1 + (session.scalar(asked) or 0)
        row = Filing(
            message_id=message_id,
            sequence=sequence,
            account_id=account_id,
            mailbox_id=mailbox_id,
            uidvalidity=1,
            uid=message_id,
            target="Factures",
            mode="move",
            created_at=NOW,
            updated_at=NOW,
        )
        return self._once(message_id, Step.DECIDED, Step.DONE, row)

    def visit(self, account_id: int) -> str:
        with Session(self._engine) as session, session.begin():
            session.get_one(Account, account_id).failures += 1
        return DONE

    def _once(
        self, message_id: int, before: Step, after: Step, row: Extracted | Judgement | Filing
    ) -> str:
        time.sleep(self._pause)
        self._maybe_die()
        with Session(self._engine) as session, session.begin():
            message = session.get_one(Message, message_id, with_for_update=True)
            if message.step is before:
                session.add(row)
                session.flush()
                self._maybe_die()
                message.step = after
        self._maybe_die()
        return DONE

    def _maybe_die(self) -> None:
        if random.random() < self._kill_share:
            os.kill(os.getpid(), signal.SIGKILL)
