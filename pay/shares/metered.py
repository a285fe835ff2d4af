"""By meter: own use, and a part of what is common to all and of what does not depend on use."""

from decimal import Decimal
from fractions import Fraction
from typing import cast

from models.errors.shares import FixedPartTooLarge, ReadingsMissing
from models.errors.values import CurrencyMismatch
from models.money import Money
from pay.shares.facts import Facts
from pay.shares.meters import Readings
from pay.shares.plain import weigh_plain
from pay.shares.rule import ByMeter
from pay.shares.weighed import Weighed
from pay.shares.why import MeterPart, PlainWhy


def by_meter(rule: ByMeter, amount: Money, facts: Facts) -> list[Weighed]:
    """The used part of the bill by use, the common and the fixed part by the rule's rest.

    Raises ReadingsMissing, FixedPartTooLarge, CurrencyMismatch and what the rest raises.
    """
    readings = facts.readings
    if readings is None or not readings.rooms:
        raise ReadingsMissing()
    used = readings.by_person()
    own = sum(used.values(), Decimal(0))
    total = readings.main.used if readings.main else own
    by_use = (1 - _fixed(readings, amount)) / Fraction(total) if total else Fraction(0)
    rest = 1 - by_use * Fraction(own)
    rests = {one.person: one for one in weigh_plain(rule.rest, facts)} if rest else {}
    found = []
    for person in {**used, **rests}:
        mine = used.get(person, Decimal(0))
        weight, why = by_use * Fraction(mine), None
        if person in rests:
            weight += rest * rests[person].weight
            why = cast("PlainWhy", rests[person].why)
        found.append(Weighed(person, weight, MeterPart(mine, total, why)))
    return found


def _fixed(readings: Readings, amount: Money) -> Fraction:
    """The fixed part of the bill, 0..1."""
    fixed = readings.fixed
    if fixed is None or not fixed.minor:
        return Fraction(0)
    if fixed.currency != amount.currency:
        raise CurrencyMismatch(left=fixed.currency, right=amount.currency)
    if not 0 <= fixed.minor <= abs(amount.minor):
        bill = str(Money(abs(amount.minor), amount.currency))
        raise FixedPartTooLarge(fixed=str(fixed), bill=bill, currency=amount.currency)
    return Fraction(fixed.minor, abs(amount.minor))
