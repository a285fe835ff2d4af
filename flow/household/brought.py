"""What one person brings forward into a month: thousands of earlier bills as one sum by currency."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import case, exists, func, select
from sqlalchemy.orm import Session

from flow.hold import held_bills
from flow.household.postings import bills, repayments
from flow.household.taken import taken_postings
from models.tables import Advance, BillShare, BillSplit, Consent
from pay.people import Person
from pay.postings import Posting


def of_person(
    session: Session, household_id: int, person: Person, days: tuple[date, date]
) -> tuple[dict[str, int], list[Posting]]:
    """(minor units by currency from before, postings): what a statement of one person needs.

    Bills that were paid whole and of which nothing waits are sums of the database: each adds to a
    balance what the person paid less their share. The others before, those of the days and the
    settlements are postings.
    """
    first, last = days
    forward: Counter[str] = Counter()
    for currency, minor in (
        *_paid_alone(session, household_id, person, first),
        *((currency, -minor) for currency, minor in _shares(session, household_id, person, first)),
    ):
        forward[currency] += minor
    waiting = _paid_together(session, household_id, person, first, forward)
    within = BillSplit.counted_on.between(first, last)
    postings: list[Posting] = [
        *(bills(session, household_id, BillSplit.id.in_(waiting)) if waiting else ()),
        *bills(session, household_id, within),
        *taken_postings(session, household_id, last),
        *repayments(session, household_id, person=person),
    ]
    return dict(forward), postings


def _paid_alone(
    session: Session, household_id: int, person: Person, before: date
) -> Iterable[tuple[str, int]]:
    query = (
        select(BillSplit.currency, func.sum(BillSplit.amount_minor))
        .where(
            BillSplit.household_id == household_id,
            BillSplit.payer_id == person,
            BillSplit.counted_on < before,
        )
        .group_by(BillSplit.currency)
    )
    return [(currency, int(minor)) for currency, minor in session.execute(query)]


def _shares(
    session: Session, household_id: int, person: Person, before: date
) -> Iterable[tuple[str, int]]:
    """Of bills that one person paid whole."""
    query = (
        select(BillShare.currency, func.sum(BillShare.amount_minor))
        .join(BillSplit, BillSplit.id == BillShare.split_id)
        .where(
            BillSplit.household_id == household_id,
            BillSplit.payer_id.is_not(None),
            BillSplit.counted_on < before,
            BillShare.member_id == person,
        )
        .group_by(BillShare.currency)
    )
    return [(currency, int(minor)) for currency, minor in session.execute(query)]


def _paid_together(
    session: Session, household_id: int, person: Person, before: date, into: Counter[str]
) -> Sequence[int]:
    """Adds up the bills that several paid, exactly; returns the splits that must be counted one by one."""
    paid = (
        select(
            Advance.split_id,
            func.sum(Advance.amount_minor).label("total"),
            func.min(Advance.amount_minor).label("low"),
            func.max(Advance.amount_minor).label("high"),
            func.sum(case((Advance.member_id == person, Advance.amount_minor), else_=0)).label(
                "own"
            ),
        )
        .join(BillSplit, BillSplit.id == Advance.split_id)
        .where(BillSplit.household_id == household_id, BillSplit.payer_id.is_(None))
        .group_by(Advance.split_id)
        .subquery()
    )
    disputed = exists().where(
        BillShare.split_id == BillSplit.id, BillShare.state == Consent.DISPUTED
    )
    share = (
        select(BillShare.amount_minor)
        .where(BillShare.split_id == BillSplit.id, BillShare.member_id == person)
        .scalar_subquery()
    )
    query = (
        select(
            BillSplit.id, BillSplit.bill_id, BillSplit.currency, BillSplit.amount_minor, paid.c.total,
            paid.c.low, paid.c.high, paid.c.own, share, disputed,
        )
        .join(paid, paid.c.split_id == BillSplit.id)
        .where(BillSplit.counted_on < before)
        .order_by(BillSplit.id)
    )  # fmt: skip
    held, waiting = held_bills(session), []
    for number, bill, currency, amount, total, low, high, own, minor, waits in session.execute(
        query
    ):
        one_way = low >= 0 if amount > 0 else high <= 0
        if total == amount and one_way and not waits and bill not in held:
            if own or minor is not None:
                into[currency] += int(own) - (minor or 0)
        else:
            waiting.append(number)
    return waiting
