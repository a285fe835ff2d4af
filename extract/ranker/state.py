"""Whether a paper says that it was paid: the words of its rows, weighed by a logistic regression."""

from collections.abc import Sequence
from itertools import pairwise
from zlib import crc32

import numpy as np

from extract.ranker.grams import BUCKETS, Buckets
from extract.ranker.head import Grams
from extract.squash import squash

_MOST_ROWS = 150
_MOST_WORDS = 14


def row_buckets(text: str) -> set[int]:
    """Bucket numbers of a row's words and pairs of words; figures count as one word."""
    words = ["#" if any(c.isdigit() for c in w) else squash(w) for w in text.split()[:_MOST_WORDS]]
    pairs = [f"{one} {two}" for one, two in pairwise(words)]
    return {crc32(part.encode()) % BUCKETS for part in [*words, *pairs] if part}


def paper_buckets(rows: Sequence[str]) -> Buckets:
    """All rows of a paper together."""
    found = set().union(*(row_buckets(row) for row in rows[:_MOST_ROWS]))
    return np.array(sorted(found), dtype=np.int64)


def paid(grams: Grams, rows: Sequence[str]) -> tuple[float, str]:
    """The chance (0..1) that the paper is a receipt, and the row that says so most."""
    score = grams.score(paper_buckets(rows))
    weighed = [
        (float(grams.weights[np.array(sorted(buckets))].sum()), row)
        for row in rows[:_MOST_ROWS]
        if (buckets := row_buckets(row))
    ]
    proof = max(weighed, default=(0.0, ""))[1]
    return float(1 / (1 + np.exp(-np.clip(score, -40, 40)))), proof
