"""A correction: the card, the folder, and what the next bill of that biller will be called."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.card import attach, remake
from flow.corrected import READ_AS
from flow.doubts import to_review
from flow.filing import queue_filing
from flow.fix import Fix, asked_of, values_of
from flow.household.arrival import bill_changed
from flow.learning import Learned, learn
from flow.lessons import keep_lessons
from flow.prove import match_again
from flow.second_look import look_again
from flow.wiring import Wiring
from models.codec import EXTRACTION, VERDICT
from models.database import reading
from models.errors.values import NotFound
from models.journal import append
from models.tables import (
    MOST_ID,
    Account,
    Bill,
    BillMessage,
    Correction,
    Extracted,
    Judgement,
    Message,
)
from models.verdict import State


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
    the next sync. Raises NotFound, AmountInvalid, CreditUnsaid.
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
        return {READ_AS.get(name, name): value for name, value in asked_of(bill, fix)}


def _write(wiring: Wiring, bill_id: int, fix: Fix, learned: Learned) -> Fixed:
    with Session(wiring.engine) as session, session.begin():
        bill = session.get_one(Bill, bill_id, with_for_update=True)
        before = values_of(bill)
        folder = bill.folder
        asked = asked_of(bill, fix)
        if fix.apart is not None and session.get(Bill, min(fix.apart, MOST_ID)) is None:
            raise NotFound(what="bill", id=fix.apart)
        session.add_all(
            _correction(session, bill, name, before.get(name), now) for name, now in asked
        )
        session.flush()
        remake(session, bill, wiring.settings)
        changed = tuple(name for name, value in values_of(bill).items() if value != before[name])
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
        doubtful = tuple(to_review(bill, wiring.settings))
        found = tuple(lesson.field for lesson in learned.lessons)
        return Fixed(changed, doubtful, bill.state, found, learned.unprinted)


def _keep(session: Session, bill: Bill, learned: Learned) -> None:
    if learned.fields:
        keep_lessons(
            session, account_id=bill.account_id, bill=bill, domain=learned.domain,
            identity=learned.identity, fields=learned.fields, lessons=learned.lessons,
        )  # fmt: skip


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
