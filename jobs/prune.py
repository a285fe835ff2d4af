"""Forgetting finished jobs, which only matter for a while. The rows they made stay.

A job forgotten and asked for again runs again: our own tables refuse the double, not the job engine.
"""

from datetime import UTC, datetime, timedelta

from dbos import DBOSClient

KEEP = timedelta(days=30)
KEEP_FAILED = timedelta(days=180)
SLICE = 500
"""Jobs a deletion: 26 ms each, so that nobody waits long for the lock."""
FINISHED = ["SUCCESS", "CANCELLED"]
FAILED = ["ERROR", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]


def prune(client: DBOSClient, now: datetime | None = None) -> int:
    """Deletes jobs finished for 30 days, failed ones after 180; returns how many."""
    now = now or datetime.now(UTC)
    return _drop(client, FINISHED, now - KEEP) + _drop(client, FAILED, now - KEEP_FAILED)


def failed(client: DBOSClient) -> list[str]:
    """The ids of jobs that failed for good, for `facteur doctor`: there should be none."""
    found = client.list_workflows(status=FAILED, load_input=False, load_output=False, limit=SLICE)
    return [job.workflow_id for job in found]


def _drop(client: DBOSClient, status: list[str], before: datetime) -> int:
    dropped = 0
    while True:
        done = client.list_workflows(
            status=status,
            completed_before=before.isoformat(),
            load_input=False,
            load_output=False,
            limit=SLICE,
        )
        if not done:
            return dropped
        client.delete_workflows([job.workflow_id for job in done])
        dropped += len(done)
