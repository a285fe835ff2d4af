"""A worker process of the crash tests: python -m tests.jobs.mortal URL FOLDER KILL_SHARE PAUSE SEED.

Exits 0 when no road is left, dies of SIGKILL anywhere before with the given share a point.
"""

import random
import sys
from pathlib import Path

from jobs.worker import Worker
from models.database import open_engine
from tests.jobs.roads import Ledger


def main() -> None:
    url, folder, kill_share, pause, seed = sys.argv[1:]
    random.seed(int(seed))
    engine = open_engine(url)
    road = Ledger(engine, kill_share=float(kill_share), pause=float(pause)).road()
    with Worker(url, Path(folder), road) as worker:
        sys.stdout.write(f"{worker.executor_id}\n")
        sys.stdout.flush()
        if not worker.drain(120):
            raise SystemExit("not drained")
    engine.dispose()


if __name__ == "__main__":
    main()
