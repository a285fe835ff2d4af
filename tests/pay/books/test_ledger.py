"""Books that beancount and hledger themselves find right, whatever the billers are called."""

import re
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from beancount import loader
from hypothesis import given, settings
from hypothesis import strategies as st

from models.money import Money
from pay.books.accounts import account_parts
from pay.books.beancount import beancount_text
from pay.books.facts import BookedBill, BookedExpense, BookedSettlement, Facts, PaidPart
from pay.books.hledger import hledger_text
from pay.books.ledger import ledger_of

HOSTILE = (
    'EDF"\n2026-01-01 open Assets:Evil',
    "EDF\r\n    Assets:Bank  -1000.00 EUR",
    "Eaux; du | Vallon  1000.00 EUR",
    "\u202eFDE\u202c",
    "C:\\new\\table",
    "* ! (code) =2026-01-01",
    "",
    "水道局",
    "Énergie du Val",
    "Energie du Val",
    "a" * 500,
    '\\"',
    "EUR",
    'include "/etc/passwd"',
    "\x00\x07\t",
)
DAY = date(2026, 11, 3)


def euros(text: str) -> Money:
    return Money.of(text, "EUR")


def bill(
    id_: int, biller: str, amount: Money, *shares: tuple[str, Money], **more: Any
) -> BookedBill:
    return BookedBill(id_, DAY, biller, "energy", amount, shares or (("", amount),), **more)


def flat(billers: tuple[str, ...] = HOSTILE) -> Facts:
    """Alice's books: a bill of each biller shared with Bob, paid by one of them, one settled."""
    bills = []
    for number, biller in enumerate(billers, start=1):
        amount = Money(9000 + number, "EUR")
        half = Money(4500, "EUR")
        paid = PaidPart(
            DAY, amount, "Bob" if number % 3 == 0 else "", "FR76 3000 6000 0112 3456 7890 189"
        )
        bills.append(
            bill(number, biller, amount, ("", amount - half), ("Bob", half), paid=(paid,), number=biller)
        )  # fmt: skip
    yen, dinar = Money(1200, "JPY"), Money(-1500, "KWD")
    bills += [
        bill(90, "Tokyo", yen, sure=False),
        bill(91, "Kuwait", dinar, paid=(PaidPart(DAY, dinar, seen=False),)),
    ]
    settlement = BookedSettlement(1, date(2026, 11, 9), "Bob", "", euros("45"), "RF18")
    other = BookedSettlement(2, date(2026, 11, 9), "Bob", "Zoé", euros("5"))
    taken = BookedExpense(
        1, date(2026, 10, 1), HOSTILE[0], (("", euros("2")), ("Bob", euros("-2")))
    )
    return Facts('Alice\'s "books"\n', tuple(bills), (settlement, other), (taken,))


def checked(path: Path, text: str) -> list[Any]:
    """The entries that beancount reads; it finds no error."""
    path.write_text(text, encoding="utf-8")
    entries, errors, _ = loader.load_file(str(path))
    assert [error.message for error in errors] == []
    return list(entries)


def balances(entries: list[Any]) -> dict[tuple[str, str], str]:
    return {
        (one.account, one.amount.currency): str(one.amount.number)
        for one in entries
        if type(one).__name__ == "Balance"
    }


def test_beancount_finds_the_books_right_and_no_name_makes_a_line(tmp_path: Path) -> None:
    facts = flat()
    entries = checked(tmp_path / "a.beancount", beancount_text(ledger_of(facts)))
    rows = [one for one in entries if type(one).__name__ == "Transaction"]
    payments = sum(len(one.paid) for one in facts.bills)
    assert len(rows) == len(facts.bills) + payments + 3
    assert {one.account for one in entries if type(one).__name__ == "Open"} == set(
        ledger_of(facts).accounts
    )
    stand = balances(entries)
    # 15 halves of 45.00 are Bob's, five bills of 90.03 to 90.15 he paid, less 45.00 and 5.00 sent, and 2.00.
    owed = 15 * 4500 - sum(9000 + number for number in range(3, 16, 3)) - 4500 - 500 + 200
    assert stand["Assets:Receivable:Bob", "EUR"] == str(Money(owed, "EUR"))
    assert stand["Liabilities:Payable:Tokyo", "JPY"] == "-1200"
    assert stand["Assets:Unseen", "KWD"] == "1.500"
    assert {link for row in rows for link in row.links} >= {
        "bill-1",
        "bill-15",
        "settlement-1",
        "taken-in-1",
    }


