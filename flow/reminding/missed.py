"""Debits that were announced and did not come, as the person here is told of them: to look, never to pay."""

from datetime import date

from sqlalchemy.orm import Session

from flow.debit_watch import DebitRow, recent_debits
from flow.hold import held_bills
from flow.holders import person_here
from flow.instalments import told_of
from flow.reminding.left import paid_of
from flow.reminding.own_bills import OPEN, Owed, is_sure
from flow.reminding.people import Someone
from models.money import Money
from models.tables import Bill
from notify.due import Due, Todo

_OPEN_PART = "open"


def missed_debits(session: Session, who: Someone, sure: float, today: date) -> list[Owed]:
    """The bills and instalments of the mailboxes of the person here that were to be debited within the
    last 60 days, and are not on the statements that cover their days. [] for others, whose statements
    are their own.

    Left out, as in reminders: what is disputed, what is to review and not sure, and what somebody says
    was paid.
    """
    if not who.is_here:
        return []
    rows = [
        row
        for row in recent_debits(session, person_here(session), today)
        if row["verdict"] == "not_debited"
    ]
    numbers = [row["bill"] for row in rows]
    held, paid = held_bills(session, numbers), paid_of(session, numbers)
    found = []
    for row in rows:
        bill = session.get_one(Bill, row["bill"])
        waits = bill.state in OPEN and is_sure(bill, sure) and bill.id not in held
        if waits and bill.account_id in who.accounts and _is_open(session, row, paid[bill.id]):
            found.append(_owed(bill, row))
    return found


def _is_open(session: Session, row: DebitRow, paid: int) -> bool:
    """Whether nobody paid it otherwise; paid: minor units of the whole bill."""
    if row["instalment"] is None:
        return paid < Money.of(row["amount"], row["currency"]).minor
    stages = {one.row.number: one.stage for one in told_of(session, row["bill"])}
    return stages.get(row["instalment"]) == _OPEN_PART


def _owed(bill: Bill, row: DebitRow) -> Owed:
    amount, day = Money.of(row["amount"], row["currency"]), date.fromisoformat(row["due_date"])
    due = Due(bill.id, bill.biller or "–", amount, day, Todo.NOT_DEBITED)
    return Owed(due, bill.created_at, bill.updated_at)
