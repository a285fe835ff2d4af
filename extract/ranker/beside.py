"""What the other amounts of a page say of the one that was chosen."""

from decimal import Decimal

from extract.looked import Looked
from models.money import Money

_ASKED = 65
"""The score from which a label asks ("amount due", "reste à payer"); no mere total has more than 60."""


def is_rest(rest: Decimal, chosen: Decimal, looked: Looked) -> bool:
    """True where a smaller amount whose label asks for it is the chosen one less another amount of the page:
    what was paid before was taken off.
    """
    asked = any(one.seen.value == rest and one.score >= _ASKED for one in looked.amounts)
    off = chosen - rest
    return asked and off > 0 and any(abs(one.seen.value) == off for one in looked.amounts)


def as_taken(money: Money, looked: Looked) -> Money:
    """A receipt's total as the buyer gave it: one below zero whose positive twin stands on the page is the
    payment of that ("Cash -66.49"); of a refund all are below zero, and it stays.
    """
    twin = any(one.seen.value == -money.decimal for one in looked.amounts)
    return -money if money.minor < 0 and twin else money
