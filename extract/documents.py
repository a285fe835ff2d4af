"""What the bytes are, and which documents a mail holds."""

import re
from collections.abc import Iterator

from models.document import Document, Form
from models.mail import Attachment, Mail

MOST_BYTES = 40_000_000
"""A document above this is left unread: the largest real bill seen has 3 MB."""

MOST_DOCUMENTS = 50
"""Documents read of one mail; the mail itself comes on top."""

_SMALLEST_PICTURE = 8_000
"""Pictures in mails below this size (bytes) are logos and tracking dots, never a readable bill."""

_MAGIC: tuple[tuple[bytes, Form], ...] = (
    (b"%PDF", Form.PDF),
    (b"\xff\xd8\xff", Form.IMAGE),
    (b"\x89PNG\r\n\x1a\n", Form.IMAGE),
    (b"GIF87a", Form.IMAGE),
    (b"GIF89a", Form.IMAGE),
    (b"II*\0", Form.IMAGE),
    (b"MM\0*", Form.IMAGE),
    (b"PK\x03\x04", Form.UNKNOWN),
    (b"PK\x05\x06", Form.UNKNOWN),
)
_HEIC_BRANDS = frozenset(
    (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif", b"avis")
)
_BMP_HEADER_SIZES = frozenset((12, 40, 52, 56, 64, 108, 124))
_BOMS = (
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
)
_XML_START = re.compile(r"\s*<(?:\?xml[\s?]|!--|!DOCTYPE\s|[A-Za-z_][\w.-]*(?::[\w.-]+)?[\s/>])")
_HTML_START = re.compile(r"\s*<(?:!doctype\s+html|html|head|body|div|p|table|span|a)[\s>]", re.I)
_HEADER = re.compile(
    rb"^(?:from|to|subject|date|received|return-path|delivered-to|message-id|mime-version"
    rb"|content-type|reply-to|x-[a-z0-9-]{1,40}|dkim-signature|authentication-results)[ \t]*:",
    re.I | re.M,
)
_HEADER_LINE = re.compile(rb"(?:[!-9;-~]{1,76}[ \t]*:|From )")
_LOOKED_AT = 4096


def form_of(data: bytes, name: str = "") -> Form:
    """The form of `data` by its first bytes. `name` is never trusted; it only breaks one tie:

    an ".eml" without any known header still is a mail.
    """
    head = data[:_LOOKED_AT]
    if picture_or_file := _by_magic(head):
        return picture_or_file
    text = _as_text(head)
    if _XML_START.match(text) and not _HTML_START.match(text):
        return Form.XML
    if _looks_like_mail(head) or (name.lower().endswith(".eml") and _HEADER_LINE.match(head)):
        return Form.MAIL
    # ISO 32000-1 annex H.3.4.1: readers accept the mark anywhere in the first 1024 bytes.
    return Form.PDF if b"%PDF-" in head[:1024] else Form.UNKNOWN


def documents_of(mail: Mail) -> tuple[Document, ...]:
    """What a mail holds: its attachments in order, then its body as a document of form MAIL.

    An XML attachment that is HTML in disguise, a zip and the like stay as UNKNOWN: named, unread.
    """
    kept = tuple(_attached(mail.attachments))[:MOST_DOCUMENTS]
    return (*kept, Document(Form.MAIL, mail.subject, b"", mail))


def _attached(attachments: tuple[Attachment, ...]) -> Iterator[Document]:
    for one in attachments:
        form = form_of(one.data, one.name)
        if form is not Form.IMAGE or len(one.data) >= _SMALLEST_PICTURE:
            yield Document(form, one.name or one.path, one.data)


def _by_magic(head: bytes) -> Form | None:
    for magic, form in _MAGIC:
        if head.startswith(magic):
            return form
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Form.IMAGE
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS:
        return Form.IMAGE
    if head[:2] == b"BM" and int.from_bytes(head[14:18], "little") in _BMP_HEADER_SIZES:
        return Form.IMAGE
    return None


def _as_text(head: bytes) -> str:
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return head.decode(encoding, "ignore")
    if head.startswith(b"<\0"):
        return head.decode("utf-16-le", "ignore")
    if head.startswith(b"\0<"):
        return head.decode("utf-16-be", "ignore")
    return head.decode("latin-1")


def _looks_like_mail(head: bytes) -> bool:
    start = head.lstrip(b"\r\n \t").removeprefix(b"\xef\xbb\xbf")
    return bool(_HEADER_LINE.match(start) and _HEADER.search(start))
