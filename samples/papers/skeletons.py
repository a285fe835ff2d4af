"""The architectures of papers, each with the block 0..4 that it belongs to when set aside."""

from collections.abc import Callable
from typing import NamedTuple

from samples.papers.heads import Desk
from samples.papers.letters import (
    banner,
    boxed,
    classic,
    norm,
    personal,
    ribbon,
    sidebar,
    typed,
    wide,
)
from samples.papers.posters import centred, columns, framed, half, poster, ticket


class Skeleton(NamedTuple):
    """Who draws it, its block 0..4, the forms that it suits, and its size in mm ("" the usual)."""

    draw: Callable[[Desk], None]
    block: int
    forms: str
    size: tuple[float, float] | None = None


SKELETONS = {
    "classic": Skeleton(classic, 0, "letter sheet"),
    "norm": Skeleton(norm, 1, "letter sheet"),
    "sidebar": Skeleton(sidebar, 2, "letter sheet flyer"),
    "boxed": Skeleton(boxed, 3, "sheet form letter"),
    "banner": Skeleton(banner, 4, "letter sheet flyer form"),
    "centred": Skeleton(centred, 0, "flyer form ticket private sheet"),
    "poster": Skeleton(poster, 1, "flyer private"),
    "columns": Skeleton(columns, 2, "flyer private form"),
    "framed": Skeleton(framed, 3, "form ticket flyer sheet"),
    "typed": Skeleton(typed, 4, "letter private sheet form"),
    "personal": Skeleton(personal, 0, "letter private"),
    "ticket": Skeleton(ticket, 1, "ticket form", (210.0, 120.0)),
    "wide": Skeleton(wide, 2, "sheet flyer ticket", (297.0, 210.0)),
    "half": Skeleton(half, 3, "form ticket private letter", (148.5, 210.0)),
    "ribbon": Skeleton(ribbon, 4, "letter sheet ticket"),
}
