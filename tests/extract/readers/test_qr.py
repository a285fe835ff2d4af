"""Payment codes on paper and in photographs become fields with the code as their proof."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from typing import Literal, TypeVar

import pytest
from pikepdf import Pdf, Rectangle
from PIL import Image, ImageFilter

from extract.choose import is_like_a_bill
from extract.page import Page
from extract.pdf_words import pages_of
from extract.pictures.open import Picture, pictures_of
from extract.qr.pages import drawn
from extract.read import read_document
from extract.reader import Source
from extract.readers.qr import Qr
from models.document import Document, Form
from models.money import Money
from models.reading import Found, Reading
from tests.extract.e_invoices import cii, pdf_with
from tests.extract.papers import listing
from tests.extract.qr.codes import (
    IBAN,
    QR_IBAN,
    QRR,
    drawn_paper,
    epc,
    paper,
    picture,
    swiss,
)


def of_pdf(data: bytes) -> Reading | None:
    return Qr().read(Source(Document(Form.PDF, "bill.pdf", data), pages_of(data)))


def of_picture(image: Image.Image) -> Reading | None:
    out = BytesIO()
    image.save(out, "PNG")
    document = Document(Form.IMAGE, "bill.png", out.getvalue())
    return Qr().read(Source(document, (), pictures_of(document.data)))


T = TypeVar("T")


def value(found: Found[T] | None) -> T | None:
    return None if found is None else found.value


def test_an_epc_code_tells_the_payment() -> None:
    reading = of_pdf(paper(epc()))
    assert reading is not None
    assert value(reading.biller) == "Eaux du Vallon"
    assert value(reading.amount) == Money.of("84.20", "EUR")
    assert value(reading.payee_iban) == IBAN
    assert (reading.due_on, reading.reference) == (None, None)
    assert reading.warnings == ()


@pytest.mark.parametrize("data", [paper(swiss()), drawn_paper(swiss())], ids=["image", "squares"])
def test_a_swiss_code_tells_the_payment_however_it_is_drawn(data: bytes) -> None:
    reading = of_pdf(data)
    assert reading is not None
    assert value(reading.biller) == "Wasserwerk Tal"
    assert value(reading.amount) == Money.of("84.20", "CHF")
    assert value(reading.payee_iban) == QR_IBAN
    assert value(reading.reference) == QRR


def test_the_proof_is_the_code_s_place_on_the_page() -> None:
    reading = of_pdf(paper(epc()))
    assert reading is not None
    assert reading.amount is not None
    assert (reading.amount.source, reading.amount.page) == ("qr", 1)
    box = reading.amount.box
    assert box is not None
    assert box.x0 == pytest.approx(60 + 12, abs=6)
    assert box.top == pytest.approx(100 + 12, abs=6)
    assert box.x1 - box.x0 == pytest.approx(107, abs=6)


def test_the_proof_stands_on_a_turned_page_as_it_is_shown() -> None:
    reading = of_pdf(paper(epc(), turn=90))
    assert reading is not None
    assert reading.amount is not None
    assert reading.amount.box is not None
    assert reading.amount.box.x1 == pytest.approx(842 - 100 - 12, abs=6)
    assert reading.amount.box.top == pytest.approx(60 + 12, abs=6)


def test_an_open_amount_is_said_to_be_open() -> None:
    reading = of_pdf(paper(swiss(amount="")))
    assert reading is not None
    assert reading.amount is None
    assert value(reading.currency) == "CHF"
    assert [sign.value for sign in reading.signs] == ["amount_open"]


def test_a_slip_with_an_open_amount_is_a_bill_and_a_wrong_code_is_none() -> None:
    slip, wrong = of_pdf(paper(swiss(amount=""))), of_pdf(paper(swiss(iban=IBAN)))
    assert slip is not None
    assert wrong is not None
    assert is_like_a_bill(slip)
    assert not is_like_a_bill(wrong)


def test_a_notification_asks_for_nothing() -> None:
    reading = of_pdf(paper(swiss(amount="0.00", message="DO NOT USE FOR PAYMENT")))
    assert reading is not None
    assert [sign.value for sign in reading.signs] == ["no_amount_due"]


def test_a_wrong_code_gives_warnings_and_no_field() -> None:
    reading = of_pdf(paper(epc(iban="FR7630006000011234567890188", amount="EUR84,20")))
    assert reading is not None
    assert reading.warnings == ("qr_invalid:iban", "qr_invalid:amount")
    assert (reading.amount, reading.payee_iban, reading.biller) == (None, None, None)


def test_a_wrong_code_alone_still_warns_of_the_whole_document() -> None:
    data = paper(epc(iban="FR7630006000011234567890188"))
    reading = read_document(Document(Form.PDF, "bill.pdf", data)).reading
    assert "qr_invalid:iban" in reading.warnings


@pytest.mark.parametrize("content", ["https://pay.example/i/1", "WIFI:S:home;;", "BCD", "12345"])
def test_other_codes_are_left_alone(content: str) -> None:
    assert of_pdf(paper(content)) is None
    assert of_picture(picture(content)) is None


def test_several_slips_agree_on_the_payee_and_leave_the_amount_open() -> None:
    reading = of_pdf(paper(epc(), epc(amount="EUR42.10")))
    assert reading is not None
    assert value(reading.payee_iban) == IBAN
    assert reading.amount is None
    assert "several_codes" in reading.warnings


def test_the_same_code_twice_is_one() -> None:
    reading = of_pdf(paper(epc(), epc()))
    assert reading is not None
    assert value(reading.amount) == Money.of("84.20", "EUR")
    assert reading.warnings == ()


def test_a_page_of_words_is_not_drawn() -> None:
    data = listing("Facture F-1", ("Net à payer", "84,20 €"))
    assert drawn(data, pages_of(data)) == ()


def test_a_page_that_names_its_code_is_drawn() -> None:
    data = listing("Zahlteil", ("Währung", "CHF"))
    assert [sheet.number for sheet in drawn(data, pages_of(data))] == [1]


@pytest.mark.parametrize("angle", [0, 8, 90, 180, 270])
def test_a_photograph_at_any_angle_is_read(angle: int) -> None:
    table = Image.new("L", (1600, 1200), 120)
    code = picture(swiss(), side=6)
    table.paste(code.rotate(angle, expand=True, fillcolor=120), (500, 300))
    reading = of_picture(table.filter(ImageFilter.GaussianBlur(1.2)))
    assert reading is not None
    assert value(reading.reference) == QRR
    assert reading.amount is not None
    assert reading.amount.box is not None
    scale = 842 / 1600
    assert reading.amount.box.x0 > 490 * scale


def test_a_small_code_is_found_at_the_second_look() -> None:
    table = Image.new("L", (900, 700), 255)
    code = picture(swiss(), side=8)
    small = code.resize((int(code.width * 0.21),) * 2, Image.Resampling.BOX)
    table.paste(small, (300, 200))
    blurred = table.filter(ImageFilter.GaussianBlur(0.7))
    reading = of_picture(blurred)
    assert reading is not None
    assert value(reading.payee_iban) == QR_IBAN


def test_a_code_and_the_words_beside_it_agree_or_the_field_is_named() -> None:
    def read(iban: str) -> Reading:
        data = drawn_paper(epc(iban=iban), at=(60, 300))
        return read_document(Document(Form.PDF, "bill.pdf", words_on(data))).reading

    agreed, swapped = read(IBAN), read("DE89370400440532013000")
    assert agreed.payee_iban is not None
    assert agreed.payee_iban.confidence > 0.99
    assert agreed.warnings == ()
    assert swapped.payee_iban is not None
    assert swapped.payee_iban.confidence < 0.9
    assert swapped.warnings == ("qr_page_disagree:payee_iban",)


def words_on(data: bytes) -> bytes:
    """The paper with a bill's words on it."""
    out = BytesIO()
    lines = listing("Eaux du Vallon", "FACTURE F-2031", ("Net à payer", "84,20 €"), ("IBAN", IBAN))
    with Pdf.open(BytesIO(data)) as below, Pdf.open(BytesIO(lines)) as above:
        page = below.pages[0]
        page.add_overlay(above.pages[0], Rectangle(page.mediabox))
        below.save(out)
    return out.getvalue()


