"""Whose verdict on senders counts: the provider's, learned from nearly all mail."""

import time

from inbox.authserv import learned


def _header(number: int, *results: str) -> bytes:
    lines = [f"Authentication-Results: {result}" for result in results]
    return "\r\n".join([*lines, f"From: X <x@sender{number % 7}.example>", "", ""]).encode()


def test_the_name_on_top_of_nearly_all_mail_is_the_providers() -> None:
    mails = [
        _header(n, "MX.Provider.example; spf=pass", "forged.example; dkim=pass") for n in range(19)
    ]
    assert learned([*mails, _header(1)]) == "mx.provider.example"
    folded = [_header(n, "\r\n mx.provider.example 1;\r\n dkim=pass") for n in range(10)]
    assert learned(folded) == "mx.provider.example"


def test_a_flood_of_one_sender_teaches_nothing() -> None:
    assert learned([_header(0, "forged.example; dkim=pass") for _ in range(500)]) is None


def test_too_few_or_divided_mails_teach_nothing() -> None:
    few = [_header(n, "mx.provider.example; spf=pass") for n in range(9)]
    assert learned(few) is None
    assert learned([_header(n) for n in range(50)]) is None
    divided = [_header(n, f"mx{n % 2}.example; spf=pass") for n in range(50)]
    assert learned(divided) is None


def test_hostile_headers_cost_no_time() -> None:
    began = time.process_time()
    assert (
        learned([b"Authentication-Results: " + b"a" * 60_000, b"From: " + b"@" * 60_000] * 50)
        is None
    )
    assert time.process_time() - began < 1.0
