"""The trained heads as one file of plain arrays, loaded once a process when first asked."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from extract.ranker.forest import Forest
from extract.ranker.head import Grams, Head
from extract.ranker.kinds import Kinds
from extract.ranker.questions import QUESTIONS, Asked
from extract.ranker.sureness import Sureness

SURENESSES = (*QUESTIONS, "no_due", "kind")
"""What is calibrated: an answer to each question, the answer that nothing falls due, the paper's kind."""
FILE = Path(__file__).parent / "data" / "model.npz"


@dataclass(frozen=True, slots=True)
class Ranked:
    """An answer with its chance (0..1) and its best candidate's index among `asked.candidates`."""

    chance: float
    index: int
    asked: Asked


@dataclass(frozen=True, slots=True)
class Model:
    """One head a question, what its chances are worth, and the words of each kind of paper."""

    heads: Mapping[str, Head]
    sureness: Mapping[str, Sureness]
    kinds: Kinds

    def ranked(self, question: str, asked: Asked) -> tuple[Ranked, ...]:
        """The different answers, the likeliest first; a value's chance is that of its best place on the
        page.
        """
        best: dict[object, Ranked] = {}
        chances = self.heads[question].chances(asked.numbers, asked.buckets)
        for i, (key, chance) in enumerate(zip(asked.keys, chances, strict=True)):
            if key not in best or chance > best[key].chance:
                best[key] = Ranked(float(chance), i, asked)
        return tuple(sorted(best.values(), key=lambda r: -r.chance))


_instead: list[Model] = []


def model() -> Model | None:
    """The shipped model; None where it was not trained yet (then the rules read alone)."""
    return _instead[-1] if _instead else _shipped()


@contextmanager
def reading_with(other: Model) -> Iterator[None]:
    """Another model reads in this process meanwhile: one that never saw what is to be measured."""
    _instead.append(other)
    try:
        yield
    finally:
        _instead.pop()


@lru_cache(maxsize=1)
def _shipped() -> Model | None:
    return load(FILE) if FILE.is_file() else None


def load(file: Path) -> Model:
    """A model that `save` wrote. Never unpickles."""
    with np.load(file, allow_pickle=False) as arrays:
        return Model(
            {name: _head(arrays, name) for name in QUESTIONS},
            {name: _worth(arrays, name) for name in SURENESSES},
            Kinds(
                arrays["kinds.rows"].astype(np.float32),
                arrays["kinds.page"].astype(np.float32),
                arrays["kinds.bias"],
            ),
        )


def _worth(arrays: Mapping[str, NDArray[np.float64]], name: str) -> Sureness:
    has_trees = f"{name}.worth.scalars" in arrays
    trees = Forest.of(arrays, f"{name}.worth") if has_trees else None
    return Sureness.of(arrays[f"{name}.sureness"], trees)


def _head(arrays: Mapping[str, NDArray[np.float64]], name: str) -> Head:
    weights, bias = arrays[f"{name}.weights"].astype(np.float32), arrays[f"{name}.bias"]
    return Head(Grams(weights, float(bias)), Forest.of(arrays, name))


def save(model_: Model, file: Path) -> None:
    """Writes the arrays, compressed; the same model gives the same bytes."""
    arrays: dict[str, NDArray[np.generic]] = {}
    for name, head in model_.heads.items():
        arrays[f"{name}.weights"] = head.grams.weights.astype(np.float16)
        arrays[f"{name}.bias"] = np.array(head.grams.bias)
        arrays |= head.forest.arrays(name)
    for name, sureness in model_.sureness.items():
        arrays[f"{name}.sureness"] = sureness.array
        if sureness.trees is not None:
            arrays |= sureness.trees.arrays(f"{name}.worth")
    arrays["kinds.rows"] = model_.kinds.rows.astype(np.float16)
    arrays["kinds.page"] = model_.kinds.page.astype(np.float16)
    arrays["kinds.bias"] = model_.kinds.bias
    file.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(file, allow_pickle=False, **arrays)
