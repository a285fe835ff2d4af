"""What is known of one bill and its household when it is split, beside the amount and the rule."""

from dataclasses import dataclass, field
from datetime import date

from models.reading import Period
from pay.people import Guest
from pay.shares.meters import Readings
from pay.shares.presence import Presence


@dataclass(frozen=True, slots=True)
class Facts:
    """Each rule takes what it needs. `turn`: who has the odd cent, see apportion.turn_of."""

    turn: int = 0
    period: Period | None = None
    issued_on: date | None = None
    presence: Presence = field(default_factory=Presence)
    readings: Readings | None = None
    guests: tuple[Guest, ...] = ()


NO_FACTS = Facts()
