"""The trained heads as one file of plain arrays, loaded once a process when first asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from extract.looked import Looked
from extract.ranker.forest import Forest
from extract.ranker.head import Grams, Head
from extract.ranker.questions import QUESTIONS, Asked, asking
from extract.ranker.sureness import Sureness

SURENESSES = (*QUESTIONS, "no_due")
"""What is calibrated: an answer to each question, and the answer that nothing falls due."""
FILE = Path(__file__).parent / "data" / "model.npz"
_TREE = ("feature", "threshold", "left", "right", "value", "roots")


@dataclass(frozen=True, slots=True)
class Ranked:
    """An answer with its chance (0..1) and its best candidate's index among `asked.candidates`."""

    chance: float
    index: int
    asked: Asked


@dataclass(frozen=True, slots=True)
class Model:
    """One head a question, what its chances are worth, and the words of receipts."""

    heads: Mapping[str, Head]
    sureness: Mapping[str, Sureness]
    state: Grams | None = None

    def ranked(self, looked: Looked) -> dict[str, tuple[Ranked, ...]]:
        """For each question the different answers, the likeliest first; a value's chance is that of its
        best place on the page.
        """
        questions = asking(looked)
        return {name: _ranked(head, questions.of(name)) for name, head in self.heads.items()}


def _ranked(head: Head, asked: Asked) -> tuple[Ranked, ...]:
    best: dict[object, Ranked] = {}
    chances = head.chances(asked.numbers, asked.buckets)
    for i, (key, chance) in enumerate(zip(asked.keys, chances, strict=True)):
        if key not in best or chance > best[key].chance:
            best[key] = Ranked(float(chance), i, asked)
    return tuple(sorted(best.values(), key=lambda r: -r.chance))


@lru_cache(maxsize=1)
def model() -> Model | None:
    """The shipped model; None where it was not trained yet (then the rules read alone)."""
    return load(FILE) if FILE.is_file() else None


def load(file: Path) -> Model:
    """A model that `save` wrote. Never unpickles."""
    with np.load(file, allow_pickle=False) as arrays:
        return Model(
            {name: _head(arrays, name) for name in QUESTIONS},
            {name: Sureness.of(arrays[f"{name}.sureness"]) for name in SURENESSES},
            Grams(arrays["state.weights"].astype(np.float32), float(arrays["state.bias"][0])),
        )


def _head(arrays: Mapping[str, NDArray[np.float64]], name: str) -> Head:
    depth, base, bias = arrays[f"{name}.scalars"]
    parts = {part: arrays[f"{name}.{part}"] for part in _TREE}
    whole = {part: parts[part].astype(np.int32) for part in ("feature", "left", "right", "roots")}
    forest = Forest(
        whole["feature"], parts["threshold"], whole["left"], whole["right"],
        parts["value"].astype(np.float64), whole["roots"], int(depth), float(base),
    )  # fmt: skip
    return Head(Grams(arrays[f"{name}.weights"].astype(np.float32), float(bias)), forest)


def save(model_: Model, file: Path) -> None:
    """Writes the arrays, compressed; the same model gives the same bytes."""
    arrays: dict[str, NDArray[np.generic]] = {}
    for name, head in model_.heads.items():
        arrays[f"{name}.weights"] = head.grams.weights.astype(np.float16)
        for part in _TREE:
            arrays[f"{name}.{part}"] = getattr(head.forest, part)
        arrays[f"{name}.scalars"] = np.array(
            [head.forest.depth, head.forest.base, head.grams.bias], dtype=np.float64
        )
    for name, sureness in model_.sureness.items():
        arrays[f"{name}.sureness"] = sureness.array
    if model_.state is not None:
        arrays["state.weights"] = model_.state.weights.astype(np.float16)
        arrays["state.bias"] = np.array([model_.state.bias])
    file.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(file, allow_pickle=False, **arrays)
