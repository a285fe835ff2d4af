"""What the bank's entries prove of one bill: paid, paid in part, or paid and taken back."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.money import Money
from models.tables import PROVES, BankEntry, BankMatch, BankMatchPart, Bill, MatchState
from models.verdict import Kind, State

_WAITING = (State.OPEN, State.HANDED_OVER, State.REVIEW)


def to_see(bill: Bill) -> Money | None:
    """What a statement should show of the bill, signed as on the account: 84.20 to pay is -84.20.

    None when the bill has no amount, or nothing is due.
    """
    amount = bill.amount
    if amount is None or not amount.minor:
        return None
    # A credit note may be written with a minus or without: money comes back either way.
    back = bill.kind is Kind.CREDIT_NOTE
    return Money(abs(amount.minor), amount.currency) if back else -amount


def stand(session: Session, bill: Bill) -> None:
    """Writes what is proven over the state that the mails and the person's words gave.

    Paid when the entries that stand make the amount. A payment that came back opens the bill again,
    whatever a receipt says; a held or settled bill stays so. Doubts are added to the bill's warnings.
    """
    rows = _parts(session, bill.id)
    awaited = to_see(bill)
    if not rows or awaited is None:
        return
    seen = sum(minor for state, minor, _ in rows if state in PROVES)
    left = awaited.minor - seen
    came_back = [reason for state, _, reason in rows if state is MatchState.RETURNED]
    if left == 0 or (left < 0) != (awaited.minor < 0):
        if bill.state in _WAITING:
            bill.state = State.PAID
        _warn(bill, _amount("overpaid", left, awaited) if left else "")
        return
    if came_back:
        if bill.state in (State.HANDED_OVER, State.PAID):
            bill.state = State.OPEN
        _warn(bill, f"payment_returned:{came_back[-1]}")
    if seen:
        _warn(bill, _amount("paid_in_part", seen, awaited))


def _parts(session: Session, bill_id: int) -> list[tuple[MatchState, int, str]]:
    """State, amount and reason of what came back, of each part that is or was proven.

    Two who share a bank account may both bring its statement: one movement counts once.
    """
    query = (
        select(
            BankEntry.bank_account,
            BankEntry.key,
            BankMatch.state,
            BankMatchPart.amount_minor,
            BankMatch.return_reason,
        )
        .join(BankMatch, BankMatch.id == BankMatchPart.match_id)
        .join(BankEntry, BankEntry.id == BankMatch.entry_id)
        .where(
            BankMatchPart.bill_id == bill_id,
            BankMatch.state.in_((*PROVES, MatchState.RETURNED)),
        )
        .order_by(BankMatch.id)
    )
    found: list[tuple[MatchState, int, str]] = []
    met: set[str] = set()
    for account, key, state, minor, reason in session.execute(query):
        if not account or key not in met:
            found.append((state, minor, reason))
        met.add(key)
    return found


def _amount(code: str, minor: int, like: Money) -> str:
    return f"{code}:{Money(abs(minor), like.currency)} {like.currency}"


def _warn(bill: Bill, warning: str) -> None:
    if warning and warning not in bill.warnings:
        bill.warnings = [*bill.warnings, warning]
