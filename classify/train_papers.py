"""Learns to weigh papers: from what each gets by a model that never saw its family."""

from collections.abc import Sequence

import numpy as np

from classify.linear import Head
from classify.model import Model
from classify.prepared import Fold, Prepared, fitted
from classify.rules import tally, votes
from classify.weighed import Papers, is_page, meant, paper_clues
from models.verdict import asks_alike

DRAWN = "drawn-"
"""How families of drawn papers are called: a reader saw them that knew neither their layout nor wording."""
PROMISE = 0.996
"""The share of sure papers that must be right in what they ask, on families that nothing had seen."""
_LEAST_PROOF = 100
_STRENGTH = 1.0

Clued = list[tuple[Prepared, dict[str, float]]]
"""Papers whose page was read, with their clues."""


def clued_papers(part: Sequence[Prepared], model: Model) -> Clued:
    """What speaks for each kind of these papers; `model` should not know their families."""
    return [
        (
            p,
            paper_clues(
                tally(votes(p.evidence)), model.kinds.probabilities(p.features), p.evidence
            ),
        )
        for p in part
        if is_page(p.evidence)
    ]


def papers_without(clued: Sequence[Clued], left_out: int | None) -> Head:
    """The head of all parts but one."""
    rows = [row for i, part in enumerate(clued) if i != left_out for row in part]
    kinds = [str(p.example.kind) for p, _ in rows]
    return fitted([clues for _, clues in rows], kinds, _STRENGTH)


def papers_of(parts: Sequence[Fold]) -> Papers:
    """What weighs papers, from all of them; its cut from those drawn, each weighed without its family."""
    clued = [clued_papers(part, model) for part, model in parts]
    chances, right = [], []
    for (_, model), part in zip(parts, clued, strict=True):
        for p, clues in part:
            kind, chance = meant(model.papers.head.probabilities(clues))
            if p.example.family.startswith(DRAWN):
                chances.append(chance)
                right.append(asks_alike(kind, p.example.kind))
    return Papers(papers_without(clued, None), round(cut_of(chances, right), 4))


def cut_of(chances: Sequence[float], right: Sequence[bool]) -> float:
    """The lowest chance such that of all answers from it on at least PROMISE were right; fewer than
    _LEAST_PROOF answers are no proof.
    """
    order = np.argsort(-np.array(chances), kind="stable")
    share = np.cumsum(np.array(right)[order]) / np.arange(1, len(order) + 1)
    share[: _LEAST_PROOF - 1] = 0.0
    kept = np.flatnonzero(share >= PROMISE)
    return float(np.array(chances)[order][kept[-1]]) if len(kept) else 1.0
