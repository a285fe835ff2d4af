"""The check of an order: all rules, in the order in which a person should read them."""

from collections.abc import Callable, Collection, Iterator, Sequence

from pay.policy.account import account_rules
from pay.policy.amount import amount_rules
from pay.policy.dispute import dispute_rules
from pay.policy.facts import Facts
from pay.policy.flag import Flag, Weight
from pay.policy.origin import origin_rules
from pay.policy.place import place_rules
from pay.policy.twice import twice_rules

RULES: tuple[Callable[[Facts], Iterator[Flag]], ...] = (
    dispute_rules,
    twice_rules,
    account_rules,
    origin_rules,
    amount_rules,
    place_rules,
)


def flags_of(facts: Facts) -> tuple[Flag, ...]:
    """What all rules say of an order, stops first."""
    found = [flag for rule in RULES for flag in rule(facts)]
    return tuple(sorted(found, key=lambda flag: flag.weight is not Weight.STOP))


def unanswered(flags: Sequence[Flag], answered: Collection[str]) -> tuple[Flag, ...]:
    """The flags that hold the order: every stop, and what was asked and not answered."""
    return tuple(flag for flag in flags if flag.weight is Weight.STOP or flag.rule not in answered)
