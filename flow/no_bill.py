"""Papers that are no bill, as a quote: they ask for nothing, whatever amounts and days they print."""

from dataclasses import replace
from datetime import date

from classify.judge import TAUGHT
from flow.settings import Settings
from models.reading import Reading
from models.verdict import Because, Kind, Verdict
from models.words import mark

_QUOTE, _BILL = "quote", "invoice_title"
"""Signs of a Reading."""
_ASKS = (Kind.TO_PAY, Kind.REMINDER)
_MOST = 0.5
"""No surer than even: somebody is to look at it."""


def heard(verdict: Verdict, reading: Reading, settings: Settings) -> Verdict:
    """The verdict, but of a paper that calls itself a quote and nowhere a bill: unless it is surely to be
    paid, or the person said so of this biller, it asks for nothing and is shown to review."""
    signs = {sign.value: sign.quote for sign in reversed(reading.signs)}
    doubted = verdict.kind in _ASKS and verdict.confidence < settings.sure
    if not doubted or was_taught(verdict) or _QUOTE not in signs or _BILL in signs:
        return verdict
    because = Because(mark("It is a quote, not a bill: “{quote}”"), signs[_QUOTE])
    return replace(
        verdict, kind=Kind.OTHER, folder="", confidence=min(_MOST, 1 - verdict.confidence),
        because=(because, *verdict.because),
    )  # fmt: skip


def was_taught(verdict: Verdict) -> bool:
    """Whether it is what the person said of another bill of this biller."""
    return any(reason.sentence == TAUGHT.sentence for reason in verdict.because[:1])


def due_by(kind: Kind, day: date | None) -> date | None:
    """The day by which money is asked for: none where nothing is, though the paper prints one."""
    return None if kind is Kind.OTHER else day
