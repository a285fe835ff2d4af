"""`python -m bench.examples FOLDER`: draws what the learned reader learns from, as files for
`python -m extract.train`: composed bills, receipts, papers that are no bills, and some of them as OCR saw
their scans and photographs.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extract.ocr.look import first_look
from extract.page import Page
from extract.pdf_words import pages_of
from extract.pictures.open import pictures_of
from extract.training.examples import row_of, write
from models.errors.problem import Problem
from samples import composed, degrade, papers, receipts

BILLS, RECEIPTS, PAPERS = 5000, 1200, 1000
SEEN_BILLS, SEEN_RECEIPTS = 310, 400
Row = dict[str, object]


def bills() -> Iterator[Row]:
    """Composed bills as their PDF's text tells them."""
    for seed in range(BILLS):
        drawn = composed.compose(seed)
        yield _row(f"bill{seed}", drawn.answer, composed.blocks(drawn.answer), pages_of(drawn.pdf))


def tills() -> Iterator[Row]:
    """Receipts as their PDF's text tells them."""
    for seed in range(RECEIPTS):
        drawn = receipts.receipt(seed)
        yield _row(
            f"receipt{seed}", drawn.answer, receipts.blocks(drawn.answer), pages_of(drawn.pdf)
        )


def others() -> Iterator[Row]:
    """Papers that are no bills: only what tells receipts from them learns of these."""
    for seed in range(PAPERS):
        drawn = papers.paper(seed)
        yield _row(
            f"paper{seed}", drawn.answer, papers.blocks_of(drawn.answer), pages_of(drawn.pdf)
        )


def seen() -> Iterator[Row]:
    """Bills and receipts as OCR reads their scans (even seeds) and photographs (odd seeds)."""
    for seed in range(SEEN_RECEIPTS):
        till = receipts.receipt(seed)
        if pages := _look(till.pdf, seed):
            blocks = receipts.blocks(till.answer)
            yield _row(f"seen-receipt{seed}", till.answer, blocks, pages, "ocr")
    for seed in range(SEEN_BILLS):
        bill = composed.compose(seed)
        if pages := _look(bill.pdf, seed):
            blocks = composed.blocks(bill.answer)
            yield _row(f"seen-bill{seed}", bill.answer, blocks, pages, "ocr")


def _look(pdf: bytes, seed: int) -> tuple[Page, ...]:
    picture = degrade.photo(pdf, seed) if seed % 2 else degrade.scan(pdf, seed)
    try:
        return first_look(pictures_of(picture))
    except Problem:
        return ()


def _row(
    name: str,
    answer: dict[str, Any],
    blocks: tuple[int, int],
    pages: tuple[Page, ...],
    source: str = "text",
) -> Row:
    return row_of(
        name=name, family=answer["family"], blocks=blocks, source=source, pages=pages, answer=answer
    )


SETS = {"bills": bills, "receipts": tills, "papers": others, "seen": seen}


def main(folder: Path) -> None:
    """Writes the four files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in SETS.items():
        print(name, write(folder / f"{name}.jsonl.gz", rows()), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
