"""Replaces a house by an archive: python -m tests.flow.archive.restoring URL HOME; a line is "SEED FILE"."""

import random
import sys
from functools import partial
from pathlib import Path

from flow.archive.backup import keep_old
from flow.archive.bring import Replacing, bring_in
from jobs.forget import forget_jobs
from tests.faults.forks import die_after, die_at, serve
from tests.flow.order_house import wiring_on

POINTS = (
    "archive_checked", "originals_written", "old_kept", "old_wiped", "new_poured", "new_there", "",
)  # fmt: skip


def main() -> None:
    url, home = sys.argv[1], Path(sys.argv[2])

    def one_try(seed: int, words: list[str]) -> None:
        arm(seed)
        wiring = wiring_on(url, home)
        replacing = Replacing(partial(keep_old, wiring), forget_jobs)
        bring_in(wiring, Path(words[0]), "test", replacing)

    serve(one_try)


def arm(seed: int) -> None:
    """Seed 0, 1, 2 …: each point in turn; "" is a random moment."""
    last = POINTS[seed % len(POINTS)]
    if last:
        die_at(lambda point: point == last)
    else:
        die_after(random.Random(seed).uniform(0.0, 1.0))


if __name__ == "__main__":
    main()
