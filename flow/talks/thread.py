"""The talk about a bill as it is shown: whom to write to, the dispute, letters and answers in order."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple, TypedDict

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from flow.hold import dispute_of
from flow.sending.carry import carried
from flow.sending.outlets import mail_out
from flow.talks.answers import by_server
from flow.talks.contacts import card_of
from models.errors.problem import Problem
from models.errors.values import NotFound
from models.said import Said
from models.tables import MOST_ID, Account, Bill, Dispatch, Missive, MissiveState
from notify.letters.contact import Contact


class ContactRow(TypedDict):
    """One way to reach the biller; only_this_bill: no older bill has it, so it proves nothing."""

    means: str
    value: str
    since: str
    bills: int
    only_this_bill: bool


class MissiveRow(TypedDict):
    """A letter or an answer. direction: "out", "in", or "own" for what the person wrote elsewhere.

    state: draft, waiting, sending, sent, refused, unknown, dropped or received. elsewhere: an answer
    from another domain than the letter went to. undelivered: a mail server says that it did not reach.
    """

    id: int
    direction: str
    state: str
    about: str | None
    party: str
    address: str
    at: str | None
    subject: str
    text: str
    elsewhere: bool
    undelivered: bool
    problem: str | None


class Told(NamedTuple):
    """A row, and why it was not sent, where there is a reason."""

    row: MissiveRow
    why: Problem | None


class Talk(NamedTuple):
    """All of a talk. own: the address that letters leave from, "" before a mail account is set up."""

    bill_id: int
    biller: str
    customer_number: str
    contacts: tuple[ContactRow, ...]
    notes: tuple[Said, ...]
    dispute: str | None
    dispute_since: datetime | None
    told: tuple[Told, ...]
    own: str


def talk_of(session: Session, bill_id: int) -> Talk:
    """The talk about a bill. Raises NotFound."""
    bill = session.get(Bill, bill_id) if 0 < bill_id <= MOST_ID else None
    if bill is None:
        raise NotFound(what="bill", id=bill_id)
    card, dispute, outlet = card_of(session, bill), dispute_of(session, bill_id), mail_out(session)
    return Talk(
        bill.id,
        card.biller,
        card.customer_number,
        tuple(map(_contact, card.contacts)),
        card.notes,
        dispute.reason if dispute else None,
        dispute.begun_at if dispute else None,
        tuple(_told(session, bill)),
        outlet.name if outlet else "",
    )


def _contact(one: Contact) -> ContactRow:
    return {
        "means": one.means.value,
        "value": one.value,
        "since": one.since.isoformat(),
        "bills": one.bills,
        "only_this_bill": one.on_this_alone,
    }


def _told(session: Session, bill: Bill) -> Iterable[Told]:
    query = (
        select(Missive, Dispatch)
        .outerjoin(Dispatch, Dispatch.key == Missive.key)
        .where(Missive.bill_id == bill.id)
        .order_by(func.coalesce(Missive.at, Missive.created_at), Missive.id)
    )
    ours = {*session.scalars(select(Account.address)), *_left_from(session, bill)}
    rows = session.execute(query).all()
    wrote_to = {one.id: one.address for one, _ in rows}
    met: set[str] = set()
    for one, dispatch in rows:
        if one.message_id and one.message_id in met:
            continue  # the same answer in two mailboxes
        met.add(one.message_id)
        yield _row(one, dispatch, wrote_to.get(one.answers_id or 0, ""), ours)


def _left_from(session: Session, bill: Bill) -> Iterable[str]:
    return session.scalars(
        select(Missive.own).where(Missive.bill_id == bill.id, Missive.own != "").distinct()
    )


def _row(one: Missive, dispatch: Dispatch | None, wrote_to: str, ours: set[str]) -> Told:
    came = one.state is MissiveState.RECEIVED
    own = came and one.address in ours
    last = carried(dispatch) if dispatch is not None else None
    undelivered = came and by_server(one.address)
    row: MissiveRow = {
        "id": one.id,
        "direction": "own" if own else "in" if came else "out",
        "state": last.state.value if last else one.state.value,
        "about": one.about.value if one.about else None,
        "party": one.party.value,
        "address": one.address,
        "at": one.at.isoformat() if one.at else None,
        "subject": one.subject,
        "text": one.text,
        "elsewhere": came
        and not (own or undelivered)
        and _domain(one.address) != _domain(wrote_to),
        "undelivered": undelivered,
        "problem": last.problem.code if last and last.problem else None,
    }
    return Told(row, last.problem if last else None)


def _domain(address: str) -> str:
    return address.rpartition("@")[2].lower()
