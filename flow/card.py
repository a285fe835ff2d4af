"""What a card shows: made anew from all mails of its timeline each time one comes, whatever their order."""

from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from classify.folders import folder_for
from flow.answer import confidences, proof
from flow.bills import biller_key, home_of, state_of
from flow.corrected import correct
from flow.credits import partners
from flow.leader import PRIMARY
from flow.look_alikes import APART
from flow.proven import stand
from flow.schedule import keep_schedule
from flow.settings import Settings
from flow.timeline import Entry, tell_later, tell_reminders, timeline, told
from models.codec import VERDICT
from models.extraction import Extraction
from models.journal import append
from models.reading import FIELD_NAMES
from models.tables import Bill, BillMessage, Correction, Message
from models.verdict import State, Verdict


def attach(
    session: Session, message: Message, extraction: Extraction, verdict: Verdict, settings: Settings
) -> Bill:
    """Puts the mail on its bill's timeline, making the bill when it is the first. Writes no commit."""
    found, identity = home_of(session, message, extraction.reading, verdict)
    now = datetime.now(UTC)
    bill = found or Bill(account_id=message.account_id, identity=identity, created_at=now)
    row = session.scalar(select(BillMessage).where(BillMessage.message_id == message.id))
    if found is None:
        _fill(bill, Entry(message, extraction, verdict, now))
        bill.state, bill.updated_at = State.REVIEW, now
        session.add(bill)
        session.flush()
    if row is None:
        row = BillMessage(bill_id=bill.id, message_id=message.id, created_at=now)
        session.add(row)
    row.role, row.verdict = verdict.kind, VERDICT.write(verdict)
    session.flush()
    remake(session, bill, settings)
    return bill


def remake(session: Session, bill: Bill, settings: Settings) -> None:
    """Fills the card from its timeline: figures of the bill itself, what later mails tell, what the
    person corrected, what the bank's entries prove; then those of what is set off with it.
    """
    _remake(session, bill, settings)
    for other in partners(session, bill):
        was = other.state
        _remake(session, other, settings)
        if other.state is not was:
            append(
                session, "facteur", "bill_follows_credit", f"bill {other.id}", where="road",
                detail={"was": was.value, "now": other.state.value, "with": bill.id},
            )  # fmt: skip


def _remake(session: Session, bill: Bill, settings: Settings) -> None:
    entries = timeline(session, bill)
    corrections = session.scalars(
        select(Correction)
        .where(Correction.bill_id == bill.id, Correction.field != APART)
        .order_by(Correction.id)
    ).all()
    leader = min(entries, key=lambda entry: (PRIMARY.index(entry.verdict.kind), entry.message.id))
    _fill(bill, leader)
    bill.state = state_of(leader.verdict, leader.extraction, settings)
    _call_by_taught_name(session, bill)
    correct(bill, corrections, settings)
    tell_later(bill, entries, corrections, settings)
    tell_reminders(bill, entries)
    keep_schedule(session, bill, leader.extraction.reading.schedule)
    stand(session, bill)
    bill.folder = folder_for(bill.category, bill.kind, settings.root_folder, settings.folder_lang)
    bill.updated_at = datetime.now(UTC)


def _call_by_taught_name(session: Session, bill: Bill) -> None:
    """What the person called this biller on an earlier bill that came from the same address.

    A name and an address prove nothing, so the field is no surer for it: see extract.memory for that.
    """
    name = session.scalar(
        select(Correction.now)
        .where(
            Correction.account_id == bill.account_id,
            Correction.biller_key == bill.biller_key,
            Correction.field == "biller",
            Correction.sender_domain != "",
            Correction.sender_domain.in_(_domains(session, bill)),
        )
        .order_by(Correction.id.desc())
        .limit(1)
    )
    if name and bill.biller_key:
        bill.biller = name


def _domains(session: Session, bill: Bill) -> list[str]:
    senders = session.scalars(
        select(Message.sender_address)
        .join(BillMessage, BillMessage.message_id == Message.id)
        .where(BillMessage.bill_id == bill.id)
    )
    return [sender.rpartition("@")[2] for sender in senders]


def _fill(bill: Bill, entry: Entry) -> None:
    """Writes what one mail says into the card."""
    reading, message = entry.extraction.reading, entry.message
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
    verdict = entry.verdict
    bill.kind, bill.category, bill.folder = verdict.kind, verdict.category, verdict.folder
    bill.confidence = verdict.confidence
    bill.confidences = confidences(reading)
    bill.evidence = {
        name: proof(found) for name in FIELD_NAMES if (found := getattr(reading, name)) is not None
    }
    bill.because, bill.suspicions = told(verdict.because), told(verdict.suspicions)
    bill.warnings = [
        *reading.warnings,
        *(f"{code}:{name}" for name, code in entry.extraction.problems),
    ]
