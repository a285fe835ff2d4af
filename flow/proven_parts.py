"""What entries prove of one bill, part by part."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.tables import PROVES, BankEntry, BankMatch, BankMatchPart, MatchState


def proven_parts(session: Session, bill_id: int) -> list[tuple[MatchState, int, str]]:
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


def proven_minor(session: Session, bill_id: int) -> int:
    """The sum of what stands proven, in minor units, signed as on the account."""
    return sum(minor for state, minor, _ in proven_parts(session, bill_id) if state in PROVES)
