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

    def score(self, buckets: Buckets) -> float:
        """The log-odds that the texts around alone give; groups count by the root of their number."""
        if not len(buckets):
            return self.bias
        return float(self.weights[buckets].sum() / np.sqrt(len(buckets)) + self.bias)


@dataclass(frozen=True, slots=True)
class Head:
    """Grams first, then trees over the figures with the grams' answer as one more."""

    grams: Grams
    forest: Forest

    def chances(self, numbers: Numbers, buckets: Sequence[Buckets]) -> Numbers:
        """The chance of each candidate, 0..1; shape (candidates,)."""
        if not len(numbers):
            return np.empty(0)
        told = np.array([self.grams.score(one) for one in buckets])
        return logistic(self.forest.scores(with_grams(numbers, told)))


def with_grams(numbers: Numbers, told: Numbers) -> Numbers:
    """The figures with three more: the grams' score, its distance to the best, its rank."""
    order = np.argsort(np.argsort(-told))
    return np.column_stack([numbers, told, told - told.max(), order])
