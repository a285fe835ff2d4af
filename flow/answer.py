"""The answer of `facteur read` about one file, as scripts get it: known without any reader."""

from datetime import date
from typing import TypedDict

from flow.lines import LineRow
from models.errors.problem import Problem
from models.money import Money
from models.reading import FIELD_NAMES, Found, Means, Period, Reading
from models.words import Lang


class Proof(TypedDict):
    """Where a value stands; box is [left, top, right, bottom] in points or null."""

    source: str
    quote: str
    page: int | None
    box: list[float] | None


class Answer(TypedDict):
    """One line of `facteur read --json`; absent values are null."""

    file: str
    kind: str | None
    biller: str | None
    amount: str | None
    currency: str | None
    due_date: str | None
    issue_date: str | None
    invoice_number: str | None
    customer_number: str | None
    period: dict[str, str] | None
    iban: str | None
    reference: str | None
    means: str | None
    confidence: dict[str, float]
    evidence: dict[str, Proof]
    lines: list[LineRow]
    warnings: list[str]
    seconds: float
    error: str | None


PUBLIC = {
    "biller": "biller",
    "amount": "amount",
    "due_on": "due_date",
    "issued_on": "issue_date",
    "number": "invoice_number",
    "customer_number": "customer_number",
    "period": "period",
    "payee_iban": "iban",
    "reference": "reference",
    "means": "means",
}
"""A Reading's field and its name on the command line."""


def failed(name: str, problem: Problem, lang: Lang) -> Answer:
    """The answer for a file that could not be read: its `error` is the code, then the sentence."""
    answer = empty(name)
    answer["error"] = f"{problem.code}: {problem.told(lang)}"
    return answer


def why_unread(answer: Answer) -> str:
    """The sentence for a person; "" for a file that was read. The code before it is for scripts."""
    return (answer["error"] or "").partition(": ")[2]


def empty(name: str) -> Answer:
    """An answer that says nothing of the file `name`."""
    return {
        "file": name, "kind": None, "biller": None, "amount": None, "currency": None, "due_date": None,
        "issue_date": None, "invoice_number": None, "customer_number": None, "period": None, "iban": None,
        "reference": None, "means": None, "confidence": {}, "evidence": {}, "lines": [], "warnings": [],
        "seconds": 0.0, "error": None,
    }  # fmt: skip


def shown(value: str | date | Money | Period | Means) -> str | dict[str, str]:
    """A field's value as JSON shows it."""
    if isinstance(value, Period):
        return {"from": value.first.isoformat(), "to": value.last.isoformat()}
    return value.isoformat() if isinstance(value, date) else str(value)


def proof(found: Found[object]) -> Proof:
    """The proof of one field as JSON shows it."""
    box = found.box
    return {
        "source": found.source,
        "quote": found.quote,
        "page": found.page,
        "box": [box.x0, box.top, box.x1, box.bottom] if box else None,
    }


def confidences(reading: Reading) -> dict[str, float]:
    """Field name (a Reading's own) to confidence, for the fields that were found or are surely not there."""
    pairs = ((name, getattr(reading, name)) for name in FIELD_NAMES)
    absent = {none.value: none.confidence for none in reading.absent}
    return absent | {name: found.confidence for name, found in pairs if found is not None}
