"""Texts on a sheet that may be the biller's name, with what their label is worth."""

import re
from collections.abc import Iterator

from extract import labels_of_names as labels
from extract.amounts import amounts_in
from extract.dates import dates_in
from extract.identifiers import ibans_in
from extract.sheet import Cell, Sheet
from extract.squash import squash

SELLER_WORTH, PAYEE_WORTH = 45.0, 24.0
_SPLIT = re.compile(r"\s*[|●•·◦∙▪;]\s*|\s+[-–—−]\s+|\s{3,}|\s*,\s+(?!Inc|LLC|Ltd|S\.)")
_ORDER_OF = re.compile(r"(?:l['’]ordre de|payable to|pay to|faveur de)[ :]+(.+)", re.IGNORECASE)
_NAME_KEY = re.compile(
    r"(?i)(?:name|nom|naam|firma|société|company|denominazione|ragione sociale|denominaci[óo]n"
    r"|raz[óo]n social)\s*:?"
)
_CODE = re.compile(r"[A-Z0-9]{5,8}XXX|EUR|USD|GBP|CHF")
_MOST_LENGTH, _MOST_WORDS, _LEAST_LETTERS = 64, 9, 2
_LABEL_LENGTH = 70
_BLOCK, _COLUMNS = 5, 3
_CLOSE, _FORM = 2.2, 3.6
"""Line heights between the lines of one name, and between the lines of a form."""


def names_in(sheet: Sheet, cell: Cell) -> Iterator[tuple[str, Cell, float]]:
    """(name, cell, worth of the label) for every name in this cell or labelled by it."""
    seller, payee = labels.SELLER.search(cell.plain), labels.PAYEE.search(cell.plain)
    if (seller or payee) and len(cell.plain) < _LABEL_LENGTH and not _is_header(sheet, cell):
        worth = SELLER_WORTH if seller else PAYEE_WORTH
        yield from ((name, at, worth) for name, at in _labelled(sheet, cell))
    if cell.text.endswith(":"):
        return
    for piece in _SPLIT.split(_without_dates(cell.text)):
        text = _unlabelled(piece.strip(" :,.-–*"))
        legal = labels.LEGAL.search(text)
        if legal and legal.start() and not is_name(text):
            text = text[: legal.end()].strip(" :,-–")
        if is_name(text):
            yield text, cell, 0.0


def _is_header(sheet: Sheet, cell: Cell) -> bool:
    """A word over a table's column ("Bénéficiaire | Garantie | Cotisation") labels no payee."""
    return len(sheet.rows[cell.row]) >= _COLUMNS and ":" not in cell.text


def _without_dates(text: str) -> str:
    for seen in reversed(dates_in(text)):
        text = f"{text[: seen.start]} | {text[seen.end :]}"
    return text


def _labelled(sheet: Sheet, cell: Cell) -> Iterator[tuple[str, Cell]]:
    """The first name after, right of or below a label; one is enough."""
    order = _ORDER_OF.search(cell.text)
    after = order.group(1) if order else cell.text.rpartition(":")[2] if ":" in cell.text else ""
    if after.strip():
        first = _SPLIT.split(after.strip())[0].strip(" .,")
        if is_name(first):
            yield first, cell
        return
    for right in sheet.right_of(cell)[:1]:
        if is_name(right.text):
            yield right.text, right
            return
    yield from _below(sheet, cell)


def _below(sheet: Sheet, cell: Cell) -> Iterator[tuple[str, Cell]]:
    last = cell
    for count, lower in enumerate(sheet.below(cell)):
        tall = max(last.height, lower.height)
        if count >= _BLOCK or lower.box.top - last.box.top > _FORM * tall:
            return
        beside = sheet.right_of(lower)[:1]
        named = beside[0] if beside and _NAME_KEY.fullmatch(lower.text) else lower
        if is_name(named.text) and not list(ibans_in(named.text)):
            yield _unlabelled(_whole(sheet, named)), named
            return
        last = lower


def _unlabelled(text: str) -> str:
    """The name alone, where its cell begins with the word for it ("Denominazione : Gallo SA")."""
    head, _, name = text.partition(":")
    return name.strip() if name.strip() and _NAME_KEY.fullmatch(head.strip()) else text


def _whole(sheet: Sheet, first: Cell) -> str:
    """A name over two lines: the legal form stands on the second, or this is the second."""
    if labels.LEGAL.search(first.text):
        above = sheet.just_above(first, first.box)
        if above and _continues(above, first) and not labels.SELLER.search(above.plain):
            return f"{above.text} {first.text}"
        return first.text
    for second in sheet.below(first):
        if _continues(first, second) and labels.LEGAL.search(second.text):
            return f"{first.text} {second.text}"
        break
    return first.text


def _continues(one: Cell, two: Cell) -> bool:
    tall = max(one.height, two.height)
    near = two.box.top - one.box.top < _CLOSE * tall and abs(one.box.x0 - two.box.x0) < tall / 2
    return near and is_name(one.text) and is_name(two.text) and not labels.LEGAL.search(one.text)


def is_name(text: str) -> bool:
    """True when a company could be called so."""
    plain = " ".join(squash(word) for word in text.split())
    letters, digits = sum(c.isalpha() for c in text), sum(c.isdigit() for c in text)
    if letters < _LEAST_LETTERS or len(text) > _MOST_LENGTH or len(text.split()) > _MOST_WORDS:
        return False
    if digits > max(4, len(text) // 4) or text.endswith((":", "?", "!")):
        return False
    if _CODE.fullmatch(text.strip()) or text.startswith(("(", "©")):
        return False
    if labels.NOT_NAME.search(plain) or labels.STREET.search(text) or labels.PERSON.match(text):
        return False
    if text[:1].islower() and not labels.LEGAL.search(text):
        return False
    return not (amounts_in(text) or dates_in(text))
