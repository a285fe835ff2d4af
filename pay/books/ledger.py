"""Double entry: every bill, payment and settlement as a transaction whose postings make zero.

A bill is owed to its biller at once: the own share is an expense, the share of another is what that one
owes. Whoever pays it settles what is owed to the biller; a settlement changes what one owes the other.
A person's account Assets:Receivable is so what they owe the one whose books these are and, with more
than two people, the household: the same balance as pay.balances tells, with the sign turned.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from models.money import Money
from pay.books.accounts import account_parts
from pay.books.facts import ME, BookedBill, BookedExpense, BookedSettlement, Facts, PaidPart

OPENING = "Equity:Opening-Balances"
_OTHER_BOOKS = "Equity:Other-Books"
_UNSEEN = "Assets:Unseen"
"""Where the money of a payment came from that no statement shows."""
_BANK = "Assets:Bank:Unknown"
"""A bank account that nothing names; no parent of another, whose balance would count in."""
_KEPT = ("Assets:", "Liabilities:")
"""What is carried over into books that begin later."""


@dataclass(frozen=True, slots=True)
class Posting:
    """An amount on an account; the postings of a transaction make zero in each currency."""

    account: str
    amount: Money


@dataclass(frozen=True, slots=True)
class Transaction:
    """One event. link: the thing ("bill-7"); sure: nobody has to look at it; number: as printed."""

    on: date
    payee: str
    words: str
    link: str
    postings: tuple[Posting, ...]
    sure: bool = True
    number: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Transactions in order of their days. balances: of each account and currency at the end."""

    title: str
    transactions: tuple[Transaction, ...]

    @property
    def accounts(self) -> tuple[str, ...]:
        """Every account, in order."""
        return tuple(sorted({one.account for row in self.transactions for one in row.postings}))

    @property
    def currencies(self) -> tuple[str, ...]:
        """Every currency, in order."""
        rows = self.transactions
        return tuple(sorted({one.amount.currency for row in rows for one in row.postings}))

    @property
    def balances(self) -> tuple[Posting, ...]:
        """What stands on each account at the end, zero included."""
        return _summed(self.transactions)


def ledger_of(facts: Facts, since: date | None = None) -> Ledger:
    """The ledger of `facts`; with `since` what was before is one opening transaction."""
    rows = sorted(_transactions(facts), key=lambda one: (one.on, one.link, one.words))
    if since is None:
        return Ledger(facts.title, tuple(rows))
    before = [one for one in rows if one.on < since]
    after = [one for one in rows if one.on >= since]
    return Ledger(facts.title, (*_opening(before, since), *after))


def _opening(before: Iterable[Transaction], since: date) -> Iterable[Transaction]:
    kept = [one for one in _summed(before) if one.account.startswith(_KEPT) and one.amount.minor]
    against = Counter[str]()
    for one in kept:
        against[one.amount.currency] -= one.amount.minor
    equity = [Posting(OPENING, Money(minor, name)) for name, minor in sorted(against.items())]
    if kept:
        yield Transaction(since, "", "Opening balances", "opening", (*kept, *equity))


def _summed(rows: Iterable[Transaction]) -> tuple[Posting, ...]:
    sums = Counter[tuple[str, str]]()
    for row in rows:
        for one in row.postings:
            sums[one.account, one.amount.currency] += one.amount.minor
    return tuple(Posting(name, Money(sums[name, of], of)) for name, of in sorted(sums))


def _transactions(facts: Facts) -> Iterable[Transaction]:
    billers = account_parts({bill.biller for bill in facts.bills})
    people = account_parts(_people(facts))
    banks = account_parts({part.bank_account for bill in facts.bills for part in bill.paid})
    for bill in facts.bills:
        payable = f"Liabilities:Payable:{billers[bill.biller]}"
        yield _bill(bill, payable, people)
        for part in bill.paid:
            source = _source(part, people, banks)
            yield _payment(bill, part, (payable, source))
    for settlement in facts.settlements:
        yield _settlement(settlement, people)
    for expense in facts.expenses:
        yield _expense(expense, people)


def _people(facts: Facts) -> set[str]:
    shares = {name for bill in facts.bills for name, _ in bill.shares}
    payers = {part.by for bill in facts.bills for part in bill.paid}
    movers = {name for one in facts.settlements for name in (one.sender, one.receiver)}
    return (shares | payers | movers | {name for one in facts.expenses for name, _ in one.nets}) - {
        ME
    }


def _receivable(person: str, people: dict[str, str]) -> str:
    return f"Assets:Receivable:{people[person]}"


def _bill(bill: BookedBill, payable: str, people: dict[str, str]) -> Transaction:
    bears = [
        Posting(
            f"Expenses:{bill.category.capitalize()}" if name == ME else _receivable(name, people),
            share,
        )
        for name, share in bill.shares
    ]
    words = f"Bill {bill.number}".strip()
    return Transaction(
        bill.on, bill.biller, words, f"bill-{bill.id}", (Posting(payable, -bill.amount), *bears),
        bill.sure, bill.number,
    )  # fmt: skip


def _source(part: PaidPart, people: dict[str, str], banks: dict[str, str]) -> str:
    if part.by != ME:
        return _receivable(part.by, people)
    if not part.seen:
        return _UNSEEN
    return f"Assets:Bank:{banks[part.bank_account]}" if part.bank_account else _BANK


def _payment(bill: BookedBill, part: PaidPart, accounts: tuple[str, str]) -> Transaction:
    payable, source = accounts
    postings = (Posting(payable, part.amount), Posting(source, -part.amount))
    words = f"Payment by {part.by}" if part.by != ME else "Payment"
    return Transaction(
        part.on, bill.biller, words, f"bill-{bill.id}", postings, part.seen, bill.number
    )


def _settlement(one: BookedSettlement, people: dict[str, str]) -> Transaction:
    """Money from A to B makes A owe less and B more; one's own side is the bank."""
    sides = []
    for name, amount in ((one.sender, -one.amount), (one.receiver, one.amount)):
        sides.append(Posting(_BANK if name == ME else _receivable(name, people), amount))
    other = one.receiver if one.sender == ME else one.sender
    return Transaction(
        one.on, other, "Settlement", f"settlement-{one.id}", tuple(sides), number=one.reference
    )


def _expense(one: BookedExpense, people: dict[str, str]) -> Transaction:
    sides = tuple(
        Posting(_OTHER_BOOKS if name == ME else _receivable(name, people), -net)
        for name, net in one.nets
    )
    return Transaction(one.on, "", one.words, f"taken-in-{one.id}", sides)
