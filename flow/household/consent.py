"""What each one says of their share: approved, or disputed with a reason; and who advanced the money."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from flow.household.advance_doubts import must_fit_proof
from flow.household.lowered import asking_no_more
from flow.household.rights import Actor, bill_seen, member_called, note
from flow.household.tally import advances_of, retell
from flow.money_lock import alone_with_money
from flow.said_state import follow_advances
from models.errors.household import NotSplit, ReasonMissing, ReasonTooLong, ShareMissing
from models.money import Money
from models.payment_text import one_line
from models.tables import Advance, Bill, BillShare, BillSplit, Consent, Role
from pay.people import Part, Person
from pay.shares.payers import advanced

LONGEST_REASON = 300


def approve(session: Session, actor: Actor, bill_id: int, name: str = "") -> int:
    """Approves a share, one's own unless an approver names somebody's; an approver approves all open
    ones at once with the name "*". Returns how many changed. A disputed one is approved by its person.

    Raises NotFound, NotSplit, RightMissing, MemberUnknown, ShareMissing.
    """
    split = _split_of(session, actor, bill_id)
    rows = _named_shares(session, actor, split, name)
    changed = [row for row in rows if _takes(row, actor)]
    for row in changed:
        row.state, row.reason, row.changed_at = Consent.APPROVED, None, datetime.now(UTC)
    session.flush()
    retell(session, split)
    if changed:
        said = {"members": [row.member_id for row in changed]}
        note(session, actor, "share_approved", f"bill {bill_id}", said)
    return len(changed)


def dispute(session: Session, actor: Actor, bill_id: int, reason: str) -> None:
    """One's own share is held, with the claim to it, until its person approves it or bears no share any more.

    Raises NotFound, NotSplit, RightMissing, ShareMissing, ReasonMissing, ReasonTooLong.
    """
    actor.must(Role.MEMBER)
    split = _split_of(session, actor, bill_id)
    (row,) = _named_shares(session, actor, split, "")
    words = one_line(reason, LONGEST_REASON + 1)
    if not words:
        raise ReasonMissing(limit=LONGEST_REASON)
    if len(words) > LONGEST_REASON:
        raise ReasonTooLong(limit=LONGEST_REASON)
    row.state, row.reason, row.changed_at = Consent.DISPUTED, words, datetime.now(UTC)
    session.flush()
    retell(session, split)
    note(session, actor, "share_disputed", f"bill {bill_id}", {"member": row.member_id})


def pay_for_all(
    session: Session,
    actor: Actor,
    bill_id: int,
    paid: Sequence[tuple[str, Money | None]],
    on: date,
    *,
    sure: bool = False,
) -> tuple[Part, ...]:
    """Who advanced what of a bill, in place of what was written before; no amount: what is left of it.

    Nobody named: nothing was paid. One's own money, or an approver's word. A bill that is advanced whole
    by it is sent, until the word is taken back. Returns all that was paid.
    sure: also where a statement shows that it was another's money.
    Raises NotFound, NotSplit, RightMissing, MemberUnknown, PayersNotTheBill, PaymentUnfit,
    CurrencyMismatch, ProvenByAnother.
    """
    alone_with_money(session)
    bill, split = _shared(session, actor, bill_id)
    before = advances_of(session, split)
    parts = _parts(session, actor, split, paid)
    for member_id in {one.member_id for one in before} | {one.person for one in parts}:
        actor.answers_for(member_id)
    counted = advanced(split.amount, parts)
    if not sure:
        must_fit_proof(session, split, counted)
    with asking_no_more(session, actor.household_id):
        session.execute(delete(Advance).where(Advance.split_id == split.id))
        add_advances(session, split, counted, on)
    follow_advances(
        session, bill, datetime.now(UTC),
        before=_is_whole(split, (one.amount_minor for one in before)),
        whole=_is_whole(split, (one.minor for one in counted)),
    )  # fmt: skip
    kept = {str(one.person): str(Money(one.minor, split.currency)) for one in counted}
    note(
        session, actor, "advance_written", f"bill {bill_id}",
        {"paid": kept, "currency": split.currency, "on": on.isoformat(), "state": bill.state.value},
    )  # fmt: skip
    return counted


def add_advances(
    session: Session, split: BillSplit, parts: Sequence[Part], on: date, *, by_proof: bool = False
) -> None:
    """Rows of what was paid on a day, and the split told again."""
    now = datetime.now(UTC)
    session.add_all(
        Advance(
            split_id=split.id, member_id=one.person, amount_minor=one.minor, paid_on=on,
            by_proof=by_proof, created_at=now,
        )
        for one in parts
    )  # fmt: skip
    session.flush()
    retell(session, split)


def _is_whole(split: BillSplit, paid: Iterable[int]) -> bool:
    return sum(paid) >= split.amount_minor > 0


def _shared(session: Session, actor: Actor, bill_id: int) -> tuple[Bill, BillSplit]:
    bill, split = bill_seen(session, actor, bill_id)
    if split is None:
        raise NotSplit(id=bill_id)
    return bill, split


def _split_of(session: Session, actor: Actor, bill_id: int) -> BillSplit:
    return _shared(session, actor, bill_id)[1]


def _named_shares(
    session: Session, actor: Actor, split: BillSplit, name: str
) -> Sequence[BillShare]:
    query = select(BillShare).where(BillShare.split_id == split.id).order_by(BillShare.member_id)
    if name == "*":
        actor.must(Role.APPROVER)
        return session.scalars(query).all()
    number = member_called(session, actor, name).id if name else actor.member_id
    actor.answers_for(number)
    rows = session.scalars(query.where(BillShare.member_id == number)).all()
    if not rows:
        raise ShareMissing(name=name or actor.name, id=split.bill_id)
    return rows


def _takes(row: BillShare, actor: Actor) -> bool:
    """Whether an approval changes this share: a dispute is ended by its own person only."""
    if row.state is Consent.DISPUTED:
        return row.member_id == actor.member_id
    return row.state is Consent.PROPOSED


def _parts(
    session: Session, actor: Actor, split: BillSplit, paid: Sequence[tuple[str, Money | None]]
) -> list[Part]:
    """The parts as numbers; those without an amount have what is left, one after the other: nothing where
    the others make more than the bill.
    """
    sums = [(Person(member_called(session, actor, name).id), amount) for name, amount in paid]
    left = split.amount
    for _, amount in sums:
        left = left - amount if amount is not None else left
    if (left.minor < 0) != (split.amount.minor < 0):
        left = Money(0, split.currency)
    parts = []
    for person, amount in sums:
        parts.append(Part(person, (left if amount is None else amount).minor))
        left = Money(0, split.currency) if amount is None else left
    return parts
