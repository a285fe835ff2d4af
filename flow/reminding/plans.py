"""When each person wants to be reminded: the usual days unless they said otherwise."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.errors.reminding import AddressUnusable, DaysUnclear
from models.journal import append
from models.payment_text import one_line
from models.tables import Digest, ReminderPlan
from notify.due import Plan
from notify.mail_address import plain_address

USUAL_DAYS = (7, 3, 0)
_MOST_DAYS = 10
_FARTHEST = 90


@dataclass(frozen=True, slots=True)
class Wishes:
    """wanted: False sends nothing by itself. days: before the due date. debits: whether bills that are
    debited by themselves are announced. address and lang: "" for what is known otherwise.
    """

    wanted: bool = True
    days: tuple[int, ...] = USUAL_DAYS
    digest: Digest = Digest.NONE
    debits: bool = False
    address: str = ""
    lang: str = ""

    @property
    def plan(self) -> Plan:
        """As notify has it."""
        return Plan(before=self.days)


@dataclass(frozen=True, slots=True)
class Changed:
    """What becomes different; None leaves it as it is."""

    wanted: bool | None = None
    days: tuple[int, ...] | None = None
    digest: Digest | None = None
    debits: bool | None = None
    address: str | None = None
    lang: str | None = None


def wishes_of(session: Session) -> dict[str, Wishes]:
    """What everybody said, by person; who said nothing is not in it."""
    return {row.person: _wishes(row) for row in session.scalars(select(ReminderPlan))}


def set_wishes(
    session: Session, person: tuple[str, int | None], changed: Changed, now: datetime, door: str
) -> Wishes:
    """Writes wishes of `person` (key, member) down. Raises AddressUnusable, DaysUnclear."""
    key, member_id = person
    row = session.scalar(select(ReminderPlan).where(ReminderPlan.person == key).with_for_update())
    if row is None:
        row = ReminderPlan(
            person=key, member_id=member_id, wanted=True, days=_text(USUAL_DAYS), digest=Digest.NONE,
            debits=False, address="", lang="",
        )  # fmt: skip
        session.add(row)
    if changed.address is not None:
        row.address = _address(changed.address)
    if changed.days is not None:
        row.days = _text(checked_days(changed.days))
    for name in ("wanted", "digest", "debits", "lang"):
        value = getattr(changed, name)
        if value is not None:
            setattr(row, name, value)
    row.updated_at = now
    session.flush()
    wishes = _wishes(row)
    detail = {
        "wanted": wishes.wanted, "days": row.days, "digest": wishes.digest.value,
        "debits": wishes.debits, "has_address": bool(wishes.address),
    }  # fmt: skip
    append(session, "person", "reminders_set", key, where=door, detail=detail)
    return wishes


def checked_days(days: tuple[int, ...]) -> tuple[int, ...]:
    """Each day once, the farthest first. Raises DaysUnclear."""
    if len(days) > _MOST_DAYS or any(not 0 <= day <= _FARTHEST for day in days):
        raise DaysUnclear(farthest=_FARTHEST, most=_MOST_DAYS)
    return tuple(sorted(set(days), reverse=True))


def _address(text: str) -> str:
    plain = plain_address(text)
    if text and not plain:
        raise AddressUnusable(address=one_line(text, 80))
    return plain


def _wishes(row: ReminderPlan) -> Wishes:
    days = tuple(int(day) for day in row.days.split(",") if day)
    return Wishes(row.wanted, days, row.digest, row.debits, row.address, row.lang)


def _text(days: tuple[int, ...]) -> str:
    return ",".join(map(str, days))
