"""What a share asks of its person, and the ways to pay it back, as values."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from flow.household.back_card import CardPage
from flow.household.back_sheet import BackSheet
from models.money import Money


class Standing(StrEnum):
    """What a share asks of its person now.

    UNPAID: nobody advanced the bill, so there is nobody to pay back. HELD: they dispute their share.
    HELD_BILL: the bill itself is disputed. NOTHING: they advanced it themselves, or get money back.
    OWED: the ways follow.
    """

    UNPAID = "unpaid"
    HELD = "held"
    HELD_BILL = "held_bill"
    NOTHING = "nothing"
    OWED = "owed"


class BackStep(StrEnum):
    """EVEN: other bills or settlements make up for it. PAID_BACK: settlements of this bill were received for
    all of it. TO_ANNOUNCE: nothing was made yet. CARD: at a provider's page, and no other way beside it.
    PAUSED: announced, and disputed since. WANTED_BACK: paid by card, and their bank wants it back."""

    EVEN = "even"
    PAID_BACK = "paid_back"
    TO_ANNOUNCE = "to_announce"
    ANNOUNCED = "announced"
    SENT = "sent"
    CARD = "card"
    PAUSED = "paused"
    WANTED_BACK = "wanted_back"


@dataclass(frozen=True, slots=True)
class WayBack:
    """Money to one member who advanced the bill. settlement: its number, 0 where none is made.

    beside: other money to them is under way, for a part of this bill or, where it names none, perhaps for it.
    of_all: the settlement names no bill: it is for what is open between the two in all.
    """

    receiver_id: int
    receiver: str
    amount: Money
    step: BackStep
    settlement: int = 0
    sent_on: date | None = None
    sheet: BackSheet | None = None
    card: CardPage | None = None
    beside: bool = False
    of_all: bool = False


@dataclass(frozen=True, slots=True)
class PayBack:
    """What a share asks of its person, and the ways; of what is held only those that were begun before.

    trials: test pages, at which no money moves.
    """

    standing: Standing
    ways: tuple[WayBack, ...] = ()
    trials: tuple[CardPage, ...] = ()


HELD = (Standing.HELD, Standing.HELD_BILL)
"""Nothing is asked for."""
