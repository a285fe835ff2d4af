"""Mail of ours that comes back: a reminder to oneself lies in the mailbox that is read, and is no bill."""

from collections.abc import Collection
from dataclasses import replace

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from flow.sending.outlets import MAIL
from flow.sending.prepare import LETTER
from models.tables import Account, Dispatch, Message, Outlet
from models.verdict import Because, Kind, Verdict
from models.words import mark
from notify.mail_address import plain_address

OURS = mark("It is a message that Facteur sent.")
ANSWER = mark("It answers a message that Facteur sent.")
MARKED = mark("It bears the mark of mail that Facteur sends, and it is from your own address.")


def as_own(
    session: Session,
    message: Message,
    verdict: Verdict,
    *,
    marked: bool = False,
    answers: Collection[str] = (),
) -> Verdict | None:
    """The verdict on a mail that left through `flow.sending`: it stays where it is; None for others.

    Known by its Message-ID: who forges one hides nothing but their own mail. Else as `as_marked`.
    answers: Message-IDs that the mail answers in words alone; those of a reminder quote its bills.
    """
    if message.message_id and _was_sent(session, Dispatch.message_id == message.message_id):
        return _own(verdict, OURS)
    reminder = Dispatch.message_id.in_(answers) & (Dispatch.purpose != LETTER)
    if answers and _was_sent(session, reminder):
        return _own(verdict, ANSWER)
    return as_marked(session, message.sender_address, verdict) if marked else None


def as_marked(session: Session, sender: str, verdict: Verdict) -> Verdict | None:
    """The same of a mail with models.mail.OWN_FIELD, which a Facteur that was set up before may have
    sent; None when it is from no address of the people here: anybody can write that field.
    """
    mailboxes = session.scalars(select(Account.address))
    sending = session.scalars(select(Outlet.name).where(Outlet.channel == MAIL))
    own = {plain_address(address).lower() for address in (*mailboxes, *sending)} - {""}
    return _own(verdict, MARKED) if sender.lower() in own else None


def _was_sent(session: Session, which: ColumnElement[bool]) -> bool:
    return session.scalar(select(Dispatch.id).where(which).limit(1)) is not None


def _own(verdict: Verdict, why: str) -> Verdict:
    because = (Because(why),)
    return replace(
        verdict, kind=Kind.OTHER, folder="", confidence=1.0, because=because, suspicions=()
    )
