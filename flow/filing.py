"""Filing: an outbox of moves. A row says what is wanted; a visit carries it out and says where it went.

The intent is committed before the server is asked (inflight), the outcome after; a crash between the
two is found out by looking: is the mail still here, or already there?
"""

import time
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.carry_out import WAITING, carry_out
from flow.filed import whereabouts
from flow.lease import holding
from flow.taken_back import undoes
from flow.visit import signed_in
from flow.wiring import Wiring
from inbox.folders import list_folders
from models.database import reading, told_apart
from models.errors.mailbox import MailboxBusy, NothingToUndo
from models.tables import Account, Filing, FilingState, Mailbox, Message, Mode


def queue_filing(session: Session, message_id: int, target: str) -> Filing | None:
    """Ask for a message's move to `target` ("Factures/Énergie"), in the caller's transaction.

    A move that still waits gets the new target; one to where the mail was filed last is not repeated,
    and a mail that lies nowhere we know of cannot be moved: both give None.
    """
    last = _last(session, message_id)
    if last is not None and last.state is FilingState.PENDING:
        last.target, last.updated_at = target, datetime.now(UTC)
        return last
    if (
        last is not None
        and last.target == target
        and last.state
        in (
            FilingState.INFLIGHT,
            FilingState.DONE,
        )
    ):
        return None
    return _ask(session, message_id, target, last)


def undo_filing(session: Session, message_id: int) -> Filing | None:
    """Ask for a filed message to go back where it was, in the caller's transaction.

    A move that still waits is withdrawn instead (None); a way back that was asked for before and is
    not there yet is given again. Raises NothingToUndo.
    """
    last = _last(session, message_id)
    if last is None or not may_undo(session, message_id):
        raise NothingToUndo
    if last.state in WAITING and undoes(session, last) is not None:
        return last
    if last.state is FilingState.PENDING:
        last.state, last.updated_at = FilingState.UNDONE, datetime.now(UTC)
        return None
    back = last.target if last.mode is Mode.LABEL else _name(session, last.mailbox_id)
    asked = _ask(session, message_id, back, last)
    if asked is None:
        raise NothingToUndo
    return asked


def may_undo(session: Session, message_id: int) -> bool:
    """True when the message's last filing can be taken back, or is on its way back."""
    last = _last(session, message_id)
    if last is None or last.state in (FilingState.FAILED, FilingState.UNDONE):
        return False
    if undoes(session, last) is not None:
        return last.state in WAITING
    return last.state is not FilingState.INFLIGHT and (
        last.mode is not Mode.COPY or last.state is FilingState.PENDING
    )


def file_now(wiring: Wiring, account_id: int, patience: float = 60.0) -> int:
    """As `run_filings`; a Facteur that works in the mailbox beside us is waited for `patience` seconds."""
    until = time.monotonic() + patience
    while True:
        try:
            return run_filings(wiring, account_id)
        except MailboxBusy:
            if time.monotonic() > until:
                raise
            time.sleep(0.5)


def run_filings(wiring: Wiring, account_id: int) -> int:
    """Carry out what waits; returns how many mails were moved. The server is not asked when nothing does.

    Raises MailboxBusy, every Problem of signing in, ServerGone: what was done is committed, the rest
    waits for the next run.
    """
    moved = 0
    waiting = _waiting(wiring, account_id)
    if not waiting:
        return moved
    with (
        told_apart(wiring.settings.url),
        holding(wiring.engine, account_id) as lease,
        signed_in(wiring, account_id) as remote,
    ):
        folders = list_folders(remote)
        for filing_id in waiting:
            state = carry_out(wiring, lease, remote, folders, filing_id)
            moved += state is FilingState.DONE
    return moved


def _ask(session: Session, message_id: int, target: str, last: Filing | None) -> Filing | None:
    place = whereabouts(session, message_id)
    if place is None:
        return None
    now = datetime.now(UTC)
    account = session.get_one(Account, session.get_one(Message, message_id).account_id)
    filing = Filing(
        message_id=message_id,
        sequence=last.sequence + 1 if last else 1,
        account_id=account.id,
        mailbox_id=place.mailbox_id,
        uidvalidity=place.uidvalidity,
        uid=place.uid,
        target=target,
        mode=Mode.LABEL if account.gmail else Mode.MOVE,
        created_at=now,
        updated_at=now,
    )
    session.add(filing)
    session.flush()
    return filing


def _last(session: Session, message_id: int) -> Filing | None:
    return session.scalar(
        select(Filing)
        .where(Filing.message_id == message_id)
        .order_by(Filing.sequence.desc())
        .limit(1)
    )


def _name(session: Session, mailbox_id: int) -> str:
    return session.get_one(Mailbox, mailbox_id).name


def _waiting(wiring: Wiring, account_id: int) -> list[int]:
    with Session(reading(wiring.engine)) as session:
        return list(
            session.scalars(
                select(Filing.id)
                .where(Filing.account_id == account_id, Filing.state.in_(WAITING))
                .order_by(Filing.id)
            )
        )
