"""Numbers of bills and customers: every text that may be one is a candidate."""

from hypothesis import example, given
from hypothesis import strategies as st

from extract.looked import Looked
from extract.ranker.codes import NAMES, Code, code_key, codes_of, described
from extract.ranker.place import Places
from extract.sheet import sheet_of
from tests.extract.sheets import page_of_rows


def looked(*rows: list[str]) -> Looked:
    return Looked(sheet_of((page_of_rows(rows),)), "pdf_text")


def texts(*rows: list[str]) -> list[str]:
    return [code.text for code in codes_of(looked(*rows))]


def figure(one: Looked, code: Code, name: str) -> float:
    codes = codes_of(one)
    return float(
        described(one, codes, Places(one.sheet)).numbers[codes.index(code)][NAMES.index(name)]
    )


def test_dates_and_amounts_are_no_numbers() -> None:
    assert texts(["Facture du 03/03/2026", "120,00 €"], ["Net à payer 1 204,50 EUR"]) == []


def test_a_number_is_found_behind_its_label_and_in_groups() -> None:
    assert texts(["Invoice no. INV-2024/118"], ["Kundennummer: 363 269 224"], ["Ref F 2024 118"]) == [
        "INV-2024/118", "363 269 224", "F 2024 118",
    ]  # fmt: skip


def test_a_number_glued_to_its_label_is_found() -> None:
    assert texts(["Rechnungsnr.:R45232", "Facture n°2026-118"]) == ["R45232", "2026-118"]


def test_one_number_has_one_key_however_it_is_written() -> None:
    assert code_key("363 269-224") == code_key("363269224") == "363269224"
    assert code_key("re 2024/7") == "RE20247"


def test_accounts_and_telephones_are_told_apart() -> None:
    page = looked(["IBAN FR76 3000 4000 0312 3456 7890 143"], ["Tél. 02 40 11 22 33"], ["N° 4711"])
    account, telephone, number = codes_of(page)
    assert [figure(page, code, "account") for code in (account, telephone, number)] == [1, 0, 0]
    assert [figure(page, code, "telephone") for code in (account, telephone, number)] == [0, 1, 0]


rows = st.lists(
    st.lists(st.text(max_size=30).filter(str.strip), min_size=1, max_size=4), max_size=10
)


@given(rows)
@example([[")00"]])
def test_every_candidate_stands_where_it_says(drawn: list[list[str]]) -> None:
    one = looked(*drawn)
    found = codes_of(one)
    assert described(one, found, Places(one.sheet)).numbers.shape == (len(found), len(NAMES))
    for code in found:
        assert code.cell.text[code.start : code.start + len(code.text)] == code.text
        assert any(c.isdigit() for c in code.text)
