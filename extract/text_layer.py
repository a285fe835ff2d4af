"""Can a PDF's text layer be trusted? It may be missing, in a font without Unicode map, or made up."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import chain

from extract.page import Page

FEWEST_CHARACTERS = 20
"""A page with fewer has no text layer worth the name (research: ocr-and-pdf, traps)."""
_MOST_ODD = 0.1
"""Of a page's characters that no font with a Unicode map gives."""
_ODD = frozenset({"Cc", "Co", "Cn", "Cs"})
_ENOUGH = 4_000
_AMOUNT = re.compile(r"\d[.,]\d\d(?!\d)")
_DATE = re.compile(
    r"\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}|\d{1,2}\.?\s?[^\W\d_]{3,9}\.?,?\s?\d{4}"
    r"|[^\W\d_]{3,9}\.?\s?\d{1,2},?\s\d{4}"
)
_LIKE = 0.4
_LEAST_WORDS = 5
_LONG = 3


def is_missing(page: Page) -> bool:
    """True for a page that is a picture, blank, or whose characters stand for nothing."""
    text = page.text[:_ENOUGH]
    odd = sum(c == "\N{REPLACEMENT CHARACTER}" or unicodedata.category(c) in _ODD for c in text)
    odd -= text.count("\n")
    return len(text.strip()) < FEWEST_CHARACTERS or odd > _MOST_ODD * len(text)


def says_nothing(pages: Sequence[Page]) -> bool:
    """True when these pages hold no figure of money and no date: no bill, or another text than is shown."""
    texts = [page.text for page in pages]
    return not any(map(_AMOUNT.search, texts)) and not any(map(_DATE.search, texts))


def is_another(page: Page, seen: Page) -> bool:
    """True when OCR reads other words than the text layer holds; when it reads nothing, False."""
    written, shown = _words(page), _words(seen)
    if len(shown) < _LEAST_WORDS:
        return False
    return len(written & shown) < _LIKE * min(len(shown), len(written) or len(shown))


def _words(page: Page) -> set[str]:
    words = chain.from_iterable(line.words for line in page.lines)
    return {word.text.casefold().strip(".,:;()") for word in words if len(word.text) >= _LONG}
