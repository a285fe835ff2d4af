"""What is shown of bills: rows in the command line's terms, most urgent first."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import NamedTuple, TypedDict

from sqlalchemy import nulls_last, select
from sqlalchemy.orm import Session

from flow.beside_bill import (
    InstalmentRow,
    SetOffRow,
    credit_left,
    instalment_rows,
    set_off_by_bill,
    set_off_rows,
)
from flow.debit_watch import DebitRow, debit_of
from flow.hold import held_bills
from flow.holders import person_here
from flow.kept_lines import lines_of_bill
from flow.lines import LineRow
from flow.payments import MatchRow, payments_of
from flow.taken_back import undoes
from flow.talks.thread import counted
from flow.wiring import Wiring
from models.database import reading
from models.errors.values import NotFound
from models.money import Money
from models.tables import Bill, BillMessage, Filing, FilingState, JournalLine, Judgement, Message
from models.verdict import Kind, State
from models.words import mark

_MOST_ID = 2**63 - 1
"""The largest number that a column holds; a larger one is an error of the driver, not a bill."""


class Reason(NamedTuple):
    """An English sentence to translate, and the quote that fills it."""

    sentence: str
    quote: str


class Listed(NamedTuple):
    """One bill of the list. `filed`: a mail of it lies in its folder because Facteur moved it there."""

    row: "ListRow"
    reason: Reason
    filed: bool


class ListRow(TypedDict):
    id: int
    biller: str | None
    amount: str | None
    currency: str | None
    due_date: str | None
    kind: str
    category: str
    folder: str
    state: str
    dispute: str | None
    set_off: str | None
    confidence: float


def list_bills(
    wiring: Wiring, *, state: State | None = None, kind: Kind | None = None
) -> list[Listed]:
    """Each bill with its strongest reason; what is due first comes first, without a date last."""
    query = select(Bill).order_by(nulls_last(Bill.due_on.asc()), Bill.id)
    if state is not None:
        query = query.where(Bill.state == state)
    if kind is not None:
        query = query.where(Bill.kind == kind)
    with Session(reading(wiring.engine)) as session:
        filed, held, taken = _filed(session), held_bills(session), set_off_by_bill(session)
        return [
            Listed(
                row_of(bill, held, taken.get(bill.id)),
                _why(bill, taken.get(bill.id)),
                (bill.id, bill.folder) in filed,
            )
            for bill in session.scalars(query)
        ]


def _filed(session: Session) -> set[tuple[int, str]]:
    """(bill, folder) of the last move of each mail, when it was done and not a taking back."""
    rows = session.execute(
        select(BillMessage.bill_id, Filing)
        .join(Filing, Filing.message_id == BillMessage.message_id)
        .order_by(Filing.sequence)
    )
    last = {(bill, filing.message_id): filing for bill, filing in rows}
    return {
        (bill, filing.target)
        for (bill, _), filing in last.items()
        if filing.state is FilingState.DONE and undoes(session, filing) is None
    }


def row_of(bill: Bill, held: Mapping[int, str], taken: Money | None = None) -> ListRow:
    """One bill as `facteur list --json` prints it. held: why each disputed bill is (flow.hold); taken:
    what is set off against it, or of it."""
    amount = bill.amount
    return {
        "id": bill.id,
        "biller": bill.biller,
        "amount": str(amount) if amount else None,
        "currency": amount.currency if amount else None,
        "due_date": _iso(bill.due_on),
        "kind": bill.kind.value,
        "category": bill.category.value,
        "folder": bill.folder,
        "state": bill.state.value,
        "dispute": held.get(bill.id),
        "set_off": str(taken) if taken else None,
        "confidence": round(bill.confidence, 3),
    }


def _why(bill: Bill, taken: Money | None) -> Reason:
    if taken is not None:
        used = bill.kind is Kind.CREDIT_NOTE
        words = (
            mark("Set off against a bill: {quote}")
            if used
            else mark("A credit is set off: {quote}")
        )
        return Reason(words, f"{taken} {taken.currency}")
    reasons = [*bill.suspicions, *bill.because]
    return Reason(reasons[0]["sentence"], reasons[0]["quote"]) if reasons else Reason("", "")


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


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
        bill = session.get(Bill, bill_id) if bill_id <= _MOST_ID else None
        if bill is None:
            raise NotFound(what="bill", id=bill_id)
        here, today = person_here(session), datetime.now(UTC).date()
        taken = set_off_by_bill(session).get(bill_id)
        return {
            "row": row_of(bill, held_bills(session, [bill_id]), taken),
            "details": _details(bill),
            "confidences": {name: round(value, 3) for name, value in bill.confidences.items()},
            "evidence": bill.evidence,
            "lines": lines_of_bill(session, bill_id),
            "because": bill.because,
            "suspicions": bill.suspicions,
            "warnings": bill.warnings,
            "payments": payments_of(session, here, bill_id),
            "debit": debit_of(session, here, bill_id, today),
            "set_offs": set_off_rows(session, bill),
            "credit_left": credit_left(session, bill),
            "instalments": instalment_rows(session, here, bill, today),
            "talk": counted(session, bill_id),
            "timeline": _timeline(session, bill_id),
            "moves": _moves(session, bill_id),
            "journal": _journal(session, bill_id),
        }


def _details(bill: Bill) -> dict[str, str | None]:
    return {
        "issue_date": _iso(bill.issued_on),
        "invoice_number": bill.number,
        "customer_number": bill.customer_number,
        "period_from": _iso(bill.period_first),
        "period_to": _iso(bill.period_last),
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


class MailRow(TypedDict):
    """One judged mail, bill or not, as `facteur list --mail` prints it."""

    mail: int
    subject: str
    sender: str
    kind: str
    confidence: float
    bill: int | None


def list_mail(wiring: Wiring) -> list[MailRow]:
    """Every judged mail, newest first: what was called no bill can be found and corrected here."""
    query = (
        select(Message, Judgement, BillMessage.bill_id)
        .join(Judgement, Judgement.message_id == Message.id)
        .outerjoin(BillMessage, BillMessage.message_id == Message.id)
        .order_by(Message.received_at.desc(), Message.id.desc())
    )
    with Session(reading(wiring.engine)) as session:
        return [
            {
                "mail": message.id,
                "subject": message.subject,
                "sender": message.sender_address,
                "kind": judgement.kind.value,
                "confidence": round(judgement.confidence, 3),
                "bill": bill_id,
            }
            for message, judgement, bill_id in session.execute(query)
        ]
