"""Hostile PDF files."""

import io

import pikepdf

from samples.page import Sheet


def _bill() -> bytes:
    s = Sheet()
    s.text(20, 30, "Lumélia Énergie SA", 14, "b")
    s.text(20, 50, "Facture n° 4412", 11)
    s.text(20, 60, "Net à payer avant le 15/12/2026 : 84,20 €", 11)
    return s.save()


def _saved(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()


def truncated() -> bytes:
    """Cut before the cross-reference table."""
    whole = _bill()
    return whole[: len(whole) // 2]


def tree_loop() -> bytes:
    """The page tree's child is its own parent."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 4 /Kids [3 0 R 3 0 R] >>",
        b"<< /Type /Pages /Parent 2 0 R /Count 2 /Kids [2 0 R 3 0 R] >>",
    ]
    return _assembled(objects)


def huge_page() -> bytes:
    """A page of five kilometres a side: rendering it as it asks would take the whole memory."""
    with pikepdf.open(io.BytesIO(_bill())) as pdf:
        pdf.pages[0].MediaBox = pikepdf.Array([0, 0, 14_400_000, 14_400_000])
        return _saved(pdf)


def one_long_line() -> bytes:
    """200,000 characters in one line of one page."""
    content = b"BT /F1 8 Tf 20 700 Td (" + b"Total 12,34 EUR 15/12/2026 " * 7408 + b") Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <<"
            b" /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
        ),
    ]
    with pikepdf.open(
        io.BytesIO(_assembled([*objects, b"<< /Length 0 >>\nstream\n\nendstream"]))
    ) as pdf:
        pdf.pages[0].Contents = pdf.make_stream(content)
        return _saved(pdf)


def locked(user: str) -> bytes:
    """Encrypted: with a user password it cannot be opened, with an owner's alone it can.

    RC4 with a fixed ID keeps the bytes the same at every run; AES would draw random ones.
    """
    out = io.BytesIO()
    rights = pikepdf.Encryption(user=user, owner="maison", R=3, aes=False, metadata=False)
    with pikepdf.open(io.BytesIO(_bill())) as pdf:
        pdf.save(out, encryption=rights, static_id=True)
    return out.getvalue()


def deep_nesting() -> bytes:
    """Arrays within arrays, 20,000 deep."""
    deep = b"[" * 20_000 + b"]" * 20_000
    return _assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R /X " + deep + b" >>",
            b"<< /Type /Pages /Count 0 /Kids [] >>",
        ]
    )


def _assembled(objects: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for index, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (index, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        start,
    )
    return bytes(out)
