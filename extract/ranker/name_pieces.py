"""Every text of a sheet that may be a company's name: pieces of cells, two-line names, web domains."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract import labels_of_names as labels
from extract.amounts import amounts_in
from extract.billers import registered
from extract.dates import dates_in
from extract.sheet import Cell, Sheet

_PARTNERS = r"[A-ZÀ-Þ][\w'’-]{1,30} (?:&|et|und|and|y|en) [A-ZÀ-Þ]"
"""After a comma: the last two of a firm's partners ("Smith, Jones & Brown LLP")."""
_SPLIT = re.compile(
    r"\s*[|●•·◦∙▪;]\s*|\s+[-–—−/]\s+|\s{3,}"
    rf"|\s*,\s+(?!Inc|LLC|Ltd|S\.|{_PARTNERS}|[A-ZÀ-Þ][\w'’-]{{1,30}}, {_PARTNERS})"
)
_DOMAIN = re.compile(r"(?:@|www\.|https?://(?:www\.)?)([\w-]+(?:\.[\w-]+){0,4}\.[a-z]{2,10})", re.I)
_MOST_CELL, _MOST_LENGTH, _MOST_WORDS, _LEAST_LETTERS = 300, 64, 9, 2
_NOBODYS = re.compile(
    r"(?:^|\.)(?:localhost|local|example|test|invalid)(?:\.(?:com|net|org|local))?$"
)
"""Domains that belong to nobody (RFC 2606, RFC 6761, RFC 6762)."""
_LATIN, _MOSTLY = "\u0250", 0.8
"""The first letter that is not Latin any more, and the share of a name's letters that must be."""
_CLOSE = 2.4
"""Line heights between the two lines of one name."""
MOST_CANDIDATES = 500
_PAGES = 2
"""Names on later pages only repeat those of the first."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A text that may name the biller, and the cell it stands in.

    how: "cell" (a whole cell), "part", "legal" (cut at the legal form), "value" (after a colon),
    "lines" (two lines together) or "domain" (of a web or mail address).
    """

    text: str
    cell: Cell
    start: int
    end: int
    how: str


def pieces_of(sheet: Sheet) -> tuple[Piece, ...]:
    """Every candidate in reading order, at most MOST_CANDIDATES; the last page counts too."""
    last = max(sheet.sizes, default=1)
    found: list[Piece] = []
    for cell in sheet.cells():
        if len(cell.text) > _MOST_CELL or _PAGES < cell.page < last:
            continue
        found.extend(_of_cell(sheet, cell))
        if len(found) > MOST_CANDIDATES:
            break
    return tuple(found[:MOST_CANDIDATES])


def _of_cell(sheet: Sheet, cell: Cell) -> Iterator[Piece]:
    for match in _DOMAIN.finditer(cell.text):
        domain = match.group(1).lower()
        name = registered(domain)
        if name and name not in labels.FREE_MAIL and not _NOBODYS.search(domain):
            yield Piece(name, cell, match.start(1), match.end(1), "domain")
    whole = cell.text.strip(" :,.-–*")
    if may_name(whole):
        yield _piece(cell, whole, "cell")
        second = next(iter(sheet.below(cell)), None)
        if second is not None and _goes_on(cell, second):
            yield Piece(f"{whole} {second.text.strip()}", cell, 0, len(cell.text), "lines")
    seen = {whole}
    for text, how in _parts(cell.text):
        if text not in seen and may_name(text):
            seen.add(text)
            yield _piece(cell, text, how)


def _parts(text: str) -> Iterator[tuple[str, str]]:
    parts = [part.strip(" :,.-–*") for part in _SPLIT.split(text)]
    if len(parts) > 1:
        yield from ((part, "part") for part in parts)
    for part in parts:
        head, colon, value = part.partition(":")
        if colon and head and value.strip():
            yield value.strip(" :,.-–*"), "value"
            part = value.strip()  # noqa: PLW2901 - the legal form is looked for behind the label
        legal = labels.LEGAL.search(part)
        if legal and legal.start():
            yield part[: legal.end()].strip(" :,-–"), "legal"
            if part[: legal.start()].strip(" ,-–"):
                yield part[: legal.start()].strip(" :,-–"), "part"


def _piece(cell: Cell, text: str, how: str) -> Piece:
    at = max(cell.text.find(text), 0)
    return Piece(text, cell, at, at + len(text), how)


def _goes_on(one: Cell, two: Cell) -> bool:
    tall = max(one.height, two.height)
    near = two.box.top - one.box.top < _CLOSE * tall
    alike = abs(one.height - two.height) < 0.25 * tall
    aligned = (
        abs(one.box.x0 - two.box.x0) < tall
        or abs((one.box.x0 + one.box.x1) - (two.box.x0 + two.box.x1)) < 2 * tall
    )
    return near and alike and aligned and may_name(two.text.strip())


def may_name(text: str) -> bool:
    """False for what no company is called: figures, dates, long sentences."""
    letters, digits = sum(c.isalpha() for c in text), sum(c.isdigit() for c in text)
    if sum(c.isalpha() and c < _LATIN for c in text) < _MOSTLY * letters:
        return False
    if letters < _LEAST_LETTERS or len(text) > _MOST_LENGTH or len(text.split()) > _MOST_WORDS:
        return False
    if digits > letters or text.endswith(("?", ":")) or "//" in text or "@" in text:
        return False
    return not (dates_in(text) or (amounts_in(text) and digits > 2))  # noqa: PLR2004
