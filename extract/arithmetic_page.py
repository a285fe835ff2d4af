"""What does not add up on a printed page: named to the person, never put right.

Only sums whose parts are labelled are checked, and only when no other printed amount can explain the
difference (postage, a deposit, a rounding): a false alarm costs trust.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations, islice

from extract.amounts import amounts_in
from extract.arithmetic import MOST_AMOUNTS
from extract.lines import segments_of
from extract.page import Line, Page
from extract.squash import squash
from models.reading import LineItem

_CENT = Decimal("0.01")
_LEAST_LINES = 2
_MOST_PAIRS = 20_000
_NET = re.compile(
    r"^(?:(?:montant|total|somme|sous-total)(?:net)?(?:ht|horstaxes?|h\.t\.)|base(?:ht|imponible)|"
    r"(?:sub|net|total)-?(?:total|amount|net)(?:excl\.?(?:vat|tax)?)?|total(?:excl\.?|excluding|before)(?:vat|tax)|"
    r"(?:netto|nettogesamt|gesamtnetto|rechnungs)-?(?:betrag|summe)netto|summenetto|nettobetrag|nettosumme|"
    r"gesamtbetragnetto|rechnungssummeohne(?:ust|mwst)|totaleimponibile|imponibile|totaalexcl\.?(?:btw)?|subtotaal)"
    r"(?:\(?[€a-z.]{0,14}\)?):?$"
)
_GROSS = re.compile(
    r"^(?:(?:montant|total|somme)(?:net)?(?:ttc|toutestaxescomprises)|grandtotal|invoicetotal|"
    r"total(?:amount)?(?:incl\.?|including)(?:vat|tax)?|"
    r"(?:brutto|gesamt|rechnungs|end)-?(?:betrag|summe)(?:brutto|inkl\.?(?:mwst|ust)\.?)?|summebrutto|"
    r"total(?:iva)(?:incl\.?|inclu?ido)|totaleivato|totaal(?:incl\.?)(?:btw)?)(?:\(?[€a-z.]{0,8}\)?):?$"
)


def doubts_of(pages: Sequence[Page], lines: Sequence[LineItem]) -> tuple[str, ...]:
    """ "totals_disagree": net and total differ by no printed amount or sum of two; "lines_disagree":
    all lines multiply, yet their sum is printed nowhere. Empty when nothing is known to be wrong.
    """
    rows = [line for page in pages for line in page.lines]
    printed = _amounts(rows)
    found = []
    if _totals_disagree(rows, printed):
        found.append("totals_disagree")
    if _lines_disagree(lines, printed):
        found.append("lines_disagree")
    return tuple(found)


def _totals_disagree(rows: Sequence[Line], printed: set[Decimal]) -> bool:
    """With one labelled net and one labelled total; several of either are several sections."""
    net, gross = set(_labelled(rows, _NET)), set(_labelled(rows, _GROSS))
    if len(net) != 1 or len(gross) != 1:
        return False
    (base,), (total,) = net, gross
    others = printed - {abs(base), abs(total)}
    return abs(total - base) > _CENT and bool(others) and not _is_made_of(total - base, others)


def _lines_disagree(lines: Sequence[LineItem], printed: set[Decimal]) -> bool:
    """A line that was not found makes the sum too small: so all must multiply, and none be printed."""
    sums = [line.net or line.gross for line in lines]
    if len(lines) < _LEAST_LINES or not all(map(_multiplies, lines)) or None in sums:
        return False
    total = sum((money.decimal for money in sums if money is not None), Decimal(0))
    more = [amount for amount in printed if abs(amount) > abs(total)]
    return bool(more) and not any(
        abs(total - amount) <= _CENT or _is_made_of(amount - total, printed) for amount in printed
    )


def _multiplies(line: LineItem) -> bool:
    made = line.net or line.gross
    if line.quantity is None or line.unit_price is None or made is None:
        return False
    return abs(abs(line.quantity * line.unit_price) - abs(made.decimal)) <= 2 * _CENT


def _is_made_of(difference: Decimal, printed: set[Decimal]) -> bool:
    """True when one amount, or two of them added or taken away, make the difference."""
    size = abs(difference)
    if any(abs(size - amount) <= _CENT for amount in printed):
        return True
    pairs: Iterable[tuple[Decimal, Decimal]] = islice(combinations(printed, 2), _MOST_PAIRS)
    return any(
        abs(one + other - size) <= _CENT or abs(abs(one - other) - size) <= _CENT
        for one, other in pairs
    )


def _amounts(rows: Sequence[Line]) -> set[Decimal]:
    seen = (abs(s.value) for row in rows for s in amounts_in(row.text) if s.value)
    return set(islice(seen, MOST_AMOUNTS))


def _labelled(rows: Sequence[Line], label: re.Pattern[str]) -> Iterator[Decimal]:
    """The amounts of rows that hold a label and one amount right of it, and nothing else."""
    for row in rows:
        cells = [" ".join(word.text for word in words) for words in segments_of(row)]
        amounts = amounts_in(row.text)
        if len(amounts) != 1 or len(cells) > 3:  # noqa: PLR2004 - label, currency, amount
            continue
        before = squash(row.text[: amounts[0].start].strip(" :"))
        if label.match(before):
            yield amounts[0].value
