"""The mails of one bill, and what the later ones tell of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.settings import Settings
from models.codec import EXTRACTION, VERDICT
from models.extraction import Extraction
from models.money import Money
from models.tables import Bill, BillMessage, Correction, Extracted, Message
from models.verdict import Because, Kind, State, Verdict

REMINDER_ASKS = "reminder_asks"
"""The warning that a reminder asks for another amount than its bill."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One mail of a timeline with what was read and judged."""

    message: Message
    extraction: Extraction
    verdict: Verdict
    at: datetime


def timeline(session: Session, bill: Bill) -> list[Entry]:
    """Each mail that belongs to the bill."""
    rows = session.execute(
        select(Message, Extracted.extraction, BillMessage.verdict, BillMessage.created_at)
        .join(BillMessage, BillMessage.message_id == Message.id)
        .join(Extracted, Extracted.message_id == Message.id)
        .where(BillMessage.bill_id == bill.id)
    )
    return [
        Entry(message, EXTRACTION.read(text), VERDICT.read(verdict), at)
        for message, text, verdict, at in rows
    ]


def tell_later(
    bill: Bill, entries: Sequence[Entry], corrections: Sequence[Correction], settings: Settings
) -> None:
    """A receipt or a debit notice outweighs the bill that asks for money, in whichever order they came.

    A person who corrected the kind after that mail has the last word.
    """
    said_at = max((c.created_at for c in corrections if c.field == "kind"), default=None)
    news = [entry for entry in entries if said_at is None or entry.at > said_at]
    receipts = [entry for entry in news if entry.verdict.kind is Kind.RECEIPT]
    debits = [entry for entry in news if entry.verdict.kind is Kind.TO_BE_DEBITED]
    if bill.kind is Kind.RECEIPT or bill.state is State.STOPPED:
        return
    if receipts:
        sure = max(entry.verdict.confidence for entry in receipts) >= settings.sure
        bill.kind, bill.state = Kind.RECEIPT, State.PAID if sure else State.REVIEW
        bill.because = [*told(receipts[0].verdict.because), *bill.because]
    elif debits and bill.kind in {Kind.TO_PAY, Kind.REMINDER, Kind.ON_PORTAL}:
        bill.kind = Kind.TO_BE_DEBITED
        bill.because = [*told(debits[0].verdict.because), *bill.because]


def tell_reminders(bill: Bill, entries: Sequence[Entry]) -> None:
    """The last reminder's amount where it is another: the bill is what is owed.

    Its fees are the person's to judge.
    """
    asked = [entry for entry in entries if entry.verdict.kind is Kind.REMINDER]
    last = max(asked, key=lambda entry: entry.message.id, default=None)
    amount = last.extraction.reading.amount if last else None
    if amount is not None and bill.amount is not None and amount.value != bill.amount:
        bill.warnings = [*bill.warnings, f"{REMINDER_ASKS}:{amount.value} {amount.value.currency}"]


def told(reasons: tuple[Because, ...]) -> list[dict[str, str]]:
    """Reasons as the row keeps them."""
    return [{"sentence": reason.sentence, "quote": reason.quote} for reason in reasons]


def reminder_asks(bill: Bill) -> Money | None:
    """What the last reminder asks for where that is another amount than the bill's."""
    for warning in bill.warnings:
        code, _, amount = warning.partition(":")
        if code == REMINDER_ASKS:
            figure, _, currency = amount.partition(" ")
            return Money.of(figure, currency)
    return None
