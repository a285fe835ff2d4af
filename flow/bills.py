"""One debt, one card: which bill a mail belongs to, and what the card shows."""

import re
import unicodedata
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.analyse import confidences, proof
from flow.settings import Settings
from models.extraction import Extraction
from models.reading import FIELD_NAMES, Reading
from models.tables import Bill, BillMessage, Message
from models.verdict import Because, Kind, State, Verdict

_LEGAL = frozenset(
    {"sa", "sas", "sasu", "sarl", "eurl", "sci", "gmbh", "ag", "kg", "ug", "ev", "mbh", "bv", "nv"}
    | {"ltd", "limited", "plc", "inc", "llc", "co", "company", "the"}
)
_PRIMARY = (
    Kind.TO_PAY,
    Kind.TO_BE_DEBITED,
    Kind.CREDIT_NOTE,
    Kind.RECEIPT,
    Kind.SCHEDULE,
    Kind.ON_PORTAL,
    Kind.REMINDER,
    Kind.OTHER,
)
"""Which mail of a timeline the card shows: the bill itself before its notices and reminders."""
_NEEDED = ("biller", "amount", "due_on")


def biller_key(name: str) -> str:
    """A biller's name without accents, case, punctuation and legal form: the same for "ÉDÉNA S.A."."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    words = re.findall(r"[^\W_]+", re.sub(r"(?<=\b\w)\.(?=\w\b)", "", plain))
    return " ".join([word for word in words if word not in _LEGAL] or words)


def identity_of(reading: Reading, message: Message) -> str:
    """What makes two mails one debt: biller and bill number; without them, the mail itself."""
    if reading.biller is None or reading.number is None:
        return f"message:{message.sha256}"
    number = re.sub(r"[\W_]+", "", reading.number.value).casefold()
    return f"{biller_key(reading.biller.value)}#{number}"


def state_of(verdict: Verdict, extraction: Extraction, settings: Settings) -> State:
    """Where a new bill stands; REVIEW unless the kind and each needed field are sure.

    A due date may be absent; a doubtful one may not pass.
    """
    if verdict.suspicions:
        return State.STOPPED
    if verdict.kind is Kind.RECEIPT and verdict.confidence >= settings.sure:
        return State.PAID
    sure = confidences(extraction.reading)
    needed = ("biller",) if verdict.kind is Kind.ON_PORTAL else _NEEDED
    doubtful = [name for name in needed if sure.get(name, _absent(name)) < settings.sure]
    unsure = verdict.confidence < settings.sure or doubtful or extraction.problems
    return State.REVIEW if unsure or verdict.kind is Kind.OTHER else State.OPEN


def _absent(name: str) -> float:
    return 1.0 if name == "due_on" else 0.0


def needs_card(verdict: Verdict, extraction: Extraction, settings: Settings) -> bool:
    """A bill has a card, and so has what could not be told or read: it is shown to review, never lost."""
    doubtful = verdict.confidence < settings.file_from or bool(extraction.problems)
    return verdict.kind is not Kind.OTHER or doubtful or bool(verdict.suspicions)


def attach(
    session: Session, message: Message, extraction: Extraction, verdict: Verdict, settings: Settings
) -> Bill:
    """Puts the mail on its bill's timeline, making the bill when it is the first. Writes no commit."""
    identity = identity_of(extraction.reading, message)
    found = session.scalar(
        select(Bill).where(Bill.account_id == message.account_id, Bill.identity == identity)
    )
    now = datetime.now(UTC)
    bill = found or Bill(account_id=message.account_id, identity=identity, created_at=now)
    if found is None or _leads(verdict.kind, found.kind):
        fill(bill, message, extraction, verdict)
        bill.state = state_of(verdict, extraction, settings)
    bill.updated_at = now
    session.add(bill)
    session.flush()
    session.add(
        BillMessage(
            bill_id=bill.id, message_id=message.id, role=verdict.kind, verdict="{}", created_at=now
        )
    )
    return bill


def _leads(new: Kind, shown: Kind) -> bool:
    return _PRIMARY.index(new) < _PRIMARY.index(shown)


def fill(bill: Bill, message: Message, extraction: Extraction, verdict: Verdict) -> None:
    """Writes what was read and judged into the card."""
    reading = extraction.reading
    values = {
        name: found.value for name in FIELD_NAMES if (found := getattr(reading, name)) is not None
    }
    bill.biller = values.get("biller") or message.sender_name or message.sender_address or None
    bill.biller_key = biller_key(bill.biller or "")
    bill.amount = values.get("amount")
    bill.due_on, bill.issued_on = values.get("due_on"), values.get("issued_on")
    bill.number, bill.customer_number = values.get("number"), values.get("customer_number")
    period = values.get("period")
    bill.period_first, bill.period_last = (period.first, period.last) if period else (None, None)
    bill.iban, bill.reference = values.get("payee_iban"), values.get("reference")
    bill.means = values.get("means")
    bill.kind, bill.category, bill.folder = verdict.kind, verdict.category, verdict.folder
    bill.confidence = verdict.confidence
    bill.confidences = confidences(reading)
    bill.evidence = {
        name: proof(found) for name in FIELD_NAMES if (found := getattr(reading, name)) is not None
    }
    bill.because, bill.suspicions = _told(verdict.because), _told(verdict.suspicions)
    bill.warnings = [*reading.warnings, *(f"{code}:{name}" for name, code in extraction.problems)]


def _told(reasons: tuple[Because, ...]) -> list[dict[str, str]]:
    return [{"sentence": reason.sentence, "quote": reason.quote} for reason in reasons]
