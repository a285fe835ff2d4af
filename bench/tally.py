"""Counts of right answers by field, averaged over families, with what "sure" is worth."""

import math
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bench.items import Item
from bench.marks import is_empty, is_right
from bench.measure import Measured

SURE = 0.9
TRIPLE = ("biller", "amount", "due_date")
Row = tuple[Item, Measured]


@dataclass(slots=True)
class Tally:
    """Of one field: `has` documents hold it, `answered` and `right` of those; `invented` elsewhere."""

    has: int = 0
    none: int = 0
    answered: int = 0
    right: int = 0
    invented: int = 0
    sure: int = 0
    sure_right: int = 0
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
        if not self.families:
            return None
        return statistics.fmean(statistics.fmean(marks) for marks in self.families.values())

    @property
    def sure_precision(self) -> float | None:
        """right / answers with a confidence of SURE and more."""
        return self.sure_right / self.sure if self.sure else None


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
    if item.truth[name] is None:
        counted.none += 1
        counted.invented += given
    else:
        counted.has += 1
        counted.answered += given
        counted.right += ok
        counted.families.setdefault(item.family, []).append(ok)
    if given and _confidence(got, name) >= SURE:
        counted.sure += 1
        counted.sure_right += ok


def answer_of(got: Measured, name: str) -> object:
    """The answer to a field; a label is told by the kind."""
    return got.answer.get("kind" if name == "label" else name)


def _confidence(got: Measured, name: str) -> float:
    stated = got.answer.get("confidence")
    value = stated.get("kind" if name == "label" else name) if isinstance(stated, dict) else None
    return float(value) if isinstance(value, int | float) else 0.0


@dataclass(frozen=True, slots=True)
class All3:
    """Biller, amount and due date all right; `sure` when each answer given is sure."""

    total: int
    right: int
    sure: int
    sure_right: int


def all_three(rows: Iterable[Row]) -> All3:
    """Over the documents whose truth states all three; a missing due date must be left empty."""
    total = right = sure = sure_right = 0
    for item, got in rows:
        if any(name not in item.truth for name in TRIPLE):
            continue
        ok = all(_ok(item, got, name) for name in TRIPLE)
        given = [name for name in TRIPLE if not is_empty(answer_of(got, name))]
        is_sure = bool(given) and all(_confidence(got, name) >= SURE for name in given)
        total, right = total + 1, right + ok
        sure, sure_right = sure + is_sure, sure_right + (is_sure and ok)
    return All3(total, right, sure, sure_right)


def _ok(item: Item, got: Measured, name: str) -> bool:
    answer, truth = answer_of(got, name), item.truth[name]
    return is_empty(answer) if truth is None else is_right(name, truth, answer)


def mistakes(rows: Iterable[Row], name: str) -> list[tuple[Item, object, object, float]]:
    """(item, truth, answer, confidence) of every wrong, missing or invented answer."""
    return [
        (item, item.truth[name], answer_of(got, name), _confidence(got, name))
        for item, got in rows
        if name in item.truth and not _ok(item, got, name)
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
