"""Files inside a file: zip and TNEF ("winmail.dat"), opened with limits on count, size and ratio."""

import logging
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

from tnefparse import TNEF

from inbox.charset import decode_text

ENTRIES_MAX = 50
ENTRY_MAX = 40 * 1024 * 1024
RATIO_MAX = 200
_RATIO_FROM = 1024 * 1024
_DIRECTORY_ENTRY = b"PK\x01\x02"
_DIRECTORY_MAX = 1000
_OFFICE = frozenset({"[content_types].xml", "mimetype", "meta-inf/manifest.mf"})
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    ValueError,
    OSError,
    EOFError,
    RuntimeError,
)
_TNEF_OBJECT = struct.Struct("<BHHI")
_TNEF_START = 6
_TNEF_KEPT = frozenset(
    {
        TNEF.ATTATTACHRENDDATA,
        TNEF.ATTATTACHTITLE,
        TNEF.ATTATTACHDATA,
        TNEF.ATTBODY,
    }
)

logging.getLogger("tnefparse").setLevel(logging.CRITICAL)  # its warnings quote the sender's bytes


class Entry(NamedTuple):
    """A file found inside: its place ("z3": fourth of the zip), name and bytes, or a refusal."""

    place: str
    name: str
    data: bytes
    remark: str = ""


def zip_entries(data: bytes, room: int) -> Iterator[Entry]:
    """Files of a zip: at most 50, each at most 40 MB and 200 times its packed size, `room` in all.

    Refusals come as entries without data whose remark says why (zip_entries, zip_ratio, zip_size,
    zip_encrypted, zip_broken). Office documents are zips too; they are one "left_out:office".
    """
    if data.count(_DIRECTORY_ENTRY) > _DIRECTORY_MAX:
        yield Entry("z", "", b"", "zip_entries")
        return
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except _BROKEN:
        yield Entry("z", "", b"", "zip_broken")
        return
    with archive:
        yield from _entries(archive, room)


def _entries(archive: zipfile.ZipFile, room: int) -> Iterator[Entry]:
    files = archive.infolist()
    if _OFFICE & {info.filename.lower() for info in files[:ENTRIES_MAX]}:
        yield Entry("z", "", b"", "left_out:office")
        return
    for index, info in enumerate(files[:ENTRIES_MAX]):
        if info.is_dir():
            continue
        entry = _entry(archive, info, f"z{index}", room)
        room -= len(entry.data)
        yield entry
    if len(files) > ENTRIES_MAX:
        yield Entry("z", "", b"", "zip_entries")


def _entry(archive: zipfile.ZipFile, info: zipfile.ZipInfo, place: str, room: int) -> Entry:
    remark = _refusal(info, room)
    data = b""
    if not remark:
        try:
            data = archive.read(info)  # never more than info.file_size: ZipExtFile stops there
        except _BROKEN:
            remark = "zip_broken"
    return Entry(place, info.filename, data, remark)


def _refusal(info: zipfile.ZipInfo, room: int) -> str:
    if info.flag_bits & 1:
        return "zip_encrypted"
    if info.file_size > _RATIO_FROM and info.file_size > RATIO_MAX * max(info.compress_size, 1):
        return "zip_ratio"
    return "zip_size" if info.file_size > min(ENTRY_MAX, room) else ""


def tnef_entries(data: bytes, room: int) -> Iterator[Entry]:
    """Attachments of a TNEF stream, and its plain body as "body.txt" (place "tb").

    Only the objects that hold them reach tnefparse: its loops over MAPI properties trust counts of
    up to four thousand million that the sender writes.
    """
    if len(data) > min(ENTRY_MAX, room):
        yield Entry("t", "", b"", "tnef_size")
        return
    kept, cut = _kept_objects(data)
    try:
        found = TNEF(kept, do_checksum=False)
    except (ValueError, IndexError, UnboundLocalError, struct.error):
        yield Entry("t", "", b"", "tnef_broken")
        return
    for index, attachment in enumerate(found.attachments):
        raw_name = bytes(attachment._name)  # noqa: SLF001 - .name assumes UTF-8
        name = decode_text(raw_name.rstrip(b"\0")).text
        yield Entry(f"t{index}", name, bytes(attachment.data))
    if found.body:
        yield Entry("tb", "body.txt", bytes(found.body).rstrip(b"\0"))
    if cut:
        yield Entry("t", "", b"", "tnef_broken")


def _kept_objects(data: bytes) -> tuple[bytes, bool]:
    """The stream with its harmless objects only, and whether it was cut or over-long."""
    out = [data[:_TNEF_START]]
    at = _TNEF_START
    for _ in range(_DIRECTORY_MAX):
        if at + _TNEF_OBJECT.size > len(data):
            break
        _, name, _, length = _TNEF_OBJECT.unpack_from(data, at)
        size = _TNEF_OBJECT.size + length + 2
        if name in _TNEF_KEPT and len(out) <= 3 * ENTRIES_MAX:
            out.append(data[at : at + size])
        at += size
    return b"".join(out) + b"\0" * 16, at < len(data) or at > len(data) + 2
