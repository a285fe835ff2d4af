"""An archive comes into a house: checked whole, then poured in, in one transaction."""

import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import Connection, Engine
from sqlalchemy.orm import Session

from flow.archive.apart import Source, opened_apart
from flow.archive.load import Forget, is_empty, lock_all, pour, wipe
from flow.archive.manifest import Manifest
from flow.archive.stage import PREFIX, staged
from flow.checkpoints import passed
from flow.wiring import Wiring
from models.database import reading
from models.errors.books import HomeNotEmpty
from models.journal import append, verify

_LEFT_BEHIND = 3_600.0
"""Seconds after which the folder of an attempt is surely nobody's any more."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What was taken in, and where what was there before is kept, if anything was."""

    manifest: Manifest
    rows: int
    kept: Path | None = None


@dataclass(frozen=True, slots=True)
class Replacing:
    """Leave to put the archive in the place of what is there.

    keep writes what is there to a file and returns its path; forget empties the job engine.
    """

    keep: Callable[[], Path]
    forget: Forget


def bring_in(wiring: Wiring, path: Path, door: str, replacing: Replacing | None = None) -> Brought:
    """Takes the archive of `path` in whole; the house must be empty unless it is replaced.

    A crash leaves what was there, or what is in the archive; originals that came already harm nothing.
    Raises FileUnreadable, ArchiveUnfit, ArchiveNewer, TimedOut, OutOfMemory, ReaderDied, HomeNotEmpty,
    StoreLocked, DiskFull.
    """
    sweep(wiring.settings.home)
    with opened_apart(wiring.sandbox, path) as archive:
        if replacing is None:
            must_be_empty(wiring)
        archive.check()
        with staged(archive, wiring.settings.home) as source:
            passed("archive_checked")
            for digest in archive.manifest.originals:
                wiring.originals.write(archive.original(digest))
            passed("originals_written")
            return _poured(wiring, archive, source, (door, replacing))


def _poured(
    wiring: Wiring, archive: Source, source: Engine, how: tuple[str, Replacing | None]
) -> Brought:
    (door, replacing), kept, manifest = how, None, archive.manifest
    with Session(wiring.engine) as session, session.begin():
        connection = session.connection()
        lock_all(connection)
        if not is_empty(connection):
            kept = _cleared(wiring, connection, replacing)
        passed("old_wiped")
        rows = pour(source, connection)
        passed("new_poured")
        verify(session)
        detail: dict[str, object] = {
            "purpose": manifest.purpose.value, "made_at": manifest.made_at, "rows": rows,
            "journal_last": manifest.journal_last,
        }  # fmt: skip
        append(session, "person", "archive_taken_in", "archive", where=door, detail=detail)
    passed("new_there")
    return Brought(manifest, rows, kept)


def _cleared(wiring: Wiring, connection: Connection, replacing: Replacing | None) -> Path:
    """Empties the house after all of it was written to a file, which it returns."""
    if replacing is None:
        raise HomeNotEmpty(home=str(wiring.settings.home))
    kept = replacing.keep()
    passed("old_kept")
    wipe(connection, replacing.forget)
    return kept


def must_be_empty(wiring: Wiring) -> None:
    """Raises HomeNotEmpty."""
    with reading(wiring.engine).connect() as connection:
        if not is_empty(connection):
            raise HomeNotEmpty(home=str(wiring.settings.home))


def sweep(home: Path) -> None:
    """Removes the folders that killed attempts left an hour ago or more."""
    for folder in home.glob(f"{PREFIX}*"):
        with suppress(OSError):
            if folder.stat().st_mtime < time.time() - _LEFT_BEHIND:
                shutil.rmtree(folder)
