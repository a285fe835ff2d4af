"""Bills that one person paid whole, added up by the database: they change no balance and no debt."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from models.tables import BillShare, Member
from pay.people import Part, Person
from pay.postings import SharedBill

_LONG_AGO = date.min
_Sums = dict[tuple[int, str, bool], Counter[int]]
"""By payer, currency and whether the bill is above zero: minor units by member."""


def folded(session: Session, household_id: int) -> Iterable[SharedBill]:
    """Bills that one person paid whole, added up by payer, currency and sign."""
    sums = _sums(session, household_id)
    for place, ((payer, currency, _), minors) in enumerate(sorted(sums.items()), start=1):
        owed = tuple(Part(Person(member), minors[member]) for member in sorted(minors))
        paid = Part(Person(payer), sum(part.minor for part in owed))
        if paid.minor:
            yield SharedBill(-place, _LONG_AGO, currency, (paid,), owed)


def _sums(session: Session, household_id: int) -> _Sums:
    people = select(Member.id).where(Member.household_id == household_id)
    minor = BillShare.amount_minor
    query = (
        select(
            BillShare.payer_id,
            BillShare.currency,
            BillShare.member_id,
            func.sum(case((minor > 0, minor), else_=0)),
            func.sum(case((minor < 0, minor), else_=0)),
        )
        .where(BillShare.payer_id.in_(people))
        .group_by(BillShare.payer_id, BillShare.currency, BillShare.member_id)
    )
    sums: _Sums = {}
    for payer, currency, member, *totals in session.execute(query):
        for sign, total in zip((True, False), totals, strict=True):
            if total:
                group = sums.setdefault((payer or 0, currency, sign), Counter())
                group[member] = int(total)
    return sums
