"""The books as lists, for CSV and JSON: bills, their lines, payments and shares; settlements."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.drawer import IS_DRAWER
from flow.kept_lines import lines_of_bill
from models.tables import Account, Bill
from pay.books.cells import csv_bytes, seen
from pay.books.facts import BookedBill, Facts

VERSION = 1
Cell = str | None
ListedRow = dict[str, Cell]
_BILL = (
    "id", "biller", "category", "kind", "state", "amount", "currency", "due_on", "issued_on", "number",
    "customer_number", "period_first", "period_last", "iban", "reference", "means", "mailbox",
)  # fmt: skip
_LINE = ("bill", "description", "quantity", "unit_price", "net", "gross", "vat_rate")
_PAYMENT = ("bill", "on", "amount", "currency", "by", "bank_account", "seen")
_SHARE = ("bill", "person", "amount", "currency")
_SETTLEMENT = ("id", "on", "sender", "receiver", "amount", "currency")
_TAKEN = ("id", "on", "description", "person", "net", "currency")
COLUMNS: dict[str, tuple[str, ...]] = {
    "bills": _BILL, "lines": _LINE, "payments": _PAYMENT, "shares": _SHARE,
    "settlements": _SETTLEMENT, "taken_in": _TAKEN,
}  # fmt: skip
"""The columns of each file; a contract."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Rows by the names of COLUMNS. person "" is the one whose books they are."""

    rows: Mapping[str, Sequence[ListedRow]]


def listed(session: Session, facts: Facts, since: date | None = None) -> Listed:
    """The rows from `since` on: the bills that are booked, each amount as on the card."""
    booked = {bill.id: bill for bill in facts.bills}
    mailboxes = {row.id: row.address for row in session.scalars(select(Account).where(~IS_DRAWER))}
    bills = [
        bill
        for bill in session.scalars(select(Bill).order_by(Bill.id))
        if bill.id in booked and (since is None or booked[bill.id].on >= since)
    ]
    return Listed(
        {
            "bills": [_bill(bill, mailboxes) for bill in bills],
            "lines": [row for bill in bills for row in _lines(session, bill.id)],
            "payments": [row for bill in bills for row in _payments(booked[bill.id])],
            "shares": [row for bill in bills for row in _shares(booked[bill.id])],
            "settlements": _settlements(facts, since),
            "taken_in": _taken(facts, since),
        }
    )


def as_csv_files(found: Listed, *, bom: bool) -> dict[str, bytes]:
    """One file for each list: "bills.csv" ..."""
    return {
        f"{name}.csv": csv_bytes(
            [columns, *([seen(row[column] or "") for column in columns] for row in found.rows[name])],
            bom=bom,
        )
        for name, columns in COLUMNS.items()
    }  # fmt: skip


def as_json(found: Listed, title: str) -> bytes:
    """One object: each bill with its lines, payments and shares. Amounts are text, never a float."""
    inner = {name: _by_bill(found.rows[name]) for name in ("lines", "payments", "shares")}
    bills = [
        {**bill, **{name: of.get(bill["id"], []) for name, of in inner.items()}}
        for bill in found.rows["bills"]
    ]
    whole = {
        "format": "facteur-books", "version": VERSION, "household": title,
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"), "bills": bills,
        "settlements": found.rows["settlements"], "taken_in": found.rows["taken_in"],
    }  # fmt: skip
    return json.dumps(whole, ensure_ascii=False, indent=1).encode() + b"\n"


def _by_bill(rows: Iterable[ListedRow]) -> dict[Cell, list[ListedRow]]:
    found: dict[Cell, list[ListedRow]] = {}
    for row in rows:
        rest = {name: cell for name, cell in row.items() if name != "bill"}
        found.setdefault(row["bill"], []).append(rest)
    return found


def _bill(bill: Bill, mailboxes: Mapping[int, str]) -> ListedRow:
    told = {
        name: getattr(bill, name)
        for name in ("biller", "number", "customer_number", "iban", "reference", "currency")
    }
    days = {
        name: day.isoformat() if (day := getattr(bill, name)) else None
        for name in ("due_on", "issued_on", "period_first", "period_last")
    }
    return {
        "id": str(bill.id), **told, **days, "category": bill.category.value, "kind": bill.kind.value,
        "state": bill.state.value, "amount": str(bill.amount) if bill.amount else None,
        "means": bill.means.value if bill.means else None, "mailbox": mailboxes.get(bill.account_id),
    }  # fmt: skip


def _lines(session: Session, bill_id: int) -> Iterable[ListedRow]:
    for line in lines_of_bill(session, bill_id):
        yield {
            "bill": str(bill_id), "description": line["description"], "quantity": line["quantity"],
            "unit_price": line["unit_price"], "net": line["net"], "gross": line["gross"],
            "vat_rate": line["vat_rate"],
        }  # fmt: skip


def _payments(bill: BookedBill) -> Iterable[ListedRow]:
    for part in bill.paid:
        yield {
            "bill": str(bill.id), "on": part.on.isoformat(), "amount": str(part.amount),
            "currency": part.amount.currency, "by": part.by, "bank_account": part.bank_account,
            "seen": "yes" if part.seen else "no",
        }  # fmt: skip


def _shares(bill: BookedBill) -> Iterable[ListedRow]:
    for person, amount in bill.shares:
        yield {
            "bill": str(bill.id), "person": person, "amount": str(amount), "currency": amount.currency,
        }  # fmt: skip


def _settlements(facts: Facts, since: date | None) -> list[ListedRow]:
    return [
        {
            "id": str(one.id), "on": one.on.isoformat(), "sender": one.sender, "receiver": one.receiver,
            "amount": str(one.amount), "currency": one.amount.currency,
        }
        for one in facts.settlements
        if since is None or one.on >= since
    ]  # fmt: skip


def _taken(facts: Facts, since: date | None) -> list[ListedRow]:
    return [
        {
            "id": str(one.id), "on": one.on.isoformat(), "description": one.words, "person": person,
            "net": str(net), "currency": net.currency,
        }
        for one in facts.expenses
        if since is None or one.on >= since
        for person, net in one.nets
    ]  # fmt: skip
