"""What a sync would do, without writing anything to the database or the mailbox."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TypedDict, cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.answer import shown
from flow.decide import taught
from flow.lessons import memory_for
from flow.no_bill import due_by, heard
from flow.receive import peek_account
from flow.road import may_be_filed
from flow.sending.own_mail import as_marked
from flow.wiring import Wiring
from inbox.authserv import learned
from models.codec import EXTRACTION, VERDICT
from models.database import reading
from models.errors.problem import Problem
from models.mail import MailRef
from models.tables import Account, Message
from models.verdict import Verdict

_Mail = tuple[MailRef, bytes]
_FIRST_MAILS, _FIRST_BYTES = 500, 64 * 2**20
"""What is held to learn the provider from: as many headers as a sync takes at once, if they fit."""


class Forecast(TypedDict):
    """One mail that is new: what it would be called, where it would go, and why."""

    folder_now: str
    uid: int
    subject: str
    sender: str
    kind: str | None
    biller: str | None
    amount: str | None
    currency: str | None
    due_date: str | None
    folder: str
    why: str
    quote: str
    problem: str | None


@dataclass(frozen=True, slots=True)
class _Told:
    """What the account's row says, or would say once its first mails were received."""

    provider: str
    files_mail: bool
    memory: str = ""


def forecast(wiring: Wiring, account_id: int, folder: str | None) -> Iterator[Forecast]:
    """Every new mail of the account, judged as the road would judge it. Raises as `peek_account`.

    `folder` of a forecast is "" for a mail that would stay, as all do when the account does not file.
    """
    mails = (
        (ref, raw)
        for ref, raw in peek_account(wiring, account_id, folder)
        if not _is_stored(wiring, account_id, raw)
    )
    first = _first(mails)
    told = _told(wiring, account_id, [raw for _, raw in first])
    for ref, raw in chain(first, mails):
        yield _judged(wiring, told, ref, raw)


def _is_stored(wiring: Wiring, account_id: int, raw: bytes) -> bool:
    digest = hashlib.sha256(raw).hexdigest()
    query = select(Message.id).where(Message.account_id == account_id, Message.sha256 == digest)
    with Session(reading(wiring.engine)) as session:
        return session.scalar(query) is not None


def _first(mails: Iterator[_Mail]) -> list[_Mail]:
    held: list[_Mail] = []
    size = 0
    for ref, raw in mails:
        held.append((ref, raw))
        size += len(raw)
        if len(held) == _FIRST_MAILS or size > _FIRST_BYTES:
            break
    return held


def _told(wiring: Wiring, account_id: int, mails: list[bytes]) -> _Told:
    with Session(reading(wiring.engine)) as session:
        account = session.get_one(Account, account_id)
        memory = memory_for(session, account_id, "")
    headers = [raw.partition(b"\r\n\r\n")[0] for raw in mails]
    provider = account.provider_id or learned(headers) or ""
    return _Told(provider, account.files_mail, memory)


def _judged(wiring: Wiring, told: _Told, ref: MailRef, raw: bytes) -> Forecast:
    seen: Forecast = {
        "folder_now": ref.folder, "uid": ref.uid, "subject": "", "sender": "", "kind": None,
        "biller": None, "amount": None, "currency": None, "due_date": None, "folder": "", "why": "",
        "quote": "", "problem": None,
    }  # fmt: skip
    try:
        answer = wiring.sandbox.ask(
            "read", raw, name=f"{ref.uid}.eml", provider=told.provider, memory=told.memory
        )
        envelope = cast("dict[str, str]", answer["envelope"])
        seen["subject"] = envelope.get("subject", "")
        seen["sender"] = envelope.get("sender_address", "")
        verdict = _verdict(wiring, told, raw, str(answer["extraction"]), seen["sender"])
    except Problem as problem:
        seen["problem"] = problem.code
        return seen
    found = EXTRACTION.read(str(answer["extraction"])).reading
    seen["kind"] = verdict.kind.value
    seen["biller"] = found.biller.value if found.biller else None
    if found.amount:
        seen["amount"], seen["currency"] = str(found.amount.value), found.amount.value.currency
    due = due_by(verdict.kind, found.due_on.value if found.due_on else None)
    seen["due_date"] = str(shown(due)) if due else None
    moves = told.files_mail and may_be_filed(verdict, wiring.settings)
    seen["folder"] = verdict.folder if moves else ""
    reasons = (*verdict.suspicions, *verdict.because)
    if reasons:
        seen["why"], seen["quote"] = reasons[0].sentence, reasons[0].quote
    return seen


def _verdict(wiring: Wiring, told: _Told, raw: bytes, extraction: str, sender: str) -> Verdict:
    found = EXTRACTION.read(extraction)
    with Session(reading(wiring.engine)) as session:
        known = taught(session, found, sender)
    judged = wiring.sandbox.ask(
        "judge",
        raw,
        name="mail.eml",
        extraction=extraction,
        provider=told.provider,
        root_folder=wiring.settings.root_folder,
        folder_lang=wiring.settings.folder_lang,
        **known,
    )
    verdict = heard(VERDICT.read(str(judged["verdict"])), found.reading, wiring.settings)
    if judged.get("marked") is not True:
        return verdict
    with Session(reading(wiring.engine)) as session:
        return as_marked(session, sender, verdict) or verdict
