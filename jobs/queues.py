"""The two queues. Every limit stands here: DBOS's own pool of threads has none."""

import os

from dbos import DBOSClient

READ = "read"
"""The roads of the messages: reading is bound by processors, its heavy part runs in children."""
MAILBOX = "mailbox"
"""Visits to the mail servers, one at a time for each account (its partition)."""
VISITS_AT_ONCE = 4
ROADS_AT_ONCE = min(4 * (os.cpu_count() or 1), 32)


def register(client: DBOSClient) -> None:
    """Writes the queues' limits to the database; the code's word wins over what stood there.

    A queue starts at most `worker_concurrency` jobs at each look, so 0.2 s and 4 a core allow
    20 messages a second and core; a shorter pause costs an idle machine 5 % of a core and more.
    """
    client.register_queue(
        READ,
        worker_concurrency=ROADS_AT_ONCE,
        polling_interval_sec=0.2,
        on_conflict="always_update",
    )
    client.register_queue(
        MAILBOX,
        partition_concurrency=1,
        worker_concurrency=VISITS_AT_ONCE,
        polling_interval_sec=1.0,
        on_conflict="always_update",
    )
