"""A firm that is named short at its head and in full elsewhere is one name, not two."""

import pytest

from extract.agree import is_short_for
from extract.looked import Looked
from extract.ranker.judge import Judge
from extract.ranker.model import FILE, Model
from extract.ranker.sureness import SURE
from extract.sheet import sheet_of
from models.reading import Found
from tests.extract.sheets import page_of_rows

ROWS = [
    ["Morarac"],
    ["Facture n° 2026-118", "Date : 03/03/2026"],
    ["Net à payer", "120,00 €"],
    ["Morarac Services SA au capital de 40 000 € - RCS Nantes - 44000 Nantes"],
]


@pytest.mark.parametrize(
    ("short", "full", "same"),
    [
        ("Morarac", "Morarac Services SA", True),
        ("Azur Bronivaux", "Azur Bronivaux Energie", True),
        ("Morarac Services", "Morarac", False),
        ("Moravac", "Morarac Services", False),
        ("Services", "Morarac Services", False),
        ("SA", "SA Morarac", False),
        ("", "Morarac", False),
    ],
)
def test_a_short_name_is_how_the_full_one_begins(short: str, full: str, *, same: bool) -> None:
    assert is_short_for(short, full) is same


@pytest.mark.skipif(not FILE.is_file(), reason="`make train` was not run yet")
@pytest.mark.parametrize(("said", "sure"), [("Morarac", True), ("Caisse Dourilac", False)])
def test_a_label_and_the_model_are_sure_together_of_one_firm_only(
    certain: Model, said: str, *, sure: bool
) -> None:
    judge = Judge(Looked(sheet_of((page_of_rows(ROWS),)), "pdf_text"), certain)
    kept = judge.biller(Found(said, "pdf_text", said, 0.93))
    assert kept is not None
    assert kept.value == said
    assert (kept.confidence >= SURE) is sure
