"""Which of a bill's amounts is due: labels and places, nearest word first."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extract import labels
from extract.amounts import AmountSeen, amounts_in, currency_of
from extract.sheet import Cell, Sheet, quoted
from extract.squash import squash
from models.reading import Box

_PAY, _GRAND, _TOTAL, _TOLD, _BARE = 100, 60, 40, 30, 20
_TIERS = (
    (labels.PAY, _PAY),
    (labels.CREDIT, _PAY - 5),
    (labels.GRAND, _GRAND),
    (labels.TOTAL, _TOTAL),
    (labels.BARE, _BARE),
)
_LEFT, _ABOVE, _RIGHT, _BELOW, _TABLE = 2, 8, 12, 14, 40
_HEADER = 6
_LETTERS = re.compile(r"[^\W\d_]{2}")
_PARENTHESES = re.compile(r"\([^()]{0,80}\)")
_WITH_TAX = re.compile(
    r"(?<=.)(?:ttc|tvac|tvacomprise|inkl?\.?(?:mwst|ust)\.?|incl?\.?(?:vat|btw|iva)|iva(?:inclus|incluid)[oa])"
    r"[^a-z]{0,3}$"
)
"""Behind "amount due" it says nothing more ("Reste à payer TTC")."""
_VALUE = re.compile(r"\d")
_SENTENCE = re.compile(r"(?<=\w{3})(?<!kl)(?<!cl)(?<!gl)(?<!tl)[.!?]\s+(?=[^\W\d_])")
_MOST_CONTEXT = 160
_FAR, _DISTANCE = 40, 15
"""Squashed characters between a label's word and the amount that make it doubtful, and the cost."""
_MOST_ALONE = 24
"""Letters beside an amount in its cell: with more it is prose, and no label stands over or under it."""
_MOST_CANDIDATES = 3_000


@dataclass(frozen=True, slots=True)
class Candidate:
    """An amount with its place, the label that explains it and a score (100 = "amount due")."""

    seen: AmountSeen
    cell: Cell
    label: str
    score: int
    credit: bool

    @property
    def value(self) -> Decimal:
        """As due: negative when the label says that it goes to the customer."""
        return -abs(self.seen.value) if self.credit else self.seen.value

    @property
    def box(self) -> Box:
        """The box of the amount's words."""
        return self.cell.box_of(self.seen.start, self.seen.end)

    @property
    def quote(self) -> str:
        """Label and amount as printed."""
        return quoted(self.label, self.seen.text)


def candidates_of(sheet: Sheet) -> tuple[Candidate, ...]:
    """Every amount of the sheet with its label's score; 0 = no label, below 0 = labelled as not due."""
    found: list[Candidate] = []
    for row in sheet.rows:
        seen = [(cell, amounts_in(cell.text + _wrapped_sign(sheet, cell))) for cell in row]
        many = sum(len(amounts) for _, amounts in seen) > 1
        for cell, amounts in seen:
            found.extend(
                _candidate(sheet, cell, amounts, i, many=many) for i in range(len(amounts))
            )
        if len(found) > _MOST_CANDIDATES:
            break
    return tuple(found)


def _wrapped_sign(sheet: Sheet, cell: Cell) -> str:
    """The currency's sign when the line broke before it ("… euros (13" / "€)")."""
    if not cell.text[-1:].isdigit() or cell.row + 1 >= len(sheet.rows):
        return ""
    first = sheet.rows[cell.row + 1][0].text[:1]
    return f" {first}" if first in {"€", "£"} else ""


def _candidate(
    sheet: Sheet, cell: Cell, amounts: Sequence[AmountSeen], index: int, *, many: bool
) -> Candidate:
    seen = amounts[index]
    best = Candidate(seen, cell, "", 0, credit=False)
    for label, cost in _contexts(sheet, cell, amounts, index):
        if best.score and cost >= _ABOVE and cost != _RIGHT:
            break
        score, credit = score_of(label)
        if score < 0 and not best.score:
            return Candidate(seen, cell, label, score, credit)
        if not best.label:
            best = replace(best, label=label)
        if score - cost > best.score:
            best = Candidate(seen, cell, label, score - cost, credit)
    if many and best.score > 0:
        best = replace(best, score=best.score + _header(sheet, cell, seen))
    return best


