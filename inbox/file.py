"""Filing: one message into one folder, and never another message than the one meant.

A uid alone proves nothing (servers were seen to hand them out anew), so before anything is done the
header and the size at that uid are compared with what was stored. Success is read from COPYUID: a
UID MOVE of a uid that is gone answers OK and moves nothing. A plain EXPUNGE is never sent: it would
delete what other clients marked.
"""

import imaplib
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from inbox.faults import is_dead, talking_to
from inbox.fetch import Header, fetch_headers
from inbox.gather import LOST, Gathered
from inbox.session import Session
from inbox.uids import search
from models.errors.mailbox import FolderMissing, ServerGone, ServerMisbehaved
from models.mail import MailRef

_COPYUID = re.compile(rb"^(\d{1,10}) [\d:,]{1,64} (\d{1,10})$")
_PLAIN_ID = re.compile(r"<[!#-\[\]-~]{1,200}>")
"""A Message-ID that a quoted string can carry: printable ASCII, no blank, quote or backslash."""
MAX_CANDIDATES = 50


class End(StrEnum):
    """How a filing ended. GONE: neither here nor in the target. CHANGED: the uid holds another mail.

    COPIED: the server can neither MOVE nor expunge one uid, so the original stays where it was.
    """

    MOVED = "moved"
    COPIED = "copied"
    LABELLED = "labelled"
    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Known:
    """How a mail is told again: SHA-256 of its header block, RFC822.SIZE, and its Message-ID."""

    header_sha256: str
    size: int
    message_id: str

    def fits(self, header: Header) -> bool:
        """Whether `header` is this mail's."""
        return header.size == self.size and header.sha256 == self.header_sha256


@dataclass(frozen=True, slots=True)
class Filed:
    """The end, and where the mail is now; 0 and 0 when the server did not say."""

    end: End
    uidvalidity: int = 0
    uid: int = 0


def _nothing(_point: str) -> None:
    return


def move_message(
    session: Session,
    at: MailRef,
    known: Known,
    target: str,
    on_point: Callable[[str], None] = _nothing,
) -> Filed:
    """Move the mail at `at` to the folder `target` (the server's name). Safe to repeat after a crash.

    `on_point` hears "copied" between COPY and EXPUNGE on servers without MOVE. Raises ServerGone,
    ServerMisbehaved, FolderMissing.
    """
    here = _at_source(session, at, known)
    if here is not End.MOVED:
        there = find_message(session, target, known) if here is End.GONE else None
        return Filed(End.MOVED, *there) if there else Filed(here)
    if session.supports("MOVE"):
        return _moved(session, at, known, target)
    return _copied(session, at, known, target, on_point)


def label_message(session: Session, at: MailRef, known: Known, label: str, *, add: bool) -> Filed:
    """Put a Gmail label on the mail at `at`, or take it off; it stays where it is.

    Raises ServerGone, ServerMisbehaved, FolderMissing.
    """
    here = _at_source(session, at, known)
    if here is not End.MOVED:
        return Filed(here)
    change = session.client.add_gmail_labels if add else session.client.remove_gmail_labels
    with talking_to(session.host):
        change([at.uid], [label], silent=True)
    return Filed(End.LABELLED, at.uidvalidity, at.uid)


def find_message(session: Session, folder: str, known: Known) -> tuple[int, int] | None:
    """(uidvalidity, uid) of the mail in `folder`, the newest when it is there twice; None if not.

    By Message-ID where it can be asked for, else by exact size; header and size are compared.
    Raises ServerGone, ServerMisbehaved.
    """
    try:
        opened = session.open(folder)
    except FolderMissing:
        return None
    if _PLAIN_ID.fullmatch(known.message_id):
        found = search(session, "HEADER", "Message-ID", f'"{known.message_id}"')
    else:
        found = search(session, "LARGER", str(known.size - 1), "SMALLER", str(known.size + 1))
    batches = list(fetch_headers(session, found[-MAX_CANDIDATES:]))
    fitting = [
        uid for batch in batches for uid, header in batch.found.items() if known.fits(header)
    ]
    if fitting:
        return opened.uidvalidity, max(fitting)
    for batch in batches:
        _all_read(session, batch)
    return None


def _all_read(session: Session, batch: Gathered[Header]) -> None:
    """What could not be read is not gone: taken for gone it would be given up, or copied twice.

    Raises ServerGone, ServerMisbehaved.
    """
    if LOST in batch.unreadable.values():
        raise ServerGone(host=session.host)
    if batch.unreadable:
        raise ServerMisbehaved(host=session.host)


def _at_source(session: Session, at: MailRef, known: Known) -> End:
    """MOVED: ready to be moved. Opens the folder for writing."""
    opened = session.open(at.folder, readonly=False)
    if opened.uidvalidity != at.uidvalidity:
        return End.GONE
    for batch in fetch_headers(session, [at.uid]):
        if at.uid in batch.found:
            return End.MOVED if known.fits(batch.found[at.uid]) else End.CHANGED
        _all_read(session, batch)
    return End.GONE


def _moved(session: Session, at: MailRef, known: Known, target: str) -> Filed:
    place = _with_copyuid(session, "MOVE", at.uid, target)
    place = place or find_message(session, target, known)
    return Filed(End.MOVED, *place) if place else Filed(End.GONE)


def _copied(
    session: Session, at: MailRef, known: Known, target: str, on_point: Callable[[str], None]
) -> Filed:
    """COPY, unless a run that crashed did it already; then expunge that one uid, where possible."""
    place = find_message(session, target, known)
    if place is None:
        if _at_source(session, at, known) is not End.MOVED:
            return Filed(End.GONE)
        place = _with_copyuid(session, "COPY", at.uid, target)
        on_point("copied")
        place = place or find_message(session, target, known)
    if place is None:
        return Filed(End.GONE)
    if not session.supports("UIDPLUS"):
        return Filed(End.COPIED, *place)
    if _at_source(session, at, known) is End.MOVED:
        with talking_to(session.host):
            session.client.delete_messages([at.uid], silent=True)
            session.client.uid_expunge([at.uid])
    return Filed(End.MOVED, *place)


def _with_copyuid(session: Session, verb: str, uid: int, target: str) -> tuple[int, int] | None:
    """MOVE or COPY, and what COPYUID (RFC 4315 section 3) says of the new place."""
    act = session.client.move if verb == "MOVE" else session.client.copy
    with talking_to(session.host):
        session.imap.response("COPYUID")
        try:
            act([uid], target)
        except imaplib.IMAP4.error as error:
            if not is_dead(error) and "TRYCREATE" in str(error).upper():
                raise FolderMissing(folder=target) from error
            raise
        _, said = session.imap.response("COPYUID")
    return _place(said, uid)


def _place(said: list[bytes | None], uid: int) -> tuple[int, int] | None:
    for code in said:
        match = _COPYUID.match(code or b"")
        if match and (code or b"").split()[1] == str(uid).encode():
            return int(match[1]), int(match[2])
    return None
