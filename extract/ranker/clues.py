"""What speaks for an answer: the model's chance, its lead, and whether the keyword rules say the same."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np

from extract.ranker.forest import Numbers
from extract.ranker.kinds import KINDS, by_act, likeliest
from extract.ranker.model import Ranked
from extract.ranker.sureness import GROUPS

NAMES = (
    "chance", "lead", "best_rival", "first", "agrees", "agrees_sure", "agrees_first", "rule_differs_sure",
    "rule_differs", "rule_silent", "not_ranked", "rivals", "support", "print", "ocr", "rule_score",
    "ruled_out", *KINDS,
)  # fmt: skip
_EDGE = 6.0
_SURE = 0.9
_RIVAL = 0.2
_SUPPORTED = 5
_SURE_SCORE = 100


@dataclass(frozen=True, slots=True)
class Paper:
    """The document: whether it was a picture, and the chances of its kind (see KINDS)."""

    is_ocr: bool
    kinds: Numbers

    @property
    def group(self) -> int:
        """Its number in sureness.GROUPS."""
        kind = KINDS[likeliest(self.kinds)]
        is_bill = kind not in GROUPS
        if self.is_ocr:
            return GROUPS.index("pictured bill" if is_bill else "pictured receipt")
        return GROUPS.index("bill" if is_bill else kind)


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


@dataclass(frozen=True, slots=True)
class Seen:
    """A ranking with what else is known of each answer in it. support, 0..1: what else on the page bears it
    out (a sum, a usual term); scores: what the rules' labels make of it (100: surely, below 0: surely not).
    """

    ranked: Sequence[Ranked]
    said: Said
    support: Sequence[float]
    scores: Sequence[int]
    paper: Paper


def proposals_of(seen: Seen) -> list[Proposal]:
    """The first few of the ranking and what the rules say, each with its clues (see NAMES)."""
    ranked, said = seen.ranked, seen.said
    keys = [_key(one) for one in ranked[:MOST_PROPOSALS]]
    places: list[int | None] = list(range(len(keys)))
    if said.key is not None and said.key not in keys:
        keys.append(said.key)
        places.append(next((i for i, one in enumerate(ranked) if _key(one) == said.key), None))
    return [Proposal(key, at, _clues(seen, at, key)) for key, at in zip(keys, places, strict=True)]


def _key(ranked: Ranked) -> Hashable:
    return ranked.asked.keys[ranked.index]


def _clues(seen: Seen, at: int | None, key: Hashable) -> tuple[float, ...]:
    ranked, said, support = seen.ranked, seen.said, seen.support
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
        float(seen.paper.is_ocr),
        max(-1.0, min(seen.scores[at] / _SURE_SCORE, 1.0)) if at is not None else 0.0,
        float(at is not None and seen.scores[at] < 0),
        *seen.paper.kinds,
    )


def quality_of(ranked: Ranked) -> float:
    """The least confidence of the OCR in the words of this answer; 1 for text that was never a picture."""
    candidate = ranked.asked.candidates[ranked.index]
    return min((word.confidence for word in candidate.cell.words), default=1.0)


def _logit(chance: float) -> float:
    kept = min(max(chance, 1e-4), 1 - 1e-4)
    return float(np.clip(np.log(kept / (1 - kept)), -_EDGE, _EDGE))


NONE_NAMES = ("best", "rule_silent", "rule_sure", "paid", "credit", "dates", "terms", "ocr", *KINDS)
"""Clues for the answer "there is none"."""


def none_clues(
    ranked: Sequence[Ranked], said: Said, signs: Sequence[str], paper: Paper, *, terms: bool
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
        float(paper.is_ocr),
        *paper.kinds,
    )


KIND_NAMES = ("chance", "lead", "ocr", *KINDS)
"""Clues for the kind of the paper; of KINDS only the one that is answered is 1."""


def kind_clues(paper: Paper) -> tuple[float, ...]:
    """What speaks for what the likeliest kind asks (see KIND_NAMES)."""
    acts = by_act(paper.kinds)
    first, second = np.sort(acts)[::-1][:2]
    answer = np.eye(len(KINDS))[int(np.argmax(acts))]
    return (
        _logit(float(first)) / _EDGE,
        (_logit(float(first)) - _logit(float(second))) / (2 * _EDGE),
        float(paper.is_ocr),
        *answer,
    )
