"""A mail's subject and text as one page: each line a row of 12 points, so that rules see cells."""

import re

from extract.page import Line, Page, Word
from models.mail import Mail
from models.reading import Box

_ROW, _LETTER, _TALL = 12.0, 6.0, 10.0
_COLUMN_BREAK = 18.0
"""What two spaces or a tab become: wider than any space, so that table cells stay apart."""
_MOST_LINES = 2_000
_MOST_IN_LINE = 2_000
_WORD = re.compile(r"(?P<gap>[ \u00a0\t]*)(?P<word>[^ \u00a0\t]+)")
_QUOTED = re.compile(r"^(?:>\s?)+")


def page_of(mail: Mail) -> Page:
    """The subject as first line, then the readable body, without the ">" of quoting.

    At most 2,000 lines of 2,000 characters: a longer body is a newsletter's or an attack's. No-break
    spaces part words like spaces do, narrow ones stay in their number.
    """
    texts = [mail.subject, *mail.text.splitlines()][:_MOST_LINES]
    lines: list[Line] = []
    widest = 0.0
    for row, text in enumerate(texts):
        words = _words(_QUOTED.sub("", text[:_MOST_IN_LINE]), row * _ROW)
        if words:
            lines.append(Line(words))
            widest = max(widest, words[-1].box.x1)
    return Page(1, max(widest, 1.0), max(len(texts), 1) * _ROW, tuple(lines))


def _words(text: str, top: float) -> tuple[Word, ...]:
    words: list[Word] = []
    x = 0.0
    for match in _WORD.finditer(text):
        gap = match["gap"]
        if words:
            x += _COLUMN_BREAK if len(gap) > 1 or "\t" in gap else _LETTER / 2
        end = x + _LETTER * len(match["word"])
        words.append(Word(match["word"], Box(x, top, end, top + _TALL)))
        x = end
    return tuple(words)
