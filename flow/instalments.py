"""How far each instalment of a bill is, and what is to be paid of it after credit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from flow.credits import cost_of
from flow.schedule import instalments_of, is_scheduled
from models.money import Money
from models.order import Step
from models.tables import PROVES, BankMatch, BankMatchPart, Bill, Instalment, Payment
from pay.policy.steps import HELD

Stage = Literal["open", "prepared", "handed_over", "paid", "set_off"]
"""set_off: credit notes pay all of it, so that nothing is to be paid and nothing will be seen."""
_WAITING = ("open", "prepared")
OVER = ("paid", "set_off")


@dataclass(frozen=True, slots=True)
class Told:
    """One instalment and how far it is; order: the one that pays it, None where there is none.

    amount: what is to be paid of it, or was: less than its row's where credit pays the rest, or where a
    part of it was seen. seen: what statements show under its own name, in minor units. rest: its order is
    over what was left after a part, and is awaited by itself.
    """

    row: Instalment
    stage: Stage
    amount: Money
    order: Payment | None = None
    seen: int = 0
    rest: bool = False

    @property
    def part(self) -> Money | None:
        """What was seen of one that is not paid; None where nothing was."""
        return Money(self.seen, self.row.currency) if self.seen and self.stage not in OVER else None

    @property
    def whole(self) -> Money:
        """What it is in all: what is to be paid and the part that was seen."""
        return self.amount + self.part if self.part else self.amount

    @property
    def awaited(self) -> Money:
        """What statements are to show under its own name."""
        paid = self.stage in OVER and self.seen
        return Money(self.seen, self.row.currency) if paid else self.whole


def name_of(row: Instalment) -> str:
    """How matches name it when no order pays it."""
    return f"instalment {row.id}"


def told_of(session: Session, bill_id: int) -> list[Told]:
    """Each instalment of a bill with its stage. Credit takes from the last ones first, never from one
    that is under way or paid; one of which nothing is left is set off.
    """
    rows = instalments_of(session, bill_id)
    if not rows:
        return []
    orders = _orders(session, [row.id for row in rows])
    proven = _proven(session, [name_of(row) for row in rows])
    cost = cost_of(session, session.get_one(Bill, bill_id))
    whole = cost is None or sum(row.amount_minor for row in rows) <= cost.minor
    told = [
        _told(row, orders.get(row.id), proven.get(name_of(row), 0), credited=not whole)
        for row in rows
    ]
    return less_credit(told, cost.minor if cost else None)


def _told(row: Instalment, order: Payment | None, seen: int, *, credited: bool) -> Told:
    """As its order or a statement has it, else as it was planned or read. A smaller order is over what is
    left after a part; beside credit it is over what the credit leaves.
    """
    rest = bool(order and seen and order.amount_minor < row.amount_minor and not credited)
    out = order is not None and order.step in (Step.HANDED_OVER, Step.SEEN)
    asked = order.amount_minor if order and out and not rest else row.amount_minor
    if order is not None and order.step is Step.SEEN:
        minor = seen + order.amount_minor if rest else seen or asked
        return Told(row, "paid", Money(minor, row.currency), order, seen, rest)
    if seen >= asked:
        return Told(row, "paid", Money(seen, row.currency), order, seen)
    left = Money(asked - seen, row.currency)
    if order is None:
        return Told(row, "open", left, None, seen)
    return Told(row, "handed_over" if out else "prepared", left, order, seen, rest)


def less_credit(told: Sequence[Told], cost: int | None) -> list[Told]:
    """What the instalments make beyond `cost`, in minor units, is taken off from the last one on."""
    made = sum(min(one.whole, one.row.amount).minor for one in told)
    over = made - cost if cost is not None else 0
    found: list[Told] = []
    for one in reversed(told):
        off = min(max(over, 0), one.amount.minor) if one.stage in _WAITING else 0
        over -= off
        found.append(_less(one, off) if off else one)
    return found[::-1]


def _less(one: Told, off: int) -> Told:
    """Of which a part was seen and credit pays the rest is paid."""
    left = Money(one.amount.minor - off, one.amount.currency)
    if left.minor:
        return replace(one, amount=left)
    return replace(one, amount=one.part or left, stage="paid" if one.part else "set_off")


def _orders(session: Session, numbers: list[int]) -> dict[int, Payment]:
    """The newest order of each that was or may be paid."""
    query = select(Payment).where(Payment.instalment_id.in_(numbers), Payment.step.in_(HELD))
    return {row.instalment_id or 0: row for row in session.scalars(query.order_by(Payment.id))}


def _proven(session: Session, names: list[str]) -> dict[str, int]:
    """What statements show of each by its name, in minor units; what came back counts against it."""
    query = (
        select(BankMatchPart.what, func.sum(BankMatchPart.amount_minor))
        .join(BankMatch, BankMatch.id == BankMatchPart.match_id)
        .where(BankMatchPart.what.in_(names), BankMatch.state.in_(PROVES))
        .group_by(BankMatchPart.what)
    )
    return {what: max(-int(minor), 0) for what, minor in session.execute(query)}


def paid_by(session: Session, bill: Bill, day: date, amount: Money) -> str:
    """How matches name what an entry of `day` pays of a bill: of a schedule, the instalment that it is
    nearest to, an unpaid one of this very amount first."""
    told = told_of(session, bill.id)
    if not is_scheduled(bill, [one.row for one in told]):
        return f"bill {bill.id}"
    near = min(
        told,
        key=lambda one: (
            one.stage in OVER, one.amount != amount, abs(one.row.due_on - day), one.row.number
        ),
    )  # fmt: skip
    return name_of(near.row)
