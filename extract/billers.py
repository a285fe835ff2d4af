"""Who sends the bill: names on the page, weighed by what stands around them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extract import labels_of_names as labels
from extract.biller_names import names_in
from extract.identifiers import register_numbers_in
from extract.sheet import Cell, Sheet
from extract.squash import squash
from models.reading import Box

# Weights, fitted by hand on the samples and the development corpus; only their sums are compared.
_TOP, _FIRST_ROW, _LEFT, _LARGE = 16.0, 6.0, 4.0, 14.0
_LEGAL, _REGISTER, _ABOVE_REGISTER, _HAS_NUMBER = 18.0, 14.0, 8.0, 4.0
_ORGANISATION, _VALUE = 10.0, -25.0
_AGAIN, _MOST_AGAIN = 6.0, 3
_BUYER, _THEIRS, _CARRIER, _BANK, _WORDY = -45.0, -20.0, -25.0, -40.0, -10.0
_DOMAIN_IS, _DOMAIN_HAS, _DOMAIN_WORD = 28.0, 20.0, 12.0
_HEAD, _FOOT, _MIDDLE, _LARGEST = 0.35, 0.6, 0.5, 1.5
_MOST_CELL, _BUYER_LABEL, _BUYER_BLOCK = 400, 40, 5
_SHORT = 4
"""Letters: shorter names and domains are only compared whole."""
_DOMAIN = re.compile(
    r"(?:@|www\.|https?://(?:www\.)?)([\w-]+(?:\.[\w-]+){0,4}\.[a-z]{2,10})", re.IGNORECASE
)
_BARE_DOMAIN = re.compile(
    r"(?<![\w@.-])([a-z0-9][a-z0-9-]{2,40}\.(?:fr|com|de|eu|net|org|io|be|ch|nl|co\.uk|example|lu|"
    r"at))(?![\w.])"
)


@dataclass(slots=True)
class Name:
    """A name that may be the biller's, where it stands best, and what speaks for it in all."""

    text: str
    cell: Cell
    score: float

    @property
    def box(self) -> Box:
        """The box of the name's words."""
        at = self.cell.text.find(self.text)
        return self.cell.box_of(at, at + len(self.text)) if at >= 0 else self.cell.box


