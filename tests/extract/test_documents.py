"""The form is in the bytes, whatever the name says."""

import pytest

from extract.documents import MOST_DOCUMENTS, documents_of, form_of
from models.document import Form
from models.mail import Attachment
from tests.extract.cast import mail
from tests.extract.e_invoices import cii

MAIL = b"Received: from a by b\r\nFrom: Alice <alice@example.org>\r\nSubject: hello\r\n\r\nhi"


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"%PDF-1.7\n", Form.PDF),
        (b"\0\0junk before it\n%PDF-1.4", Form.PDF),
        (b" " * 2000 + b"%PDF-1.4", Form.UNKNOWN),
        (b"\xff\xd8\xff\xe0JFIF", Form.IMAGE),
        (b"\x89PNG\r\n\x1a\n", Form.IMAGE),
        (b"GIF89a", Form.IMAGE),
        (b"II*\0", Form.IMAGE),
        (b"RIFF\1\2\3\4WEBPVP8 ", Form.IMAGE),
        (b"\0\0\0\x18ftypheic\0\0", Form.IMAGE),
        (b"BM" + bytes(12) + b"\x28\0\0\0", Form.IMAGE),
        (b"BMW sent you a letter", Form.UNKNOWN),
        (b"PK\x03\x04" + bytes(30), Form.UNKNOWN),
        (b"", Form.UNKNOWN),
        (b"just some words", Form.UNKNOWN),
        (MAIL, Form.MAIL),
        (b"From alice Mon Jan  1 00:00:00 2026\nSubject: mbox\n\nhi", Form.MAIL),
        (b"<html><body>hi</body></html>", Form.UNKNOWN),
        (b"<!DOCTYPE html><p>hi", Form.UNKNOWN),
    ],
)
def test_the_first_bytes_decide(data: bytes, form: Form) -> None:
    assert form_of(data, "bill.pdf") is form


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_xml_is_seen_in_every_encoding(encoding: str) -> None:
    assert form_of(cii().decode().encode(encoding)) is Form.XML


def test_a_pdf_inside_a_mail_leaves_it_a_mail() -> None:
    assert form_of(MAIL + b"\r\n%PDF-1.4") is Form.MAIL


def test_a_mail_is_its_attachments_and_then_its_body() -> None:
    papers = (
        Attachment("0.1", "facture.pdf", "application/pdf", b"%PDF-1.4"),
        Attachment("0.2", "", "text/xml", cii()),
    )
    documents = documents_of(mail("Bonjour", attachments=papers))
    assert [(d.form, d.name) for d in documents] == [
        (Form.PDF, "facture.pdf"),
        (Form.XML, "0.2"),
        (Form.MAIL, "Votre facture"),
    ]
    assert documents[-1].mail is not None


def test_a_logo_is_no_document_but_a_photograph_is() -> None:
    def picture(size: int) -> Attachment:
        return Attachment("0.1", "a.png", "image/png", b"\x89PNG\r\n\x1a\n" + bytes(size))

    assert len(documents_of(mail(attachments=(picture(500),)))) == 1
    assert len(documents_of(mail(attachments=(picture(50_000),)))) == 2


def test_a_mail_of_a_thousand_attachments_is_cut_but_keeps_its_body() -> None:
    many = tuple(Attachment(f"0.{i}", "", "x/y", b"%PDF-1.4") for i in range(1000))
    documents = documents_of(mail(attachments=many))
    assert len(documents) == MOST_DOCUMENTS + 1
    assert documents[-1].form is Form.MAIL
