"""The fields of a bill as a person types or is asked for them, in the terms of `facteur read`."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from cli.bill_days import bill_day_of
from cli.entries import amount_of, code_of, currency_of, iban_of, is_none, name_of
from cli.output import KIND_WORDS, Out
from cli.questions import typed
from flow.answer import Answer
from models.errors.values import UsageWrong
from models.money import Money
from models.words import mark

Told = dict[str, str | None]
_TRIES = 3


def told_fields(out: Out, entries: Mapping[str, str | None]) -> Told:
    """What was typed, checked and in the form of an Answer; None for "none". Raises UsageWrong."""
    return {name: entry(out, name, text) for name, text in entries.items() if text is not None}


def entry(out: Out, name: str, text: str) -> str | None:
    """One field as an Answer writes it. Raises UsageWrong with the form that is wanted."""
    match name:
        case "due_date" if is_none(text):
            return None
        case "due_date" | "issue_date":
            day = bill_day_of(out, text)
            return day.isoformat() if day else None
        case "amount":
            return _plain(amount_of(out, text))
        case "biller":
            return name_of(out, text)
        case "currency":
            return currency_of(out, text)
        case "iban":
            return iban_of(out, text)
        case "kind":
            return _kind(out, text)
        case _:
            return code_of(out, text)


def _plain(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:.2f}"


def in_currency(told: Told, answer: Answer) -> Told:
    """The told amount with as many decimals as its currency has. Raises AmountInvalid."""
    amount = told.get("amount")
    currency = told.get("currency") or answer["currency"] or "EUR"
    if amount is None:
        return told
    return {**told, "amount": str(Money.of(amount, currency)), "currency": currency}


def _kind(out: Out, text: str) -> str:
    for kind, words in KIND_WORDS.items():
        if text.strip().casefold() in {kind, words.casefold(), out.words(words).casefold()}:
            return kind
    sentence = mark("“{text}” is no kind: write one of {kinds}.")
    raise UsageWrong(why=out.words(sentence, text=text, kinds=", ".join(KIND_WORDS)))


def asked_fields(out: Out, answer: Answer, names: Sequence[tuple[str, str]]) -> Told:
    """Asks for each field on the terminal; Enter keeps what was read. Raises UsageWrong after 3 tries."""
    return {name: _asked(out, answer, name, words) for name, words in names}


def _asked(out: Out, answer: Answer, name: str, words: str) -> str | None:
    read = answer.get(name)
    shown = str(read) if read is not None else "none"
    for left in reversed(range(_TRIES)):
        text = typed(out, out.words(words), default=shown)
        if text == shown:
            return None if read is None else shown
        try:
            return entry(out, name, text)
        except UsageWrong as problem:
            if not left:
                raise
            out.refuse(problem)
    return None
