"""Which candidates of an example are right."""

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher

import numpy as np
from numpy.typing import NDArray

from extract.ranker.codes import code_key
from extract.ranker.questions import CODES, Asked
from extract.training.examples import Truth

ALIKE = 0.85
_LEGAL = re.compile(
    r"gmbh|ag|kg|ohg|ug|eg|ev|co|cokg|kgaa|mbh|sa|sas|sasu|sarl|eurl|sci|snc|scop|spa|srl|sl|bv|nv"
    r"|oy|ab|as|inc|llc|ltd|limited|corp|corporation|company|plc|llp|sdn|bhd|and|und|et|the|of"
)

_PROFESSION = re.compile(r",\s+Attorney at Law$")


def right_of(question: str, asked: Asked, truth: Truth) -> NDArray[np.bool_] | None:
    """True for each right candidate; None when nothing can be learned here."""
    if question not in truth.known:
        return None
    if question == "biller":
        texts = [p.text for p in asked.candidates]  # type: ignore[union-attr]
        return np.array([is_biller(truth.biller, text) for text in texts], dtype=bool)
    if question == "amount":
        wanted = None if truth.amount is None else abs(truth.amount)
        return np.array([wanted is not None and key == wanted for key in asked.keys], dtype=bool)
    if question in CODES:
        code = code_of(question, truth)
        return np.array([code is not None and key == code for key in asked.keys], dtype=bool)
    day = truth.due_on if question == "due_on" else truth.issued_on
    return np.array([day is not None and key == day for key in asked.keys], dtype=bool)


def code_of(question: str, truth: Truth) -> str | None:
    """The key of the number that is asked for (a question of CODES)."""
    text = truth.number if question == "number" else truth.customer
    return None if text is None else code_key(text)


def is_biller(accepted: Sequence[str], text: str) -> bool:
    """True when the text names one of the accepted billers (soft token F1 or joined ratio ≥ 0.85), with
    or without the profession behind the name of one person.
    """
    return any(
        _alike(one, text) >= ALIKE for name in accepted for one in {name, _PROFESSION.sub("", name)}
    )


def _alike(one: str, other: str) -> float:
    left, right = _tokens(one), _tokens(other)
    if not left or not right:
        return 0.0
    joined = SequenceMatcher(None, "".join(left), "".join(right))
    if joined.real_quick_ratio() < ALIKE / 2:
        return 0.0
    pool, hits = list(right), 0.0
    for word in left:
        best = max(pool, key=lambda w: _ratio(word, w), default=None)
        if best is not None and _ratio(word, best) >= ALIKE:
            hits += _ratio(word, best)
            pool.remove(best)
    return max(2 * hits / (len(left) + len(right)), joined.ratio())


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def _tokens(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name.replace("ß", "ss").replace("&", " and "))
    bare = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    words = re.findall(r"[^\W_]+", re.sub(r"(?<=\b\w)\.(?=\w\b)", "", bare))
    return [word for word in words if not _LEGAL.fullmatch(word)] or words
