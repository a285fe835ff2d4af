"""One question to the candidates of a document ("which amount is due?") and its answer in figures."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extract.ranker.forest import Forest, Numbers, logistic
from extract.ranker.grams import Buckets


@dataclass(frozen=True, slots=True)
class Grams:
    """Weights of the letter groups around a candidate, a logistic regression's."""

    weights: NDArray[np.float32]
    bias: float

    def scores(self, buckets: Sequence[Buckets]) -> Numbers:
        """The log-odds that the texts around each candidate alone give; groups count by the root of their
        number; shape (candidates,).
        """
        lengths = np.array([len(one) for one in buckets], dtype=np.int64)
        told = np.concatenate(
            [[0.0], np.cumsum(self.weights[np.concatenate(buckets)], dtype=np.float64)]
        )
        ends = np.cumsum(lengths)
        return np.asarray(
            (told[ends] - told[ends - lengths]) / np.sqrt(np.maximum(lengths, 1)) + self.bias
        )


@dataclass(frozen=True, slots=True)
class Head:
    """Grams first, then trees over the figures with the grams' answer as one more."""

    grams: Grams
    forest: Forest

    def chances(self, numbers: Numbers, buckets: Sequence[Buckets]) -> Numbers:
        """The chance of each candidate, 0..1; shape (candidates,)."""
        if not len(numbers):
            return np.empty(0)
        told = self.grams.scores(buckets)
        return logistic(self.forest.scores(with_grams(numbers, told)))


def with_grams(numbers: Numbers, told: Numbers) -> Numbers:
    """The figures with three more: the grams' score, its distance to the best, its rank."""
    order = np.argsort(np.argsort(-told))
    return np.column_stack([numbers, told, told - told.max(), order])
