"""Taking filings back: the way back is asked for in a row, then carried out at once."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.filed import undoes
from flow.filing import run_filings, undo_filing
from flow.wiring import Wiring
from models.database import reading
from models.errors import NotFound, NothingToUndo
from models.tables import Bill, BillMessage, Filing, FilingState, Message


@dataclass(frozen=True, slots=True)
class Undone:
    """A mail whose filing was taken back. `to_folder` is "" when the move had not begun yet."""

    message_id: int
    subject: str
    to_folder: str


def undo_bill(wiring: Wiring, bill_id: int) -> list[Undone]:
    """Takes back the filing of every mail of a bill. Raises NotFound, NothingToUndo."""
    with Session(reading(wiring.engine)) as session:
        if session.get(Bill, bill_id) is None:
            raise NotFound(what="bill", id=bill_id)
        mails = select(BillMessage.message_id).where(BillMessage.bill_id == bill_id)
        message_ids = list(session.scalars(mails))
    return _undo(wiring, message_ids)


def undo_last(wiring: Wiring) -> list[Undone]:
    """Takes back the last filing that was done. Raises NothingToUndo."""
    done = select(Filing).where(Filing.state == FilingState.DONE).order_by(Filing.id.desc())
    with Session(reading(wiring.engine)) as session:
        ways = (filing for filing in session.scalars(done) if undoes(session, filing) is None)
        last = next((filing.message_id for filing in ways), None)
    if last is None:
        raise NothingToUndo
    return _undo(wiring, [last])


def _undo(wiring: Wiring, message_ids: list[int]) -> list[Undone]:
    undone, account_ids = [], set()
    for message_id in message_ids:
        with Session(wiring.engine) as session, session.begin():
            message = session.get_one(Message, message_id)
            try:
                way_back = undo_filing(session, message_id)
            except NothingToUndo:
                continue
            account_ids.add(message.account_id)
            undone.append(Undone(message_id, message.subject, way_back.target if way_back else ""))
    if not undone:
        raise NothingToUndo
    for account_id in sorted(account_ids):
        run_filings(wiring, account_id)
    return undone
