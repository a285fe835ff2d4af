"""A letter leaves through the person's own mail account: intent, call, outcome, as flow.sending has it."""

from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from flow.checkpoints import passed
from flow.sending.carry import Carried, carry
from flow.sending.outlets import need_mail_out
from flow.sending.prepare import LETTER, Errand, prepare
from flow.talks.answers import by_server
from flow.talks.contacts import card_of
from flow.talks.dispute import bill_there
from flow.talks.draft import NEVER_LEFT, last_letter
from flow.wiring import Wiring
from models.errors.talks import ContactUnproven, MediatorMissing, NoContact
from models.journal import append
from models.tables import Bill, Dispatch, DispatchState, Missive, MissiveState, Party
from notify.letters.contact import Means
from notify.notice import Notice, Thread


def post_letter(
    wiring: Wiring, bill_id: int, now: datetime, missive_id: int | None = None, *, again: bool = False
) -> Carried:  # fmt: skip
    """Sends a letter as it was shown: that one, or the bill's draft, or goes on with the one before.

    What was sent is not sent twice; what may have gone is sent again only with `again`, the person's
    word, under the same Message-ID. Raises NotFound, LetterMissing, NoContact, ContactUnproven,
    MediatorMissing, MailOutMissing, DispatchBusy.
    """
    with Session(wiring.engine) as session, session.begin():
        bill = bill_there(session, bill_id)
        row = last_letter(session, bill, missive_id)
        if row.state is MissiveState.DRAFT:
            _must_reach(session, bill, row)
            number = _post(session, bill, row, now)
        else:
            dispatch = session.scalars(select(Dispatch).where(Dispatch.key == row.key)).one()
            number = dispatch.id
            # Whoever says "send" does not wait until it would be tried again by itself.
            again = again or dispatch.state is DispatchState.WAITING
        passed("letter_posting")
    passed("letter_posted")
    return carry(wiring, number, now, again=again)


def _must_reach(session: Session, bill: Bill, row: Missive) -> None:
    if row.address:
        return
    if row.party is Party.MEDIATOR:
        raise MediatorMissing
    alone = card_of(session, bill).first(Means.EMAIL)
    if alone is not None:
        raise ContactUnproven(address=alone.value)
    raise NoContact(biller=bill.biller or "—")


def _post(session: Session, bill: Bill, row: Missive, now: datetime) -> int:
    """The dispatch of the draft, which is no draft from now on."""
    outlet = need_mail_out(session)
    notice = Notice(
        row.key or "", row.address, row.subject, row.text,
        thread=thread_of(session, row), by_machine=False,
    )  # fmt: skip
    dispatch = prepare(session, notice, Errand(LETTER, f"bill {bill.id}"), now)
    row.state, row.at, row.own = MissiveState.POSTED, now, outlet.name
    session.flush()
    about = row.about.value if row.about else ""
    append(
        session, "person", "letter_posted", f"bill {bill.id}", where="cli",
        detail={"about": about, "missive": row.id, "dispatch": dispatch.id},
    )  # fmt: skip
    return dispatch.id


def thread_of(session: Session, row: Missive) -> Thread:
    """What the letter answers: the mails of the talk with the same party so far, oldest first.

    A letter that never left is none of them, nor is what a mail server wrote: the other side has neither.
    """
    query = (
        select(Missive, Dispatch.message_id)
        .outerjoin(Dispatch, Dispatch.key == Missive.key)
        .where(
            Missive.bill_id == row.bill_id,
            Missive.party == row.party,
            Missive.state != MissiveState.DRAFT,
            or_(Dispatch.id.is_(None), Dispatch.state.not_in(NEVER_LEFT)),
        )
    )
    rows = session.execute(query.order_by(Missive.id))
    return Thread(
        tuple(ours or one.message_id for one, ours in rows if ours or not by_server(one.address))
    )
