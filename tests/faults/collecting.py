"""Tries around one collection: python -m tests.faults.collecting URL HOME FAKE SECRET SHARE.

Each line is "SEED VERB NUMBER": collect BILL, check 0, or refund COLLECTION.
"""

import sys
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import pyotp
from sqlalchemy.orm import Session

from flow.collect.begin import Asked
from flow.collect.check import check_all
from flow.collect.give_back import Back, return_money
from flow.collect.page import make_page
from flow.household.rights import acting_as
from flow.wiring import Wiring
from models.errors.collect import NotPaidIn
from models.tables import GiveBackState
from tests.faults.forks import arm, serve
from tests.flow.collect.foyer import lead_to
from tests.flow.order_house import MONDAY, wiring_on

ALICE = 1
LATEST = 0.4


def main() -> None:
    url, home, fake, secret, share = sys.argv[1:6]

    def one_try(seed: int, words: list[str]) -> None:
        with patch("pay.rails.stripe.checkout.open_wire", lead_to(fake)):
            arm(seed, float(share), LATEST)
            VERBS[words[0]](wiring_on(url, Path(home)), secret, seed, int(words[1]))

    serve(one_try)


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
    except NotPaidIn:
        return  # an earlier try was killed after the outcome
    # Unknown: the call of a try that was killed is still under way at the provider.
    assert state in {GiveBackState.DONE, GiveBackState.UNKNOWN}, state


VERBS = {"collect": collect, "check": check, "refund": refund}


if __name__ == "__main__":
    main()
