"""Keep what was fetched: original, message, place and job, exactly once, in one transaction a batch."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.quarantine import Place
from inbox.fetch import Header
from inbox.parse import mail_headers
from models.originals import Originals
from models.tables import Location, Message

_WRITERS = 16
"""Each write waits for the disk; together they share its flushes."""
Kept = tuple[Header, str]
"""A header, and the digest under which the original lies."""


def write_originals(originals: Originals, fetched: Iterable[tuple[Header, bytes]]) -> list[Kept]:
    """Put the raw messages on the disk first: again is no harm, so a crash after this costs nothing.

    Raises DiskFull, StoreDamaged.
    """
    batch = list(fetched)
    with ThreadPoolExecutor(_WRITERS) as writers:
        digests = writers.map(originals.write, [raw for _, raw in batch])
        return [(header, digest) for (header, _), digest in zip(batch, digests, strict=True)]


def known_mails(session: Session, account_id: int, headers: Sequence[Header]) -> dict[int, int]:
    """uid to message id, for the headers whose mail is stored already (same header block and size).

    Without a Message-ID equal headers prove nothing (two scans of one copier, sent in one minute): the
    body is fetched and its digest decides.
    """
    wanted = {header.sha256: header for header in headers}
    rows = session.execute(
        select(Message.header_sha256, Message.size, Message.id).where(
            Message.account_id == account_id,
            Message.header_sha256.in_(wanted),
            Message.message_id != "",
        )
    )
    known = {(sha256, size): number for sha256, size, number in rows}
    found = ((header.uid, known.get((header.sha256, header.size))) for header in headers)
    return {uid: number for uid, number in found if number is not None}


def keep(
    session: Session, place: Place, batch: Sequence[Kept], enqueue: Callable[[Session, int], None]
) -> int:
    """Rows and jobs for a batch of raw messages, in the caller's transaction. Returns how many are new."""
    rows = session.execute(
        select(Message.sha256, Message.id).where(
            Message.account_id == place.account_id,
            Message.sha256.in_([digest for _, digest in batch]),
        )
    )
    stored = {sha256: number for sha256, number in rows}
    new = 0
    places: dict[int, int] = {}
    for header, digest in batch:
        if digest not in stored:
            message = _message(place.account_id, header, digest)
            session.add(message)
            session.flush()
            stored[digest] = message.id
            enqueue(session, message.id)
            new += 1
        places[header.uid] = stored[digest]
    locate(session, place, places)
    return new


def locate(session: Session, place: Place, messages: dict[int, int]) -> None:
    """Note where messages lie (uid to message id); what is noted already stays as it is."""
    if not messages:
        return
    noted = set(
        session.scalars(
            select(Location.uid).where(
                Location.mailbox_id == place.mailbox_id,
                Location.uidvalidity == place.uidvalidity,
                Location.uid.in_(messages),
            )
        )
    )
    session.add_all(
        Location(
            mailbox_id=place.mailbox_id,
            uidvalidity=place.uidvalidity,
            uid=uid,
            message_id=message_id,
        )
        for uid, message_id in messages.items()
        if uid not in noted
    )


def _message(account_id: int, header: Header, digest: str) -> Message:
    seen = mail_headers(header.raw)
    return Message(
        account_id=account_id,
        sha256=digest,
        header_sha256=header.sha256,
        size=header.size,
        message_id=seen.message_id,
        gm_msgid=header.gm_msgid,
        original=digest,
        received_at=header.received_at,
        subject=seen.subject,
        sender_name=seen.sender.name,
        sender_address=seen.sender.address,
        sent_at=seen.received_at,
    )
