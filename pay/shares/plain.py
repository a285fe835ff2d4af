"""The rules that may stand alone or cut the common part of a metered bill."""

from typing import assert_never

from pay.shares.days import by_days
from pay.shares.facts import Facts
from pay.shares.given import by_income, by_percent, by_weights, equally
from pay.shares.rule import ByDays, ByIncome, ByPercent, ByWeights, Equally, PlainRule
from pay.shares.weighed import Weighed, whole


def weigh_plain(rule: PlainRule, facts: Facts) -> list[Weighed]:
    """Who bears which part; the weights make 1. Raises PeriodMissing, NobodyPresent."""
    match rule:
        case Equally():
            return whole(equally(rule))
        case ByWeights():
            return whole(by_weights(rule))
        case ByPercent():
            return whole(by_percent(rule))
        case ByIncome():
            return whole(by_income(rule))
        case ByDays():
            return whole(by_days(rule, facts))
        case _:
            assert_never(rule)
