"""An archive as it comes from outside: nothing of it is believed before it was counted and checked.

Only names that we give ourselves are read, so that no path leads out; sizes are limited before and
while they are read (a member that says less than it holds is cut off by zipfile, and fails its hash).
"""

import hashlib
import json
import re
import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from flow.archive.manifest import (
    CHANGED,
    MANIFEST,
    NAME,
    VERSION,
    Manifest,
    original_file,
    table_file,
)
from models.errors.books import ArchiveNewer, ArchiveUnfit
from models.errors.reading import Damaged
from models.migrate import knows
from models.words import mark

MOST_MEMBERS = 2_000_000
MOST_TIMES = 200
"""A whole archive may unfold to so many times its size: text of mails packs 3 to 10 times."""
ALWAYS = 64 * 2**20
"""And to so many bytes whatever its size."""
_MOST_MANIFEST = 64 * 2**20
_MOST_ORIGINAL = 256 * 2**20
_MOST_LINE = 64 * 2**20
_OURS = re.compile(
    rf"{re.escape(NAME)}|tables/[a-z_]{{1,60}}\.jsonl|originals/[0-9a-f]{{2}}/[0-9a-f]{{62}}"
)
_NOT_OURS = mark("it was not made by Facteur, or it is damaged")
_TOO_LARGE = mark("it would unfold to far more than it is")
_UNDER_A_PASSWORD = mark("it is under a password")
_PACKED = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_ENCRYPTED = 0x1
_FAILS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError)


class Archive:
    """An opened archive whose table of contents is right; `check` reads all the rest once."""

    def __init__(self, zipped: zipfile.ZipFile) -> None:
        self._zipped = zipped
        self.contents = b""
        """The bytes of its table of contents."""
        self.manifest = self._manifest()
        self._all_there()

    def rows(self, name: str) -> Iterator[dict[str, object]]:
        """The rows of a table. Raises ArchiveUnfit when its file is not what the contents say."""
        entry, sha256, count = self.manifest.tables[name], hashlib.sha256(), 0
        file = table_file(name)
        with self._read(file) as stream:
            while line := stream.readline(_MOST_LINE):
                sha256.update(line)
                count += 1
                yield _row(line, file)
        if sha256.hexdigest() != entry.sha256 or count != entry.rows:
            raise ArchiveUnfit(why=CHANGED, name=file)

    def original(self, digest: str) -> bytes:
        """The bytes of an original. Raises ArchiveUnfit when they do not have its digest."""
        file = original_file(digest)
        with self._read(file) as stream:
            data = stream.read(_MOST_ORIGINAL)
        if hashlib.sha256(data).hexdigest() != digest:
            raise ArchiveUnfit(why=CHANGED, name=file)
        return data

    def check(self) -> None:
        """Reads all originals once; the tables are checked where they are used."""
        for digest in self.manifest.originals:
            self.original(digest)

    def _manifest(self) -> Manifest:
        _refuse(self._zipped)
        try:
            with self._read(NAME) as stream:
                self.contents = text = stream.read(_MOST_MANIFEST)
            told = json.loads(text)
            if isinstance(told, dict) and int(told.get("version", 0)) > VERSION:
                raise ArchiveNewer
            manifest = MANIFEST.read(text)
        except (KeyError, Damaged, ValueError, TypeError, RecursionError) as cause:
            raise ArchiveUnfit(why=_NOT_OURS) from cause
        if not knows(manifest.revision):
            raise ArchiveNewer
        return manifest

    def _all_there(self) -> None:
        """Every file that the contents name is in the archive once, and no other."""
        told = [NAME, *map(table_file, self.manifest.tables)]
        told += map(original_file, self.manifest.originals)
        there = [member.filename for member in self._zipped.infolist()]
        if sorted(told) != sorted(there):
            one, other = Counter(told), Counter(there)
            raise ArchiveUnfit(why=CHANGED, name=min((one - other) + (other - one))[:80])

    @contextmanager
    def _read(self, name: str) -> Iterator[BinaryIO]:
        try:
            with self._zipped.open(name) as stream:
                yield stream  # type: ignore[misc]  # zipfile's reader is one in all but name
        except _FAILS as cause:
            raise ArchiveUnfit(why=CHANGED, name=name) from cause


@contextmanager
def unpacked(file: BinaryIO) -> Iterator[Archive]:
    """The archive that an open file holds. Raises ArchiveUnfit, ArchiveNewer."""
    try:
        zipped = zipfile.ZipFile(file)
    except _FAILS as cause:
        raise ArchiveUnfit(why=_NOT_OURS) from cause
    with zipped:
        yield Archive(zipped)


def is_zip(start: bytes) -> bool:
    """Whether a file begins as a ZIP does."""
    return start.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def _refuse(zipped: zipfile.ZipFile) -> None:
    """Looks at the directory alone: nothing is unpacked yet."""
    members = zipped.infolist()
    names = {member.filename for member in members}
    if NAME not in names or len(members) > MOST_MEMBERS:
        raise ArchiveUnfit(why=_NOT_OURS)
    for member in members:
        if not _OURS.fullmatch(member.filename) or stat.S_ISLNK(member.external_attr >> 16):
            raise ArchiveUnfit(why=_NOT_OURS)
        if member.flag_bits & _ENCRYPTED:
            raise ArchiveUnfit(why=_UNDER_A_PASSWORD)
        if member.compress_type not in _PACKED:
            raise ArchiveUnfit(why=_NOT_OURS)
    whole = sum(member.file_size for member in members)
    size = sum(member.compress_size for member in members)
    if whole > ALWAYS + MOST_TIMES * size:
        raise ArchiveUnfit(why=_TOO_LARGE)
    _refuse_large(members)


def _refuse_large(members: list[zipfile.ZipInfo]) -> None:
    for member in members:
        most = _MOST_ORIGINAL if member.filename.startswith("originals/") else None
        most = _MOST_MANIFEST if member.filename == NAME else most
        if most is not None and member.file_size >= most:
            raise ArchiveUnfit(why=_TOO_LARGE)


def _row(line: bytes, file: str) -> dict[str, object]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as cause:
        raise ArchiveUnfit(why=CHANGED, name=file) from cause
    if not isinstance(row, dict):
        raise ArchiveUnfit(why=CHANGED, name=file)
    return row
