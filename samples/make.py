"""`python -m samples.make [FOLDER]` writes every sample anew, the same bytes each time."""

import sys
from pathlib import Path

from samples import bills
from samples.demobox import write as demobox
from samples.einvoices import write as einvoices
from samples.letters import write as letters
from samples.poison import write as poison

HERE = Path(__file__).parent


def main(arguments: list[str]) -> int:
    """Write all samples below the folder given, or below this one."""
    root = Path(arguments[0]) if arguments else HERE
    for part, write in (
        ("bills", bills.write),
        ("bills", einvoices.write),
        ("mails", letters.write),
        ("demo", demobox.write),
        ("hostile", poison.write),
    ):
        folder = root / part
        folder.mkdir(parents=True, exist_ok=True)
        print(f"{part}: {write(folder)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
