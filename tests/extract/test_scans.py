"""PDFs without a text to trust are looked at; what is hidden is held against what is shown."""

import pytest

from extract.looked_at import source_of
from extract.read import read_document
from models.document import Document, Form
from models.errors.problem import Problem
from models.errors.reading import Encrypted, FormUnread, NothingToRead, PasswordWrong
from models.extraction import Extraction
from models.money import Money
from tests.extract.pictures.drawn import BILL
from tests.extract.pictures.pdfs import (
    dynamic_form,
    locked,
    on_letterhead,
    pdf,
    sheet,
    with_text_under,
    without_unicode_map,
)

DUE = Money.of("80.20", "EUR")
FALSE_BILL = tuple((a, b.replace("80,20", "910,00")) for a, b in BILL)


def paper(data: bytes, password: str = "") -> Document:
    return Document(Form.PDF, "bill.pdf", data, password=password)


def amount_in(extraction: Extraction) -> Money | None:
    amount = extraction.reading.amount
    return amount.value if amount else None


def test_a_scanned_bill_is_read() -> None:
    extraction = read_document(paper(pdf(sheet())))
    assert amount_in(extraction) == DUE
    assert extraction.problems == ()


def test_words_of_a_scan_stand_in_the_points_of_its_page() -> None:
    (page,) = source_of(paper(pdf(sheet()))).pages
    assert (round(page.width), round(page.height)) == (595, 842)
    (label,) = [word for line in page.lines for word in line.words if word.text == "payer"]
    assert 60 < label.box.x0 < 160
    assert 280 < label.box.top < 340


def test_pages_with_text_keep_it_and_the_others_are_looked_at() -> None:
    source = source_of(paper(pdf(BILL, sheet(), None)))
    assert [page.source for page in source.pages] == ["text", "ocr", "text"]
    assert "Net à payer 80,20 €" in source.pages[1].text
    assert source.pages[2].lines == ()


@pytest.mark.parametrize("wrong", [False, True], ids=["private use", "other letters"])
def test_a_font_without_unicode_map_is_looked_at(*, wrong: bool) -> None:
    data = without_unicode_map(wrong=wrong)
    source = source_of(paper(data))
    assert source.pages[0].source == "ocr"
    assert amount_in(read_document(paper(data))) == DUE


def test_hidden_text_that_agrees_with_the_scan_is_used() -> None:
    extraction = read_document(paper(with_text_under(BILL, sheet())))
    assert amount_in(extraction) == DUE
    assert [reading.reader for reading in extraction.readings] == ["pdf_text", "ocr"]


def test_hidden_text_that_is_not_what_is_shown_is_never_sure() -> None:
    extraction = read_document(paper(with_text_under(FALSE_BILL, sheet())))
    amount = extraction.reading.amount
    assert amount is None or amount.value == DUE or amount.confidence < 0.9


def test_a_hidden_text_without_figures_is_replaced_by_what_is_shown() -> None:
    nonsense = tuple(("lorem ipsum dolor", "sit amet") for _ in range(6))
    assert amount_in(read_document(paper(with_text_under(nonsense, sheet())))) == DUE


def test_text_on_a_letterhead_needs_no_second_look() -> None:
    assert source_of(paper(on_letterhead(BILL))).scans == ()


def test_at_most_four_pages_are_looked_at() -> None:
    source = source_of(paper(pdf(*[sheet(BILL[:3])] * 6)))
    assert [len(page.lines) > 0 for page in source.pages] == [True] * 4 + [False] * 2


@pytest.mark.parametrize(
    ("document", "problem"),
    [
        (paper(pdf(None)), NothingToRead),
        (paper(dynamic_form()), FormUnread),
        (paper(locked(pdf(BILL), "secret")), Encrypted),
        (paper(locked(pdf(BILL), "secret"), "guess"), PasswordWrong),
    ],
    ids=["blank", "form", "locked", "wrong password"],
)
def test_what_cannot_be_read_has_its_own_sentence(
    document: Document, problem: type[Problem]
) -> None:
    with pytest.raises(problem):
        source_of(document)
    assert read_document(document).problems == (("bill.pdf", problem().code),)


@pytest.mark.parametrize("pages", [pdf(BILL), pdf(sheet())], ids=["text", "scan"])
def test_the_password_opens_a_locked_pdf(pages: bytes) -> None:
    extraction = read_document(paper(locked(pages, "schlüssel"), "schlüssel"))
    assert amount_in(extraction) == DUE
    assert extraction.problems == ()
