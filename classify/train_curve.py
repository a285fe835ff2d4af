"""Fits the curve that says how far an answer can be trusted."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from classify.linear import Calibration
from classify.weighed import SURE, odds

_STEPS, _DECAY = 12_000, 0.001
_FALLS = frozenset({"mixed", "nothing"})
"""Clues that may only lower a confidence; every other may only raise it."""
PROMISE = 0.996
"""The share of sure answers that must be right of examples whose family the curve never saw."""
_LEAST_PROOF = 100
_MOST_RAISED = 0.999


def curve(clues: Sequence[Mapping[str, float]], right: Sequence[bool]) -> Calibration:
    """Logistic curve by projected gradient, each weight held to its sign."""
    names = sorted({n for c in clues for n in c})
    x = np.array([[c.get(n, 0.0) for n in names] for c in clues])
    y = np.array(right, dtype=float)
    signs = np.array([-1.0 if n in _FALLS else 1.0 for n in names])
    weights, bias = np.zeros(len(names)), 0.0
    for _ in range(_STEPS):
        error = 1 / (1 + np.exp(-(x @ weights + bias))) - y
        weights -= 0.05 * (x.T @ error / len(y) + _DECAY * weights)
        weights = np.where(weights * signs < 0, 0.0, weights)
        bias -= 0.05 * float(error.mean())
    return Calibration(
        round(bias, 3), {n: round(float(w), 3) for n, w in zip(names, weights, strict=True)}
    )


Answers = Sequence[tuple[Mapping[str, float], bool]]
"""The clues of answers, and whether each was right."""


def promised(parts: Sequence[Answers]) -> Calibration:
    """The curve of all parts, moved so that SURE is where answers kept the PROMISE: each part is judged by a
    curve that never saw it.
    """
    curves = [_of(parts[:i], parts[i + 1 :]) for i in range(len(parts))]
    judged = [
        (others.probability(clues), right)
        for others, part in zip(curves, parts, strict=True)
        for clues, right in part
    ]
    whole = _of(parts)
    cut = cut_of(judged)
    return replace(whole, bias=round(whole.bias + odds(SURE) - odds(cut), 3))


def cut_of(judged: Sequence[tuple[float, bool]]) -> float:
    """The lowest chance such that of all answers above it at least PROMISE were right; near 1 where fewer
    than a hundred would show it.
    """
    ordered = sorted(judged, key=lambda one: -one[0])
    share = np.cumsum([right for _, right in ordered]) / np.arange(1, len(ordered) + 1)
    share[: _LEAST_PROOF - 1] = 0.0
    kept = np.flatnonzero(share >= PROMISE)
    return min(ordered[kept[-1]][0], _MOST_RAISED) if len(kept) else _MOST_RAISED


def _of(*parts: Sequence[Answers]) -> Calibration:
    answers = [answer for some in parts for part in some for answer in part]
    return curve([clues for clues, _ in answers], [right for _, right in answers])
