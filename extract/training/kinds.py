"""Fits what tells the kinds of paper from one another."""

from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from extract.ranker.grams import BUCKETS
from extract.ranker.kinds import KINDS, SIGN, Kinds, paper_buckets, sign_buckets
from extract.training.fit import SEED
from extract.training.prepared import Prepared

_STRENGTH = 30.0
_ROUNDS = 120


def fit_kinds(prepared: Sequence[Prepared]) -> Kinds:
    """From all papers whose kind is known."""
    matrix, kinds = _rows(prepared)
    model = LogisticRegression(
        C=_STRENGTH, max_iter=_ROUNDS, tol=1e-3, class_weight="balanced", random_state=SEED
    )
    model.fit(matrix, kinds)
    weights = np.zeros((len(KINDS), BUCKETS), dtype=np.float32)
    bias = np.full(len(KINDS), -40.0)
    weights[model.classes_] = model.coef_
    bias[model.classes_] = model.intercept_
    return Kinds(weights, bias)


def _rows(prepared: Sequence[Prepared]) -> tuple[csr_matrix, NDArray[np.int64]]:
    """One row a paper as Kinds.chances weighs it, and the number of its kind."""
    words = [paper_buckets(p.looked.lines) for p in prepared]
    signs = [sign_buckets(p.looked.signs) for p in prepared]
    both = [*chain.from_iterable(zip(words, signs, strict=True))]
    weights = [
        part
        for one, two in zip(words, signs, strict=True)
        for part in (np.full(len(one), 1 / np.sqrt(max(len(one), 1))), np.full(len(two), SIGN))
    ]
    lengths = [len(one) + len(two) for one, two in zip(words, signs, strict=True)]
    starts = np.concatenate([[0], np.cumsum(lengths)])
    shape = (len(prepared), BUCKETS)
    matrix = csr_matrix((np.concatenate(weights), np.concatenate(both), starts), shape=shape)
    return matrix, np.array([KINDS.index(p.example.truth.kind) for p in prepared])
