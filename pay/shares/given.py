"""The rules that need nothing but their own numbers: equal, weights, percent, income, amounts."""

from decimal import Decimal
from fractions import Fraction
from math import lcm

from models.errors.shares import AmountsNotTheBill
from models.errors.values import CurrencyMismatch
from models.money import Money
from pay.shares.apportion import apportion
from pay.shares.rule import ByAmounts, ByIncome, ByPercent, ByWeights, Equally
from pay.shares.weighed import Weighed
from pay.shares.why import AmountPart, EqualPart, IncomePart, PercentPart, WeightPart


def equally(rule: Equally) -> list[Weighed]:
    """The same weight for each."""
    why = EqualPart(len(rule.people))
    return [Weighed(person, Fraction(1), why) for person in rule.people]


def by_weights(rule: ByWeights) -> list[Weighed]:
    """The weights as they are written."""
    total = sum((one.weight for one in rule.parts), Decimal(0))
    return [
        Weighed(one.person, Fraction(one.weight), WeightPart(one.weight, total))
        for one in rule.parts
    ]


def by_percent(rule: ByPercent) -> list[Weighed]:
    """The percentages."""
    return [
        Weighed(one.person, Fraction(one.weight), PercentPart(one.weight)) for one in rule.parts
    ]


def by_income(rule: ByIncome) -> list[Weighed]:
    """The incomes as hundredths of a per cent of their sum, by largest remainder.

    Shares are stored and shown with their exact part of the bill: a fraction of two incomes would
    tell both to the cent. What is shown is also what is counted with.
    """
    parts = sorted(rule.parts, key=lambda one: one.person)
    exact = [Fraction(one.weight) for one in parts]
    scale = lcm(*(weight.denominator for weight in exact))
    hundredths = apportion(10_000, [int(weight * scale) for weight in exact])
    return [
        Weighed(one.person, Fraction(rounded), IncomePart(Decimal(rounded).scaleb(-2)))
        for one, rounded in zip(parts, hundredths, strict=True)
    ]


def by_amounts(rule: ByAmounts, amount: Money) -> list[Weighed]:
    """The amounts in minor units, and the rest of the bill in equal parts.

    Raises AmountsNotTheBill when they exceed the bill, or fall short of it and nobody takes the
    rest; CurrencyMismatch.
    """
    _same_currency(rule, amount)
    size = abs(amount.minor)
    fixed = {one.person: one.amount for one in rule.parts}
    made = sum(one.minor for one in fixed.values())
    if made > size or (made < size and not rule.rest):
        raise AmountsNotTheBill(
            sum=str(Money(made, amount.currency)),
            bill=str(Money(size, amount.currency)),
            currency=amount.currency,
        )
    rest = Fraction(size - made, len(rule.rest) or 1)
    found = []
    for person in {**fixed, **dict.fromkeys(rule.rest)}:
        own = fixed.get(person, Money(0, amount.currency))
        shares_rest = person in rule.rest
        why = AmountPart(own.decimal, len(rule.rest) if shares_rest else 0)
        found.append(Weighed(person, own.minor + rest * shares_rest, why))
    return found


def _same_currency(rule: ByAmounts, amount: Money) -> None:
    written = rule.parts[0].amount.currency
    if written != amount.currency:
        raise CurrencyMismatch(left=written, right=amount.currency)
