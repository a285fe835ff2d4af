"""What a bill is for: the biller's name, the words and units of its industry, and the model."""

from dataclasses import dataclass

from classify.evidence import Evidence
from classify.lexicon.industries import NAMES, STRONG
from classify.text import Text
from models.verdict import Because, Category
from models.words import mark

_HEAD = 6000
_MOST_HITS = 4
_HIT, _HIT_IN_HEAD, _NAME = 1.0, 1.5, 3.0


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
    for category, pattern in STRONG.items():
        hits: dict[str, str] = {}
        for text in whole:
            for match in pattern.finditer(text.folded, 0, _HEAD):
                hits.setdefault(match[0][:12], text.quote(*match.span()))
        if hits:
            points[category] = _HIT * min(len(hits), _MOST_HITS)
            sentence = mark("Words of this trade: “{quote}”")
            because[category] = Because(sentence, next(iter(hits.values())))
    for category, pattern in (*NAMES.items(), *STRONG.items()):
        if named := pattern.search(who.folded):
            points[category] = points.get(category, 0) + _NAME
            because[category] = Because(mark("The biller's name says so: “{quote}”"), named[0])
    best = max(points, key=lambda c: points[c], default=Category.OTHER)
    reason = because.get(best, Because(mark("Nothing says what it is for.")))
    return Guess(best, points, (reason,))


def _who(evidence: Evidence) -> str:
    reading = evidence.reading
    names = [reading.biller.value] if reading.biller else []
    if evidence.mail:
        sender = evidence.mail.sender
        names += [sender.name, sender.domain.replace(".", " ").replace("-", " ")]
    return "\n".join(names)
