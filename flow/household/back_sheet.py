"""The sheet of a settlement for a page: lines to copy and a payment code that was read back."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.household.balances import order_of
from flow.settlement_order import payee_key
from models.errors.orders import OrderInvalid
from models.order import Order, Step
from models.said import Said, said
from models.tables import Member, PayeeAccount, Payment, Settlement
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
    held = _held_back(session, row, name)
    if held is not None:
        return held
    try:
        order = order_of(session, row, today(now))
    except OrderInvalid as problem:
        return _ask(name, problem.told(lang))
    why = _RAIL.refuses(order, Handover(lang, now))
    return _ask(name, why.told(lang)) if why is not None else order


def _held_back(session: Session, row: Settlement, name: str) -> Said | None:
    """Why the account is not shown: its order went another way, or the account is not the known one."""
    paid = (Payment.step.in_((Step.HANDED_OVER, Step.SEEN)),)
    out = select(Payment.rail).where(Payment.settlement_id == row.id, *paid)
    rail = session.scalar(out.order_by(Payment.id.desc()).limit(1))
    if rail not in {None, _RAIL.name}:
        return said(mark("Its transfer is prepared another way already: pay it there, once."))
    account = session.get_one(Member, row.receiver_id).iban
    key = payee_key(row)
    known = set(
        session.scalars(select(Payment.payee_account).where(Payment.payee_key == key, *paid))
    )
    known -= {None}
    confirmed = select(PayeeAccount.id).where(
        PayeeAccount.payee_key == key, PayeeAccount.account == (account or "")
    )
    if not account or not known or account in known or session.scalar(confirmed) is not None:
        return None
    words = mark(
        "The account of {name} is another than before. Ask {name} face to face; it is shown here once "
        "the household has confirmed it: `facteur settle {id} --rail sepa-sheet --asked`"
    )
    return said(words, name=name, id=row.id)


def _ask(name: str, why: str) -> Said:
    return said(mark("Ask {name} how to send it: {why}."), name=name, why=why)


def _shown(code: Drawn) -> Code:
    """The code as the page draws it. Raises HandoverDiffers unless that reads as it should."""
    path, cross = path_of(code), cross_of(code)
    must_read_as(code, painted(path, code.side, _READ_SCALE, cross), "page")
    return Code(path, code.side, cross)
