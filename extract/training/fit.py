"""Fits one head: letter groups by logistic regression, then boosted trees over the figures."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from extract.ranker.forest import Forest, Numbers
from extract.ranker.grams import BUCKETS, Buckets
from extract.ranker.head import Grams, Head, with_grams

SEED = 7
_INNER = 4
"""Parts by family: the trees see what the grams say of families that these were not fitted on."""
_STRENGTH = 3.0
_NEAR_ENOUGH = 0.01
"""The regression's tolerance: with a hundredth of it the same share of amounts was right (95.2 % of 750
bills, letter groups alone, fitted on 750 others)."""
_MOST_WRONG = 40
"""Wrong candidates of a document that the letter groups learn from; a page of prose has hundreds of names."""


@dataclass(frozen=True, slots=True)
class Boosting:
    """How many trees of how many leaves, at what pace; answers a leaf needs at least; the ridge."""

    rounds: int
    leaves: int
    rate: float
    least: int
    ridge: float


_TREES = Boosting(160, 15, 0.08, 12, 2.0)


@dataclass(frozen=True, slots=True)
class Rows:
    """All candidates of many documents, one document's rows together.

    `document` counts them from 0; `family` numbers the layouts that must stay together.
    """

    numbers: Numbers
    buckets: Sequence[Buckets]
    right: NDArray[np.bool_]
    document: NDArray[np.int64]
    family: NDArray[np.int64]


def fit_head(rows: Rows) -> Head:
    """The head of all rows. The same rows give the same head."""
    few = _few(rows)
    grams = _grams(rows, few)
    told = np.zeros(len(rows.right))
    part = rows.family % _INNER
    for i in range(_INNER):
        if np.any(part == i):
            told[part == i] = _tell(_grams(rows, few & (part != i)), rows.buckets, part == i)
    numbers = _by_document(rows, told)
    return Head(grams, forest_of(numbers, rows.right, _weights(rows.document, rows.right), _TREES))


def _few(rows: Rows) -> NDArray[np.bool_]:
    """All right candidates and, by lot, at most _MOST_WRONG wrong ones of each document."""
    lot = np.where(rows.right, -1.0, np.random.default_rng(SEED).random(len(rows.right)))
    order = np.lexsort((lot, rows.document))
    starts = np.concatenate([[0], np.cumsum(np.bincount(rows.document))[:-1]])
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order)) - starts[rows.document[order]]
    right = np.bincount(rows.document, rows.right).astype(np.int64)
    return np.asarray(rank < right[rows.document] + _MOST_WRONG)


def _grams(rows: Rows, used: NDArray[np.bool_]) -> Grams:
    at = np.flatnonzero(used)
    matrix = matrix_of([rows.buckets[int(i)] for i in at])
    model = LogisticRegression(C=_STRENGTH, solver="liblinear", tol=_NEAR_ENOUGH, random_state=SEED)
    model.fit(matrix, rows.right[at], sample_weight=_weights(rows.document[at], rows.right[at]))
    return Grams(model.coef_[0].astype(np.float32), float(model.intercept_[0]))


def matrix_of(buckets: Sequence[Buckets]) -> csr_matrix:
    """One row a text, as Grams.score weighs it: groups count by the root of their number."""
    lengths = np.array([len(b) for b in buckets])
    columns = np.concatenate(buckets) if len(buckets) else np.empty(0, dtype=np.int64)
    values = np.repeat(1 / np.sqrt(np.maximum(lengths, 1)), lengths)
    starts = np.concatenate([[0], np.cumsum(lengths)])
    return csr_matrix((values, columns, starts), shape=(len(buckets), BUCKETS))


def _tell(grams: Grams, buckets: Sequence[Buckets], which: NDArray[np.bool_]) -> Numbers:
    return grams.scores([buckets[int(i)] for i in np.flatnonzero(which)])


def _by_document(rows: Rows, told: Numbers) -> Numbers:
    starts = np.flatnonzero(np.diff(rows.document)) + 1
    parts = zip(np.split(rows.numbers, starts), np.split(told, starts), strict=True)
    return np.concatenate([with_grams(*part) for part in parts])


def _weights(document: NDArray[np.int64], is_right: NDArray[np.bool_]) -> Numbers:
    """Each document counts once, and its right candidates half of it."""
    right = np.bincount(document, is_right)[document]
    wrong = np.bincount(document, ~is_right)[document]
    weights = np.where(is_right, 1.0 / np.maximum(right, 1), 1.0 / np.maximum(wrong, 1))
    return np.asarray(weights * len(weights) / weights.sum())


def forest_of(
    numbers: Numbers, right: NDArray[np.bool_], weights: Numbers | None, boosting: Boosting
) -> Forest:
    """Boosted trees, on one thread: several in one process only wait for one another."""
    model = HistGradientBoostingClassifier(
        max_iter=boosting.rounds,
        max_leaf_nodes=boosting.leaves,
        learning_rate=boosting.rate,
        min_samples_leaf=boosting.least,
        l2_regularization=boosting.ridge,
        early_stopping=False,
        random_state=SEED,
    )
    with threadpool_limits(1):
        model.fit(numbers, right, sample_weight=weights)
    return _exported(model)


def _exported(model: HistGradientBoostingClassifier) -> Forest:
    """scikit-learn's trees as arrays (checked against its own answers in the tests)."""
    feature: list[int] = []
    threshold: list[float] = []
    left: list[int] = []
    right: list[int] = []
    value: list[float] = []
    roots: list[int] = []
    depth = 1
    for (tree,) in model._predictors:  # noqa: SLF001 - no public way out but pickle
        nodes, base = tree.nodes, len(feature)
        roots.append(base)
        depth = max(depth, int(nodes["depth"].max()))
        for i, node in enumerate(nodes):
            leaf = bool(node["is_leaf"])
            feature.append(0 if leaf else int(node["feature_idx"]))
            threshold.append(0.0 if leaf else float(node["num_threshold"]))
            left.append(base + (i if leaf else int(node["left"])))
            right.append(base + (i if leaf else int(node["right"])))
            value.append(float(node["value"]) if leaf else 0.0)
    return Forest(
        np.array(feature, dtype=np.int32),
        np.array(threshold),
        np.array(left, dtype=np.int32),
        np.array(right, dtype=np.int32),
        np.array(value),
        np.array(roots, dtype=np.int32),
        depth,
        float(np.ravel(model._baseline_prediction)[0]),  # noqa: SLF001
    )
