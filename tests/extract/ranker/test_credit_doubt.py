"""An amount that may go the other way is never sure."""

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from extract.looked import Looked
from extract.ranker.judge import Judge
from extract.ranker.kinds import BUCKETS, KINDS, Kinds
from extract.ranker.model import FILE, Model
from extract.ranker.sureness import SURE
from extract.rule_of_amount import amount_of
from extract.sheet import sheet_of
from tests.extract.sheets import page_of_rows

pytestmark = pytest.mark.skipif(not FILE.is_file(), reason="`make train` was not run yet")
ROWS = [["Brasserie du Quai SARL"], ["Facture F-2031", "03/03/2026"], ["Net à payer", "120,00 €"]]


def sure_with(certain: Model, credit: float) -> float:
    """How sure the amount is where every likely answer is certain, by the chance of a credit."""
    chances = np.full(len(KINDS), 1e-6)
    chances[[KINDS.index("to_pay"), KINDS.index("credit_note")]] = 1 - credit, credit
    silent = np.zeros((len(KINDS), BUCKETS), dtype=np.float32)
    kinds = Kinds(silent, silent, np.log(chances))
    looked = Looked(sheet_of((page_of_rows(ROWS),)), "pdf_text")
    found = Judge(looked, replace(certain, kinds=kinds)).amount(amount_of(looked)[0])
    assert found is not None
    assert found.value.decimal == Decimal("120.00")
    return found.confidence


def test_an_amount_is_sure_where_no_credit_comes_into_question(certain: Model) -> None:
    assert sure_with(certain, 0.001) >= SURE


def test_an_amount_that_may_be_a_credit_is_not_sure(certain: Model) -> None:
    assert sure_with(certain, 0.1) < SURE