def test_an_e_invoice_without_a_code_is_not_touched() -> None:
    assert of_pdf(pdf_with(cii())) is None


def test_the_amount_keeps_its_cents() -> None:
    reading = of_pdf(paper(epc(amount="EUR12.5")))
    assert reading is not None
    assert reading.amount is not None
    assert reading.amount.value.decimal == Decimal("12.50")


@pytest.mark.parametrize(
    ("turn", "corner"), [(0, (0, 0)), (90, (0, 1)), (180, (1, 1)), (270, (1, 0))]
)
def test_the_proof_stands_in_the_picture_as_ocr_turned_it(
    turn: Literal[0, 90, 180, 270], corner: tuple[int, int]
) -> None:
    table = Image.new("L", (800, 800), 200)
    table.paste(picture(epc()), (20, 20))
    out = BytesIO()
    table.save(out, "PNG")
    document = Document(Form.IMAGE, "bill.png", out.getvalue())
    page = Page(1, 842, 842, (), source="ocr", turn=turn)
    reading = Qr().read(Source(document, (page,), pictures_of(document.data)))
    assert reading is not None
    assert reading.amount is not None
    box = reading.amount.box
    assert box is not None
    middle = ((box.x0 + box.x1) / 2, (box.top + box.bottom) / 2)
    assert tuple(int(at > 421) for at in middle) == corner


def test_a_scanned_page_is_not_drawn_twice_and_a_second_look_asks_nobody() -> None:
    document = Document(Form.PDF, "scan.pdf", paper(epc()))
    pages = pages_of(document.data)
    blank = Image.new("L", (1654, 2339), 255)
    seen = Source(document, pages, scans=(Picture(1, blank),))
    assert Qr().read(seen) is None
    assert not Qr().reads(replace(seen, again=True))
