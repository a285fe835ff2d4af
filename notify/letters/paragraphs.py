"""What each ready letter asks for, in one paragraph after the other."""

from collections.abc import Iterator
from datetime import date

from models.errors.sending import ChannelRefused
from models.said import day_in
from models.words import Lang, mark, translate
from notify.figures import money_in
from notify.letters.subject import (
    BillFacts,
    Cancellation,
    DoubleDebit,
    Mediation,
    Question,
    Wish,
    WrongAmount,
    WrongReading,
    named,
    own_words,
)

_ANSWER_DAYS = 14


def paragraphs(wish: Wish, bill: BillFacts, lang: Lang) -> Iterator[str]:
    """What the letter asks for. Raises ChannelRefused when the person's own words are missing."""
    match wish:
        case Question(words):
            yield translate(mark("I have a question about {bill}:"), lang, bill=named(bill, lang))
            yield _needed(words)
        case WrongAmount():
            yield from _wrong_amount(wish, bill, lang)
        case WrongReading():
            yield from _wrong_reading(wish, bill, lang)
        case DoubleDebit():
            yield from _double_debit(wish, bill, lang)
        case Cancellation(on):
            yield from _cancellation(on, lang)
        case Mediation():
            yield from _mediation(wish, bill, lang)


def _needed(words: str) -> str:
    told = own_words(words)
    if not told:
        raise ChannelRefused(why=mark("write what the letter is about"))
    return told


def _wrong_amount(wish: WrongAmount, bill: BillFacts, lang: Lang) -> Iterator[str]:
    """Raises ChannelRefused where the amount that is right is the one that was billed."""
    words = _needed(wish.words)
    if wish.right == bill.amount:
        raise ChannelRefused(why=mark("the amount that you call right is the one that was billed"))
    sentence = mark("The amount of {bill} is not right: as I see it, {right} is due.")
    if bill.amount is not None:
        sentence = mark("The amount of {bill} is not right: {billed} is billed, {right} is due.")
    told = {"right": money_in(lang, wish.right), "bill": named(bill, lang)}
    billed = money_in(lang, bill.amount) if bill.amount is not None else ""
    yield translate(sentence, lang, billed=billed, **told)
    yield words
    yield translate(
        mark(
            "Please check this, and send me a corrected bill or tell me how the amount comes about. "
            "Until then, please hold reminders and debits of the disputed part."
        ),
        lang,
    )


def _wrong_reading(wish: WrongReading, bill: BillFacts, lang: Lang) -> Iterator[str]:
    sentence = mark(
        "The consumption on {bill} is not what my meter shows: on {day} I read {reading}."
    )
    details = {"day": day_in(lang, wish.read_on), "reading": _needed(wish.reading)}
    yield translate(sentence, lang, bill=named(bill, lang), **details)
    yield translate(
        mark(
            "Please correct the bill by this reading and send me a new one. "
            "Until then, please hold reminders and debits of the disputed part."
        ),
        lang,
    )


def _double_debit(wish: DoubleDebit, bill: BillFacts, lang: Lang) -> Iterator[str]:
    amount = money_in(lang, wish.amount)
    days = {"first": day_in(lang, wish.first), "second": day_in(lang, wish.second)}
    sentence = mark("You debited {bill} twice: {amount} on {first}, and again on {second}.")
    yield translate(sentence, lang, bill=named(bill, lang), amount=amount, **days)
    demand = mark(
        "Please give back the second {amount} within {days} days and confirm it. "
        "Otherwise I will ask my bank to refund that debit."
    )
    yield translate(demand, lang, amount=amount, days=_ANSWER_DAYS)


def _cancellation(on: date | None, lang: Lang) -> Iterator[str]:
    if on is None:
        yield translate(mark("I cancel my contract as soon as its terms allow."), lang)
    else:
        yield translate(mark("I cancel my contract on {day}."), lang, day=day_in(lang, on))
    yield translate(
        mark(
            "Please confirm the day on which it ends and send me the final bill. "
            "My permission to debit ends with that bill."
        ),
        lang,
    )


def _mediation(wish: Mediation, bill: BillFacts, lang: Lang) -> Iterator[str]:
    about = {"biller": bill.biller, "bill": named(bill, lang)}
    sentence = mark("I ask you to take up my dispute with {biller} about {bill}.")
    yield translate(sentence, lang, **about)
    yield _needed(wish.words)
    answered = mark("I complained in writing on {day}; the answer did not settle it.")
    silent = mark("I complained in writing on {day} and had no answer.")
    day = day_in(lang, wish.complained_on)
    yield translate(answered if wish.answered else silent, lang, day=day)
