"""Boosted trees as plain arrays: loaded without code, applied with numpy.

scikit-learn trains them; importing it to apply them would slow every start, and its own file
format is pickle, which runs whatever it holds.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Forest:
    """Nodes of all trees in one row; a leaf is its own child. Missing values (NaN) go left."""

    feature: NDArray[np.int32]
    threshold: Numbers
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    value: Numbers
    roots: NDArray[np.int32]
    depth: int
    base: float

    def scores(self, rows: Numbers) -> Numbers:
        """The sum of all trees' values for each row (a log-odds); shape (rows,)."""
        if not len(rows):
            return np.empty(0)
        at = np.repeat(self.roots[None, :], len(rows), axis=0)
        lines = np.arange(len(rows))[:, None]
        for _ in range(self.depth):
            seen = rows[lines, self.feature[at]]
            goes_left = ~(seen > self.threshold[at])
            at = np.where(goes_left, self.left[at], self.right[at])
        return np.asarray(self.value[at].sum(axis=1) + self.base)


def logistic(score: Numbers) -> Numbers:
    """Log-odds to probability."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(score, -40, 40))))
