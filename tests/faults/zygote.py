"""Starts the road in a fork again and again: python -m tests.faults.zygote URL HOME KILL_SHARE.

Reads seeds from standard input, a line each; answers each with the fork's exit: "0", "killed" or a code.
Everything is imported once, so that a run costs its work and not the imports.
"""

import os
import random
import signal
import sys
import threading
from pathlib import Path

from cli.output import Out
from cli.sync import sync_accounts
from flow import checkpoints
from flow.accounts import accounts
from flow.settings import Settings
from flow.wiring import Wiring
from models.database import open_engine
from models.originals import Originals
from models.secrets import open_secrets
from tests.flow.inprocess import InProcess


def wiring_at(url: str, home: Path) -> Wiring:
    """A wiring without child processes, its key beside the data: nothing of the machine is touched."""
    settings = Settings(home=home, database_url=url)
    secrets = open_secrets(home / "key", {})
    return Wiring(settings, open_engine(url), Originals(home / "originals"), secrets, InProcess())


def main() -> None:
    url, home, kill_share = sys.argv[1], Path(sys.argv[2]), float(sys.argv[3])
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            run(url, home, kill_share, int(line))
        _, status = os.waitpid(pid, 0)
        killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        sys.stdout.write("killed\n" if killed else f"{status}\n")
        sys.stdout.flush()


def run(url: str, home: Path, kill_share: float, seed: int) -> None:
    """One sync that dies at a random point or a random moment; never returns."""
    code = 1
    try:
        arm(random.Random(seed), kill_share)
        wiring = wiring_at(url, home)
        _, problem = sync_accounts(Out("en", as_json=True), wiring, accounts(wiring)[-1:], None)
        code = 0 if problem is None else 3
    finally:
        os._exit(code)


def arm(chance: random.Random, kill_share: float) -> None:
    """At each named point with probability `kill_share`; for every other run also at a random moment."""
    if not kill_share:
        return

    def maybe(_point: str) -> None:
        if chance.random() < kill_share:
            os.kill(os.getpid(), signal.SIGKILL)

    checkpoints.listeners.append(maybe)
    if chance.random() < 0.5:
        moment = chance.uniform(0.05, 1.5)
        timer = threading.Timer(moment, os.kill, (os.getpid(), signal.SIGKILL))
        timer.daemon = True
        timer.start()


if __name__ == "__main__":
    main()
