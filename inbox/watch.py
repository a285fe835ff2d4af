"""Wait for news: IDLE (RFC 2177) where there is one, a STATUS of every folder always underneath.

After the server hung up, imapclient's idle_check answers [] at once for ever, so silence that came
too early is asked about, and a connection without an answer is opened again.
"""

import random
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from inbox.faults import STEP_ERRORS, talking_to
from inbox.login import Login
from inbox.session import Session
from inbox.uids import Status, status
from models.errors.mailbox import ServerGone
from models.errors.problem import Problem

IDLE_LIMIT = 540.0
"""Seconds. Servers may log out an idle client after 30 minutes, home routers after about 10."""
POLL_EVERY = 300.0
_SLICE = 1.0
_FIRST_PAUSE, _LAST_PAUSE = 1.0, 3600.0
_NEWS = (b"EXISTS", b"EXPUNGE", b"RECENT")


@dataclass(slots=True)
class Watch:
    """What to wait on. Seconds; `stop` ends the wait within about a second."""

    login: Login
    folders: Sequence[str]
    stop: threading.Event = field(default_factory=threading.Event)
    poll_every: float = POLL_EVERY
    first_pause: float = _FIRST_PAUSE

    def news(self) -> Iterator[str]:
        """The folder in which something may be new, each time; a folder at the first look too.

        A lost or unwilling server is tried again after 1 s to 1 h. Raises the Problem that only a
        person can solve (LoginRefused, TokenExpired, CertificateUntrusted, ...).
        """
        pause = self.first_pause
        seen: dict[str, Status] = {}
        while not self.stop.is_set():
            try:
                with _session(self.login) as session:
                    for folder in _listen(self, session, seen):
                        pause = self.first_pause
                        yield folder
            except Problem as problem:
                if problem.permanent:
                    raise
                jitter = random.uniform(0.5, 1.0)  # noqa: S311 - spreads retries, no secret
                self.stop.wait(pause * jitter)
                pause = min(pause * 2, _LAST_PAUSE)


@contextmanager
def _session(login: Login) -> Iterator[Session]:
    session = Session(login)
    try:
        yield session
    finally:
        session.sign_off()


def _listen(watch: Watch, session: Session, seen: dict[str, Status]) -> Iterator[str]:
    """Look at every folder, wait, look again. Raises ServerGone when the connection died."""
    while not watch.stop.is_set():
        for folder in watch.folders:
            now = status(session, folder)
            if seen.get(folder) != now:
                seen[folder] = now
                yield folder
        wait = min(watch.poll_every, IDLE_LIMIT)
        if session.supports("IDLE"):
            session.open(watch.folders[0])
            _idle(watch, session, wait)
            _close(session)
        else:
            watch.stop.wait(wait)


def _idle(watch: Watch, session: Session, wait: float) -> None:
    """IDLE until there is news, `wait` seconds passed or the watch is stopped."""
    with talking_to(session.host):
        session.client.idle()
        end = time.monotonic() + wait
        while not watch.stop.is_set() and (left := end - time.monotonic()) > 0:
            asked, began = min(left, _SLICE), time.monotonic()
            said = session.client.idle_check(timeout=asked)
            if any(len(line) > 1 and line[1] in _NEWS for line in said):
                break
            if not said and time.monotonic() - began < asked * 0.5:
                _prove_alive(session)
                watch.stop.wait(_SLICE)
                session.client.idle()
        session.client.idle_done()


def _prove_alive(session: Session) -> None:
    """End the IDLE with a full round trip. Raises ServerGone when nobody is there."""
    try:
        session.client.idle_done()
    except STEP_ERRORS as error:
        raise ServerGone(host=session.host) from error


def _close(session: Session) -> None:
    """UNSELECT where possible: STATUS of the folder that is open may be stale (RFC 3501 6.3.10)."""
    session.opened = None
    with talking_to(session.host):
        if session.supports("UNSELECT"):
            session.client.unselect_folder()
