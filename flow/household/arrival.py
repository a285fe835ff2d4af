"""A bill came, changed or was paid: the biller's rule splits it, and its split follows its amount."""

from collections.abc import Collection
from datetime import timedelta
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.credits import cost_of, partners
from flow.household.calendar import living_here
from flow.household.cut import days_meant, facts_of, turn_for, way_of_split, write_split
from flow.household.follow_proof import follow_proof
from flow.household.lowered import asking_no_more
from flow.household.rules import Way, rule_for, way_of
from flow.household.splitting import told
from models.errors.household import RuleOutdated, TwinSplit
from models.errors.problem import Problem
from models.journal import append
from models.money import Money
from models.tables import Bill, BillShare, BillSplit, JournalLine, Member, StandingSplit
from models.verdict import Kind, State
from pay.people import Person
from pay.shares.facts import Facts
from pay.shares.rule import ByWeights, Equally, Weight
from pay.shares.share import Split
from pay.shares.standing import StandingRule

_READY = frozenset({State.OPEN, State.HANDED_OVER, State.PAID})
"""A bill to review may have another amount tomorrow, a stopped one may be a fraud."""
_NEVER = frozenset({Kind.OTHER, Kind.SCHEDULE})
_TWIN_DAYS = timedelta(days=20)
"""The same amount within these days may be the same debt under another name: it is asked."""


def bill_changed(session: Session, bill: Bill) -> None:
    """To be called in the transaction in which a bill was made, read anew, corrected, paid or set off.

    Splits it by its biller's standing rule, once; a split bill that costs something else than before is
    cut anew, and so are those that it is set off with; what is seen paid was advanced by who usually
    pays. Whatever keeps a rule from being applied is a line of the journal, and never keeps the bill
    from being stored.
    """
    for one in (bill, *partners(session, bill)):
        _follow(session, one)


def _follow(session: Session, bill: Bill) -> None:
    split = session.scalar(select(BillSplit).where(BillSplit.bill_id == bill.id))
    if split is None:
        split = _by_rule(session, bill)
    else:
        cost = cost_of(session, bill)
        if cost is not None and cost != split.amount:
            _cut_anew(session, bill, split, cost)
    if split is not None:
        follow_proof(session, bill, split)


def why_waiting(session: Session, bill: Bill) -> Problem | None:
    """Why a bill that has a standing rule could not be split by it; None when nothing is in the way."""
    row = rule_for(session, bill)
    amount = cost_of(session, bill) if row is not None and _ready(bill) else None
    if row is None or amount is None or not amount.minor:
        return None
    try:
        _applied(session, bill, row, amount)
    except Problem as problem:
        return problem
    return None


def _ready(bill: Bill) -> bool:
    return bill.state in _READY and bill.kind not in _NEVER


def _by_rule(session: Session, bill: Bill) -> BillSplit | None:
    row = rule_for(session, bill)
    amount = cost_of(session, bill) if row is not None and _ready(bill) else None
    if row is None or amount is None or not amount.minor:
        return None
    try:
        way, made, turn = _applied(session, bill, row, amount)
    except Problem as problem:
        _wrote(session, bill, "split_waits", {"rule": row.id, "why": problem.code})
        return None
    split = write_split(session, row.household_id, bill, way, (made, turn))
    _wrote(session, bill, "bill_split", {"rule": row.id, **told(made, way)})
    return split


def _applied(
    session: Session, bill: Bill, row: StandingSplit, amount: Money
) -> tuple[Way, Split, int]:
    """The split by a standing rule. Raises TwinSplit, RuleOutdated and what a split raises."""
    _no_twin(session, bill, row.household_id)
    way = way_of(row)
    bearing = way.rule.people - {way.rule.payer}
    gone = bearing - living_here(session, row.household_id, days_meant(bill, way))
    gone |= _left(session, way.rule.people)
    if gone:
        names = session.scalars(select(Member.name).where(Member.id.in_(gone)).order_by(Member.id))
        raise RuleOutdated(names=", ".join(names))
    turn = turn_for(session, row.household_id, bill, amount)
    facts = facts_of(session, row.household_id, bill, way, turn)
    return way, way.rule.applied(amount, facts), turn


def _left(session: Session, people: Collection[Person]) -> set[Person]:
    """Those of them who do not belong to the household any more."""
    query = select(Member.id).where(Member.id.in_(people), Member.left_at.is_not(None))
    return {Person(number) for number in session.scalars(query)}


def _no_twin(session: Session, bill: Bill, household_id: int) -> None:
    day = bill.issued_on or bill.created_at.date()
    twins = (
        select(Bill)
        .join(BillSplit, BillSplit.bill_id == Bill.id)
        .where(
            BillSplit.household_id == household_id,
            BillSplit.biller_key == bill.biller_key,
            Bill.amount_minor == bill.amount_minor,
            Bill.currency == bill.currency,
            Bill.id != bill.id,
        )
        .order_by(Bill.id.desc())
    )
    for twin in session.scalars(twins):
        if abs(day - (twin.issued_on or twin.created_at.date())) <= _TWIN_DAYS:
            raise TwinSplit(other=twin.id)


def _cut_anew(session: Session, bill: Bill, split: BillSplit, amount: Money) -> None:
    """The same way on the new amount; where that cannot be, in proportion to the shares until now."""
    way, before = way_of_split(split), str(split.amount)
    try:
        facts = facts_of(session, split.household_id, bill, way, split.turn)
        made = way.rule.applied(amount, facts)
    except Problem as problem:
        way, why = _in_proportion(session, split, way), problem.code
        made = way.rule.applied(amount, Facts(turn=split.turn))
    else:
        why = ""
    with asking_no_more(session, split.household_id):
        write_split(session, split.household_id, bill, way, (made, split.turn))
    _wrote(session, bill, "bill_split_anew", {"was": before, "instead": why, **told(made, way)})


def _in_proportion(session: Session, split: BillSplit, way: Way) -> Way:
    rows = session.execute(
        select(BillShare.member_id, BillShare.amount_minor)
        .where(BillShare.split_id == split.id)
        .order_by(BillShare.member_id)
    )
    weights = tuple(
        # A weight is bounded lower than money is, and has six decimals.
        Weight(Person(number), Decimal(abs(minor)).scaleb(-6))
        for number, minor in rows
    )
    bearing = tuple(one.person for one in weights)
    rule = ByWeights(weights) if any(one.weight for one in weights) else Equally(bearing)
    return Way(StandingRule(rule, payer=way.rule.payer), period=way.period)


def _wrote(session: Session, bill: Bill, what: str, detail: dict[str, object]) -> JournalLine:
    return append(session, "facteur", what, f"bill {bill.id}", where="road", detail=detail)
