"""The sheet of a settlement for a page: lines to copy and a payment code that was read back."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm import Session

from flow.household.balances import order_of
from models.errors import OrderInvalid
from models.order import Order
from models.said import Said, said
from models.tables import Member, Settlement
from models.words import Lang, mark
from pay.bank_days import today
from pay.rail import CopyText, Handover
from pay.rails.sepa_sheet.code import Drawn, Square, cross_of, painted, path_of
from pay.rails.sepa_sheet.picture import must_read_as
from pay.rails.sepa_sheet.rail import SepaSheet, code_of

_READ_SCALE = 8
_RAIL = SepaSheet()


@dataclass(frozen=True, slots=True)
class Code:
    """A payment code to draw: the path of its dark modules in a square of `side` units, white behind.

    cross: the squares of a Swiss code's cross, drawn over it.
    """

    path: str = field(repr=False)
    side: int
    cross: tuple[Square, ...]


@dataclass(frozen=True, slots=True)
class BackSheet:
    """What a person needs to send a settlement; without lines, `next_step` says why."""

    next_step: Said
    copy: tuple[CopyText, ...] = ()
    notes: tuple[Said, ...] = ()
    code: Code | None = None


def sheet_of(session: Session, row: Settlement, lang: Lang, now: datetime) -> BackSheet:
    """The sheet of an announced settlement. Raises HandoverDiffers when its code does not read back."""
    found = _order(session, row, lang, now)
    if isinstance(found, Said):
        return BackSheet(found)
    artefact = _RAIL.prepare([found], Handover(lang, now))
    code, _ = code_of(found)
    return BackSheet(
        artefact.next_step, artefact.copy, artefact.notes, _shown(code) if code else None
    )


def picture_of(session: Session, row: Settlement, lang: Lang, now: datetime) -> bytes | None:
    """The whole sheet as PNG, to save and to open in a bank's app; None where none is made."""
    found = _order(session, row, lang, now)
    if isinstance(found, Said):
        return None
    files = _RAIL.prepare([found], Handover(lang, now)).files
    return next(one.data for one in files if one.media_type == "image/png")


def _order(session: Session, row: Settlement, lang: Lang, now: datetime) -> Order | Said:
    """The order that pays it, or the sentence that says why no sheet is made of it."""
    name = session.get_one(Member, row.receiver_id).name
    try:
        order = order_of(session, row, today(now))
    except OrderInvalid as problem:
        return _ask(name, problem.told(lang))
    why = _RAIL.refuses(order, Handover(lang, now))
    return _ask(name, why.told(lang)) if why is not None else order


def _ask(name: str, why: str) -> Said:
    return said(mark("Ask {name} how to send it: {why}."), name=name, why=why)


def _shown(code: Drawn) -> Code:
    """The code as the page draws it. Raises HandoverDiffers unless that reads as it should."""
    path, cross = path_of(code), cross_of(code)
    must_read_as(code, painted(path, code.side, _READ_SCALE, cross), "page")
    return Code(path, code.side, cross)
