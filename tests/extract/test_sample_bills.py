"""The sample bills: what the reader of PDF text reaches, by field, averaged over families."""

import json
import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from statistics import fmean

import pytest

from extract.billers import key_of
from extract.pdf_words import pages_of
from extract.reader import Source
from extract.readers.pdf_text import PdfText
from models.document import Document, Form
from models.reading import Reading

BILLS = Path(__file__).parents[2] / "samples" / "bills"
E_INVOICE = "ei-"
"""These are read from their XML, which has its own tests."""
SURE = 0.9
FLOORS = {
    "biller": 0.97,
    "amount": 0.98,
    "currency": 0.99,
    "due_date": 0.95,
    "issue_date": 0.97,
    "invoice_number": 0.95,
    "iban": 0.95,
    "customer_number": 0.85,
}
"""Measured on the samples, rounded down to a whole percent. The keyword rules alone, written with these
very samples at hand, have 0.98 and more; in layouts nobody had seen the due date is right in 94 % with
the learned reader beside them, in 73 % without."""
SIGNS = {
    "to_be_debited": {"direct_debit"},
    "credit_note": {"credit_note"},
    "reminder": {"reminder"},
    "receipt": {"receipt", "already_paid"},
    "schedule": {"schedule"},
    "on_portal": {"portal_notice"},
}

Truth = dict[str, object]


@cache
def everything() -> tuple[tuple[Truth, Reading], ...]:
    """Every sample's expected answer and what was read."""
    pairs = []
    for path in sorted(BILLS.glob("*.json")):
        if path.stem.startswith(E_INVOICE) or not path.with_suffix(".pdf").exists():
            continue
        data = path.with_suffix(".pdf").read_bytes()
        source = Source(Document(Form.PDF, path.name, data), pages_of(data))
        reading = PdfText().read(source)
        pairs.append((json.loads(path.read_text(encoding="utf-8")), reading or Reading("pdf_text")))
    return tuple(pairs)


def answered(reading: Reading, field: str) -> tuple[str | None, float]:
    """What the reading says of a field of the samples, and how sure it is."""
    if field in {"amount", "currency"}:
        money = reading.amount
        if money is None:
            return None, 0.0
        return str(money.value if field == "amount" else money.value.currency), money.confidence
    name = {"due_date": "due_on", "issue_date": "issued_on", "invoice_number": "number",
            "iban": "payee_iban"}.get(field, field)  # fmt: skip
    found = getattr(reading, name)
    return (str(found.value), found.confidence) if found else (None, 0.0)


def is_right(field: str, truth: object, answer: str | None) -> bool:
    """Names by key, numbers and accounts without spaces and signs, the rest exactly."""
    if truth is None or answer is None:
        return truth is None and answer is None
    if field == "biller":
        names = truth if isinstance(truth, list) else [truth]
        return any(
            key_of(str(n)) in key_of(answer) or key_of(answer) in key_of(str(n)) for n in names
        )
    if field in {"amount", "currency"} or field.endswith("date"):
        return str(truth) == answer
    return re.sub(r"\W", "", str(truth)) == re.sub(r"\W", "", answer)


@pytest.mark.parametrize("field", FLOORS)
def test_the_share_of_right_answers_does_not_fall(field: str) -> None:
    families: dict[str, list[bool]] = defaultdict(list)
    for truth, reading in everything():
        if field == "currency" and truth["amount"] is None:
            continue
        if truth.get(field) is not None:
            right = is_right(field, truth[field], answered(reading, field)[0])
            families[str(truth["family"])].append(right)
    assert fmean(fmean(rights) for rights in families.values()) >= FLOORS[field]


@pytest.mark.parametrize(
    "field", ["biller", "amount", "due_date", "issue_date", "invoice_number", "iban"]
)
def test_what_is_called_sure_is_right(field: str) -> None:
    sure = []
    for truth, reading in everything():
        answer, confidence = answered(reading, field)
        if confidence >= SURE and field in truth:
            sure.append(is_right(field, truth[field], answer))
    assert len(sure) > 20
    assert fmean(sure) >= 0.97


def test_no_due_date_is_invented() -> None:
    invented = [t["file"] for t, r in everything() if t["due_date"] is None and r.due_on]
    assert len(invented) <= 1, invented


@pytest.mark.parametrize("kind", SIGNS)
def test_each_kind_shows_its_sign(kind: str) -> None:
    signs = [{s.value for s in r.signs} for t, r in everything() if t["kind"] == kind]
    least = 0.8 if kind == "schedule" else 0.9  # of a schedule only where its rows were read
    assert fmean(bool(found & SIGNS[kind]) for found in signs) >= least


def test_a_bill_to_pay_shows_no_sign_against_paying() -> None:
    against = {"already_paid", "receipt", "credit_note", "direct_debit", "portal_notice"}
    signs = [{s.value for s in r.signs} & against for t, r in everything() if t["kind"] == "to_pay"]
    assert fmean(not found for found in signs) >= 0.97
