"""What a bill is for: the biller's name, the words and units of its industry, and the model."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from classify.evidence import Evidence
from classify.lexicon.billers import NAMES, WEAK
from classify.lexicon.industries import STRONG
from classify.text import Text
from models.verdict import Because, Category
from models.words import mark

_HEAD = 6000
_MOST_HITS = 4
_HIT, _COMMON_WORD, _NAME = 1.0, 0.6, 3.0
"""Points of a word of the trade, of a word others use too, of the biller's name."""


_NAMED = mark("The biller's name says so: “{quote}”")


@dataclass(frozen=True, slots=True)
class Guess:
    """A category, the points of every category that got some, and why."""

    category: Category
    points: dict[Category, float]
    because: tuple[Because, ...]


def guess(evidence: Evidence) -> Guess:
    """The category with most points; `other` when nothing speaks for one."""
    points: dict[Category, float] = {}
    because: dict[Category, Because] = {}
    who = Text.of(_who(evidence))
    whole = [evidence.subject, evidence.page, evidence.body]
    for weight, lexicon in ((_HIT, STRONG), (_COMMON_WORD, WEAK)):
        for category, pattern in lexicon.items():
            if hits := _hits(pattern, whole):
                worth = weight * min(len(hits), _MOST_HITS)
                points[category] = points.get(category, 0) + worth
                sentence = mark("Words of this trade: “{quote}”")
                because.setdefault(category, Because(sentence, hits[0]))
    for lexicon, weight in ((NAMES, _NAME), (STRONG, _NAME), (WEAK, _NAME / 2)):
        for category, pattern in lexicon.items():
            if named := pattern.search(who.folded):
                points[category] = points.get(category, 0) + weight
                because[category] = Because(_NAMED, named[0])
    best = max(points, key=lambda c: points[c], default=Category.OTHER)
    reason = because.get(best, Because(mark("Nothing says what it is for.")))
    return Guess(best, points, (reason,))


def _hits(pattern: re.Pattern[str], texts: Sequence[Text]) -> list[str]:
    """A quote for each different word that is hit."""
    found: dict[str, str] = {}
    for text in texts:
        for match in pattern.finditer(text.folded, 0, _HEAD):
            found.setdefault(match[0][:12], text.quote(*match.span()))
    return list(found.values())


def _who(evidence: Evidence) -> str:
    reading = evidence.reading
    names = [reading.biller.value] if reading.biller else []
    if evidence.mail:
        sender = evidence.mail.sender
        names += [sender.name, sender.domain.replace(".", " ").replace("-", " ")]
    return "\n".join(names)
