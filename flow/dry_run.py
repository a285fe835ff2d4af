"""What a sync would do, without writing anything to the database or the mailbox."""

from collections.abc import Iterator
from typing import TypedDict, cast

from flow.analyse import shown
from flow.receive import peek_account
from flow.road import may_be_filed
from flow.wiring import Wiring
from models.codec import EXTRACTION, VERDICT
from models.errors import Problem


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


def forecast(wiring: Wiring, account_id: int, folder: str | None) -> Iterator[Forecast]:
    """Every new mail of the account, judged as the road would judge it."""
    for ref, raw in peek_account(wiring, account_id, folder):
        yield _judged(wiring, ref.folder, ref.uid, raw)


def _judged(wiring: Wiring, folder: str, uid: int, raw: bytes) -> Forecast:
    settings = wiring.settings
    seen: Forecast = {
        "folder_now": folder, "uid": uid, "subject": "", "sender": "", "kind": None, "biller": None,
        "amount": None, "currency": None, "due_date": None, "folder": "", "why": "", "quote": "",
        "problem": None,
    }  # fmt: skip
    try:
        answer = wiring.sandbox.ask("read", raw, name=f"{uid}.eml")
        judged = wiring.sandbox.ask(
            "judge",
            raw,
            name=f"{uid}.eml",
            extraction=answer["extraction"],
            root_folder=settings.root_folder,
            folder_lang=settings.folder_lang,
        )
    except Problem as problem:
        seen["problem"] = problem.code
        return seen
    envelope = cast("dict[str, str]", answer["envelope"])
    reading = EXTRACTION.read(str(answer["extraction"])).reading
    verdict = VERDICT.read(str(judged["verdict"]))
    seen["subject"], seen["sender"] = (
        envelope.get("subject", ""),
        envelope.get("sender_address", ""),
    )
    seen["kind"] = verdict.kind.value
    seen["biller"] = reading.biller.value if reading.biller else None
    if reading.amount:
        seen["amount"], seen["currency"] = str(reading.amount.value), reading.amount.value.currency
    seen["due_date"] = str(shown(reading.due_on.value)) if reading.due_on else None
    seen["folder"] = verdict.folder if may_be_filed(verdict, settings) else ""
    reasons = (*verdict.suspicions, *verdict.because)
    if reasons:
        seen["why"], seen["quote"] = reasons[0].sentence, reasons[0].quote
    return seen
