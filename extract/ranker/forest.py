"""Boosted trees as plain arrays: loaded without code, applied with numpy.

scikit-learn trains them; importing it to apply them would slow every start, and its own file
format is pickle, which runs whatever it holds.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
_PARTS = ("feature", "threshold", "left", "right", "value", "roots")


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

    @classmethod
    def of(cls, arrays: Mapping[str, NDArray[np.float64]], name: str) -> "Forest":
        """From the arrays of a model file that `arrays` named so."""
        depth, base = arrays[f"{name}.scalars"][:2]
        parts = {part: arrays[f"{name}.{part}"] for part in _PARTS}
        whole = {
            part: parts[part].astype(np.int32) for part in ("feature", "left", "right", "roots")
        }
        return cls(
            whole["feature"], parts["threshold"], whole["left"], whole["right"],
            parts["value"].astype(np.float64), whole["roots"], int(depth), float(base),
        )  # fmt: skip

    def arrays(self, name: str) -> dict[str, NDArray[np.generic]]:
        """As the model file keeps it under this name."""
        parts: dict[str, NDArray[np.generic]] = {f"{name}.{p}": getattr(self, p) for p in _PARTS}
        return parts | {f"{name}.scalars": np.array([self.depth, self.base], dtype=np.float64)}

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
