"""Malformed files and mails: what came of each, the longest wait and the most memory."""

from collections import Counter
from pathlib import Path

from bench.items import CORPUS, ROOT
from bench.measure import Measured, measured
from bench.product import read
from bench.tables import table

SETS = {
    "hostile": CORPUS / "hostile",
    "mime-torture": CORPUS / "mime-torture",
    "samples/hostile": ROOT / "samples" / "hostile",
}


def faults() -> str:
    """A table by set: files, read or refused with a sentence, crashed, worst seconds and memory."""
    lines = []
    for name, folder in SETS.items():
        got = [measured(read, path) for path in sorted(folder.glob("*")) if _is_input(path)]
        if got:
            lines.append([name, *_counts(got)])
    head = ["set", "files", "read", "refused with a sentence", "crashed or hung", "worst s", "MB"]
    return table(head, lines)


def _is_input(path: Path) -> bool:
    return path.is_file() and path.suffix not in (".jsonl", ".md", ".py", ".json")


def _counts(got: list[Measured]) -> list[str]:
    ends = Counter(_end(one) for one in got)
    worst = max(one.seconds for one in got)
    peak = max(one.peak_mb for one in got)
    counts = (len(got), ends["read"], ends["refused"], ends["crashed"])
    return [*map(str, counts), f"{worst:.2f}", f"{peak:.0f}"]


def _end(one: Measured) -> str:
    if one.error:
        return "crashed"
    return "refused" if one.answer.get("error") else "read"
