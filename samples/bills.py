"""Writes samples/bills: every family and variant as NAME.pdf beside NAME.json."""

import json
from collections.abc import Iterator
from pathlib import Path

from samples.case import Answer, Case
from samples.layouts import FAMILIES, Family


def draw(family: Family, variant: int) -> tuple[str, bytes, Answer]:
    """Name without suffix, PDF bytes and expected answer of one variant (0, 1, ...)."""
    name = f"{family.name}-{variant + 1}"
    drawn = family.draw(Case(family.name, family.country, family.trade, variant))
    return name, drawn.pdf, {"file": f"{name}.pdf", **drawn.answer}


def all_bills() -> Iterator[tuple[str, bytes, Answer]]:
    """Every drawn bill, in the order of FAMILIES."""
    for family in FAMILIES:
        for variant in range(family.variants):
            yield draw(family, variant)


def write_answer(path: Path, answer: object) -> None:
    """JSON with accents readable and a final newline."""
    path.write_text(json.dumps(answer, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def write(folder: Path) -> int:
    """Write all bills; returns how many."""
    count = 0
    for name, pdf, answer in all_bills():
        (folder / f"{name}.pdf").write_bytes(pdf)
        write_answer(folder / f"{name}.json", answer)
        count += 1
    return count
