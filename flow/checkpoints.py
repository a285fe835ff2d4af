"""Named moments of the road, so that a test can end the process exactly there."""

from collections.abc import Callable

POINTS = (
    "fetched",
    "before-commit",
    "after-commit",
    "claimed",
    "read",
    "judged",
    "decided",
    "queued",
    "inflight",
    "copied",
    "moved",
)
listeners: list[Callable[[str], None]] = []
"""Called with the point's name. Empty in production."""


def passed(point: str) -> None:
    """Say that `point` was reached."""
    for listener in listeners:
        listener(point)
