"""`python -m bench.examples FOLDER`: draws what the learned reader learns from, as files for
`python -m extract.train`: composed bills, receipts, papers that are no bills, and some of them as OCR saw
their scans and photographs.
"""

import sys
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from extract.ocr.look import first_look
from extract.page import Page
from extract.pdf_words import pages_of
from extract.pictures.open import pictures_of
from extract.training.examples import row_of, write
from models.errors.problem import Problem
from samples import composed, degrade, papers, receipts

BILLS, RECEIPTS, PAPERS, WIDE = 7000, 2000, 1200, 9000
SEEN_BILLS, SEEN_RECEIPTS = 700, 450
APART, SEEN_APART = 20_000, 5000
"""Seeds that are tried; every fifth or so is held out in layout and wording together."""
APART_FROM, SEEN_APART_FROM = 100_000, 200_000
Row = dict[str, object]


def bill(seed: int) -> Row:
    """A composed bill as its PDF's text tells it."""
    drawn = composed.compose(seed)
    return _row(f"bill{seed}", drawn.answer, composed.blocks(drawn.answer), pages_of(drawn.pdf))


def wide(seed: int) -> Row:
    """A composed bill of the wide lessons, which teach only what kind of paper it is: amounts, days and
    names of unseen layouts were read worse after them, the kind far more surely.
    """
    drawn = composed.compose(seed, wide=True)
    answer = {name: drawn.answer[name] for name in ("family", "kind")}
    return _row(f"wide{seed}", answer, composed.blocks(drawn.answer), pages_of(drawn.pdf))


def receipt(seed: int) -> Row:
    """A receipt as its PDF's text tells it."""
    drawn = receipts.receipt(seed)
    return _row(
        f"receipt{seed}", told(drawn.answer), receipts.blocks(drawn.answer), pages_of(drawn.pdf)
    )


def told(answer: dict[str, Any]) -> dict[str, Any]:
    """The answer without its kind where the page does not tell it: a shop's invoice that names no day."""
    silent = answer["kind"] == "to_pay" and not answer.get("due_date")
    return {k: v for k, v in answer.items() if k != "kind"} if silent else answer


def paper(seed: int) -> Row:
    """A paper that is no bill: only what tells receipts from them learns of these."""
    drawn = papers.paper(seed)
    return _row(f"paper{seed}", drawn.answer, papers.blocks_of(drawn.answer), pages_of(drawn.pdf))


def seen_bill(seed: int) -> Row | None:
    """A composed bill as OCR reads its scan (even seeds) or photograph (odd seeds)."""
    drawn = composed.compose(seed)
    pages, blocks = _look(drawn.pdf, seed), composed.blocks(drawn.answer)
    return _row(f"seen-bill{seed}", drawn.answer, blocks, pages, "ocr") if pages else None


def seen_receipt(seed: int) -> Row | None:
    """A receipt as OCR reads it."""
    drawn = receipts.receipt(seed)
    pages, blocks = _look(drawn.pdf, seed), receipts.blocks(drawn.answer)
    return _row(f"seen-receipt{seed}", told(drawn.answer), blocks, pages, "ocr") if pages else None


def apart(seed: int) -> Row | None:
    """A bill that teaches nothing: what answers are worth is weighed on it, by models that never saw its
    layout or its wording. So only bills whose layout and wording are held out together.
    """
    drawn = composed.compose(APART_FROM + seed)
    blocks = composed.blocks(drawn.answer)
    if blocks[0] != blocks[1]:
        return None
    row = _row(f"apart-bill{APART_FROM + seed}", drawn.answer, blocks, pages_of(drawn.pdf))
    return row | {"apart": True}


def seen_apart(seed: int) -> Row | None:
    """The same as OCR reads its scan or photograph."""
    drawn = composed.compose(SEEN_APART_FROM + seed)
    blocks = composed.blocks(drawn.answer)
    pages = _look(drawn.pdf, seed) if blocks[0] == blocks[1] else ()
    if not pages:
        return None
    name = f"seen-apart-bill{SEEN_APART_FROM + seed}"
    return _row(name, drawn.answer, blocks, pages, "ocr") | {"apart": True}


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


SETS: dict[str, tuple[Callable[[int], Row | None], int]] = {
    "bills": (bill, BILLS),
    "wide": (wide, WIDE),
    "receipts": (receipt, RECEIPTS),
    "papers": (paper, PAPERS),
    "seen-bills": (seen_bill, SEEN_BILLS),
    "seen-receipts": (seen_receipt, SEEN_RECEIPTS),
    "apart": (apart, APART),
    "seen-apart": (seen_apart, SEEN_APART),
}
"""How one is drawn by its seed, and how many."""


def main(folder: Path) -> None:
    """Writes the files, two documents at a time: each keeps one core busy."""
    folder.mkdir(parents=True, exist_ok=True)
    with get_context("fork").Pool(2) as pool:
        for name, (drawn, many) in SETS.items():
            rows = (row for row in pool.imap(drawn, range(many), chunksize=10) if row)
            print(name, write(folder / f"{name}.jsonl.gz", rows), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
