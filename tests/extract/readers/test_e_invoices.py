"""The same bill in every syntax gives the same reading, and says what is due."""

from collections.abc import Callable
from datetime import date

import pytest

from extract.documents import form_of
from extract.read import read_document
from models.document import Document
from models.money import Money
from models.reading import FIELD_NAMES, Means, Period, Reading
from tests.extract.e_invoices import cii, pdf_with, term, ubl, zugferd_1

DISCOUNT = "<a:ApplicableTradePaymentDiscountTerms/>"


def read(data: bytes) -> Reading:
    extraction = read_document(Document(form_of(data), "bill", data))
    assert extraction.problems == ()
    return extraction.reading


def signs(reading: Reading) -> set[str]:
    return {sign.value for sign in reading.signs}


@pytest.mark.parametrize(
    ("data", "reader"),
    [
        (cii(), "cii"),
        (zugferd_1(), "cii"),
        (ubl(), "ubl"),
        (pdf_with(cii()), "facturx"),
        (pdf_with(zugferd_1(), name="ZUGFeRD-invoice.xml"), "facturx"),
        (pdf_with(ubl(), name="whatever.bin", direct=True), "facturx"),
        (cii().decode().encode("utf-16"), "cii"),
        (b"\xef\xbb\xbf" + ubl(), "ubl"),
        (b"<Envelope><Body>" + ubl().partition(b"?>")[2] + b"</Body></Envelope>", "ubl"),
    ],
)
def test_every_syntax_says_the_same(data: bytes, reader: str) -> None:
    reading = read(data.replace(b'encoding="UTF-8"', b"") if b"\0" in data[:4] else data)
    said = {name: found.value for name in FIELD_NAMES if (found := getattr(reading, name))}
    assert said == {
        "biller": "Eaux du Vallon SA",
        "amount": Money.of("80.00", "EUR"),
        "due_on": date(2026, 4, 1),
        "issued_on": date(2026, 3, 2),
        "number": "F-2031",
        "customer_number": "C-77",
        "period": Period(date(2026, 1, 1), date(2026, 2, 28)),
        "payee_iban": "FR7630006000011234567890189",
        "reference": "RF18539007547034",
        "means": Means.TRANSFER,
        "contact": "compta@vallon.example",
        "biller_id": "FR40303265045",
    }
    assert reading.reader == reader
    assert signs(reading) == {"invoice_title"}
    assert reading.warnings == ()
    assert reading.amount is not None
    assert "80.00" in reading.amount.quote


@pytest.mark.parametrize("syntax", [cii, zugferd_1, ubl])
def test_all_prepaid_means_already_paid(syntax: Callable[..., bytes]) -> None:
    reading = read(syntax(prepaid="120.00", due="0.00"))
    assert reading.amount is not None
    assert reading.amount.value == Money.of("0", "EUR")
    assert {"already_paid", "no_amount_due"} <= signs(reading)


@pytest.mark.parametrize(
    "data",
    [cii(type_code="381"), ubl(type_code="381"), ubl(root="CreditNote", type_code="381")],
)
def test_a_credit_note_keeps_its_own_number_and_says_so(data: bytes) -> None:
    reading = read(data)
    assert reading.amount is not None
    assert reading.amount.value == Money.of("80.00", "EUR")
    assert "credit_note" in signs(reading)
    assert "invoice_title" not in signs(reading)


@pytest.mark.parametrize(
    ("code", "means"), [("59", Means.DIRECT_DEBIT), ("49", Means.DIRECT_DEBIT)]
)
def test_a_direct_debit_code_is_a_sign(code: str, means: Means) -> None:
    for data in (cii(means=code), ubl(means=code)):
        reading = read(data)
        assert reading.means is not None
        assert reading.means.value is means
        assert "direct_debit" in signs(reading)


def test_a_note_can_announce_the_debit() -> None:
    reading = read(cii(note="Le montant sera prélevé le 05/04/2026.", means="1"))
    assert "direct_debit" in signs(reading)


def test_totals_that_do_not_add_up_are_doubted() -> None:
    for data in (cii(tax="19.00"), cii(due="100.00"), ubl(due="100.00")):
        reading = read(data)
        assert "totals_disagree" in reading.warnings
        assert reading.amount is not None
        assert reading.amount.confidence < 0.9


def test_an_account_that_is_no_iban_is_kept_and_doubted() -> None:
    reading = read(cii(iban="FR76 3000 6000 0112 3456 7890 188"))
    assert reading.payee_iban is not None
    assert reading.payee_iban.value == "FR7630006000011234567890188"
    assert reading.payee_iban.confidence < 0.9
    assert "iban_invalid" in reading.warnings


def test_a_discount_date_is_no_due_date_even_when_it_comes_first() -> None:
    terms = term("20260310", more=DISCOUNT) + term("20260401")
    reading = read(cii(terms=terms))
    assert reading.due_on is not None
    assert reading.due_on.value == date(2026, 4, 1)
    assert reading.due_on.confidence < 0.9


def test_the_prose_is_asked_when_no_element_holds_a_due_date() -> None:
    terms = "<a:SpecifiedTradePaymentTerms><a:Description>{}</a:Description></a:SpecifiedTradePaymentTerms>"
    reading = read(cii(terms=terms.format("Net bis 01.04.2026, 2% Skonto bis 10.03.2026")))
    assert reading.due_on is not None
    assert reading.due_on.value == date(2026, 4, 1)
    assert reading.due_on.confidence < 0.99
    assert read(cii(terms="")).due_on is None


def test_instalments_become_a_schedule() -> None:
    share = "<a:PartialPaymentAmount>40.00</a:PartialPaymentAmount>"
    reading = read(cii(terms=term("20260501", more=share) + term("20260401", more=share)))
    forty = Money.of("40", "EUR")
    assert reading.schedule == ((date(2026, 4, 1), forty), (date(2026, 5, 1), forty))
    assert "schedule" in signs(reading)


def test_another_vocabularys_invoice_is_not_read() -> None:
    data = b"<Invoice xmlns='http://example.org/other'><Total>12.00</Total></Invoice>"
    assert read(data).is_empty


def test_an_order_in_a_pdf_is_no_bill() -> None:
    root = "SCRDMCCBDACIOMessageStructure"
    data = pdf_with(f"<o:{root} xmlns:o='urn:x'><o:a>1</o:a></o:{root}>".encode())
    extraction = read_document(Document(form_of(data), "order.pdf", data))
    assert signs(extraction.reading) == {"order"}
    assert extraction.reading.amount is None


def test_a_bomb_inside_a_pdf_is_refused_and_named() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY x "ha">]><a>&x;</a>'
    extraction = read_document(Document(form_of(pdf_with(bomb)), "bomb.pdf", pdf_with(bomb)))
    assert extraction.problems == (("bomb.pdf", "xml_forbidden"),)


def test_a_broken_xml_inside_a_pdf_is_named() -> None:
    data = pdf_with(b"<CrossIndustryInvoice>")
    extraction = read_document(Document(form_of(data), "broken.pdf", data))
    assert extraction.problems == (("broken.pdf", "damaged"),)


def test_an_embedded_file_that_is_no_xml_is_passed_over() -> None:
    data = pdf_with(b"\x89PNG not an invoice")
    assert read_document(Document(form_of(data), "a.pdf", data)).reading.is_empty
