"""Examples looked at once, in parts that no family is split between, and regressions over named numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from classify.evidence import Evidence, gather
from classify.examples import Example
from classify.features import features
from classify.linear import Head
from classify.model import Model
from classify.signs import STEMS

FOLDS = 8
_SMALLEST_WEIGHT = 0.02
_SEED = 20
HIDDEN = (0.0, 0.15, 0.3, 0.45)
"""The shares of signs and words that are hidden from an example in turn."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """An example with what is looked at, gathered once."""

    example: Example
    evidence: Evidence
    features: dict[str, float]


Fold = tuple[list[Prepared], Model]
"""Some families and a model trained without them."""


def prepare(examples: Sequence[Example]) -> list[Prepared]:
    """Evidence and features of every example."""
    gathered = [(e, gather(e.case)) for e in examples]
    return [Prepared(e, evidence, features(evidence)) for e, evidence in gathered]


def folds(prepared: Sequence[Prepared]) -> list[list[Prepared]]:
    """Eight parts of whole families, each part with families of every kind where there are."""
    families = sorted({(p.example.kind, p.example.family) for p in prepared})
    part = {family: i % FOLDS for i, (_, family) in enumerate(families)}
    return [[p for p in prepared if part[p.example.family] == i] for i in range(FOLDS)]


def dimmed(prepared: Prepared, random: Random) -> Prepared:
    """The example with about a third of its signs unseen and as many of its words unknown."""
    share = random.choice(HIDDEN)
    evidence = prepared.evidence
    signs = sorted({sign for sign, _ in evidence.seen} - STEMS.keys())
    lost = {sign for sign in signs if random.random() < share}
    seen = {key: quote for key, quote in evidence.seen.items() if key[0] not in lost}
    dim = replace(evidence, seen=seen)
    kept = features(dim)
    # Sorted: the order of a set of words changes from run to run, and chance with it.
    words = {n: v for n, v in sorted(kept.items()) if n[1] != ":" or random.random() > share}
    return Prepared(prepared.example, dim, words)


def fitted(
    rows: Sequence[Mapping[str, float]],
    labels: Sequence[str],
    strength: float,
    weights: Sequence[float],
    *,
    balanced: bool = False,
) -> Head:
    """A multinomial logistic regression; `weights` say how much each row counts, `balanced` makes rare
    labels count as much as common ones.
    """
    vectorizer = DictVectorizer()
    regression = LogisticRegression(
        C=strength, class_weight="balanced" if balanced else None, max_iter=3000, random_state=_SEED
    )
    regression.fit(vectorizer.fit_transform(rows), labels, sample_weight=weights)
    columns = np.round(regression.coef_.T, 3)
    return Head(
        tuple(str(c) for c in regression.classes_),
        tuple(round(float(b), 3) for b in regression.intercept_),
        {
            str(name): tuple(float(w) for w in row)
            for name, row in zip(vectorizer.feature_names_, columns, strict=True)
            if np.abs(row).max() >= _SMALLEST_WEIGHT
        },
    )
