"""The quick look at a header: readable, bounded, and never an exception."""

import time
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from inbox.glance import MAX_HEADER, glance


def test_encoded_words_raw_bytes_and_folds_are_read() -> None:
    seen = glance(
        b"Subject: =?utf-8?q?=C3=89lectricit=C3=A9?=\r\n =?utf-8?b?OiBmYWN0dXJl?=\r\n"
        b"From: =?iso-8859-1?q?Soci=E9t=E9?= <Factures@EXAMPLE.org>\r\n"
        b"Message-ID: <1@example.org> \r\nDate: Mon, 2 Nov 2026 09:00:00 +0100\r\n\r\n"
    )
    assert seen.subject == "Électricité: facture"
    assert (seen.sender_name, seen.sender_address) == ("Société", "factures@example.org")
    assert seen.message_id == "<1@example.org>"
    assert seen.sent_at == datetime(2026, 11, 2, 8, tzinfo=UTC)
    assert glance("Subject: échéance\r\n\r\n".encode()).subject == "échéance"
    assert glance("Subject: 12 € dû\r\n\r\n".encode("cp1252")).subject == "12 € dû"


def test_the_first_of_two_subjects_counts() -> None:
    assert glance(b"Subject: one\r\nSubject: two\r\n\r\n").subject == "one"


def test_twenty_thousand_encoded_words_cost_no_time() -> None:
    began = time.process_time()
    seen = glance(b"Subject: " + b"=?utf-8?q?=C3=A9?= " * 20_000 + b"\r\n\r\n")
    assert len(seen.subject) <= MAX_HEADER
    assert time.process_time() - began < 1.0


@given(st.binary(max_size=300))
def test_any_bytes_give_text_that_a_database_takes(noise: bytes) -> None:
    for field in (b"Subject", b"From", b"Message-ID", b"Date"):
        seen = glance(field + b": " + noise)
        for text in (seen.subject, seen.sender_name, seen.sender_address, seen.message_id):
            assert "\x00" not in text
            text.encode()
        assert seen.sent_at is None or seen.sent_at.tzinfo is UTC
