"""`python -m classify.train`: learns data/model.json from data/examples.jsonl.gz, the same each time.

Two logistic regressions (kind, category) over word pairs and facts, then two calibration curves fitted
on what each example gets from a model that never saw its family.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from classify.decision import Chosen, choose
from classify.evidence import Evidence, gather
from classify.examples import Example, read
from classify.features import features
from classify.model import FILE, Calibration, Head, Model
from classify.signs import STEMS
from models.verdict import asks_alike

FOLDS = 8
LEAST_FAMILIES = 3
"""A word is kept when this many families use it: names of single billers stay out."""
_SMALLEST_WEIGHT = 0.02
_STRENGTH = 2.0
_SEED = 20
_STEPS, _DECAY = 12_000, 0.001
ROUNDS = 4
"""How often each example is looked at, each time dimmed otherwise, to fit the calibration."""
HIDDEN = (0.0, 0.15, 0.3, 0.45)
_STEADY = Calibration(0.0, {})
_SIGNS = {
    "margin": 1, "points": 1, "model": 1, "model_margin": 1, "agree": 1,
    "mixed": -1, "nothing": -1, "page_agrees": 1, "page_differs": -1, "page_silent": 1,
}  # fmt: skip
"""Which way each clue may move the confidence: the curve is fitted under these signs."""


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


def fold_models(prepared: Sequence[Prepared]) -> list[Fold]:
    """Each part of the examples with a model that never saw its families (not yet calibrated)."""
    parts = []
    for part in folds(prepared):
        hidden = {p.example.family for p in part}
        parts.append((part, _heads([p for p in prepared if p.example.family not in hidden])))
    return parts


def unseen(parts: Sequence[Fold], dimmed: Random | None = None) -> list[tuple[Prepared, Chosen]]:
    """Each example judged by the model that never saw its family.

    With `dimmed`, a part of its signs and words is hidden first: whoever wrote the rules had read the
    samples, real mail says it in words nobody foresaw.
    """
    return [
        (p, choose(p.evidence, model, p.features))
        for part, model in parts
        for p in ((_dim(p, dimmed) for p in part) if dimmed else part)
    ]


def _dim(prepared: Prepared, random: Random) -> Prepared:
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


def train(prepared: Sequence[Prepared], parts: Sequence[Fold]) -> Model:
    """The model of all examples with calibrations from unseen families in unseen wordings."""
    rounds = [Random(seed) for seed in range(ROUNDS)]  # noqa: S311 - no secret, the same each time
    answers = [pair for dimmed in rounds for pair in unseen(parts, dimmed)]
    labelled = [(p, c) for p, c in answers if p.example.category]
    right = [asks_alike(c.kind, p.example.kind) for p, c in answers]
    fit = [c.category is p.example.category for p, c in labelled]
    return replace(
        _heads(prepared),
        kind_sure=_curve([c.clues for _, c in answers], right),
        category_sure=_curve([c.category_clues for _, c in labelled], fit),
    )


def _heads(prepared: Sequence[Prepared]) -> Model:
    kinds = _head(prepared, [str(p.example.kind) for p in prepared])
    labelled = [p for p in prepared if p.example.category]
    categories = _head(labelled, [str(p.example.category) for p in labelled])
    return Model(kinds, categories, _STEADY, _STEADY)


def _head(prepared: Sequence[Prepared], labels: Sequence[str]) -> Head:
    users: dict[str, set[str]] = defaultdict(set)
    for p in prepared:
        for name in p.features:
            users[name].add(p.example.family)
    kept = {name for name, families in users.items() if len(families) >= LEAST_FAMILIES}
    rows = [{n: v for n, v in p.features.items() if n in kept} for p in prepared]
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(rows)
    weights = _family_weights(prepared)
    fitted = LogisticRegression(
        C=_STRENGTH, class_weight="balanced", max_iter=2000, random_state=_SEED
    )
    fitted.fit(matrix, labels, sample_weight=weights)
    columns = np.round(fitted.coef_.T, 3)
    return Head(
        tuple(str(c) for c in fitted.classes_),
        tuple(round(float(b), 3) for b in fitted.intercept_),
        {
            str(name): tuple(float(w) for w in row)
            for name, row in zip(vectorizer.feature_names_, columns, strict=True)
            if np.abs(row).max() >= _SMALLEST_WEIGHT
        },
    )


def _family_weights(prepared: Sequence[Prepared]) -> list[float]:
    """A family counts once, however many variants it has (more than four count a little more)."""
    size = Counter(p.example.family for p in prepared)
    return [float(min(size[p.example.family], 4) / size[p.example.family]) for p in prepared]


def _curve(clues: Sequence[Mapping[str, float]], right: Sequence[bool]) -> Calibration:
    """Logistic curve by projected gradient, each weight held to its sign."""
    names = sorted({n for c in clues for n in c})
    x = np.array([[c.get(n, 0.0) for n in names] for c in clues])
    y = np.array(right, dtype=float)
    signs = np.array([_SIGNS[n] for n in names], dtype=float)
    weights, bias = np.zeros(len(names)), 0.0
    for _ in range(_STEPS):
        error = 1 / (1 + np.exp(-(x @ weights + bias))) - y
        weights -= 0.05 * (x.T @ error / len(y) + _DECAY * weights)
        weights = np.where(weights * signs < 0, 0.0, weights)
        bias -= 0.05 * float(error.mean())
    return Calibration(
        round(bias, 3), {n: round(float(w), 3) for n, w in zip(names, weights, strict=True)}
    )


def main() -> None:
    """Trains and writes the shipped model."""
    prepared = prepare(read())
    FILE.write_text(train(prepared, fold_models(prepared)).as_json(), encoding="utf-8")


if __name__ == "__main__":
    main()
