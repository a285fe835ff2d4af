"""Photographs, scans and mails that hold two bills: found, so that no amount of one is sure for the other."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from extract import labels_of_identifiers as labels
from extract.agree import same_company
from extract.amounts import amounts_in
from extract.labelled import labelled
from extract.lines import segments_of
from extract.page import Line, Page, Word
from extract.rule_of_identity import is_number
from extract.rules import reading_of
from extract.sheet import Cell, Sheet, sheet_of
from models.reading import Box, Found, Reading

T = TypeVar("T")

_GUTTER = 0.03
"""Of the page's width or height: the least distance between two papers on a table."""
_LEAST_LINES = 4
_MOST_BANDS = 3
_MOST_PAGES = 8
_UNSURE = 0.6


def warned(reading: Reading, pages: Sequence[Page]) -> Reading:
    """The reading, with the warning "several_bills" and a doubted amount when the pictures show two."""
    shown = any(_shows_two(page) for page in pages) or _are_two(pages)
    return _doubted(reading) if shown else reading


def warned_in_words(reading: Reading, body: Page) -> Reading:
    """The same of a mail whose words name two bills, each with a number and an amount behind it."""
    return _doubted(reading) if _names_two(body) else reading


def _doubted(reading: Reading) -> Reading:
    amount = reading.amount
    doubted = amount and replace(amount, confidence=min(amount.confidence, _UNSURE))
    return replace(reading, amount=doubted, warnings=(*reading.warnings, "several_bills"))


def _names_two(body: Page) -> bool:
    sheet = sheet_of((body,))
    first: dict[str, tuple[int, int]] = {}
    for pattern in (labels.NUMBER, labels.NUMBER_LOOSE):
        for code in labelled(sheet, pattern):
            if not code.cost and is_number(code):
                place = code.cell.row, _offset(sheet, code.cell) + code.end
                first[code.value] = min(first.get(code.value, place), place)
    places = [*sorted(first.values()), (len(sheet.rows), 0)]
    amounts = [_has_amount(sheet, one, two) for one, two in pairwise(places)]
    return sum(amounts) > 1


def _offset(sheet: Sheet, cell: Cell) -> int:
    """Where a cell begins in the text of its row."""
    row = sheet.rows[cell.row]
    return sum(len(before.text) + 1 for before in row[: row.index(cell)])


def _has_amount(sheet: Sheet, start: tuple[int, int], end: tuple[int, int]) -> bool:
    """True when an amount of money stands between two places (row, character)."""
    rows = sheet.rows[start[0] : end[0] + 1]
    texts = [" ".join(cell.text for cell in row) for row in rows]
    if texts and end[0] < len(sheet.rows):
        texts[-1] = texts[-1][: end[1]]
    if texts:
        texts[0] = texts[0][start[1] :]
    return any(seen.currency for text in texts for seen in amounts_in(text))


def _shows_two(page: Page) -> bool:
    """True when both sides of an empty band name an amount and a day of issue, and not the same."""
    for one, other in _halves(page):
        if min(len(one.lines), len(other.lines)) < _LEAST_LINES:
            continue
        left, right = (reading_of((half,), page.source) for half in (one, other))
        whole = all(half.amount and (half.issued_on or half.number) for half in (left, right))
        if whole and (_differ(left.amount, right.amount) or _differ(left.number, right.number)):
            return True
    return False


def _are_two(pages: Sequence[Page]) -> bool:
    """True when two neighbouring pages are each a bill: another biller, another number, another amount."""
    full = [page for page in pages[:_MOST_PAGES] if len(page.lines) >= _LEAST_LINES]
    if len(full) < 2:  # noqa: PLR2004 - two pages
        return False
    return any(
        _are_apart(one, two) for one, two in pairwise(reading_of((p,), p.source) for p in full)
    )


def _are_apart(one: Reading, two: Reading) -> bool:
    if one.biller is None or two.biller is None or same_company(one.biller.value, two.biller.value):
        return False
    return _differ(one.number, two.number) and _differ(one.amount, two.amount)


def _differ(one: Found[T] | None, other: Found[T] | None) -> bool:
    return one is not None and other is not None and one.value != other.value


def _halves(page: Page) -> Iterator[tuple[Page, Page]]:
    """The page cut along each of its widest empty bands, upright and level."""
    cells = [cell for line in page.lines for cell in segments_of(line)]
    for x in _bands([(cell[0].box.x0, cell[-1].box.x1) for cell in cells], page.width):
        yield (
            _kept(page, Box(0, 0, x, page.height)),
            _kept(page, Box(x, 0, page.width, page.height)),
        )
    for y in _bands([(cell[0].box.top, cell[0].box.bottom) for cell in cells], page.height):
        yield _kept(page, Box(0, 0, page.width, y)), _kept(page, Box(0, y, page.width, page.height))


def _bands(spans: Sequence[tuple[float, float]], size: float) -> list[float]:
    """Where the widest bands begin that no span touches, if they are as wide as a gutter."""
    found: list[tuple[float, float]] = []
    reached = float("inf")
    for start, end in sorted(spans):
        if start - reached > _GUTTER * size:
            found.append((start - reached, reached))
        reached = end if reached == float("inf") else max(reached, end)
    return [begins for _, begins in sorted(found, reverse=True)[:_MOST_BANDS]]


def _kept(page: Page, part: Box) -> Page:
    lines = (Line(tuple(word for word in line.words if _is_in(word, part))) for line in page.lines)
    return replace(page, lines=tuple(line for line in lines if line.words))


def _is_in(word: Word, part: Box) -> bool:
    x, y = (word.box.x0 + word.box.x1) / 2, (word.box.top + word.box.bottom) / 2
    return part.x0 <= x < part.x1 and part.top <= y < part.bottom
