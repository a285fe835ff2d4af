"""Pays one bill in a fork again and again: python -m tests.faults.pay_zygote URL HOME SECRET KILL_SHARE.

Reads "SEED BILL" from standard input, a line each; answers each with the fork's exit: "0", "killed" or
a code. Each seed is a minute of its own, so that each try has a secret code of its own.
"""

import os
import random
import signal
import sys
import threading
from datetime import timedelta
from pathlib import Path

import pyotp

from flow import checkpoints
from flow.order_approval import Given, approve_order
from flow.order_draft import Wish
from flow.order_handover import hand_over
from flow.order_look import look
from flow.order_word import say_sent
from flow.placing import Place
from flow.wiring import Wiring
from models.errors.orders import AlreadyHandedOver
from models.iban import Iban
from pay.rail import Handover, Payer
from tests.flow.order_house import ALL, MONDAY, OTHER, way, wiring_on

RAIL = "sepa-file"


def file_of(home: Path, bill: int) -> Path:
    """Where the transfer of a bill is written; whoever looks may give it to the bank at any time."""
    return home / "papers" / f"{bill}.xml"


def main() -> None:
    url, home, secret, kill_share = sys.argv[1], Path(sys.argv[2]), sys.argv[3], float(sys.argv[4])
    for line in sys.stdin:
        seed, bill = map(int, line.split())
        pid = os.fork()
        if pid == 0:
            run(url, home, secret, kill_share, seed, bill)
        _, status = os.waitpid(pid, 0)
        killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        sys.stdout.write("killed\n" if killed else f"{status}\n")
        sys.stdout.flush()


def run(url: str, home: Path, secret: str, kill_share: float, seed: int, bill: int) -> None:  # noqa: PLR0917
    """One try that dies at a random point or moment; never returns."""
    code = 1
    try:
        arm(random.Random(seed), kill_share)
        pay(wiring_on(url, home), home, secret, seed, bill)
        code = 0
    finally:
        os._exit(code)


def pay(wiring: Wiring, home: Path, secret: str, seed: int, bill: int) -> None:
    """What `facteur pay` and `facteur paid` do, as a person would type them again after a crash."""
    now = MONDAY + timedelta(minutes=seed)
    try:
        looked = look(wiring, bill, Wish(rail=RAIL), now)
    except AlreadyHandedOver:
        say_sent(wiring, bill, now)
        return
    if not looked.approved:
        code = pyotp.TOTP(secret).at(now)
        approve_order(wiring, looked, Given(ALL, code), now)
    beside = Handover("en", now, Payer("Alice Martin", Iban(OTHER)))
    place = Place(file_of(home, bill), is_file=True)
    hand_over(wiring, looked.payment_id, way(RAIL), beside, place)
    say_sent(wiring, bill, now)


def arm(chance: random.Random, kill_share: float) -> None:
    """At each named point with probability `kill_share`; every other run also at a random moment."""
    if not kill_share:
        return

    def maybe(_point: str) -> None:
        if chance.random() < kill_share:
            os.kill(os.getpid(), signal.SIGKILL)

    checkpoints.listeners.append(maybe)
    if chance.random() < 0.5:
        moment = chance.uniform(0.01, 0.3)
        timer = threading.Timer(moment, os.kill, (os.getpid(), signal.SIGKILL))
        timer.daemon = True
        timer.start()


if __name__ == "__main__":
    main()
