"""How a bill is to be split: a rule with what it needs, and the standing rule of a biller."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from flow.household.rights import Actor, members_of, note, present
from models.errors.household import BillNotReady, MemberUnknown
from models.errors.values import NotFound
from models.money import Money
from models.reading import Period
from models.tables import Bill, MemberAccount, Role, StandingSplit
from pay.shares.standing import STANDING, StandingRule


@dataclass(frozen=True, slots=True)
class Way:
    """How one bill is split. meter: the name of the meters it reads; fixed: what does not depend on
    use; period: the days the person named, for a bill that says none.
    """

    rule: StandingRule
    meter: str = ""
    fixed: Money | None = None
    period: Period | None = None


def must_know(session: Session, actor: Actor, rule: StandingRule) -> None:
    """Passes when everybody whom the rule names belongs to the household. Raises MemberUnknown."""
    members = present(members_of(session, actor))
    strangers = sorted(rule.people - set(members))
    if strangers:
        names = ", ".join(member.name for member in members.values())
        raise MemberUnknown(name=str(strangers[0]), names=names)


def keep_rule(session: Session, actor: Actor, bill: Bill, way: Way) -> None:
    """From now on, the bills of this biller that come to the actor are split that way.

    Only an approver may set a rule whose shares count as approved by all. Raises RightMissing,
    MemberUnknown, BillNotReady for a bill without a biller.
    """
    actor.must(Role.APPROVER if way.rule.approved else Role.MEMBER)
    must_know(session, actor, way.rule)
    if not bill.biller_key:
        raise BillNotReady(id=bill.id)
    row = _kept(session, actor.member_id, bill.biller_key) or StandingSplit(
        household_id=actor.household_id, member_id=actor.member_id, biller_key=bill.biller_key
    )
    row.biller, row.customer_number = bill.biller or bill.biller_key, bill.customer_number
    row.rule, row.meter = STANDING.write(way.rule), way.meter or None
    row.fixed_minor = way.fixed.minor if way.fixed else None
    row.fixed_currency = way.fixed.currency if way.fixed else None
    row.updated_at = datetime.now(UTC)
    session.add(row)
    session.flush()
    note(
        session, actor, "rule_kept", f"household {actor.household_id}",
        {"rule": row.id, "biller": row.biller_key, "how": way.rule.rule.how},
    )  # fmt: skip


def drop_rule(session: Session, actor: Actor, number: int) -> None:
    """The biller's next bill waits for the person again. Raises NotFound, RightMissing."""
    row = session.get(StandingSplit, number)
    if row is None or row.household_id != actor.household_id:
        raise NotFound(what="rule", id=number)
    actor.answers_for(row.member_id)
    session.delete(row)
    detail = {"rule": number, "biller": row.biller_key}
    note(session, actor, "rule_dropped", f"household {actor.household_id}", detail)


def rules_of(session: Session, household_id: int) -> list[StandingSplit]:
    """The standing rules of the household, by biller."""
    query = select(StandingSplit).where(StandingSplit.household_id == household_id)
    return list(session.scalars(query.order_by(StandingSplit.biller, StandingSplit.id)))


def rule_for(session: Session, bill: Bill) -> StandingSplit | None:
    """The standing rule of the member whose mailbox the bill came to, if it is of the same contract."""
    same = or_(
        StandingSplit.customer_number.is_(None),
        StandingSplit.customer_number == (bill.customer_number or StandingSplit.customer_number),
    )
    query = (
        select(StandingSplit)
        .join(MemberAccount, MemberAccount.member_id == StandingSplit.member_id)
        .where(
            MemberAccount.account_id == bill.account_id,
            StandingSplit.biller_key == bill.biller_key,
            same,
        )
        .order_by(StandingSplit.id)
        .limit(1)
    )
    return session.scalar(query) if bill.biller_key else None


def way_of(row: StandingSplit) -> Way:
    """A kept rule as a way. Raises Damaged."""
    fixed = None
    if row.fixed_minor is not None and row.fixed_currency is not None:
        fixed = Money(row.fixed_minor, row.fixed_currency)
    return Way(STANDING.read(row.rule), row.meter or "", fixed)


def _kept(session: Session, member_id: int, biller_key: str) -> StandingSplit | None:
    query = select(StandingSplit).where(
        StandingSplit.member_id == member_id, StandingSplit.biller_key == biller_key
    )
    return session.scalar(query)
