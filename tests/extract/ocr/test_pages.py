"""A picture gives Pages of words in rows, as a PDF with text does."""

from extract.ocr.look import first_look
from extract.pictures.open import pictures_of
from extract.read import read_document
from models.document import Document, Form
from models.money import Money
from tests.extract.pictures.drawn import page, saved


def test_label_and_amount_stand_on_one_line() -> None:
    (read,) = first_look(pictures_of(saved(page())))
    assert "Net à payer 80,20 €" in [line.text for line in read.lines]


def test_a_photographed_bill_is_read() -> None:
    extraction = read_document(Document(Form.IMAGE, "bill.jpg", saved(page(), "JPEG")))
    assert extraction.problems == ()
    assert extraction.reading.amount is not None
    assert extraction.reading.amount.value == Money.of("80.20", "EUR")
    assert "Eaux du Vallon SA" in extraction.text
