"""A process of its own that sends one letter and is killed at a moment that is named.

Run as: python -m tests.flow.sending.killed_sender URL HOME POINT
"""

import os
import signal
import sys
from pathlib import Path

from flow.checkpoints import listeners
from flow.sending.carry import carry, send, waiting
from flow.sending.prepare import Errand
from tests.flow.order_house import MONDAY, wiring_on
from tests.flow.sending.conftest import letter


def main() -> None:
    url, home, point = sys.argv[1], Path(sys.argv[2]), sys.argv[3]

    def killed_at(name: str) -> None:
        if name == point:
            os.kill(os.getpid(), signal.SIGKILL)

    listeners.append(killed_at)
    wiring = wiring_on(url, home)
    for number in waiting(wiring, MONDAY):
        carry(wiring, number, MONDAY)
    send(wiring, letter(), Errand("letter", "bill 1"), MONDAY)


if __name__ == "__main__":
    main()