def _contexts(
    sheet: Sheet, cell: Cell, amounts: Sequence[AmountSeen], index: int
) -> Iterator[tuple[str, int]]:
    """Texts that may explain the amount, the nearest first, each with what its distance costs."""
    seen, last = amounts[index], index + 1 == len(amounts)
    near = cell.text[amounts[index - 1].end if index else 0 : seen.start]
    near = _SENTENCE.split(near)[-1][-_MOST_CONTEXT:]
    if _says(near):
        yield near, 0
    else:
        left = next((c for c in sheet.left_of(cell) if _says(c.text)), None)
        if left:
            yield _without_amounts(left.text), _LEFT
    sentences = _SENTENCE.split(cell.text[seen.end : None if last else amounts[index + 1].start])
    after = sentences[0][:_MOST_CONTEXT]
    right = after if _says(after) else _right_label(sheet, cell, near)
    if right and (last or len(sentences) > 1):
        yield right, _RIGHT
    if sum(c.isalpha() for c in cell.text) <= _MOST_ALONE:
        yield from _over_and_under(sheet, cell, seen, near if index == 0 else "")


def _over_and_under(
    sheet: Sheet, cell: Cell, seen: AmountSeen, near: str
) -> Iterator[tuple[str, int]]:
    """The cell above, when it is a label, and the line below of a figure that stands alone."""
    above = sheet.just_above(cell, cell.box_of(seen.start, seen.end))
    if above and _says(above.text) and not amounts_in(above.text):
        yield f"{above.text} {near}", _TABLE if _is_item(sheet, cell) else _ABOVE
    below = next(sheet.below(cell), None)
    if below and len(sheet.rows[cell.row]) == len(sheet.rows[below.row]) == 1:
        yield below.text, _BELOW


def _says(text: str) -> bool:
    """True for words; a currency alone says nothing."""
    return bool(_LETTERS.search(text)) and not currency_of(text.strip(" :"))


def _right_label(sheet: Sheet, cell: Cell, near: str) -> str:
    """The label of a form that prints values first ("16,20 € | TVA comprise")."""
    first = not cell.column and not _says(near)
    right = sheet.right_of(cell)[:1]
    return right[0].text if first and right and not _VALUE.search(right[0].text) else ""


def _is_item(sheet: Sheet, cell: Cell) -> bool:
    """A row of a table: the header above names a column, not this figure."""
    return any(_says(left.text) for left in sheet.left_of(cell))


def _without_amounts(text: str) -> str:
    ends = [seen.end for seen in amounts_in(text)]
    tail = text[ends[-1] :] if ends else text
    return tail if _LETTERS.search(tail) else text


def score_of(label: str) -> tuple[int, bool]:
    """The tier of the label's last telling word (negative: not due), and whether it is a credit."""
    plain = squash(_PARENTHESES.sub(" ", label)) or squash(label)
    told = _told(plain)
    bare = _told(_WITH_TAX.sub("", plain))
    return bare if bare[0] > _GRAND else told


def _told(plain: str) -> tuple[int, bool]:
    best, score, credit = -1, 0, False
    for pattern, tier in _TIERS:
        end = _last_end(pattern, plain)
        if end >= 0 and (end > best or (end == best and tier > score)):
            best, score, credit = end, tier, pattern is labels.CREDIT
    veto = _last_end(labels.NOT_DUE, plain)
    if veto >= best and veto >= 0:
        return -10, False
    if not score and veto < 0 and labels.TOLD.search(plain):
        return _TOLD, False
    far = score and len(plain) - best > _FAR
    return (score - _DISTANCE if far else score), credit


def _last_end(pattern: re.Pattern[str], plain: str) -> int:
    return max((match.end() for match in pattern.finditer(plain)), default=-1)


def _header(sheet: Sheet, cell: Cell, seen: AmountSeen) -> int:
    """In a row of several amounts the column's header says which one has the tax in it."""
    for other in sheet.over(cell, cell.box_of(seen.start, seen.end)):
        if amounts_in(other.text) or not _LETTERS.search(other.text):
            continue
        if labels.TAXED.search(other.plain):
            return _HEADER
        if labels.UNTAXED.search(other.plain):
            return -5 * _HEADER
        return 0
    return 0
