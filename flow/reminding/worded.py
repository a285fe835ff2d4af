"""The words of one message, in its reader's language: how the people are called, and where a share opens."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from flow.household.rights import acting_as
from flow.household.share_links import share_link
from flow.reminding.people import Someone
from flow.reminding.planned import Planned, Told
from flow.sending.outlets import MAIL, mail_out
from flow.wiring import Wiring
from models.errors.household import RightMissing
from notify.due import Due, Todo
from notify.layout import Words
from notify.notice import Notice
from notify.raised import raise_told, short_raise
from notify.reminder import Reader, reminder, short_reminder

DOOR = "remind"


def worded(wiring: Wiring, session: Session, planned: Planned, now: datetime) -> Notice:
    """The words, in the reader's language; a share with its link where the house has pages."""
    who = planned.who
    reader = Reader(_name(session, who), who.lang, "" if who.is_here else _sender(session))
    words = _words(wiring, session, planned, reader, now)
    return Notice(planned.key, who.address, words.title, words.text, words.html)


def _words(
    wiring: Wiring, session: Session, planned: Planned, reader: Reader, now: datetime
) -> Words:  # fmt: skip
    today, is_mail = now.astimezone().date(), planned.channel == MAIL
    if planned.raised is not None and is_mail:
        return raise_told(planned.raised, reader, now)
    if planned.raised is not None:
        return short_raise(planned.raised, reader.lang, now, amounts=planned.amounts)
    if is_mail:
        dues = [_linked(wiring, session, planned.who, one, now) for one in planned.told]
        return reminder(dues, reader, today)
    dues = [one.due for one in planned.told]
    return short_reminder(dues, reader, today, amounts=planned.amounts)


def _linked(wiring: Wiring, session: Session, who: Someone, one: Told, now: datetime) -> Due:
    """A share of somebody else than the person here has a link of its own."""
    give = one.due.todo is Todo.PAY_BACK
    if who.is_here or who.member_id is None or not give or not wiring.settings.link("/"):
        return one.due
    actor = acting_as(session, who.member_id, DOOR)
    about = (who.name, one.due.bill)
    try:
        token = share_link(session, actor, wiring.secrets, about, now.astimezone().date())
    except RightMissing:  # who may only look on has no page to act on
        return one.due
    return replace(one.due, link=wiring.settings.link(f"/s/{token}"))


def _name(session: Session, who: Someone) -> str:
    return who.name or _sender(session) or who.address.partition("@")[0]


def _sender(session: Session) -> str:
    """How the person here is called in mail."""
    found = mail_out(session)
    return (found.sender or found.name) if found is not None else ""
