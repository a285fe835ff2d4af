"""Pays one bill a try: python -m tests.faults.paying URL HOME SECRET KILL_SHARE; each line "SEED BILL".

Each seed is a minute of its own, so that each try has a secret code of its own.
"""

import sys
from datetime import timedelta
from pathlib import Path

import pyotp

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
from tests.faults.forks import arm, serve
from tests.flow.order_house import ALL, MONDAY, OTHER, way, wiring_on

RAIL = "sepa-file"
LATEST = 0.3


def file_of(home: Path, bill: int) -> Path:
    """Where the transfer of a bill is written; whoever looks may give it to the bank at any time."""
    return home / "papers" / f"{bill}.xml"


def main() -> None:
    url, home, secret, share = sys.argv[1], Path(sys.argv[2]), sys.argv[3], float(sys.argv[4])

    def one_try(seed: int, words: list[str]) -> None:
        arm(seed, share, LATEST)
        pay(wiring_on(url, home), home, secret, seed, int(words[0]))

    serve(one_try)


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


if __name__ == "__main__":
    main()
