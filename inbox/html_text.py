"""HTML into readable text: what a person would see, one table row a line."""

import re
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from inbox.html_limits import tamed

_SILENT = frozenset(
    {
        "style",
        "script",
        "head",
        "title",
        "template",
        "noscript",
        "-comment",
        "svg",
        "object",
        "select",
    }
)
_BLOCKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    }
)
_HIDDEN = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE
)
_FONT_SIZE = re.compile(r"font-size\s*:\s*([0-9.]*)", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\f\v\u00a0\u202f\u2007]+")
_INVISIBLE = re.compile("[\u00ad\u034f\u200b-\u200f\u2060\ufeff]")
_CELL_GAP = "\x1f"
_GAPS = re.compile(rf" *{_CELL_GAP}[ {_CELL_GAP}]*")
_STYLE_MAX = 2048
Attributes = dict[str, str | None]


class Readable(NamedTuple):
    """The text, and machine words for what was cut."""

    text: str
    remarks: tuple[str, ...]


def html_to_text(html: str) -> Readable:
    """Lines of visible text; cells of a row stand on one line, separated by two spaces.

    Hidden text (display:none, font-size:0, `hidden`) is dropped: bulk senders and phishers hide words
    there.
    """
    tame, remarks = tamed(html)
    body = LexborHTMLParser(tame).body
    return Readable(_tidied(_render(body)) if body is not None else "", remarks)


class _Page:
    """Text under construction: a buffer for each open table cell, a list of cells for each row."""

    def __init__(self) -> None:
        self.buffers: list[list[str]] = [[]]
        self.rows: list[list[str]] = []

    def opens(self, tag: str) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"} and self.rows:
            self.buffers.append([])
        elif tag in _BLOCKS:
            self.buffers[-1].append("\n")

    def closes(self, tag: str) -> None:
        if tag == "tr":
            self.buffers[-1].append(_row(self.rows.pop()))
        elif tag in {"td", "th"} and self.rows:
            self.rows[-1].append("".join(self.buffers.pop()).strip())
        elif tag in _BLOCKS:
            self.buffers[-1].append("\n")


def _row(cells: list[str]) -> str:
    """Cells of one line each stay on one line; a layout table's long cells each get their own."""
    gap = "\n" if any("\n" in cell for cell in cells) else _CELL_GAP
    return "\n" + gap.join(cell for cell in cells if cell) + "\n"


def _render(body: LexborNode) -> str:
    """Depth first with an explicit stack: (node, font is of size 0), or the tag that closes."""
    page = _Page()
    stack: list[tuple[LexborNode, bool] | str] = [(body, False)]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            page.closes(item)
            continue
        node, zero = item
        if node.is_text_node:
            if not zero:
                page.buffers[-1].append((node.text_content or "").replace("\n", " "))
            continue
        tag, said = node.tag or "", node.attributes
        if tag in _SILENT or (said and _is_hidden(said)):
            continue
        zero = _is_of_size_zero(said, inherited=zero) if said else zero
        page.opens(tag)
        stack.append(tag)
        stack.extend((child, zero) for child in _children_backwards(node))
    return "".join(page.buffers[0])


def _children_backwards(node: LexborNode) -> list[LexborNode]:
    children = []
    child = node.last_child
    while child is not None:
        children.append(child)
        child = child.prev
    return children


def _is_hidden(said: Attributes) -> bool:
    return "hidden" in said or bool(_HIDDEN.search((said.get("style") or "")[:_STYLE_MAX]))


def _is_of_size_zero(said: Attributes, *, inherited: bool) -> bool:
    """Frames of many newsletters are of size 0 and their texts set their own size again."""
    size = _FONT_SIZE.search((said.get("style") or "")[:_STYLE_MAX])
    return inherited if size is None else bool(size[1]) and not size[1].strip("0.")


def _tidied(text: str) -> str:
    text = _SPACES.sub(" ", _INVISIBLE.sub("", text))
    lines = (line.strip(" " + _CELL_GAP) for line in text.split("\n"))
    return _GAPS.sub("  ", "\n".join(line for line in lines if line))
