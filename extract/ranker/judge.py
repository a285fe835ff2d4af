"""The learned reader and the keyword rules sit in judgement: one answer, and how sure it is."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TypeVar

from extract.amount_due import Candidate
from extract.billers import key_of
from extract.date_candidates import DateCandidate
from extract.ranker.beside import as_taken, is_rest
from extract.ranker.clues import Proposal, Said, kind_clues
from extract.ranker.codes import Code
from extract.ranker.kinds import KINDS, by_act, likeliest
from extract.ranker.name_pieces import Piece
from extract.ranker.said import said_of, said_of_amount, said_of_code, said_of_name
from extract.ranker.sureness import GROUPS
from extract.ranker.terms import TermCandidate
from extract.ranker.two_lines import whole_name
from extract.ranker.weigher import Weigher
from extract.rule_of_amount import money_of
from extract.sheet import quoted
from models.money import Money
from models.reading import Found

T = TypeVar("T")

_LABELLED, _PARTED = 0.9, 0.6
_AGREED = 0.3
"""How much likelier than the date "none" must be where rules and model name the same date."""
_DATED = 0.8
"""A due date that the rules are so sure of is not called absent by the model."""
_BILL = KINDS.index("to_pay")
_PAID = frozenset(("receipt", "already_paid"))
_LEAST_CODE = 0.6
"""A number less likely than this is not told: many bills have none."""
_LEAST_OTHER = 0.5
"""A letter tells of amounts too: where the paper reads as no bill, one must be likelier than not."""


class Judge(Weigher):
    """Weighs every answer of one document. The rules' answers go in, the better ones come out."""

    def amount(self, rule: Found[Money] | None) -> Found[Money] | None:
        """The amount due."""
        if rule is not None and self._reads_as("receipt"):
            rule = replace(rule, value=as_taken(rule.value, self._looked))
        best = self._best("amount", self._trusted(said_of_amount(rule)))
        if best is None or (best[1] < _LEAST_OTHER and self._is_other):
            return self._renewed(rule, _PARTED) if rule and self._kept(rule, same=False) else None
        proposal, chance = best
        confidence = self._model.sureness["amount"].confidence(chance, self.paper.group)
        same = rule is not None and abs(rule.value.decimal) == proposal.key
        if rule is not None and (self._kept(rule, same=same) or self._rest(rule, proposal.key)):
            return self._renewed(rule, _PARTED)
        if rule is not None and same:
            return self._renewed(rule, confidence)
        candidate = self._candidate("amount", proposal)
        if not isinstance(candidate, Candidate):
            return None
        money, certain = money_of(candidate, self._looked)
        if self._reads_as("receipt"):
            money = as_taken(money, self._looked)
        quote = candidate.quote if candidate.label else self._line(candidate)
        worth = confidence if certain else min(confidence, 0.6)
        return self._found(money, quote, worth, candidate)

    @property
    def _is_other(self) -> bool:
        return GROUPS[self.paper.group] == "other"

    def _reads_as(self, kind: str) -> bool:
        return KINDS[likeliest(self.paper.kinds)] == kind

    def _rest(self, rule: Found[Money], whole: object) -> bool:
        return isinstance(whole, Decimal) and is_rest(rule.value.decimal, whole, self._looked)

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
                return self._renewed(rule, _PARTED), 0.0
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

    def biller(self, rule: Found[str] | None) -> Found[str] | None:
        """Who sends the bill."""
        best = self._best("biller", self._trusted(said_of_name(rule)))
        if best is None:
            return None
        proposal, chance = best
        confidence = self._model.sureness["biller"].confidence(chance, self.paper.group)
        if rule is not None and self._kept(rule, same=key_of(rule.value) == proposal.key):
            return self._renewed(rule, _PARTED)
        piece = self._candidate("biller", proposal)
        whole = whole_name(self.ranked("biller"), piece) if isinstance(piece, Piece) else piece
        if whole is not piece and not self._ocr:
            piece, confidence = whole, min(confidence, _PARTED)
        elif rule is not None and key_of(rule.value) == proposal.key:
            return self._renewed(rule, confidence)
        if not isinstance(piece, Piece):
            return None
        name = piece.text.capitalize() if piece.how == "domain" else piece.text
        return self._found(name, piece.cell.text, confidence, piece)

    def code(self, question: str, rule: Found[str] | None) -> Found[str] | None:
        """The bill's number or the customer's (a question of CODES): what a label of the rules names
        stands, sure where the learned reader agrees. Where no label speaks, only a customer's number is
        taken from the learned reader, never sure: drawn bills hold fewer other numbers (orders, deliveries,
        standards) than real ones. With the learned answer first, 52 % of the visual ZUGFeRD set's numbers
        were right, with the rules first 98 %.
        """
        said = self._trusted(said_of_code(rule))
        best = self._best(question, said)
        if best is not None and rule is not None and best[0].key == said.key:
            confidence = self._model.sureness[question].confidence(best[1], self.paper.group)
            return self._renewed(rule, min(confidence, said.confidence))
        if rule is not None:
            return self._renewed(rule, _PARTED)
        if best is None or best[1] < _LEAST_CODE or question != "customer":
            return None
        code = self._candidate(question, best[0])
        if not isinstance(code, Code):
            return None
        return self._found(code.text, code.quote, min(best[1], _PARTED), code)

    def kind(self) -> Found[str]:
        """What kind of paper its words make it (one of KINDS), the row that says so most, and how sure
        what it asks is (a reminder asks as its bill did).
        """
        name = KINDS[likeliest(self.paper.kinds)]
        sureness = self._model.sureness["kind"]
        confidence = sureness.confidence(sureness.chance(kind_clues(self.paper)), self.paper.group)
        proof = self._model.kinds.proof(name, self._looked.lines)
        return self._looked.found(name, quoted(proof), confidence / self._looked.trust)

    def _day(self, question: str, rule: Found[date] | None) -> Found[date] | None:
        best = self._best(question, self._trusted(said_of(rule)))
        if best is None:
            return None
        proposal, chance = best
        confidence = self._model.sureness[question].confidence(chance, self.paper.group)
        if rule is not None and self._kept(rule, same=rule.value == proposal.key):
            return self._renewed(rule, _PARTED)
        if rule is not None and rule.value == proposal.key:
            return self._renewed(rule, confidence)
        candidate = self._candidate(question, proposal)
        if not isinstance(candidate, DateCandidate):
            return None
        quote = candidate.quote if candidate.label else self._line(candidate)
        if isinstance(candidate, TermCandidate):
            confidence = min(confidence, self._issued.confidence if self._issued else 0.0)
        return self._found(candidate.value, quote, confidence, candidate)

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
