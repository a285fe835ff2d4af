"""The shipped model: small, quick, without pickle; and what confidence means."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.looked import Looked
from extract.page import Page
from extract.ranker.judge import Judge
from extract.ranker.judge_of import judge_of
from extract.ranker.model import FILE, Model, load, save
from extract.ranker.questions import CODES
from extract.ranker.rules_alone import RulesAlone
from extract.ranker.sureness import GROUPS, SURE, Sureness
from extract.rules import reading_of
from extract.sheet import sheet_of
from tests.extract.sheets import page_of_rows

trained = pytest.mark.skipif(not FILE.is_file(), reason="`make train` was not run yet")


@pytest.fixture(scope="module")
def shipped() -> Model:
    return load(FILE)


@trained
def test_the_model_is_small_and_comes_with_its_card() -> None:
    assert FILE.stat().st_size < 20_000_000
    assert "Held out" in FILE.with_name("CARD.md").read_text("utf-8")


@trained
def test_a_saved_model_is_loaded_the_same(shipped: Model, tmp_path: Path) -> None:
    save(shipped, tmp_path / "model.npz")
    again = load(tmp_path / "model.npz")
    for name, head in shipped.heads.items():
        assert np.array_equal(head.forest.value, again.heads[name].forest.value)
        assert np.array_equal(head.grams.weights, again.heads[name].grams.weights)
        assert np.allclose(shipped.sureness[name].array, again.sureness[name].array)


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0.5, 0.99))
def test_a_higher_chance_is_never_less_sure_and_the_cut_is_sure(
    one: float, two: float, cut: float
) -> None:
    worth = Sureness(np.zeros(1), 0.0, np.array([cut, *[0.999] * (len(GROUPS) - 1)]))
    low, high = sorted((one, two))
    assert worth.confidence(low, 0) <= worth.confidence(high, 0) <= 1.0
    assert worth.confidence(cut, 0) >= SURE > worth.confidence(cut - 0.01, 0)


def test_each_group_of_papers_has_a_promise_of_its_own() -> None:
    worth = Sureness(np.zeros(1), 0.0, np.array([0.8, *[0.95] * (len(GROUPS) - 1)]))
    assert (
        worth.confidence(0.9, GROUPS.index("bill"))
        >= SURE
        > worth.confidence(0.9, GROUPS.index("pictured bill"))
    )
    assert np.array_equal(Sureness.of(worth.array).cuts, worth.cuts)


def test_a_bill_of_unknown_layout_is_read() -> None:
    page = page_of_rows(
        [
            ["Brasserie du Quai SARL"],
            ["12 quai de la Loire", "44000 NANTES"],
            ["Facture F-2031", "Date : 03/03/2026"],
            ["Votre n° client : 883 102", "Tél. 02 40 11 22 33"],
            ["Échéance : 02/04/2026"],
            ["Total HT", "100,00 €"],
            ["TVA 20 %", "20,00 €"],
            ["Net à payer", "120,00 €"],
        ]
    )
    reading = reading_of((page,), "pdf_text")
    assert reading.amount is not None
    assert reading.amount.value.decimal == Decimal("120.00")
    assert reading.due_on is not None
    assert reading.due_on.value == date(2026, 4, 2)
    assert reading.absent == ()
    assert reading.number is not None
    assert reading.number.value == "F-2031"
    assert reading.customer_number is not None
    assert reading.customer_number.value == "883 102"


def test_mail_bodies_are_left_to_the_rules() -> None:
    looked = Looked(sheet_of((page_of_rows([["Total", "12,00 €"]]),)), "mail_body")
    assert isinstance(judge_of(looked), RulesAlone)


cells = st.lists(st.text(max_size=24).filter(str.strip), min_size=1, max_size=4)


@trained
@given(st.lists(cells, max_size=12))
def test_no_page_makes_the_judge_fail(rows: list[list[str]]) -> None:
    page: Page = page_of_rows(rows)
    judge = judge_of(Looked(sheet_of((page,)), "ocr"))
    assert isinstance(judge, Judge)
    for found in (judge.amount(None), judge.issued(None), judge.biller(None), judge.due(None)[0]):
        assert found is None or 0 <= found.confidence <= 1
    assert judge.kind() is not None
    for question in CODES:
        code = judge.code(question, None)
        assert code is None or (code.value and 0 <= code.confidence <= 1)
