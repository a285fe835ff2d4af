"""The tree of a message, walked: readable text, raw HTML, documents and the messages inside.

Bytes decide what a part is (`inbox.magic`); names and declared types only help. Sixteen shapes in
which billers attach a PDF were met in real mail; tests/inbox proves each. What is refused or repaired
leaves a machine word in `remarks`; nothing raises.
"""

import re
from collections.abc import Iterable

from inbox.addresses import addresses_of
from inbox.allowance import DEPTH_MAX, MESSAGE_HEADERS_MAX, PART_HEADERS_MAX, TEXT_MAX, Place, Walk
from inbox.archive import Entry, tnef_entries, zip_entries
from inbox.charset import decode_text
from inbox.headers import Headers
from inbox.html_text import html_to_text
from inbox.leaf import Leaf, entry_kind, is_decorative, leaf_of
from inbox.magic import CONTENT_TYPES
from inbox.mime import Content, content_of, guessed_boundary, parts_of, safe_name
from inbox.sections import Section, forwarded, joined, merged
from models.mail import Attachment

_WORD = re.compile(r"[^a-z0-9.+-]+")


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
        split = walk.split(raw, (start, end), PART_HEADERS_MAX)
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
    split = walk.split(data, (start, len(data)), MESSAGE_HEADERS_MAX)
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
