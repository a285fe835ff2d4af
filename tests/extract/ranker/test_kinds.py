"""What kind of paper it is: the strongest row decides among many, and is the proof."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.looked import Looked
from extract.ranker.figures import LATER, ZERO
from extract.ranker.kinds import (
    BUCKETS,
    KINDS,
    Kinds,
    log_sum_exp,
    paper_buckets,
    row_buckets,
    rows_of,
)
from extract.sheet import sheet_of
from tests.extract.sheets import page_of_rows

DEBIT = KINDS.index("to_be_debited")
LINE = "We will debit the amount from your account"
OTHERS = ["Monthly fee 12.00", "Questions? Write to us", "Invoice number 4711"] * 20
words = st.lists(st.text("abcdef 12", max_size=30), max_size=12)


def looked_at(rows: list[str]) -> Looked:
    """A page of these rows."""
    return Looked(sheet_of((page_of_rows([[row] for row in rows]),)), "pdf_text")


def heard(rows: float, page: float) -> Kinds:
    """Weights that know the words of LINE only."""
    weights = np.zeros((2, len(KINDS), BUCKETS), dtype=np.float32)
    weights[0, DEBIT, row_buckets(LINE)] = rows
    weights[1, DEBIT, row_buckets(LINE)] = page
    return Kinds(weights[0], weights[1], np.zeros(len(KINDS)))


def test_one_row_is_heard_among_sixty() -> None:
    chances = heard(2.0, 0.0).chances([*OTHERS, LINE], ())
    assert chances[DEBIT] > 0.9


def test_the_row_that_speaks_most_for_the_kind_is_its_proof() -> None:
    looked = looked_at([*OTHERS, LINE, *OTHERS])
    assert heard(2.0, 0.0).proof("to_be_debited", looked) == LINE


def test_a_page_without_rows_says_nothing() -> None:
    assert np.allclose(heard(1.0, 1.0).chances((), ()), 1 / len(KINDS))
    assert not heard(1.0, 1.0).proof("receipt", Looked(sheet_of(()), "pdf_text"))


@given(words)
def test_chances_sum_to_one_whatever_stands_on_the_page(lines: list[str]) -> None:
    assert np.isclose(heard(3.0, -2.0).chances(lines, ("direct_debit",)).sum(), 1)


@given(words)
def test_all_rows_together_hold_each_rows_words_once(lines: list[str]) -> None:
    rows = rows_of(lines)
    assert set(paper_buckets(rows)) == {int(b) for row in rows for b in row}


def test_another_ending_shares_most_letter_groups() -> None:
    one, other = set(row_buckets("Abbuchung")), set(row_buckets("Abbuchungen"))
    assert len(one & other) > len(one) / 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Votre compte sera débité", "Ihr Konto wird belastet"),
        ("Nothing to pay", "Nichts zu zahlen"),
        (f"Saldo {ZERO}", f"Balance {ZERO}"),
        (f"Por favor, pague antes de {LATER}", f"Pague antes {LATER}"),
    ],
)
def test_rows_that_mean_the_same_share_what_they_mean(one: str, other: str) -> None:
    assert set(row_buckets(one)) & set(row_buckets(other))


def test_a_row_of_balance_zero_is_another_than_one_of_balance_due() -> None:
    assert set(row_buckets(f"Balance {ZERO}")) != set(row_buckets(f"Balance {LATER}"))


def test_the_sum_over_rows_is_at_least_the_largest_and_nothing_overflows() -> None:
    told = np.array([[900.0, -900.0], [3.0, -901.0]])
    found = log_sum_exp(told)
    assert np.all(found >= told.max(axis=0))
    assert np.all(np.isfinite(found))
