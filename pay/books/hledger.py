"""A ledger as hledger reads it: accounts and commodities declared, balances asserted at the end."""

from collections.abc import Iterable

from babel.numbers import get_currency_precision

from models.payment_text import one_line
from pay.books.beancount import LONGEST, amount_text, day_after
from pay.books.ledger import Ledger, Transaction

_IN_WORDS = str.maketrans({";": ",", "|": "/"})
"""What ends a description, or parts the payee from it."""
_IN_TAG = str.maketrans({",": " ", ":": " ", ";": " "})
"""What ends a tag's value, or begins another."""


def hledger_text(ledger: Ledger) -> str:
    """The whole file; `hledger check accounts commodities` finds it right."""
    return "\n".join([*_head(ledger), *_body(ledger), *_end(ledger), ""])


def _head(ledger: Ledger) -> Iterable[str]:
    yield f"; {one_line(ledger.title, LONGEST)}"
    for name in ledger.currencies:
        decimals = "0" * get_currency_precision(name)
        yield f"commodity 1000.{decimals} {name}"
    for account in ledger.accounts:
        yield f"account {account}"


def _body(ledger: Ledger) -> Iterable[str]:
    for row in ledger.transactions:
        flag = "*" if row.sure else "!"
        yield ""
        yield f"{row.on} {flag} ({row.link}) {_words(row)}".rstrip()
        yield f"    ; {_tag(row.link)}"
        if row.number:
            yield f"    ; number: {_plain(row.number, _IN_TAG)}"
        yield from (f"    {one.account}  {amount_text(one.amount)}" for one in row.postings)


def _end(ledger: Ledger) -> Iterable[str]:
    if ledger.transactions:
        yield ""
        yield f"{day_after(ledger)} * (balances) Balances"
        for one in ledger.balances:
            yield f"    {one.account}  0 {one.amount.currency} = {amount_text(one.amount)}"


def _words(row: Transaction) -> str:
    payee, words = _plain(row.payee, _IN_WORDS), _plain(row.words, _IN_WORDS)
    return f"{payee} | {words}" if payee and words else payee or words


def _tag(link: str) -> str:
    """ "bill-7" as the tag "bill: 7", by which `hledger print tag:bill=7` finds all of a bill."""
    name, _, number = link.rpartition("-")
    return f"{name}: {number}" if name else f"{link}:"


def _plain(text: str, signs: dict[int, str]) -> str:
    return " ".join(one_line(text, LONGEST).translate(signs).split())
