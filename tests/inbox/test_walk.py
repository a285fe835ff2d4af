"""The walk through the parts of a mail: what is kept, what is left out and why."""

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox.mime import safe_name
from inbox.parse import parse_mail
from tests.inbox.attached import JPEG, PDF_PART, attached, paths, png
from tests.inbox.shapes import HEADERS, PDF, SHAPES, TEXT, base64_of, mixed, part


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (PDF, "application/pdf"),
        (JPEG, "image/jpeg"),
        (png(1000, 1400, 30_000), "image/png"),
        (b"II*\x00" + bytes(20_000), "image/tiff"),
        (b"\0\0\0\x18ftypheic" + bytes(20_000), "image/heic"),
        (b"RIFF\0\0\0\0WEBP" + bytes(20_000), "image/webp"),
        (b"<?xml version='1.0'?><Invoice/>", "application/xml"),
        (b"\xef\xbb\xbf<ubl:Invoice xmlns:ubl='u'/>", "application/xml"),
    ],
)
def test_bytes_decide_what_an_attachment_is(data: bytes, told: str) -> None:
    mail = attached(b"Content-Type: application/x-lie; name=lie.exe", data)
    assert [a.content_type for a in mail.attachments] == [told]


def test_an_xml_bill_may_be_declared_as_text() -> None:
    bill = b"<?xml version='1.0'?><Invoice/>"
    assert paths(attached(b"Content-Type: text/xml", bill)) == ["0.1"]
    assert paths(attached(b"Content-Type: text/plain; name=facture.xml", bill)) == ["0.1"]


@pytest.mark.parametrize(
    ("headers", "data", "remark"),
    [
        (b"Content-Type: text/calendar", b"BEGIN:VCALENDAR", "left_out:calendar"),
        (b"Content-Type: text/vcard; name=a.vcf", b"BEGIN:VCARD", "left_out:vcard"),
        (b"Content-Type: application/msword", b"\xd0\xcf\x11\xe0 word", "left_out:ole"),
        (b"Content-Type: application/pdf; name=a.pdf", b"no pdf", "left_out:pdf"),
        (b"Content-Type: image/png", png(40, 40), "decorative_image"),
        (b"Content-Type: image/gif", b"GIF89a", "left_out:gif"),
        (b"Content-Type: application/zip", b"PK\x03\x04 broken", "zip_broken"),
        (b"Content-Type: application/ms-tnef", b"\x78\x9f\x3e\x22\0\0\xff", "tnef_broken"),
    ],
)
def test_what_is_no_document_is_left_out_with_a_remark(
    headers: bytes, data: bytes, remark: str
) -> None:
    mail = attached(headers, data)
    assert (mail.attachments, mail.text) == ((), "Bonjour Alice")
    assert remark in mail.remarks


def test_a_small_square_picture_may_be_a_payment_code_and_is_kept() -> None:
    assert paths(attached(b"Content-Type: image/png", png(300, 300))) == ["0.1"]


def test_a_small_picture_that_is_attached_is_kept() -> None:
    headers = b"Content-Type: image/png\r\nContent-Disposition: attachment; filename=a.png"
    assert paths(attached(headers, png(40, 40))) == ["0.1"]


def test_prose_about_pdf_is_prose() -> None:
    mail = parse_mail(HEADERS + b"\r\nA file begins with %PDF-1.4 as you know.")
    assert (mail.attachments, mail.text) == ((), "A file begins with %PDF-1.4 as you know.")


def test_a_pdf_in_base64_that_nobody_declared_is_decoded() -> None:
    mail = parse_mail(mixed(TEXT, PDF_PART + b"\r\n\r\n" + base64_of(PDF)))
    assert mail.attachments[0].data == PDF
    assert "encoding_missing" in mail.remarks


