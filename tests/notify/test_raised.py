"""A raise of caps is told with what it changes, from when, and how it is taken back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from models.money import Money
from notify.raised import Cap, CapsRaised, Higher, raise_told, short_raise
from notify.reminder import Reader

ASKED_AT = datetime(2026, 11, 23, 21, 5, tzinfo=UTC)
RAISED = CapsRaised(
    (
        Higher(Cap.PAYMENT, Money(50_00, "EUR"), Money(1_900_00, "EUR")),
        Higher(Cap.MONTH, Money(500_00, "EUR"), None),
    ),
    ASKED_AT, ASKED_AT + timedelta(days=1), "facteur caps --transfer 50.00 --month 500.00",
)  # fmt: skip
ALICE = Reader("Alice", "en")


def test_it_says_what_from_when_and_how_to_take_it_back() -> None:
    said = raise_told(RAISED, ALICE, ASKED_AT)
    assert said.title == "Higher caps on payments were asked for"
    for words in (
        "Hello Alice,", "on 23 November 2026 at 21:05",
        "For one payment: €1,900.00 instead of €50.00.",
        "For one month: no cap instead of €500.00.",
        "This counts from 24 November 2026 at 21:05 on; until then the caps of before hold.",
        "`facteur caps --transfer 50.00 --month 500.00`", "no code is needed",
        "This message holds no link and asks for no password.",
    ):  # fmt: skip
        assert words in said.text, words
    assert "http" not in said.html


def test_what_counts_already_is_told_so() -> None:
    said = raise_told(RAISED, ALICE, RAISED.counts_from)
    assert "This has counted since 24 November 2026 at 21:05." in said.text
    assert "until then" not in said.text


def test_a_phone_shows_no_amounts_unless_they_were_asked_for() -> None:
    bare = short_raise(RAISED, "en", ASKED_AT)
    assert "`facteur caps`" in bare.text
    assert not any(figure in bare.title + bare.text for figure in ("50.00", "500", "1,900"))
    whole = short_raise(RAISED, "en", ASKED_AT, amounts=True).text
    assert "€1,900.00 instead of €50.00" in whole
    assert "facteur caps --transfer 50.00" in whole


def test_to_a_member_it_says_so() -> None:
    member = Higher(Cap.MEMBER_PAYMENT, Money(500_00, "EUR"), Money(800_00, "EUR"))
    said = raise_told(replace(RAISED, higher=(member,)), ALICE, ASKED_AT).text
    assert "For one payment to a member: €800.00 instead of €500.00." in said
