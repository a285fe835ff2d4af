"""What matching says, as it should be stored: proofs, questions to the person, payments that came back."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from flow.awaited import Awaited
from flow.match_reasons import DOUBTFUL, reasons
from models.statement import Entry
from models.tables import MatchState
from pay.match.expected import Match, Matching, Portion, Return, Suggestion

TOLD = ("person", "returned")
"""Levels that say nothing of the evidence: what was stored of it stays."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A match as it should be stored. level: of pay.match, or "returned"."""

    entry: str
    portions: tuple[Portion, ...]
    state: MatchState
    level: str
    kind: str
    strength: float = 1.0
    reasons: list[dict[str, str]] = field(default_factory=list)
    returned_by: str = ""
    return_reason: str = ""

    @property
    def place(self) -> tuple[str, str]:
        """By which the row is known: the entry's key, and what it pays."""
        return self.entry, pays_of(portion.expected for portion in self.portions)


def pays_of(whats: Iterable[str]) -> str:
    """How a row names what it pays: sorted, so that one set has one name."""
    return ",".join(sorted(whats))


def wanted(
    matching: Matching, entries: Mapping[str, Entry], waiting: Mapping[str, Awaited]
) -> Iterator[Wanted]:
    """Every match to be stored. entries and waiting: by key."""
    for one in matching.matched:
        yield _proof(one, entries, waiting)
    for suggestion in matching.suggested:
        if _is_asked(suggestion, waiting):
            yield _question(suggestion, entries, waiting)
    for back in matching.returned:
        if back.expected:
            yield _came_back(back, entries, waiting)


def _proof(one: Match, entries: Mapping[str, Entry], waiting: Mapping[str, Awaited]) -> Wanted:
    """A doubtful bill's figures may be misread, so its evidence waits for the person's word."""
    told = one.level == "person"
    doubtful = any(waiting[part.expected].doubtful for part in one.portions)
    state = MatchState.CONFIRMED if told else MatchState.AUTOMATIC
    because = _because(one, entries, waiting)
    if doubtful and not told:
        state = MatchState.SUGGESTED
        because = [*because, {"sentence": DOUBTFUL, "quote": ""}]
    return Wanted(one.entry, one.portions, state, one.level, one.kind, reasons=because)


def _is_asked(one: Suggestion, waiting: Mapping[str, Awaited]) -> bool:
    """Nothing is asked about bills that are settled, save whether a refund opens one again, and whether
    one was paid twice.
    """
    settled = all(waiting[part.expected].settled for part in one.portions)
    return one.kind in {"refund", "again"} or not settled


def _question(
    one: Suggestion, entries: Mapping[str, Entry], waiting: Mapping[str, Awaited]
) -> Wanted:
    return Wanted(
        one.entry, one.portions, MatchState.SUGGESTED, one.level, one.kind,
        max(0.0, min(1.0, one.strength)), _because(one, entries, waiting),
    )  # fmt: skip


def _because(
    one: Match | Suggestion, entries: Mapping[str, Entry], waiting: Mapping[str, Awaited]
) -> list[dict[str, str]]:
    bills = [waiting[part.expected].expected for part in one.portions]
    return reasons(entries[one.entry], bills, one.level, one.kind)


def _came_back(
    back: Return, entries: Mapping[str, Entry], waiting: Mapping[str, Awaited]
) -> Wanted:
    """The payment that came back; the return itself stands for one that no statement tells."""
    entry = back.original or back.entry
    paid = entries[entry].amount if back.original else -entries[entry].amount
    alone = len(back.expected) == 1
    portions = tuple(
        Portion(key, paid if alone else waiting[key].expected.amount) for key in back.expected
    )
    return Wanted(
        entry, portions, MatchState.RETURNED, "returned", "whole",
        returned_by=back.entry, return_reason=back.reason,
    )  # fmt: skip
