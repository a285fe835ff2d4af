"""What stands beside a date says whether it is due."""

import pytest

from extract.date_candidates import dates_of
from extract.date_scores import due_score
from extract.looked import Looked
from extract.sheet import sheet_of
from tests.extract.sheets import page_of_rows


@pytest.mark.parametrize(
    "after", [" mit 2 % Skonto", " mit 2 %. Skonto = 7.153,48 €", "; 2 % Skonto"]
)
def test_the_last_day_of_a_discount_is_not_due(after: str) -> None:
    """The second as OCR read it: a speck behind the sign."""
    assert (due_score("Zahlbar bis", after) < 0) is (";" not in after)


def test_a_speck_behind_the_sign_does_not_make_the_discounts_day_due() -> None:
    said = "Zahlbar bis 03.08.2025 mit 2 %. Skonto = 98,00 €, oder bis 23.08.2025 rein netto ohne Abzug."
    looked = Looked(sheet_of((page_of_rows([[said]]),)), "ocr")
    discount, due = looked.dates
    assert discount.due < 0 <= due.due


def test_a_discount_in_the_next_sentence_takes_nothing() -> None:
    assert due_score("Zahlbar bis", ". Skonto wird nicht gewährt") > 0


@pytest.mark.parametrize(
    "row", [["Sort code 09-01-28"], ["Sort code:", "09-01-28"], ["BACS 30-09-11 00998877"]]
)
def test_a_sort_code_is_no_day(row: list[str]) -> None:
    sheet = sheet_of((page_of_rows([["Invoice 12"], row]),))
    assert dates_of(sheet, month_first=False) == ()
    other = sheet_of((page_of_rows([["Invoice 12"], ["Due 09-01-28"]]),))
    assert len(dates_of(other, month_first=False)) == 1
