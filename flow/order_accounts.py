"""A payee's new account, confirmed through the contact of an older bill."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.bills import known_as
from flow.order_facts import day_of
from models.errors.orders import OrderStopped
from models.errors.values import NotFound
from models.journal import append
from models.tables import Bill, PayeeAccount, Payment
from models.verdict import State
from models.words import mark
from pay.policy.facts import Confirmation

_NOT_THIS = mark(
    "Bill {id} is no older bill of this payee: take the contact from one that came before."
)


def contact_of(session: Session, row: Payment, bill: Bill, contact_bill: int) -> Confirmation:
    """The confirmation that the person gives. Raises NotFound, OrderStopped."""
    older = _older(session, row, bill, contact_bill)
    return Confirmation(row.payee_account or "", f"bill-{older.id}", day_of(older))


def confirm_account(
    session: Session, row: Payment, bill: Bill, contact_bill: int, *, by: str, now: datetime
) -> None:
    """Keeps it, with its line in the journal; the secret code was given. Raises as contact_of."""
    older = _older(session, row, bill, contact_bill)
    account = row.payee_account or ""
    known = session.scalar(
        select(PayeeAccount).where(
            PayeeAccount.payee_key == row.payee_key, PayeeAccount.account == account
        )
    )
    if known is None:
        session.add(
            PayeeAccount(
                payee_key=row.payee_key, account=account, contact_bill_id=older.id,
                contact_on=day_of(older), confirmed_by=by, confirmed_at=now,
            )
        )  # fmt: skip
    append(
        session, "person", "account_confirmed", f"payment {row.id}", where="cli",
        detail={"payee": row.payee_name, "account": account, "contact": older.id},
    )  # fmt: skip


def _older(session: Session, row: Payment, bill: Bill, number: int) -> Bill:
    older = session.get(Bill, number)
    if older is None:
        raise NotFound(what="bill", id=number)
    names = {row.payee_key, *known_as(session, None, row.payee_name)}
    same = older.biller_key in names and older.id < bill.id and older.state is not State.STOPPED
    if not same or older.iban == row.payee_account:
        raise OrderStopped(why=_NOT_THIS, id=number)
    return older
