"""The learned reader and the keyword rules sit in judgement: one answer, and how sure it is."""

from dataclasses import replace
from decimal import Decimal

from extract.agree import is_short_for
from extract.amount_due import Candidate
from extract.billers import key_of
from extract.ranker.beside import as_taken, is_asked_instead
from extract.ranker.clues import Proposal, kind_clues
from extract.ranker.codes import Code
from extract.ranker.day_judge import DayJudge
from extract.ranker.deposit import deposit_first
from extract.ranker.kinds import KINDS, likeliest
from extract.ranker.name_pieces import Piece
from extract.ranker.returned import after_return
from extract.ranker.said import said_of_amount, said_of_code, said_of_name
from extract.ranker.signed import signed
from extract.ranker.spelled_out import spelled_out
from extract.ranker.support import is_bare
from extract.ranker.sureness import GROUPS
from extract.ranker.till import by_the_till, not_the_cash, not_the_price, not_the_tax
from extract.ranker.titled import is_titled
from extract.ranker.two_lines import whole_name
from extract.ranker.weigher import PARTED
from extract.rule_of_amount import money_of
from extract.sheet import quoted
from models.money import Money
from models.reading import Found

_LEAST_CODE = 0.6
"""A number less likely than this is not told: many bills have none."""
_CREDIT = 0.05
"""The chance of a credit from which no other paper's amount is sure."""
_LEAST_OTHER = 0.5
"""A letter tells of amounts too: where the paper reads as no bill, one must be likelier than not."""


class Judge(DayJudge):
    """Weighs every answer of one document. The rules' answers go in, the better ones come out."""

    def amount(self, rule: Found[Money] | None) -> Found[Money] | None:
        """The amount due."""
        found = self._amount(rule)
        if found is None:
            return None
        if self._reads_as("receipt"):
            found = not_the_cash(by_the_till(found, self._looked), self._looked)
        found = not_the_price(not_the_tax(found, self._looked), self._looked)
        found = after_return(deposit_first(found, self._looked), self._looked)
        return signed(found, KINDS[likeliest(self.paper.kinds)])

    def _amount(self, rule: Found[Money] | None) -> Found[Money] | None:
        if rule is not None and self._reads_as("receipt"):
            rule = replace(rule, value=as_taken(rule.value, self._looked))
        best = self._best("amount", self._trusted(said_of_amount(rule)))
        if best is None or (best[1] < _LEAST_OTHER and self._is_other):
            return self._renewed(rule, PARTED) if rule and self._kept(rule, same=False) else None
        proposal, chance = best
        same = rule is not None and abs(rule.value.decimal) == proposal.key
        if rule is not None and (
            self._kept(rule, same=same) or self._asked_instead(rule, proposal.key)
        ):
            return self._renewed(rule, PARTED)
        return self._told_amount(rule if same else None, proposal, chance)

    def _told_amount(
        self, rule: Found[Money] | None, proposal: Proposal, chance: float
    ) -> Found[Money] | None:
        """What the model chose, in the words of the rules where they chose the same."""
        candidate = self._candidate("amount", proposal)
        confidence = self._model.sureness["amount"].confidence(chance, self.paper.group)
        if self._may_be_credit or self._is_bare(proposal):
            confidence = min(confidence, PARTED)
        if not isinstance(candidate, Candidate):
            return rule and self._renewed(rule, confidence)
        money, certain = money_of(candidate, self._looked)
        confidence = confidence if certain else min(confidence, PARTED)
        if rule is not None:
            return self._renewed(rule, confidence)
        if self._reads_as("receipt"):
            money = as_taken(money, self._looked)
        quote = candidate.quote if candidate.label else self._line(candidate)
        return self._found(money, quote, confidence, candidate)

    @property
    def _may_be_credit(self) -> bool:
        """Whether the paper may give money back, so that nobody knows which way the amount goes."""
        credit = KINDS.index("credit_note")
        return self.paper.kinds[credit] >= _CREDIT and likeliest(self.paper.kinds) != credit

    def _is_bare(self, proposal: Proposal) -> bool:
        """Whether nothing says what the amount is: that it stands alone on its page does not."""
        at = proposal.at
        return at is not None and is_bare(self.ranked("amount")[at], self._looked.sheet)

    @property
    def _is_other(self) -> bool:
        return GROUPS[self.paper.group] == "other"

    def _reads_as(self, kind: str) -> bool:
        return KINDS[likeliest(self.paper.kinds)] == kind

    def _asked_instead(self, rule: Found[Money], whole: object) -> bool:
        return isinstance(whole, Decimal) and is_asked_instead(
            rule.value.decimal, whole, self._looked
        )

    def may_be_sure(self, question: str, proposal: Proposal) -> bool:
        """False for an answer that is never sure however likely it is."""
        if question == "biller":
            return not is_titled(self.name_at(proposal.at))
        return super().may_be_sure(question, proposal)

    def name_at(self, at: int | None) -> str:
        """The name at this place of the ranking as it is told, "" when there is none."""
        if at is None:
            return ""
        ranked = self.ranked("biller")[at]
        piece = ranked.asked.candidates[ranked.index]
        return spelled_out(self.ranked("biller"), piece).text if isinstance(piece, Piece) else ""

    def biller(self, rule: Found[str] | None) -> Found[str] | None:
        """Who sends the bill; never sure of a name with the paper's title in it."""
        found = self._biller(rule)
        if found is not None and is_titled(found.value):
            return replace(found, confidence=min(found.confidence, PARTED))
        return found

    def _biller(self, rule: Found[str] | None) -> Found[str] | None:
        """The name; never sure of a shop's on a receipt in a picture.

        Drawn receipts are printed better than real ones: of 21 names that were sure on real receipts in
        scans and photographs 5 were wrong in words or letters, which nothing on a page bears out.
        """
        best = self._best("biller", self._trusted(said_of_name(rule)))
        if best is None:
            return None
        proposal, chance = best
        confidence = self._model.sureness["biller"].confidence(chance, self.paper.group)
        if GROUPS[self.paper.group] == "pictured receipt":
            confidence = min(confidence, PARTED)
        piece = self._candidate("biller", proposal)
        if rule is not None and self._kept(rule, same=key_of(rule.value) == proposal.key):
            named = isinstance(piece, Piece) and is_short_for(rule.value, piece.text)
            return self._renewed(rule, confidence if named else PARTED)
        whole = piece
        if isinstance(piece, Piece):
            piece = spelled_out(self.ranked("biller"), piece)
            whole = whole_name(self.ranked("biller"), piece)
        if whole is not piece and not self._ocr:
            piece, confidence = whole, min(confidence, PARTED)
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
            return self._renewed(rule, PARTED)
        if best is None or best[1] < _LEAST_CODE or question != "customer":
            return None
        code = self._candidate(question, best[0])
        if not isinstance(code, Code):
            return None
        return self._found(code.text, code.quote, min(best[1], PARTED), code)

    def kind(self) -> Found[str]:
        """What kind of paper its words make it (one of KINDS), the row that says so most, and how sure
        what it asks is (a reminder asks as its bill did).
        """
        name = KINDS[likeliest(self.paper.kinds)]
        sureness = self._model.sureness["kind"]
        confidence = sureness.confidence(sureness.chance(kind_clues(self.paper)), self.paper.group)
        proof = self._model.kinds.proof(name, self._looked)
        return self._looked.found(name, quoted(proof), confidence / self._looked.trust)
