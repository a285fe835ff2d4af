"""The walk through parts: what is kept, what is left out and why, and that the work is bounded."""

import struct
import zipfile
from io import BytesIO
from pathlib import PurePosixPath
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox.allowance import BYTES_MAX, DEPTH_MAX, PARTS_MAX
from inbox.mime import safe_name
from inbox.parse import mail_headers, parse_mail
from models.errors.problem import Problem
from models.mail import Mail
from tests.inbox.shapes import HEADERS, PDF, SHAPES, TEXT, base64_of, mixed, part, zip_of

PDF_PART = b"Content-Type: application/pdf"
JPEG = b"\xff\xd8\xff\xe0" + b"\x10JFIF" * 4000


def png(width: int, height: int, size: int = 500) -> bytes:
    head = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height)
    return head.ljust(size, b"\0")


def attached(headers: bytes, data: bytes) -> Mail:
    return parse_mail(mixed(TEXT, part(headers, data)))


def paths(mail: Mail) -> list[str]:
    return [attachment.path for attachment in mail.attachments]


def nested(levels: int) -> bytes:
    """A PDF forwarded `levels` times, each message in base64 in the next."""
    raw = HEADERS + part(PDF_PART)
    for _ in range(levels):
        raw = HEADERS + part(b"Content-Type: message/rfc822", raw)
    return raw


def multiparts(levels: int) -> bytes:
    """`levels` multiparts inside one another, a PDF in the innermost."""
    head = HEADERS + b"Content-Type: multipart/mixed; boundary=b0\r\n\r\n"
    opened = b"".join(
        b"--b%d\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n" % (n, n + 1)
        for n in range(levels)
    )
    return head + opened + b"--b%d\r\n" % levels + part(PDF_PART) + b"\r\n--b%d--\r\n" % levels


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


def test_a_zip_in_a_zip_is_opened() -> None:
    inner = zip_of(facture__pdf=PDF)
    mail = attached(b"Content-Type: application/zip", zip_of(a__zip=inner))
    assert [(a.path, a.name) for a in mail.attachments] == [("0.1.z0.z0", "facture.pdf")]


def test_the_bomb_is_refused_and_the_bill_beside_it_is_kept() -> None:
    mail = parse_mail(SHAPES["zip with a bomb beside it"]())
    assert [a.name for a in mail.attachments] == ["facture.pdf"]
    assert "zip_ratio" in mail.remarks


def test_of_a_zip_with_many_files_the_first_fifty_are_read() -> None:
    packed = zip_of(**{f"f{n}__pdf": PDF + b"%d" % n for n in range(60)})
    mail = attached(b"Content-Type: application/zip", packed)
    assert len(mail.attachments) == 50
    assert "zip_entries" in mail.remarks


def test_a_zip_with_a_directory_of_thousands_is_refused() -> None:
    packed = zip_of(**{f"f{n}": b"" for n in range(1001)})
    mail = attached(b"Content-Type: application/zip", packed)
    assert (mail.attachments, mail.remarks) == ((), ("zip_entries",))


def test_an_encrypted_zip_is_a_remark() -> None:
    packed = bytearray(zip_of(facture__pdf=PDF))
    packed[packed.rindex(b"PK\x01\x02") + 8] |= 1
    mail = attached(b"Content-Type: application/zip", bytes(packed))
    assert mail.remarks == ("zip_encrypted",)


def test_a_damaged_zip_member_is_a_remark() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("facture.pdf", PDF)
    mail = attached(
        b"Content-Type: application/zip", out.getvalue().replace(b"Catalog", b"Xatalog")
    )
    assert mail.remarks == ("zip_broken",)


def test_an_office_document_is_one_remark() -> None:
    packed = zip_of(**{"[Content_Types]__xml": b"<?xml ?><x/>", "word/document__xml": b"<?xml ?>"})
    mail = attached(b"Content-Type: application/zip; name=a.docx", packed)
    assert (mail.attachments, mail.remarks) == ((), ("left_out:office",))


def tnef(*objects: tuple[int, int, bytes]) -> bytes:
    """A TNEF stream (MS-OXTNEF section 2.1.3) of (level, attribute, data) objects."""
    out = struct.pack("<IH", 0x223E9F78, 1)
    for level, attribute, data in objects:
        out += struct.pack("<BHHI", level, attribute, 6, len(data)) + data
        out += struct.pack("<H", sum(data) & 0xFFFF)
    return out


def test_winmail_dat_gives_its_text_and_its_pdf() -> None:
    name = "facture-é.pdf\0".encode("cp1252")
    stream = tnef((1, 0x800C, b"Dans winmail\0"), (2, 0x9002, bytes(14)), (2, 0x8010, name))
    stream += tnef((2, 0x800F, PDF))[6:]
    mail = attached(b"Content-Type: application/ms-tnef; name=winmail.dat", stream)
    assert [(a.path, a.name, a.data) for a in mail.attachments] == [
        ("0.1.t0", "facture-é.pdf", PDF)
    ]
    assert mail.text == "Bonjour Alice\n\nDans winmail"


def test_tnef_counts_of_four_thousand_million_cost_nothing() -> None:
    endless = struct.pack("<IHHI", 0xFFFFFFFF, 0x1003, 0x0FFE, 0xFFFFFFFF)
    stream = tnef((1, 0x9003, endless), (1, 0x9004, endless), (2, 0x9002, bytes(14)))
    stream += tnef((2, 0x9005, endless), (2, 0x800F, PDF))[6:]
    mail = attached(b"Content-Type: application/ms-tnef", stream)
    assert [a.data for a in mail.attachments] == [PDF]


