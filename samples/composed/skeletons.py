"""The architectures of pages, each with the block that it belongs to when documents are set aside."""

from collections.abc import Callable
from typing import NamedTuple

from samples.composed import letters
from samples.composed.draft import Draft


class Skeleton(NamedTuple):
    """Who draws it, its block 0..4, most lines, size of the page ("" for the country's)."""

    draw: Callable[[Draft], None]
    block: int
    most: int = 7
    paper: str = ""


SKELETONS = {
    "classic": Skeleton(letters.classic, 0),
    "norm": Skeleton(letters.norm, 1),
    "sidebar": Skeleton(letters.sidebar, 2),
    "boxed": Skeleton(letters.boxed, 3, 5),
    "letter": Skeleton(letters.prose_letter, 4),
}
