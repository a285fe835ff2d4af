"""What the meters counted: one or more per person, and the main one that the biller reads."""

from dataclasses import dataclass
from decimal import Decimal

from models.codec import Codec
from models.errors.shares import MainMeterTooLow, MeterReversed
from models.money import Money
from pay.people import Person
from pay.shares.quantity import STRICT, Exact, checked


@dataclass(frozen=True, slots=True)
class Counted:
    """Two readings of one meter, in its own unit (kWh, m³). Raises MeterReversed, PartInvalid.

    A meter that was replaced, or ran over its last digit, is two of these.
    """

    __pydantic_config__ = STRICT
    start: Exact
    end: Exact

    def __post_init__(self) -> None:
        if checked(self.end) < checked(self.start):
            raise MeterReversed(start=str(self.start), end=str(self.end))

    @property
    def used(self) -> Decimal:
        """What was used between the two."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class RoomMeter:
    """A meter that counts what one person used."""

    __pydantic_config__ = STRICT
    person: Person
    counted: Counted


@dataclass(frozen=True, slots=True)
class Readings:
    """All meters for one bill, in one unit.

    main: the biller's meter; what it counted beyond the rooms is common. None when there is none:
    the rooms are then all that was used. fixed: the part of the bill that does not depend on use
    (the subscription), without its sign. Raises MainMeterTooLow.
    """

    __pydantic_config__ = STRICT
    rooms: tuple[RoomMeter, ...]
    main: Counted | None = None
    fixed: Money | None = None

    def __post_init__(self) -> None:
        used = sum(self.by_person().values())
        if self.main and self.main.used < used:
            raise MainMeterTooLow(used=str(used), main=str(self.main.used))

    def by_person(self) -> dict[Person, Decimal]:
        """What each person used."""
        found: dict[Person, Decimal] = {}
        for room in self.rooms:
            found[room.person] = found.get(room.person, Decimal(0)) + room.counted.used
        return found


READINGS: Codec[Readings] = Codec(Readings)
