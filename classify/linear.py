"""Linear models applied without any library: importing scikit-learn takes 0.8 s (measured), which each
command would pay.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp


@dataclass(frozen=True, slots=True)
class Head:
    """A multinomial logistic regression: `weights` has one row a feature, one column a class."""

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    weights: Mapping[str, tuple[float, ...]]

    def probabilities(self, features: Mapping[str, float]) -> dict[str, float]:
        """class -> probability; they sum to 1."""
        scores = list(self.bias)
        for name, value in features.items():
            for i, weight in enumerate(self.weights.get(name, ())):
                scores[i] += weight * value
        top = max(scores)
        powers = [exp(s - top) for s in scores]
        return {c: p / sum(powers) for c, p in zip(self.classes, powers, strict=True)}


@dataclass(frozen=True, slots=True)
class Calibration:
    """Turns how sure rules and model are into a probability of being right: one logistic curve."""

    bias: float
    weights: Mapping[str, float]

    def probability(self, clues: Mapping[str, float]) -> float:
        """0..1; clues it does not know count nothing."""
        score = self.bias + sum(self.weights.get(k, 0.0) * v for k, v in clues.items())
        return 1 / (1 + exp(-max(min(score, 30.0), -30.0)))
