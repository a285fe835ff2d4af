"""Where the papers of an order go: each file whole or not at all, and over nothing but their own."""

import errno
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from models.errors.files import DiskFull, FileUnwritable
from models.errors.orders import PlaceTaken
from pay.rail import MadeFile

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


@dataclass(frozen=True, slots=True)
class Place:
    """Where the papers go: a folder that takes them under their own names, or one file."""

    path: Path
    is_file: bool = False

    def of(self, made: MadeFile) -> Path:
        """The path of one file."""
        return self.path if self.is_file else self.path / made.name


def placed(files: Sequence[MadeFile], place: Place, *, same_place: bool) -> Iterator[Path]:
    """Writes each file whole or not at all, for its owner alone; only this order's own papers are
    written over. Raises PlaceTaken, FileUnwritable, DiskFull.
    """
    if not same_place:
        must_be_free(files, place)
    for made in files:
        target = place.of(made)
        try:
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _write(target, made.data)
        except OSError as cause:
            if cause.errno in _FULL:
                raise DiskFull from cause
            raise FileUnwritable(file=str(target), why=cause.strerror or str(cause)) from cause
        yield target


def must_be_free(files: Sequence[MadeFile], place: Place) -> None:
    """Nothing lies yet where they go. Raises PlaceTaken."""
    for target in map(place.of, files):
        if _is_there(target):
            raise PlaceTaken(file=str(target))


def _is_there(target: Path) -> bool:
    try:
        return target.exists()
    except OSError:
        return False  # what is wrong with the place is told when it is written to


def _write(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
