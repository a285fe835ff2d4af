"""Whose word counts about a sender."""

from flow.provider import _agreed


def test_a_clear_majority_is_believed() -> None:
    assert _agreed(["mx.example.org"] * 8 + ["", "forged.example"]) == "mx.example.org"


def test_few_mails_prove_nothing() -> None:
    assert _agreed(["mx.example.org"] * 4) is None


def test_a_provider_that_writes_none_is_not_replaced_by_a_forger() -> None:
    assert _agreed([""] * 9 + ["forged.example"]) is None


def test_no_clear_majority_is_no_answer() -> None:
    assert _agreed(["a.example"] * 5 + ["b.example"] * 5) is None
