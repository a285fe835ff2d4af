"""What the person corrects: the card, the folder, and what the next bill of that biller will be called."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.bills import doubtful
from flow.card import attach, remake
from flow.filing import queue_filing
from flow.wiring import Wiring
from models.codec import EXTRACTION, VERDICT
from models.errors import NotFound
from models.journal import append
from models.money import Money
from models.tables import Account, Bill, BillMessage, Correction, Extracted, Judgement, Message
from models.verdict import Category, Kind, State


@dataclass(frozen=True, slots=True)
class Fix:
    """What the person says; None leaves a field as it is."""

    kind: Kind | None = None
    category: Category | None = None
    biller: str | None = None
    amount: Decimal | None = None
    currency: str | None = None
    due_on: date | None = None
    state: State | None = None
    """OPEN, HANDED_OVER ("I sent the money") or CLOSED ("it is settled"): nothing is learned from it."""
    genuine: bool = False
    """The person asked the biller through another channel: a held bill is released."""
    confirmed: bool = False
    """All that the card shows is right."""

    @property
    def is_empty(self) -> bool:
        return self == Fix()


@dataclass(frozen=True, slots=True)
class Fixed:
    """What changed, and the fields that are still in doubt (a Reading's names, or "kind")."""

    changed: tuple[str, ...]
    doubtful: tuple[str, ...]
    state: State


def fix_bill(wiring: Wiring, bill_id: int, fix: Fix) -> Fixed:
    """Corrects a bill and teaches the biller's kind and category.

    Its mail moves to the right folder at the next sync. Raises NotFound, AmountInvalid.
    """
    with Session(wiring.engine) as session, session.begin():
        bill = session.get(Bill, bill_id, with_for_update=True)
        if bill is None:
            raise NotFound(what="bill", id=bill_id)
        before = _values(bill)
        folder = bill.folder
        asked = _asked(bill, fix)
        session.add_all(
            _correction(session, bill, name, before.get(name), now) for name, now in asked
        )
        session.flush()
        remake(session, bill, wiring.settings)
        changed = tuple(name for name, value in _values(bill).items() if value != before[name])
        _refile(session, bill, moved=fix.genuine or bill.folder != folder)
        append(
            session, "person", "bill_corrected", f"bill {bill.id}", where="cli",
            detail={"asked": [name for name, _ in asked], "changed": list(changed)},
        )  # fmt: skip
        return Fixed(changed, _still_doubtful(bill, wiring), bill.state)


def _still_doubtful(bill: Bill, wiring: Wiring) -> tuple[str, ...]:
    if bill.state is not State.REVIEW:
        return ()
    kind = ["kind"] if bill.confidence < wiring.settings.sure else []
    return (*kind, *doubtful(bill.confidences, bill.kind, wiring.settings))


def fix_mail(wiring: Wiring, message_id: int, fix: Fix) -> Fixed:
    """Makes a bill of a mail that was called no bill, then corrects it. Raises NotFound."""
    with Session(wiring.engine) as session, session.begin():
        message = session.get(Message, message_id)
        row = session.scalar(select(Extracted).where(Extracted.message_id == message_id))
        judged = session.scalar(select(Judgement).where(Judgement.message_id == message_id))
        if message is None or row is None or judged is None:
            raise NotFound(what="mail", id=message_id)
        bill_id = session.scalar(
            select(BillMessage.bill_id).where(BillMessage.message_id == message_id)
        )
        if bill_id is None:
            extraction, verdict = EXTRACTION.read(row.extraction), VERDICT.read(judged.verdict)
            bill_id = attach(session, message, extraction, verdict, wiring.settings).id
    return fix_bill(wiring, bill_id, fix)


def _asked(bill: Bill, fix: Fix) -> list[tuple[str, str]]:
    """(field, new value) of what was said, as a correction keeps it."""
    said = [
        ("kind", fix.kind),
        ("category", fix.category),
        ("biller", fix.biller),
        ("amount", _money(bill, fix)),
        ("due_date", fix.due_on.isoformat() if fix.due_on else None),
        ("confirmed", "yes" if fix.confirmed else None),
        ("genuine", "yes" if fix.genuine else None),
        ("state", fix.state),
    ]
    return [(name, str(value)) for name, value in said if value is not None]


def _money(bill: Bill, fix: Fix) -> str | None:
    shown = bill.amount
    if fix.amount is None and (fix.currency is None or shown is None):
        return None
    number = fix.amount if fix.amount is not None else shown.decimal if shown else Decimal(0)
    amount = Money.of(number, fix.currency or (shown.currency if shown else "EUR"))
    return f"{amount} {amount.currency}"


def _values(bill: Bill) -> dict[str, str | None]:
    amount = bill.amount
    return {
        "kind": bill.kind.value,
        "category": bill.category.value,
        "biller": bill.biller,
        "amount": f"{amount} {amount.currency}" if amount else None,
        "due_date": bill.due_on.isoformat() if bill.due_on else None,
        "state": bill.state.value,
    }


def _correction(session: Session, bill: Bill, name: str, was: str | None, now: str) -> Correction:
    """`biller_key` is the name that the readers read, also when the person calls the biller otherwise."""
    sender = session.scalar(
        select(Message.sender_address)
        .join(BillMessage, BillMessage.message_id == Message.id)
        .where(BillMessage.bill_id == bill.id)
        .limit(1)
    )
    return Correction(
        account_id=bill.account_id,
        bill_id=bill.id,
        biller_key=bill.biller_key,
        sender_domain=(sender or "").rpartition("@")[2],
        field=name,
        was=was,
        now=now,
        created_at=datetime.now(UTC),
    )


def _refile(session: Session, bill: Bill, *, moved: bool) -> None:
    account = session.get_one(Account, bill.account_id)
    if not moved or not bill.folder or not account.files_mail or bill.state is State.STOPPED:
        return
    for message_id in session.scalars(
        select(BillMessage.message_id).where(BillMessage.bill_id == bill.id)
    ):
        queue_filing(session, message_id, bill.folder)
