"""What a person has announced, has open at a provider, and still owes: what their ways back are made of."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from flow.household.back_card import CardPage, card_pages
from flow.household.balances import proposed
from flow.household.rights import Actor
from flow.household.settling import settlements
from models.money import Money
from models.tables import Settlement, SettlementState
from pay.people import Person
from pay.transfers import Transfer


@dataclass(frozen=True, slots=True)
class Accounts:
    """The actor's open settlements and pages, and what they owe to each beyond those."""

    rows: tuple[Settlement, ...]
    pages: tuple[CardPage, ...]
    left: Mapping[tuple[Person, str], Money]

    def page_of(self, row: Settlement) -> CardPage | None:
        """The provider's page that pays a settlement."""
        return next((one for one in self.pages if one.settlement_id == row.id), None)

    def of(self, owed: Transfer, bill_id: int) -> list[Settlement]:
        """Those that may be shown for a debt of this bill."""
        return [
            row for row in self.rows
            if (row.receiver_id, row.currency) == (owed.receiver, owed.amount.currency)
            and ((page := self.page_of(row)) is None or page.is_for(bill_id))
        ]  # fmt: skip

    def announced(self, owed: Transfer, bill_id: int) -> Settlement | None:
        """The one that waits to be sent, by hand."""
        waiting = (
            row
            for row in self.of(owed, bill_id)
            if row.state is SettlementState.ANNOUNCED and self.page_of(row) is None
        )
        return next(waiting, None)

    def more(self, owed: Transfer) -> Money | None:
        """What is still to be announced of a debt; None when other bills make up for it."""
        whole = self.left.get((owed.receiver, owed.amount.currency))
        return min(owed.amount, whole) if whole else None


def accounts_of(session: Session, actor: Actor) -> Accounts:
    """As they stand now."""
    rows = tuple(row for row in settlements(session, actor) if row.sender_id == actor.member_id)
    left = {
        (one.receiver, one.amount.currency): one.amount
        for one in proposed(session, actor, direct=True)
        if one.sender == actor.person
    }
    return Accounts(rows, tuple(card_pages(session, actor)), left)
