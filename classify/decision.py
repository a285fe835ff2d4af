"""Rules first, the model second: one kind and one category, each with how sure."""

from collections.abc import Mapping
from dataclasses import dataclass

from classify.caps import capped, turned
from classify.categories import Guess, guess
from classify.evidence import Evidence
from classify.features import features
from classify.model import Model
from classify.rules import Vote, tally, votes
from classify.weighed import is_page, paper_clues, weighed
from models.verdict import Because, Category, Kind
from models.words import mark

_MODEL_POINTS = 0.5
"""What a category the model is certain of weighs beside the points of the words."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The answer, how sure before doubts, its reasons, the clues that it was weighed by."""

    kind: Kind
    confidence: float
    because: tuple[Because, ...]
    clues: dict[str, float]
    category: Category
    category_confidence: float
    category_because: tuple[Because, ...]
    category_clues: dict[str, float]


def choose(evidence: Evidence, model: Model, named: Mapping[str, float] | None = None) -> Chosen:
    """What the evidence says, by rules and model together; `named` are its features when at hand."""
    named = features(evidence) if named is None else named
    cast = votes(evidence)
    points = tally(cast)
    likely = model.kinds.probabilities(named)
    kind, confidence, clues = _judged(evidence, model, points, likely)
    kind, confidence = turned(kind, confidence, evidence)
    words = guess(evidence)
    trades = model.categories.probabilities(named)
    category = _category(words, trades)
    trade_clues = category_clues(category, words, trades)
    return Chosen(
        kind=kind,
        confidence=capped(confidence, kind, evidence),
        because=_reasons(kind, cast, likely, evidence),
        clues=clues,
        category=category,
        category_confidence=model.category_sure.probability(trade_clues),
        category_because=words.because if words.category is category else (_LEARNED,),
        category_clues=trade_clues,
    )


_LEARNED = Because(mark("Its wording is typical of this trade."))
_SAME = Because(mark("Its wording is typical of this kind."))
_OTHERWISE = Because(mark("Its wording rather suggests another kind: please check."))
_UNREAD = Because(mark("The attached document could not be read: please look at it."))
_NOTHING = Because(mark("Nothing could be read here."))


def _kind(points: Mapping[Kind, float], likely: Mapping[str, float]) -> Kind:
    """The rules' kind; the model only decides between two that the rules hold nearly equal."""
    first, second = sorted(points, key=lambda k: -points[k])[:2]
    close = points[first] - points[second] < 1
    if close and likely.get(second, 0) > 0.5 and second is not Kind.TO_PAY:  # noqa: PLR2004
        return second
    return first


def _judged(
    evidence: Evidence, model: Model, points: Mapping[Kind, float], likely: Mapping[str, float]
) -> tuple[Kind, float, dict[str, float]]:
    """The kind, how sure before any cap, and the clues that say so."""
    if is_page(evidence):
        clues = paper_clues(points, likely, evidence)
        return *weighed(model.papers, model.papers_sure, clues, evidence), clues
    kind = _kind(points, likely)
    clues = kind_clues(kind, points, likely)
    return kind, model.kind_sure.probability(clues), clues


def kind_clues(
    kind: Kind, points: Mapping[Kind, float], likely: Mapping[str, float]
) -> dict[str, float]:
    """How clear the answer is where no page was read: margins of the rules and of the model."""
    others = [p for k, p in points.items() if k is not kind]
    rival = max((p for k, p in likely.items() if k != kind), default=0.0)
    model = likely.get(kind, 0.0)
    return {
        "margin": max(min(points[kind] - max(others), 4.0), -1.0),
        "points": min(points[kind], 6.0),
        "model": model,
        "model_margin": model - rival,
        "agree": float(model > rival),
        "mixed": float(sum(p > 2 for p in others)),  # noqa: PLR2004
    }


def category_clues(
    category: Category, words: Guess, trades: Mapping[str, float]
) -> dict[str, float]:
    """How clear the category is."""
    own = words.points.get(category, 0.0)
    rival = max((p for c, p in words.points.items() if c is not category), default=0.0)
    learned = trades.get(category, 0.0)
    return {
        "margin": max(min(own - rival, 4.0), -2.0),
        "points": min(own, 6.0),
        "model": learned,
        "agree": float(learned >= max(trades.values(), default=0.0)),
        "nothing": float(not words.points),
    }


def _category(words: Guess, trades: Mapping[str, float]) -> Category:
    def score(category: Category) -> float:
        return words.points.get(category, 0.0) + _MODEL_POINTS * trades.get(category, 0.0)

    return max(Category, key=score)


def _reasons(
    kind: Kind, cast: tuple[Vote, ...], likely: Mapping[str, float], evidence: Evidence
) -> tuple[Because, ...]:
    if not evidence.readable:
        return (_NOTHING,)
    found = [v.because for v in cast if v.kind is kind][:4]
    best = max(likely, key=lambda k: likely[k], default=None)
    learned = [_SAME] if best == kind else [_OTHERWISE] if likely.get(kind, 0) < 0.2 else []  # noqa: PLR2004
    told = [*found, *learned] or [_SAME]
    return tuple([*([_UNREAD] if evidence.unread else []), *told])
