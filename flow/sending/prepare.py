"""The intent: a message as a row, before anything leaves. The same key again is the same message."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from flow.sending.outlets import MAIL, channel_named, need_mail_out
from models.errors.reminding import DispatchStuck, MessageDiffers
from models.errors.sending import ChannelRefused
from models.journal import append
from models.tables import Dispatch, DispatchState, Outlet
from models.words import mark
from notify.channels.smtp.compose import message_id_of
from notify.mail_address import plain_address
from notify.notice import Notice, Thread, key_of

LETTER = "letter"
"""The purpose of a letter to a biller, whose answers are kept beside it (flow.talks)."""
STATE_WORDS = {
    DispatchState.WAITING: mark("waiting"),
    DispatchState.SENDING: mark("being sent"),
    DispatchState.SENT: mark("sent"),
    DispatchState.REFUSED: mark("refused"),
    DispatchState.UNKNOWN: mark("unknown: it may have gone"),
    DispatchState.DROPPED: mark("called off"),
}


@dataclass(frozen=True, slots=True)
class Errand:
    """Why something is sent: purpose ("letter", "reminder"), about what ("bill 12"), through which outlet.

    outlet_id: None for the person's own mail account. who, door: as the journal has them.
    """

    purpose: str
    about: str = ""
    outlet_id: int | None = None
    who: str = "person"
    door: str = "cli"


def prepare(session: Session, notice: Notice, errand: Errand, now: datetime) -> Dispatch:
    """Writes the message down, in the caller's transaction; under a key that is known it changes nothing.

    For a service notice.to may be anything: its URL is the outlet's and is not kept here. Raises
    MailOutMissing, ChannelRefused for an address that is none, MessageDiffers when the key names
    another message.
    """
    outlet = _outlet(session, errand)
    row = _row(notice, errand, outlet, now)
    _must_reach(outlet, row)
    before = _known(session, row)
    if before is not None:
        return before
    try:
        with session.begin_nested():
            session.add(row)
            session.flush()
    except IntegrityError:  # somebody else prepared it at the same moment
        known = _known(session, row)
        if known is None:
            raise
        return known
    write(session, row, "prepared", errand.who, errand.door)
    return row


def call_off(
    session: Session, dispatch_id: int, now: datetime, door: str = "cli", *, who: str = "person"
) -> None:
    """A message that has not left is never sent, one that was refused is done with. Raises DispatchStuck."""
    row = session.get_one(Dispatch, dispatch_id, with_for_update=True)
    if row.state not in {DispatchState.WAITING, DispatchState.REFUSED}:
        raise DispatchStuck(id=row.id)
    row.state, row.updated_at = DispatchState.DROPPED, now
    write(session, row, "called_off", who, door)


def notice_of(row: Dispatch, to: str = "") -> Notice:
    """The message that the row keeps; `to`: the service's URL."""
    thread = Thread(tuple(row.thread))
    return Notice(
        row.key, to or row.recipient, row.title, row.text, row.html, row.reply_to, thread, row.by_machine
    )  # fmt: skip


def write(
    session: Session, row: Dispatch, what: str, who: str, door: str, **detail: object
) -> None:
    """The journal's line. It names no recipient: the journal is never shortened."""
    kept = {
        "dispatch": row.id,
        "purpose": row.purpose,
        "digest": row.digest,
        "outlet": row.outlet_id,
    }
    append(
        session, who, f"message_{what}", row.about or f"dispatch {row.id}", where=door,
        detail={**kept, **detail},
    )  # fmt: skip


def _outlet(session: Session, errand: Errand) -> Outlet:
    if errand.outlet_id is None:
        return need_mail_out(session)
    return session.get_one(Outlet, errand.outlet_id)


def _row(notice: Notice, errand: Errand, outlet: Outlet, now: datetime) -> Dispatch:
    is_mail = outlet.channel == MAIL
    recipient = plain_address(notice.to) if is_mail else ""
    message_id = message_id_of(notice.key, outlet.name.rpartition("@")[2]) if is_mail else ""
    said = (
        recipient, notice.title, notice.text, notice.html, notice.reply_to, *notice.thread.ids,
    )  # fmt: skip
    return Dispatch(
        key=notice.key, outlet_id=outlet.id, purpose=errand.purpose, about=errand.about,
        recipient=recipient, title=notice.title, text=notice.text, html=notice.html,
        reply_to=notice.reply_to, thread=list(notice.thread.ids), by_machine=notice.by_machine,
        digest=sha256(key_of(*said).encode()).hexdigest(), state=DispatchState.WAITING,
        message_id=message_id, created_at=now, updated_at=now,
    )  # fmt: skip


def _must_reach(outlet: Outlet, row: Dispatch) -> None:
    if outlet.channel != MAIL:
        return
    why = channel_named(outlet.channel).refuses(row.recipient)
    if why is not None:
        raise ChannelRefused(why=why.sentence, **why.plain())


def _known(session: Session, row: Dispatch) -> Dispatch | None:
    """The row of that key. Raises MessageDiffers."""
    before = session.scalar(select(Dispatch).where(Dispatch.key == row.key))
    if before is not None and before.digest != row.digest:
        raise MessageDiffers
    return before
