"""Where a value stands, and whether another stands at the same place of the next bill."""

from collections.abc import Sequence

from extract.amounts import amounts_in
from extract.dates import dates_in
from extract.memory.lesson import Anchor
from extract.memory.plain import alike, plain, says
from extract.memory.printed import Printed, shape_of
from extract.sheet import Cell, Sheet

_WEIGHTS = {"before": 3.0, "left": 3.0, "above": 2.0, "after": 1.0, "right": 1.0}
"""How much each neighbour tells; the first of them that says anything must be found again."""
_ADDED = 0.25
"""What a neighbour costs, as a share of its weight, where the lesson had none."""
_PAGE, _ACROSS, _DOWN, _ROWS, _STEPS = 0.10, 0.05, 0.05, 0.05, 0.20
_MOST_STEPS = 6
_NEAR_X, _NEAR_Y = 0.08, 0.06
_LEAST = 0.5
"""Share of the neighbours' weights that must be found again."""
_BARE_X, _BARE_Y = 0.04, 0.03
_BARE = 0.4
"""A figure without any label is known by its place alone: never enough to be sure."""


def anchor_of(sheet: Sheet, seen: Printed, pages: int) -> Anchor:
    """The place of a printed value in a document of so many pages."""
    cell = seen.cell
    before, after = cell.text[: seen.start], cell.text[seen.end :]
    above, rows = _above(sheet, seen)
    left, steps = _first(sheet.left_of(cell))
    width, height = sheet.sizes.get(cell.page, (1.0, 1.0))
    box = seen.box
    return Anchor(
        before=plain(before, tail=True),
        left=left,
        steps=steps,
        above=above,
        after=plain(after),
        right=_first(sheet.right_of(cell))[0],
        rows_under=rows,
        page=cell.page,
        last=pages - cell.page,
        x=round((box.x0 + box.x1) / 2 / max(width, 1.0), 3),
        y=round((box.top + box.bottom) / 2 / max(height, 1.0), 3),
        shape=shape_of(seen.text) if isinstance(seen.value, str) else "",
    )


def _first(cells: Sequence[Cell]) -> tuple[str, int]:
    """The nearest cell that says something, and how many cells away it is."""
    for steps, cell in enumerate(cells[:_MOST_STEPS], 1):
        if says(text := plain(cell.text)):
            return text, steps
    return "", 0


def _above(sheet: Sheet, seen: Printed) -> tuple[str, int]:
    """The nearest cell above that is words and no value, and how many rows below it this stands."""
    for cell in sheet.over(seen.cell, seen.box):
        text = plain(cell.text)
        if says(text) and not amounts_in(cell.text) and not dates_in(cell.text):
            return text, seen.cell.row - cell.row
    return "", 0


def is_labelled(anchor: Anchor) -> bool:
    """True when a neighbour says something."""
    return any(says(getattr(anchor, name)) for name in _WEIGHTS)


def likeness(known: Anchor, seen: Anchor) -> float:
    """0 = another place; up to 1.45 = the same neighbours at the same place of the page."""
    if not is_labelled(known):
        return _by_place(known, seen)
    whole = got = 0.0
    leads = True
    for name, weight in _WEIGHTS.items():
        mine, other = getattr(known, name), getattr(seen, name)
        if says(mine):
            whole += weight
            same = alike(mine, other)
            if leads and not same:
                return 0.0
            got += weight if same else 0.0
            leads = False
        elif says(other):
            got -= _ADDED * weight
    share = got / whole
    return share + _closeness(known, seen) if share >= _LEAST else 0.0


def _closeness(known: Anchor, seen: Anchor) -> float:
    page = known.page == seen.page or known.last == seen.last
    return (
        _PAGE * page
        + _ACROSS * (abs(known.x - seen.x) <= _NEAR_X)
        + _DOWN * (abs(known.y - seen.y) <= _NEAR_Y)
        + _ROWS * (known.rows_under == seen.rows_under)
        + _STEPS * (known.steps == seen.steps)
    )


def _by_place(known: Anchor, seen: Anchor) -> float:
    near = abs(known.x - seen.x) <= _BARE_X and abs(known.y - seen.y) <= _BARE_Y
    page = known.page == seen.page or known.last == seen.last
    return _BARE if near and page and not is_labelled(seen) else 0.0
