"""What an answer is worth: clues weighed by a logistic regression, then set against the promise of "sure".

The weights and the cut are fitted on documents of layouts and wordings that neither the model nor the
rules had seen (extract/training/calibrate.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from extract.ranker.forest import Numbers

SURE = 0.9
"""The confidence from which an answer is called sure."""
_MOST = 0.99


@dataclass(frozen=True, slots=True)
class Sureness:
    """weights, one a clue; bias; cut: the chance from which held-out answers kept the promise."""

    weights: Numbers
    bias: float
    cut: float

    @classmethod
    def of(cls, array: Numbers) -> "Sureness":
        """From the array of a model file: bias, cut, then the weights."""
        return cls(array[2:].astype(np.float64), float(array[0]), float(array[1]))

    @property
    def array(self) -> Numbers:
        """As the model file keeps it."""
        return np.concatenate([[self.bias, self.cut], self.weights])

    def chance(self, clues: Sequence[float]) -> float:
        """The chance (0..1) that an answer with these clues is right."""
        score = float(np.dot(self.weights, np.asarray(clues)) + self.bias)
        return float(1 / (1 + np.exp(-np.clip(score, -40, 40))))

    def confidence(self, chance: float) -> float:
        """The chance stretched so that `cut` is 0.9: a promise, not a wish; rounded to 3 digits."""
        if chance < self.cut:
            return round(min(chance / max(self.cut, 1e-9) * SURE, SURE - 0.01), 3)
        return round(SURE + (chance - self.cut) / max(1 - self.cut, 1e-9) * (_MOST - SURE), 3)
