"""A file that appears under its name whole, on the disk, or not at all."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from models.errors.books import FileThere, FolderThere, PlaceMissing
from models.errors.files import DiskFull, FileUnwritable


@contextmanager
def written(path: Path, *, force: bool) -> Iterator[BinaryIO]:
    """A file (0600) to write, which gets its name at the end; nothing is left after a failure.

    An older file of that name stays unless `force`. Raises PlaceMissing, FolderThere, FileThere,
    FileUnwritable, DiskFull.
    """
    try:
        must_be_free(path, force=force)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}-")
        temporary = Path(name)
        try:
            with os.fdopen(handle, "w+b") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            _name(temporary, path, force=force)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as cause:
        if cause.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise DiskFull from cause
        raise _unwritable(path, cause) from cause


def must_be_free(path: Path, *, force: bool) -> None:
    """Whether a file of this name may be written here, known before anything is asked or made.

    Raises PlaceMissing, FolderThere, FileThere, FileUnwritable.
    """
    try:
        if path.is_dir():
            raise FolderThere(file=str(path))
        if path.exists() and not force:
            raise FileThere(file=str(path))
        if not path.parent.is_dir():
            raise PlaceMissing(folder=str(path.parent), file=path.name)
    except OSError as cause:
        raise _unwritable(path, cause) from cause


def _unwritable(path: Path, cause: OSError) -> FileUnwritable:
    return FileUnwritable(file=str(path), why=cause.strerror or str(cause))


def _name(temporary: Path, path: Path, *, force: bool) -> None:
    if force:
        temporary.replace(path)
    else:
        _name_new(temporary, path)
    sync_folder(path.parent)


def _name_new(temporary: Path, path: Path) -> None:
    """Fails where somebody else was faster, as a rename would not."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError as cause:
        raise FileThere(file=str(path)) from cause
    except OSError as cause:
        if cause.errno not in _NO_LINKS:
            raise
        if path.exists():
            raise FileThere(file=str(path)) from cause
        temporary.replace(path)


_NO_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.EMLINK}
"""What file systems without hard links answer, such as those of most USB sticks."""


def sync_folder(folder: Path) -> None:
    """Makes the names in `folder` survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
