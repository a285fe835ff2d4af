"""A ledger as beancount reads it (version 2 and 3): options, accounts, transactions, balances."""

from collections.abc import Iterable
from datetime import date, timedelta

from models.money import Money
from models.payment_text import one_line
from pay.books.ledger import Ledger, Posting, Transaction

LONGEST = 200
"""Characters of one text; what is longer is cut, the archive holds it whole."""


def beancount_text(ledger: Ledger) -> str:
    """The whole file; `bean-check` finds its balances right."""
    return "\n".join([*_head(ledger), *_body(ledger), *_end(ledger), ""])


def _head(ledger: Ledger) -> Iterable[str]:
    first = ledger.transactions[0].on if ledger.transactions else date(1970, 1, 1)
    yield f'option "title" {_quoted(ledger.title)}'
    for name in ledger.currencies:
        yield f'option "operating_currency" "{name}"'
    yield ""
    for account in ledger.accounts:
        yield f"{first} open {account}"


def _body(ledger: Ledger) -> Iterable[str]:
    for row in ledger.transactions:
        yield ""
        yield f"{row.on} {_flag(row)} {_quoted(row.payee)} {_quoted(row.words)} ^{row.link}"
        if row.number:
            yield f"  number: {_quoted(row.number)}"
        yield from (f"  {one.account}  {amount_text(one.amount)}" for one in row.postings)


def _end(ledger: Ledger) -> Iterable[str]:
    """What stands on every account at the end of the last day: beancount looks at a day's beginning."""
    if ledger.transactions:
        yield ""
        yield from (_balance(one, day_after(ledger)) for one in ledger.balances)


def _balance(one: Posting, on: date) -> str:
    # Without a tolerance of its own, beancount lets a difference of one cent pass.
    return f"{on} balance {one.account}  {one.amount.decimal:f} ~ 0 {one.amount.currency}"


def day_after(ledger: Ledger) -> date:
    """The day after the last transaction."""
    last = ledger.transactions[-1].on
    return last if last == date.max else last + timedelta(days=1)


def amount_text(amount: Money) -> str:
    """Exact, with the currency's own decimals: "-84.20 EUR"."""
    return f"{amount.decimal:f} {amount.currency}"


def _flag(row: Transaction) -> str:
    return "*" if row.sure else "!"


def _quoted(text: str) -> str:
    plain = one_line(text, LONGEST).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'
