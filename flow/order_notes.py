"""What a person should know of an order before they approve it, beside what the rules ask."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from flow.credits import Held, set_offs
from flow.order_draft import DEBIT
from flow.schedule import instalments_of
from flow.set_off import open_credits
from flow.timeline import reminder_asks
from models.money import Money
from models.order import Order
from models.said import Said, said
from models.tables import Bill, Payment
from models.words import Lang, mark
from pay.notes import late_note
from pay.rail import Handover

_BY_ACCOUNT = ("", "sepa-sheet", "sepa-file")
"""Ways that need the payee's account; "" while none is chosen."""


@dataclass(frozen=True, slots=True)
class OpenCredit:
    """A credit note of the payee, and what is left of it."""

    credit_id: int
    left: Money


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside an order: what credit notes took off its bill, what could be set off too, which
    instalment it is (number, of how many)."""

    set_off: tuple[Held, ...] = ()
    open_credits: tuple[OpenCredit, ...] = ()
    instalment: tuple[int, int] | None = None


def beside_of(session: Session, row: Payment, bill: Bill) -> Beside:
    """All that stands beside the order `row` of `bill`."""
    rows = instalments_of(session, bill.id)
    number = next((one.number for one in rows if one.id == row.instalment_id), None)
    return Beside(
        tuple(one for one in set_offs(session).held if one.bill_id == bill.id),
        tuple(OpenCredit(one.id, left) for one, left in open_credits(session, bill)),
        (number, len(rows)) if number is not None else None,
    )


def notes_of(
    order: Order, bill: Bill, beside: Beside, rail: str, at: tuple[Lang, datetime]
) -> Iterator[Said]:
    """The notes, in the order in which they are read. at: the person's language, and now."""
    if beside.instalment is not None:
        number, count = beside.instalment
        yield said(mark("This is instalment {number} of {count}."), number=number, count=count)
    for held in beside.set_off:
        words = mark("{amount} of credit note {id} is set off: --withdraw gives it back.")
        yield said(words, amount=held.amount, id=held.credit_id)
    if asked := reminder_asks(bill):
        words = mark("A reminder asks for {amount}: this order is for what the bill asks.")
        yield said(words, amount=asked)
    for one in beside.open_credits:
        words = mark("There is a credit of {amount} of this biller: --credit {id} sets it off.")
        yield said(words, amount=one.left, id=one.credit_id)
    if order.payee.iban is None and rail in _BY_ACCOUNT:
        words = mark(
            "No account is known: `facteur fix {id} --iban` says it; or pay on the biller’s page or by hand."
        )
        yield said(words, id=bill.id)
    if rail != DEBIT:
        yield from late_note(order, Handover(*at))
