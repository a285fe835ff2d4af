"""What the rules look at, gathered from the database: who was paid before, where, how much, and when."""

from datetime import date, datetime, timedelta

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from flow.bills import known_as
from flow.caps import caps_now
from flow.credits import set_offs
from flow.hold import held_bills
from flow.holders import person_here
from flow.order_draft import order_of
from flow.order_fitting import fitting_of
from flow.order_payee import confirmation_of, known_payee, owner_of
from flow.order_print import printed_on
from flow.papers import Papers
from flow.schedule import asked_for
from models.money import Money
from models.tables import (
    Bill,
    BillMessage,
    Correction,
    Message,
    Payment,
    PaymentDocument,
    Settlement,
)
from pay.policy.caps import spent_in_month
from pay.policy.facts import BillFacts, Earlier, Facts
from pay.policy.steps import HELD, SPENT

_NEAR = timedelta(days=20)
_HARD = ("xml_page_disagree", "qr_page_disagree", "documents_disagree", "markup_body_disagree")
_DECISIVE = frozenset({"amount", "payee_iban", "reference", "currency"})


def facts_of(
    session: Session, row: Payment, bill: Bill, papers: Papers, now: datetime, *, country: str
) -> Facts:
    """All that the rules need to judge the order `row` of `bill`; `country` is where the payer lives."""
    order = order_of(row)
    names = sorted(
        {row.payee_key, bill.biller_key, *known_as(session, None, row.payee_name)} - {""}
    )
    return Facts(
        order=order,
        bill=_bill_facts(session, bill, papers, order.amount),
        home=country,
        now=now,
        payee=known_payee(session, row, bill, names),
        owner=owner_of(session, row, names),
        earlier=tuple(earlier_orders(session, row, names, papers)),
        confirmation=confirmation_of(session, row, names),
        credits=tuple(one.amount for one in set_offs(session).held if one.bill_id == bill.id),
        caps=caps_now(session, now),
        spent=spent_beside(session, row),
    )


def _bill_facts(session: Session, bill: Bill, papers: Papers, amount: Money) -> BillFacts:
    received = session.scalar(
        select(func.min(Message.received_at))
        .join(BillMessage, BillMessage.message_id == Message.id)
        .where(BillMessage.bill_id == bill.id)
    )
    return BillFacts(
        due=asked_for(session, bill) or amount,
        number=bill.number or "",
        documents=papers.documents,
        received_on=(received or bill.created_at).date(),
        disagree=_disagree(session, bill),
        authenticated=papers.authenticated,
        resembles=papers.resembles,
        vat_country=printed_on(session, bill).vat_country,
        disputed=held_bills(session, [bill.id]).get(bill.id, ""),
        fitting=fitting_of(session, bill.id),
    )


def _disagree(session: Session, bill: Bill) -> tuple[str, ...]:
    """Fields on which code, data file and print differ, until the person says which is right."""
    said = set(session.scalars(select(Correction.field).where(Correction.bill_id == bill.id)))
    if said & {"confirmed", "genuine"}:
        return ()
    told = {"iban": "payee_iban"}
    settled = {told.get(field, field) for field in said}
    pairs = (warning.partition(":") for warning in bill.warnings)
    found = {field for code, _, field in pairs if code in _HARD and field in _DECISIVE}
    return tuple(sorted(found - settled))


def spent_beside(session: Session, row: Payment, *, to_members: bool = False) -> Money:
    """What the payer's other orders take of the month in which `row` leaves, in its currency.

    to_members: those that pay settlements alone.
    """
    beside = (one for one in _approved(session, row) if one.id != row.id)
    month = (one for one in beside if one.settlement_id is not None or not to_members)
    return spent_in_month(
        ((one.amount, one.leaves_on) for one in month), row.leaves_on, row.currency
    )


def _approved(session: Session, row: Payment) -> list[Payment]:
    """Orders of the same payer that leave in the month of `row` and were approved.

    Bills are paid by the person at this machine, settlements by their sender.
    """
    first = row.leaves_on.replace(day=1)
    after = (first + timedelta(days=32)).replace(day=1)
    query = select(Payment).where(
        Payment.step.in_(SPENT), Payment.leaves_on >= first, Payment.leaves_on < after
    )
    rows = session.scalars(query).all()
    here = person_here(session).member_id
    senders = dict(
        session.execute(
            select(Settlement.id, Settlement.sender_id).where(
                Settlement.id.in_({one.settlement_id for one in (row, *rows)})
            )
        ).all()
    )
    payer = senders.get(row.settlement_id or 0, here)
    return [one for one in rows if senders.get(one.settlement_id or 0, here) == payer]


def earlier_orders(
    session: Session, row: Payment, names: list[str], papers: Papers
) -> list[Earlier]:
    """Other orders that could be the same payment."""
    same_papers = select(PaymentDocument.payment_id).where(
        PaymentDocument.sha256.in_(sorted(papers.documents))
    )
    query = select(Payment).where(
        Payment.id != row.id,
        Payment.step.in_(HELD),
        or_(
            Payment.about == row.about,
            Payment.payee_key.in_(names),
            Payment.payee_account == row.payee_account,
            Payment.id.in_(same_papers),
            and_(
                Payment.amount_minor == row.amount_minor,
                Payment.leaves_on.between(row.leaves_on - _NEAR, row.leaves_on + _NEAR),
            ),
        ),
    )
    rows = session.scalars(query.order_by(Payment.id)).all()
    documents = _documents(session, [one.id for one in rows])
    return [_as_earlier(one, documents.get(one.id, frozenset())) for one in rows]


def _documents(session: Session, ids: list[int]) -> dict[int, frozenset[str]]:
    found: dict[int, set[str]] = {}
    query = select(PaymentDocument).where(PaymentDocument.payment_id.in_(ids))
    for one in session.scalars(query):
        found.setdefault(one.payment_id, set()).add(one.sha256)
    return {number: frozenset(digests) for number, digests in found.items()}


def _as_earlier(one: Payment, documents: frozenset[str]) -> Earlier:
    return Earlier(
        key=one.key,
        bill=one.about,
        step=one.step,
        amount=one.amount,
        on=one.leaves_on,
        payee=one.payee_name,
        account=one.payee_account or "",
        number=one.number or "",
        documents=documents,
    )


def day_of(bill: Bill) -> date:
    """The day of a bill that a contact is taken from: of its issue, else the day it came."""
    return bill.issued_on or bill.created_at.date()
