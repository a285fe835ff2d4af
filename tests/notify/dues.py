"""Bills of our own, as Bob is reminded of them on Monday 23 November 2026."""

from datetime import date
from typing import Any

from models.money import Money
from notify.due import Due, Todo

TODAY = date(2026, 11, 23)


def due(bill: int = 7, **changes: Any) -> Due:
    """Bob's third of a water bill that Alice pays, due in ten days."""
    parts: dict[str, Any] = {
        "bill": bill,
        "biller": "Eaux du Vallon",
        "mine": Money(28_07, "EUR"),
        "due_on": date(2026, 12, 3),
        "todo": Todo.PAY_BACK,
        "to": "Alice",
        "shared": True,
    }
    return Due(**(parts | changes))
