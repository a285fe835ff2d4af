"""Text and pictures, bills and receipts are promised apart; a shop's name in a picture is never sure."""

from dataclasses import replace

import numpy as np
import pytest

from extract.looked import Looked
from extract.ranker.clues import Paper
from extract.ranker.judge import Judge
from extract.ranker.kinds import BUCKETS, KINDS, Kinds
from extract.ranker.model import FILE, Model
from extract.ranker.sureness import GROUPS, SURE
from extract.sheet import sheet_of
from tests.extract.sheets import page_of_rows

ROWS = [["Brasserie du Quai SARL"], ["12 quai des Arts, 75001 Paris"], ["Total", "120,00 €"]]


def chances(kind: str) -> np.ndarray:
    found = np.full(len(KINDS), 1e-6)
    found[KINDS.index(kind)] = 1.0
    return found


@pytest.mark.parametrize(
    ("kind", "read", "in_picture"),
    [
        ("to_pay", "bill", "pictured bill"),
        ("to_be_debited", "bill", "pictured bill"),
        ("receipt", "receipt", "pictured receipt"),
        ("other", "other", "pictured receipt"),
    ],
)
def test_a_paper_is_of_one_group(kind: str, read: str, in_picture: str) -> None:
    text, picture = (Paper(is_ocr=is_ocr, kinds=chances(kind)) for is_ocr in (False, True))
    assert (GROUPS[text.group], GROUPS[picture.group]) == (read, in_picture)


@pytest.mark.skipif(not FILE.is_file(), reason="`make train` was not run yet")
@pytest.mark.parametrize(
    ("kind", "source", "sure"),
    [
        ("receipt", "pdf_text", True),
        ("receipt", "ocr", False),
        ("to_pay", "pdf_text", True),
        ("to_pay", "ocr", True),
    ],
)
def test_a_name_is_not_sure_on_a_receipt_in_a_picture(
    certain: Model, kind: str, source: str, *, sure: bool
) -> None:
    silent = np.zeros((len(KINDS), BUCKETS), dtype=np.float32)
    kinds = Kinds(silent, silent, np.log(chances(kind)))
    looked = Looked(sheet_of((page_of_rows(ROWS),)), source)
    found = Judge(looked, replace(certain, kinds=kinds)).biller(None)
    assert found is not None
    assert found.value.startswith("Brasserie du Quai")
    assert (found.confidence >= SURE) is sure
