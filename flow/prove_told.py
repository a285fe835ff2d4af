"""What an import answers: proven, to confirm, come back, unknown; for one file or for all of them."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.debit_watch import recent_debits
from flow.holders import holder
from flow.payments import matches_of, unknown_of
from flow.prove import Imported
from flow.prove_rows import Report, StatementRow
from flow.wiring import Wiring
from models.database import reading
from models.money import Money
from models.tables import PROVES, BankStatement, MatchState


def report(
    wiring: Wiring, imported: Imported | None, today: date, member_id: int | None = None
) -> Report:
    """What stands now of the days that a file tells, or of everything; the same again when asked again.

    For one member, None for the person at this machine: of their own statements alone.
    """
    days = imported.days if imported else None
    with Session(reading(wiring.engine)) as session:
        who = holder(session, member_id)
        return {
            "new": imported.new if imported else 0,
            "known": imported.known if imported else 0,
            "statements": _statements(session, imported.file_id) if imported else [],
            "matched": matches_of(session, who, PROVES, days),
            "suggested": matches_of(session, who, (MatchState.SUGGESTED,), days),
            "returned": matches_of(session, who, (MatchState.RETURNED,), days),
            "unknown": unknown_of(session, who, days),
            "debits": recent_debits(session, who, today),
            "opened": list(imported.opened) if imported else [],
        }


def _statements(session: Session, file_id: int) -> list[StatementRow]:
    mine = BankStatement.file_id == file_id
    rows = session.scalars(select(BankStatement).where(mine).order_by(BankStatement.place))
    return [
        {
            "bank_account": row.bank_account,
            "reader": row.reader,
            "first_on": row.first_on.isoformat() if row.first_on else None,
            "last_on": row.last_on.isoformat() if row.last_on else None,
            "entries": row.entries,
            "pending": row.pending,
            "left_out": row.left_out,
            "gap": None if row.gap_minor is None else str(Money(row.gap_minor, row.currency)),
            "currency": row.currency,
        }
        for row in rows
    ]
