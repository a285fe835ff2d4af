"""The tree of a message, walked: readable text, raw HTML, documents and the messages inside.

Bytes decide what a part is (`inbox.magic`); names and declared types only help. Sixteen shapes in
which billers attach a PDF were met in real mail; tests/inbox proves each. What is refused or repaired
leaves a machine word in `remarks`; nothing raises.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from inbox.addresses import addresses_of
from inbox.archive import Entry, tnef_entries, zip_entries
from inbox.charset import decode_text
from inbox.headers import Headers, split_message
from inbox.html_text import html_to_text
from inbox.leaf import Leaf, entry_kind, is_decorative, leaf_of
from inbox.magic import CONTENT_TYPES
from inbox.mime import Content, content_of, guessed_boundary, parts_of, safe_name
from inbox.sections import Section, forwarded, joined, merged
from models.mail import Address, Attachment

PARTS_MAX = 500
BYTES_MAX = 100 * 1024 * 1024
DEPTH_MAX = 8
NESTING_MAX = 60
SCAN_MAX = 5 * BYTES_MAX
TEXT_MAX = 2_000_000
_WORD = re.compile(r"[^a-z0-9.+-]+")


class Place(NamedTuple):
    """Where a part is: its stable path, and how many containers and multiparts hold it."""

    path: str = "0"
    depth: int = 0
    nesting: int = 0

    def child(self, index: int) -> "Place":
        """The part `index` of this multipart."""
        return Place(f"{self.path}.{index}", self.depth, self.nesting + 1)

    def inside(self, step: str) -> "Place":
        """What is packed in this part: a message ("m") or a file of an archive ("z0", "t0")."""
        return Place(f"{self.path}.{step}", self.depth + 1, self.nesting)


@dataclass(slots=True)
class Walk:
    """What has been found so far and how much work is left to spend on one mail."""

    attachments: list[Attachment] = field(default_factory=list)
    senders: list[Address] = field(default_factory=list)
    remarks: dict[str, None] = field(default_factory=dict)
    parts: int = PARTS_MAX
    room: int = BYTES_MAX
    scan: int = SCAN_MAX
    text: int = 2 * TEXT_MAX

    def note(self, *remarks: str) -> None:
        """Keep each machine word once, in the order they came."""
        self.remarks.update(dict.fromkeys(filter(None, remarks)))

    def may_take_part(self) -> bool:
        """Spend one part of the allowance; False, with a remark, when there is none left."""
        self.parts -= 1
        if self.parts < 0:
            self.note("parts_limit")
        return self.parts >= 0

    def may_take(self, size: int) -> bool:
        """Spend `size` decoded bytes; False, with a remark, when there is no room."""
        if size > self.room:
            self.note("bytes_limit")
            return False
        self.room -= size
        return True

    def may_split(self, size: int, place: Place) -> bool:
        """Whether one more multipart of `size` bytes may be searched for its boundaries."""
        self.scan -= size
        allowed = place.nesting < NESTING_MAX and self.scan >= 0
        self.note("" if allowed else "nesting_limit")
        return allowed


def walk_message(raw: bytes, headers: Headers, body_at: int) -> tuple[Section, Walk]:
    """The body of a message whose headers are split off: its text and HTML, and all that was found."""
    walk = Walk()
    return joined(_part(walk, raw, (body_at, len(raw)), headers, Place())), walk


def _part(
    walk: Walk, raw: bytes, span: tuple[int, int], headers: Headers, place: Place
) -> list[Section]:
    content = content_of(headers)
    if content.main == "multipart":
        boundary = _boundary(walk, raw, span, content)
        if boundary:
            return _multipart(walk, raw, span, (boundary, content.sub), place)
    leaf = leaf_of(raw[span[0] : span[1]], content)
    walk.note(*leaf.remarks)
    return _leaf(walk, leaf, content, place)


def _boundary(walk: Walk, raw: bytes, span: tuple[int, int], content: Content) -> bytes:
    """The declared boundary when it bounds a part, else the first one seen in the body, else b""."""
    if content.boundary and any(True for _ in parts_of(raw, *span, content.boundary)):
        return content.boundary
    guessed = guessed_boundary(raw, *span)
    walk.note("boundary_guessed" if guessed else "boundary_missing")
    return guessed


def _multipart(
    walk: Walk, raw: bytes, span: tuple[int, int], kind: tuple[bytes, str], place: Place
) -> list[Section]:
    boundary, sub = kind
    sections: list[Section] = []
    if not walk.may_split(span[1] - span[0], place):
        return sections
    for index, (start, end) in enumerate(parts_of(raw, *span, boundary)):
        if not walk.may_take_part():
            break
        split = split_message(raw, start, end)
        walk.note(*split.remarks)
        sections += _part(walk, raw, (split.body_at, end), split.headers, place.child(index))
    return [merged(sections)] if sub == "alternative" and sections else sections


def _leaf(walk: Walk, leaf: Leaf, content: Content, place: Place) -> list[Section]:
    if not leaf.data or not walk.may_take(len(leaf.data)):
        return []
    if leaf.kind == "body":
        return [_text(walk, leaf.data, content)]
    if leaf.kind in {"mail", "zip", "tnef"}:
        return _container(walk, leaf, place)
    if leaf.kind not in CONTENT_TYPES:
        walk.note("left_out:" + (leaf.kind or _WORD.sub("", content.sub)[:40]))
    elif is_decorative(leaf, content):
        walk.note("decorative_image")
    else:
        found = Attachment(place.path, content.name, CONTENT_TYPES[leaf.kind], leaf.data)
        walk.attachments.append(found)
    return []


def _text(walk: Walk, data: bytes, content: Content) -> Section:
    allowed = max(0, min(TEXT_MAX, walk.text))
    if len(data) > allowed:
        walk.note("text_cut")
    decoded = decode_text(data[:allowed], content.charset)
    walk.text -= min(len(data), allowed)
    walk.note("charset_lie" if decoded.lied else "")
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    if content.sub != "html":
        return Section(plain=text)
    readable = html_to_text(text)
    walk.note(*readable.remarks)
    return Section(rendered=readable.text, html=text)


def _container(walk: Walk, leaf: Leaf, place: Place) -> list[Section]:
    if place.depth >= DEPTH_MAX:
        walk.note("depth_limit")
        return []
    if leaf.kind == "mail":
        return [_message(walk, leaf.data, place.inside("m"))]
    entries = zip_entries if leaf.kind == "zip" else tnef_entries
    return _entries(walk, entries(leaf.data, walk.room), place)


def _message(walk: Walk, data: bytes, place: Place) -> Section:
    start = len(data) - len(data.lstrip(b"\r\n"))
    split = split_message(data, start, len(data))
    walk.note(*split.remarks)
    walk.senders += addresses_of(split.headers.first("from"))[:1]
    sections = _part(walk, data, (split.body_at, len(data)), split.headers, place)
    return forwarded(split.headers, joined(sections))


def _entries(walk: Walk, entries: Iterable[Entry], place: Place) -> list[Section]:
    sections: list[Section] = []
    for entry in entries:
        walk.note(entry.remark)
        if not entry.data or not walk.may_take_part():
            continue
        readable = entry.place == "tb"
        content = Content(
            main="text" if readable else "application",
            sub="plain" if readable else entry.name.rpartition(".")[2].lower(),
            charset="",
            boundary=b"",
            name="" if readable else safe_name(entry.name),
            disposition="" if readable else "attachment",
            encoding="",
        )
        leaf = Leaf(entry.data, entry_kind(entry.data, content))
        sections += _leaf(walk, leaf, content, place.inside(entry.place))
    return sections
