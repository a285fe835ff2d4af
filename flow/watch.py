"""Waiting for new mail of one account: a visit is asked for each time the server tells of news."""

import logging
import threading
from collections.abc import Callable

from flow.sign_in import login_for
from flow.wiring import Wiring
from inbox.watch import Watch
from models.errors import Problem, TokenExpired

log = logging.getLogger("facteur.watch")


def watch_account(
    wiring: Wiring, account_id: int, visit: Callable[[int], object], stop: threading.Event
) -> None:
    """Returns when `stop` is set, or when only a person can mend the login (it is logged)."""
    fresh = True
    while not stop.is_set():
        try:
            for _folder in Watch(login_for(wiring, account_id), ("INBOX",), stop).news():
                fresh = True
                visit(account_id)
        except TokenExpired as problem:
            # An access token lives about an hour: a new login gets a new one, unless that failed just now.
            if not fresh:
                log.error("account %d: %s", account_id, problem.code)  # noqa: TRY400
                return
            fresh = False
        except Problem as problem:
            log.error("account %d: %s", account_id, problem.code)  # noqa: TRY400
            return
