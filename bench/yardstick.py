"""The yardstick: pdfplumber's plain text, what it holds of the truth, and the largest number in it."""

import re
from decimal import Decimal
from pathlib import Path

import pdfplumber

from bench.items import Item
from bench.marks import is_right
from bench.measure import Answer, Measured
from extract.agree import shown
from extract.dates import dates_in
from models.money import Money

_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:[ .,'’]?\d{3}){0,3}[.,]\d{2}(?![\d.,])")
PRESENT = ("biller", "amount", "due_date", "issue_date", "invoice_number", "iban")


def plain_text(path: Path) -> Answer:
    """pdfplumber's text of all pages with its defaults, and the largest number in it."""
    with pdfplumber.open(path) as pdf:
        text = "\n".join(page.extract_text() or "" for page in pdf.pages)
    return {"text": text, "amount": _largest(text)}


def _largest(text: str) -> str | None:
    numbers = [_decimal(hit.group()) for hit in _NUMBER.finditer(text)]
    return str(max(numbers)) if numbers else None


def _decimal(text: str) -> Decimal:
    return Decimal(re.sub(r"\D", "", text[:-3]) + "." + text[-2:])


def holds(item: Item, got: Measured, name: str) -> bool | None:
    """Whether the text holds the true value of a field at all; None when there is no truth."""
    truth, text = item.truth.get(name), str(got.answer.get("text", ""))
    if truth is None:
        return None
    accepted = truth if isinstance(truth, list) else [truth]
    return any(_holds(name, str(one), text) for one in accepted)


def _holds(name: str, truth: str, text: str) -> bool:
    if name == "amount":
        return shown(Money.of(truth, "EUR"), text)
    if name in ("due_date", "issue_date"):
        return any(truth in (str(seen.value), str(seen.swapped)) for seen in dates_in(text))
    return shown(truth, text)


def largest_is_right(item: Item, got: Measured) -> bool | None:
    """Whether the largest number is what is due; None when there is no truth."""
    truth = item.truth.get("amount")
    return None if truth is None else is_right("amount", truth, got.answer.get("amount"))
