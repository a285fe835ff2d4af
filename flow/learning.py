"""A correction looked up on the bill's own original, in a child process, before anything is written."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from extract.memory.lesson import FIELDS, Correction, Identity, Lesson, Taught
from flow.leader import leader_of
from flow.original import Original, original_of
from flow.taught import IDENTITY, LESSONS, NONE, SAID
from flow.wiring import Wiring
from models.codec import EXTRACTION
from models.database import reading
from models.errors.problem import Problem
from models.money import Money
from models.reading import Found, Reading
from models.tables import Bill, Extracted
from models.verdict import State

log = logging.getLogger("facteur.learning")


@dataclass(frozen=True, slots=True)
class Learned:
    """What a correction teaches. fields: all that were spoken of; unprinted: those found on no page."""

    fields: tuple[Taught, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    unprinted: tuple[Taught, ...] = ()
    identity: Identity = field(default_factory=Identity)
    domain: str = ""


@dataclass(frozen=True, slots=True)
class _Paper:
    """The mail that fills the bill's card."""

    original: Original
    domain: str
    reading: Reading


def learn(wiring: Wiring, bill_id: int, told: Mapping[str, str], *, confirmed: bool) -> Learned:
    """What `told` (a Reading's field to its value, or "none") teaches of this bill's biller.

    confirmed: what was read of the other fields is right, and is learned too. A held bill teaches
    nothing. An original that cannot be opened now teaches nothing either: the correction counts still.
    """
    with Session(reading(wiring.engine)) as session:
        bill = session.get(Bill, bill_id)
        paper = _paper(session, bill) if bill is not None else None
    if bill is None or paper is None or bill.state is State.STOPPED:
        return Learned()
    said = _said(paper.reading, told, confirmed=confirmed)
    if not said:
        return Learned()
    biller = told.get("biller") or bill.biller or ""
    return _asked(wiring, paper, said, biller, tuple(name for name in told if name in FIELDS))


def _asked(
    wiring: Wiring,
    paper: _Paper,
    said: tuple[Correction, ...],
    biller: str,
    told: tuple[str, ...],
) -> Learned:
    try:
        answer = paper.original.ask(wiring, "learn", said=SAID.write(said), biller=biller)
    except Problem as problem:
        log.warning("nothing learned: %s", problem.code)
        return Learned()
    return learned_from(answer, said, told, paper.domain)


def learned_from(
    answer: Mapping[str, object],
    said: tuple[Correction, ...],
    told: tuple[str, ...],
    domain: str,
) -> Learned:
    """A child's answer to the task "learn"."""
    lessons = LESSONS.read(str(answer["lessons"]))
    found = {lesson.field for lesson in lessons}
    fields = tuple(one.field for one in said if one.field in told or one.field in found)
    missing = tuple(
        one.field
        for one in said
        if one.field in told and one.field not in found and one.value is not None
    )
    return Learned(fields, lessons, missing, IDENTITY.read(str(answer["identity"])), domain)


def _paper(session: Session, bill: Bill) -> _Paper | None:
    message = leader_of(session, bill.id)
    text = message and session.scalar(
        select(Extracted.extraction).where(Extracted.message_id == message.id)
    )
    if message is None or not text:
        return None
    return _Paper(
        original_of(session, message),
        message.sender_address.rpartition("@")[2],
        EXTRACTION.read(text).reading,
    )


def _said(read: Reading, told: Mapping[str, str], *, confirmed: bool) -> tuple[Correction, ...]:
    said = []
    for name in FIELDS:
        old = cast("Found[object] | None", getattr(read, name))
        was = value_of(old) if old is not None else ""
        if name in told:
            said.append(correction_of(name, told[name], old))
        elif confirmed and old is not None:
            said.append(correction_of(name, was, None))
    return tuple(replace(one, issued=_issued(read, told)) for one in said)


def _issued(read: Reading, told: Mapping[str, str]) -> date | None:
    """The day of issue, as the person says or as it was read."""
    if "issued_on" in told:
        return date.fromisoformat(told["issued_on"])
    return read.issued_on.value if read.issued_on else None


def correction_of(name: Taught, value: str, old: Found[object] | None) -> Correction:
    """One field as the memory learns it; `old` is what was read, whether right or wrong."""
    same = old is not None and value_of(old) == value
    wrong = "" if old is None or same else str(old.value) if name == "biller" else old.quote
    number, _, currency = value.partition(" ") if name == "amount" else (value, "", "")
    return Correction(name, None if value == NONE else number, wrong, currency)


def value_of(found: Found[object]) -> str:
    """A field's value as a correction writes it ("84.20 EUR", "2026-12-31", "FR76…")."""
    value = found.value
    return f"{value} {value.currency}" if isinstance(value, Money) else str(value)
