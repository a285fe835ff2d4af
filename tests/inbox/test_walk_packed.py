"""What is packed in a part: ZIP and winmail.dat, opened within limits."""

import struct
import zipfile
from io import BytesIO
from random import Random

import pytest

from inbox.allowance import BYTES_MAX
from inbox.parse import parse_mail
from tests.inbox.attached import attached
from tests.inbox.shapes import PDF, SHAPES, zip_of


def test_a_zip_in_a_zip_is_opened() -> None:
    inner = zip_of(facture__pdf=PDF)
    mail = attached(b"Content-Type: application/zip", zip_of(a__zip=inner))
    assert [(a.path, a.name) for a in mail.attachments] == [("0.1.z0.z0", "facture.pdf")]


def test_the_bomb_is_refused_and_the_bill_beside_it_is_kept() -> None:
    mail = parse_mail(SHAPES["zip with a bomb beside it"]())
    assert [a.name for a in mail.attachments] == ["facture.pdf"]
    assert "zip_ratio" in mail.remarks


def test_of_a_zip_with_many_files_the_first_fifty_are_read() -> None:
    packed = zip_of(**{f"f{n}__pdf": PDF + b"%d" % n for n in range(60)})
    mail = attached(b"Content-Type: application/zip", packed)
    assert len(mail.attachments) == 50
    assert "zip_entries" in mail.remarks


def test_a_zip_with_a_directory_of_thousands_is_refused() -> None:
    packed = zip_of(**{f"f{n}": b"" for n in range(1001)})
    mail = attached(b"Content-Type: application/zip", packed)
    assert (mail.attachments, mail.remarks) == ((), ("zip_entries",))


def test_an_encrypted_zip_is_a_remark() -> None:
    packed = bytearray(zip_of(facture__pdf=PDF))
    packed[packed.rindex(b"PK\x01\x02") + 8] |= 1
    mail = attached(b"Content-Type: application/zip", bytes(packed))
    assert mail.remarks == ("zip_encrypted",)


def test_a_damaged_zip_member_is_a_remark() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("facture.pdf", PDF)
    mail = attached(
        b"Content-Type: application/zip", out.getvalue().replace(b"Catalog", b"Xatalog")
    )
    assert mail.remarks == ("zip_broken",)


def test_an_office_document_is_one_remark() -> None:
    packed = zip_of(**{"[Content_Types]__xml": b"<?xml ?><x/>", "word/document__xml": b"<?xml ?>"})
    mail = attached(b"Content-Type: application/zip; name=a.docx", packed)
    assert (mail.attachments, mail.remarks) == ((), ("left_out:office",))


def tnef(*objects: tuple[int, int, bytes]) -> bytes:
    """A TNEF stream (MS-OXTNEF section 2.1.3) of (level, attribute, data) objects."""
    out = struct.pack("<IH", 0x223E9F78, 1)
    for level, attribute, data in objects:
        out += struct.pack("<BHHI", level, attribute, 6, len(data)) + data
        out += struct.pack("<H", sum(data) & 0xFFFF)
    return out


def test_winmail_dat_gives_its_text_and_its_pdf() -> None:
    name = "facture-é.pdf\0".encode("cp1252")
    stream = tnef((1, 0x800C, b"Dans winmail\0"), (2, 0x9002, bytes(14)), (2, 0x8010, name))
    stream += tnef((2, 0x800F, PDF))[6:]
    mail = attached(b"Content-Type: application/ms-tnef; name=winmail.dat", stream)
    assert [(a.path, a.name, a.data) for a in mail.attachments] == [
        ("0.1.t0", "facture-é.pdf", PDF)
    ]
    assert mail.text == "Bonjour Alice\n\nDans winmail"


def test_tnef_counts_of_four_thousand_million_cost_nothing() -> None:
    endless = struct.pack("<IHHI", 0xFFFFFFFF, 0x1003, 0x0FFE, 0xFFFFFFFF)
    stream = tnef((1, 0x9003, endless), (1, 0x9004, endless), (2, 0x9002, bytes(14)))
    stream += tnef((2, 0x9005, endless), (2, 0x800F, PDF))[6:]
    mail = attached(b"Content-Type: application/ms-tnef", stream)
    assert [a.data for a in mail.attachments] == [PDF]


@pytest.mark.cpu_seconds(10)
def test_many_zips_never_unpack_more_than_the_room_there_is() -> None:
    runs = b"".join(bytes([code]) * 64 for code in Random(1).randbytes(590_000))
    packed = zip_of(**{f"f{n}": PDF + runs for n in range(3)})
    mail = attached(b"Content-Type: application/zip", packed)
    assert len(mail.attachments) == 2
    assert sum(len(a.data) for a in mail.attachments) <= BYTES_MAX
    assert "zip_size" in mail.remarks
