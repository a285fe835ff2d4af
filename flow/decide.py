"""Read → decided: the verdict on a message, and the bill it makes or joins."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from flow.bills import known_as, needs_card
from flow.card import attach
from flow.checkpoints import passed
from flow.household.arrival import bill_changed
from flow.no_bill import heard
from flow.original import original_of
from flow.read import MOST_ATTEMPTS, quarantine_message
from flow.sending.own_mail import as_own
from flow.talks.answers import as_talk, brings_paper
from flow.wiring import Wiring
from models.codec import EXTRACTION, VERDICT
from models.database import reading
from models.errors.problem import Problem
from models.errors.reading import ReaderDied
from models.extraction import Extraction
from models.journal import append
from models.tables import (
    BillMessage,
    Correction,
    Extracted,
    Judgement,
    Message,
    Outcome,
    Step,
)
from models.verdict import State, Verdict


def decide_message(wiring: Wiring, message_id: int) -> str:
    """Judges one read message. Returns "done" or "quarantined"; does nothing when it was judged before.

    A message that fails here whatever the reason is set aside in the end, where the person sees it,
    not tried for ever. Crashes do not count: they are rarely this message's fault.
    """
    with Session(reading(wiring.engine)) as session:
        if session.get_one(Message, message_id).step is not Step.READ:
            return "done"
    try:
        _judge_and_record(wiring, message_id)
    except Exception as failure:
        lost = isinstance(failure, Problem) and failure.permanent
        if not lost and _failed(wiring, message_id) <= MOST_ATTEMPTS:
            raise
        known = failure if isinstance(failure, Problem) else ReaderDied()
        return quarantine_message(wiring, message_id, known)
    passed("decided")
    return "done"


def _failed(wiring: Wiring, message_id: int) -> int:
    """How often judging this message failed, this time included."""
    with Session(wiring.engine) as session, session.begin():
        message = session.get_one(Message, message_id)
        message.attempts += 1
        return message.attempts


def _judge_and_record(wiring: Wiring, message_id: int) -> None:
    judged = _judged(wiring, message_id)
    passed("judged")
    try:
        _record(wiring, message_id, judged)
    except IntegrityError:
        # PostgreSQL only: another worker made the same bill between our look and our insert; now it is there.
        _record(wiring, message_id, judged)


@dataclass(frozen=True, slots=True)
class _Judged:
    """What was read and what it means. marked: the mail says that Facteur sent it; answers: the
    Message-IDs that it answers, where it brings no paper.
    """

    extraction: Extraction
    verdict: Verdict
    marked: bool
    answers: tuple[str, ...]


def _judged(wiring: Wiring, message_id: int) -> _Judged:
    with Session(reading(wiring.engine)) as session:
        message = session.get_one(Message, message_id)
        original, request = original_of(session, message), _request(session, message)
    answer = original.ask(
        wiring,
        "judge",
        root_folder=wiring.settings.root_folder,
        folder_lang=wiring.settings.folder_lang,
        **request,
    )
    extraction, ids = EXTRACTION.read(str(request["extraction"])), answer.get("answers")
    answered = ids if isinstance(ids, list) and not brings_paper(extraction) else []
    verdict = VERDICT.read(str(answer["verdict"]))
    return _Judged(
        extraction,
        heard(verdict, extraction.reading, wiring.settings),
        answer.get("marked") is True,
        tuple(map(str, answered)),
    )


def _request(session: Session, message: Message) -> dict[str, object]:
    text = session.scalars(
        select(Extracted.extraction).where(Extracted.message_id == message.id)
    ).one()
    return {"extraction": text, **taught(session, EXTRACTION.read(text), message.sender_address)}


def taught(session: Session, extraction: Extraction, sender: str) -> dict[str, object]:
    """What the person taught about this biller (or this sender when no biller was read)."""
    biller = extraction.reading.biller
    keys = known_as(session, None, biller.value) if biller else []
    domain = sender.rpartition("@")[2]
    known: dict[str, object] = {"known_domains": _confirmed_domains(session, keys)}
    for field in ("kind", "category"):
        same = or_(
            Correction.biller_key.in_(keys),
            (Correction.biller_key == "") & (Correction.sender_domain == domain),
        )
        known[f"known_{field}"] = session.scalar(
            select(Correction.now)
            .where(Correction.field == field, same)
            .order_by(Correction.id.desc())
            .limit(1)
        )
    return known


def _confirmed_domains(session: Session, keys: list[str]) -> list[str]:
    """Where this biller's bills came from, by the bills that the person corrected or vouched for."""
    query = select(Correction.sender_domain).where(
        Correction.biller_key.in_(keys), Correction.sender_domain != ""
    )
    return sorted(set(session.scalars(query)))


def _record(wiring: Wiring, message_id: int, judged: _Judged) -> None:
    extraction, verdict = judged.extraction, judged.verdict
    with Session(wiring.engine) as session, session.begin():
        message = session.get_one(Message, message_id, with_for_update=True)
        if message.step is not Step.READ:
            return
        review = False
        # A mail that is looked at again refreshes its bill, whatever it is called now.
        has_card = bill_of(session, message_id) is not None
        known = None
        if not has_card:
            talk = as_talk(session, message, extraction, verdict, wiring.settings)
            known = talk or as_own(
                session, message, verdict, marked=judged.marked, answers=judged.answers
            )
        verdict = known or verdict
        if has_card or (known is None and needs_card(verdict, extraction, wiring.settings)):
            bill = attach(session, message, extraction, verdict, wiring.settings)
            review = bill.state is State.REVIEW
            append(
                session,
                "facteur",
                "bill_judged",
                f"bill {bill.id}",
                where="road",
                detail={
                    "kind": verdict.kind.value,
                    "message": message_id,
                    "state": bill.state.value,
                },
            )
            bill_changed(session, bill)
        session.add(
            Judgement(
                message_id=message_id,
                verdict=VERDICT.write(verdict),
                kind=verdict.kind,
                state=Outcome.REVIEW if review else Outcome.CLOSED,
                confidence=verdict.confidence,
                created_at=datetime.now(UTC),
            )
        )
        message.step = Step.DECIDED


def bill_of(session: Session, message_id: int) -> int | None:
    """The bill that the message belongs to, if any."""
    return session.scalar(select(BillMessage.bill_id).where(BillMessage.message_id == message_id))
