"""How sure a kind may be called at most, whatever its words weigh."""

from collections.abc import Callable, Iterator

from classify.evidence import Evidence
from classify.lexicon.offered import OFFERED, PAY_BY
from classify.lexicon.taken import (
    ASKS_BY_HAND,
    ASKS_SUM,
    BY_DEBIT,
    FAILED,
    TAKEN,
)
from classify.weighed import SURE, is_page
from models.verdict import Kind

_SETTLED = ("debit", "debited", "paid", "zero", "settled", "debit_near", "paid_near")
_RECEIVED = ("paid", "settled", "zero", "debited")
_ACTS = frozenset({Kind.TO_PAY, Kind.REMINDER})
_PICTURES = frozenset({"ocr", "ocr_small", "tesseract"})
_NO_BILLS = frozenset({"delivery_note", "quote"})
"""What a reader sees that a paper calls itself, terms of payment and all."""
_CERTAIN = 0.96
"""From here on a page outweighs words of a debit or payment beside it, which most bills to pay bear somewhere
("paid last month", "sign up for direct debit"). Of 255 drawn papers beside such words, sure but for them and
of families nobody knew, 233 had page and regression at 0.95 and more; all were right, the others too.
"""
_DOUBTED = 0.8


def capped(confidence: float, kind: Kind, evidence: Evidence) -> float:
    """As sure as its words allow; of a picture only where nearly certain, as papers are weighed by texts: of
    123 kinds that were sure on drawn scans and photographs 3 were wrong, none of the 107 from 0.96 on.
    """
    page = evidence.reading.kind
    in_picture = page is not None and page.source in _PICTURES
    most = min(_limits(kind, evidence), default=1.0)
    return min(
        confidence, most if confidence >= _CERTAIN or not in_picture else min(most, _DOUBTED)
    )


def may_be_sure(kind: Kind, evidence: Evidence) -> bool:
    """False where no words of this evidence could make the kind sure, short of near certainty."""
    return capped(SURE, kind, evidence) >= SURE


def turned(kind: Kind, confidence: float, evidence: Evidence) -> tuple[Kind, float]:
    """A debit that failed and is asked for by hand is a reminder, and one that is only for those who choose
    it leaves a bill to pay, neither surely; any other kind stays. None of 612 drawn and sample debits speaks
    of those who choose it, 16 bills to pay do.
    """
    text = evidence.page.folded or evidence.body.folded
    if kind is not Kind.TO_BE_DEBITED:
        return kind, confidence
    if _debit_that_failed(evidence) and ASKS_BY_HAND.search(text):
        return Kind.REMINDER, min(confidence, _DOUBTED)
    if OFFERED.search(text):
        return Kind.TO_PAY, min(confidence, _DOUBTED)
    return kind, confidence


def _limits(kind: Kind, evidence: Evidence) -> Iterator[float]:
    if not evidence.readable:
        yield 0.3
    if evidence.unread:
        yield 0.5
    if kind in _ACTS and not evidence.proven:
        yield 0.7
    if any(doubt(evidence) for doubt in _DOUBTS.get(kind, ())):
        yield _DOUBTED


def _unread_schedule(evidence: Evidence) -> bool:
    return not evidence.reading.schedule


def _debit_of_before(evidence: Evidence) -> bool:
    """All words of a debit say that it was."""
    return evidence.has("debited") and not evidence.has("debit")


def _debit_that_failed(evidence: Evidence) -> bool:
    return bool(FAILED.search(evidence.page.folded or evidence.body.folded))


def _sum_asked(evidence: Evidence) -> bool:
    """A sum is to be sent by hand (arrears, while the month is debited): 4 of 612 drawn and sample debits say
    so too.
    """
    return bool(ASKS_SUM.search(evidence.page.folded or evidence.body.folded))


def _day_to_pay_by(evidence: Evidence) -> bool:
    """A day to pay by is named: 19 of 612 drawn and sample debits name one too."""
    return bool(PAY_BY.search(evidence.page.folded or evidence.body.folded))


def _no_amount(evidence: Evidence) -> bool:
    return is_page(evidence) and evidence.reading.amount is None


def _only_looks_paid(evidence: Evidence) -> bool:
    """No word that money was received: small traders' bills say "many thanks" and name no day, an offer
    looks like a till receipt. Of 720 drawn and sample receipts 47 have none.
    """
    text = evidence.page.folded
    received = any(map(evidence.has, _RECEIVED)) or TAKEN.search(text)
    return is_page(evidence) and not received


def _no_bill(evidence: Evidence) -> bool:
    """It calls itself a delivery note or an offer alone."""
    signs = {sign.value for sign in evidence.reading.signs}
    return bool(signs & _NO_BILLS) and "invoice_title" not in signs


def _beside_a_payment(evidence: Evidence) -> bool:
    """Words of a debit or payment, unless a page reads so nearly certainly; or instalments."""
    settled = any(map(evidence.has, _SETTLED)) or BY_DEBIT.search(evidence.page.folded)
    return bool(settled and not _nearly_certain(evidence)) or bool(evidence.reading.schedule)


def _nearly_certain(evidence: Evidence) -> bool:
    page = evidence.reading.kind
    return is_page(evidence) and page is not None and page.confidence >= _CERTAIN


_DOUBTS: dict[Kind, tuple[Callable[[Evidence], bool], ...]] = {
    Kind.TO_PAY: (_no_bill, _beside_a_payment),
    Kind.REMINDER: (_no_bill,),
    Kind.SCHEDULE: (_unread_schedule,),
    Kind.TO_BE_DEBITED: (
        _debit_of_before,
        _debit_that_failed,
        _sum_asked,
        _day_to_pay_by,
    ),
    Kind.RECEIPT: (_no_amount, _only_looks_paid),
}
"""What keeps a kind from being sure."""
