"""`python -m bench.peer`: sets up invoice2data in build/peer, an environment of its own.

It is the best known open program of this kind: templates by supplier, 205 of them shipped. Its versions are
pinned with their hashes in bench/peer.txt. What it reads of a set stands beside ours in the results.
"""

import json
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.items import ROOT, Item
from bench.measure import Answer, Measured
from bench.tally import Row

HOME = ROOT / "build" / "peer"
PYTHON = HOME / "bin" / "python"
READY = HOME / ".ready"
LOCK = Path(__file__).with_name("peer.txt")
NAMES = {
    "issuer": "biller",
    "amount": "amount",
    "currency": "currency",
    "date": "issue_date",
    "date_due": "due_date",
    "invoice_number": "invoice_number",
    "iban": "iban",
}
"""Its fields and ours."""
WAYS = ("templates", "guesses")
"""Its shipped templates; and what its template builder would guess: labels, then suggestions."""
HOURS = 3600


def ready() -> bool:
    """Whether the peer is installed as bench/peer.txt says."""
    return READY.is_file() and READY.read_text("utf-8") == LOCK.read_text("utf-8")


def install() -> str:
    """Installs the pinned peer; returns "" or why it could not be."""
    READY.unlink(missing_ok=True)
    venv.create(HOME, with_pip=True, clear=True)
    quiet = ("--quiet", "--disable-pip-version-check")
    command = (PYTHON, "-m", "pip", "install", *quiet, "--require-hashes", "-r", LOCK)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        last = [line for line in done.stderr.splitlines() if line.startswith("ERROR")] or [""]
        return f"pip could not install it (is a package index in reach?): {last[-1]}"
    READY.write_text(LOCK.read_text("utf-8"), encoding="utf-8")
    return ""


def version() -> str:
    """The pinned version."""
    lines = LOCK.read_text("utf-8").splitlines()
    return next(line.split("==")[1].split()[0] for line in lines if line.startswith("invoice2data"))


def read(items: Sequence[Item]) -> dict[str, list[Row]]:
    """What the peer makes of the same files, by way. Raises OSError when it is not installed."""
    with subprocess.Popen(
        [PYTHON, "-I", Path(__file__).with_name("peer_read.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as child:
        told, _ = child.communicate("".join(f"{item.path}\n" for item in items), HOURS)
    answers = [json.loads(line) for line in told.splitlines()]
    return {way: list(_rows(items, answers, way)) for way in WAYS}


def _rows(items: Sequence[Item], answers: Sequence[dict[str, Any]], way: str) -> Iterator[Row]:
    found = {one["path"]: one for one in answers}
    for item in items:
        one = found.get(str(item.path))
        if one is None:
            yield item, Measured(error="the process died")
            continue
        said = one[way]
        seconds = float(said["seconds"])
        yield item, Measured(answer_of(said["answer"]), seconds, seconds, one["mb"], said["error"])


def answer_of(fields: dict[str, str]) -> Answer:
    """Its answer under our names."""
    return {NAMES[name]: value for name, value in fields.items() if name in NAMES}


def main() -> int:
    """Sets it up where it is not; 2 when that is not possible here."""
    why = "" if ready() else install()
    if why:
        print(f"The peer is not here: {why}", file=sys.stderr)
        return 2
    print(f"invoice2data {version()} is ready in {HOME.relative_to(ROOT)}.")
    if shutil.which("pdftotext") is None:
        print("Without pdftotext (Debian: poppler-utils) it reads with pypdfium2 alone.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
