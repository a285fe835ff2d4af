"""Fits what tells the kinds of paper from one another."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from sklearn.utils.class_weight import compute_sample_weight

from extract.ranker.figures import marked
from extract.ranker.forest import Numbers
from extract.ranker.grams import Buckets
from extract.ranker.kinds import BUCKETS, KINDS, SIGN, Kinds, paper_buckets, rows_of, sign_buckets
from extract.training.prepared import Prepared

_RIDGE = 1e-6
"""Per unit of mean loss, for both sets of weights."""
_ROUNDS = 120
_MANY = len(KINDS)


@dataclass(frozen=True, slots=True)
class Papers:
    """rows: one line a row of a paper, `starts` where each paper's begin (and the end); pages: one line a
    paper; kinds: its number in KINDS.
    """

    rows: csr_matrix
    starts: NDArray[np.int64]
    pages: csr_matrix
    kinds: NDArray[np.int64]


def fit_kinds(prepared: Sequence[Prepared]) -> Kinds:
    """From all papers whose kind is known: every kind counts alike, however many papers are of it."""
    papers = _papers([p for p in prepared if p.example.truth.kind])
    size = BUCKETS * _MANY
    start = np.zeros(2 * size + _MANY)
    found = minimize(
        _loss(papers), start, jac=True, method="L-BFGS-B",
        options={"maxiter": _ROUNDS, "maxcor": 8},
    ).x.astype(np.float32)  # fmt: skip
    rows, page, bias = found[:size], found[size : 2 * size], found[2 * size :]
    never = np.bincount(papers.kinds, minlength=_MANY) == 0
    return Kinds(
        np.ascontiguousarray(rows.reshape(BUCKETS, _MANY).T),
        np.ascontiguousarray(page.reshape(BUCKETS, _MANY).T),
        np.where(never, -40.0, bias.astype(np.float64)),
    )


def _loss(papers: Papers) -> Callable[[Numbers], tuple[float, Numbers]]:
    """The mean cross-entropy with its ridge, and its gradient, of all weights in one array."""
    rows_back, pages_back = papers.rows.T.tocsr(), papers.pages.T.tocsr()
    share = compute_sample_weight("balanced", papers.kinds)
    share = (share / share.sum()).astype(np.float32)[:, None]
    truth = np.eye(_MANY, dtype=np.float32)[papers.kinds]
    of_row = np.repeat(np.arange(len(truth)), np.diff(papers.starts))
    size = BUCKETS * _MANY

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        rows, page, bias = _parts(weights.astype(np.float32), size)
        said, part = _summed(papers.rows @ rows, papers.starts, of_row)
        score = said + papers.pages @ page + bias
        score -= score.max(axis=1, keepdims=True)
        log_chance = score - np.log(np.exp(score).sum(axis=1, keepdims=True))
        off = share * (np.exp(log_chance) - truth)
        ridge = _RIDGE / 2 * float((rows**2).sum() + (page**2).sum())
        gradient = np.concatenate([
            (rows_back @ (part * off[of_row]) + _RIDGE * rows).ravel(),
            (pages_back @ off + _RIDGE * page).ravel(),
            off.sum(axis=0),
        ])  # fmt: skip
        return float(-(share * truth * log_chance).sum()) + ridge, gradient.astype(np.float64)

    return loss


Matrix = NDArray[np.float32]


def _parts(weights: Matrix, size: int) -> tuple[Matrix, Matrix, Matrix]:
    rows, page = weights[:size], weights[size : 2 * size]
    return rows.reshape(BUCKETS, _MANY), page.reshape(BUCKETS, _MANY), weights[2 * size :]


def _summed(
    told: Matrix, starts: NDArray[np.int64], of_row: NDArray[np.int64]
) -> tuple[Matrix, Matrix]:
    """The log-sum-exp of each paper's rows, and each row's part in it."""
    most = np.maximum.reduceat(told, starts[:-1], axis=0)
    raised = np.exp(told - most[of_row])
    total = np.add.reduceat(raised, starts[:-1], axis=0)
    part = np.asarray(raised / total[of_row], dtype=np.float32)
    return np.asarray(most + np.log(total), dtype=np.float32), part


_SILENT: Buckets = np.empty(0, dtype=np.int64)


def _papers(prepared: Sequence[Prepared]) -> Papers:
    rows = [rows_of(marked(p.looked)) or [_SILENT] for p in prepared]
    signs = [sign_buckets(p.looked.signs) for p in prepared]
    words = [paper_buckets(said) for said in rows]
    pages = [np.concatenate([one, two]) for one, two in zip(words, signs, strict=True)]
    weights = [
        np.concatenate([_even(one), np.full(len(two), SIGN)])
        for one, two in zip(words, signs, strict=True)
    ]
    flat = [row for said in rows for row in said]
    return Papers(
        _matrix(flat, [_even(row) for row in flat]),
        np.concatenate([[0], np.cumsum([len(said) for said in rows])]),
        _matrix(pages, weights),
        np.array([KINDS.index(p.example.truth.kind) for p in prepared]),
    )


def _even(buckets: Buckets) -> Numbers:
    """Words share a length of 1, as Kinds weighs them."""
    return np.full(len(buckets), 1 / np.sqrt(max(len(buckets), 1)))


def _matrix(columns: Sequence[Buckets], weights: Sequence[Numbers]) -> csr_matrix:
    starts = np.concatenate([[0], np.cumsum([len(c) for c in columns])])
    values = np.concatenate(weights).astype(np.float32)
    matrix = csr_matrix((values, np.concatenate(columns), starts), shape=(len(columns), BUCKETS))
    matrix.sum_duplicates()
    return matrix
