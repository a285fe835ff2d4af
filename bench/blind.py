"""`python -m bench.blind FOLDER LOOK [STEP]`: draws held-out bills, layouts and wordings that taught nobody.

The 48 layouts of samples/blind in forty-three new variants each: other companies, customers, numbers, days
and amounts than in the three variants of samples/. Nothing in extract/ learns from any of them, so each
layout is a family held out.
"""

import json
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random

from bench.firms import renamed
from samples import degrade
from samples.blind import DRAWERS, LAYOUTS, VARIANTS, finish
from samples.blind.draft import Answer, Draft, Result

FIRST, COUNT = 10, 43
"""Variants that are drawn of each layout: FIRST and the following, COUNT in all."""
STEP = 25
"""Of so many documents one is scanned and one photographed; shares no factor with COUNT or VARIANTS."""


class Bill(Draft):
    """A draft of any variant: options in turn as the three of samples/, the company's name invented."""

    def __init__(self, name: str, number: int) -> None:
        super().__init__(name, number)
        self.variant = number % VARIANTS
        self._dice = Random(f"firm-{name}-{number}")

    def firm(self, *names: str) -> tuple[str, str]:
        """Trade and legal name, new ones for every number."""
        trade, legal = super().firm(*names)
        self.trade, self.legal = renamed(trade, legal, self.lang, self._dice)
        return self.trade, self.legal


def draw(name: str, number: int) -> Result:
    """The PDF of one layout and its answer; the same bytes for the same number."""
    bill = Bill(name, number)
    bill.fill = partial(finish, bill)
    return DRAWERS[name](bill)


def bills(step: int = 1, start: int = 0) -> Iterator[tuple[str, bytes, Answer]]:
    """(file stem, PDF, answer) of every `step`th of the LAYOUTS x COUNT documents, from `start` on."""
    for place in range(start, len(LAYOUTS) * COUNT, step):
        name, number = LAYOUTS[place // COUNT], FIRST + place % COUNT
        yield (f"{name}-{number}", *draw(name, number))


def as_pdf(pdf: bytes, _: int) -> bytes:
    """The page as it was drawn."""
    return pdf


LOOKS: dict[str, tuple[Callable[[bytes, int], bytes], int, int]] = {
    "pdf": (as_pdf, 1, 0),
    "scan": (degrade.scan, STEP, 0),
    "photo": (degrade.photo, STEP, STEP // 2),
}
"""How a document is handed over, every how manieth, from which on. Page 1 of every layout tells all."""
ENDINGS = {b"%PDF": "pdf", b"\x89PNG": "png"}


def write(folder: Path, look: str, step: int = 0) -> int:
    """Writes the documents in one look with manifest.jsonl; returns how many (step 0: as usual)."""
    made, usual, start = LOOKS[look]
    folder.mkdir(parents=True, exist_ok=True)
    lines = []
    chosen = bills(step) if step else bills(usual, start)
    for seed, (stem, pdf, answer) in enumerate(chosen):
        data = made(pdf, seed)
        path = folder / f"{stem}.{ENDINGS.get(data[:4], 'jpg')}"
        path.write_bytes(data)
        lines.append(json.dumps({"file": path.name, **answer}, ensure_ascii=False) + "\n")
    (folder / "manifest.jsonl").write_text("".join(lines), encoding="utf-8")
    return len(lines)


if __name__ == "__main__":
    where, look, *more = sys.argv[1:]
    print(write(Path(where), look, int(more[0]) if more else 0))
