"""What entries prove of one bill, part by part."""

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from models.tables import PROVES, BankEntry, BankMatch, BankMatchPart, MatchState

Part = tuple[MatchState, int, str]
"""State, amount in minor units signed as on the account, and reason of what came back."""


def proven_parts(session: Session, bill_id: int) -> list[Part]:
    """Each part of a bill that is or was proven.

    Two who share a bank account may both bring its statement: one movement counts once.
    """
    return _parts(session, BankMatchPart.bill_id == bill_id)


def parts_named(session: Session, what: str) -> list[Part]:
    """As `proven_parts`, of what matches name so: a bill, one instalment or one order."""
    return _parts(session, BankMatchPart.what == what)


def _parts(session: Session, condition: ColumnElement[bool]) -> list[Part]:
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
            condition,
            BankMatch.state.in_((*PROVES, MatchState.RETURNED)),
        )
        .order_by(BankMatch.id)
    )
    found: list[Part] = []
    met: set[str] = set()
    for account, key, state, minor, reason in session.execute(query):
        if not account or key not in met:
            found.append((state, minor, reason))
        met.add(key)
    return found


def proven_minor(session: Session, bill_id: int) -> int:
    """The sum of what stands proven, in minor units, signed as on the account."""
    return sum(minor for state, minor, _ in proven_parts(session, bill_id) if state in PROVES)
