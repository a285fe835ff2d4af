"""The questions that are asked of a document, each with its candidates described."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from extract.addressee import addressees, is_addressee
from extract.amount_due import Candidate
from extract.billers import key_of
from extract.date_candidates import DateCandidate
from extract.looked import Looked
from extract.ranker import amounts, codes, days, name_pieces, names
from extract.ranker.amounts import Described
from extract.ranker.codes import Code
from extract.ranker.context import Context
from extract.ranker.forest import Numbers
from extract.ranker.grams import Buckets, buckets_of
from extract.ranker.name_pieces import Piece
from extract.ranker.place import Places
from extract.ranker.subjects import subject_buckets
from extract.ranker.terms import terms_of
from extract.squash import squash

QUESTIONS = ("amount", "due_on", "issued_on", "biller", "number", "customer")
CODES = ("number", "customer")
"""Those whose candidates are codes: the bill's number and the customer's."""

_SAID = 3
"""The weight of a word's subject beside a letter group's."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Candidates of one kind: their figures, the letter groups around them, what they would answer."""

    candidates: Sequence[Candidate] | Sequence[DateCandidate] | Sequence[Piece] | Sequence[Code]
    numbers: Numbers
    buckets: tuple[Buckets, ...]
    keys: tuple[Hashable, ...]
    """Candidates with one key give one answer: an amount without sign, a day, a name's key."""


@dataclass(frozen=True, slots=True)
class Asking:
    """All candidates of a document."""

    amounts: Asked
    dates: Asked
    dues: Asked
    names: Asked
    codes: Asked

    def of(self, question: str) -> Asked:
        """The candidates for one of QUESTIONS."""
        if question == "amount":
            return self.amounts
        if question == "biller":
            return self.names
        if question in CODES:
            return self.codes
        return self.dues if question == "due_on" else self.dates


def asking(looked: Looked, issued: date | None) -> Asking:
    """Everything the model looks at in one document; due dates are counted from `issued`."""
    return Asking(
        amounts_asked(looked),
        dates_asked(looked),
        dues_asked(looked, issued),
        names_asked(looked),
        codes_asked(looked),
    )


def amounts_asked(looked: Looked) -> Asked:
    """Every amount of the document."""
    money = looked.amounts[: amounts.MOST_CANDIDATES]
    seen = amounts.described(looked.sheet, money, Places(looked.sheet))
    return _asked(money, seen, tuple(abs(c.seen.value) for c in money), [""] * len(money))


def dates_asked(looked: Looked) -> Asked:
    """Every printed date."""
    return _days(looked, looked.dates[: days.MOST_CANDIDATES])


def dues_asked(looked: Looked, issued: date | None) -> Asked:
    """Every printed date, and every one that terms count from the day of issue."""
    return _days(looked, (*looked.dates[: days.MOST_CANDIDATES], *terms_of(looked, issued)))


def _days(looked: Looked, dates: Sequence[DateCandidate]) -> Asked:
    printed = looked.dates[: days.MOST_CANDIDATES]
    seen = days.described(looked.sheet, dates, printed, Places(looked.sheet))
    return _asked(dates, seen, tuple(c.value for c in dates), [""] * len(dates))


def names_asked(looked: Looked) -> Asked:
    """Every piece of text that may be a name, but those of whom the letter addresses."""
    theirs = addressees(looked.sheet)
    pieces = [p for p in name_pieces.pieces_of(looked.sheet) if not is_addressee(p.text, theirs)]
    seen = names.described(looked.sheet, pieces, Places(looked.sheet))
    return _asked(pieces, seen, tuple(key_of(p.text) for p in pieces), [p.text for p in pieces])


def codes_asked(looked: Looked) -> Asked:
    """Every code that may be a number of the bill or of the customer."""
    found = codes.codes_of(looked)
    seen = codes.described(looked, found, Places(looked.sheet))
    return _asked(found, seen, tuple(codes.code_key(c.text) for c in found), [""] * len(found))


def _asked(
    candidates: Sequence[Candidate] | Sequence[DateCandidate] | Sequence[Piece] | Sequence[Code],
    seen: Described,
    keys: tuple[Hashable, ...],
    own: Sequence[str],
) -> Asked:
    from_texts = tuple(
        _around(text, context) for text, context in zip(own, seen.contexts, strict=True)
    )
    return Asked(candidates, seen.numbers, from_texts, keys)


def _around(own: str, context: Context) -> Buckets:
    """Letter groups of the texts, and what their words say, which counts _SAID times as much."""
    letters = buckets_of((squash(own), *context.places()))
    return np.concatenate([letters, np.repeat(subject_buckets((own, *context.words())), _SAID)])
