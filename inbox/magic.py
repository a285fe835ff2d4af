"""What bytes are, by their first bytes; names and declared types lie too often to decide."""

import re
import struct

_PDF_WITHIN = 1024
_PDF = re.compile(rb"%PDF-\d")
_HEIF_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif"})
_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"GIF8", "gif"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x78\x9f\x3e\x22", "tnef"),
    (b"\xd0\xcf\x11\xe0", "ole"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "rar"),
)
_XML_ROOT = re.compile(
    rb"\s*(?:<!--[^>]{0,500}-->\s*)?<(?:\w+:)?(?:Invoice|CreditNote|CrossIndustry)"
)
_UTF16_XML = (b"\xff\xfe<\x00?\x00", b"\xfe\xff\x00<\x00?")
_HEADER_LINE = re.compile(rb"([!-9;-~]{1,76}):")
_MAIL_HEADERS = frozenset(
    b"from to cc date subject received return-path message-id mime-version delivered-to reply-to"
    b" sender x-received dkim-signature authentication-results content-type arc-seal".split()
)
_FROM_LINE = re.compile(rb">?From [^\n]{1,500}\n")
CONTENT_TYPES = {
    "pdf": "application/pdf",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "tiff": "image/tiff",
    "heic": "image/heic",
    "webp": "image/webp",
    "xml": "application/xml",
}
"""The kinds that may be documents, with the media type that an attachment of that kind gets."""


def kind_of(data: bytes) -> str:
    """pdf, jpeg, png, tiff, heic, webp, xml, zip, tnef, mail, another short word, or "" (unknown)."""
    head = data[:_PDF_WITHIN]
    for start, kind in _STARTS:
        if head.startswith(start):
            return kind
    if head[4:8] == b"ftyp" and head[8:12] in _HEIF_BRANDS:
        return "heic"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if _is_pdf(data, head):
        return "pdf"
    if _is_xml(head):
        return "svg" if b"<svg" in head else "xml"
    return "mail" if looks_like_mail(data) else ""


def _is_pdf(data: bytes, head: bytes) -> bool:
    """Junk may come first (ISO 32000-1 annex H: within 1 024 bytes), prose about PDF may not pass."""
    found = _PDF.search(head)
    return bool(found) and (found.start() == 0 or b"obj" in data)  # type: ignore[union-attr]


def _is_xml(head: bytes) -> bool:
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return text.startswith(b"<?xml") or head.startswith(_UTF16_XML) or bool(_XML_ROOT.match(text))


def looks_like_mail(data: bytes) -> bool:
    """Whether `data` begins like a message: header lines, two of them known (RFC 5322 section 3.6)."""
    head = data[:8192].lstrip()
    start = _FROM_LINE.match(head)
    known = set()
    for line in head[start.end() if start else 0 :].split(b"\n")[:60]:
        if line[:1] in b" \t" and line.strip():
            continue
        header = _HEADER_LINE.match(line)
        if header is None:
            break
        if header[1].lower() in _MAIL_HEADERS:
            known.add(header[1].lower())
    return len(known) > 1


def png_size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels of a PNG (its IHDR chunk comes first), (0, 0) when cut."""
    return struct.unpack(">II", data[16:24]) if len(data) >= 24 else (0, 0)  # noqa: PLR2004
