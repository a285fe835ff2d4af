"""Counts of right answers by field, averaged over families, with what "sure" is worth."""

import math
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bench.items import Item
from bench.marks import is_empty, is_right
from bench.measure import Measured

SURE = 0.9
Row = tuple[Item, Measured]


@dataclass(slots=True)
class Tally:
    """Of one field: `has` documents hold it, `answered` and `right` of those; `invented` elsewhere.

    sure: answers with a confidence of SURE and more, sure_right and sure_invented of them.
    """

    has: int = 0
    none: int = 0
    answered: int = 0
    right: int = 0
    invented: int = 0
    sure: int = 0
    sure_right: int = 0
    sure_invented: int = 0
    families: dict[str, list[bool]] = field(default_factory=dict)

    @property
    def accuracy(self) -> float | None:
        """right / documents that have the value."""
        return self.right / self.has if self.has else None

    @property
    def precision(self) -> float | None:
        """right / all answers, the invented ones included."""
        answers = self.answered + self.invented
        return self.right / answers if answers else None

    @property
    def by_family(self) -> float | None:
        """Accuracy averaged over families, so that twenty copies of one layout count once."""
        return mean_of_families(self.families)

    @property
    def sure_share(self) -> float | None:
        """Sure answers / documents for which the field is scored."""
        scored = self.has + self.none
        return self.sure / scored if scored else None

    @property
    def sure_precision(self) -> float | None:
        """right / sure answers."""
        return self.sure_right / self.sure if self.sure else None


def mean_of_families(families: dict[str, list[bool]]) -> float | None:
    """The mean of each family's mean; None of nothing."""
    return statistics.fmean(map(statistics.fmean, families.values())) if families else None


def tally(rows: Iterable[Row], name: str) -> Tally:
    """The count of one field."""
    counted = Tally()
    for item, got in rows:
        if name in item.truth:
            _count(counted, item, name, got)
    return counted


def _count(counted: Tally, item: Item, name: str, got: Measured) -> None:
    answer = answer_of(got, name)
    given = not is_empty(answer)
    ok = given and item.truth[name] is not None and is_right(name, item.truth[name], answer)
    sure = given and confidence(got, name) >= SURE
    if item.truth[name] is None:
        counted.none += 1
        counted.invented += given
        counted.sure_invented += sure
    else:
        counted.has += 1
        counted.answered += given
        counted.right += ok
        counted.families.setdefault(item.family, []).append(ok)
    if sure:
        counted.sure += 1
        counted.sure_right += ok


def answer_of(got: Measured, name: str) -> object:
    """The answer to a field; label and state are told by the kind."""
    return got.answer.get("kind" if name in _TOLD_BY_KIND else name)


_TOLD_BY_KIND = ("label", "state")


def stated(got: Measured, name: str) -> float | None:
    """The confidence that the answer states for a field, or for its being absent."""
    all_of_it = got.answer.get("confidence")
    key = "kind" if name in _TOLD_BY_KIND else name
    value = all_of_it.get(key) if isinstance(all_of_it, dict) else None
    return float(value) if isinstance(value, int | float) else None


def confidence(got: Measured, name: str) -> float:
    """The same, 0 when nothing is stated."""
    return stated(got, name) or 0.0


def is_answered_right(item: Item, got: Measured, name: str) -> bool:
    """Right, or rightly empty; the truth states the field."""
    answer, truth = answer_of(got, name), item.truth[name]
    if truth is None or is_empty(answer):
        return truth is None and is_empty(answer)
    return is_right(name, truth, answer)


def mistakes(rows: Iterable[Row], name: str) -> list[tuple[Item, object, object, float]]:
    """(item, truth, answer, confidence) of every wrong, missing or invented answer."""
    return [
        (item, item.truth[name], answer_of(got, name), confidence(got, name))
        for item, got in rows
        if name in item.truth and not is_answered_right(item, got, name)
    ]


def wilson_low(right: int, total: int, z: float = 1.96) -> float | None:
    """The lower bound of the 95 % interval of a share (Wilson 1927)."""
    if not total:
        return None
    share, square = right / total, z * z
    spread = z * math.sqrt(share * (1 - share) / total + square / (4 * total * total))
    return (share + square / (2 * total) - spread) / (1 + square / total)


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` of the values do not exceed; 0.0 of nothing."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0
