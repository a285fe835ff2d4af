"""Cards that may be one bill, as a PDF and its photograph are: told and asked about, never joined."""

import re
from collections.abc import Iterator

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import Session, aliased

from models.order import Step
from models.said import said
from models.tables import Bill, Correction, MemberAccount, Payment
from models.verdict import Kind, State
from models.words import mark
from pay.policy.flag import Flag, ask, stop

APART = "apart"
"""A correction's field: its value is the bill that this one is not, whatever they have in common."""
_WAITS = (State.REVIEW, State.OPEN)
_ENDED = (State.STOPPED, State.CLOSED)
_PAID = (State.PAID, State.HANDED_OVER)
_ABOUT_TO_BE = (Step.APPROVED, Step.HANDED_OVER, Step.SEEN)
_ANOTHER = (Kind.CREDIT_NOTE, Kind.OTHER)


def look_alikes(session: Session, only: int | None = None) -> dict[int, list[Bill]]:
    """For each bill that waits, or for `only` it, the cards that may be the same bill, in order.

    Biller or account, amount, due day and day of issue are the same, and no number tells them apart. What
    is held or closed is not named, and neither is what the person told apart.
    """
    apart, holders = _told_apart(session), _holders(session)
    found: dict[int, list[Bill]] = {}
    for bill, other in session.execute(_pairs(only)):
        theirs = holders.get(bill.account_id), holders.get(other.account_id)
        if {bill.id, other.id} in apart or not _meet(*theirs) or _differ(bill, other):
            continue
        found.setdefault(bill.id, []).append(other)
    return found


def alike_ids(session: Session, only: int | None = None) -> dict[int, list[int]]:
    """As `look_alikes`, their numbers."""
    return {one: [bill.id for bill in all_] for one, all_ in look_alikes(session, only).items()}


def alike_flags(session: Session, bill: Bill) -> Iterator[Flag]:
    """may_be_bill_N (ask); may_be_paid_as_N (stop), where that bill was paid or its order is approved."""
    for other in look_alikes(session, bill.id).get(bill.id, []):
        orders = select(Payment.id).where(
            Payment.bill_id == other.id, Payment.step.in_(_ABOUT_TO_BE)
        )
        if other.state in _PAID or session.scalar(orders.limit(1)) is not None:
            because = mark(
                "It may be the same bill as bill {other}, which was paid or is about to be. Compare the two: "
                "`facteur fix {bill} --apart {other}` says that they are two bills, `facteur fix {bill} "
                "--state closed` settles this one."
            )
            yield stop(f"may_be_paid_as_{other.id}", said(because, other=other.id, bill=bill.id))
        else:
            because = mark("It may be the same bill as bill {other}: pay only one of them then.")
            yield ask(f"may_be_bill_{other.id}", said(because, other=other.id))


def _pairs(only: int | None) -> Select[Bill, Bill]:
    other = aliased(Bill)
    query = select(Bill, other).where(
        Bill.id != other.id,
        Bill.amount_minor == other.amount_minor,
        Bill.currency == other.currency,
        Bill.due_on.is_not_distinct_from(other.due_on),
        Bill.issued_on.is_not_distinct_from(other.issued_on),
        or_(Bill.due_on.is_not(None), Bill.issued_on.is_not(None)),
        or_(
            and_(Bill.biller_key == other.biller_key, Bill.biller_key != ""),
            and_(Bill.iban == other.iban, Bill.iban != ""),
        ),
        Bill.state.in_(_WAITS),
        other.state.not_in(_ENDED),
        Bill.kind.not_in(_ANOTHER),
        other.kind.not_in(_ANOTHER),
    )
    return (query if only is None else query.where(Bill.id == only)).order_by(Bill.id, other.id)


def _told_apart(session: Session) -> set[frozenset[int]]:
    said_so = select(Correction.bill_id, Correction.now).where(Correction.field == APART)
    return {
        frozenset({bill, int(other)}) for bill, other in session.execute(said_so) if bill and other
    }


def _holders(session: Session) -> dict[int, set[int]]:
    """Account to the members who have it; one that nobody has is the only person's."""
    found: dict[int, set[int]] = {}
    rows = session.execute(select(MemberAccount.account_id, MemberAccount.member_id))
    for account, member in rows:
        found.setdefault(account, set()).add(member)
    return found


def _meet(left: set[int] | None, right: set[int] | None) -> bool:
    return left == right or bool(left and right and left & right)


def _differ(left: Bill, right: Bill) -> bool:
    """A number, a customer number or a reference that both have is another."""
    pairs = (
        (left.number, right.number),
        (left.customer_number, right.customer_number),
        (left.reference, right.reference),
    )
    bare = ((_bare(one), _bare(other)) for one, other in pairs)
    return any(one and other and one != other for one, other in bare)


def _bare(text: str | None) -> str:
    return re.sub(r"[\W_]+", "", text or "").casefold()
