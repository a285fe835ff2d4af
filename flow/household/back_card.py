"""Pages at a card provider that were made for a person's shares and are still under way."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.household.rights import Actor
from models.money import Money
from models.tables import Collection, CollectionState


@dataclass(frozen=True, slots=True)
class CardPage:
    """One page. link: where to pay, "" while there is no more to do. live: whether real money moves.

    bill_id: the bill whose share it collects; None: all that was owed. settlement_id: what it pays in
    the accounts; None for a test page.
    """

    payee: str
    amount: Money
    link: str
    live: bool
    bill_id: int | None
    settlement_id: int | None

    def is_for(self, bill_id: int) -> bool:
        """Whether the page of a bill's share may show it: no other bill is named on it."""
        return self.bill_id in {None, bill_id}


def card_pages(session: Session, actor: Actor) -> list[CardPage]:
    """The pages that the actor may pay at, or has just paid at, the oldest first."""
    mine = (Collection.member_id == actor.member_id, Collection.open_slot == 1)
    rows = session.scalars(select(Collection).where(*mine).order_by(Collection.id))
    return [
        CardPage(
            row.payee, row.amount, row.link if row.state is CollectionState.OPEN else "", row.live,
            row.bill_id, row.settlement_id,
        )
        for row in rows
    ]  # fmt: skip
