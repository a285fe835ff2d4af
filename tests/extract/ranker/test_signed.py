"""A paper that asks for money asks for a positive amount, whatever it calls a balance beside it."""

from decimal import Decimal

import pytest

from extract.ranker.signed import signed
from models.money import Money
from models.reading import Found


def told(kind: str, amount: str, quote: str) -> tuple[Decimal, bool]:
    found = signed(Found(Money.of(Decimal(amount), "GBP"), "pdf_text", quote, 0.97), kind)
    return found.value.decimal, found.confidence >= 0.9


@pytest.mark.parametrize("kind", ["to_pay", "to_be_debited", "reminder", "schedule", "on_portal"])
def test_a_balance_in_credit_turns_no_other_amount_round(kind: str) -> None:
    asked = "We'll take your next monthly Direct Debit of £142.00"
    assert told(kind, "-142.00", asked) == (Decimal("142.00"), True)


@pytest.mark.parametrize("quote", ["You are £54.00 in credit", "Solde -54,00", "£54.00 CR"])
def test_an_amount_whose_own_words_speak_of_a_credit_is_not_sure_on_a_bill(quote: str) -> None:
    assert told("to_pay", "-54.00", quote) == (Decimal("-54.00"), False)


def test_a_credit_note_gives_money_back() -> None:
    assert told("credit_note", "-54.00", "Credit total £54.00") == (Decimal("-54.00"), True)


def test_a_positive_amount_of_a_credit_note_is_not_sure() -> None:
    assert told("credit_note", "54.00", "Credit total £54.00") == (Decimal("54.00"), False)
