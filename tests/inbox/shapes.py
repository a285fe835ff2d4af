"""The sixteen shapes in which real senders attach a PDF, made by code."""

import base64
import zipfile
from collections.abc import Callable
from io import BytesIO

PDF = (
    b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\xff\x80\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    b"2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\nxref\n0 3\ntrailer\n"
    b"<< /Size 3 /Root 1 0 R >>\nstartxref\n120\n%%EOF\n"
)
HEADERS = (
    b"From: EDF <facture@edf.fr>\r\nTo: alice@example.org\r\nSubject: Votre facture\r\n"
    b"Date: Mon, 2 Mar 2026 10:00:00 +0100\r\nMessage-ID: <1@edf.fr>\r\nMIME-Version: 1.0\r\n"
)
TEXT = b"Content-Type: text/plain; charset=utf-8\r\n\r\nBonjour Alice\r\n"
BOUNDARY = b"b-0001"


def base64_of(data: bytes) -> bytes:
    """Base64 in lines of 76, ended by CRLF."""
    return base64.encodebytes(data).replace(b"\n", b"\r\n")


def part(headers: bytes, data: bytes = PDF, encoding: bytes = b"base64") -> bytes:
    """One part; `headers` are lines without their last line end."""
    body = base64_of(data) if encoding.strip().lower() == b"base64" else data
    return headers + b"\r\nContent-Transfer-Encoding: " + encoding + b"\r\n\r\n" + body


def mixed(
    *parts: bytes, said: bytes = BOUNDARY, end: bytes = b"--" + BOUNDARY + b"--\r\n"
) -> bytes:
    """A multipart/mixed message whose header says the boundary `said`."""
    head = HEADERS + b'Content-Type: multipart/mixed; boundary="' + said + b'"\r\n\r\n'
    return head + b"".join(b"--" + BOUNDARY + b"\r\n" + p + b"\r\n" for p in parts) + end


def zip_of(**files: bytes) -> bytes:
    """A deflated zip of the files."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "."), data)
    return out.getvalue()


def _forward(encoding: bytes) -> bytes:
    inner = mixed(TEXT, part(b"Content-Type: application/pdf; name=f.pdf"))
    inner = inner.replace(BOUNDARY, b"inner-0002").replace(b"facture@edf.fr", b"bob@example.org")
    return mixed(TEXT, part(b"Content-Type: message/rfc822", inner, encoding))


def _eml() -> bytes:
    inner = mixed(TEXT, part(b"Content-Type: application/pdf; name=f.pdf"))
    inner = inner.replace(BOUNDARY, b"inner-0002")
    return mixed(part(b"Content-Type: application/octet-stream; name=facture.eml", inner))


def _zip_with_bomb() -> bytes:
    packed = zip_of(bombe__txt=b"\0" * 30_000_000, facture__pdf=PDF)
    return mixed(TEXT, part(b"Content-Type: application/zip; name=factures.zip", packed))


def _cut() -> bytes:
    whole = part(b"Content-Type: application/pdf; name=f.pdf").rstrip()
    return mixed(TEXT, whole.rstrip(b"=")[:-3])


_PDF_PART = b"Content-Type: application/pdf"
SHAPES: dict[str, Callable[[], bytes]] = {
    "octet-stream named .pdf": lambda: mixed(
        TEXT, part(b"Content-Type: application/octet-stream; name=facture.pdf")
    ),
    "text/plain named .pdf": lambda: mixed(
        TEXT, part(b"Content-Type: text/plain; name=facture.pdf")
    ),
    "text/plain without name": lambda: mixed(TEXT, part(b"Content-Type: text/plain")),
    "application/pdf without name or disposition": lambda: mixed(TEXT, part(_PDF_PART)),
    "attachment without name": lambda: mixed(
        TEXT, part(_PDF_PART + b"\r\nContent-Disposition: attachment")
    ),
    "inline": lambda: mixed(
        TEXT, part(_PDF_PART + b"\r\nContent-Disposition: inline; filename=facture.pdf")
    ),
    "base64 cut short": _cut,
    "end boundary missing": lambda: mixed(TEXT, part(_PDF_PART + b"; name=f.pdf"), end=b""),
    "boundary of the header never appears": lambda: mixed(TEXT, part(_PDF_PART), said=b"other"),
    "forwarded as message/rfc822": lambda: _forward(b"8bit"),
    "forwarded as message/rfc822 in base64": lambda: _forward(b"base64"),
    ".eml as octet-stream": _eml,
    "zip with a bomb beside it": _zip_with_bomb,
    "no multipart at all": lambda: HEADERS + part(_PDF_PART),
    "junk before the PDF": lambda: mixed(TEXT, part(_PDF_PART, b"junk\r\n\0\xff" * 40 + PDF)),
    "encoding in capitals with a blank": lambda: mixed(TEXT, part(_PDF_PART, PDF, b"BASE64 ")),
}
"""Name of the shape to the maker of its message; numbered 1 to 16 in this order."""
