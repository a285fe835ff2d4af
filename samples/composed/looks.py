"""How one bill is drawn: type, colour, rules, and how labels stand to their values."""

from dataclasses import dataclass
from random import Random

TINTS = ("#0b5cab", "#1d7a46", "#c0392b", "#6b2d8b", "#d35400", "#111111", "#334e68", "#7a5c00")


@dataclass(frozen=True)
class Look:
    """Habits of drawing. `pairs` is how labels stand to values, `table` how tables are ruled."""

    size: float
    tint: str
    table: str
    pairs: str
    colon: str
    caps: bool
    strong: str
    margin: float
    head: str


def look(rng: Random, size: float) -> Look:
    """Draw the looks of one bill."""
    return Look(
        size,
        rng.choice(TINTS),
        rng.choice(("grid", "rules", "zebra", "plain", "lined", "box")),
        rng.choice(
            ("beside", "beside", "right", "colon", "colon", "dots", "above", "grid", "ranged")
        ),
        rng.choice((" :", ":", ":", "", "", ".")),
        rng.random() < 0.15,
        rng.choice(("", "", "b")),
        rng.choice((12, 14, 15, 18, 20, 22, 25)),
        rng.choice(("logo", "brand", "typed", "right", "centre", "band", "shape", "initials")),
    )