@pytest.mark.skipif(shutil.which("hledger") is None, reason="hledger is not installed")
def test_hledger_finds_the_same_books_right(tmp_path: Path) -> None:
    ledger = ledger_of(flat())
    path = tmp_path / "a.journal"
    path.write_text(hledger_text(ledger), encoding="utf-8")

    def hledger(*words: str) -> str:
        done = subprocess.run(
            ["hledger", "-f", str(path), *words], capture_output=True, text=True, check=False, timeout=60,
            env={"LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    hledger("check", "accounts", "commodities", "ordereddates")
    assert sorted(hledger("accounts", "--used").split()) == list(ledger.accounts)
    heads = [line for line in hledger("print").splitlines() if re.match(r"\d{4}-", line)]
    assert len(heads) == len(ledger.transactions) + 1
    assert (
        len([line for line in hledger("print", "tag:bill=^7$").splitlines() if "(bill-7)" in line])
        == 2
    )
    told = hledger("balance", "Assets:Receivable:Bob", "-O", "csv", "--no-total")
    owed = next(one for one in ledger.balances if one.account == "Assets:Receivable:Bob")
    assert f'"{owed.amount} EUR"' in told


NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(HOSTILE)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(NAMES, min_size=1, max_size=4, unique=True), st.integers(-(10**9), 10**9).filter(bool)
)
def test_any_name_and_amount_is_taken_as_it_is(
    tmp_path_factory: pytest.TempPathFactory, names: list[str], minor: int
) -> None:
    amount = Money(minor, "EUR")
    bills = tuple(bill(at, name, amount, number=name) for at, name in enumerate(names, start=1))
    text = beancount_text(ledger_of(Facts("t", bills)))
    entries = checked(tmp_path_factory.mktemp("bean") / "x.beancount", text)
    assert len([one for one in entries if type(one).__name__ == "Transaction"]) == len(names)
    assert sum(
        one.account.startswith("Liabilities") for one in entries if type(one).__name__ == "Open"
    ) == len(names)


def test_an_amount_that_is_wrong_by_a_cent_would_be_found(tmp_path: Path) -> None:
    text = beancount_text(ledger_of(flat(("EDF",))))
    wrong = text.replace(
        "balance Assets:Receivable:Bob  -3.00", "balance Assets:Receivable:Bob  -3.01"
    )
    assert wrong != text
    (tmp_path / "w.beancount").write_text(wrong, encoding="utf-8")
    assert loader.load_file(str(tmp_path / "w.beancount"))[1]


def test_books_that_begin_later_open_with_what_stood_then(tmp_path: Path) -> None:
    whole, late = ledger_of(flat()), ledger_of(flat(), date(2026, 11, 9))
    assert late.transactions[0].words == "Opening balances"
    assert len(late.transactions) == 3
    kept = {
        one.account: one.amount for one in whole.balances if one.account == "Assets:Receivable:Bob"
    }
    assert {one.account: one.amount for one in late.balances}.items() >= kept.items()
    checked(tmp_path / "late.beancount", beancount_text(late))


def test_empty_books_are_books(tmp_path: Path) -> None:
    assert checked(tmp_path / "e.beancount", beancount_text(ledger_of(Facts("t")))) == []
    assert hledger_text(ledger_of(Facts("t"))).startswith("; t")


@given(st.lists(NAMES, unique=True, max_size=8))
def test_every_name_has_a_part_of_its_own_in_any_order(names: list[str]) -> None:
    parts = account_parts(names)
    assert len(set(parts.values())) == len(names)
    assert parts == account_parts(reversed(names))
    assert all(re.fullmatch(r"[A-Z0-9][A-Za-z0-9-]*", part) for part in parts.values())
