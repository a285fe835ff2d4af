"""Which answers no memory may overrule."""

from typing import TypeVar

from models.reading import Found

T = TypeVar("T")

_PAGES = frozenset({"pdf_text", "ocr", "ocr_small", "tesseract", "ranker", "mail_body", "memory"})


def is_exact(found: Found[T]) -> bool:
    """True for what a machine wrote for machines: e-invoice XML, payment codes, a mail's markup."""
    return found.source not in _PAGES
