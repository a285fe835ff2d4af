"""Putting jobs in the queues, in the caller's transaction: both the row and its job, or neither."""

import time

from dbos import DBOSClient, EnqueueOptions
from sqlalchemy.orm import Session

from jobs.chores import Chore
from jobs.queues import MAILBOX, READ
from jobs.road import BILL_ROAD, SYNC_ACCOUNT, message_of, workflow_id

ALIVE = ["ENQUEUED", "PENDING"]


class Outbox:
    """Jobs for the workers. `enqueue` is flow.road's Enqueue."""

    def __init__(self, client: DBOSClient) -> None:
        self._client = client

    def enqueue(self, session: Session, message_id: int) -> None:
        """Puts the message on the road once, however often it is asked, when `session` commits."""
        self._add(session, workflow_id(message_id), message_id)

    def enqueue_again(self, session: Session, message_id: int) -> None:
        """Puts a message that left the road (quarantined, corrected) on it anew."""
        self._add(session, f"{workflow_id(message_id)}-{time.time_ns()}", message_id)

    def on_road(self, *, later: bool = True) -> set[int]:
        """The messages that have a job, waiting or running; with `later` also one that is put off."""
        status = [*ALIVE, "DELAYED"] if later else ALIVE
        jobs = self._client.list_workflows(
            name=BILL_ROAD, status=status, load_input=False, load_output=False
        )
        return {message_of(job.workflow_id) for job in jobs}

    def visit(self, account_id: int) -> bool:
        """Asks for a visit to the account's server, unless one waits or runs: then False.

        Call it with no transaction open: on SQLite it would wait for our own lock, for ever.
        """
        return self._unless_alive(f"sync-{account_id}-", SYNC_ACCOUNT, str(account_id), account_id)

    def run(self, chore: Chore) -> bool:
        """Asks for `chore`, unless a job for it waits or runs: then False. As `visit`."""
        name = chore.partition
        return self._unless_alive(f"{name}-", chore.workflow, name)

    def _unless_alive(self, prefix: str, workflow: str, partition: str, *given: int) -> bool:
        if self._client.list_workflows(
            workflow_id_prefix=prefix, status=ALIVE, limit=1, load_input=False, load_output=False
        ):
            return False
        options: EnqueueOptions = {
            "workflow_name": workflow,
            "queue_name": MAILBOX,
            "workflow_id": f"{prefix}{time.time_ns()}",
            "queue_partition_key": partition,
        }
        self._client.enqueue(options, *given)
        return True

    def _add(self, session: Session, key: str, message_id: int) -> None:
        options: EnqueueOptions = {
            "workflow_name": BILL_ROAD,
            "queue_name": READ,
            "workflow_id": key,
        }
        self._client.enqueue_in_transaction(session, options, message_id)
