"""What the project set out to reach, beside what was reached."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.overview import Measures
from bench.sets import BILL, STATE
from bench.tables import percent, table
from bench.tally import Row, percentile, tally, wilson_low
from bench.wholes import whole

E_INVOICES = ("zugferd", "einvoice-xml")
PDFS = ("zugferd-visual", "real-bills", "samples", "blind")
BILLS = ("real-bills", "real-bills-photos")
SCANS, PHOTOS = ("sroie",), ("sroie-photo", "wildreceipt")
PICTURES = (*SCANS, *PHOTOS, "real-bills-photos", "blind-scan", "blind-photo")
Told = tuple[str, bool]
"""What was reached, in words, and whether it is enough."""


@dataclass(frozen=True, slots=True)
class Target:
    """A figure to reach: over which sets (none: all), what it is called, what must come out."""

    title: str
    wanted: str
    sets: tuple[str, ...]
    reached: Callable[[Sequence[Row]], Told | None]


def all_right(names: Sequence[str], least: float) -> Callable[[Sequence[Row]], Told | None]:
    """The share of documents with all of `names` right, by document and by family."""

    def reached(rows: Sequence[Row]) -> Told | None:
        one = whole(rows, names)
        shares = f"{percent(one.share)} %, by family {percent(one.by_family)} % (n {one.total})"
        return None if one.share is None else (shares, one.share >= least)

    return reached


def accuracy(name: str, least: float) -> Callable[[Sequence[Row]], Told | None]:
    """The share of right answers to one field, by document and by family."""

    def reached(rows: Sequence[Row]) -> Told | None:
        one = tally(rows, name)
        shares = f"{percent(one.accuracy)} %, by family {percent(one.by_family)} % (n {one.has})"
        return None if one.accuracy is None else (shares, one.accuracy >= least)

    return reached


def sure_share(least: float) -> Callable[[Sequence[Row]], Told | None]:
    """How many bills are sure in biller, amount, due date and state of payment."""

    def reached(rows: Sequence[Row]) -> Told | None:
        one = whole(rows, STATE)
        share = one.sure_share
        told = f"{percent(share)} % ({one.sure} of {one.total})"
        return None if share is None else (told, share >= least)

    return reached


def sure_right(least: float) -> Callable[[Sequence[Row]], Told | None]:
    """How many of these are right in all four, with the lower end of the 95 % interval."""

    def reached(rows: Sequence[Row]) -> Told | None:
        one = whole(rows, STATE)
        low = percent(wilson_low(one.sure_right, one.sure))
        wrong = f"wrong ones in {len(one.wrong_families)} of {len(one.families)} families"
        told = f"{percent(one.sure_precision)} %, at least {low} % ({one.sure_right} of {one.sure}; {wrong})"
        return None if one.sure_precision is None else (told, one.sure_precision >= least)

    return reached


def never_invented(rows: Sequence[Row]) -> Told | None:
    """Due dates given as sure where there are none."""
    one = tally(rows, "due_date")
    told = f"{one.sure_invented} sure, {one.invented} unsure or sure (n {one.none})"
    return (told, one.sure_invented == 0) if one.none else None


def median(most: float) -> Callable[[Sequence[Row]], Told | None]:
    """The median wait for one document, in seconds on one core."""

    def reached(rows: Sequence[Row]) -> Told | None:
        seconds = percentile([got.seconds for _, got in rows], 0.5)
        return (f"{seconds:.3f} s", seconds <= most) if rows else None

    return reached


def memory(most: float) -> Callable[[Sequence[Row]], Told | None]:
    """The largest peak of a reading process, in MB."""

    def reached(rows: Sequence[Row]) -> Told | None:
        peak = max((got.peak_mb for _, got in rows), default=0.0)
        return (f"{peak:.0f} MB", peak <= most) if rows else None

    return reached


TARGETS = (
    Target("e-invoices: biller, amount, due date", "100 %", E_INVOICES, all_right(BILL, 1)),
    Target("XML removed: the same", "≥ 92 %", ("zugferd-visual",), all_right(BILL, 0.92)),
    Target("real bills: the same", "≥ 85 %", BILLS, all_right(BILL, 0.85)),
    Target("real bills: state of payment", "≥ 95 %", BILLS, accuracy("state", 0.95)),
    Target("receipts, scans: total", "≥ 95 %", SCANS, accuracy("amount", 0.95)),
    Target("receipts, photos: total", "≥ 93 %", PHOTOS, accuracy("amount", 0.93)),
    Target("receipts: date", "≥ 93 %", (*SCANS, *PHOTOS), accuracy("issue_date", 0.93)),
    Target("bills at first sight: sure of all four", "≥ 70 %", ("blind",), sure_share(0.7)),
    Target("sure bills: all four right", "≥ 99.5 %", ("blind",), sure_right(0.995)),
    Target("real bills: sure of all four", "≥ 70 %", BILLS, sure_share(0.7)),
    Target("sure real bills: all four right", "≥ 99.5 %", BILLS, sure_right(0.995)),
    Target("due dates that are not there", "never sure", (), never_invented),
    Target("seconds a PDF, median", "≤ 0.1 s", PDFS, median(0.1)),
    Target("seconds a picture, median", "≤ 1.5 s", PICTURES, median(1.5)),
    Target("seconds an e-invoice, median", "≤ 0.01 s", ("einvoice-xml",), median(0.01)),
    Target("memory of the reading process", "≤ 800 MB", (), memory(800)),
)
"""Four: biller, amount, due date (or none), state of payment."""


def targets_table(sets: Measures) -> str:
    """Every target whose sets were measured."""
    lines = []
    for target in TARGETS:
        rows = [
            row for one, part in sets for row in part if one.name in (target.sets or (one.name,))
        ]
        told = target.reached(rows)
        if told:
            lines.append(
                [target.title, ", ".join(target.sets) or "all", target.wanted, *_cells(told)]
            )
    started = version_seconds()
    if started is not None:
        told = (f"{started:.2f} s", started <= 0.3)
        lines.append(["`facteur --version`", "–", "≤ 0.3 s", *_cells(told)])
    return table(["to reach", "sets", "wanted", "reached", ""], lines)


def _cells(told: Told) -> tuple[str, str]:
    return told[0], "yes" if told[1] else "not yet"


def version_seconds() -> float | None:
    """The median of five starts on one core; None where the command is not installed."""
    command = Path(sys.executable).with_name("facteur")
    if not command.is_file():
        return None
    core = min(os.sched_getaffinity(0))
    waits = []
    for _ in range(5):
        began = time.perf_counter()
        subprocess.run(
            ["taskset", "-c", str(core), command, "--version"], check=True, capture_output=True
        )
        waits.append(time.perf_counter() - began)
    return statistics.median(waits)
