"""What became of files that a person brought, in the command line's terms."""

from typing import TypedDict

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.doubts import to_review
from flow.listing import iso
from flow.look_alikes import alike_ids
from flow.no_bill import due_by
from flow.quarantine_told import told
from flow.settings import Settings
from flow.wiring import Wiring
from models.database import reading
from models.tables import Bill, BillMessage, Judgement, Message, Quarantine, Step
from models.words import Lang


class ScanRow(TypedDict):
    """One line of `facteur scan --json`; absent values are null. known: it was brought before.

    to_review, warnings, like: of its bill, as `facteur show --json` has them. mail: the scan's number
    among the mails. error: "code: sentence" of what was set aside or not opened.
    """

    file: str
    mail: int | None
    known: bool
    bill: int | None
    biller: str | None
    amount: str | None
    currency: str | None
    due_date: str | None
    kind: str | None
    state: str | None
    to_review: list[str]
    warnings: list[str]
    like: list[int]
    error: str | None


def unopened(file: str, error: str) -> ScanRow:
    """The row of a file that was not kept."""
    return {
        "file": file, "mail": None, "known": False, "bill": None, "biller": None, "amount": None,
        "currency": None, "due_date": None, "kind": None, "state": None, "to_review": [],
        "warnings": [], "like": [], "error": error,
    }  # fmt: skip


def scan_row(wiring: Wiring, file: str, message_id: int, lang: Lang, *, known: bool) -> ScanRow:
    """Where a scan stands now. kind and state None: it still waits on the road, or was set aside."""
    row = unopened(file, "")
    row["mail"], row["known"], row["error"] = message_id, known, None
    with Session(reading(wiring.engine)) as session:
        message = session.get_one(Message, message_id)
        if message.step is Step.QUARANTINED:
            row["error"] = _why(session, message_id, lang)
            return row
        bill = session.scalar(
            select(Bill)
            .join(BillMessage, BillMessage.bill_id == Bill.id)
            .where(BillMessage.message_id == message_id)
        )
        if bill is not None:
            _fill(row, bill, wiring.settings)
            row["like"] = alike_ids(session, bill.id).get(bill.id, [])
        else:
            judged = select(Judgement.kind).where(Judgement.message_id == message_id)
            kind = session.scalar(judged)
            row["kind"] = kind.value if kind else None
    return row


def _why(session: Session, message_id: int, lang: Lang) -> str:
    aside = session.scalars(select(Quarantine).where(Quarantine.message_id == message_id)).one()
    return f"{aside.code}: {told(aside.code, aside.detail, lang)}"


def _fill(row: ScanRow, bill: Bill, settings: Settings) -> None:
    amount = bill.amount
    row["bill"], row["biller"] = bill.id, bill.biller
    row["due_date"] = iso(due_by(bill.kind, bill.due_on))
    row["kind"], row["state"] = bill.kind.value, bill.state.value
    row["to_review"], row["warnings"] = to_review(bill, settings), list(bill.warnings)
    if amount is not None:
        row["amount"], row["currency"] = str(amount), amount.currency
