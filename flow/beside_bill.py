"""What stands beside a bill on its card: what is set off with it, and its instalments."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypedDict

from sqlalchemy.orm import Session

from flow.credits import Held, left_of_credit, set_offs
from flow.debit_watch import DebitRow, debits_of_schedule
from flow.holders import Holder
from flow.instalments import told_of
from flow.schedule import is_debited
from models.money import Money
from models.tables import Bill
from models.verdict import Kind


class SetOffRow(TypedDict):
    """So much of a credit note counts against a bill."""

    credit: int
    bill: int
    amount: str
    currency: str


class InstalmentRow(TypedDict):
    """One instalment. stage: open, prepared, handed_over, paid or set_off; seen: what statements show of one
    that is not paid yet, whose amount is what is left; debit: what they show of it where the biller takes
    the money by itself."""

    instalment: int
    due_date: str
    amount: str
    currency: str
    stage: str
    seen: str | None
    debit: DebitRow | None


def set_off_rows(held: Iterable[Held]) -> list[SetOffRow]:
    """What is set off, as scripts are told it."""
    return [
        {
            "credit": one.credit_id,
            "bill": one.bill_id,
            "amount": str(one.amount),
            "currency": one.amount.currency,
        }
        for one in held
    ]


def credit_left(session: Session, bill: Bill) -> str | None:
    """What is left of a credit note; None for a bill that is none, or names no amount."""
    if bill.kind is not Kind.CREDIT_NOTE or bill.amount is None:
        return None
    return str(left_of_credit(session, bill))


def instalment_rows(session: Session, who: Holder, bill: Bill, today: date) -> list[InstalmentRow]:
    """The instalments of a bill by their days; empty for a bill that is paid at once."""
    told = told_of(session, bill.id)
    debits = debits_of_schedule(session, who, bill.id, today) if told and is_debited(bill) else {}
    return [
        {
            "instalment": one.row.number,
            "due_date": one.row.due_on.isoformat(),
            "amount": str(one.amount),
            "currency": one.row.currency,
            "stage": one.stage,
            "seen": str(one.part) if one.part else None,
            "debit": debits.get(one.row.number),
        }
        for one in told
    ]


def set_off_by_bill(session: Session) -> Mapping[int, Money]:
    """What is set off, by bill and by credit note, for a list of all."""
    sums: dict[int, Money] = {}
    for one in set_offs(session).held:
        for number in (one.bill_id, one.credit_id):
            before = sums.get(number)
            sums[number] = before + one.amount if before else one.amount
    return sums
