"""The architectures of pages, each with the block that it belongs to when documents are set aside."""

from collections.abc import Callable
from typing import NamedTuple

from samples.composed import (
    brands,
    chains,
    columns,
    folios,
    grids,
    letters,
    modern,
    official,
    slips,
    small,
    trade,
    utilities,
    views,
)
from samples.composed.draft import Draft


class Skeleton(NamedTuple):
    """Who draws it, its block 0..4, most lines, size of the page ("" for the country's)."""

    draw: Callable[[Draft], None]
    block: int
    most: int = 7
    paper: str = ""


SKELETONS = {
    "classic": Skeleton(letters.classic, 0),
    "word": Skeleton(trade.word, 0),
    "parties": Skeleton(trade.parties, 0),
    "minimal": Skeleton(modern.minimal, 0),
    "timesheet": Skeleton(small.timesheet, 0, 6),
    "cover": Skeleton(slips.cover, 0),
    "slip": Skeleton(utilities.slip, 0, 5),
    "norm": Skeleton(letters.norm, 1, 6),
    "bar": Skeleton(trade.bar, 1),
    "form": Skeleton(trade.form, 1),
    "typed": Skeleton(small.typed, 1),
    "overleaf": Skeleton(slips.overleaf, 1, 8),
    "folder": Skeleton(official.folder, 1),
    "halfpage": Skeleton(small.half_page, 1, 2, "half"),
    "sidebar": Skeleton(letters.sidebar, 2),
    "rightbar": Skeleton(modern.right_bar, 2),
    "valuefirst": Skeleton(modern.value_first, 2, 6),
    "cards": Skeleton(modern.cards, 2),
    "tip": Skeleton(slips.tip, 2, 5),
    "long": Skeleton(trade.long, 2, 14),
    "viewer": Skeleton(views.viewer, 2, 6),
    "centred": Skeleton(official.centred, 2),
    "boxed": Skeleton(letters.boxed, 3, 5),
    "dense": Skeleton(utilities.dense, 3),
    "statement": Skeleton(utilities.statement, 3),
    "stub": Skeleton(slips.stub, 3, 4),
    "shop": Skeleton(modern.shop, 3, 6),
    "mail": Skeleton(views.mail, 3, 6),
    "dark": Skeleton(modern.dark, 3),
    "letter": Skeleton(letters.prose_letter, 4),
    "notice": Skeleton(official.notice, 4, 6),
    "decision": Skeleton(official.decision, 4, 5),
    "dunning": Skeleton(official.dunning, 4, 3),
    "premium": Skeleton(official.premium, 4, 4),
    "duo": Skeleton(modern.duo, 4, 5),
    "wide": Skeleton(small.wide, 4, 5, "wide"),
    "till": Skeleton(small.till, 4, 6, "till"),
}
WIDER = {
    "chain": Skeleton(chains.chain, 0, 5),
    "shares": Skeleton(chains.shares, 0, 6),
    "leaders": Skeleton(columns.leaders, 0, 6),
    "matrix": Skeleton(folios.matrix, 0, 6, "wide"),
    "contracts": Skeleton(chains.contracts, 1, 5),
    "assessment": Skeleton(grids.assessment, 1, 5),
    "mandate": Skeleton(brands.mandate, 1, 3),
    "folio": Skeleton(folios.folio, 1, 7),
    "grid": Skeleton(grids.grid, 2, 6),
    "gazette": Skeleton(columns.gazette, 2, 5),
    "group": Skeleton(brands.group, 2, 5),
    "calls": Skeleton(folios.calls, 2, 4),
    "trail": Skeleton(grids.trail, 3, 6),
    "termly": Skeleton(chains.termly, 3, 5),
    "postcard": Skeleton(columns.postcard, 3, 1, "half"),
    "lastpage": Skeleton(folios.last_page, 3, 8),
    "leftstub": Skeleton(columns.left_stub, 4, 4),
    "footcards": Skeleton(columns.foot_cards, 4, 4),
    "ledger": Skeleton(grids.ledger, 4, 4),
    "signed": Skeleton(folios.signed, 4, 4),
}
"""Those that only the wide lessons hold."""


def skeletons() -> dict[str, Skeleton]:
    """All of them by name."""
    return SKELETONS | WIDER
