"""Which jobs this process runs at this moment.

DBOS has no door for it. A job that stands under our name and is not here ended without an outcome.
"""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from dbos import DBOS

_lock = threading.Lock()
_bodies: Counter[str] = Counter()


@contextmanager
def counted() -> Iterator[None]:
    """Around the whole body of a workflow; a resumed one may run twice at once, so they are counted."""
    job = DBOS.workflow_id or ""
    with _lock:
        _bodies[job] += 1
    try:
        yield
    finally:
        with _lock:
            _bodies[job] -= 1
            if not _bodies[job]:
                del _bodies[job]


def running() -> frozenset[str]:
    """The ids of the jobs whose body is being run here."""
    with _lock:
        return frozenset(_bodies)
