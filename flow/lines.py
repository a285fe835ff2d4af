"""What a bill charges for, line by line, as it is shown: exact numbers as texts."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TypedDict

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.codec import EXTRACTION
from models.money import Money
from models.reading import LineItem
from models.tables import BillMessage, Extracted


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


def lines_of_bill(session: Session, bill_id: int) -> list[LineRow]:
    """The lines of the first mail of a bill's timeline that has any."""
    stored = session.scalars(
        select(Extracted.extraction)
        .join(BillMessage, BillMessage.message_id == Extracted.message_id)
        .where(BillMessage.bill_id == bill_id)
        .order_by(Extracted.message_id)
    )
    readings = (EXTRACTION.read(text).reading for text in stored)
    return next((line_rows(reading.lines) for reading in readings if reading.lines), [])


def _text(value: Decimal | Money | None) -> str | None:
    """Without trailing zeros of the e-invoice ("400.0000"), and never as a power of ten."""
    if not isinstance(value, Decimal):
        return None if value is None else str(value)
    whole = value == value.to_integral_value()
    return f"{value.quantize(Decimal(1)) if whole else value.normalize():f}"