def test_a_pdf_that_only_claims_to_be_base64_is_taken_as_it_is() -> None:
    lie = PDF_PART + b"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + PDF
    mail = parse_mail(mixed(TEXT, lie))
    assert mail.attachments[0].data == PDF
    assert "encoding_lie" in mail.remarks


def test_forwarded_messages_give_their_sender_text_and_documents() -> None:
    mail = parse_mail(SHAPES["forwarded as message/rfc822 in base64"]())
    assert [a.address for a in mail.forwarded] == ["bob@example.org"]
    assert paths(mail) == ["0.1.m.1"]
    before, line, after = mail.text.partition("----------\n")
    assert before.strip() == "Bonjour Alice"
    assert line
    assert after.splitlines() == [
        "Subject: Votre facture",
        "From: EDF <bob@example.org>",
        "Date: Mon, 2 Mar 2026 10:00:00 +0100",
        "",
        "Bonjour Alice",
    ]


def test_senders_inside_come_outermost_first() -> None:
    raw = HEADERS + b"\r\nx"
    for name in (b"inner", b"middle", b"outer"):
        raw = raw.replace(b"facture@edf.fr", name + b"@example.org", 1)
        raw = HEADERS + part(b"Content-Type: message/rfc822", raw)
    found = [a.address.partition("@")[0] for a in parse_mail(raw).forwarded]
    assert found == ["outer", "middle", "inner"]


@pytest.mark.parametrize(
    ("headers", "name"),
    [
        (b'Content-Disposition: attachment; filename="../../etc/passwd.pdf"', "passwd.pdf"),
        (b'Content-Disposition: attachment; filename="C:\\\\Users\\\\a.pdf"', "a.pdf"),
        (
            b"Content-Disposition: attachment; filename*=utf-8''%C3%89ch%C3%A9ance.pdf",
            "Échéance.pdf",
        ),
        (b"Content-Disposition: attachment; filename*0=fac; filename*1=ture.pdf", "facture.pdf"),
        (b'Content-Disposition: attachment; filename="=?utf-8?q?=C3=89t=C3=A9=2Epdf?="', "Été.pdf"),
        ("Content-Disposition: attachment; filename=été.pdf".encode(), "été.pdf"),
        ("Content-Disposition: attachment; filename=été.pdf".encode("cp1252"), "été.pdf"),
        (b"Content-Disposition: attachment; filename=..", ""),
        (b"Content-Disposition: attachment", ""),
        ("Content-Disposition: attachment; filename=gnp\u202efdp.exe".encode(), "gnpfdp.exe"),
    ],
)
def test_names_are_decoded_and_reduced_to_a_safe_last_component(headers: bytes, name: str) -> None:
    mail = attached(PDF_PART + b"\r\n" + headers, PDF)
    assert [a.name for a in mail.attachments] == [name]


def test_alternatives_are_one_text_and_keep_the_html() -> None:
    html = b"Content-Type: text/html\r\n\r\n<p>Bonjour <b>Alice</b></p>"
    mail = parse_mail(mixed(TEXT, html).replace(b"multipart/mixed", b"multipart/alternative"))
    assert (mail.text, mail.html) == ("Bonjour Alice", "<p>Bonjour <b>Alice</b></p>")


def test_a_plain_text_that_says_nothing_gives_way_to_the_html() -> None:
    stub = b"Content-Type: text/plain\r\n\r\nYour program cannot show HTML."
    html = b"Content-Type: text/html\r\n\r\n" + b"<p>Montant : 42,50</p>" * 10
    mail = parse_mail(mixed(stub, html).replace(b"multipart/mixed", b"multipart/alternative"))
    assert mail.text.splitlines() == ["Montant : 42,50"] * 10


@given(st.text(max_size=400))
def test_a_name_never_leaves_its_folder(said: str) -> None:
    name = safe_name(said)
    assert "/" not in name
    assert ".." not in name
    assert "\0" not in name
    assert len(name) <= 150
    assert name == "" or PurePosixPath(name).name == name
