"""Whether two answers mean the same thing, and whether a page shows an answer."""

import re
import unicodedata
from datetime import date
from difflib import SequenceMatcher

from extract.amounts import amounts_in
from extract.dates import dates_in
from models.money import Money

_ALIKE = 0.85
_MOST_NAME = 80
_LEAST_NAME = 4
_LEGAL_FORM = re.compile(
    r"gmbh|ag|kg|ohg|ug|eg|co|sa|sas|sasu|sarl|eurl|sci|snc|bv|nv|ab|as|inc|llc|ltd|limited|corp"
    r"|plc|srl|spa|sl"
)


def agree(one: object, other: object) -> bool:
    """True when two answers to one field are the same; texts are compared without case and signs."""
    if isinstance(one, str) and isinstance(other, str):
        return _compact(one) == _compact(other) != "" or one == other
    if isinstance(one, Money) and isinstance(other, Money):
        return abs(one.minor) == abs(other.minor) and one.currency == other.currency
    return one == other


def same_company(one: str, other: str) -> bool:
    """True when two names mean one company: legal forms aside, equal, alike or one in the other."""
    left, right = name_words(one), name_words(other)
    if not left or not right:
        return False
    if set(left) <= set(right) or set(right) <= set(left):
        return True
    return SequenceMatcher(None, "".join(left), "".join(right)).ratio() >= _ALIKE


def is_short_for(short: str, full: str) -> bool:
    """True when a name begins with all words of another, legal forms aside: the firm named short and in full
    ("Morarac", "Morarac Services SA").
    """
    left, right = name_words(short), name_words(full)
    return sum(map(len, left)) >= _LEAST_NAME and right[: len(left)] == left


def shown(value: object, text: str) -> bool:
    """True when `text` prints `value` in any usual notation."""
    if isinstance(value, Money):
        return any(abs(seen.value) == abs(value.decimal) for seen in amounts_in(text))
    if isinstance(value, date):
        return any(value in (seen.value, seen.swapped) for seen in dates_in(text))
    if isinstance(value, str):
        return _compact(value) in _compact(text)
    return False


def _compact(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in plain if c.isalnum())


def name_words(name: str) -> list[str]:
    """A name's words in small letters without accents, legal forms left out unless nothing is left."""
    plain = unicodedata.normalize("NFKD", name[:_MOST_NAME]).casefold()
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    words = re.findall(r"[^\W_]+", re.sub(r"(?<=\b\w)\.(?=\w\b)", "", bare))
    return [word for word in words if not _LEGAL_FORM.fullmatch(word)] or words
