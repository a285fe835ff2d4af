"""Documents whose fields are all right together, and what "sure" of all of them is worth."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bench.marks import is_empty
from bench.measure import Measured
from bench.tally import (
    SURE,
    Row,
    answer_of,
    confidence,
    is_answered_right,
    mean_of_families,
    stated,
)


@dataclass(slots=True)
class Whole:
    """Documents whose fields are all right; `sure` when none of their answers is in doubt.

    wrong_families: those with a sure document that is wrong.
    """

    total: int = 0
    right: int = 0
    sure: int = 0
    sure_right: int = 0
    families: dict[str, list[bool]] = field(default_factory=dict)
    wrong_families: set[str] = field(default_factory=set)

    @property
    def share(self) -> float | None:
        """right / total."""
        return self.right / self.total if self.total else None

    @property
    def by_family(self) -> float | None:
        """The same averaged over families."""
        return mean_of_families(self.families)

    @property
    def sure_share(self) -> float | None:
        """sure / total: what could go its way without a question."""
        return self.sure / self.total if self.total else None

    @property
    def sure_precision(self) -> float | None:
        """right / sure."""
        return self.sure_right / self.sure if self.sure else None


def whole(rows: Iterable[Row], names: Sequence[str]) -> Whole:
    """Over the documents whose truth states all `names`; a value that is not there must be left empty."""
    counted = Whole()
    for item, got in rows:
        if any(name not in item.truth for name in names):
            continue
        ok = all(is_answered_right(item, got, name) for name in names)
        sure = is_sure(got, names)
        counted.total += 1
        counted.right += ok
        counted.sure += sure
        counted.sure_right += sure and ok
        counted.families.setdefault(item.family, []).append(ok)
        if sure and not ok:
            counted.wrong_families.add(item.family)
    return counted


def is_sure(got: Measured, names: Sequence[str]) -> bool:
    """Something is answered, each answer is sure, and where "none" has a confidence, that too."""
    answered = [name for name in names if not is_empty(answer_of(got, name))]
    nothing = [
        said for name in names if name not in answered and (said := stated(got, name)) is not None
    ]
    least = min([*(confidence(got, name) for name in answered), *nothing], default=0.0)
    return bool(answered) and least >= SURE
