"""One `facteur sync` a try: python -m tests.faults.syncing URL HOME KILL_SHARE."""

import sys
from pathlib import Path

from cli.output import Out
from cli.sync import sync_accounts
from flow.accounts import accounts
from tests.faults.forks import arm, serve
from tests.flow.order_house import wiring_on

LATEST = 1.5


def main() -> None:
    url, home, share = sys.argv[1], Path(sys.argv[2]), float(sys.argv[3])

    def sync(seed: int, _words: list[str]) -> None:
        arm(seed, share, LATEST)
        wiring = wiring_on(url, home)
        _, problem = sync_accounts(Out("en", as_json=True), wiring, accounts(wiring)[-1:], None)
        assert problem is None, problem

    serve(sync)


if __name__ == "__main__":
    main()
