"""Files inside a PDF: found wherever writers put them, never inflated beyond the limit."""

import tracemalloc
import zlib
from io import BytesIO

import pikepdf
import pytest

from extract.embedded import embedded_xml
from models.errors.reading import Damaged, Encrypted
from models.xml_tree import MOST_BYTES
from tests.extract.e_invoices import cii, pdf_with


def packed(raw: bytes, *filters: str) -> bytes:
    """A PDF whose embedded file is stored as `raw` behind filters."""
    pdf = pikepdf.open(BytesIO(pdf_with(b"<a/>")))
    names = [pikepdf.Name(name) for name in filters]
    stream = pdf.Root.Names.EmbeddedFiles.Names[1].EF.F
    stream.write(raw, filter=pikepdf.Array(names), decode_parms=None)
    out = BytesIO()
    pdf.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return out.getvalue()


def test_a_compressed_file_is_inflated() -> None:
    assert embedded_xml(packed(zlib.compress(cii()), "/FlateDecode")) == (cii(),)


def test_the_same_file_reached_by_two_ways_is_read_once() -> None:
    pdf = pikepdf.open(BytesIO(pdf_with(cii())))
    pdf.Root.AF = pikepdf.Array([pdf.Root.Names.EmbeddedFiles.Names[1]])
    out = BytesIO()
    pdf.save(out)
    assert embedded_xml(out.getvalue()) == (cii(),)


def test_a_bomb_is_not_inflated() -> None:
    bomb = packed(zlib.compress(b"<" + bytes(10 * MOST_BYTES), 9), "/FlateDecode")
    assert len(bomb) < 1_000_000
    tracemalloc.start()
    assert embedded_xml(bomb) == ()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4 * MOST_BYTES


def test_a_chain_of_filters_is_not_followed() -> None:
    twice = zlib.compress(zlib.compress(cii()))
    assert embedded_xml(packed(twice, "/FlateDecode", "/FlateDecode")) == ()


def test_a_locked_pdf_says_so() -> None:
    out = BytesIO()
    pdf = pikepdf.open(BytesIO(pdf_with(cii())))
    pdf.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))
    with pytest.raises(Encrypted):
        embedded_xml(out.getvalue())


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"%PDF-1.7\ntrailer<</Root 1 0 R>>"])
def test_what_is_no_pdf_is_damaged(data: bytes) -> None:
    with pytest.raises(Damaged):
        embedded_xml(data)
