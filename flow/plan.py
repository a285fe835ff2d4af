"""A plan of the person's own: what is left of a bill, paid in equal parts, a month apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from dateutil.relativedelta import relativedelta
from sqlalchemy.orm import Session

from flow.checkpoints import passed
from flow.instalments import Told, told_of
from flow.money_lock import alone_with_money
from flow.order_draft import must_be_near, open_order
from flow.order_left import left_of
from flow.order_look import bill_for
from flow.order_out import begun_attempt
from flow.schedule import add_instalments, is_debited, is_scheduled
from flow.wiring import Wiring
from models.errors.orders import OrderInvalid
from models.journal import append
from models.money import Money
from models.tables import Bill, Instalment
from models.verdict import State
from models.words import mark
from pay.bank_days import arrives_on, latest_day, today
from pay.shares.apportion import apportion

MOST = 36
"""Instalments of a plan: three years of months."""
_ENDED = frozenset({State.PAID, State.CLOSED, State.STOPPED, State.HANDED_OVER})


@dataclass(frozen=True, slots=True)
class Plan:
    """The instalments of a bill as they stand now. late: the last arrives after the bill's due date."""

    instalments: tuple[tuple[int, date, Money], ...]
    late: bool


def plan(
    wiring: Wiring,
    bill_id: int,
    count: int,
    first: date | None,
    now: datetime,
    *,
    keep: bool = True,
) -> Plan:
    """Plans what is left of a bill in `count` instalments; 1 ends the plan, and all is paid at once.

    first: the day on which the first one leaves; without it, so that it arrives on the bill's due date,
    or today. Those that were handed over stand. keep=False writes nothing. Raises NotFound, OrderInvalid.
    """
    with Session(wiring.engine) as session, session.begin() as transaction:
        alone_with_money(session)
        bill = bill_for(session, bill_id)
        found = told_of(session, bill_id)
        _must_allow(session, bill, found, count)
        left = left_of(session, bill, open_order(session, bill))
        if left.minor < count:
            raise OrderInvalid(why=mark("nothing of this bill is left to pay"))
        _end(found, now)
        session.flush()
        wanted = _wanted(left, count, _first(bill, first, now), now) if count > 1 else []
        rows = add_instalments(session, bill, wanted, now, planned=True)
        _told(session, bill, rows)
        made = Plan(_shown(session, bill_id), _is_late(bill, rows))
        passed("instalments_planning")
        if not keep:
            transaction.rollback()
    passed("instalments_planned")
    return made


def _must_allow(session: Session, bill: Bill, found: Sequence[Told], count: int) -> None:
    """Raises OrderInvalid where there is nothing to plan."""
    row = open_order(session, bill)
    reasons = (
        (not 1 <= count <= MOST, mark("between 1 and {most} instalments can be planned")),
        (is_debited(bill), mark("it is debited by itself")),
        (
            is_scheduled(bill, [one.row for one in found]),
            mark("its biller named the instalments: `facteur show {id}` lists them"),
        ),
        (bill.state in _ENDED, mark("nothing of this bill is left to pay")),
        (
            row is not None and begun_attempt(session, row) is not None,
            mark("papers to pay this bill may have been made already: take them back first"),
        ),
    )
    for holds, why in reasons:
        if holds:
            raise OrderInvalid(why=why, most=MOST, id=bill.id)


def _end(found: Sequence[Told], now: datetime) -> None:
    """Those that nobody has begun to pay end; an order that is only drawn up follows the new plan."""
    for one in found:
        if one.stage in {"open", "prepared"}:
            one.row.ended_at = now


def _first(bill: Bill, first: date | None, now: datetime) -> date:
    must_be_near(first, now)
    in_time = latest_day(bill.due_on, instant=False) if bill.due_on else today(now)
    return first or max(in_time, today(now))


def _wanted(left: Money, count: int, first: date, now: datetime) -> list[tuple[date, Money]]:
    """Equal parts, the odd cents with the first; each due on the day on which it arrives."""
    parts = apportion(left.minor, [1] * count)
    days = (first + relativedelta(months=number) for number in range(count))
    return [
        (arrives_on(day, now, instant=False), Money(minor, left.currency))
        for day, minor in zip(days, parts, strict=True)
    ]


def _is_late(bill: Bill, rows: Sequence[Instalment]) -> bool:
    return bool(rows) and bill.due_on is not None and rows[-1].due_on > bill.due_on


def _shown(session: Session, bill_id: int) -> tuple[tuple[int, date, Money], ...]:
    return tuple((one.row.number, one.row.due_on, one.amount) for one in told_of(session, bill_id))


def _told(session: Session, bill: Bill, rows: Sequence[Instalment]) -> None:
    append(
        session, "person", "instalments_planned", f"bill {bill.id}", where="cli",
        detail={
            "instalments": [
                {"due": row.due_on.isoformat(), "amount": str(row.amount)} for row in rows
            ],
            "currency": bill.currency,
        },
    )  # fmt: skip
