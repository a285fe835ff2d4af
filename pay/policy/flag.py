"""What a rule says of an order: go no further, or ask the person, each with its reason."""

from dataclasses import dataclass
from enum import StrEnum

from models.said import Said


class Weight(StrEnum):
    """STOP: the order goes no further while this holds. ASK: the person must answer it."""

    STOP = "stop"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Flag:
    """`rule`: machine word, unique in one order's flags ("account_changed"), kept with the answer."""

    rule: str
    weight: Weight
    because: Said


def stop(rule: str, because: Said) -> Flag:
    """A flag that stops."""
    return Flag(rule, Weight.STOP, because)


def ask(rule: str, because: Said) -> Flag:
    """A flag that asks."""
    return Flag(rule, Weight.ASK, because)
