"""Labels in the form in which two bills of one biller print the same."""

import re
from difflib import SequenceMatcher

from extract.amounts import amounts_in
from extract.dates import dates_in
from extract.squash import squash

_MOST_LABEL = 60
_DIGITS = re.compile(r"\d[\d.,/'-]*")
_LETTERS = re.compile(r"[^\W\d_]")
_EDGES = " :.-–—=|*#"
_ALIKE = 0.86
_LEAST_LIKENESS = 6
"""Letters from which a label may differ a little (OCR, the name of a month) and still be the same."""


def plain(text: str, *, tail: bool = False) -> str:
    """Squashed, without dates, amounts and figures; at most 60 characters, the last when `tail`."""
    cut = text[-200:] if tail else text[:200]
    spans = [(seen.start, seen.end) for seen in dates_in(cut)]
    spans += [(seen.start, seen.end) for seen in amounts_in(cut)]
    for start, end in sorted(spans, reverse=True):
        cut = f"{cut[:start]} {cut[end:]}"
    bare = _DIGITS.sub("#", squash(cut)).strip(_EDGES)
    return bare[-_MOST_LABEL:] if tail else bare[:_MOST_LABEL]


def plain_quote(quote: str) -> str:
    """A proof in the form in which the next bill's proof of the same place is the same."""
    return plain(quote, tail=True)


def says(text: str) -> bool:
    """True when a plain text holds two letters or more: a currency's sign is no label."""
    return len(_LETTERS.findall(text)) >= 2 and text not in {"eur", "chf", "gbp", "usd", "euros"}  # noqa: PLR2004


def alike(one: str, other: str) -> bool:
    """True for the same label, small differences of long ones forgiven."""
    if one == other:
        return True
    if min(len(one), len(other)) < _LEAST_LIKENESS:
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE
