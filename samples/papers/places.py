"""Where the skeletons put what they share: title, first facts, body, foot."""

from samples.papers.flow import Flow
from samples.papers.heads import Desk, foot
from samples.papers.pieces import facts, title
from samples.papers.texts import Block

Column = tuple[float, float]


def rest(d: Desk, without: str = "#&") -> list[Block]:
    """The blocks that the skeleton does not place itself: without title and first facts."""
    first = d.text.of("#")[:1] if "#" in without else []
    own = [*first, *(d.text.of("&")[:1] if "&" in without else [])]
    return [block for block in d.text.blocks if not any(block is b for b in own)]


def flow(d: Desk, columns: list[Column], top: float, bottom: float = 0) -> Flow:
    """A flow of columns from `top` to the foot of the page, or to `bottom`."""
    return Flow(d.paper, d.look, d.v, columns, top, bottom or d.paper.high - 18)


def facts_at(d: Desk, column: Column, top: float, mode: str = "") -> float:
    """The first facts in a column of their own; returns the top of what follows."""
    made = flow(d, [column], top)
    facts(made, d.text.of("&")[:1], mode)
    return made.top


def title_at(d: Desk, column: Column, top: float, size: float, style: str = "b") -> float:
    """The title in a column; returns the top of what follows."""
    made = flow(d, [column], top)
    title(made, d.text.of("#")[0], size, style)
    return made.top


def big(d: Desk) -> float:
    """A size of type for a title, in points."""
    return float(d.rng.choice((12, 14, 16, 18)))


def foot_line(d: Desk, x: float, width: float) -> None:
    """Legal lines, on the last page, when there is a sender and room."""
    if d.text.head.get("head") != "none" and d.chance(0.75):
        foot(d, x, width)
