"""`python -m bench`: accuracy by set and field, seconds and memory, beside the yardstick.

python -m bench                     everything, and bench/RESULTS.md
python -m bench --set zugferd       one set (repeat for several), printed only
python -m bench --set real-bills --errors due_date
python -m bench --part pdf_words    CPU of words with positions
python -m bench --part poller       the poller beside a bare imaplib fetch
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from bench.faults import faults
from bench.items import CORPUS, FIELDS, IMAGE_SETS, SETS, TEXT_SETS, items_of
from bench.measure import measured
from bench.product import read
from bench.report import (
    families_table,
    fields_table,
    layouts_table,
    overview,
    summary,
    yardstick_table,
)
from bench.tally import Row, mistakes
from bench.words import words_cpu
from bench.yardstick import plain_text

RESULTS = Path(__file__).parent / "RESULTS.md"
Say = Callable[[str], None]


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs what the arguments ask for. Returns 0, or 2 when there is nothing to measure."""
    asked = _parser().parse_args(arguments)
    lines: list[str] = []

    def say(text: str) -> None:
        print(text, flush=True)
        lines.append(text)

    if asked.part:
        PARTS[asked.part](say)
        return 0
    sets = [(name, rows) for name in asked.set or SETS if (rows := _set(name, asked, say))]
    if not sets:
        print("Nothing to measure here: no such set on this machine.", file=sys.stderr)
        return 2
    if not (asked.set or asked.limit or asked.errors):
        _pictures(say)
        for part in PARTS.values():
            part(say)
        head = f"{_head()}\n{overview(sets)}\n"
        RESULTS.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    print("\n" + overview(sets))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__.split("\n")[0])
    parser.add_argument("--set", action="append", help=f"one of {', '.join(SETS)}, adbuy-us")
    parser.add_argument("--limit", type=int, default=0, help="the first N documents of each set")
    parser.add_argument("--errors", choices=[*FIELDS, "all"], help="list the wrong answers")
    parser.add_argument("--part", choices=sorted(PARTS), help="only this part")
    return parser


def _set(name: str, asked: argparse.Namespace, say: Say) -> list[Row]:
    """Measures and reports one set; empty when it is not here."""
    items = [item for item in items_of(name) if not item.is_image]
    pictures = len(items_of(name)) - len(items)
    items = items[: asked.limit or None]
    if not items:
        return []
    rows = [(item, measured(read, item.path)) for item in items]
    say(f"\n## {name}\n\n{summary(rows)}")
    if pictures:
        say(f"{pictures} pictures of this set are not read yet (OCR to come) and not counted.")
    say("\n" + fields_table(rows))
    for extra in (layouts_table(rows), families_table(rows, ("biller", "amount", "due_date"))):
        if extra and name in TEXT_SETS:
            say("\n" + extra)
    if name in TEXT_SETS and not asked.errors:
        plain = [(item, measured(plain_text, item.path)) for item in items]
        say("\n" + yardstick_table(rows, plain))
    _errors(rows, asked.errors, say)
    return rows


def _errors(rows: Sequence[Row], wanted: str | None, say: Say) -> None:
    names = FIELDS if wanted == "all" else [wanted] if wanted else []
    for name in names:
        for item, truth, answer, confidence in mistakes(rows, name):
            say(f"{name:16s} {item.name}: truth {truth!r}, answer {answer!r} ({confidence:.2f})")
    for item, got in rows if wanted else ():
        if got.error or got.answer.get("error"):
            say(f"{'error':16s} {item.name}: {got.error or got.answer.get('error')}")


def _pictures(say: Say) -> None:
    counts = [f"{name} {len(items_of(name))}" for name in IMAGE_SETS if items_of(name)]
    if counts:
        say(f"\n## Pictures\n\nNot read yet (OCR to come), not measured: {', '.join(counts)}.")


def _words(say: Say) -> None:
    items = items_of("zugferd-visual") or items_of("samples")
    got = words_cpu([item.path for item in items])
    say(
        f"\n## Words with positions\n\nCPU a page over {got['files']} PDFs, median of files:"
        f" {got['ours_median_ms']:.1f} ms (p95 {got['ours_p95_ms']:.1f}); pdfplumber's words:"
        f" {got['pdfplumber_median_ms']:.1f} ms."
    )


def _module(title: str, name: str) -> Callable[[Say], None]:
    """A part that is a program of its own; what it prints is its figures."""

    def part(say: Say) -> None:
        done = subprocess.run(
            [sys.executable, "-m", name], capture_output=True, text=True, check=False
        )
        last = done.stderr.strip().splitlines()[-1:] or [""]
        told = done.stdout.strip() if done.returncode == 0 else f"Not measured: {last[0]}"
        say(f"\n{told}" if told.startswith("## ") else f"\n## {title}\n\n```\n{told}\n```")

    return part


def _faults(say: Say) -> None:
    say(f"\n## Malformed input\n\n{faults()}")


PARTS: dict[str, Callable[[Say], None]] = {
    "pdf_words": _words,
    "faults": _faults,
    "poller": _module("Poller", "bench.poller"),
    "classify": _module("Kinds and categories", "bench.classify"),
}


def _head() -> str:
    where = "the shared corpus and samples/" if CORPUS.is_dir() else "samples/"
    return (
        f"# Measured on {datetime.now(UTC):%d %B %Y}\n\n"
        f"Made by `make bench` (`python -m bench`) on {os.cpu_count()} cores, over {where}.\n"
        "accuracy = right / documents that have the value; precision = right / all answers;\n"
        "by family = accuracy averaged over layouts or sellers, so that copies count once.\n"
        "Each document is read in a process of its own by the function behind `facteur read`;\n"
        "peak memory includes the loaded libraries.\n"
        "The rules were written with these documents at hand: expect less on layouts nobody has seen.\n"
    )


if __name__ == "__main__":
    sys.exit(main())
