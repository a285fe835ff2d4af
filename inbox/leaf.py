"""One part's bytes: decoded leniently, named by what they are, judged worth keeping or not."""

from typing import NamedTuple

from inbox.magic import kind_of, png_size
from inbox.mime import Content
from inbox.transfer import Bytes, decode_base64, decode_transfer

_PDF_IN_BASE64 = b"JVBERi0"
_HEAD = 4096
_PHOTO_MIN = 15 * 1024
_QR_SIDE_MIN = 120
_BODIES = frozenset({"plain", "html", "enriched", "richtext"})
_MESSAGES = frozenset({"rfc822", "global", "news"})
_MARKUP = frozenset({"mail", "xml", "svg"})
_IMAGES = frozenset({"jpeg", "png", "tiff", "heic", "webp"})
_DOCUMENTS = _IMAGES | {"pdf"}


class Leaf(NamedTuple):
    """Decoded bytes, their kind ("body" for readable text, "" unknown) and what was repaired."""

    data: bytes
    kind: str
    remarks: tuple[str, ...] = ()


def leaf_of(body: bytes, content: Content) -> Leaf:
    """Undo the transfer encoding, or see through a wrong one, and say what the bytes are."""
    decoded = decode_transfer(body, content.encoding)
    if not kind_of(decoded.data):
        decoded = _despite_encoding(body, content) or decoded
    return Leaf(decoded.data, _kind(decoded.data, content), decoded.remarks)


def entry_kind(data: bytes, content: Content) -> str:
    """The kind of bytes that had no transfer encoding (a file out of an archive)."""
    return _kind(data, content)


def _despite_encoding(body: bytes, content: Content) -> Bytes | None:
    """A document whose encoding is unnamed, or named though there is none."""
    head = body[:_HEAD].lstrip()
    if head.startswith(_PDF_IN_BASE64):
        return decode_base64(body)._replace(remarks=("encoding_missing",))
    kind = kind_of(body) if content.encoding else ""
    lied = kind == "mail" if content.main == "message" else kind in _DOCUMENTS
    return Bytes(body, ("encoding_lie",)) if lied else None


def _kind(data: bytes, content: Content) -> str:
    kind = kind_of(data)
    if content.main == "message" and content.sub in _MESSAGES:
        return "mail" if data.strip() else ""
    if _is_body(content):
        prose = not kind or (kind in _MARKUP and not _is_own_file(content))
        return "body" if prose else kind
    if not kind and _says_xml(content) and data[:_HEAD].lstrip().startswith(b"<"):
        return "xml"
    return kind


def _is_body(content: Content) -> bool:
    """Declared readable, or a multipart in which no boundary was found."""
    return content.main == "multipart" or (content.main == "text" and content.sub in _BODIES)


def _is_own_file(content: Content) -> bool:
    return content.sub != "html" and (content.attached or bool(content.name))


def _says_xml(content: Content) -> bool:
    return content.sub.endswith("xml") or content.name.lower().endswith(".xml")


def is_decorative(leaf: Leaf, content: Content) -> bool:
    """An inline picture too small for a photograph of a bill, and no square that may be a QR code."""
    if leaf.kind not in _IMAGES or content.attached or len(leaf.data) >= _PHOTO_MIN:
        return False
    width, height = png_size(leaf.data) if leaf.kind == "png" else (0, 0)
    square = abs(width - height) * 10 <= max(width, height)
    return not (square and min(width, height) >= _QR_SIDE_MIN)
