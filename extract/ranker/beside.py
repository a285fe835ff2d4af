"""What the other amounts of a page say of the one that was chosen."""

import re
from decimal import Decimal

from extract.looked import Looked
from extract.squash import squash
from models.money import Money

_ASKED = 65
"""The score from which a label asks ("amount due", "reste à payer"); no mere total has more than 60."""
_OLD = re.compile(
    r"(?:previous|prior|old|opening)(?:unpaid|outstanding)?(?:balance|bill|amount|invoice)|pastdue|arrears|"
    r"balance(?:brought|carried|forward)|broughtforward|"
    r"(?:solde|montant|report|reliquat)(?:anterieur|precedent|impaye|duprecedent)|anciensolde|impaye|"
    r"(?:vorheriger|alter|bisheriger)saldo|saldovortrag|ruckstand|saldoanterior|saldoprecedente|arretrat|"
    r"(?:vorig|oud)saldo|achterstand"
)
"""A balance of before this bill."""


def is_asked_instead(asked: Decimal, chosen: Decimal, looked: Looked) -> bool:
    """True where an amount whose label asks for it is the chosen one less another amount of the page, or
    less all that were taken off (what was paid before), or another amount less the chosen one (a column of
    debits and one of credits), or with an old balance added, which a label calls so.
    """
    asks = any(one.seen.value == asked and one.score >= _ASKED for one in looked.amounts)
    off = chosen - asked
    others = [one for one in looked.amounts if abs(one.seen.value) == abs(off)]
    if off < 0:
        others = [one for one in others if _OLD.search(squash(one.label))]
    values = [one.seen.value for one in looked.amounts]
    balanced = asked + chosen in values or off == -sum(one for one in values if one < 0)
    return asks and off != 0 and (bool(others) or balanced)


def as_taken(money: Money, looked: Looked) -> Money:
    """A receipt's total as the buyer gave it: one below zero whose positive twin stands on the page is the
    payment of that ("Cash -66.49"); of a refund all are below zero, and it stays.
    """
    twin = any(one.seen.value == -money.decimal for one in looked.amounts)
    return -money if money.minor < 0 and twin else money
