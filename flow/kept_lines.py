"""What a bill of the database charges for, line by line."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.lines import LineRow, line_rows
from models.codec import EXTRACTION
from models.tables import BillMessage, Extracted


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
