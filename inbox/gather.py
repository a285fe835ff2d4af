"""Ask for many messages at once; when that fails, halve until the one that cannot be had is alone."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from inbox.faults import STEP_ERRORS, is_busy, is_dead
from inbox.session import Session
from inbox.uids import still_there
from models.errors.mailbox import LoginThrottled, ServerGone

T = TypeVar("T")
Ask = Callable[[Sequence[int]], dict[int, T]]
_log = logging.getLogger(__name__)
LOST = "connection_lost"
"""Why a message is unreadable that cost the connection each time."""
MAX_TRIES = 2
"""How often one message may cost the connection before it counts as unreadable."""


@dataclass(slots=True)
class Gathered(Generic[T]):
    """What was had, by uid; what another client removed meanwhile; what the server cannot give.

    `unreadable` says why in a short machine word.
    """

    found: dict[int, T] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)
    unreadable: dict[int, str] = field(default_factory=dict)

    @property
    def uids(self) -> set[int]:
        """Every uid that was asked for and is now settled one way or the other."""
        return self.found.keys() | self.gone | self.unreadable.keys()


def gather(session: Session, uids: Sequence[int], ask: Ask[T]) -> Gathered[T]:
    """Everything `ask` can get of `uids`, each uid settled as found, gone or unreadable.

    A missing uid is no error yet (another client may have expunged it, RFC 3501 section 7.4.1):
    NOOP and UID SEARCH decide. Raises ServerGone when the connection cannot be kept, LoginThrottled
    when the server asks to wait.
    """
    result: Gathered[T] = Gathered()
    missing = _halving(session, list(uids), ask, result)
    alone = _present(session, missing, result)
    if len(uids) > 1:
        missing = [uid for one in alone for uid in _halving(session, [one], ask, result)]
        alone = _present(session, missing, result)
    result.unreadable.update(dict.fromkeys(alone, "no_data"))
    # Callers move a cursor along this order; what came on the second try must not come last.
    result.found = {uid: result.found[uid] for uid in uids if uid in result.found}
    return result


def _halving(session: Session, uids: list[int], ask: Ask[T], result: Gathered[T]) -> list[int]:
    """Fill `result`; return the uids for which the server said OK but gave nothing."""
    missing: list[int] = []
    tries: dict[int, int] = {}
    todo = [uids] if uids else []
    while todo:
        batch = todo.pop()
        try:
            got = ask(batch)
        except STEP_ERRORS as error:
            _recover(session, error)
            todo.extend(_smaller(batch, tries, error, result))
            continue
        session.deaths = 0
        result.found.update(got)
        missing.extend(uid for uid in batch if uid not in got)
    return missing


def _smaller(
    batch: list[int], tries: dict[int, int], error: Exception, result: Gathered[T]
) -> list[list[int]]:
    if len(batch) > 1:
        half = len(batch) // 2
        return [batch[half:], batch[:half]]
    uid = batch[0]
    tries[uid] = tries.get(uid, 0) + 1
    if is_dead(error) and tries[uid] < MAX_TRIES:
        return [batch]
    _log.warning("uid %d cannot be read: %s", uid, type(error).__name__)
    result.unreadable[uid] = LOST if is_dead(error) else "refused"
    return []


def _recover(session: Session, error: Exception) -> None:
    """Leave a connection that answers, or raise."""
    if not is_dead(error) and is_busy(str(error)):
        raise LoginThrottled(host=session.host) from error
    if is_dead(error) or not session.is_alive():
        session.reopen()


def _present(session: Session, uids: list[int], result: Gathered[T]) -> list[int]:
    """Those of `uids` the folder still holds; the others are noted as gone."""
    if not uids:
        return []
    try:
        there = still_there(session, uids)
    except ServerGone:
        session.reopen()
        there = still_there(session, uids)
    result.gone.update(uid for uid in uids if uid not in there)
    return sorted(there)
