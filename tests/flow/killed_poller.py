"""A poller that is killed at random points, again and again, until it gets through.

Run as a program: `HOME KEY ACCOUNT SEED [no-move]`; prints how many kills it took. Each attempt is a
fork, so that 100 kills cost seconds and not minutes of imports.
"""

import os
import random
import signal
import sys
from pathlib import Path

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from flow import checkpoints
from flow.filing import queue_filing, run_filings
from flow.receive import receive_account
from flow.sandbox import Sandbox
from flow.settings import Settings
from flow.wiring import Wiring
from inbox import fetch
from inbox.session import Session as Remote
from models.database import home_url, open_engine
from models.originals import Originals
from models.secrets import Secrets
from models.tables import Message

TARGET = "Factures/Énergie"
CHANCE = 0.25
_MOST_KILLS = 1000


def work(home: Path, key: str, account_id: int) -> None:
    """What a day does: fetch, ask for every third mail to be filed, file, look at both folders."""
    url = home_url(home)
    wiring = Wiring(
        Settings(home=home, database_url=url),
        open_engine(url),
        Originals(home / "originals"),
        Secrets(key),
        Sandbox(1, 60, 1280),
    )
    receive_account(wiring, account_id, enqueue=note_job)
    with Session(wiring.engine) as session, session.begin():
        for number in session.scalars(select(Message.id).where(Message.id % 3 == 0)):
            queue_filing(session, number, TARGET)
    run_filings(wiring, account_id)
    receive_account(wiring, account_id, TARGET, enqueue=note_job)
    receive_account(wiring, account_id, enqueue=note_job)


def note_job(session: Session, message_id: int) -> None:
    session.execute(text("INSERT INTO test_job VALUES (:number)"), {"number": message_id})


def _kill_sometimes(dice: random.Random) -> None:
    def listener(_point: str) -> None:
        if dice.random() < CHANCE:
            os.kill(os.getpid(), signal.SIGKILL)

    checkpoints.listeners.append(listener)


def _attempt(home: Path, key: str, account_id: int, dice: random.Random) -> bool:
    """Whether one child got through. Anything but a kill or success is an error."""
    child = os.fork()
    if child == 0:
        code = 70
        try:
            _kill_sometimes(dice)
            work(home, key, account_id)
            code = 0
        finally:
            sys.stderr.flush()
            if code:
                sys.excepthook(*sys.exc_info())
            os._exit(code)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
        return False
    if os.waitstatus_to_exitcode(status):
        raise SystemExit(os.waitstatus_to_exitcode(status))
    return True


def _without_move() -> None:
    supports = Remote.supports

    def fewer(self: Remote, capability: str) -> bool:
        return capability != "MOVE" and supports(self, capability)

    Remote.supports = fewer  # type: ignore[method-assign]


def main() -> None:
    home, key, account_id, seed = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    fetch.BODY_BATCH, fetch.HEADER_BATCH = 5, 12
    if "no-move" in sys.argv:
        _without_move()
    dice = random.Random(seed)
    for kills in range(_MOST_KILLS):
        if _attempt(home, key, account_id, random.Random(dice.random())):
            print(kills)
            return
    raise SystemExit("killed too often")


if __name__ == "__main__":
    main()
