"""What every handler is given: the wiring, the pages and the clock."""

from dataclasses import dataclass
from datetime import UTC, datetime

from litestar.di import NamedDependency

from flow.wiring import Wiring
from web.pages import Pages


@dataclass(frozen=True, slots=True)
class Door:
    """One running web door."""

    wiring: Wiring
    pages: Pages

    def now(self) -> datetime:
        """An aware moment."""
        return datetime.now(UTC)


DoorGiven = NamedDependency[Door]
"""A handler's parameter that holds the door."""
