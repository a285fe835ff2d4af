"""What the person corrects: the card, the folder, and what the next bill of that biller will be called."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.bills import doubtful
from flow.card import READ_AS, attach, remake
from flow.filing import queue_filing
from flow.household.arrival import bill_changed
from flow.learning import Learned, learn
from flow.lessons import keep_lessons
from flow.prove import match_again
from flow.second_look import look_again
from flow.taught import NONE
from flow.wiring import Wiring
from models.codec import EXTRACTION, VERDICT
from models.database import reading
from models.errors.values import NotFound
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
    no_due: bool = False
    """The bill has no due date, whatever was read."""
    issued_on: date | None = None
    number: str | None = None
    customer_number: str | None = None
    iban: str | None = None
    """Compact, with right check digits: the door asks models.iban."""
    reference: str | None = None
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
    """What changed, and the fields that are still in doubt (a Reading's names, or "kind").

    learned: fields whose place was found on the bill, so that this biller's next bill is read so;
    unprinted: fields whose value no page prints, remembered for this bill only; again: bills of this
    biller that waited to review and were read again.
    """

    changed: tuple[str, ...]
    doubtful: tuple[str, ...]
    state: State
    learned: tuple[str, ...] = ()
    unprinted: tuple[str, ...] = ()
    again: int = 0


def fix_bill(wiring: Wiring, bill_id: int, fix: Fix) -> Fixed:
    """Corrects a bill and teaches its biller: kind, category, and where its fields stand.

    Corrections, lessons and the journal's line are one transaction. Then the biller's bills that wait
    to review are read again, and statements are matched anew. Its mail moves to the right folder at
    the next sync. Raises NotFound, AmountInvalid.
    """
    learned = learn(wiring, bill_id, _told(wiring, bill_id, fix), confirmed=fix.confirmed)
    fixed = _write(wiring, bill_id, fix, learned)
    if learned.lessons:
        fixed = replace(fixed, again=look_again(wiring, bill_id))
    return replace(fixed, state=_now(wiring, bill_id)) if match_again(wiring) else fixed


def _now(wiring: Wiring, bill_id: int) -> State:
    with Session(reading(wiring.engine)) as session:
        return session.get_one(Bill, bill_id).state


def _told(wiring: Wiring, bill_id: int, fix: Fix) -> dict[str, str]:
    """A Reading's field to what was said of it. Raises NotFound, AmountInvalid."""
    with Session(reading(wiring.engine)) as session:
        bill = session.get(Bill, bill_id)
        if bill is None:
            raise NotFound(what="bill", id=bill_id)
        return {READ_AS.get(name, name): value for name, value in _asked(bill, fix)}


def _write(wiring: Wiring, bill_id: int, fix: Fix, learned: Learned) -> Fixed:
    with Session(wiring.engine) as session, session.begin():
        bill = session.get_one(Bill, bill_id, with_for_update=True)
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
        _keep(session, bill, learned)
        append(
            session, "person", "bill_corrected", f"bill {bill.id}", where="cli",
            detail={
                "asked": [name for name, _ in asked], "changed": list(changed),
                "learned": [lesson.field for lesson in learned.lessons],
            },
        )  # fmt: skip
        bill_changed(session, bill)
        doubtful = _still_doubtful(bill, wiring)
        found = tuple(lesson.field for lesson in learned.lessons)
        return Fixed(changed, doubtful, bill.state, found, learned.unprinted)


def _keep(session: Session, bill: Bill, learned: Learned) -> None:
    if learned.fields:
        keep_lessons(
            session, account_id=bill.account_id, bill=bill, domain=learned.domain,
            identity=learned.identity, fields=learned.fields, lessons=learned.lessons,
        )  # fmt: skip


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
        ("due_date", NONE if fix.no_due else fix.due_on.isoformat() if fix.due_on else None),
        ("issue_date", fix.issued_on.isoformat() if fix.issued_on else None),
        ("number", fix.number),
        ("customer_number", fix.customer_number),
        ("iban", fix.iban),
        ("reference", fix.reference),
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
        "issue_date": bill.issued_on.isoformat() if bill.issued_on else None,
        "number": bill.number,
        "customer_number": bill.customer_number,
        "iban": bill.iban,
        "reference": bill.reference,
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
    if not moved or not bill.folder or bill.state is State.STOPPED:
        return
    query = (
        select(Message.id)
        .join(BillMessage, BillMessage.message_id == Message.id)
        .join(Account, Account.id == Message.account_id)
        .where(BillMessage.bill_id == bill.id, Account.files_mail)
    )
    for message_id in session.scalars(query.order_by(BillMessage.id)):
        queue_filing(session, message_id, bill.folder)
