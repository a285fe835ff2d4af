"""Taking filings back: the way back is asked for in a row, then carried out at once."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.carry_out import WAITING
from flow.filed import MAX_ATTEMPTS
from flow.filing import file_now, may_undo, undo_filing
from flow.taken_back import undoes
from flow.wiring import Wiring
from models.database import reading
from models.errors.mailbox import NothingToUndo, UndoFailed
from models.errors.values import NotFound
from models.tables import Bill, BillMessage, Filing, FilingState, Message


@dataclass(frozen=True, slots=True)
class Undone:
    """A mail whose filing was taken back. `to_folder` is "" when the move had not begun yet."""

    message_id: int
    subject: str
    to_folder: str


def undo_bill(wiring: Wiring, bill_id: int) -> list[Undone]:
    """Takes back the filing of every mail of a bill. Raises NotFound, NothingToUndo, UndoFailed."""
    with Session(reading(wiring.engine)) as session:
        if session.get(Bill, bill_id) is None:
            raise NotFound(what="bill", id=bill_id)
        mails = select(BillMessage.message_id).where(BillMessage.bill_id == bill_id)
        message_ids = list(session.scalars(mails))
    return _undo(wiring, message_ids)


def undo_last(wiring: Wiring) -> list[Undone]:
    """Takes back the last filing that was done and can be. Raises NothingToUndo, UndoFailed.

    A mail that could not be put back is passed over: it is the person's now.
    """
    done = select(Filing).where(Filing.state == FilingState.DONE).order_by(Filing.id.desc())
    with Session(reading(wiring.engine)) as session:
        last = next(
            (
                filing.message_id
                for filing in session.scalars(done)
                if undoes(session, filing) is None and may_undo(session, filing.message_id)
            ),
            None,
        )
    if last is None:
        raise NothingToUndo
    return _undo(wiring, [last])


def _undo(wiring: Wiring, message_ids: list[int]) -> list[Undone]:
    undone, ways_back = [], []
    for message_id in message_ids:
        with Session(wiring.engine) as session, session.begin():
            message = session.get_one(Message, message_id)
            try:
                way_back = undo_filing(session, message_id)
            except NothingToUndo:
                continue
            if way_back is not None:
                ways_back.append((message.account_id, way_back.id))
            undone.append(Undone(message_id, message.subject, way_back.target if way_back else ""))
    if not undone:
        raise NothingToUndo
    for account_id in sorted({account_id for account_id, _ in ways_back}):
        _go_back(wiring, account_id, [way for owner, way in ways_back if owner == account_id])
    return undone


def _go_back(wiring: Wiring, account_id: int, filing_ids: list[int]) -> None:
    """Carries the ways back out. Raises UndoFailed when one ended elsewhere than it should."""
    for _ in range(MAX_ATTEMPTS):
        file_now(wiring, account_id)
        with Session(reading(wiring.engine)) as session:
            mine = select(Filing.state).where(Filing.id.in_(filing_ids))
            states = set(session.scalars(mine))
        # A mail that was seen elsewhere since starts anew from there, so it may take a second look.
        if states.isdisjoint(WAITING):
            break
    if states - {FilingState.DONE, FilingState.UNDONE}:
        raise UndoFailed
