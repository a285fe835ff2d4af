"""Tries in forks, again and again: python -m tests.faults.collect_zygote URL HOME FAKE SECRET SHARE.

Reads "SEED VERB NUMBER" from standard input, a line each: collect BILL, check 0, or refund COLLECTION.
Answers each with the fork's exit: "0", "killed" or a code.
"""

import os
import random
import signal
import sys
import threading
import traceback
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import pyotp
from sqlalchemy.orm import Session

from flow import checkpoints
from flow.collect.begin import Asked
from flow.collect.check import check_all
from flow.collect.give_back import Back, return_money
from flow.collect.page import make_page
from flow.household.rights import acting_as
from flow.wiring import Wiring
from models.errors.collect import CollectionOver
from models.tables import GiveBackState
from tests.flow.collect.foyer import lead_to
from tests.flow.order_house import MONDAY, wiring_on

ALICE = 1


def main() -> None:
    url, home, fake, secret, share = sys.argv[1:6]
    for line in sys.stdin:
        seed, verb, number = line.split()
        pid = os.fork()
        if pid == 0:
            with patch("pay.rails.stripe.checkout.open_wire", lead_to(fake)):
                run(
                    wiring_on(url, Path(home)), secret, (int(seed), verb, int(number)), float(share)
                )
        _, status = os.waitpid(pid, 0)
        killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        sys.stdout.write("killed\n" if killed else f"{status}\n")
        sys.stdout.flush()


def run(wiring: Wiring, secret: str, asked: tuple[int, str, int], share: float) -> None:
    """One try that dies at a random point or moment; never returns."""
    code = 1
    try:
        arm(random.Random(asked[0]), share)
        VERBS[asked[1]](wiring, secret, asked[0], asked[2])
        code = 0
    except Exception:  # noqa: BLE001 - shown, for the process ends here
        traceback.print_exc()
    finally:
        os._exit(code)


def collect(wiring: Wiring, _secret: str, seed: int, bill: int) -> None:
    """What `facteur collect BILL --from Bob` does; five seconds after the try before."""
    with Session(wiring.engine) as session:
        alice = acting_as(session, ALICE, "test")
    make_page(wiring, alice, Asked("Bob", bill), "en", MONDAY + timedelta(seconds=5 * seed))


def check(wiring: Wiring, _secret: str, seed: int, _number: int) -> None:
    """What `facteur collect --check` does."""
    problems = check_all(wiring, MONDAY + timedelta(hours=1, seconds=5 * seed)).problems
    assert not problems, problems


def refund(wiring: Wiring, secret: str, seed: int, number: int) -> None:
    """What `facteur collect --refund` does, a minute after the try before: each code is good once."""
    now = MONDAY + timedelta(hours=2, minutes=seed)
    with Session(wiring.engine) as session:
        alice = acting_as(session, ALICE, "test")
    state = GiveBackState.UNKNOWN
    try:
        state = return_money(wiring, alice, Back(number, None, pyotp.TOTP(secret).at(now)), now)
    except CollectionOver:
        return  # an earlier try was killed after the outcome
    # Unknown: the call of a try that was killed is still under way at the provider.
    assert state in {GiveBackState.DONE, GiveBackState.UNKNOWN}, state


VERBS = {"collect": collect, "check": check, "refund": refund}


def arm(chance: random.Random, share: float) -> None:
    """At each named point with probability `share`; every other run also at a random moment."""

    def maybe(_point: str) -> None:
        if chance.random() < share:
            os.kill(os.getpid(), signal.SIGKILL)

    checkpoints.listeners.append(maybe)
    if share and chance.random() < 0.5:
        moment = chance.uniform(0.01, 0.4)
        timer = threading.Timer(moment, os.kill, (os.getpid(), signal.SIGKILL))
        timer.daemon = True
        timer.start()


if __name__ == "__main__":
    main()
