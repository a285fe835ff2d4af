"""What else is measured: words with positions, malformed input, the poller, kinds and categories."""

import subprocess
import sys
from collections.abc import Callable

from bench.faults import faults
from bench.sets import items_of
from bench.words import words_cpu

Say = Callable[[str], None]


def _words(say: Say) -> None:
    items = items_of("zugferd-visual") or items_of("samples")
    got = words_cpu([item.path for item in items])
    say(
        f"\n## Words with positions\n\nCPU a page over {got['files']} PDFs, median of files:"
        f" {got['ours_median_ms']:.1f} ms (p95 {got['ours_p95_ms']:.1f}); pdfplumber's words:"
        f" {got['pdfplumber_median_ms']:.1f} ms."
    )


def _faults(say: Say) -> None:
    say(f"\n## Malformed input\n\n{faults()}")


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


PARTS: dict[str, Callable[[Say], None]] = {
    "pdf_words": _words,
    "faults": _faults,
    "poller": _module("Poller", "bench.poller"),
    "classify": _module("Kinds and categories", "bench.classify"),
}
"""Each says its own section."""
