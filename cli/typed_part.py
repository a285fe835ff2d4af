"""A part of a bill as it is typed at `pay` and `paid`."""

from cli.entries import amount_of
from cli.output import Out
from flow.order_left import part_of
from flow.wiring import Wiring
from models.errors.values import UsageWrong
from models.money import Money
from models.words import mark


def typed_part(out: Out, wiring: Wiring, number: int, text: str | None) -> Money | None:
    """The part in the bill's currency; None where none was typed. Raises UsageWrong, NotFound,
    AmountInvalid.
    """
    money = amount_of(out, text)
    if money is not None and money <= 0:
        raise UsageWrong(why=out.words(mark("A part is more than zero.")))
    return part_of(wiring, number, money) if money is not None else None
