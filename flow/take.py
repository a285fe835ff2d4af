"""Take a folder's messages in: batch by batch, each batch one transaction with the cursor in it."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from sqlalchemy.orm import Session

from flow.checkpoints import passed
from flow.cursor import Cursor, advance, noted_uids, window
from flow.keep import keep, known_mails, locate, write_originals
from flow.lease import Held
from flow.quarantine import release_uids, set_uids_aside
from flow.wiring import Wiring
from inbox.authserv import learned
from inbox.fetch import Header, fetch_bodies, fetch_headers
from inbox.gather import Gathered
from inbox.session import Session as Remote
from inbox.uids import Status, uids_between
from models.database import reading
from models.tables import Account

Enqueue = Callable[[Session, int], None]
Progress = Callable[[int, int], None]
"""Messages looked at so far, and how many there are to look at."""
_Settle = Callable[[Session, Collection[int]], None]
_T = TypeVar("_T")
_LOOK_BACK = timedelta(days=30)
"""Less than the shortest window of a first sync, which is a month of 31 days."""


@dataclass(slots=True)
class Received:
    """Counts of one visit: messages looked at, stored for the first time, newly set aside."""

    seen: int = 0
    new: int = 0
    quarantined: int = 0


@contextmanager
def writing(wiring: Wiring, lease: Held) -> Iterator[Session]:
    """A transaction that only the holder of the lease can commit."""
    with Session(wiring.engine) as session, session.begin():
        lease.confirm(session)
        yield session
        passed("before-commit")
    passed("after-commit")


@dataclass(slots=True)
class Visit:
    """One visit to the folder that is open."""

    wiring: Wiring
    remote: Remote
    lease: Held
    cursor: Cursor
    enqueue: Enqueue
    on_progress: Progress
    result: Received
    total: int = 0

    def new_mail(self, now: Status) -> None:
        """Upwards from the cursor."""
        place, last = self.cursor.place, now.uidnext - 1
        if self.cursor.last_uid >= last:
            return
        uids = uids_between(self.remote, self.cursor.last_uid + 1, last)
        self._take(uids, lambda session, done: advance(session, place, last=max(done)))
        with writing(self.wiring, self.lease) as session:
            advance(session, place, last=last)

    def backfill(self) -> None:
        """Downwards from where the first visit began, newest first, as far as the settings say."""
        if self.cursor.oldest_uid <= 1:
            return
        place, since = self.cursor.place, window(self.wiring.settings.months)
        uids = uids_between(self.remote, 1, self.cursor.oldest_uid - 1, since=since)
        self._take(uids[::-1], lambda session, done: advance(session, place, oldest=min(done)))
        with writing(self.wiring, self.lease) as session:
            advance(session, place, oldest=1)

    def overlooked(self, now: Status) -> None:
        """What lies in the folder since a month and was never noted, whatever the reason.

        Servers were seen to show a message only after a later uid; the cursor alone would never
        come back for it.
        """
        since = (datetime.now(UTC) - _LOOK_BACK).date()
        uids = uids_between(self.remote, 1, now.uidnext - 1, since=since)
        with Session(reading(self.wiring.engine)) as session:
            noted = noted_uids(session, self.cursor.place)
        self._take([uid for uid in uids if uid not in noted], lambda _session, _done: None)

    def again(self, due: Sequence[int]) -> None:
        """What could not be had before, whose time has come."""
        self._take(due, lambda _session, _done: None)

    def _take(self, uids: Sequence[int], settle: _Settle) -> None:
        self.total += len(uids)
        for headers in fetch_headers(self.remote, uids):
            fresh = self._recognise(headers)
            for bodies in fetch_bodies(self.remote, [(h.uid, h.size) for h in fresh]):
                passed("fetched")
                self._keep(headers.found, bodies, settle)
            with writing(self.wiring, self.lease) as session:
                settle(session, headers.uids)

    def _recognise(self, headers: Gathered[Header]) -> list[Header]:
        """Note where known mails lie and what has no header; return the headers not seen before."""
        found = headers.found.values()
        place = self.cursor.place
        with writing(self.wiring, self.lease) as session:
            known = known_mails(session, place.account_id, list(found))
            locate(session, place, known)
            self._set_aside(session, headers, had=known)
            self._learn(session, [header.raw for header in found])
        self._count(len(headers.uids) - len(found) + len(known))
        return [header for header in found if header.uid not in known]

    def _keep(self, headers: dict[int, Header], bodies: Gathered[bytes], settle: _Settle) -> None:
        """Rows, places, jobs, what is set aside, and the cursor: all of it or nothing."""
        fetched = ((headers[uid], raw) for uid, raw in bodies.found.items())
        batch = write_originals(self.wiring.originals, fetched)
        with writing(self.wiring, self.lease) as session:
            new = keep(session, self.cursor.place, batch, self.enqueue)
            self._set_aside(session, bodies, had=bodies.found)
            settle(session, bodies.uids)
        self.result.new += new
        self._count(len(bodies.uids))

    def _set_aside(self, session: Session, gathered: Gathered[_T], had: Collection[int]) -> None:
        now, place = datetime.now(UTC), self.cursor.place
        release_uids(session, place, [*had, *gathered.gone], now)
        self.result.quarantined += set_uids_aside(session, place, gathered.unreadable, now)

    def _learn(self, session: Session, headers: Sequence[bytes]) -> None:
        """Whose Authentication-Results count in this account, told once by its own mail."""
        account = session.get_one(Account, self.cursor.place.account_id)
        if account.provider_id is None:
            account.provider_id = learned(headers)

    def _count(self, messages: int) -> None:
        self.result.seen += messages
        self.on_progress(self.result.seen, self.total)
