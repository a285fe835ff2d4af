"""The originals: every mail as it came, in a file named by its SHA-256.

A name is given only to bytes that are on the disk, so a crash leaves a whole file or none.
"""

import errno
import hashlib
import os
import re
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from models.errors.files import DiskFull
from models.errors.problem import Problem
from models.errors.store import OriginalDamaged, StoreDamaged, StoreForbidden

_DIGEST = re.compile(r"[0-9a-f]{64}")
_DRAWER = re.compile(r"[0-9a-f]{2}")
_FULL = {errno.ENOSPC, errno.EDQUOT}
_BARRED = {errno.EACCES, errno.EPERM, errno.EROFS}


class Originals:
    """A content-addressed folder (0700), its files 0600: `ab/cdef...` for the digest abcdef..."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, data: bytes) -> str:
        """Keeps `data` and returns its digest (64 hexadecimal digits); again is no harm.

        A file that no longer matches its name is written anew. Raises DiskFull, StoreDamaged, StoreForbidden.
        """
        digest = hashlib.sha256(data).hexdigest()
        path = self._path(digest)
        with _told(self.folder):
            if path.exists() and path.read_bytes() == data:
                return digest
            self._place(path, data)
        return digest

    def read(self, digest: str) -> bytes:
        """The bytes kept under `digest`. Raises OriginalDamaged when they are gone or changed."""
        if not _DIGEST.fullmatch(digest):
            raise OriginalDamaged(digest=digest[:64])
        try:
            data = self._path(digest).read_bytes()
        except FileNotFoundError as cause:
            raise OriginalDamaged(digest=digest) from cause
        except OSError as cause:
            raise _problem(self.folder, cause) from cause
        if hashlib.sha256(data).hexdigest() != digest:
            raise OriginalDamaged(digest=digest)
        return data

    def digests(self) -> Iterator[str]:
        """The digests of everything that is kept, in order; the files are not read."""
        if not self.folder.is_dir():
            return
        for drawer in sorted(self.folder.iterdir()):
            if _DRAWER.fullmatch(drawer.name):
                for path in sorted(drawer.iterdir()):
                    if _DIGEST.fullmatch(drawer.name + path.name):
                        yield drawer.name + path.name

    def sweep(self, older_than: float = 86_400.0) -> int:
        """Removes what crashed writers left `older_than` seconds ago or more; returns how many."""
        limit, removed = time.time() - older_than, 0
        with _told(self.folder):
            for path in self._nursery().iterdir():
                if path.stat().st_mtime <= limit:
                    path.unlink(missing_ok=True)
                    removed += 1
        return removed

    def _path(self, digest: str) -> Path:
        return self.folder / digest[:2] / digest[2:]

    def _nursery(self) -> Path:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        nursery = self.folder / "new"
        nursery.mkdir(mode=0o700, exist_ok=True)
        return nursery

    def _place(self, path: Path, data: bytes) -> None:
        handle, name = tempfile.mkstemp(dir=self._nursery())  # mkstemp makes it 0600
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if not path.parent.exists():
                path.parent.mkdir(mode=0o700, exist_ok=True)
                _sync_folder(self.folder)
            Path(name).replace(path)
        except BaseException:
            with suppress(OSError):
                Path(name).unlink()
            raise
        _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Makes the names in `folder` survive a power cut, not only the bytes."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as cause:
        if cause.errno in _FULL:
            raise DiskFull from cause
        raise _problem(folder, cause) from cause


def _problem(folder: Path, cause: OSError) -> Problem:
    if cause.errno in _BARRED:
        return StoreForbidden(path=str(folder), folder=str(folder.parent))
    return StoreDamaged(path=str(folder), why=cause.strerror or "?")
