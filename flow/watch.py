"""Waiting for new mail: a listener for each account, a visit each time its server tells of news."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.drawer import IS_DRAWER
from flow.sign_in import login_for
from flow.wiring import Wiring
from inbox.watch import Watch
from models.database import reading, told_apart
from models.errors.mailbox import TokenExpired
from models.errors.problem import Problem
from models.tables import Account

log = logging.getLogger("facteur.watch")
_FIRST_PAUSE, _LAST_PAUSE = 5.0, 600.0


def watch_account(
    wiring: Wiring, account_id: int, visit: Callable[[int], object], stop: threading.Event
) -> None:
    """Returns when `stop` is set. Raises the Problem that only a person can mend.

    What mends itself (a network or a database that is away) is waited for.
    """
    fresh, pause = True, _FIRST_PAUSE
    while not stop.is_set():
        try:
            with told_apart(wiring.settings.url):
                for _folder in Watch(login_for(wiring, account_id), ("INBOX",), stop).news():
                    fresh, pause = True, _FIRST_PAUSE
                    visit(account_id)
        except TokenExpired:
            # An access token lives about an hour: a new login gets a new one, unless that failed just now.
            if not fresh:
                raise
            fresh = False
        except Problem as problem:
            if problem.permanent:
                raise
            log.warning("account %d is tried again: %s", account_id, problem.code)
            stop.wait(pause)
            pause = min(2 * pause, _LAST_PAUSE)


@dataclass(slots=True)
class _Listener:
    """`secret` is the encrypted one it began with: another means that the person connected anew."""

    secret: bytes | None
    thread: threading.Thread
    failed: bool = False


class Listeners:
    """One listener an account, those connected later included.

    `refused` gets the address and the Problem of each account that cannot be watched, once, from the
    listener's own thread.
    """

    def __init__(
        self,
        wiring: Wiring,
        visit: Callable[[int], object],
        stop: threading.Event,
        refused: Callable[[str, Problem], None],
    ) -> None:
        self._wiring = wiring
        self._visit = visit
        self._stop = stop
        self._refused = refused
        self._all: dict[int, _Listener] = {}

    def look(self) -> list[str]:
        """Starts a listener for each account that has none, and for one that was connected anew.

        Returns the addresses that are watched from now on. Raises as the database does.
        """
        wanted = select(Account.id, Account.address, Account.secret).where(~IS_DRAWER)
        query = wanted.order_by(Account.id)
        with Session(reading(self._wiring.engine)) as session:
            rows = session.execute(query).all()
        started = []
        for account_id, address, secret in rows:
            before = self._all.get(account_id)
            if before is not None and (not before.failed or before.secret == secret):
                continue
            thread = threading.Thread(target=self._run, args=(account_id, address), daemon=True)
            self._all[account_id] = _Listener(secret, thread)
            thread.start()
            started.append(address)
        return started

    def all_failed(self) -> bool:
        """True when there are accounts and none of them can be watched."""
        return bool(self._all) and all(listener.failed for listener in self._all.values())

    def join(self, seconds: float) -> None:
        """Waits for each to end, `seconds` at most."""
        for listener in self._all.values():
            listener.thread.join(seconds)

    def _run(self, account_id: int, address: str) -> None:
        try:
            watch_account(self._wiring, account_id, self._visit, self._stop)
        except Problem as problem:
            log.warning("account %d is not watched: %s", account_id, problem.code)
            self._refused(address, problem)
            self._all[account_id].failed = True
