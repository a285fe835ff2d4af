"""Ranks the answers to each question about one document, and gives each its clues and its chance."""

from datetime import date
from functools import cached_property
from typing import TypeVar

import numpy as np

from extract.amount_due import Candidate
from extract.date_candidates import DateCandidate
from extract.looked import Looked
from extract.ranker.clues import Paper, Proposal, Said, Seen, none_clues, proposals_of
from extract.ranker.codes import Code
from extract.ranker.model import Model, Ranked
from extract.ranker.name_pieces import Piece
from extract.ranker.questions import (
    CODES,
    Asked,
    amounts_asked,
    codes_asked,
    dates_asked,
    dues_asked,
    names_asked,
)
from extract.ranker.support import is_discounted, is_listed, score_of, support_of
from extract.sheet import quoted
from extract.terms import terms_in
from models.reading import Found

T = TypeVar("T")
_ASKED = {"amount": amounts_asked, "issued_on": dates_asked, "biller": names_asked}
_DAYS = frozenset(("issued_on", "due_on"))
_LABELLED = 0.9
PARTED = 0.6
"""The confidence where rules and model name different answers."""
LEAST_CHANCE = 0.15
"""An answer less likely than this is none."""


class Weigher:
    """What may be said of one document, question by question, by one model."""

    def __init__(self, looked: Looked, learned: Model) -> None:
        self._looked, self._model = looked, learned
        self._ranked: dict[str, tuple[Ranked, ...]] = {}
        self._issued: Found[date] | None = None
        self._ocr = looked.source != "pdf_text"

    @cached_property
    def paper(self) -> Paper:
        """What kind of paper it is."""
        return Paper(self._ocr, self._model.kinds.of(self._looked))

    def ranked(self, question: str) -> tuple[Ranked, ...]:
        """The answers to one question, the likeliest first. Due dates are counted from the day of issue
        that `issued` answered last.
        """
        if question not in self._ranked:
            self._ranked[question] = self._model.ranked(question, self._asked(question))
        return self._ranked[question]

    def _asked(self, question: str) -> Asked:
        """The candidates for one question, described."""
        if question == "due_on":
            return dues_asked(self._looked, self._issued.value if self._issued else None)
        return self._coded if question in CODES else _ASKED[question](self._looked)

    @cached_property
    def _coded(self) -> Asked:
        return codes_asked(self._looked)

    def proposals(self, question: str, said: Said) -> list[Proposal]:
        """The answers that come into question, each with its clues."""
        ranked = self.ranked(question)
        support = [support_of(question, one) for one in ranked[:10]] + [0.0] * len(ranked)
        scores = [score_of(question, one) for one in ranked]
        return proposals_of(Seen(ranked, said, support, scores, self.paper))

    def none_clues(self, said: Said) -> tuple[float, ...]:
        """The clues for "no due date"."""
        terms = terms_in(self._looked.lines) is not None
        signs = tuple(self._looked.signs)
        return none_clues(self.ranked("due_on"), said, signs, self.paper, terms=terms)

    def _best(self, question: str, said: Said) -> tuple[Proposal, float] | None:
        sureness = self._model.sureness[question]
        proposed = self.proposals(question, said)
        if not proposed:
            return None
        chances = sureness.chances(np.array([proposal.clues for proposal in proposed]))
        weighed = list(zip(proposed, map(float, chances), strict=True))
        likely = sorted((w for w in weighed if w[1] >= LEAST_CHANCE), key=lambda pair: -pair[1])
        if question in _DAYS:
            likely.sort(key=lambda pair: self._stands_back(question, pair[0]))
        return likely[0] if likely else None

    def _stands_back(self, question: str, proposal: Proposal) -> bool:
        """A date of a table's column is the bill's own only where nothing else may be; nor is the last day
        of a discount the due date beside another.
        """
        if proposal.at is None:
            return False
        ranked = self.ranked(question)[proposal.at]
        return is_listed(ranked) or (question == "due_on" and is_discounted(ranked))

    def _candidate(self, question: str, proposal: Proposal) -> object:
        if proposal.at is None:
            return None
        ranked = self.ranked(question)[proposal.at]
        return ranked.asked.candidates[ranked.index]

    def _trusted(self, said: Said) -> Said:
        """As sure as the rules were before their source's trust was taken off: OCR is a clue of its own."""
        return Said(said.key, said.confidence / self._looked.trust)

    def _kept(self, rule: Found[T], *, same: bool) -> bool:
        """True where a sure label on a page of text stands against the model: it stays, no longer sure.

        Chosen after the model turned right amounts of the visual ZUGFeRD set into wrong ones.
        """
        return not (same or self._ocr) and rule.confidence >= _LABELLED

    def _line(self, candidate: Candidate | DateCandidate) -> str:
        return quoted(self._looked.lines[candidate.cell.row])

    def _renewed(self, rule: Found[T], confidence: float) -> Found[T]:
        return Found(rule.value, rule.source, rule.quote, confidence, rule.page, rule.box)

    def _found(
        self, value: T, quote: str, confidence: float, at: Candidate | DateCandidate | Piece | Code
    ) -> Found[T]:
        box = at.cell.box_of(at.start, at.end) if isinstance(at, Piece) else at.box
        source = self._looked.source
        return Found(value, source, quoted(quote), confidence, at.cell.page, box)
