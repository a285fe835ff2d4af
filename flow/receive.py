"""Receive: what is new in a mailbox becomes rows, originals and jobs, exactly once.

The mailbox is only examined: nothing in it changes. Each batch is one transaction, so the process may
be killed anywhere and the next visit goes on from the last commit.
"""

from collections.abc import Iterator
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from flow.cursor import begin, look, window
from flow.keep import known_mails
from flow.lease import holding
from flow.quarantine import due_uids
from flow.take import Enqueue, Progress, Received, Visit, writing
from flow.visit import signed_in
from flow.wiring import Wiring
from inbox.fetch import fetch_bodies, fetch_headers
from inbox.folders import list_folders
from inbox.session import Session as Remote
from inbox.uids import Status, status, uids_between
from models.database import reading, told_apart
from models.errors.mailbox import ServerGone
from models.mail import MailRef

__all__ = ["Enqueue", "Progress", "Received", "peek_account", "receive_account"]
INBOX = "INBOX"


def _quiet(_done: int, _total: int) -> None:
    return


def receive_account(
    wiring: Wiring,
    account_id: int,
    folder: str | None = None,
    on_progress: Progress = _quiet,
    *,
    enqueue: Enqueue,
) -> Received:
    """Fetch and store what is new in INBOX, or in `folder` (our path or the server's name).

    Raises MailboxBusy, every Problem of signing in, FolderMissing, ServerGone, ServerMisbehaved,
    DiskFull, StoreLocked; what was stored until then stays, and the next call goes on from there.
    """
    result = Received()
    with (
        told_apart(wiring.settings.url),
        holding(wiring.engine, account_id) as lease,
        signed_in(wiring, account_id) as remote,
    ):
        name = list_folders(remote).find(folder or INBOX).name
        now = status(remote, name)
        with writing(wiring, lease) as session:
            cursor = begin(session, account_id, name, now)
            due = due_uids(session, cursor.place, datetime.now(UTC))
        if cursor.is_done(now) and not due:
            return result
        visit = Visit(wiring, remote, lease, cursor, enqueue, on_progress, result)
        _open(remote, name, now)
        visit.new_mail(now)
        visit.backfill()
        visit.overlooked(now)
        visit.again(due)
    return result


def peek_account(
    wiring: Wiring, account_id: int, folder: str | None = None
) -> Iterator[tuple[MailRef, bytes]]:
    """What `receive_account` would store, newest first, without writing about it anywhere.

    Raises as `receive_account`, without MailboxBusy.
    """
    with signed_in(wiring, account_id) as remote:
        name = list_folders(remote).find(folder or INBOX).name
        now = status(remote, name)
        with Session(reading(wiring.engine)) as session:
            cursor = look(session, account_id, name, now)
        _open(remote, name, now)
        uids = uids_between(remote, cursor.last_uid + 1, now.uidnext - 1)
        since = window(wiring.settings.months)
        uids = uids_between(remote, 1, cursor.oldest_uid - 1, since=since) + uids
        for headers in fetch_headers(remote, uids[::-1]):
            with Session(reading(wiring.engine)) as session:
                known = known_mails(session, account_id, list(headers.found.values()))
            sizes = [(uid, h.size) for uid, h in headers.found.items() if uid not in known]
            for bodies in fetch_bodies(remote, sizes):
                for uid, raw in bodies.found.items():
                    yield MailRef(remote.login.address, name, now.uidvalidity, uid), raw


def _open(remote: Remote, name: str, now: Status) -> None:
    if remote.open(name).uidvalidity != now.uidvalidity:
        raise ServerGone(host=remote.host)
