"""One message as it would leave: to whom, through what, and what it tells."""

from dataclasses import dataclass

from flow.reminding.people import Someone
from notify.due import Due
from notify.raised import CapsRaised

REMINDER = "reminder"
DIGEST = "digest"
ASKED = "asked"
RAISED = "caps_raised"
REMINDERS = (REMINDER, DIGEST, ASKED)
BY_ITSELF = (*REMINDERS, RAISED)
"""Purposes of what a worker sends."""


@dataclass(frozen=True, slots=True)
class Told:
    """One bill in a message; occasion: "before-3", "late-0", "not-debited", or "" where it is told along."""

    due: Due
    occasion: str


@dataclass(frozen=True, slots=True)
class Planned:
    """One message to one person through one outlet. purpose: REMINDER, DIGEST, ASKED or RAISED.

    about: the bill, the digest's period or the request for caps, as the row of the message has it.
    raised: the caps that it tells of in place of bills.
    """

    who: Someone
    outlet_id: int
    through: str
    channel: str
    amounts: bool
    purpose: str
    told: tuple[Told, ...]
    key: str
    about: str
    raised: CapsRaised | None = None
