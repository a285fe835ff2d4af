"""Judges the days of a document: of issue, and when it is due or that it is not."""

from datetime import date
from functools import cached_property

from extract.date_candidates import DateCandidate
from extract.dates import DayOrder, order_of
from extract.ranker.clues import Proposal, Said
from extract.ranker.kinds import KINDS, by_act
from extract.ranker.model import Ranked
from extract.ranker.returned import is_returned
from extract.ranker.said import said_of
from extract.ranker.support import (
    is_applied_for,
    is_discounted,
    is_of_another,
    is_of_debit_beside,
    is_of_its_bill,
)
from extract.ranker.sureness import SURE
from extract.ranker.terms import TermCandidate
from extract.ranker.weigher import PARTED, Weigher
from models.reading import Found

_AGREED = 0.3
"""How much likelier than the date "none" must be where rules and model name the same date."""
_DATED = 0.8
"""A due date that the rules are so sure of is not called absent by the model."""
_BILL = KINDS.index("to_pay")
_REMINDER = KINDS.index("reminder")
_MAYBE = 0.1
"""The chance of a reminder from which a bill that it names may be the one it reminds of."""
_PAID = frozenset(("receipt", "already_paid"))


class DayJudge(Weigher):
    """Weighs the days that rules and model name."""

    def issued(self, rule: Found[date] | None) -> Found[date] | None:
        """The day of issue. To be asked before the due date."""
        self._issued = self._day("issued_on", rule)
        self._ranked.pop("due_on", None)
        return self._issued

    def due(self, rule: Found[date] | None) -> tuple[Found[date] | None, float]:
        """The due date, or None; and how sure it is that there is none (0 when there is one)."""
        said = self._trusted(said_of(rule))
        none = self._model.sureness["no_due"].chance(self.none_clues(said))
        best = self._best("due_on", said)
        if best is not None and self._is_only_issued(best[0], said):
            best = None
        if best is None or best[1] < max(none if best[0].key != said.key else none - _AGREED, 0.0):
            if rule is not None and said.confidence >= _DATED:
                return self._renewed(rule, PARTED), 0.0
            return None, self._model.sureness["no_due"].confidence(none, self.paper.group)
        return self._day("due_on", rule), 0.0

    def _is_only_issued(self, proposal: Proposal, said: Said) -> bool:
        """True for the day of issue itself, where no label and no term makes it a due date, on a paper that
        does not ask for money.
        """
        reads_as_bill = by_act(self.paper.kinds).argmax() == _BILL
        if reads_as_bill and not _PAID & self._looked.signs.keys():
            return False
        if self._issued is None or proposal.key != self._issued.value or said.key == proposal.key:
            return False
        candidate = self._candidate("due_on", proposal)
        if not isinstance(candidate, DateCandidate) or isinstance(candidate, TermCandidate):
            return False
        return candidate.due <= 0

    def _day(self, question: str, rule: Found[date] | None) -> Found[date] | None:
        best = self._best(question, self._trusted(said_of(rule)))
        if best is None:
            return None
        proposal, chance = best
        candidate = self._candidate(question, proposal)
        confidence = self._model.sureness[question].confidence(chance, self.paper.group)
        confidence = min(confidence, self._most(question, proposal))
        if rule is not None and self._kept(rule, same=rule.value == proposal.key):
            return self._renewed(rule, PARTED)
        if rule is not None and rule.value == proposal.key:
            return self._renewed(rule, confidence)
        if not isinstance(candidate, DateCandidate):
            return None
        quote = candidate.quote if candidate.label else self._line(candidate)
        return self._found(candidate.value, quote, confidence, candidate)

    def may_be_sure(self, question: str, proposal: Proposal) -> bool:
        """False for a day that is never sure however likely it is."""
        return self._most(question, proposal) >= SURE

    def _most(self, question: str, proposal: Proposal) -> float:
        """How sure a day may be at most. Never sure: figures to be read in either order, another paper's
        day of issue (on a reminder its bill's), a due date of which `_may_be_due` doubts. A counted one is
        no surer than the day it is counted from.
        """
        if proposal.at is None:
            return 1.0
        ranked = self.ranked(question)[proposal.at]
        if self._is_in_either_order(question, proposal.at):
            return PARTED
        if question != "due_on":
            other = is_of_another(ranked) or (self._reminds and is_of_its_bill(ranked))
            return PARTED if other else 1.0
        if not self._may_be_due(ranked):
            return PARTED
        if self._issued is None:
            return 1.0
        places = self._places(question, proposal.at)
        if any(self._is_printed(place) for place in places):
            return 1.0
        counted = any(isinstance(place, TermCandidate) for place in places)
        return self._issued.confidence if counted else PARTED

    def _may_be_due(self, ranked: Ranked) -> bool:
        """Not the last day of a discount or of an application, nor a debit's beside another day to pay by,
        nor a day beside a debit that came back.
        """
        doubts = is_discounted, is_applied_for, is_of_debit_beside
        return not (any(doubt(ranked) for doubt in doubts) or self._is_returned)

    @property
    def _reminds(self) -> bool:
        return bool(self.paper.kinds[_REMINDER] >= _MAYBE)

    @cached_property
    def _is_returned(self) -> bool:
        return is_returned(self._looked)

    def _is_printed(self, place: object) -> bool:
        """Whether a printed day may be due for what stands there."""
        if not isinstance(place, DateCandidate) or isinstance(place, TermCandidate):
            return False
        return place.due > 0 or self._issued is None or place.value != self._issued.value

    def _is_in_either_order(self, question: str, at: int) -> bool:
        """Whether every place that gives this day gives another one too, as nothing tells the order."""
        if order_of(self._looked.lines) is not DayOrder.OPEN:
            return False
        places = [p for p in self._places(question, at) if isinstance(p, DateCandidate)]
        printed = [p for p in places if not isinstance(p, TermCandidate)]
        return bool(printed) and all(p.seen.swapped for p in printed)

    def _places(self, question: str, at: int) -> list[object]:
        """Every place of the page that gives this answer."""
        one = self.ranked(question)[at]
        key = one.asked.keys[one.index]
        pairs = zip(one.asked.candidates, one.asked.keys, strict=True)
        return [place for place, other in pairs if other == key]
