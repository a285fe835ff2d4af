"""What an answer is worth: clues weighed by a logistic regression and by boosted trees, the mean of both set
against the promise of "sure".

The weights and the cut are fitted on documents of layouts and wordings that neither the model nor the
rules had seen (extract/training/calibrate.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from extract.ranker.forest import Forest, Numbers, logistic

SURE = 0.9
"""The confidence from which an answer is called sure."""
_MOST = 0.99


GROUPS = ("bill", "receipt", "other", "pictured bill", "pictured receipt")
"""Papers that are promised apart: text that reads as a bill, a receipt or neither, and what OCR read, as a
bill or not. One limit for all made bills pay for till receipts: held out, amounts of bills keep the
promise from a chance of 0.86 on, those of receipts at none below 0.999.
"""


@dataclass(frozen=True, slots=True)
class Sureness:
    """weights, one a clue; bias; cuts, one a group: the chance from which held-out answers kept the
    promise; trees over the clues (None: the regression alone).
    """

    weights: Numbers
    bias: float
    cuts: Numbers
    trees: Forest | None = None

    @classmethod
    def of(cls, array: Numbers, trees: Forest | None = None) -> "Sureness":
        """From the array of a model file: bias, cuts, then the weights."""
        bias, cuts, weights = np.split(array.astype(np.float64), [1, 1 + len(GROUPS)])
        return cls(weights, float(bias[0]), cuts, trees)

    @property
    def array(self) -> Numbers:
        """As the model file keeps it."""
        return np.concatenate([[self.bias], self.cuts, self.weights])

    def chance(self, clues: Sequence[float]) -> float:
        """The chance (0..1) that an answer with these clues is right."""
        return float(self.chances(np.asarray([clues], dtype=np.float64))[0])

    def chances(self, rows: Numbers) -> Numbers:
        """The same of several answers, a row of clues each."""
        told = logistic(rows @ self.weights + self.bias)
        return told if self.trees is None else (told + logistic(self.trees.scores(rows))) / 2

    def confidence(self, chance: float, group: int) -> float:
        """The chance stretched so that the group's cut is 0.9: a promise, not a wish; rounded to 3 digits.
        group: the number in GROUPS.
        """
        cut = float(self.cuts[group])
        if chance < cut:
            return round(min(chance / max(cut, 1e-9) * SURE, SURE - 0.01), 3)
        return round(SURE + (chance - cut) / max(1 - cut, 1e-9) * (_MOST - SURE), 3)
