"""One bill whole, in the command line's terms: what was read with its proofs, reasons, payments, moves."""

from datetime import UTC, datetime
from typing import TypedDict

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.beside_bill import (
    InstalmentRow,
    SetOffRow,
    credit_left,
    instalment_rows,
    set_off_by_bill,
    set_off_rows,
)
from flow.credits import set_offs
from flow.debit_watch import DebitRow, debit_of
from flow.hold import held_bills
from flow.holders import person_here
from flow.kept_lines import lines_of_bill
from flow.lines import LineRow
from flow.listing import ListRow, iso, row_of
from flow.look_alikes import alike_ids
from flow.orders_told import orders_told
from flow.payments import MatchRow, payments_of
from flow.talks.count import counted
from flow.wiring import Wiring
from models.database import reading
from models.errors.values import NotFound
from models.tables import MOST_ID, Bill, BillMessage, Filing, JournalLine, Message


class Card(TypedDict):
    """One bill whole: its row, what was read with proofs, reasons, payments, mails, moves, journal.

    talk: how many letters about it were given to be sent, how many answers came.
    """

    row: ListRow
    details: dict[str, str | None]
    confidences: dict[str, float]
    evidence: dict[str, object]
    lines: list[LineRow]
    because: list[dict[str, str]]
    suspicions: list[dict[str, str]]
    warnings: list[str]
    payments: list[MatchRow]
    debit: DebitRow | None
    set_offs: list[SetOffRow]
    credit_left: str | None
    instalments: list[InstalmentRow]
    talk: dict[str, int]
    timeline: list[dict[str, str]]
    moves: list[dict[str, str]]
    journal: list[dict[str, str]]


def show_bill(wiring: Wiring, bill_id: int) -> Card:
    """The card of one bill. Raises NotFound."""
    with Session(reading(wiring.engine)) as session:
        bill = session.get(Bill, bill_id) if 0 < bill_id <= MOST_ID else None
        if bill is None:
            raise NotFound(what="bill", id=bill_id)
        here, today = person_here(session), datetime.now(UTC).date()
        taken = set_off_by_bill(session).get(bill_id)
        order = orders_told(session, bill_id).get(bill_id)
        held = held_bills(session, [bill_id])
        like = alike_ids(session, bill_id).get(bill_id, ())
        return {
            "row": row_of(bill, held, wiring.settings, taken, order, like=like),
            "details": _details(bill),
            "confidences": {name: round(value, 3) for name, value in bill.confidences.items()},
            "evidence": bill.evidence,
            "lines": lines_of_bill(session, bill_id),
            "because": bill.because,
            "suspicions": bill.suspicions,
            "warnings": bill.warnings,
            "payments": payments_of(session, here, bill_id),
            "debit": debit_of(session, here, bill_id, today),
            "set_offs": set_off_rows(set_offs(session).beside(bill_id)),
            "credit_left": credit_left(session, bill),
            "instalments": instalment_rows(session, here, bill, today),
            "talk": counted(session, bill_id),
            "timeline": _timeline(session, bill_id),
            "moves": _moves(session, bill_id),
            "journal": _journal(session, bill_id),
        }


def _details(bill: Bill) -> dict[str, str | None]:
    return {
        "issue_date": iso(bill.issued_on),
        "invoice_number": bill.number,
        "customer_number": bill.customer_number,
        "period_from": iso(bill.period_first),
        "period_to": iso(bill.period_last),
        "iban": bill.iban,
        "reference": bill.reference,
        "means": bill.means.value if bill.means else None,
    }


def _timeline(session: Session, bill_id: int) -> list[dict[str, str]]:
    rows = session.execute(
        select(Message, BillMessage.role)
        .join(BillMessage, BillMessage.message_id == Message.id)
        .where(BillMessage.bill_id == bill_id)
        .order_by(Message.received_at, Message.id)
    )
    return [
        {
            "received": _moment(message.sent_at or message.received_at),
            "from": message.sender_address,
            "subject": message.subject,
            "kind": role.value,
        }
        for message, role in rows
    ]


def _moment(at: datetime | None) -> str:
    return at.isoformat() if at else ""


def _moves(session: Session, bill_id: int) -> list[dict[str, str]]:
    rows = session.scalars(
        select(Filing)
        .join(BillMessage, BillMessage.message_id == Filing.message_id)
        .where(BillMessage.bill_id == bill_id)
        .order_by(Filing.id)
    )
    return [
        {"folder": row.target, "state": row.state.value, "problem": row.problem or ""}
        for row in rows
    ]


def _journal(session: Session, bill_id: int) -> list[dict[str, str]]:
    rows = session.scalars(
        select(JournalLine).where(JournalLine.on_what == f"bill {bill_id}").order_by(JournalLine.id)
    )
    return [{"at": row.at.isoformat(), "who": row.who, "what": row.what} for row in rows]
