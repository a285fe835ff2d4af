"""Is what the e-invoice says printed on the page too? A person pays by the page.

In the public e-invoice corpus one PDF of ten prints another amount, date, number or seller than its
XML holds. A field disagrees when its value stands on the pages in no notation, or when the page's own
label gives another with much confidence. What a page does not tell at all is no disagreement.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from typing import TypeVar

from extract.agree import agree, name_words, same_company, shown
from extract.amounts import amounts_in, currencies_in
from extract.dates import dates_in
from extract.squash import squash
from extract.terms import terms_in
from models.iban import is_iban
from models.money import Money
from models.reading import Found, Reading

T = TypeVar("T")

CLASH = "xml_page_disagree"
_LEAST_TEXT = 60
"""Characters of pages that tell enough to be compared with."""
_DOUBTED = 0.6
_LABELLED_AMOUNT, _LABELLED_DATE, _HEARD = 0.85, 0.95, 0.5
"""Confidence from which the page's label contradicts an amount or date that is printed as well.
With these, none of 71 e-invoices was flagged in vain; due dates of discounts reach 0.85."""
_LEAST_PART = 4
_MOST_IBANS = 30
_GAP = "[ .,'’\u00a0\u202f]?"
_IBAN_SHAPE = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}")


def compared(merged: Reading, readings: Sequence[Reading], text: str) -> Reading:
    """`merged` with a warning "xml_page_disagree:FIELD" and a lower confidence for each field of the
    embedded e-invoice among `readings` that its pages, which print `text`, contradict.
    """
    xml = next((one for one in readings if one.reader == "facturx"), None)
    if xml is None or len(text.strip()) < _LEAST_TEXT:
        return merged
    page = next((one for one in readings if one.reader == "pdf_text"), Reading(reader="none"))
    for name in _Compare(xml, page, text).disagree():
        warning, found = f"{CLASH}:{name}", getattr(merged, name)
        if warning not in merged.warnings and found is not None:
            doubted = replace(found, confidence=min(found.confidence, _DOUBTED))
            merged = replace(merged, **{name: doubted}, warnings=(*merged.warnings, warning))
    return merged


class _Compare:
    """An e-invoice's reading beside what its pages print."""

    def __init__(self, xml: Reading, page: Reading, text: str) -> None:
        self._xml, self._page, self._text = xml, page, text

    def disagree(self) -> Iterator[str]:
        """The names of the fields that the pages contradict."""
        checks = {
            "biller": self._biller,
            "amount": self._amount,
            "due_on": self._due,
            "issued_on": self._issued,
            "number": self._number,
            "payee_iban": self._iban,
        }
        yield from (name for name, disagrees in checks.items() if disagrees())

    def _amount(self) -> bool:
        """Nothing due need not be printed; figures alone may be of another currency."""
        said, other = self._xml.amount, self._page.amount
        if said is None or said.value.minor == 0 or not amounts_in(self._text):
            return False
        named = set(currencies_in(self._text))
        if (named and said.value.currency not in named) or not is_printed(said.value, self._text):
            return True
        return _contradicts(said, other, _LABELLED_AMOUNT)

    def _issued(self) -> bool:
        said, other = self._xml.issued_on, self._page.issued_on
        if said is None or not dates_in(self._text):
            return False
        unprinted = not is_day_printed(said.value, self._text)
        return unprinted or _contradicts(said, other, _LABELLED_DATE)

    def _due(self) -> bool:
        """A due date may stand on the page as terms of so many days, or not at all."""
        said, other = self._xml.due_on, self._page.due_on
        if said is None:
            return False
        if is_day_printed(said.value, self._text):
            return _contradicts(said, other, _LABELLED_DATE)
        return _contradicts(said, other, _HEARD) or self._other_terms(said.value)

    def _other_terms(self, due: date) -> bool:
        """True when the page names days to pay in that end on another day."""
        issued, terms = self._xml.issued_on, terms_in(self._text.splitlines())
        if issued is None or terms is None:
            return False
        last = terms.due(issued.value)
        return abs(last - due) > timedelta(days=1)

    def _number(self) -> bool:
        said = self._xml.number
        return said is not None and not is_number_printed(said.value, self._text)

    def _iban(self) -> bool:
        """Only another account on the page contradicts: many bills print none."""
        said, other = self._xml.payee_iban, self._page.payee_iban
        if said is None or shown(said.value, self._text) or not is_iban(said.value):
            return False
        if other is not None and other.confidence >= _HEARD:
            return not agree(said.value, other.value)
        return any(is_iban(match) for match in _ibans(self._text))

    def _biller(self) -> bool:
        """A seller whose account or tax number is printed is the page's, whatever its logo says."""
        said, other = self._xml.biller, self._page.biller
        if said is None or is_name_printed(said.value, self._text):
            return False
        proofs = (self._xml.biller_id, self._xml.payee_iban)
        if any(proof is not None and shown(proof.value, self._text) for proof in proofs):
            return False
        return other is None or not same_company(said.value, other.value)


def _contradicts(said: Found[T], other: Found[T] | None, least: float) -> bool:
    return other is not None and other.confidence >= least and not agree(said.value, other.value)


def is_printed(money: Money, text: str) -> bool:
    """True when the amount stands in the text in any notation, whole amounts also without cents."""
    if shown(money, text):
        return True
    value = abs(money.decimal)
    if value != int(value):
        return False
    grouped = _GAP.join(f"{int(value):,}".split(","))
    return bool(re.search(rf"(?<![\d.,]){grouped}(?![.,]?\d)", text))


def is_day_printed(day: date, text: str) -> bool:
    """True when the day stands in the text in any notation, also as eight digits in a row."""
    return shown(day, text) or any(
        re.search(rf"(?<!\d){day:{form}}(?!\d)", text) for form in ("%Y%m%d", "%d%m%Y")
    )


def is_number_printed(number: str, text: str) -> bool:
    """True when the number is printed whole, or every part of it of four and more characters is.

    Insurers add the year and a count to the contract's number: 00.123.456.7-2014-1.
    """
    if shown(number, text):
        return True
    first, *others = [
        part for part in re.split(r"[-/_ ]+", number) if len(part) >= _LEAST_PART
    ] or [""]
    words = squash(text)
    whole = rf"(?<!\w){re.escape(first.casefold())}(?!\w|[-/_]\w)"
    return first not in {"", number} and bool(
        re.search(whole, text.casefold()) and all(squash(part) in words for part in others)
    )


def is_name_printed(name: str, text: str) -> bool:
    """True when most of a name's words are printed, legal forms aside."""
    words = name_words(name)
    printed = {word for line in text.splitlines() for word in name_words(line)}
    return shown(name, text) or sum(word in printed for word in words) * 2 > len(words)


def _ibans(text: str) -> Iterator[str]:
    for match in islice(_IBAN_SHAPE.finditer(text), _MOST_IBANS):
        compact = match.group().replace(" ", "")
        yield from (compact[:length] for length in range(15, min(len(compact), 34) + 1))
