"""What the payer's statements show that may have paid a bill, and nobody has confirmed or refused yet."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.holders import person_here
from models.money import Money
from models.tables import BankEntry, BankMatch, BankMatchPart, MatchState
from pay.policy.facts import Fitting

_LONGEST = 60
"""Characters of a bank's text inside a question."""


def fitting_of(session: Session, bill_id: int) -> tuple[Fitting, ...]:
    """The suggested payments of a bill, the likeliest first; of the statements of whoever pays bills here."""
    query = (
        select(BankMatch.id, BankMatchPart.amount_minor, BankEntry)
        .join(BankMatchPart, BankMatchPart.match_id == BankMatch.id)
        .join(BankEntry, BankEntry.id == BankMatch.entry_id)
        .where(
            person_here(session).brought,
            BankMatchPart.bill_id == bill_id,
            BankMatch.state == MatchState.SUGGESTED,
            BankMatch.kind != "refund",
            BankEntry.amount_minor < 0,
        )
        .order_by(BankMatch.strength.desc(), BankMatch.id)
    )
    return tuple(
        Fitting(match, Money(-minor, row.currency), row.booked_on, _said(row))
        for match, minor, row in session.execute(query)
    )


def _said(row: BankEntry) -> str:
    return (row.text or row.counterparty or row.bank_account)[:_LONGEST]
