"""What the person corrects: the card, the folder, and what the next bill of that biller will be called."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from classify.folders import folder_for
from flow.bills import attach, biller_key
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
    genuine: bool = False
    """The person asked the biller through another channel: a held bill is released."""

    @property
    def is_empty(self) -> bool:
        return self == Fix()


_TAUGHT = ("kind", "category")
"""Fields that are also true of the biller's next bill."""


def fix_bill(wiring: Wiring, bill_id: int, fix: Fix) -> list[str]:
    """Corrects a bill and teaches the biller's kind and category. Returns the fields that changed.

    A corrected bill leaves the review. Its mail moves to the right folder at the next sync. Raises
    NotFound.
    """
    with Session(wiring.engine) as session, session.begin():
        bill = session.get(Bill, bill_id, with_for_update=True)
        if bill is None:
            raise NotFound(what="bill", id=bill_id)
        changed = _apply(session, bill, fix)
        bill.state = _state_after(bill, fix)
        _refile(wiring, session, bill, fix)
        bill.updated_at = datetime.now(UTC)
        append(
            session,
            "person",
            "bill_corrected",
            f"bill {bill.id}",
            where="cli",
            detail={"changed": changed},
        )
    return changed


def fix_mail(wiring: Wiring, message_id: int, fix: Fix) -> list[str]:
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


def _apply(session: Session, bill: Bill, fix: Fix) -> list[str]:
    before = _values(bill)
    if fix.genuine:
        session.add(_correction(session, bill, "genuine", None, "yes"))
    if fix.biller is not None:
        bill.biller, bill.biller_key = fix.biller, biller_key(fix.biller)
    if fix.amount is not None:
        bill.amount = Money.of(fix.amount, fix.currency or bill.currency or "EUR")
    bill.kind = fix.kind or bill.kind
    bill.category = fix.category or bill.category
    bill.due_on = fix.due_on or bill.due_on
    after = _values(bill)
    asked = {name for name in after if name in _asked(fix)}
    for name in sorted(asked):
        session.add(_correction(session, bill, name, before[name], after[name]))
    bill.confidences = {
        **bill.confidences,
        **{_FIELDS[name]: 1.0 for name in asked if name in _FIELDS},
    }
    if fix.kind is not None:
        bill.confidence = 1.0
    return sorted(name for name in asked if before[name] != after[name])


_FIELDS = {"biller": "biller", "amount": "amount", "due_date": "due_on"}


def _asked(fix: Fix) -> set[str]:
    given = {"kind": fix.kind, "category": fix.category, "biller": fix.biller}
    names = {name for name, value in given.items() if value is not None}
    names |= {"amount"} if fix.amount is not None else set()
    return names | ({"due_date"} if fix.due_on is not None else set())


def _values(bill: Bill) -> dict[str, str | None]:
    amount = bill.amount
    return {
        "kind": bill.kind.value,
        "category": bill.category.value,
        "biller": bill.biller,
        "amount": f"{amount} {amount.currency}" if amount else None,
        "due_date": bill.due_on.isoformat() if bill.due_on else None,
    }


def _correction(
    session: Session, bill: Bill, name: str, was: str | None, now: str | None
) -> Correction:
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


def _state_after(bill: Bill, fix: Fix) -> State:
    held = bill.state is State.STOPPED and not fix.genuine
    if held or bill.state is State.HANDED_OVER:
        return bill.state
    if bill.kind is Kind.OTHER:
        return State.CLOSED
    return State.PAID if bill.kind is Kind.RECEIPT else State.OPEN


def _refile(wiring: Wiring, session: Session, bill: Bill, fix: Fix) -> None:
    settings = wiring.settings
    folder = folder_for(bill.category, bill.kind, settings.root_folder, settings.folder_lang)
    if folder == bill.folder and not fix.genuine:
        return
    bill.folder = folder
    account = session.get_one(Account, bill.account_id)
    if not folder or not account.files_mail or bill.state is State.STOPPED:
        return
    for message_id in session.scalars(
        select(BillMessage.message_id).where(BillMessage.bill_id == bill.id)
    ):
        queue_filing(session, message_id, folder)
