"""The payee of an order as it was met before: its accounts, its usual amounts, who confirmed what."""

from sqlalchemy import ColumnElement, Select, exists, select
from sqlalchemy.orm import Session

from models.money import Money
from models.order import Step
from models.tables import Bill, Correction, PayeeAccount, Payment
from models.verdict import Kind, State
from pay.policy.facts import Confirmation, KnownPayee

_PAID = (Step.HANDED_OVER, Step.SEEN)
_SENT = (State.HANDED_OVER, State.PAID)
_USUAL = 12
"""Earlier bills by which an amount is usual."""


def known_payee(session: Session, row: Payment, bill: Bill, names: list[str]) -> KnownPayee | None:
    """The payee as met before. Accounts: those paid or confirmed; of a payee never paid, the account
    of the oldest bill when this one names another, so that the change stops it.
    """
    paid = select(Payment.payee_account).where(
        Payment.payee_key.in_(names), Payment.step.in_(_PAID), Payment.id != row.id, _not_held()
    )
    accounts = set(session.scalars(paid))
    told = select(Bill.iban).where(
        *_older(bill, names), Bill.id.in_(_told_paid()), Bill.state.in_(_SENT)
    )
    accounts |= set(session.scalars(told))
    known = frozenset(account for account in accounts if account)
    if accounts:
        return KnownPayee(known, _amounts(session, bill, names))
    first = session.scalar(
        select(Bill.iban)
        .where(*_older(bill, names), Bill.iban.is_not(None))
        .order_by(Bill.id)
        .limit(1)
    )
    if first and row.payee_account and first != row.payee_account:
        return KnownPayee(frozenset({first}), _amounts(session, bill, names))
    return None


def _older(bill: Bill, names: list[str]) -> tuple[ColumnElement[bool], ...]:
    return (Bill.biller_key.in_(names), Bill.id < bill.id, Bill.state != State.STOPPED)


def _not_held() -> ColumnElement[bool]:
    """Money that went to a bill which is held vouches for no account: it may be the forger's."""
    return ~exists().where(Bill.id == Payment.bill_id, Bill.state == State.STOPPED)


def _told_paid() -> Select[int | None]:
    """Bills of which the person said that the money was sent."""
    return select(Correction.bill_id).where(
        Correction.field == "state", Correction.now == State.HANDED_OVER.value
    )


def _amounts(session: Session, bill: Bill, names: list[str]) -> tuple[Money, ...]:
    query = (
        select(Bill)
        .where(*_older(bill, names), Bill.amount_minor > 0, Bill.kind != Kind.CREDIT_NOTE)
        .order_by(Bill.id.desc())
        .limit(_USUAL)
    )
    return tuple(one.amount for one in session.scalars(query) if one.amount)


def owner_of(session: Session, row: Payment, names: list[str]) -> str:
    """Another payee that was paid on this account, or ""."""
    if row.payee_account is None:
        return ""
    query = select(Payment.payee_name).where(
        Payment.payee_account == row.payee_account,
        Payment.payee_key.not_in(names),
        Payment.step.in_(_PAID),
    )
    return session.scalar(query.limit(1)) or ""


def confirmation_of(session: Session, row: Payment, names: list[str]) -> Confirmation | None:
    found = session.scalar(
        select(PayeeAccount)
        .where(PayeeAccount.payee_key.in_(names), PayeeAccount.account == (row.payee_account or ""))
        .limit(1)
    )
    if found is None:
        return None
    return Confirmation(found.account, f"bill-{found.contact_bill_id}", found.contact_on)
