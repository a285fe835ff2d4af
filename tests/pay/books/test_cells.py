"""A cell reads back as it was, and no spreadsheet takes it for a formula."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors.books import BooksUnfit
from pay.books.cells import csv_bytes, csv_rows, meant, seen, shown, text_of

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.text(
    "='+-@\t\r\n \";,1", max_size=8
)


@given(TEXTS)
def test_a_cell_reads_back_and_never_begins_as_a_formula(text: str) -> None:
    cell = shown(text)
    assert meant(cell) == text
    number = cell.lstrip("-").replace(".", "", 1)
    if not (number.isascii() and number.isdecimal()):
        assert not cell.startswith(("\t", "\r", "\n"))
        assert not cell.lstrip().startswith(("=", "+", "-", "@"))


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=5), max_size=6), st.booleans())
def test_a_file_reads_back_as_it_was(rows: list[list[str]], bom: bool) -> None:  # noqa: FBT001
    data = csv_bytes(rows, bom=bom)
    assert data.startswith(b"\xef\xbb\xbf") == bom
    assert [row for _, row in csv_rows(text_of(data), ",")] == rows


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("EDF", "EDF"), ("-12.50", "-12.50"), ("=1+1", "'=1+1"), ("+33 1 23", "'+33 1 23"),
        ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"), ("  =1", "'  =1"), ("'t Hof", "'t Hof"),
        ("'=1", "''=1"), ("＝1", "'＝1"), ("-1+cmd", "'-1+cmd"), ("", ""),
    ],
)  # fmt: skip
def test_only_what_could_run_is_marked(text: str, cell: str) -> None:
    assert shown(text) == cell
    assert meant(cell) == text


def test_what_nobody_sees_turns_no_cell_around() -> None:
    assert seen("EDF\u202egnp.\u2066 \u200bx") == "EDFgnp. x"
    assert seen("one\r\ntwo\x1b[31m\u2028three") == "one  two [31m three"
    assert seen("Énergie du Val – 12,50 €") == "Énergie du Val – 12,50 €"


def test_a_file_of_others_keeps_its_apostrophes() -> None:
    assert meant("'t Hof") == "'t Hof"
    assert text_of("Énergie;1".encode("cp1252")) == "Énergie;1"
    assert text_of("Énergie".encode("utf-16")) == "Énergie"


def test_what_is_no_csv_is_a_sentence() -> None:
    with pytest.raises(BooksUnfit):
        list(csv_rows("a," + "x" * 200_000, ","))
