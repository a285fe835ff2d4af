"""What a document says must (not) be done, each sign proved by its quote."""

import re
from collections.abc import Iterable

from extract import labels_of_signs as labels
from extract.squash import squash

TITLE = "invoice_title"
_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("direct_debit", labels.DIRECT_DEBIT),
    ("already_paid", labels.ALREADY_PAID),
    ("credit_note", labels.CREDIT_NOTE),
    ("reminder", labels.REMINDER),
    ("schedule", labels.SCHEDULE),
    ("receipt", labels.RECEIPT),
    ("portal_notice", labels.PORTAL_NOTICE),
)
_TITLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (TITLE, labels.TITLE),
    ("quote", labels.QUOTE),
    ("order", labels.ORDER),
    ("delivery_note", labels.DELIVERY_NOTE),
    ("payslip", labels.PAYSLIP),
)
_MOST_TITLE = 60
_SENTENCE = re.compile(r"(?<=[^\W\d_]{3}[.!?])\s+")
_MOST_QUOTE = 200
_SEVERAL = 2


def signs_in(lines: Iterable[str], titles: Iterable[str] = ()) -> tuple[tuple[str, str], ...]:
    """(machine word, quote) for every sign, the first proof of each, in the order they were seen.

    Sentences that run over two lines are put together. One under a condition ("if you have already
    paid", "switch to direct debit") is no sign. Titles count in short texts only, `titles` are
    more of them (cells).
    """
    found: dict[str, str] = {}
    rest = ""
    for line in lines:
        parts = _SENTENCE.split(f"{rest} {line}" if rest else line)
        for part in parts:
            _look(found, part)
        if rest:
            _titles(found, line)
        rest = (
            parts[-1][-_MOST_QUOTE:] if len(line) > _MOST_TITLE and line[-1:] not in ".!?" else ""
        )
    for title in titles:
        _titles(found, title)
    return tuple(found.items())


def _look(found: dict[str, str], text: str) -> None:
    plain = squash(text)
    if not plain or plain.endswith("?") or labels.DENIED.search(plain):
        return
    offers = _is_choice(plain)
    for name, pattern in _SIGNS:
        if offers and name == "direct_debit":
            continue
        if name not in found and pattern.search(plain):
            found[name] = text.strip()[:_MOST_QUOTE]
    _titles(found, text)


def _is_choice(plain: str) -> bool:
    """A list of ways to pay, of which a debit is one: nothing says that this bill is debited."""
    ways = set(labels.OTHER_WAYS.findall(plain))
    return len(ways) >= _SEVERAL and bool(labels.CHOICE.search(plain))


def _titles(found: dict[str, str], text: str) -> None:
    plain = squash(text)
    if len(plain) > _MOST_TITLE:
        return
    for name, pattern in _TITLES:
        if name not in found and pattern.search(plain):
            found[name] = text.strip()
