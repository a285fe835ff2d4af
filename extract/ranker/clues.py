"""What speaks for an answer: the model's chance, its lead, and whether the keyword rules say the same."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np

from extract.ranker.model import Ranked

NAMES = (
    "chance", "lead", "best_rival", "first", "agrees", "agrees_sure", "agrees_first", "rule_differs_sure",
    "rule_differs", "rule_silent", "not_ranked", "rivals", "support", "print", "ocr",
)  # fmt: skip
_EDGE = 6.0
_SURE = 0.9
_RIVAL = 0.2
_SUPPORTED = 5


@dataclass(frozen=True, slots=True)
class Said:
    """What the keyword rules answered: the key of their answer (None: nothing) and how sure they are."""

    key: Hashable | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Proposal:
    """A possible answer: its key, its place in the ranking (None: only the rules know it), its clues."""

    key: Hashable
    at: int | None
    clues: tuple[float, ...]


MOST_PROPOSALS = 4


def proposals_of(
    ranked: Sequence[Ranked], said: Said, support: Sequence[float], *, is_ocr: bool
) -> list[Proposal]:
    """The first few of the ranking and what the rules say, each with its clues (see NAMES).

    support: for each ranked answer 0..1, what else on the page bears it out (a sum, a usual term).
    """
    keys = [_key(one) for one in ranked[:MOST_PROPOSALS]]
    places: list[int | None] = list(range(len(keys)))
    if said.key is not None and said.key not in keys:
        keys.append(said.key)
        places.append(next((i for i, one in enumerate(ranked) if _key(one) == said.key), None))
    return [
        Proposal(key, at, _clues(ranked, at, key, said, support, is_ocr=is_ocr))
        for key, at in zip(keys, places, strict=True)
    ]


def _key(ranked: Ranked) -> Hashable:
    return ranked.asked.keys[ranked.index]


def _clues(
    ranked: Sequence[Ranked],
    at: int | None,
    key: Hashable,
    said: Said,
    support: Sequence[float],
    *,
    is_ocr: bool,
) -> tuple[float, ...]:
    chance = ranked[at].chance if at is not None else 0.0
    rivals = [one.chance for i, one in enumerate(ranked) if i != at]
    same = said.key == key
    sure = said.confidence >= _SURE
    return (
        _logit(chance) / _EDGE,
        (_logit(chance) - _logit(max(rivals, default=0.0))) / (2 * _EDGE),
        max(rivals, default=0.0),
        float(at == 0),
        float(same),
        float(same and sure),
        float(same and at == 0),
        float(not same and said.key is not None and sure),
        float(not same and said.key is not None),
        float(said.key is None),
        float(at is None),
        min(sum(one > _RIVAL for one in rivals), _SUPPORTED) / _SUPPORTED,
        support[at] if at is not None else 0.0,
        quality_of(ranked[at]) if at is not None else 1.0,
        float(is_ocr),
    )


def quality_of(ranked: Ranked) -> float:
    """The least confidence of the OCR in the words of this answer; 1 for text that was never a picture."""
    candidate = ranked.asked.candidates[ranked.index]
    return min((word.confidence for word in candidate.cell.words), default=1.0)


def _logit(chance: float) -> float:
    kept = min(max(chance, 1e-4), 1 - 1e-4)
    return float(np.clip(np.log(kept / (1 - kept)), -_EDGE, _EDGE))


NONE_NAMES = ("best", "rule_silent", "rule_sure", "paid", "credit", "dates", "terms", "ocr")
"""Clues for the answer "there is none"."""


def none_clues(
    ranked: Sequence[Ranked], said: Said, signs: Sequence[str], *, terms: bool, is_ocr: bool
) -> tuple[float, ...]:
    """What speaks for a bill without due date (see NONE_NAMES)."""
    best = max((one.chance for one in ranked), default=0.0)
    return (
        -_logit(best) / _EDGE,
        float(said.key is None),
        float(said.key is not None and said.confidence >= _SURE),
        float("already_paid" in signs or "receipt" in signs),
        float("credit_note" in signs),
        min(len(ranked), 6) / 6,
        float(terms),
        float(is_ocr),
    )
