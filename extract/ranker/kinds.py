"""What kind of paper it is (to pay, to be debited, a receipt …): its rows' words and the rules' signs,
weighed by a logistic regression.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from extract.looked import Looked
from extract.ranker.forest import Numbers
from extract.ranker.grams import BUCKETS, Buckets
from extract.squash import squash

KINDS = (
    "to_pay", "to_be_debited", "receipt", "credit_note", "schedule", "reminder", "on_portal", "other",
)  # fmt: skip
"""models.verdict.Kind's words, in the order of the model's arrays."""
_MOST_ROWS = 150
_MOST_WORDS = 40
SIGN = 0.5
"""The weight of a sign that the rules saw, beside words that share a length of 1."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """weights of shape (kinds, BUCKETS), bias of shape (kinds,)."""

    weights: NDArray[np.float32]
    bias: Numbers

    def chances(self, words: Buckets, signs: Buckets) -> Numbers:
        """The chance (0..1) of each of KINDS; they sum to 1."""
        score = self.bias + SIGN * self.weights[:, signs].sum(axis=1, dtype=np.float64)
        if len(words):
            score = score + self.weights[:, words].sum(axis=1, dtype=np.float64) / np.sqrt(
                len(words)
            )
        likely = np.exp(score - score.max())
        return np.asarray(likely / likely.sum())

    def of(self, looked: Looked) -> Numbers:
        """The chances of this paper."""
        return self.chances(paper_buckets(looked.lines), sign_buckets(looked.signs))

    def proof(self, kind: str, rows: Sequence[str]) -> str:
        """The row that speaks most for this kind against the others."""
        own = self.weights[KINDS.index(kind)] - self.weights.mean(axis=0)
        weighed = [
            (float(own[np.array(sorted(buckets))].sum()), row)
            for row in rows[:_MOST_ROWS]
            if (buckets := row_buckets(row))
        ]
        return max(weighed, default=(0.0, ""))[1]


def row_buckets(text: str) -> set[int]:
    """Bucket numbers of a row's words and pairs of words; what has figures counts as one word."""
    words = ["#" if any(c.isdigit() for c in w) else squash(w) for w in text.split()[:_MOST_WORDS]]
    kept = [word for word in words if word]
    pairs = [f"{one} {two}" for one, two in pairwise(kept)]
    return {crc32(part.encode()) % BUCKETS for part in [*kept, *pairs]}


def paper_buckets(rows: Sequence[str]) -> Buckets:
    """All rows of a paper together."""
    found = set().union(*(row_buckets(row) for row in rows[:_MOST_ROWS]))
    return np.array(sorted(found), dtype=np.int64)


def sign_buckets(signs: Iterable[str]) -> Buckets:
    """The signs that the rules saw, one by one and all together."""
    names = sorted(signs)
    said = [*names, " ".join(names)]
    return np.array(sorted({crc32(f"sign:{name}".encode()) % BUCKETS for name in said}))
