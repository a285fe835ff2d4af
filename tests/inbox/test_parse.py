"""A message becomes a Mail: headers, dates, addresses, names; broken ones too."""

from datetime import UTC, datetime

import pytest

from inbox.allowance import BYTES_MAX
from inbox.parse import looks_like_mail, mail_headers, parse_mail
from models.errors.files import TooLarge
from models.errors.reading import Damaged
from models.mail import Address
from tests.inbox.shapes import HEADERS, PDF, SHAPES, TEXT, mixed, part


def subject(raw: bytes) -> str:
    return parse_mail(b"From: a@b.fr\nSubject: " + raw + b"\n\nx").subject


def sender(raw: bytes) -> Address:
    return parse_mail(b"Subject: x\nFrom: " + raw + b"\n\nx").sender


def date(raw: bytes) -> datetime | None:
    return parse_mail(b"From: a@b.fr\n" + raw + b"\n\nx").received_at


@pytest.mark.parametrize("shape", SHAPES)
def test_the_pdf_is_found_in_each_of_the_sixteen_shapes(shape: str) -> None:
    mail = parse_mail(SHAPES[shape]())
    found = [a for a in mail.attachments if a.content_type == "application/pdf"]
    assert len(found) == 1
    whole = PDF[:-4] if "cut" in shape else PDF
    assert whole in found[0].data


@pytest.mark.parametrize("shape", SHAPES)
def test_paths_and_names_are_the_same_at_each_reading(shape: str) -> None:
    raw = SHAPES[shape]()
    assert parse_mail(raw) == parse_mail(raw)


def test_sixteen_shapes_are_sixteen() -> None:
    assert len({make() for make in SHAPES.values()}) == 16


def test_a_usual_mail_is_read_whole() -> None:
    mail = parse_mail(mixed(TEXT, part(b"Content-Type: application/pdf; name=Facture.pdf")))
    assert mail.sender == Address("EDF", "facture@edf.fr")
    assert (mail.subject, mail.message_id) == ("Votre facture", "<1@edf.fr>")
    assert mail.recipients == (Address("", "alice@example.org"),)
    assert mail.received_at == datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    assert mail.text == "Bonjour Alice"
    assert [(a.path, a.name) for a in mail.attachments] == [("0.1", "Facture.pdf")]
    assert (mail.remarks, mail.reply_to, mail.bulk) == ((), None, False)


def test_a_list_and_precedence_bulk_are_bulk() -> None:
    assert parse_mail(HEADERS + b"List-Unsubscribe: <mailto:x@y.fr>\r\n\r\nx").bulk
    assert parse_mail(HEADERS + b"Precedence: Bulk\r\n\r\nx").bulk


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"=?utf-8?q?=C3=89lectricit=C3=A9?= 12 =?iso-8859-1?Q?=80?=", "Électricité 12 €"),
        (b"=?utf-8?b?w4?= =?utf-8?b?iXTDqQ==?=", "Été"),
        (b"=?utf-8?Q?Facture_n=C2=B0?=\r\n =?utf-8?Q?_12?=", "Facture n° 12"),
        (b"=?windows-1252?Q?=C9ch=E9ance?=", "Échéance"),
        (b"=?x-nothing?Q?=C9t=E9?=", "Été"),
        (b"=?utf-8?x?abc?=", "=?utf-8?x?abc?="),
        ("Échéance brute".encode(), "Échéance brute"),
        ("Échéance brute 5 €".encode("cp1252"), "Échéance brute 5 €"),
        (b"a\r\n\tb", "a b"),
        (b"nul\x00 here", "nul here"),
    ],
)
def test_a_subject_is_read_however_it_is_encoded(raw: bytes, told: str) -> None:
    assert subject(raw) == told


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b'"EDF, clients" <EDF@edf.fr>', Address("EDF, clients", "edf@edf.fr")),
        (b"=?utf-8?q?=C3=89DF?= <a@b.fr>", Address("ÉDF", "a@b.fr")),
        (b"a@b.fr (Alice)", Address("Alice", "a@b.fr")),
        (b"EDF Clients edf@edf.fr", Address("EDF Clients", "edf@edf.fr")),
        (b'"EDF <edf@edf.fr>', Address("EDF", "edf@edf.fr")),
        (b"EDF <mailto:edf@edf.fr>", Address("EDF", "edf@edf.fr")),
        (b"EDF", Address("EDF", "")),
        (b"x@evil.fr, y@good.fr", Address("", "x@evil.fr")),
        (b"", Address("", "")),
    ],
)
def test_a_sender_is_found_in_broken_fields(raw: bytes, told: Address) -> None:
    assert sender(raw) == told


