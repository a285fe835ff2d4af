"""Which instalment of its bill an order pays, and what that makes of amount, day and reference."""

from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from flow.instalments import Told, told_of
from models.errors.orders import InstalmentAhead, InstalmentUnknown, OrderInvalid
from models.reference import FreeText, reference_of
from models.tables import Bill, Instalment, Payment
from models.words import mark
from pay.bank_days import latest_day, today

_MISSED = timedelta(days=31)
"""An older instalment was paid before Facteur came, or is named by its number."""
_SOON = timedelta(days=14)
_DONE = {
    "handed_over": mark(
        "instalment {number} was handed over: --again makes its papers anew, --withdraw takes it back"
    ),
    "paid": mark("instalment {number} is paid"),
    "set_off": mark("credit covers instalment {number}: `facteur show {id}` says which"),
    "prepared": mark("instalment {number} is being prepared"),
}


def instalment_for(
    session: Session, bill: Bill, number: int | None, row: Payment | None, now: datetime
) -> Told | None:
    """The instalment that an order of `bill` is for: the one named, else the next; None where none is
    open. row: the order itself, when it stands already.

    Raises InstalmentUnknown, InstalmentAhead, OrderInvalid.
    """
    found = told_of(session, bill.id)
    free = [one for one in found if one.stage == "open" or _is(one, row)]
    if number is not None:
        return _named(bill, found, free, number)
    if not free:
        return None
    since = today(now) - _MISSED
    following = next((one for one in free if one.row.due_on >= since), free[-1])
    _not_ahead(bill, found, following.row, now)
    return following


def _is(one: Told, row: Payment | None) -> bool:
    return row is not None and one.order is row


def _named(bill: Bill, found: list[Told], free: list[Told], number: int) -> Told:
    if not found:
        raise OrderInvalid(why=mark("it has no instalments: --instalments 3 plans three"))
    one = next((told for told in found if told.row.number == number), None)
    if one is None:
        raise InstalmentUnknown(id=bill.id, number=number, count=len(found))
    if one not in free:
        raise OrderInvalid(why=_DONE[one.stage], number=number, id=bill.id)
    return one


def _not_ahead(bill: Bill, found: list[Told], row: Instalment, now: datetime) -> None:
    """Asked twice for the papers of one bill, nobody gets those of next month by mistake."""
    out = any(one.stage == "handed_over" for one in found)
    if out and row.due_on > today(now) + _SOON:
        raise InstalmentAhead(id=bill.id, number=row.number, day=row.due_on.isoformat())


def leaves_for(row: Instalment, now: datetime) -> date:
    """The last day on which a transfer still arrives in time; today when that is past."""
    return max(latest_day(row.due_on, instant=False), today(now))


def reference_for(bill: Bill, row: Instalment, count: int) -> str | None:
    """As the bill's own: a reference with check digits stays, for the biller's books know it by that;
    a free text gets the number of the instalment."""
    text = bill.reference or bill.number
    if text is None or not isinstance(reference_of(text, (bill.iban or "")[:2]), FreeText):
        return text
    return f"{text} {row.number}/{count}"
