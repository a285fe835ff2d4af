"""The same bill is never paid twice."""

from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache

from models.order import LONGEST_NAME
from models.payment_text import basic_latin
from models.said import said
from models.words import mark
from pay.policy.facts import Earlier, Facts
from pay.policy.flag import Flag, ask, stop
from pay.policy.steps import HELD

_SOON = timedelta(days=20)


def twice_rules(facts: Facts) -> Iterator[Flag]:
    """same_document, same_number (stop), same_amount (ask): against orders of other bills; maybe_paid
    (ask): against what the account shows.

    Parts of one bill are no doubles: they end where nothing is left of it (pay.policy.amount).
    """
    yield from _maybe_paid(facts)
    others = [one for one in facts.earlier if one.step in HELD and one.bill != facts.order.bill]
    for one in others:
        if one.documents & facts.bill.documents:
            because = said(
                mark("This document was already paid, or is about to be, on {day}."), day=one.on
            )
            yield stop("same_document", because)
            return
        if _is_same_number(one, facts) and _is_same_payee(one, facts):
            because = said(
                mark("Bill {number} of {payee} was already paid, or is about to be, on {day}."),
                number=facts.bill.number,
                payee=facts.order.payee.name,
                day=one.on,
            )
            yield stop("same_number", because)
            return
    yield from _same_amount(others, facts)


def _maybe_paid(facts: Facts) -> Iterator[Flag]:
    """The first movement of the ordered amount; more of them are told where matches are."""
    for one in facts.bill.fitting:
        if one.amount == facts.order.amount:
            because = mark(
                "Your account shows {amount} on {day} that may have paid it ({text}): "
                "`facteur import --confirm {match}` says that it did, --undo that it did not."
            )
            words = said(because, amount=one.amount, day=one.on, text=one.text, match=one.match)
            yield ask("maybe_paid", words)
            return


def _same_amount(others: list[Earlier], facts: Facts) -> Iterator[Flag]:
    for one in others:
        if one.amount == facts.order.amount and abs(one.on - facts.order.on) <= _SOON:
            because = said(
                mark("The same amount goes to {payee} on {day}: is it the same bill?"),
                payee=one.payee,
                day=one.on,
            )
            yield ask("same_amount", because)
            return


def _is_same_payee(one: Earlier, facts: Facts) -> bool:
    payee = facts.order.payee
    same_account = payee.iban is not None and one.account == payee.iban.text
    return same_account or _bare(one.payee) == _bare(payee.name)


def _is_same_number(one: Earlier, facts: Facts) -> bool:
    return bool(_bare(facts.bill.number)) and _bare(one.number) == _bare(facts.bill.number)


@lru_cache(maxsize=10_000)
def _bare(text: str) -> str:
    """Letters and digits alone, so that "F-2031" is "f 2031"."""
    return "".join(c for c in basic_latin(text, LONGEST_NAME) if c.isalnum()).lower()