def test_the_sender_falls_back_to_sender_and_return_path() -> None:
    assert parse_mail(b"Sender: a@b.fr\nTo: c@d.fr\n\nx").sender.address == "a@b.fr"
    assert parse_mail(b"Return-Path: <a@b.fr>\nTo: c@d.fr\n\nx").sender.address == "a@b.fr"


@pytest.mark.parametrize(
    ("raw", "hour"),
    [
        (b"Date: Mon, 2 Mar 2026 10:00:00 +0100 (CET)", 9),
        (b"Date: 2 Mar 26 10:00 GMT", 10),
        (b"Date: Mon, 2 Mar 2026 10:00:00", 10),
        (
            b"Date: nonsense\nReceived: from x by y; Mon, 2 Mar 2026 08:00:00 +0000\nReceived: z; x",
            8,
        ),
        (b"Received: from x by y;\n\tMon, 2 Mar 2026 08:00:00 +0000", 8),
    ],
)
def test_a_date_is_utc_and_falls_back_to_the_topmost_relay(raw: bytes, hour: int) -> None:
    assert date(raw) == datetime(2026, 3, 2, hour, 0, tzinfo=UTC)


@pytest.mark.parametrize("raw", [b"X-Y: z", b"Date: Mon, 99 Foo 2026", b"Date: " + b"9" * 5000])
def test_no_date_is_none(raw: bytes) -> None:
    assert date(raw) is None


def test_of_repeated_headers_the_topmost_counts_and_a_remark_says_so() -> None:
    mail = parse_mail(b"From: a@b.fr\nFrom: c@d.fr\nSubject: one\nSubject: two\n\nx")
    assert (mail.sender.address, mail.subject) == ("a@b.fr", "one")
    assert set(mail.remarks) == {"header_repeated:from", "header_repeated:subject"}


def test_a_broken_line_loses_no_header_after_it() -> None:
    mail = parse_mail(b"Subject: one\nthis line is broken\nFrom: a@b.fr\n\nbody")
    assert (mail.subject, mail.sender.address, mail.text) == ("one", "a@b.fr", "body")
    assert "header_broken" in mail.remarks


def test_a_body_without_blank_line_is_still_read() -> None:
    mail = parse_mail(b"Subject: one\nFrom: a@b.fr\nBonjour Alice")
    assert (mail.subject, mail.text) == ("one", "Bonjour Alice")


def test_a_text_without_headers_is_still_read() -> None:
    mail = parse_mail(b"Bonjour Alice, ci-joint la facture.\n" * 10_000)
    assert mail.text.startswith("Bonjour Alice, ci-joint")
    assert len(mail.text) == 10_000 * 36 - 1


def test_a_body_without_blank_line_may_be_long() -> None:
    mail = parse_mail(b"Subject: one\n" + b"Bonjour Alice\n" * 30_000)
    assert (mail.subject, len(mail.text)) == ("one", 30_000 * 14 - 1)


def test_a_multipart_whose_boundary_is_only_the_start_of_a_line_is_text() -> None:
    mail = parse_mail(HEADERS + b"Content-Type: multipart/mixed; boundary=b\r\n\r\na\n--bx\n")
    assert "a\n--bx" in mail.text


@pytest.mark.parametrize("newline", [b"\n", b"\r\n", b"\r"])
def test_any_newline_will_do(newline: bytes) -> None:
    raw = mixed(TEXT, part(b"Content-Type: application/pdf")).replace(b"\r\n", newline)
    mail = parse_mail(newline * 2 + b"From x Mon Mar  2 2026" + newline + raw)
    assert (mail.subject, mail.text, len(mail.attachments)) == ("Votre facture", "Bonjour Alice", 1)


def test_an_absent_message_id_is_empty() -> None:
    assert parse_mail(b"Subject: x\n\nx").message_id == ""


def test_nothing_and_too_much_are_problems() -> None:
    with pytest.raises(Damaged):
        parse_mail(b" \r\n ")
    with pytest.raises(TooLarge):
        parse_mail(bytes(BYTES_MAX + 1))


def test_the_quick_look_says_what_the_mail_says() -> None:
    raw = SHAPES["inline"]()
    mail, shown = parse_mail(raw), mail_headers(raw.partition(b"\r\n\r\n")[0] + b"\r\n\r\n")
    assert shown == (mail.message_id, mail.subject, mail.sender, mail.received_at)
    assert mail_headers(b"") == ("", "", Address("", ""), None)


def test_a_mail_is_told_from_other_files() -> None:
    assert looks_like_mail(HEADERS + b"\r\nx")
    assert looks_like_mail(b"From a Mon\n" + HEADERS)
    assert not looks_like_mail(PDF)
    assert not looks_like_mail(b"Subject: only one known header\n\nx")
    assert not looks_like_mail(b"")
