"""Pieces of a body and how they become one text."""

from collections.abc import Iterable
from typing import NamedTuple

from inbox.headers import Headers, decode_words

_STUB_MAX = 400
_STUB_FACTOR = 3
_BANNER_FIELDS = ("Subject", "From", "Date")
_BANNER = "-" * 10
_FIELD_SHOWN = 500


class Section(NamedTuple):
    """A piece of the body: its plain text, the text of its HTML, its raw HTML."""

    plain: str = ""
    rendered: str = ""
    html: str = ""

    @property
    def text(self) -> str:
        """The plain text, unless it only says that there is HTML."""
        return self.rendered if _is_stub(self.plain, self.rendered) else self.plain


def _is_stub(plain: str, rendered: str) -> bool:
    """ "Your program cannot show HTML": short beside the HTML, or without its figures."""
    short = len(rendered) > _STUB_FACTOR * len(plain.strip())
    if not short:
        return not plain.strip()
    return len(plain) < _STUB_MAX or not any(c.isdigit() for c in plain)


def merged(sections: Iterable[Section]) -> Section:
    """The alternatives of multipart/alternative as one section: the same content, said twice."""
    parts = tuple(sections)
    return Section(*("\n".join(filter(None, column)) for column in zip(*parts, strict=True)))


def joined(sections: Iterable[Section]) -> Section:
    """Sections one after the other; a text that repeats an earlier one is left out."""
    texts: dict[str, str] = {}
    html = []
    for section in sections:
        text = section.text.strip()
        if text:
            texts.setdefault(" ".join(text.split()), text)
        html.append(section.html)
    return Section(plain="\n\n".join(texts.values()), html="\n".join(filter(None, html)))


def forwarded(headers: Headers, body: Section) -> Section:
    """The body of a message found inside, under a line and its Subject, From and Date."""
    lines = [_BANNER]
    for name in _BANNER_FIELDS:
        value = decode_words(headers.first(name.lower())[: 4 * _FIELD_SHOWN])[:_FIELD_SHOWN]
        lines.extend([f"{name}: {value}"] if value else ())
    return Section(plain="\n".join([*lines, "", body.text]).strip(), html=body.html)
