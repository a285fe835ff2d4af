"""What the bank should show: every bill that may be paid, as matching needs it."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.awaited_instalments import scheduled_bills, with_instalments
from flow.awaited_orders import orders_out, with_orders
from flow.awaited_settlements import awaited_settlements
from flow.credits import SetOffs, set_offs
from flow.holders import Holder
from flow.instalments import OVER, name_of, told_of
from flow.proven import to_see
from models.iban import Iban, is_iban
from models.tables import Bill, BillMessage, Identifier, SettlementState
from models.verdict import Kind, State
from pay.match.expected import Expected, to_be_seen

_NEVER_PAID = (Kind.OTHER, Kind.SCHEDULE)
_SETTLED = (State.PAID, State.CLOSED)
_CREDITOR = "creditor:"
"""How an identifier begins that is a SEPA creditor's (models.extraction)."""


@dataclass(frozen=True, slots=True)
class Awaited:
    """One movement to be seen. `expected.key` names it in the rows of matches ("bill 12", "payment 3").

    bill_id or settlement_id: whose state follows. doubtful: the bill waits to review, so that no
    evidence acts alone. settled: nothing is open, so that nothing is asked about it.
    """

    expected: Expected
    bill_id: int | None
    doubtful: bool
    settled: bool
    settlement_id: int | None = None


def awaited(session: Session, who: Holder) -> list[Awaited]:
    """What every source awaits on the statements of one holder, keys unique."""
    return [one for source in SOURCES for one in source(session, who)]


def _bills(session: Session, who: Holder) -> list[Awaited]:
    """Bills with an amount that the holder may see, and their orders. Paid and closed ones too: their
    payments must not be taken for others'.

    A held bill is left out: whoever forged it would profit from the evidence.
    """
    query = (
        select(Bill)
        .where(
            Bill.amount_minor.is_not(None),
            Bill.state != State.STOPPED,
            Bill.kind.not_in(_NEVER_PAID),
            Bill.id.not_in([one.id for one in scheduled_bills(session, who)]),
            who.bills,
        )
        .order_by(Bill.id)
    )
    creditors, orders, taken = creditors_of(session), orders_out(session), set_offs(session)
    found = []
    for bill in session.scalars(query):
        set_off, used_up = _set_off(bill, taken)
        whole = expected_of(bill, creditors.get(bill.id, ""), set_off)
        doubtful = used_up or bill.state is State.REVIEW
        found += [
            Awaited(one, bill.id, doubtful, bill.state in _SETTLED)
            for one in (with_orders(whole, orders.get(bill.id, ())) if whole else ())
        ]
    return found


def _set_off(bill: Bill, taken: SetOffs) -> tuple[int, bool]:
    """What is taken off a bill, and whether it is a credit note of which nothing is left.

    Its money may come back all the same; then the person says so, and the bill is owed again.
    """
    minor = taken.of(bill)
    used_up = bill.kind is Kind.CREDIT_NOTE and 0 < minor >= abs(bill.amount_minor or 0)
    return (0 if used_up else minor), used_up


def creditors_of(session: Session, bill_id: int | None = None) -> dict[int, str]:
    """The SEPA creditor that a bill's mails print, by bill, where they print one only."""
    query = (
        select(BillMessage.bill_id, Identifier.value)
        .join(Identifier, Identifier.message_id == BillMessage.message_id)
        .where(Identifier.value.startswith(_CREDITOR))
    )
    if bill_id is not None:
        query = query.where(BillMessage.bill_id == bill_id)
    printed: defaultdict[int, set[str]] = defaultdict(set)
    for bill, value in session.execute(query):
        printed[bill].add(value.removeprefix(_CREDITOR))
    return {bill: values.pop() for bill, values in printed.items() if len(values) == 1}


def expected_of(bill: Bill, creditor_id: str, set_off: int = 0) -> Expected | None:
    """The bill as matching needs it, less what is set off; None when nothing is to be seen of it."""
    amount = to_see(bill, set_off)
    if amount is None or not amount.minor:
        return None
    base = to_be_seen(
        f"bill {bill.id}",
        -amount,
        due_on=bill.due_on,
        issued_on=bill.issued_on,
        today=bill.created_at.date(),
    )
    return replace(
        base,
        payee=bill.biller or "",
        payee_iban=Iban(bill.iban) if bill.iban and is_iban(bill.iban) else None,
        reference=bill.reference or "",
        number=bill.number or "",
        means=bill.means,
        creditor_id=creditor_id,
    )


def _instalments(session: Session, who: Holder) -> list[Awaited]:
    """Schedules: each instalment by itself."""
    bills = scheduled_bills(session, who)
    creditors, orders = (creditors_of(session), orders_out(session)) if bills else ({}, {})
    found = []
    for bill in bills:
        told = told_of(session, bill.id)
        done = {name_of(one.row) for one in told if one.stage in OVER}
        creditor, doubtful = creditors.get(bill.id, ""), bill.state is State.REVIEW
        found += [
            Awaited(one, bill.id, doubtful, one.key in done or bill.state in _SETTLED)
            for one in with_instalments(bill, told, creditor, orders.get(bill.id, ()))
        ]
    return found


def _settlements(session: Session, who: Holder) -> list[Awaited]:
    return [
        Awaited(
            one, None, doubtful=False, settled=row.state is SettlementState.RECEIVED,
            settlement_id=row.id,
        )
        for row, one in awaited_settlements(session, who)
    ]  # fmt: skip


SOURCES: tuple[Callable[[Session, Holder], list[Awaited]], ...] = (
    _bills,
    _instalments,
    _settlements,
)
