"""The steps of an order: draft, checked, approved, handed over, seen; and the ways out."""

from collections.abc import Mapping
from types import MappingProxyType

from models.errors.orders import StepForbidden
from models.order import Step

__all__ = ["HELD", "MOVES", "SPENT", "Step", "moved"]


MOVES: Mapping[Step, frozenset[Step]] = MappingProxyType(
    {
        Step.DRAFT: frozenset({Step.CHECKED, Step.CANCELLED}),
        Step.CHECKED: frozenset({Step.APPROVED, Step.DRAFT, Step.CANCELLED}),
        Step.APPROVED: frozenset({Step.HANDED_OVER, Step.DRAFT, Step.CANCELLED}),
        Step.HANDED_OVER: frozenset({Step.SEEN, Step.REFUSED}),
        Step.SEEN: frozenset({Step.HANDED_OVER, Step.REFUSED}),
        Step.CANCELLED: frozenset(),
        Step.REFUSED: frozenset(),
    }
)
"""Back to DRAFT: something changed, so it is checked and approved anew. SEEN to HANDED_OVER: the match
with a statement was wrong. SEEN to REFUSED: the bank sent the money back."""

HELD = frozenset({Step.DRAFT, Step.CHECKED, Step.APPROVED, Step.HANDED_OVER, Step.SEEN})
"""An order that was or may still be paid: it counts against what is left, and duplicates."""
SPENT = frozenset({Step.APPROVED, Step.HANDED_OVER, Step.SEEN})
"""An order that the person approved: it counts against caps, one that was only shown or stopped does not."""


def moved(step: Step, to: Step) -> Step:
    """`to`, when an order at `step` may go there. Raises StepForbidden."""
    if to not in MOVES[step]:
        raise StepForbidden(step=step, to=to)
    return to
