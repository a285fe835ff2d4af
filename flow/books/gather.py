"""The facts of one person's books: their own bills, what is shared, who paid, what was settled."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from flow.books.rows import Rows, read_rows
from flow.doubts import is_unsure_receipt
from flow.household.postings import repayments
from flow.household.rights import Actor, members_of
from models.money import Money
from models.tables import (
    Bill,
    BillSplit,
    Consent,
    Household,
    MemberAccount,
    TakenIn,
    TakenPart,
)
from models.verdict import Kind, State
from pay.books.facts import (
    ME,
    BookedBill,
    BookedExpense,
    BookedSettlement,
    Facts,
    PaidPart,
)

_ANNOUNCED_ONLY = frozenset({Kind.SCHEDULE, Kind.OTHER})
"""Kinds that ask for no money by themselves: booked once something is paid, or they are shared."""
_SURE = 0.9
_FIRST, _LAST = date(1970, 1, 1), date(2099, 12, 31)


def facts_of(session: Session, actor: Actor | None, sure: float = _SURE) -> tuple[Facts, int]:
    """The facts of the books of `actor`, and how many bills are left out: held, or without an amount.

    Without a household everything here is one person's. sure: as settings.sure, from which a receipt
    needs no look.
    """
    names = _names(session, actor)
    bills = list(session.scalars(select(Bill).where(_mine(actor)).order_by(Bill.id)))
    rows = read_rows(session, names)
    booked = [
        replace(one, sure=one.sure and not is_unsure_receipt(bill, sure))
        for bill in bills
        if (one := _booked(bill, rows)) is not None
    ]
    left = sum(_is_left(bill) for bill in bills)
    title = "Facteur"
    settlements: tuple[BookedSettlement, ...] = ()
    expenses: tuple[BookedExpense, ...] = ()
    if actor is not None:
        title = session.get_one(Household, actor.household_id).name
        settlements = tuple(_settlements(session, actor, names))
        expenses = tuple(_expenses(session, actor, names))
    return Facts(title, tuple(booked), settlements, expenses), left


def _mine(actor: Actor | None) -> ColumnElement[bool]:
    """The person's own bills, those of nobody's mailbox, and those that their household shares."""
    if actor is None:
        return Bill.id > 0
    mine = select(MemberAccount.account_id).where(MemberAccount.member_id == actor.member_id)
    held = select(MemberAccount.account_id)
    shared = select(BillSplit.bill_id)
    here = shared.where(BillSplit.household_id == actor.household_id)
    unshared = Bill.id.not_in(shared)
    return or_(
        Bill.id.in_(here),
        unshared & (Bill.account_id.in_(mine) | Bill.account_id.not_in(held)),
    )


def _names(session: Session, actor: Actor | None) -> dict[int, str]:
    if actor is None:
        return {}
    members = members_of(session, actor)
    return {id_: ME if id_ == actor.member_id else one.name for id_, one in members.items()}


def _is_left(bill: Bill) -> bool:
    amount = bill.amount
    return amount is None or not amount.minor or bill.state is State.STOPPED


def _booked(bill: Bill, rows: Rows) -> BookedBill | None:
    amount, split = bill.amount, rows.splits.get(bill.id)
    if amount is None or _is_left(bill):
        return None
    on = _day(bill)
    if split is not None:
        return _shared(bill, split, rows, on)
    off = rows.shared_off(bill)
    back = bill.kind is Kind.CREDIT_NOTE
    amount = Money(off - abs(amount.minor) if back else amount.minor - off, amount.currency)
    if not amount.minor:
        return None
    paid = [one for one in rows.seen.get(bill.id, ()) if one.amount.currency == amount.currency]
    if bill.kind in _ANNOUNCED_ONLY and not paid:
        return None
    paid += _unseen(bill, amount, paid, on)
    return _made(bill, on, amount, ((ME, amount),), paid)


def _shared(bill: Bill, split: BillSplit, rows: Rows, on: date) -> BookedBill:
    """Who paid is what the household says: a statement's entry became an advance of its account."""
    parts = rows.shares.get(split.id, [])
    shares = tuple(
        (rows.names[one.member_id], Money(one.amount_minor, split.currency)) for one in parts
    )
    paid = [
        PaidPart(one.paid_on, Money(one.amount_minor, split.currency), rows.names[one.member_id])
        for one in rows.advances.get(split.id, ())
    ]
    disputed = any(one.state is Consent.DISPUTED for one in parts)
    return _made(bill, on, split.amount, shares, paid, sure=not disputed)


def _unseen(bill: Bill, amount: Money, paid: Iterable[PaidPart], on: date) -> list[PaidPart]:
    """A receipt says that it was paid; no statement showed it."""
    left = amount.minor - sum(one.amount.minor for one in paid)
    told = bill.state is State.PAID or bill.kind is Kind.RECEIPT
    if not told or left * amount.minor <= 0:
        return []
    day = bill.due_on if bill.due_on and bill.due_on >= on else on
    return [PaidPart(min(day, _LAST), Money(left, amount.currency), seen=False)]


def _made(
    bill: Bill, on: date, amount: Money, shares: tuple[tuple[str, Money], ...], paid: list[PaidPart],
    *, sure: bool = True,
) -> BookedBill:  # fmt: skip
    return BookedBill(
        bill.id, on, bill.biller or bill.biller_key or "?", bill.category.value, amount,
        tuple((name, part) for name, part in shares if part.minor), tuple(paid), bill.number or "",
        sure and bill.state is not State.REVIEW,
    )  # fmt: skip


def _day(bill: Bill) -> date:
    """The bill's own day; when it prints none, or none that can be, the day it came."""
    issued = bill.issued_on
    return issued if issued and _FIRST <= issued <= _LAST else bill.created_at.date()


def _settlements(
    session: Session, actor: Actor, names: dict[int, str]
) -> Iterable[BookedSettlement]:
    for one in repayments(session, actor.household_id):
        if one.received:
            sender, receiver = names[one.sender], names[one.receiver]
            yield BookedSettlement(one.number, one.on, sender, receiver, one.amount)


def _expenses(session: Session, actor: Actor, names: dict[int, str]) -> Iterable[BookedExpense]:
    nets: dict[int, list[tuple[str, Money]]] = {}
    rows: dict[int, TakenIn] = {}
    query = (
        select(TakenIn, TakenPart)
        .join(TakenPart, TakenPart.taken_in_id == TakenIn.id)
        .where(TakenIn.household_id == actor.household_id)
        .order_by(TakenPart.id)
    )
    for row, part in session.execute(query):
        rows[row.id] = row
        net = (names[part.member_id], Money(part.net_minor, row.currency))
        nets.setdefault(row.id, []).append(net)
    for row_id, row in rows.items():
        yield BookedExpense(row_id, row.spent_on, row.description, tuple(nets[row_id]))
