"""The learned part: a linear model read from JSON, applied without any library.

Written by `python -m classify.train` (scikit-learn); data/MODEL_CARD.md says on what it was trained.
Importing scikit-learn takes 0.8 s (measured), which each command would pay: the sum is done here.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

FILE = Path(__file__).parent / "data" / "model.json"


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


@dataclass(frozen=True, slots=True)
class Model:
    """The head that names the kind, the one that names the category, and both calibrations."""

    kinds: Head
    categories: Head
    kind_sure: Calibration
    category_sure: Calibration

    def as_json(self) -> str:
        """One line a feature, so that a change can be read."""
        parts = {"kinds": self.kinds, "categories": self.categories}
        heads = [
            f'"{name}": {{"classes": {json.dumps(head.classes)}, "bias": {json.dumps(head.bias)}, '
            '"weights": {\n'
            + ",\n".join(
                f"{json.dumps(k)}: {json.dumps(w)}" for k, w in sorted(head.weights.items())
            )
            + "\n}}"
            for name, head in parts.items()
        ]
        sure = {"kind_sure": self.kind_sure, "category_sure": self.category_sure}
        tails = [
            f'"{n}": {json.dumps({"bias": c.bias, "weights": dict(c.weights)}, sort_keys=True)}'
            for n, c in sure.items()
        ]
        return "{\n" + ",\n".join([*heads, *tails]) + "\n}\n"


@cache
def shipped() -> Model:
    """The model of the release, read once."""
    return read(FILE.read_text(encoding="utf-8"))


def read(text: str) -> Model:
    """The model that `Model.as_json` wrote."""
    raw = json.loads(text)
    heads = [
        Head(
            tuple(raw[name]["classes"]),
            tuple(raw[name]["bias"]),
            {k: tuple(w) for k, w in raw[name]["weights"].items()},
        )
        for name in ("kinds", "categories")
    ]
    sure = [Calibration(raw[n]["bias"], raw[n]["weights"]) for n in ("kind_sure", "category_sure")]
    return Model(heads[0], heads[1], sure[0], sure[1])
