"""Mails with one part of a kind, for the tests of the walk."""

import struct

from inbox.parse import parse_mail
from models.mail import Mail
from tests.inbox.shapes import HEADERS, TEXT, mixed, part

PDF_PART = b"Content-Type: application/pdf"
JPEG = b"\xff\xd8\xff\xe0" + b"\x10JFIF" * 4000


def png(width: int, height: int, size: int = 500) -> bytes:
    head = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height)
    return head.ljust(size, b"\0")


def attached(headers: bytes, data: bytes) -> Mail:
    return parse_mail(mixed(TEXT, part(headers, data)))


def paths(mail: Mail) -> list[str]:
    return [attachment.path for attachment in mail.attachments]


def nested(levels: int) -> bytes:
    """A PDF forwarded `levels` times, each message in base64 in the next."""
    raw = HEADERS + part(PDF_PART)
    for _ in range(levels):
        raw = HEADERS + part(b"Content-Type: message/rfc822", raw)
    return raw


def multiparts(levels: int) -> bytes:
    """`levels` multiparts inside one another, a PDF in the innermost."""
    head = HEADERS + b"Content-Type: multipart/mixed; boundary=b0\r\n\r\n"
    opened = b"".join(
        b"--b%d\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n" % (n, n + 1)
        for n in range(levels)
    )
    return head + opened + b"--b%d\r\n" % levels + part(PDF_PART) + b"\r\n--b%d--\r\n" % levels
