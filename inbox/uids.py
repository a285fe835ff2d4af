"""What is in a folder: its status, and the uids of its messages.

Never `*` (servers answer the last message even when it is older) and never one answer that could
pass imaplib's limit of 1 000 000 bytes a line, after which the connection is lost (measured at
about 125 000 uids).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from inbox.faults import talking_to
from inbox.session import Session
from models.errors.mailbox import ServerMisbehaved

WINDOW = 20_000
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MAX_UID = 2**32 - 1
_DIGITS = len(str(MAX_UID))


@dataclass(frozen=True, slots=True)
class Status:
    """STATUS of a folder: one round trip tells whether anything is new."""

    uidvalidity: int
    uidnext: int
    messages: int


def status(session: Session, folder: str) -> Status:
    """Raises ServerGone, ServerMisbehaved (also when the folder does not exist)."""
    with talking_to(session.host):
        said = session.client.folder_status(folder, ("UIDVALIDITY", "UIDNEXT", "MESSAGES"))
        return Status(
            uidvalidity=int(said[b"UIDVALIDITY"]),
            uidnext=int(said[b"UIDNEXT"]),
            messages=int(said[b"MESSAGES"]),
        )


def uids_between(
    session: Session, first: int, last: int, *, since: date | None = None
) -> list[int]:
    """The uids of the open folder in first..last, ascending; `since` compares INTERNALDATE.

    Dense folders are asked by uid. A folder whose uids are far apart (some servers use the time as
    uid) is asked by sequence number from the newest down, so the number of questions depends on the
    messages, not on the uids. Raises ServerGone, ServerMisbehaved.
    """
    opened = session.opened
    if opened is None or last < first:
        return []
    limit = () if since is None else ("SINCE", _day(since))
    if last - first < WINDOW or opened.messages <= WINDOW:
        found = set(_search(session, ("UID", f"{first}:{last}", *limit)))
    else:
        found = _by_sequence(session, first, opened.messages, limit)
    return sorted(uid for uid in found if first <= uid <= last)


def _by_sequence(session: Session, first: int, messages: int, limit: Sequence[str]) -> set[int]:
    """Newest first: messages that are expunged meanwhile move others down, where we still come by."""
    found: set[int] = set()
    for end in range(messages, 0, -WINDOW):
        start = max(1, end - WINDOW + 1)
        uids = _search(session, (f"{start}:{end}", *limit))
        found.update(uids)
        if uids and not limit and min(uids) < first:
            break
    return found


def still_there(session: Session, uids: Iterable[int]) -> set[int]:
    """Which of `uids` (at most some hundreds) the open folder still holds, after a NOOP.

    Raises ServerGone, ServerMisbehaved.
    """
    wanted = sorted(uids)
    if not wanted:
        return set()
    with talking_to(session.host):
        session.client.noop()
    asked = ("UID", ",".join(map(str, wanted)))
    return set(_search(session, asked)) & set(wanted)


def search(session: Session, *criteria: str) -> list[int]:
    """The uids that match `criteria` (ASCII, already quoted), ascending, at most WINDOW of them.

    Raises ServerGone, ServerMisbehaved.
    """
    return sorted(_search(session, criteria))[:WINDOW]


def _search(session: Session, criteria: Sequence[str]) -> list[int]:
    """UID SEARCH, its answer read leniently: several lines, none, or MODSEQ at the end."""
    with talking_to(session.host):
        session.imap.response("SEARCH")
        kind, lines = session.imap.uid("SEARCH", *criteria)
    if kind != "OK":
        raise ServerMisbehaved(host=session.host)
    uids: list[int] = []
    for line in lines:
        words = takewhile(bytes.isdigit, (line or b"").split())
        uids.extend(int(word) for word in words if len(word) <= _DIGITS)
    return [uid for uid in uids if 0 < uid <= MAX_UID]


def _day(day: date) -> str:
    """RFC 3501's date, whose months are English whatever the locale."""
    return f"{day.day}-{_MONTHS[day.month - 1]}-{day.year}"
