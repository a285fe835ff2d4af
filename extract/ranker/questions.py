"""The questions that are asked of a document, each with its candidates described."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from extract.amount_due import Candidate
from extract.billers import key_of
from extract.date_candidates import DateCandidate
from extract.looked import Looked
from extract.ranker import amounts, days, name_pieces, names
from extract.ranker.amounts import Described
from extract.ranker.forest import Numbers
from extract.ranker.grams import Buckets, buckets_of
from extract.ranker.name_pieces import Piece
from extract.ranker.place import Places
from extract.squash import squash

QUESTIONS = ("amount", "due_on", "issued_on", "biller")


@dataclass(frozen=True, slots=True)
class Asked:
    """Candidates of one kind: their figures, the letter groups around them, what they would answer."""

    candidates: Sequence[Candidate] | Sequence[DateCandidate] | Sequence[Piece]
    numbers: Numbers
    buckets: tuple[Buckets, ...]
    keys: tuple[Hashable, ...]
    """Candidates with one key give one answer: an amount without sign, a day, a name's key."""


@dataclass(frozen=True, slots=True)
class Asking:
    """All candidates of a document."""

    amounts: Asked
    dates: Asked
    names: Asked

    def of(self, question: str) -> Asked:
        """The candidates for one of QUESTIONS."""
        if question == "amount":
            return self.amounts
        return self.names if question == "biller" else self.dates


def asking(looked: Looked) -> Asking:
    """Everything the model looks at in one document."""
    places = Places(looked.sheet)
    money = looked.amounts[: amounts.MOST_CANDIDATES]
    dates = looked.dates[: days.MOST_CANDIDATES]
    pieces = name_pieces.pieces_of(looked.sheet)
    return Asking(
        _asked(
            money,
            amounts.described(looked.sheet, money, places),
            tuple(abs(c.seen.value) for c in money),
            tuple("" for _ in money),
        ),
        _asked(
            dates,
            days.described(looked.sheet, dates, places),
            tuple(c.value for c in dates),
            tuple("" for _ in dates),
        ),
        _asked(
            pieces,
            names.described(looked.sheet, pieces, places),
            tuple(key_of(p.text) for p in pieces),
            tuple(p.text for p in pieces),
        ),
    )


def _asked(
    candidates: Sequence[Candidate] | Sequence[DateCandidate] | Sequence[Piece],
    seen: Described,
    keys: tuple[Hashable, ...],
    own: Sequence[str],
) -> Asked:
    from_texts = tuple(
        buckets_of((squash(text), *context.places()))
        for text, context in zip(own, seen.contexts, strict=True)
    )
    return Asked(candidates, seen.numbers, from_texts, keys)
