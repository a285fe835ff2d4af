"""The learned part: linear models read from JSON.

Written by `python -m classify.train` (scikit-learn); data/MODEL_CARD.md says on what it was trained.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from classify.linear import Calibration, Head

FILE = Path(__file__).parent / "data" / "model.json"


@dataclass(frozen=True, slots=True)
class Model:
    """The head that names the kind by words, the one that names the category, both calibrations, what weighs
    papers, and what that is worth.
    """

    kinds: Head
    categories: Head
    kind_sure: Calibration
    category_sure: Calibration
    papers: Head
    papers_sure: Calibration

    def as_json(self) -> str:
        """One line a feature, so that a change can be read."""
        heads = {"kinds": self.kinds, "categories": self.categories, "papers": self.papers}
        sure = {
            "kind_sure": self.kind_sure,
            "category_sure": self.category_sure,
            "papers_sure": self.papers_sure,
        }
        tails = [
            f'"{n}": {json.dumps({"bias": c.bias, "weights": dict(c.weights)}, sort_keys=True)}'
            for n, c in sure.items()
        ]
        parts = [*(_head_text(n, h) for n, h in heads.items()), *tails]
        return "{\n" + ",\n".join(parts) + "\n}\n"


def _head_text(name: str, head: Head) -> str:
    lines = (f"{json.dumps(k)}: {json.dumps(w)}" for k, w in sorted(head.weights.items()))
    top = f'"classes": {json.dumps(head.classes)}, "bias": {json.dumps(head.bias)}'
    return f'"{name}": {{{top}, "weights": {{\n' + ",\n".join(lines) + "\n}}"


@cache
def shipped() -> Model:
    """The model of the release, read once."""
    return read(FILE.read_text(encoding="utf-8"))


def read(text: str) -> Model:
    """The model that `Model.as_json` wrote."""
    raw = json.loads(text)
    kinds, categories, papers = (_head(raw[n]) for n in ("kinds", "categories", "papers"))
    kind_sure, category_sure, papers_sure = (
        Calibration(raw[n]["bias"], raw[n]["weights"])
        for n in ("kind_sure", "category_sure", "papers_sure")
    )
    return Model(kinds, categories, kind_sure, category_sure, papers, papers_sure)


def _head(raw: Mapping[str, Any]) -> Head:
    weights = {name: tuple(row) for name, row in raw["weights"].items()}
    return Head(tuple(raw["classes"]), tuple(raw["bias"]), weights)