def names_of(sheet: Sheet) -> list[Name]:
    """The names on the sheet, best first."""
    cells = [c for c in sheet.cells() if len(c.text) < _MOST_CELL]
    buyers = _buyer_cells(sheet)
    domains = set(_domains(c.text for c in cells))
    heights = sorted(c.height for c in cells)
    usual = max(heights[len(heights) // 2], 1.0) if heights else 1.0
    found: dict[str, Name] = {}
    counts: Counter[str] = Counter()
    theirs: set[str] = set()
    for cell in cells:
        if (cell.row, cell.column) in buyers and ":" in cell.text:
            theirs.add(key_of(cell.text.rpartition(":")[2]))
        for text, at, worth in names_in(sheet, cell):
            key = key_of(text)
            counts[key] += 1
            if (at.row, at.column) in buyers and not worth:
                theirs.add(key)
            value = not worth and any(c.text.endswith(":") for c in sheet.left_of(at)[:1])
            score = (
                worth
                + (_VALUE if value else 0.0)
                + _weight(sheet, at, text, usual)
                + _domain_weight(text, domains)
            )
            score += _BUYER if (at.row, at.column) in buyers else 0
            if key and (key not in found or score > found[key].score):
                found[key] = Name(text, at, score)
    for key, name in found.items():
        name.score += _THEIRS if key in theirs else 0.0
        name.score += _AGAIN * min(_others(key, counts), _MOST_AGAIN)
    return sorted(found.values(), key=lambda n: (-n.score, n.cell.row))


def _others(key: str, counts: Counter[str]) -> int:
    """How often the name stands elsewhere, also inside a longer one."""
    return sum(n for k, n in counts.items() if k == key or (len(key) > _SHORT and key in k)) - 1


def key_of(text: str) -> str:
    """The name without legal form, accents, spaces and signs: two spellings of one biller."""
    short = re.sub(r"[^a-z0-9]", "", squash(labels.LEGAL.sub(" ", text)))
    return short or re.sub(r"[^a-z0-9]", "", squash(text))


def _domains(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for pattern in (_DOMAIN, _BARE_DOMAIN):
            for match in pattern.finditer(text):
                name = registered(match.group(1).lower())
                if name and name not in labels.FREE_MAIL:
                    yield re.sub(r"[^a-z0-9]", "", name)


def registered(domain: str) -> str:
    """ "edf" of "info.edf.fr": the label before the public suffix, roughly; "" when there is none."""
    parts = domain.split(".")
    if len(parts) == 1:
        return ""
    public = len(parts) > 2 and parts[-2] in {"co", "com", "org", "gouv", "asso", "ac"}  # noqa: PLR2004
    return parts[-3] if public else parts[-2]


def _buyer_cells(sheet: Sheet) -> set[tuple[int, int]]:
    """Cells of the customer: a buyer's label, what stands right of it and the block below."""
    marked: set[tuple[int, int]] = set()
    for cell in sheet.cells():
        person = labels.PERSON.match(cell.text)
        label = len(cell.plain) <= _BUYER_LABEL and labels.BUYER.search(cell.plain)
        if not (person or label) or labels.SELLER.search(cell.plain):
            continue
        marked.add((cell.row, cell.column))
        if not person:
            marked.update((c.row, c.column) for c in sheet.right_of(cell)[:1])
        marked.update(_block_below(sheet, cell))
    return marked


def _block_below(sheet: Sheet, cell: Cell) -> Iterator[tuple[int, int]]:
    last = cell
    for count, lower in enumerate(sheet.below(cell)):
        far = lower.box.top - last.box.top > 2.4 * max(lower.height, last.height)
        if count >= _BUYER_BLOCK or far or labels.SELLER.search(lower.plain):
            return
        yield lower.row, lower.column
        if lower.text.endswith(":"):
            yield from ((c.row, c.column) for c in sheet.right_of(lower)[:1])
        last = lower


def _weight(sheet: Sheet, cell: Cell, text: str, usual: float) -> float:
    legal = labels.LEGAL.search(text)
    score = _LEGAL if legal and legal.start() else 0.0
    score += _place(sheet, cell, usual) + _register(sheet, cell)
    score += _ORGANISATION if labels.ORGANISATION.search(squash(text)) else 0.0
    score += _CARRIER if labels.CARRIER.search(text) else 0.0
    row = squash(sheet.text_of(cell.row))
    top = cell.box.top / max(sheet.sizes[cell.page][1], 1.0)
    if labels.BANK.search(text) and (re.search(r"bic|iban|swift|blz|giro", row) or top > _MIDDLE):
        score += _BANK
    wordy = len(text.split()) > 5 or re.search(r"[.;:]\s", text)  # noqa: PLR2004 - a sentence's length
    return score + (_WORDY if wordy and not legal else 0.0)


def _place(sheet: Sheet, cell: Cell, usual: float) -> float:
    """Letterheads stand at the top of page 1, left, in large letters."""
    width, height = sheet.sizes[cell.page]
    top = cell.box.top / max(height, 1.0)
    if cell.page != 1 or top > _HEAD:
        return 0.0
    score = _TOP * (1 - top / _HEAD) + (_FIRST_ROW if cell.row == 0 else 0)
    score += _LEFT if cell.box.x0 < width / 2 else 0
    return score + _LARGE * min(max(cell.height / usual - 1.0, 0.0), _LARGEST)


def _register(sheet: Sheet, cell: Cell) -> float:
    """On or above a line with the company's register number or capital."""
    top = cell.box.top / max(sheet.sizes[cell.page][1], 1.0)
    score = _HAS_NUMBER if any(register_numbers_in(cell.text)) else 0.0
    if top > _FOOT and labels.REGISTER.search(squash(sheet.text_of(cell.row))):
        return score + _REGISTER
    if labels.REGISTER.search(squash(sheet.text_of(cell.row + 1))):
        return score + _ABOVE_REGISTER
    return score


def _domain_weight(text: str, domains: set[str]) -> float:
    """Companies' names come back in their web and mail addresses."""
    key = key_of(text)
    tokens = [re.sub(r"[^a-z0-9]", "", squash(word)) for word in text.split()]
    tokens = [token for token in tokens if len(token) >= _SHORT]
    best = 0.0
    for domain in domains:
        long = len(domain) >= _SHORT
        begins = key.startswith(domain) or (domain.startswith(key) and len(key) >= _SHORT)
        if key == domain or (long and begins):
            return _DOMAIN_IS
        if (long and domain in key) or (len(key) > _SHORT and key in domain):
            best = max(best, _DOMAIN_HAS)
        elif long and any(t in domain or domain in t for t in tokens):
            best = max(best, _DOMAIN_WORD)
    return best
