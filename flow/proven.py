"""What the bank's entries prove of one bill: paid, paid in part, or paid and taken back."""

from sqlalchemy.orm import Session

from flow.credits import set_offs
from flow.proven_parts import proven_parts
from flow.schedule import instalments_of, is_scheduled
from models.money import Money
from models.tables import PROVES, Bill, MatchState
from models.verdict import Kind, State

_WAITING = (State.OPEN, State.HANDED_OVER, State.REVIEW)


def to_see(bill: Bill, set_off: int = 0) -> Money | None:
    """What a statement should show of the bill, signed as on the account: 84.20 to pay is -84.20.

    set_off: minor units that credit notes take off the bill, or bills take of the credit note; where
    they take all of it, zero is to be seen. None when the bill has no amount, or nothing is due.
    """
    amount = bill.amount
    if amount is None or not amount.minor:
        return None
    # A credit note may be written with a minus or without: money comes back either way.
    back = bill.kind is Kind.CREDIT_NOTE
    whole = abs(amount.minor) if back else -amount.minor
    return Money(whole - set_off if whole > 0 else whole + set_off, amount.currency)


def stand(session: Session, bill: Bill) -> None:
    """Writes what is proven over the state that the mails and the person's words gave.

    Paid when the entries that stand make the amount; closed when credit notes make it. A payment that
    came back opens the bill again, whatever a receipt says; a held or settled bill stays so. Doubts are
    added to the bill's warnings.
    """
    rows, set_off = proven_parts(session, bill.id), set_offs(session).of(bill)
    schedule = instalments_of(session, bill.id)
    whole, awaited = to_see(bill), to_see(bill, set_off)
    if is_scheduled(bill, schedule):
        whole = Money(-sum(one.amount_minor for one in schedule), schedule[0].currency)
        awaited = whole + Money(set_off, whole.currency)
    if not (rows or set_off) or whole is None or awaited is None:
        return
    seen = sum(minor for state, minor, _ in rows if state in PROVES)
    left = awaited.minor - seen
    came_back = [reason for state, _, reason in rows if state is MatchState.RETURNED]
    if left == 0 or (left < 0) != (whole.minor < 0):
        if bill.state in _WAITING:
            bill.state = State.PAID if awaited.minor else State.CLOSED
        _warn(bill, _amount("overpaid", left, awaited) if left else "")
        return
    if came_back:
        if bill.state in (State.HANDED_OVER, State.PAID):
            bill.state = State.OPEN
        _warn(bill, f"payment_returned:{came_back[-1]}")
    if seen and not schedule:
        _warn(bill, _amount("paid_in_part", seen, awaited))


def _amount(code: str, minor: int, like: Money) -> str:
    return f"{code}:{Money(abs(minor), like.currency)} {like.currency}"


def _warn(bill: Bill, warning: str) -> None:
    if warning and warning not in bill.warnings:
        bill.warnings = [*bill.warnings, warning]
