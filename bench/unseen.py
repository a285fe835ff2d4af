"""Drawn papers read by a model that saw neither their layout nor their wording (`make train` keeps one)."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from bench.examples import BILLS, PAPERS, RECEIPTS, told
from classify.case import Case
from extract.ranker.model import load, reading_with
from extract.train import FOLD_MODELS
from flow.analyse import gather
from samples import composed, papers, receipts


def unseen() -> Iterator[tuple[dict[str, Any], Case]]:
    """(expected answer, case) of each; nothing before `make train` was run."""
    if not (FOLD_MODELS / "0.npz").is_file():
        return
    held = sorted(_drawn(), key=itemgetter(0))
    for fold, papers_of_fold in groupby(held, key=itemgetter(0)):
        with reading_with(load(FOLD_MODELS / f"{fold}.npz")):
            for _, answer, pdf in papers_of_fold:
                read = gather(pdf, "paper.pdf")
                yield answer, Case(read.extraction, read.mail, read.forms)


def _drawn() -> Iterator[tuple[int, dict[str, Any], bytes]]:
    """Fold, answer and PDF of every paper whose layout and wording belong to one fold; bills of the first
    lessons, then as many of the wide ones.
    """
    for seed in range(2 * BILLS):
        bill = composed.compose(seed, wide=seed >= BILLS)
        if (fold := _fold(composed.blocks(bill.answer))) >= 0:
            yield fold, bill.answer, bill.pdf
    for seed in range(RECEIPTS):
        till = receipts.receipt(seed)
        if "kind" in told(till.answer) and (fold := _fold(receipts.blocks(till.answer))) >= 0:
            yield fold, till.answer, till.pdf
    for seed in range(PAPERS):
        paper = papers.paper(seed)
        if (fold := _fold(papers.blocks_of(paper.answer))) >= 0:
            yield fold, paper.answer, paper.pdf


def _fold(blocks: tuple[int, int]) -> int:
    layout, wording = blocks
    return layout if layout == wording else -1
