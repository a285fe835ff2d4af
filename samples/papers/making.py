"""Make one paper by its seed: a text, a skeleton, a sender, numbers and looks."""

from dataclasses import dataclass
from functools import cache
from random import Random

from samples.composed import paper as ground
from samples.composed.writing import writing
from samples.papers.flow import look
from samples.papers.heads import Desk
from samples.papers.skeletons import SKELETONS, Skeleton
from samples.papers.texts import Text, block_of, texts
from samples.papers.values import Values

Answer = dict[str, object]
FACES = ("Helvetica", "Helvetica", "Helvetica", "Times", "Vera", "Courier")
COUNTRIES = {"fr": "FR FR FR FR BE CH", "en": "GB GB GB US US IE", "de": "DE DE DE AT CH",
             "es": "ES", "it": "IT IT IT CH", "nl": "NL NL NL BE"}  # fmt: skip
A4, LETTER = (210.0, 297.0), (215.9, 279.4)
TRIES = 12


@dataclass(frozen=True)
class Paper:
    """A PDF and what a reader must answer: kind "other", no amount and no due date.

    The answer has family, skeleton, phrasebook, lang, kind, amount, due_date and traps; biller and
    issue date are not scored.
    """

    pdf: bytes
    answer: Answer


@cache
def families() -> tuple[str, ...]:
    """Names "lang-topic" of every paper, in a fixed order."""
    return tuple(dict.fromkeys(text.family for text in texts()))


def blocks_of(answer: Answer) -> tuple[int, int]:
    """Block 0..4 of the skeleton and block 0..4 of the phrasebook.

    To measure on unseen pages and words: train where neither is k, measure where both are k.
    """
    return SKELETONS[str(answer["skeleton"])].block, block_of(str(answer["phrasebook"]))


def paper(seed: int, *, lang: str | None = None, family: str | None = None) -> Paper:
    """The paper of that seed; of a language or a family when one is named."""
    rng = Random(f"{seed}-{lang}-{family}")
    fit = [t for t in texts() if lang in (None, t.lang) and family in (None, t.family)]
    text = rng.choice(fit)
    wanted = text.head.get("form", "sheet")
    suited = {n: s.block for n, s in SKELETONS.items() if wanted in s.forms.split()}
    block = rng.choice(sorted(set(suited.values())))
    name = rng.choice([n for n in suited if suited[n] == block])
    for attempt in range(TRIES):
        desk = _drawn(text, SKELETONS[name], Random(f"{seed}-{text.name}-{attempt}"), attempt)
        if not desk.paper.faults():
            return Paper(desk.paper.save(), _answer(text, name, desk.v.traps))
    raise AssertionError(f"{text.name} {name} {seed}: {desk.paper.faults()}")


def _drawn(text: Text, skeleton: Skeleton, rng: Random, attempt: int) -> Desk:
    country = rng.choice((text.head.get("country") or COUNTRIES[text.lang]).split())
    face = rng.choice(FACES)
    size = skeleton.size or (LETTER if country == "US" else A4)
    large = text.head.get("form") in ("flyer", "private")
    letters = rng.choice((9, 10.5, 12, 13) if large else (8, 8.5, 9, 9.5, 10, 11))
    letters = min(letters, 9) if skeleton.size else letters
    style = writing(text.lang, country, rng, narrow=face == "Vera", whole=rng.random() < 0.15)
    values = Values(text, country, style, rng)
    habits = look(rng, letters - attempt * 0.2)
    desk = Desk(ground.Paper(face, size), habits, values)
    skeleton.draw(desk)
    return desk


def _answer(text: Text, skeleton: str, traps: list[str]) -> Answer:
    return {
        "family": text.family,
        "skeleton": skeleton,
        "phrasebook": text.name,
        "lang": text.lang,
        "kind": "other",
        "amount": None,
        "due_date": None,
        "traps": sorted(traps),
    }
