"""What a page's own arithmetic says of its total: money handed over less change, a tax within it, so many
times a price.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from extract.amount_due import Candidate
from extract.looked import Looked
from extract.rule_of_amount import money_of
from extract.squash import squash
from models.money import Money
from models.reading import Found

_CHANGE = re.compile(
    r"change(?!d|able)|rendu|monnaie|ruckgeld|zuruck|wisselgeld|terug(?!bet)|cambio|vuelto|resto(?!r)"
)
_HANDED = re.compile(r"^(?:cash|especes|bar|contanti|efectivo|contant|paid|tendered|rounding)")
_RATE = re.compile(r"(?<![\d.,])(\d{1,2}(?:[.,]\d{1,2})?)\s?%")
_TIMES = re.compile(r"(?<![\d.,])(\d{1,4}(?:[.,]\d{1,3})?)\s?(?:[^\W\d_]+\s){0,3}[x×*]\s?$")
_DOUBTED = 0.6
_CENT, _ROUNDED = Decimal("0.01"), Decimal("0.05")


def by_the_till(found: Found[Money], looked: Looked) -> Found[Money]:
    """The total that the change bears out (handed over less what came back, printed before both), where
    `found` is another amount; never surely. `found` itself where no change is told, or where both are but a
    rounding of cash apart: which of them is the total, its label says.
    """
    total = _less_change(looked)
    if total is None or abs(total.seen.value - abs(found.value.decimal)) <= _ROUNDED:
        return found
    return _instead(found, total, looked)


def not_the_cash(found: Found[Money], looked: Looked) -> Found[Money]:
    """The labelled total where `found` is but what was handed over, a rounding of cash apart ("Total 1.38,
    rounding 0.02, cash 1.40") and no change makes it the total; never surely.
    """
    value = abs(found.value.decimal)
    borne_out = _less_change(looked)
    if borne_out is not None and borne_out.seen.value == value:
        return found
    places = [one for one in looked.amounts if one.seen.value == value]
    if not places or not all(_HANDED.search(squash(one.label)) for one in places):
        return found
    near = (one for one in looked.amounts if 0 < abs(one.seen.value - value) <= _ROUNDED)
    total = next((one for one in near if one.score > 0), None)
    return found if total is None else _instead(found, total, looked)


def not_the_tax(found: Found[Money], looked: Looked) -> Found[Money]:
    """The whole where `found` is but the tax within it, at the rate printed beside ("incl. VAT (20 %)
    19.98" under "TOTAL 119.88"); never surely.
    """
    tax = abs(found.value.decimal)
    rates = [
        Decimal(rate.replace(",", "."))
        for one in looked.amounts
        if one.seen.value == tax
        for rate in _RATE.findall(looked.lines[one.cell.row])
    ]
    wholes = [one for one in looked.amounts if one.score > 0 and one.seen.value > tax]
    within = (one for one in wholes if any(_is_within(tax, one, rate) for rate in rates))
    whole = next(within, None)
    return found if whole is None else _instead(found, whole, looked)


def not_the_price(found: Found[Money], looked: Looked) -> Found[Money]:
    """The product where `found` is but the price in it ("15 sessions x 17.59 = 263.85"); never surely."""
    for price, product in pairwise(looked.amounts):
        text = price.cell.text
        same = price.cell is product.cell and price.seen.value == abs(found.value.decimal)
        times = _TIMES.search(text[: price.seen.start]) if same else None
        if times is None or "=" not in text[price.seen.end : product.seen.start]:
            continue
        if Decimal(times[1].replace(",", ".")) * price.seen.value == product.seen.value:
            return _instead(found, product, looked)
    return found


def _is_within(tax: Decimal, whole: Candidate, rate: Decimal) -> bool:
    return rate > 0 and abs(whole.seen.value * rate / (100 + rate) - tax) <= _CENT


def _less_change(looked: Looked) -> Candidate | None:
    """The amount that was handed over less the change, where these two are printed one after the other."""
    amounts = looked.amounts
    for at in range(2, len(amounts)):
        given, back = amounts[at - 1].seen.value, amounts[at].seen.value
        if given > back >= 0 and _tells_change(looked.lines, amounts[at].cell.row):
            paid = given - back
            total = next((one for one in amounts[: at - 1] if one.seen.value == paid), None)
            if total is not None:
                return total
    return None


def _tells_change(lines: Sequence[str], row: int) -> bool:
    """Whether this row or a neighbour names change: a photograph's columns may be a row apart."""
    return any(_CHANGE.search(squash(line)) for line in lines[max(0, row - 1) : row + 2])


def _instead(found: Found[Money], one: Candidate, looked: Looked) -> Found[Money]:
    money, _ = money_of(replace(one, credit=False), looked)
    confidence = min(found.confidence, _DOUBTED)
    return looked.found(money, one.quote, confidence / looked.trust, one.cell, one.box)
