"""Mail of ours that comes back: a reminder to oneself lies in the mailbox that is read, and is no bill."""

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.tables import Dispatch, Message
from models.verdict import Because, Kind, Verdict
from models.words import mark

OURS = mark("It is a message that Facteur sent.")


def as_own(session: Session, message: Message, verdict: Verdict) -> Verdict | None:
    """The verdict on a mail that left through `flow.sending`: it stays where it is; None for others.

    Known by its Message-ID: who forges one hides nothing but their own mail.
    """
    if not message.message_id:
        return None
    known = select(Dispatch.id).where(Dispatch.message_id == message.message_id).limit(1)
    if session.scalar(known) is None:
        return None
    because = (Because(OURS),)
    return replace(
        verdict, kind=Kind.OTHER, folder="", confidence=1.0, because=because, suspicions=()
    )
