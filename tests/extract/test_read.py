"""The stage's door: nothing raised, nothing hidden, the text kept for whoever judges."""

import pytest

from extract.documents import MOST_BYTES, documents_of
from extract.hearing import MOST_TEXT
from extract.read import read_document, read_documents
from models.document import Document, Form
from models.mail import Attachment
from models.money import Money
from tests.extract.cast import mail
from tests.extract.e_invoices import cii, pdf_with, ubl
from tests.extract.papers import paper


def attached(name: str, data: bytes) -> Attachment:
    return Attachment("0.1", name, "application/octet-stream", data)


def test_a_mail_with_the_bill_in_two_forms_is_one_bill() -> None:
    papers = (attached("a.pdf", pdf_with(cii())), attached("a.xml", ubl()))
    extraction = read_documents(documents_of(mail("Voici votre facture.", attachments=papers)))
    assert [reading.reader for reading in extraction.readings][:2] == ["facturx", "ubl"]
    assert extraction.reading.amount is not None
    assert extraction.reading.amount.confidence > 0.99
    assert extraction.reading.warnings == ()
    assert extraction.problems == ()


def test_two_bills_in_one_mail_are_said_to_be_two() -> None:
    other = cii().replace(b"F-2031", b"F-2032").replace(b">20260302<", b">20260202<")
    papers = (attached("a.xml", cii()), attached("b.xml", other))
    extraction = read_documents(documents_of(mail("Vos factures.", attachments=papers)))
    assert "several_bills" in extraction.reading.warnings


@pytest.mark.parametrize(
    ("data", "form", "code"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(9000), Form.IMAGE, "damaged"),
        (b"PK\x03\x04", Form.UNKNOWN, "not_supported"),
        (pdf_with(b"no xml"), Form.PDF, "nothing_to_read"),
        (b"%PDF-1.7", Form.PDF, "damaged"),
        (paper([(40, 40, "-")]), Form.PDF, "pages_unread"),
        (b"<a", Form.XML, "damaged"),
        (bytes(MOST_BYTES + 1), Form.PDF, "too_large"),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, form: Form, code: str) -> None:
    extraction = read_document(Document(form, "a scan", data))
    assert extraction.problems == (("a scan", code),)
    assert extraction.reading.is_empty


def test_the_text_is_the_papers_and_then_the_mails_own_words() -> None:
    documents = documents_of(mail("  Bonjour Alice.  ", attachments=(attached("a.xml", cii()),)))
    text = read_documents(documents).text
    assert text.index("Eaux du Vallon SA") < text.index("Bonjour Alice.")
    assert text.endswith("Bonjour Alice.")


def test_the_text_is_bounded() -> None:
    assert len(read_documents(documents_of(mail("word " * MOST_TEXT))).text) <= MOST_TEXT


def test_no_document_at_all_is_an_empty_answer() -> None:
    assert read_documents(()).reading.is_empty


def test_markup_and_body_that_agree_are_surer_than_each() -> None:
    html = """<script type="application/ld+json">{"@context": "http://schema.org",
     "@type": "Invoice", "totalPaymentDue": {"price": "80.20", "priceCurrency": "EUR"}}</script>"""
    text = "Votre facture\nMontant à payer : 80,20 €\nDate limite de paiement : 01/04/2026"
    extraction = read_documents(documents_of(mail(text, html)))
    amount = extraction.reading.amount
    assert amount is not None
    assert amount.value == Money.of("80.20", "EUR")
    alone = [r.amount.confidence for r in extraction.readings if r.amount is not None]
    assert len(alone) == 2
    assert amount.confidence > max(alone)