@pytest.mark.timeout(10)
def test_twenty_thousand_parts_stop_at_five_hundred() -> None:
    mail = parse_mail(mixed(*[TEXT.replace(b"Alice", b"%d" % n) for n in range(20_000)]))
    assert "parts_limit" in mail.remarks
    assert len(mail.text.split("\n\n")) == PARTS_MAX


@pytest.mark.timeout(10)
def test_two_thousand_nested_multiparts_stop_at_sixty() -> None:
    mail = parse_mail(multiparts(2000))
    assert (mail.attachments, mail.remarks) == ((), ("nesting_limit",))
    assert paths(parse_mail(multiparts(50))) == [".".join("0" * 52)]


def test_messages_inside_messages_stop_at_eight() -> None:
    assert paths(parse_mail(nested(DEPTH_MAX))) == ["0" + ".m" * DEPTH_MAX]
    mail = parse_mail(nested(DEPTH_MAX + 1))
    assert (mail.attachments, mail.remarks) == ((), ("depth_limit",))


@pytest.mark.timeout(10)
def test_many_zips_never_unpack_more_than_the_room_there_is() -> None:
    runs = b"".join(bytes([code]) * 64 for code in Random(1).randbytes(590_000))
    packed = zip_of(**{f"f{n}": PDF + runs for n in range(3)})
    mail = attached(b"Content-Type: application/zip", packed)
    assert len(mail.attachments) == 2
    assert sum(len(a.data) for a in mail.attachments) <= BYTES_MAX
    assert "zip_size" in mail.remarks


@pytest.mark.timeout(10)
@pytest.mark.parametrize(
    "field",
    [
        b"Subject: " + b" ".join([b"=?utf-8?q?=C3=89?="] * 20_000),
        b"To: " + b", ".join(b"a%d@b.fr" % n for n in range(20_000)),
        b"\r\n".join(b"X-%d: y" % n for n in range(20_000)),
        b"X: " + b"\r\n y" * 200_000,
        b"Content-Type: multipart/mixed; " + b'a=";' * 30_000,
        b"Content-Type: text/plain; " + b";".join(b"name*%d=a" % n for n in range(9_000)),
        b"Authentication-Results: x; " + b"(" * 100_000,
        b"From: " + b"a@" * 50_000,
        b"From: " + b"<" * 100_000,
        b"To: " + b";" * 100_000,
        b"Date: " + b"(" * 100_000,
    ],
)
def test_headers_made_to_be_slow_are_capped(field: bytes) -> None:
    raw = HEADERS + field + b"\r\n" + part(PDF_PART)
    mail = parse_mail(raw)
    assert mail.message_id == "<1@edf.fr>"
    assert len(mail.subject) <= 4000
    assert len(mail.recipients) <= 1001
    if len(field) > 256 * 1024:
        assert {"header_cut", "header_long"} & set(mail.remarks)


@pytest.mark.parametrize("line", [b"To: " + b"bob@example.org, " * 20_000, b"X-A: b\r\n" * 60_000])
def test_a_huge_header_before_the_content_type_hides_no_document(line: bytes) -> None:
    mail = parse_mail(line.rstrip() + b"\r\n" + HEADERS + part(PDF_PART))
    assert (paths(mail), mail.subject) == (["0"], "Votre facture")
    assert {"header_cut", "header_long"} & set(mail.remarks)


@pytest.mark.timeout(10)
@pytest.mark.parametrize("line", [b"a:\n", b" \n"])
def test_parts_made_of_headers_alone_are_bounded_work(line: bytes) -> None:
    heavy = b"a:\n" + line * (900_000 // len(line)) + b"b:\n\n"
    mail = parse_mail(mixed(*[heavy] * 60, TEXT))
    assert mail.text == "Bonjour Alice"
    assert "header_cut" in mail.remarks


def test_a_sender_cannot_flood_the_remarks_nor_hide_a_limit_behind_them() -> None:
    parts = [b"Content-Type: application/x-%d\r\n\r\nx" % n for n in range(600)]
    remarks = parse_mail(mixed(*parts)).remarks
    assert len(remarks) == 51
    assert remarks[-1] == "parts_limit"


def test_a_cut_header_block_says_so() -> None:
    mail = parse_mail(HEADERS + b"X-Long: " + b"x" * 300_000 + b"\r\n\r\nbody")
    assert (mail.subject, mail.text) == ("Votre facture", "body")
    assert {"header_cut", "header_long"} & set(mail.remarks)


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


@given(st.binary(max_size=3000))
def test_any_bytes_are_a_mail_or_a_problem(raw: bytes) -> None:
    try:
        mail = parse_mail(raw)
    except Problem:
        assert not raw.strip()
    else:
        assert "\0" not in mail.text + mail.subject + mail.sender.address
        mail.text.encode()
    mail_headers(raw)


@given(
    st.sampled_from([shape for shape in SHAPES if "bomb" not in shape]),
    st.lists(st.tuples(st.integers(0, 2**16), st.binary(max_size=6)), max_size=8),
)
def test_any_change_to_a_mail_still_gives_a_mail(
    shape: str, changes: list[tuple[int, bytes]]
) -> None:
    raw = SHAPES[shape]()
    for at, new in changes:
        place = at % len(raw)
        raw = raw[:place] + new + raw[place + len(new) // 2 :]
    for attachment in parse_mail(raw).attachments:
        assert "/" not in attachment.name
        assert ".." not in attachment.name
        assert attachment.data
