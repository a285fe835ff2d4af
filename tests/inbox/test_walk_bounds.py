"""Whatever is sent, the walk through its parts is bounded work and ends with a mail or a problem."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox.allowance import DEPTH_MAX, PARTS_MAX
from inbox.parse import mail_headers, parse_mail
from models.errors.problem import Problem
from tests.inbox.attached import PDF_PART, multiparts, nested, paths
from tests.inbox.shapes import HEADERS, SHAPES, TEXT, mixed, part


@pytest.mark.cpu_seconds(10)
def test_twenty_thousand_parts_stop_at_five_hundred() -> None:
    mail = parse_mail(mixed(*[TEXT.replace(b"Alice", b"%d" % n) for n in range(20_000)]))
    assert "parts_limit" in mail.remarks
    assert len(mail.text.split("\n\n")) == PARTS_MAX


@pytest.mark.cpu_seconds(10)
def test_two_thousand_nested_multiparts_stop_at_sixty() -> None:
    mail = parse_mail(multiparts(2000))
    assert (mail.attachments, mail.remarks) == ((), ("nesting_limit",))
    assert paths(parse_mail(multiparts(50))) == [".".join("0" * 52)]


def test_messages_inside_messages_stop_at_eight() -> None:
    assert paths(parse_mail(nested(DEPTH_MAX))) == ["0" + ".m" * DEPTH_MAX]
    mail = parse_mail(nested(DEPTH_MAX + 1))
    assert (mail.attachments, mail.remarks) == ((), ("depth_limit",))


@pytest.mark.cpu_seconds(10)
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


@pytest.mark.cpu_seconds(10)
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
