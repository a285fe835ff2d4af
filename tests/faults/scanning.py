"""One `facteur scan` a try: python -m tests.faults.scanning URL HOME KILL_SHARE; each line "SEED FILE"."""

import sys
from pathlib import Path

from cli.output import Out
from cli.scan import Desk
from cli.scan_files import Stack
from tests.faults.forks import arm, serve
from tests.flow.order_house import wiring_on

LATEST = 1.5


def main() -> None:
    url, home, share = sys.argv[1], Path(sys.argv[2]), float(sys.argv[3])

    def scan(seed: int, words: list[str]) -> None:
        arm(seed, share, LATEST)
        desk = Desk(Out("en", as_json=True), wiring_on(url, home), None, "-", "")
        rows = desk.scanned([Stack((word,)) for word in words])
        assert all(row["bill"] for row in rows), rows

    serve(scan)


if __name__ == "__main__":
    main()
