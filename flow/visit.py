"""Signing in to an account's server, with memory: refused passwords are not tried for ever.

Providers lock accounts after a few wrong passwords, so three refusals stop the account until it is
connected again; a server that asks to wait is left alone for 1 to 60 minutes.
"""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from sqlalchemy.orm import Session

from flow.sign_in import login_for
from flow.wiring import Wiring
from inbox.connect import open_session
from inbox.session import Session as Remote
from models.database import reading
from models.errors.mailbox import LoginRefused, LoginThrottled, TokenExpired
from models.errors.problem import Problem
from models.tables import Account

MAX_REFUSALS = 3
_REFUSALS: dict[str, type[Problem]] = {
    "login_refused": LoginRefused,
    "token_expired": TokenExpired,
}
_LONGEST = 60


@contextmanager
def signed_in(wiring: Wiring, account_id: int) -> Iterator[Remote]:
    """The account's server, signed in, until the end of the block.

    Raises LoginRefused or TokenExpired without asking the server again after three refusals,
    LoginThrottled while it wants to be left alone, and every Problem of signing in.
    """
    _may_try(wiring, account_id)
    try:
        login = login_for(wiring, account_id)
        manager = open_session(login)
        remote = manager.__enter__()
    except Problem as problem:
        _remember(wiring, account_id, problem)
        raise
    try:
        _forget(wiring, account_id)
        yield remote
    except LoginThrottled as problem:
        _remember(wiring, account_id, problem)
        raise
    finally:
        manager.__exit__(None, None, None)


def _may_try(wiring: Wiring, account_id: int) -> None:
    with Session(reading(wiring.engine)) as session:
        account = session.get_one(Account, account_id)
        refusal = _REFUSALS.get(account.failed_code or "")
        if refusal is not None and account.failures >= MAX_REFUSALS:
            raise refusal(host=account.host, user=account.user)
        if account.wait_until is not None and account.wait_until > datetime.now(UTC):
            raise LoginThrottled(host=account.host)


def _remember(wiring: Wiring, account_id: int, problem: Problem) -> None:
    """Count refusals and requests to wait; a lost network is nobody's fault and is not counted."""
    if not isinstance(problem, LoginRefused | TokenExpired | LoginThrottled):
        return
    with Session(wiring.engine) as session, session.begin():
        account = session.get_one(Account, account_id, with_for_update=True)
        again = account.failed_code == problem.code
        account.failures = account.failures + 1 if again else 1
        account.failed_code = problem.code
        if isinstance(problem, LoginThrottled):
            minutes = min(2 ** min(account.failures - 1, 10), _LONGEST)
            spread = random.uniform(0.75, 1.25)  # noqa: S311 - spreads retries, no secret
            account.wait_until = datetime.now(UTC) + timedelta(minutes=minutes * spread)


def _forget(wiring: Wiring, account_id: int) -> None:
    with Session(reading(wiring.engine)) as session:
        account = session.get_one(Account, account_id)
        if account.failed_code is None and account.wait_until is None:
            return
    with Session(wiring.engine) as session, session.begin():
        account = session.get_one(Account, account_id)
        account.failures, account.failed_code, account.wait_until = 0, None, None
