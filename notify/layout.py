"""A message built once from plain blocks, written as text and as HTML from the same words."""

from dataclasses import dataclass
from itertools import chain

from lxml import etree

from models.payment_text import one_line
from models.words import Lang

_LONGEST = 500
"""Characters of one paragraph or line: our sentences with a name or two in them."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What the next lines are about."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One or a few sentences."""

    text: str


@dataclass(frozen=True, slots=True)
class Lines:
    """A list; `numbered` when it is done in order."""

    texts: tuple[str, ...]
    numbered: bool = False


Block = Heading | Paragraph | Lines


@dataclass(frozen=True, slots=True)
class Words:
    """What a message says: its title, its text and the same in HTML (or "")."""

    title: str
    text: str
    html: str = ""


def words_of(title: str, blocks: tuple[Block, ...], lang: Lang) -> Words:
    """The blocks as text and as HTML, which names no other host: no pictures, links or styles."""
    shown = one_line(title, _LONGEST)
    text = "\n\n".join(_text(block) for block in blocks)
    return Words(shown, text, _html(shown, blocks, lang))


def _text(block: Block) -> str:
    match block:
        case Heading(text):
            return _line(text).upper()
        case Paragraph(text):
            return _line(text)
        case Lines(texts, numbered):
            signs = (f"{n}." if numbered else "-" for n in range(1, len(texts) + 1))
            return "\n".join(
                f"{sign} {_line(text)}" for sign, text in zip(signs, texts, strict=True)
            )


def _html(title: str, blocks: tuple[Block, ...], lang: Lang) -> str:
    """Built as a tree, so that no name can close a tag."""
    page = etree.Element("html", lang=lang)
    head = etree.SubElement(page, "head")
    etree.SubElement(head, "meta", charset="utf-8")
    etree.SubElement(head, "title").text = title
    body = etree.SubElement(page, "body")
    body.extend(chain.from_iterable(map(_elements, blocks)))
    return etree.tostring(page, encoding="unicode", method="html", doctype="<!DOCTYPE html>")


def _elements(block: Block) -> list[etree._Element]:
    match block:
        case Heading(text):
            return [_element("h2", text)]
        case Paragraph(text):
            return [_element("p", text)]
        case Lines(texts, numbered):
            listed = etree.Element("ol" if numbered else "ul")
            listed.extend(_element("li", text) for text in texts)
            return [listed]


def _element(tag: str, text: str) -> etree._Element:
    made = etree.Element(tag)
    made.text = _line(text)
    return made


def _line(text: str) -> str:
    """`text` without hidden signs; the narrow blanks of French figures stay whole."""
    pieces = (one_line(piece, _LONGEST) for piece in text.split("\xa0"))
    return "\xa0".join(pieces)
