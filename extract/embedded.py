"""The XML files inside a PDF (ISO 32000-1 section 7.11.4, ISO 19005-3 annex E)."""

import zlib
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from itertools import islice

import pikepdf

from models.errors.reading import Damaged, Encrypted
from models.xml_tree import MOST_BYTES

_MOST_FILES = 50
_MOST_OBJECTS = 200_000
_ODD = (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, RuntimeError)
"""What pikepdf raises on objects that are not what their place promises."""


def embedded_xml(data: bytes) -> tuple[bytes, ...]:
    """Every embedded file that may be XML: the names tree and /AF first, then all /Filespec.

    The form is judged by the bytes, never by the name (four names are common, any is allowed).
    Raises Encrypted or Damaged when the PDF cannot be opened.
    """
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            return tuple(_xml_of(pdf))
    except pikepdf.PasswordError as cause:
        raise Encrypted from cause
    except (*_ODD, RecursionError, MemoryError) as cause:
        raise Damaged(what="PDF") from cause


def _xml_of(pdf: pikepdf.Pdf) -> Iterator[bytes]:
    seen: set[bytes] = set()
    for spec in _file_specs(pdf):
        with suppress(*_ODD):
            content = _content(spec)
            if content is not None and content not in seen and len(seen) < _MOST_FILES:
                seen.add(content)
                yield content


def _file_specs(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """File specifications by every way that writers use; the same one may come twice."""
    with suppress(*_ODD):
        yield from pdf.Root.get("/AF", ())
    with suppress(*_ODD):
        # Some writers put the specification inside the tree itself: it is no object of its own.
        yield from (attached.obj for attached in pdf.attachments.values())
    for thing in islice(pdf.objects, _MOST_OBJECTS):
        if isinstance(thing, pikepdf.Dictionary) and "/EF" in thing:
            yield thing


def _content(spec: pikepdf.Object) -> bytes | None:
    files = spec["/EF"]
    stream = files.get("/F", files.get("/UF"))
    content = _inflated(stream) if isinstance(stream, pikepdf.Stream) else None
    if content is None or len(content) > MOST_BYTES:
        return None
    start = content[:64].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return content if start.startswith(b"<") else None


def _inflated(stream: pikepdf.Stream) -> bytes | None:
    """The stream's content, inflated no further than the limit; None behind a chain of filters.

    Deflate reaches 1032:1, so a file of 40 MB could fill any memory; a chain multiplies it.
    """
    filters = _filter_names(stream)
    if filters == ["/FlateDecode"] and "/DecodeParms" not in stream:
        with suppress(zlib.error):
            return zlib.decompressobj().decompress(stream.read_raw_bytes(), MOST_BYTES + 1)
        return None
    return bytes(stream.read_bytes()) if _inflates_little(filters) else None


def _filter_names(stream: pikepdf.Stream) -> list[str]:
    stated = stream.get("/Filter")
    if stated is None:
        return []
    return [str(one) for one in stated] if isinstance(stated, pikepdf.Array) else [str(stated)]


def _inflates_little(filters: list[str]) -> bool:
    return not filters or filters in (["/ASCIIHexDecode"], ["/ASCII85Decode"])
