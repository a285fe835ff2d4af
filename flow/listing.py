"""What is shown of bills: rows in the command line's terms, most urgent first."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypedDict

from sqlalchemy import nulls_last, select
from sqlalchemy.orm import Session

from flow.beside_bill import set_off_by_bill
from flow.doubts import to_review
from flow.hold import held_bills
from flow.look_alikes import alike_ids
from flow.no_bill import due_by
from flow.orders_told import OrderRow, orders_told
from flow.settings import Settings
from flow.taken_back import undoes
from flow.wiring import Wiring
from models.database import reading
from models.money import Money
from models.tables import Bill, BillMessage, Filing, FilingState, Judgement, Message
from models.verdict import Kind, State
from models.words import mark

_PART = "paid_in_part:"
_WAITING = (State.REVIEW, State.OPEN, State.HANDED_OVER)


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
    """One line of `facteur list --json`. to_review: the fields in doubt that the bill waits for, or that
    a receipt is booked with; like: the bills that may be the same one; seen: what statements show of a
    bill that is not paid whole yet."""

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
    order: OrderRow | None
    confidence: float
    to_review: list[str]
    like: list[int]
    seen: str | None


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
        orders, alike = orders_told(session), alike_ids(session)
        return [
            Listed(
                row_of(
                    bill,
                    held,
                    wiring.settings,
                    taken.get(bill.id),
                    orders.get(bill.id),
                    like=alike.get(bill.id, ()),
                ),
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


def row_of(
    bill: Bill,
    held: Mapping[int, str],
    settings: Settings,
    taken: Money | None = None,
    order: OrderRow | None = None,
    *,
    like: Sequence[int] = (),
) -> ListRow:
    """One bill as `facteur list --json` prints it. held: why each disputed bill is (flow.hold); taken:
    what is set off against it, or of it; order: its order that is out; like: the bills that may be it."""
    amount = bill.amount
    return {
        "id": bill.id,
        "biller": bill.biller,
        "amount": str(amount) if amount else None,
        "currency": amount.currency if amount else None,
        "due_date": iso(due_by(bill.kind, bill.due_on)),
        "kind": bill.kind.value,
        "category": bill.category.value,
        "folder": bill.folder,
        "state": bill.state.value,
        "dispute": held.get(bill.id),
        "set_off": str(taken) if taken else None,
        "order": order,
        "confidence": round(bill.confidence, 3),
        "to_review": to_review(bill, settings),
        "like": list(like),
        "seen": _seen(bill),
    }


def _seen(bill: Bill) -> str | None:
    """The part that was seen of a bill that waits for the rest, as its warnings tell it."""
    if bill.state not in _WAITING:
        return None
    told = (one.removeprefix(_PART) for one in bill.warnings if one.startswith(_PART))
    return next((amount.partition(" ")[0] for amount in reversed([*told])), None)


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


def iso(day: date | None) -> str | None:
    """The day as scripts get it, None as it is."""
    return day.isoformat() if day else None


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
