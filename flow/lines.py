"""What a bill charges for, line by line, as it is shown: exact numbers as texts."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TypedDict

from models.money import Money
from models.reading import LineItem


class LineRow(TypedDict):
    """One line; null where the bill says nothing. net and gross in the bill's currency."""

    description: str
    quantity: str | None
    unit_price: str | None
    net: str | None
    gross: str | None
    vat_rate: str | None


def line_rows(lines: Sequence[LineItem]) -> list[LineRow]:
    """The lines as `--json` prints them."""
    return [
        {
            "description": line.description,
            "quantity": _text(line.quantity),
            "unit_price": _text(line.unit_price),
            "net": _text(line.net),
            "gross": _text(line.gross),
            "vat_rate": _text(line.vat_rate),
        }
        for line in lines
    ]


def _text(value: Decimal | Money | None) -> str | None:
    """Without trailing zeros of the e-invoice ("400.0000"), and never as a power of ten."""
    if not isinstance(value, Decimal):
        return None if value is None else str(value)
    whole = value == value.to_integral_value()
    return f"{value.quantize(Decimal(1)) if whole else value.normalize():f}"
