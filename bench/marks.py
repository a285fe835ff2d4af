"""When an answer is right: exact decimals and dates, numbers without spaces, names nearly alike."""

import re
import unicodedata
from datetime import date
from decimal import Decimal, InvalidOperation
from difflib import SequenceMatcher

from models.verdict import asks_alike

NAMES_ALIKE = 0.85
"""Soft token F1, or ratio of the joined names, from which two names are one."""

_LEGAL = re.compile(
    r"gmbh|ag|kg|ohg|ug|eg|ev|co|cokg|kgaa|mbh|sa|sas|sasu|sarl|eurl|sci|snc|scop|spa|srl|slu?|bv|nv"
    r"|vof|cv|oy|ab|as|aps|inc|llc|ltd|limited|corp|corporation|company|plc|llp|lp|pte|pty|sdn|bhd"
    r"|sp|zoo|and|und|et|the|of"
)
_ASKS = frozenset(("to_pay", "to_be_debited", "on_portal", "schedule", "reminder", "credit_note"))


def is_right(field: str, truth: object, answer: object) -> bool:
    """True when `answer` is the truth, or one of several accepted ones."""
    accepted = truth if isinstance(truth, list) else [truth]
    return any(_same(field, one, answer) for one in accepted)


def is_empty(answer: object) -> bool:
    """True for what is no answer."""
    return answer is None or answer == [] or (isinstance(answer, str) and not answer.strip())


def _same(field: str, truth: object, answer: object) -> bool:
    if field == "biller":
        return name_score(str(truth), str(answer)) >= NAMES_ALIKE
    if field == "amount":
        return _decimal(truth) == _decimal(answer) is not None
    if field == "state":
        return asks_alike(str(truth), str(answer))
    if field == "label":
        return label_of(str(answer)) == ("other" if truth == "phishing" else truth)
    if field in ("due_date", "issue_date"):
        return _day(truth) == _day(answer) is not None
    if field == "iban":
        return _letters(str(truth)) == _letters(str(answer)) != ""
    return _compact(str(truth)) == _compact(str(answer)) != ""


def label_of(kind: str) -> str:
    """bill, receipt or other: a mail's label from the kind that we say."""
    return "bill" if kind in _ASKS else kind


def _decimal(value: object) -> Decimal | None:
    try:
        found = Decimal(str(value))
        return found.quantize(Decimal("0.01")) if found.is_finite() else None
    except InvalidOperation:
        return None


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value).strip()[:10])
    except ValueError:
        return None


def _letters(text: str) -> str:
    return re.sub(r"[^0-9A-Z]", "", text.upper())


def _compact(text: str) -> str:
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).casefold()
    return re.sub(r"^(?:n[°º]|no\.|nr\.|#|:)+", "", plain).rstrip(".,;:")


def name_score(truth: str, answer: str) -> float:
    """0..1: the better of soft token F1 and the ratio of the joined names."""
    left, right = _tokens(truth), _tokens(answer)
    if not left or not right:
        return 0.0
    pool, hits = list(right), 0.0
    for word in left:
        best = max(pool, key=lambda other: _ratio(word, other), default=None)
        if best is not None and _ratio(word, best) >= NAMES_ALIKE:
            hits += _ratio(word, best)
            pool.remove(best)
    joined = _ratio("".join(left), "".join(right))
    return max(2 * hits / (len(left) + len(right)), joined)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def _tokens(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name.replace("ß", "ss").replace("&", " and "))
    bare = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    words = re.findall(r"[^\W_]+", re.sub(r"(?<=\b\w)\.(?=\w\b)", "", bare))
    return [word for word in words if not _LEGAL.fullmatch(word)] or words
