"""A paper is sure where its page and the regression over all that speaks agree, and are likely enough
together."""

import pytest

from classify.evidence import Evidence, gather
from classify.linear import Head
from classify.model import shipped
from classify.weighed import SURE, meant, weighed
from models.verdict import Kind
from tests.classify.cases import bill_reading, found, paper


def seen(kind: Kind, confidence: float) -> Evidence:
    """A paper that the learned reader takes for this kind."""
    page = found(kind.value, "its row", confidence)
    return gather(paper("Facture", bill_reading(kind=page)))


def head(chance: float) -> Head:
    """One that gives "to pay" this chance, "receipt" the rest, whatever the clues."""
    return Head(("to_pay", "receipt"), (0.0, 0.0), {"fixed": (chance, 0.0)})


def judged(chance_clue: float, evidence: Evidence) -> tuple[Kind, float]:
    return weighed(head(chance_clue), shipped().papers_sure, {"fixed": 1.0}, evidence)


_CERTAIN, _LIKELY, _EVEN = 9.0, 2.5, 0.1
"""Clues of a head that give a chance near 1, of 0.92 and near a half."""


def test_page_and_regression_are_sure_together() -> None:
    kind, confidence = judged(_CERTAIN, seen(Kind.TO_PAY, 0.98))
    assert (kind, confidence >= SURE) == (Kind.TO_PAY, True)


@pytest.mark.parametrize(
    ("clue", "page"), [(_CERTAIN, 0.2), (_EVEN, 0.99), (_LIKELY, 0.5), (_EVEN, 0.2)]
)
def test_neither_of_them_is_sure_alone(clue: float, page: float) -> None:
    kind, confidence = judged(clue, seen(Kind.TO_PAY, page))
    assert (kind, confidence < SURE) == (Kind.TO_PAY, True)


def test_the_likelier_either_is_the_surer_the_kind() -> None:
    grid = [
        [judged(clue, seen(Kind.TO_PAY, page))[1] for page in (0.3, 0.6, 0.85, 0.95, 0.99)]
        for clue in (_EVEN, _LIKELY, _CERTAIN)
    ]
    assert all(row == sorted(set(row)) for row in grid)
    assert all(list(column) == sorted(set(column)) for column in zip(*grid, strict=True))


@pytest.mark.parametrize("page", [0.9, 0.99])
def test_a_page_that_says_otherwise_makes_nothing_sure(page: float) -> None:
    kind, confidence = judged(_CERTAIN, seen(Kind.RECEIPT, page))
    assert (kind, confidence < SURE) == (Kind.TO_PAY, True)


def test_a_page_that_reads_as_a_reminder_bears_out_its_bill() -> None:
    kind, confidence = judged(_CERTAIN, seen(Kind.REMINDER, 0.98))
    assert (kind, confidence >= SURE) == (Kind.TO_PAY, True)


def test_what_a_bill_and_its_reminder_ask_counts_together() -> None:
    chances = {"receipt": 0.4, "to_pay": 0.25, "reminder": 0.35}
    kind, chance = meant(chances)
    assert (kind, round(chance, 6)) == (Kind.REMINDER, 0.6)
    assert meant({"receipt": 0.4, "to_pay": 0.35, "reminder": 0.25})[0] is Kind.TO_PAY
    assert meant({"receipt": 0.7, "to_pay": 0.2, "reminder": 0.1})[0] is Kind.RECEIPT
